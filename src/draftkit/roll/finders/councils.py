"""Resolutions of the Human Rights Council, and decisions, cited beside the last iteration (un-rules D6, I3).

    resolution 79/901 of 17 December 2024 and Human Rights Council resolution 55/14 of 4 April 2024
    resolution 80/___ ...                 and Human Rights Council resolution ___ of ___

Where the last iteration is cited with the Council's resolution on the same matter, both move on; the register does not know
the Council's, so it becomes a blank. A decision moves where it is of the same day as the last iteration.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from draftkit.model import Resolution
from draftkit.roll.edits import Edit, Finder
from draftkit.roll.finders.citations import appended
from draftkit.roll.lineage import before, is_own, plain_number, predecessors
from draftkit.roll.step import Step
from draftkit.un.citations import Citation, in_session, lists
from draftkit.un.dates import parse
from draftkit.un.symbols import BLANK

_B = r"[ \u00a0]"
_COUNCIL = re.compile(rf"(?<!Security )(?<!Social )\bCouncil{_B}resolutions?{_B}$")
_NUMBER = re.compile(r"\d{1,2}/\d+")
"""A number of the Human Rights Council: its session and the resolution; the other Councils' have a year."""
_DECISION = re.compile(rf"\bits{_B}decision{_B}$")
_UNKNOWN = f"{BLANK} of {BLANK}"
_A_YEAR = timedelta(days=366)


def councils_of(resolution: Resolution, step: Step) -> Finder:
    """Blank what surely moves with the last iteration but is not in the register."""
    found = predecessors(resolution, step)
    last = found[0] if len(found) == 1 else ""

    def find(_: str, text: str) -> Iterator[Edit]:
        everything = tuple(lists(text))
        ours = [cited[-1] for cited in everything if is_own(cited, text) and plain_number(cited[-1]) == last]
        if ours:
            for cited in everything:
                yield from _of_council(cited, text, step)
                yield from _decision(cited, text, ours)

    return find


def may_have_moved(cited: tuple[Citation, ...], text: str, step: Step) -> bool:
    """Whether a list ends with a resolution of the Human Rights Council, or is a decision, of the time since the last text."""
    final = cited[-1]
    day, adopted = parse(final.date), parse(step.adopted)
    if not day or not adopted or not 0 <= (adopted - day) / _A_YEAR <= step.cadence:
        return False
    words = before(text, cited[0].start)
    return bool(_DECISION.search(words)) or _is_councils(cited, text)


def _is_councils(cited: tuple[Citation, ...], text: str) -> bool:
    """Whether a list is of resolutions of the Human Rights Council, as words or the year of a session tell."""
    final = cited[-1]
    named = _COUNCIL.search(before(text, cited[0].start)) or in_session(final.number, final.date) is False
    return bool(named and _NUMBER.fullmatch(final.number))


def _of_council(cited: tuple[Citation, ...], text: str, step: Step) -> Iterator[Edit]:
    """A dated resolution of the Council; a list only if its end is less than a year older than the text."""
    final = cited[-1]
    day, adopted = parse(final.date), parse(step.adopted)
    if not day or not adopted or not _is_councils(cited, text):
        return
    if len(cited) == 1 and adopted - day < (1 + step.cadence) * _A_YEAR:
        yield Edit(final.start, final.end, _UNKNOWN, "citation/council")
    elif len(cited) > 1 and adopted - day < _A_YEAR:
        yield from appended(cited, (_UNKNOWN,), text, "citation/council-list")


def _decision(cited: tuple[Citation, ...], text: str, ours: list[Citation]) -> Iterator[Edit]:
    """A decision of the day of the last iteration."""
    final = cited[-1]
    alone = len(cited) == 1 and _DECISION.search(before(text, final.start))
    if alone and final.date and any(parse(final.date) == parse(our.date) for our in ours):
        yield Edit(final.start, final.end, _UNKNOWN, "citation/decision")
