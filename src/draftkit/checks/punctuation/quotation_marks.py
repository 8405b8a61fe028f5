"""quotation-marks: quotation marks and apostrophes are curly, and each that is opened is closed (un-rules C8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import LONGEST_QUOTE
from draftkit.checks.punctuation.stretch import stretch
from draftkit.checks.rule import rule
from draftkit.checks.subject import Passage, Subject
from draftkit.inline import MARK
from draftkit.model import Finding, Paragraph, Severity
from draftkit.tree import Section

_WORD = re.compile(rf"[^\s{MARK}]+")
_LEFT_ALONE = re.compile(r"://|www\.|[\d°][\"']")
"""Addresses, and what may be minutes, seconds, feet or inches."""
_OPENS_AFTER = "([{“‘-–—/\"'"
_CURLY = re.compile("[“”]")
_NO_APOSTROPHE = re.compile(r"(?<!\w)'")


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

    Addresses on the Internet are left alone. A quotation may go on in the subparagraphs, and in the paragraphs without a
    number that follow; in annexes it may go over any paragraphs, and is not followed.
    """
    place = subject.names
    open_marks = _unbalanced(subject)
    for passage in subject.texts:
        for start, end in _straight(passage.flat):
            words, instead = stretch(passage, start, end, curly(passage.flat[start:end]))
            certain = instead if not _NO_APOSTROPHE.search(passage.flat[start:end]) else ""
            message = f"{place[passage.owner]} has a straight mark: {words[:LONGEST_QUOTE]}"
            yield _finding(message, passage, f"write {instead[:LONGEST_QUOTE]}", words, certain)
        if mark := open_marks.get(passage.owner):
            what = "opens a quotation that it does not close" if mark == "“" else "closes a quotation that it did not open"
            fix = "put the other mark in, “ before the words or ” behind them"
            yield _finding(f"{place[passage.owner]} {what}", passage, fix)


def _finding(message: str, passage: Passage, fix: str, words: str = "", instead: str = "") -> Finding:
    return Finding("quotation-marks", Severity.WARNING, message, passage.owner, fix, words=words, instead=instead)


def _straight(text: str) -> Iterator[tuple[int, int]]:
    """Where the words with straight marks stand."""
    if '"' not in text and "'" not in text:
        return
    for match in _WORD.finditer(text):
        if ('"' in match[0] or "'" in match[0]) and not _LEFT_ALONE.search(match[0]):
            yield match.span()


def curly(word: str) -> str:
    """A word with curly marks: they open at its beginning, and behind what opens itself."""
    out = ""
    for sign in word:
        opens = not out or out[-1] in _OPENS_AFTER
        out += ("“" if opens else "”") if sign == '"' else ("‘" if opens else "’") if sign == "'" else sign
    return out


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
