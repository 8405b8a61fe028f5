"""The citation of the last iteration gives way to, or is joined by, the text that is rolled (un-rules D7, D8, I3).

    Recalling its resolution 77/108 of 7 December 2022        Recalling its resolution 79/124 of 4 December 2024
    its resolutions 75/139 of ... and 77/108 of ...           its resolutions 75/139 of ..., 77/108 of ... and 79/124 of ...
    as urged in its resolution 77/108                         as urged in its resolution 79/124

The last iteration is the latest text with the same title in the register; where the register has none, the one
resolution of the session a cadence ago that the preamble recalls. With more than one candidate nothing changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from draftkit.assemble.leads import lead
from draftkit.model import Changes, Paragraph, Resolution
from draftkit.roll.edits import MARK, Edit, flat, rewrite
from draftkit.roll.step import Step
from draftkit.tree import Section, walk
from draftkit.un import register
from draftkit.un.citations import Citation, lists, written_number
from draftkit.un.dates import parse
from draftkit.un.symbols import BLANK

RULE = "citation"
_B = r"[ \u00a0]"
_FOREIGN = re.compile(
    rf"(?:Council|Commission|Forum|Conference|Programme|Organization|Authority){_B}resolutions?{_B}$|decisions?{_B}$"
)
_GOES_ON = re.compile(rf"{_B}and{_B}all{_B}other\b")
_ENTITLED = re.compile(rf",{_B}entitled{_B}“([^”]*)”")
LONGEST_GUESS = 3
"""The cadence up to which the words alone say which text was the last iteration; what is older is cited for all time."""


def roll_citations(resolution: Resolution, step: Step) -> tuple[Resolution, Changes]:
    """Bring the citations of the last iteration up to the text that is rolled."""
    found = predecessors(resolution, step)
    last = found[0] if len(found) == 1 else ""
    number = step.number or f"{step.session}/{BLANK}"

    def find(_: str, text: str) -> Iterator[Edit]:
        for cited in lists(text):
            if not is_own(cited, text) or any(plain_number(citation) == number for citation in cited):
                continue
            if plain_number(cited[-1]) == last:
                yield from _edits(cited, number, step, text)
            elif len(cited) > 1 and (newer := successor(cited[-1], step)):
                new = f"{newer} of {register.adopted(newer)}" if cited[-1].date else newer
                yield from appended(cited, new, text, 0.8)

    return rewrite(resolution, RULE, find)


def successor(citation: Citation, step: Step) -> str:
    """The next text with the title of a cited one, adopted since the text that is rolled; "" if there is not just one."""
    number = plain_number(citation)
    title = register.title(number)
    if register.fold(title) == register.fold(step.title):
        return ""
    later = [known for known in register.series(title) if session_of(number) < session_of(known) < step.coming]
    fresh = len(later) == 1 and session_of(later[0]) >= step.session and " " not in later[0]
    return later[0] if fresh else ""


def is_own(cited: tuple[Citation, ...], text: str) -> bool:
    """Whether a list is of resolutions of the Assembly, not of a Council or of decisions."""
    return not _FOREIGN.search(before(text, cited[0].start))


def before(text: str, start: int) -> str:
    """The words before a place, as many as say what stands there."""
    return text[max(0, start - 120) : start]


def plain_number(citation: Citation) -> str:
    """The number of a citation with ordinary blanks."""
    return citation.number.replace("\u00a0", " ")


def _edits(cited: tuple[Citation, ...], number: str, step: Step, text: str) -> Iterator[Edit]:
    final = cited[-1]
    if len(cited) == 1:
        between = text[final.start + len(final.number) : final.end - len(final.date)] if final.date else ""
        yield Edit(final.start, final.end, f"{number}{between}{step.adopted or BLANK if final.date else ''}", 0.9)
        return
    yield from appended(cited, f"{number}{f' of {step.adopted or BLANK}' if final.date else ''}", text, 0.95)


def appended(cited: tuple[Citation, ...], new: str, text: str, confidence: float) -> Iterator[Edit]:
    """One more member at the end of a list; where the list goes on in other words, "and all others", with a comma (D8)."""
    last_but_one, final = cited[-2], cited[-1]
    joint = text[last_but_one.end : final.start]
    if _GOES_ON.match(text, final.end):
        yield Edit(final.start, final.end, f"{text[final.start : final.end]}, {new}", confidence)
        return
    start = last_but_one.end + joint.startswith(MARK) if "and" in joint else final.start
    comma = ", " if "and" in joint else ""
    yield Edit(start, final.end, f"{comma}{text[final.start : final.end]} and {new}", confidence)


# --- Which text was the last iteration -----------------------------------------------------------------------------

_RECALLS = re.compile(r"Recall|Reaffirm|Bearing in mind|Guided|Reiterat", re.IGNORECASE)
_LATEST = re.compile(
    rf"(?:(?:latest|most{_B}recent)(?:{_B}of{_B}which)?(?:{_B}being|{_B}was|{_B}is|,)?|including)"
    rf"(?:{_B}its|{_B}General{_B}Assembly)?{_B}resolution{_B}$"
)
_NUMBER = re.compile(r"(?P<session>\d+)/\d+")


def predecessors(resolution: Resolution, step: Step) -> tuple[str, ...]:
    """What may be the last iteration before the text: one number, or several candidates, or none."""
    known = [number for number in register.series(step.title) if 0 < session_of(number) < step.session]
    if known:
        newest = max(map(session_of, known))
        return _latest([number for number in known if session_of(number) == newest])
    if step.cadence > LONGEST_GUESS:
        return ()
    candidates = tuple(_candidates(resolution, step))
    strongest = max((candidate.strength for candidate in candidates), default=0)
    return tuple(dict.fromkeys(candidate.number for candidate in candidates if candidate.strength == strongest))


def session_of(number: str) -> int:
    """The session of a resolution by its number, 0 for those of special sessions."""
    match = _NUMBER.match(number)
    return int(match["session"]) if match else 0


def _latest(numbers: list[str]) -> tuple[str, ...]:
    """The one adopted last: a text of the resumed session ("75/250 B") follows that of the main part."""
    days = {number: parse(register.adopted(number)) or date.min for number in numbers}
    last = max(days.values())
    return tuple(written_number(number) for number in numbers if days[number] == last)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A number that may be the last iteration. ``strength`` 3: the text says so ("the latest of which was"); 2: it ends a
    list that goes on by the cadence; 1: the preamble recalls it; 0: the preamble has it in another way."""

    number: str
    strength: int


def _candidates(resolution: Resolution, step: Step) -> Iterator[_Candidate]:
    for place in walk(resolution):
        if place.section is not Section.PREAMBLE or not isinstance(place.block, Paragraph):
            continue
        opener = lead(place.block.content)
        if not _RECALLS.match(opener):
            continue
        text = flat(place.block.content)
        for cited in lists(text):
            final = cited[-1]
            if is_own(cited, text) and final.session == step.session - step.cadence and not _other_title(final, text, step):
                yield _Candidate(plain_number(final), _strength(cited, text, step, opener))


def _strength(cited: tuple[Citation, ...], text: str, step: Step, opener: str) -> int:
    if _LATEST.search(before(text, cited[0].start)):
        return 3
    if len(cited) > 1 and cited[-2].session == step.session - 2 * step.cadence:
        return 2
    return 1 if opener.startswith("Recalling") else 0


def _other_title(citation: Citation, text: str, step: Step) -> bool:
    """Whether a citation is known to be of another item; one in the register would have been found by its title."""
    entitled = _ENTITLED.match(text, citation.end)
    if entitled and register.fold(entitled[1]) != register.fold(step.title):
        return True
    return bool(register.title(plain_number(citation)))
