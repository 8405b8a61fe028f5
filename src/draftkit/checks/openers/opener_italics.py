"""opener-italics: the opening words stand in italics, and no more than they (un-rules B1, C1).

What is to be written for the words is told as a draft has it, "*Alarmed* by".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from draftkit import inline
from draftkit.assemble.leads import lead, runs
from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.inline import plain
from draftkit.model import Content, Finding, Severity, Text
from draftkit.un.openers import Where, is_known, register

_PREPOSITIONS = frozenset(("by", "of", "at", "to", "that", "in", "with", "the", "its", "all"))
_ALSO = re.compile(r"[ \u00a0]also\b(?! as\b)")
_IS_THE_REST = re.compile(r"[ \u00a0](?:(?:that|of|by|at|to)\b|the[ \u00a0]\w+|(?:all|Member)[ \u00a0]States\b|States\b|.*\d)")
_HARDLY = 20
LONGEST = 6
"""Words of the longest opening that is looked for."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What is not as it should be, and the words with their marks, as they are and as they should be."""

    what: str
    words: str
    instead: str


@rule("DK103", "B1, C1", Severity.WARNING, bad="*Alarmed by* the losses", good="*Alarmed* by the losses", mends=True)
def opener_italics(subject: Subject) -> Iterator[Finding]:
    """The opening words of a paragraph are in italics, with their "also" and without what follows them (un-rules B1, C1).

    Only words that open paragraphs of adopted texts are looked for in roman. What belongs to the verb may be in italics with
    it: "Calls upon", "Reaffirming its commitment".
    """
    place = subject.names
    for part in subject.resolution.parts:
        for where, blocks in ((Where.PREAMBULAR, part.preamble), (Where.OPERATIVE, part.operative)):
            for paragraph in (each for run in runs(blocks) for each in run if each.content):
                if found := slip(paragraph.content, where):
                    message = f"{place[paragraph.id]} {found.what}"
                    fix = f"write {found.instead}" if found.instead else "set in italics only the opening words"
                    yield Finding(
                        "opener-italics", Severity.WARNING, message, paragraph.id, fix, words=found.words, instead=found.instead
                    )


def slip(content: Content, where: Where) -> Slip | None:
    """What is wrong with the italics of an opening; ``None`` where nothing is, or nothing is known of it."""
    opening = lead(content)
    if not opening:
        known = _opens_in_roman(plain(content), where) if isinstance(content[0], Text) else ""
        return Slip(f"opens with {quoted(known)} in roman", known, f"*{known}*") if known else None
    *first, last = opening.split(" ")
    stem = " ".join(first)
    if last in _PREPOSITIONS and is_known(stem, where) and _is_rare(opening, stem, where):
        return _cut(content, opening, stem)
    if is_known(opening, where):
        after = _roman_after(content)
        if where is Where.PREAMBULAR and _ALSO.match(after) and not opening.endswith(("also", "further")):
            return Slip(f'has "also" behind {quoted(opening)} in roman', f"*{opening}* also", f"*{opening} also*")
        return None
    stem = _known_beginning(opening, where)
    if stem and not stem.startswith("Express") and _IS_THE_REST.match(opening, len(stem)):
        return _cut(content, opening, stem)
    return None


def _cut(content: Content, opening: str, stem: str) -> Slip:
    """The slip of an opening of which only the beginning belongs into italics; what to write where it stands just so."""
    rest = opening[len(stem) :]
    certain = inline.format(content).startswith(f"*{opening}*")
    return Slip(f"has {quoted(rest)} in italics", *((f"*{opening}*", f"*{stem}*{rest}") if certain else (opening, "")))


def _is_rare(opening: str, stem: str, where: Where) -> bool:
    """Whether adopted texts hardly ever have an opening with its preposition: "Takes note of" in 7 cases of 700."""
    known = register()[where]
    return known.get(opening, 0) * _HARDLY < max(known.get(stem, 0), 1)


def _opens_in_roman(text: str, where: Where) -> str:
    """The known opening that a text begins with, the longest of them."""
    text = text.lstrip()
    words = text[:200].split(" ")[:LONGEST]
    begun = (" ".join(words[:count]).rstrip(",") for count in range(len(words), 0, -1))
    return next((known for known in begun if _is_opening(known, where)), "")


def _is_opening(words: str, where: Where) -> bool:
    """Whether adopted texts open with just these words, or with an adverb added to them."""
    return words[:1].isupper() and is_known(words, where)


def _known_beginning(opening: str, where: Where) -> str:
    """The longest known opening that another one begins with."""
    words = opening.split(" ")[: LONGEST + 1]
    stems = (" ".join(words[:count]) for count in range(len(words) - 1, 0, -1) if words[count - 1] not in _PREPOSITIONS)
    return next((stem for stem in stems if is_known(stem, where)), "")


def _roman_after(content: Content) -> str:
    """The roman words just behind the italic opening."""
    pieces = iter(content)
    for piece in pieces:
        if isinstance(piece, Text) and piece.italic:
            continue
        return piece.text if isinstance(piece, Text) else ""
    return ""
