"""title-form: a title is a phrase in sentence case without number or period, and names organs in full (un-rules A6)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import TITLE, quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.model import Finding, Severity

_NUMBER = re.compile(r"(?:A/RES/|resolution )?(?:(?:ES|S)-)?\d{1,3}/(?:\d+|_{2,})\.?[ \u00a0]+", re.IGNORECASE)
_ORGANS = {
    "UN": "United Nations",
    "GA": "General Assembly",
    "UNGA": "General Assembly",
    "UNSC": "Security Council",
    "ECOSOC": "Economic and Social Council",
    "ICJ": "International Court of Justice",
    "ICC": "International Criminal Court",
    "ILC": "International Law Commission",
    "UNCITRAL": "United Nations Commission on International Trade Law",
}
_SHORT = re.compile(rf"(?<![\w-])(?:{'|'.join(_ORGANS)})(?![\w\u2011-])(?! Women\b| Chronicle\b)")
_CAPITALS = re.compile(r"[A-Z]{2,}")


@rule(
    "DK013",
    "A6",
    Severity.WARNING,
    bad="79/124. Privileges of the UN.",
    good="Privileges of the United Nations",
    mends=True,
)
def title_form(subject: Subject) -> Iterator[Finding]:
    """A title has no number and no final period, is not in capitals, and names organs in full (un-rules A6).

    The number of an adopted text is printed from its symbol. Names that bodies have given themselves ("UN-Women") are kept.
    """
    place = subject.names[TITLE]
    for passage in subject.contents:
        text = passage.plain.strip()
        if passage.owner != TITLE or not text:
            continue
        if number := _NUMBER.match(text):
            yield _finding(f"{place} begins with the number {quoted(number[0])}", "take it out", number[0], "")
        if text.endswith(".") and not text.endswith(("..", "etc.")):
            last = text.split()[-1]
            yield _finding(f"{place} ends with a period: {quoted(last)}", "take it out", last, last[:-1])
        if _is_in_capitals(text):
            yield _finding(f"{place} is in capitals", "write it in small letters, with capitals as in a sentence", text, "")
            continue
        for short in _SHORT.finditer(text):
            full = _ORGANS[short[0]]
            yield _finding(f'{place} has {quoted(short[0])} for "{full}"', f'write "{full}"', short[0], full)


def _is_in_capitals(text: str) -> bool:
    return text.upper() == text and len(_CAPITALS.findall(text)) > 1


def _finding(message: str, fix: str, words: str, instead: str) -> Finding:
    return Finding("title-form", Severity.WARNING, message, TITLE, fix, words=words, instead=instead)
