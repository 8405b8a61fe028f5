"""emphasis: neither bold nor italics are used to stress words (un-rules C9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.assemble.leads import lead
from draftkit.checks.places import OPENERS_OF, quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.model import Content, Finding, Paragraph, Severity, Text
from draftkit.tree import Place, Section
from draftkit.un.openers import Where, register

_STRESSED = frozenset(
    "all always and any both each every equally forthwith full fully immediate immediately may must never no nor not only or "
    "prompt promptly shall should strongly urgent urgently voluntarily voluntary without".split()
)
_WORDS = re.compile(r"[a-z]+")
_GOES_ON = re.compile(r"[^\W\d_],?[ \u00a0]$")
"""What stands before a word that begins no sentence."""


@rule(
    "DK104",
    "C1, C9",
    Severity.WARNING,
    bad="*Urges* States to act *immediately*",
    good="*Urges* States to act immediately",
    mends=True,
)
def emphasis(subject: Subject) -> Iterator[Finding]:
    """Words are not stressed by bold or italics, nor is a second verb in italics (un-rules C1, C9).

    Titles, words of other languages and letters of Articles are in italics by right: only words that people like to stress
    and verbs that open paragraphs count. Annexes are left alone, and sentences in bold that begin a paragraph as its heading.
    """
    place = subject.names
    for step in subject.places:
        if step.section is Section.ANNEX or not isinstance(step.block, Paragraph):
            continue
        for what, piece in _stressed(step, step.block.content):
            mark = "**" if piece.bold else "*"
            words = piece.text.strip()
            message = f"{place[step.block.id]} has {what}: {quoted(words)}"
            instead = "" if piece.italic and piece.bold else words
            fix = f"write {quoted(words)} in roman"
            yield Finding(
                "emphasis", Severity.WARNING, message, step.block.id, fix, words=f"{mark}{words}{mark}", instead=instead
            )


def _stressed(step: Place, content: Content) -> Iterator[tuple[str, Text]]:
    """The runs that stand out, and what they are; the opening of a paragraph is none."""
    opens = step.depth == 0 and bool(lead(content))
    before = ""
    for piece in content:
        if not isinstance(piece, Text):
            opens = False
            continue
        words = piece.text.strip(" \u00a0")
        if piece.bold:
            if _WORDS.search(words.lower()) and (before or not words.endswith(".")):
                yield "words in bold", piece
        elif not piece.italic:
            opens = opens and not words
        elif not opens and words.lower() in _STRESSED:
            yield "a word in italics", piece
        elif not opens and _GOES_ON.search(before) and _opens_paragraphs(words, OPENERS_OF[step.section]):
            yield "a second verb in italics", piece
        before = (before + piece.text)[-3:]


def _opens_paragraphs(words: str, where: Where) -> bool:
    """Whether the words open paragraphs of that part, with a capital or without."""
    known = register()[where]
    return words in known or (words[:1].upper() + words[1:]) in known
