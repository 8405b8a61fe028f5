"""reference-list: "paragraphs 3, 5 and 7", in order, each once, no comma before "and" (un-rules D1).

A list is of marks ([[id]]) or of typed numbers; of marks it is the order of the paragraphs in the text that counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from draftkit.assemble import numbers
from draftkit.assemble.directions import RefList, printed_list, ref_lists
from draftkit.assemble.mentions import unquoted
from draftkit.assemble.places import NOTE
from draftkit.assemble.typed_references import LIST
from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Passage, Subject
from draftkit.checks.words import BLANK, once
from draftkit.inline import format as written
from draftkit.model import Content, Finding, Ref, Severity, Text

_LAST_COMMA = re.compile(rf",(?={BLANK}(?:and|or){BLANK})")
_PLURAL = re.compile(rf"(?:sub)?paragraphs{BLANK}", re.IGNORECASE)
_AGAIN = re.compile(r"(?i:paragraphs?|paras?\.)")
_LINK = re.compile(r"\b(?:and|or|to|and/or)\b|–")
_PLAIN = re.compile(rf"\d{{1,3}}(?:,{BLANK}\d{{1,3}})*,?{BLANK}(?P<link>and|or){BLANK}\d{{1,3}}")
_NO_PARAGRAPH = re.compile(rf"[/.]\d|{BLANK}\((?:19|20)\d\d\)|{BLANK}per{BLANK}cent")
"""What follows a number that is that of a resolution: "paragraphs 3 to 5, and 65/21"."""


@rule("DK307", "D1", Severity.WARNING, bad="paragraphs 7, 3, and 5 above", good="paragraphs 3, 5 and 7 above", mends=True)
def reference_list(subject: Subject) -> Iterator[Finding]:
    """Numbers of paragraphs are listed in order, each once, with no comma before "and" (un-rules D1).

    A comma that parts a longer list from a shorter one, "3 (a) and (b), and 5", may stand; so may ranges, in any order. Notes are
    left alone: they list resolutions with paragraphs of their own.
    """
    paths = numbers.paths(subject.resolution)
    order = {step.block.id: at for at, step in enumerate(subject.places)}
    for passage in subject.contents:
        name = subject.names[passage.owner]
        for found in ref_lists(passage.content):
            pieces = passage.content[found.start : found.stop]
            printed = printed_list(passage.content, found, paths.get(passage.owner, ()), paths)
            if (slip := _slip_of_marks(pieces, found, order)) is not None:
                yield _finding(name, passage.owner, printed, slip[0], written(pieces), slip[1])
        if not passage.owner.startswith(NOTE):
            yield from _typed(passage, name)


def _slip_of_marks(pieces: Content, found: RefList, order: dict[str, int]) -> tuple[str, str] | None:
    """What is wrong with a list of marks, and how it should be typed."""
    if len(found.targets) < 2 or any(target not in order for target in found.targets):
        return None
    joiners = [piece.text for piece in pieces if isinstance(piece, Text)]
    comma = _comma(joiners)
    straight = [_LAST_COMMA.sub("", joiner) for joiner in joiners] if comma else joiners
    places = [order[target] for target in found.targets]
    marks = [piece for piece in pieces if isinstance(piece, Ref)]
    if places != sorted(set(places)) and not any(" to " in joiner or "–" in joiner for joiner in joiners):
        ordered = sorted({mark.target: mark for mark in marks}.values(), key=lambda mark: order[mark.target])
        marks, link = ordered, _link(joiners)
        return "which is not in order", _joined([written((mark,)) for mark in marks], link) if link else ""
    if not comma:
        return None
    mended: list[Text | Ref] = [marks[0]]
    for joiner, mark in zip(straight, marks[1:], strict=True):
        mended += (Text(joiner), mark)
    return 'with a comma before "and"', written(tuple(mended))


def _typed(passage: Passage, name: str) -> Iterator[Finding]:
    """What is wrong with the lists of typed numbers."""
    text = passage.flat
    if "aragraphs" not in text:
        return
    for match in LIST.finditer(unquoted(text)):
        head = _PLURAL.match(match[0])
        if not head or _NO_PARAGRAPH.match(text, match.end()) or _AGAIN.search(match[0], head.end()):
            continue
        listed = match[0][head.end() :]
        what, instead = _slip_of_numbers(listed)
        if what:
            words, mended = once(text, match.start(), match.end(), f"{head[0]}{instead}" if instead else "")
            yield _finding(name, passage.owner, listed, what, words, mended)


def _slip_of_numbers(listed: str) -> tuple[str, str]:
    """What is wrong with typed numbers, and how they should be typed; "" where nothing is, or where that is not certain."""
    plain = _PLAIN.fullmatch(listed)
    if plain:
        named = [int(number) for number in re.findall(r"\d+", listed)]
        if named != sorted(set(named)):
            return "which is not in order", _joined([str(number) for number in sorted(set(named))], plain["link"])
    if _LAST_COMMA.search(listed) and len(_LINK.findall(listed)) == 1:
        return 'with a comma before "and"', _LAST_COMMA.sub("", listed)
    return "", ""


def _comma(joiners: Sequence[str]) -> bool:
    """Whether the one word that joins has a comma before it."""
    linked = [joiner for joiner in joiners if _LINK.search(joiner)]
    return len(linked) == 1 and bool(_LAST_COMMA.match(linked[0]))


def _link(joiners: Sequence[str]) -> str:
    """The word before the last number, "" if there is not just one."""
    linked = [match[0] for joiner in joiners if (match := _LINK.search(joiner))]
    return linked[0] if len(linked) == 1 and linked[0] in ("and", "or") else ""


def _joined(listed: Sequence[str], link: str) -> str:
    return f"{', '.join(listed[:-1])} {link} {listed[-1]}" if len(listed) > 1 else ""


def _finding(name: str, owner: str, listed: str, what: str, words: str, instead: str) -> Finding:
    message = f"{name} lists {quoted(listed)}, {what}"
    fix = "list the numbers in order, each once" if "order" in what else 'take out the comma before "and"'
    return Finding("reference-list", Severity.WARNING, message, owner, fix, words=words, instead=instead)
