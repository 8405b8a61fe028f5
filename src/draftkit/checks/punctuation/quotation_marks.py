"""quotation-marks: quotation marks and apostrophes are curly, and each that is opened is closed (un-rules C8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import LONGEST_QUOTE
from draftkit.checks.punctuation.straight import curled
from draftkit.checks.punctuation.stretch import stretch
from draftkit.checks.rule import rule
from draftkit.checks.subject import Passage, Subject
from draftkit.inline import MARK
from draftkit.model import Finding, Paragraph, Severity
from draftkit.tree import Section

_WORD = re.compile(rf"[^\s{MARK}]+")
_ADDRESS = re.compile(r"://|www\.")
_CURLY = re.compile("[“”]")


@rule(
    "DK202",
    "C8",
    Severity.WARNING,
    bad="entitled \"Our library's report\"",
    good="entitled “Our library’s report”",
    mends=True,
)
def quotation_marks(subject: Subject) -> Iterator[Finding]:
    """Quotation marks and apostrophes are curly, and each quotation that is opened is closed (un-rules C8).

    Addresses on the Internet are left alone, and so are minutes, seconds, feet and inches. What to write is certain where the
    words on both sides tell whether a mark opens or closes. A quotation may go on in the subparagraphs, and in the paragraphs
    without a number that follow; in annexes it may go over any paragraphs, and is not followed.
    """
    place = subject.names
    open_marks = _unbalanced(subject)
    for passage in subject.texts:
        for start, end, right, certain in _straight(passage.flat):
            words, instead = stretch(passage, start, end, right)
            message = f"{place[passage.owner]} has a straight mark: {words[:LONGEST_QUOTE]}"
            fix = f"write {instead[:LONGEST_QUOTE]}" if certain else "write curly marks, “ ” and ‘ ’"
            yield _finding(message, passage, fix, words, instead if certain else "")
        if mark := open_marks.get(passage.owner):
            what = "opens a quotation that it does not close" if mark == "“" else "closes a quotation that it did not open"
            fix = "put the other mark in, “ before the words or ” behind them"
            yield _finding(f"{place[passage.owner]} {what}", passage, fix)


def _finding(message: str, passage: Passage, fix: str, words: str = "", instead: str = "") -> Finding:
    return Finding("quotation-marks", Severity.WARNING, message, passage.owner, fix, words=words, instead=instead)


def _straight(text: str) -> Iterator[tuple[int, int, str, bool]]:
    """Where the words with straight marks stand, the same with curly ones, and whether these are certain."""
    if '"' not in text and "'" not in text:
        return
    signs = curled(text)
    for match in _WORD.finditer(text) if signs else ():
        start, end = match.span()
        own = [signs[at] for at in range(start, end) if at in signs]
        if own and not _ADDRESS.search(match[0]):
            right = "".join(signs[at].sign if at in signs else text[at] for at in range(start, end))
            yield start, end, right, all(mark.certain for mark in own)


def _unbalanced(subject: Subject) -> dict[str, str]:
    """The paragraphs of which a mark has no other, with that mark."""
    texts = {passage.owner: passage.flat for passage in subject.paragraphs}
    found: dict[str, str] = {}
    for group in _groups(subject):
        if _odd("".join(texts[owner] for owner in group)):
            found |= {owner: mark for owner in group if (mark := _odd(texts[owner]))}
    return found


def _groups(subject: Subject) -> Iterator[list[str]]:
    """The ids of each paragraph of preamble and operative part, with those of what is below it and goes on with it."""
    group: list[str] = []
    for step in subject.places:
        if step.section is Section.ANNEX or not isinstance(step.block, Paragraph):
            continue
        if step.depth == 0 and step.block.label != "":
            yield group
            group = []
        group.append(step.block.id)
    yield group


def _odd(text: str) -> str:
    """The first mark that has no other, "" if there is none."""
    depth = 0
    for match in _CURLY.finditer(text):
        depth += 1 if match[0] == "“" else -1
        if depth < 0:
            return "”"
    return "“" if depth else ""
