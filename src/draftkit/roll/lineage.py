"""Which resolution was the last iteration before a text, and which series a cited resolution belongs to (un-rules D7, D8, I3).

In: the prior and the step. Out: the number of the last iteration as the text cites it. The register knows it by the title;
where it has none, the words of the preamble tell: "the latest of which was resolution 77/903", a list whose sessions are
evenly apart up to the text, a topic that is the title, a resolution of the session a cadence ago.

Example:
    >>> predecessors(resolution, step(resolution, 81))
    ('77/108',)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from draftkit.assemble.leads import lead
from draftkit.inline import flat
from draftkit.model import Paragraph, Resolution
from draftkit.roll.step import Step
from draftkit.tree import Section, walk
from draftkit.un import register
from draftkit.un.citations import Citation, lists, written_number
from draftkit.un.dates import parse
from draftkit.un.whose import is_assemblys

_B = r"[ \u00a0]"

# --- Whose resolution it is ----------------------------------------------------------------------------------------


def before(text: str, start: int) -> str:
    """The words before a place, as many as say what stands there."""
    return text[max(0, start - 120) : start]


def plain_number(citation: Citation) -> str:
    """The number of a citation with ordinary blanks."""
    return citation.number.replace("\u00a0", " ")


def is_own(cited: tuple[Citation, ...], text: str) -> bool:
    """Whether a list may be of resolutions of the Assembly: nothing says that it is of a Council's, or of decisions."""
    telling = next((citation for citation in cited if citation.date), cited[0])
    return is_assemblys(text, telling.start) is not False


_NUMBER = re.compile(r"(?P<session>\d+)/\d+")


def session_of(number: str) -> int:
    """The session of a resolution by its number, 0 for those of special sessions."""
    match = _NUMBER.match(number)
    return int(match["session"]) if match else 0


# --- Of which series it is -----------------------------------------------------------------------------------------

_ENTITLED = re.compile(rf",{_B}entitled{_B}“([^”]*)”")
_TOPIC = re.compile(rf"{_B}on{_B}(?:the{_B})?(?P<topic>[^;:“\ufffc]+)")


def series_of(citation: Citation, text: str) -> tuple[str, ...]:
    """The resolutions with the title of a cited one, the oldest first; the title is the register's, else the text's own words.

    "resolution 73/231 of 20 December 2018 on disaster risk reduction" has the title "Disaster risk reduction".
    """
    title = register.title(plain_number(citation))
    return register.series(title) if title else next(filter(None, map(register.series, named(citation, text))), ())


def named(citation: Citation, text: str) -> Iterator[str]:
    """What the text may call a cited resolution: the title in quotation marks, else the topic, up to each comma."""
    entitled = _ENTITLED.match(text, citation.end)
    if entitled:
        yield entitled[1]
        return
    topic = _TOPIC.match(text, citation.end)
    if topic:
        parts = topic["topic"].split(",")
        yield from (",".join(parts[:count]) for count in range(len(parts), 0, -1))


def alike(title: str, other: str) -> bool:
    """Whether two titles are of one series: most words of both are the same ("Fourth Conference", "Fifth Conference")."""
    one, two = set(register.fold(title).split()), set(register.fold(other).split())
    return len(one & two) >= _MOST * len(one | two) > 0


_MOST = 0.6

# --- Which was the last iteration ----------------------------------------------------------------------------------

LONGEST_GUESS = 3
"""How many sessions back the words alone say which text was the last iteration; what is older is cited for all time."""

_RECALLS = re.compile(r"Recalling|Referring|Reaffirming|Bearing in mind|Guided|Reiterating|Mindful")
_LATEST = re.compile(
    rf"(?:(?:latest|most{_B}recent)(?:{_B}of{_B}which)?(?:{_B}being|{_B}was|{_B}is|,)?|including)"
    rf"(?:{_B}its|{_B}General{_B}Assembly)?{_B}resolution{_B}$"
)
_PURSUANT = re.compile(
    rf"(?:pursuant{_B}to|called{_B}for|request(?:ed|{_B}made)|implementation{_B}of|accordance{_B}with)[^,;]{{0,60}}$"
)
WHAT_IT_DID = re.compile(rf",?{_B}(?:inter{_B}alia,{_B})?(?:in|by){_B}which\b")
"""After a number: it is cited for what it did, not as the text before."""
_LONG = 5
"""From so many members on a list is the history of the series."""


def predecessors(resolution: Resolution, step: Step) -> tuple[str, ...]:
    """What may be the last iteration before the text: one number, or several candidates, or none."""
    known = [number for number in register.series(step.title) if _older(number, step)]
    if known:
        return _latest(known)
    ranked = [(candidate.strength, -candidate.place, candidate.number) for candidate in _candidates(resolution, step)]
    first = max((rank[:2] for rank in ranked), default=(0, 0))
    return tuple(dict.fromkeys(number for *rank, number in ranked if tuple(rank) == first))


def _older(number: str, step: Step) -> bool:
    """Whether a resolution came before the text: at an earlier session, or on an earlier day of the same one ("75/250 A")."""
    if session_of(number) == step.session and written_number(number) != step.number:
        day, adopted = parse(register.adopted(number)), parse(step.adopted)
        return day is not None and adopted is not None and day < adopted
    return 0 < session_of(number) < step.session


def _latest(numbers: list[str]) -> tuple[str, ...]:
    """The one adopted last: a text of the resumed session ("75/250 B") follows that of the main part."""
    days = {number: parse(register.adopted(number)) or date.min for number in numbers}
    newest = max(session_of(number) for number in numbers)
    last = max(day for number, day in days.items() if session_of(number) == newest)
    return tuple(written_number(number) for number in numbers if session_of(number) == newest and days[number] == last)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A number that may be the last iteration, how strongly its words say so, and the count of its paragraph."""

    number: str
    strength: int
    place: int


def _candidates(resolution: Resolution, step: Step) -> Iterator[_Candidate]:
    for count, place in enumerate(walk(resolution)):
        if place.section is Section.ANNEX or not isinstance(place.block, Paragraph):
            continue
        text = flat(place.block.content)
        opener = lead(place.block.content)
        for cited in lists(text):
            if is_own(cited, text) and (strength := _strength(cited, text, step, opener)):
                yield _Candidate(plain_number(cited[-1]), strength, count)


def _strength(cited: tuple[Citation, ...], text: str, step: Step, opener: str) -> int:
    """How sure it is that a list ends with the last iteration: 9 it says so, 0 it does not."""
    final = cited[-1]
    number = plain_number(final)
    gap = step.session - (final.session or 0)
    if number != step.number and re.fullmatch(rf"{re.escape(number[:-1])}[B-Z]", step.number):
        return 9
    if not final.session or gap < 1 or _is_other(final, text, step):
        return 0
    in_time = gap in (step.cadence, step.rhythm)
    recalls, near = bool(_RECALLS.match(opener)), in_time or gap <= LONGEST_GUESS
    first = opener.startswith("Recalling")
    due = in_time and gap <= LONGEST_GUESS
    says = bool(_LATEST.search(before(text, cited[0].start)))
    topic = any(register.fold(name).startswith(register.fold(step.title)) for name in named(final, text))
    even = _evenly(cited, gap)
    rules = (
        (9, says and near and first),
        (8, topic and near and recalls),
        (7, even > 1 and first),
        (6, due and first and not WHAT_IT_DID.match(text, final.end)),
        (5, first and (even > 0 or (len(cited) >= _LONG and gap <= _LONG))),
        (4, (recalls and ((topic and gap <= 3 * LONGEST_GUESS) or (says and near))) or (due and first)),
        (3, even > 1 or (recalls and (due or even > 0))),
        (2, due and bool(_PURSUANT.search(before(text, cited[0].start)))),
    )
    return next((strength for strength, holds in rules if holds), 0)


def _evenly(cited: tuple[Citation, ...], gap: int) -> int:
    """How many of the last steps of a list are as long as that from its end to the text."""
    sessions = [citation.session or 0 for citation in cited]
    steps = [later - earlier for earlier, later in zip(sessions[-3:], sessions[-2:], strict=False)]
    return next((count for count, taken in enumerate(reversed(steps)) if taken != gap), len(steps))


def _is_other(citation: Citation, text: str, step: Step) -> bool:
    """Whether a citation is known to be of another item; one in the register would have been found by its title."""
    entitled = _ENTITLED.match(text, citation.end)
    if entitled and register.fold(entitled[1]) != register.fold(step.title):
        return True
    title = register.title(plain_number(citation))
    return bool(title) and not alike(title, step.title)
