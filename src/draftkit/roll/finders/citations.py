"""The citation of the last iteration gives way to, or is joined by, the text that is rolled (un-rules D7, D8, I3).

    Recalling its resolution 77/108 of 7 December 2022        Recalling its resolution 79/124 of 4 December 2024
    its resolutions 75/139 of ... and 77/108 of ...           its resolutions 75/139 of ..., 77/108 of ... and 79/124 of ...
    as urged in its resolution 77/108                         as urged in its resolution 79/124
    its request in 77/108 on 71/2, 73/5 and 75/139            its request in 79/124 on 71/2, 73/5, 75/139 and 77/108

Other series are brought up to what the register knows: a list goes on with its newer members, a single citation of the
preamble gives way to the newest. What a yearly text cites of its own session will be cited of the coming one, with a blank.
``lineage`` tells which text was the last iteration; with more than one candidate nothing changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from draftkit.assemble.numbers import labels
from draftkit.inline import MARK, flat
from draftkit.model import Paragraph, Resolution
from draftkit.roll.edits import Edit, Finder
from draftkit.roll.lineage import WHAT_IT_DID, before, is_own, plain_number, predecessors, series_of, session_of
from draftkit.roll.step import Step
from draftkit.tree import Section, walk
from draftkit.un import register
from draftkit.un.citations import Citation, find, lists, written_number
from draftkit.un.dates import DATE, parse
from draftkit.un.symbols import BLANK

_B = r"[ \u00a0]"
_GOES_ON = re.compile(rf"{_B}and{_B}(?:all{_B}other|its{_B}(?:other|previous|relevant))\b")
PINPOINT = re.compile(rf"\b(?:paragraphs?|section){_B}[^,;.]{{1,60}}{_B}of{_B}(?:its|General{_B}Assembly){_B}resolution{_B}$")
"""Before a number: a paragraph of that very resolution is meant."""
FRESH, OLDEST = 2, 5
"""How many sessions back a single citation, or the end of a list, of another series may lie that is brought up to date.

What is older is cited for what it was; a newer one is then only shown.
"""


@dataclass(frozen=True, slots=True)
class _Lineage:
    """What the rules know of a text.

    ``last``: the last iteration it cites, "" if unknown; ``freed``: the date of its first mention where that gives way;
    ``number``: the text itself as its successor cites it; ``moved``: single citations of other series that give way, and to what.
    """

    last: str
    freed: str
    number: str
    moved: Mapping[str, str]

    def is_last(self, number: str) -> bool:
        """Whether a number is that of the last iteration; "77/290 A" was "77/290" until there was a second part."""
        return bool(self.last) and number.removesuffix(" A") == self.last.removesuffix(" A")


def citations_of(resolution: Resolution, step: Step) -> Finder:
    """Bring the citations of the last iteration, and of other series, up to what comes before the coming text."""
    preamble = {
        place.block.id: flat(place.block.content)
        for place in walk(resolution)
        if place.section is Section.PREAMBLE and isinstance(place.block, Paragraph)
    }
    known = _lineage(resolution, step, preamble.values())
    printed = labels(resolution)

    def brought_up(place: str, text: str) -> Iterator[Edit]:
        for cited in lists(text):
            if not is_own(cited, text) or any(plain_number(citation) == known.number for citation in cited):
                continue
            if len(cited) > 1:
                yield from _longer(cited, text, known, step)
            else:
                yield from _single(cited[0], text, known, step, (place in preamble, printed.get(place, "").rstrip(".")))

    return brought_up


def _lineage(resolution: Resolution, step: Step, preamble: Iterable[str]) -> _Lineage:
    found = predecessors(resolution, step)
    known = _Lineage(found[0] if len(found) == 1 else "", "", step.number or f"{step.session}/{BLANK}", {})
    freed, moved = "", dict[str, str]()
    for text in preamble:
        for cited in lists(text):
            if len(cited) > 1 or not is_own(cited, text):
                continue
            if known.is_last(plain_number(cited[0])):
                freed = freed or cited[0].date
            elif newest := _newest(cited[0], text, step):
                moved[plain_number(cited[0])] = newest
    return replace(known, freed=freed, moved=moved)


def _newest(citation: Citation, text: str, step: Step) -> str:
    """What a single citation of another series gives way to, "" if it is cited for a paragraph of it, or for what it did."""
    if PINPOINT.search(before(text, citation.start)) or WHAT_IT_DID.match(text, citation.end):
        return ""
    newer = newer_of(citation, text, step) if session_of(plain_number(citation)) >= step.session - FRESH else ()
    return newer[-1] if newer else ""


def _longer(cited: tuple[Citation, ...], text: str, known: _Lineage, step: Step) -> Iterator[Edit]:
    """A list goes on: its own series with the text that is rolled, another with what the register has.

    Where the first mention of the last iteration gave way to the new one, the next mention gains the date (D7).
    """
    final = cited[-1]
    if any(known.is_last(plain_number(citation)) for citation in cited):
        gains = known.freed if known.is_last(plain_number(final)) and cited[-2].date and not final.date else ""
        new = dated_as(known.number, step.adopted, bool(final.date))
        yield from appended(cited, (new,), text, "citation/list", gains)
    elif _is_behind(cited, text, known, step):
        yield from appended(cited, (dated_as(known.last, known.freed, bool(final.date)),), text, "citation/list-behind")
    elif (newer := newer_of(final, text, step)) and session_of(newer[0]) >= step.session:
        news = tuple(dated_as(number, register.adopted(number), bool(final.date)) for number in newer)
        yield from appended(cited, news, text, "citation/series")


def _is_behind(cited: tuple[Citation, ...], text: str, known: _Lineage, step: Step) -> bool:
    """Whether a list of the series ends with the text before the last iteration, which the paragraph names for itself.

    What the last iteration asked for concerns the texts before it; what this one asks for, the last iteration as well.
    """
    final = plain_number(cited[-1])
    if len(cited) < _SOME or not any(known.is_last(plain_number(citation)) for citation in find(text)):
        return False
    if register.title(final):
        return next_of(final, step) == known.last
    ends = [session_of(number) for number in (*map(plain_number, cited[-2:]), known.last)] + [step.session]
    return len({later - earlier for earlier, later in pairwise(ends)}) == 1


_SOME = 3
"""So many members make a list of the series, rather than two texts about one thing."""


def next_of(number: str, step: Step) -> str:
    """The member of the own series that came after one of it, up to the text that is rolled; "" if it is of another series."""
    if register.fold(register.title(number)) != register.fold(step.title):
        return ""
    own = [known for known in map(written_number, register.series(step.title)) if session_of(known) <= step.session]
    later = own[own.index(number) + 1 :] if number in own else []
    return later[0] if later else ""


def _single(final: Citation, text: str, known: _Lineage, step: Step, where: tuple[bool, str]) -> Iterator[Edit]:
    """One citation; ``where`` it stands: whether in the preamble, and the number of the paragraph."""
    early, own = where
    number = plain_number(final)
    if known.is_last(number) and not _is_later(step.adopted, _event(final, text)):
        repeated = _REPEATS.match(text[: final.start])
        if repeated and not (own.isdigit() and abs(int(repeated["paragraph"]) - int(own)) <= _NEAR):
            return
        if repeated:
            yield Edit(*repeated.span("paragraph"), own, "citation/pinpoint")
        yield _replaced(final, known.number, step.adopted, text, "citation/last")
    elif PINPOINT.search(before(text, final.start)) or WHAT_IT_DID.match(text, final.end):
        return
    elif newest := _newest(final, text, step) if early else known.moved.get(number, ""):
        yield _replaced(final, newest, register.adopted(newest), text, "citation/newest")
    elif _is_yearly(number, step):
        yield _replaced(final, f"{step.coming}/{BLANK}", "", text, "citation/same-session")


_REPEATS = re.compile(
    rf"(?:\w+{_B}){{1,3}}(?:its{_B}request{_B}in{_B})?paragraph{_B}(?P<paragraph>\d+){_B}of{_B}its{_B}resolution{_B}$"
)
"""What a paragraph opens with that repeats a paragraph of the last iteration: the next text will repeat this very one."""
_NEAR = 5
"""How far from the number of the paragraph repeated its own may be; one further away is about something else."""


def newer_of(citation: Citation, text: str, step: Step) -> tuple[str, ...]:
    """The texts with the title of a cited one that came after it and before the coming session; not those of the own series."""
    series = series_of(citation, text)
    number = plain_number(citation)
    own = bool(series) and register.fold(register.title(series[-1])) == register.fold(step.title)
    if not series or own or not step.session - OLDEST <= session_of(number):
        return ()
    day, event = parse(citation.date) or parse(register.adopted(number)), _event(citation, text)
    later = []
    for known in series:
        adopted = parse(register.adopted(known))
        after = adopted > day if adopted and day else session_of(known) > session_of(number)
        if after and session_of(known) < step.coming and not _is_later(register.adopted(known), event):
            later.append(written_number(known))
    return tuple(later)


_CAUSE = re.compile(
    rf"\b(?:pursuant{_B}to|in{_B}accordance{_B}with|in{_B}response{_B}to|as{_B}(?:requested|decided|mandated){_B}(?:in|by)){_B}"
    rf"(?:its|General{_B}Assembly){_B}(?:decision{_B}and{_B})?resolution{_B}$"
)
"""What stands before the resolution by which something was brought about."""
_DAY = re.compile(DATE)


def _event(citation: Citation, text: str) -> date | None:
    """The day of what a cited resolution brought about, "held on 15 June 2023 pursuant to its resolution 77/237"."""
    if not _CAUSE.search(before(text, citation.start)):
        return None
    days = [day for match in _DAY.finditer(text, 0, citation.start) if (day := parse(match[0]))]
    return days[-1] if days else None


def _is_later(adopted: str, event: date | None) -> bool:
    """Whether a resolution was adopted after an event, which it cannot have brought about."""
    day = parse(adopted) if event else None
    return bool(day and event and day > event)


def _is_yearly(number: str, step: Step) -> bool:
    """Whether a number is of the session of the text, and of a series that has a text every session."""
    if session_of(number) != step.session or step.cadence != 1:
        return False
    return any(session_of(known) == step.session - 1 for known in register.series(register.title(number)))


def dated_as(number: str, day: str, dated: bool) -> str:
    """A citation: "79/124 of 4 December 2024", or the number alone."""
    return f"{number} of {day or BLANK}" if dated else number


def _replaced(final: Citation, number: str, day: str, text: str, rule: str) -> Edit:
    between = text[final.start + len(final.number) : final.end - len(final.date)] if final.date else ""
    return Edit(final.start, final.end, f"{number}{between}{(day or BLANK) if final.date else ''}", rule)


def appended(cited: tuple[Citation, ...], new: tuple[str, ...], text: str, rule: str, gains: str = "") -> Iterator[Edit]:
    """More members at the end of a list; where the list goes on in other words, "and all others", with a comma (D8).

    ``gains``: a date that the member so far last gains.
    """
    last_but_one, final = cited[-2], cited[-1]
    end = text[final.start : final.end] + (f" of {gains}" if gains else "")
    joint = text[last_but_one.end : final.start]
    goes_on = _GOES_ON.match(text, final.end)
    if goes_on and ("all" in goes_on[0] or "and" not in joint):
        yield Edit(final.start, final.end, ", ".join((end, *new)), rule)
        return
    start = last_but_one.end + joint.startswith(MARK) if "and" in joint else final.start
    comma = ", " if "and" in joint else ""
    all_but_last = ", ".join((end, *new[:-1]))
    yield Edit(start, final.end, f"{comma}{all_but_last} and {new[-1]}", rule)
