"""What looks stale after the roll-forward but follows no rule: a list for a person, with the place and the reason.

In: the rolled text, its changes and the step. Out: one :class:`Look` for each phrase, in printed order.

Example:
    >>> stale(rolled, changes, step)[0]
    Look('notes-parties', 'a figure that may have changed', '… the number of States Parties remains at 95;')
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from draftkit.model import Changes, Resolution
from draftkit.roll.citations import before, is_own, plain_number, predecessors, session_of
from draftkit.roll.edits import MARK, flat
from draftkit.roll.sessions import mentions
from draftkit.roll.step import Step
from draftkit.tree import contents, unread
from draftkit.un import register
from draftkit.un.citations import find, lists
from draftkit.un.dates import MONTH


@dataclass(frozen=True, slots=True)
class Look:
    """A phrase that a person must look at: the paragraph's id (or "title", "note x"), why, and the words."""

    paragraph: str
    why: str
    text: str


@dataclass(frozen=True, slots=True)
class _Seen:
    """A text as the rules see it: what was changed in it is ``fresh``."""

    place: str
    text: str
    fresh: frozenset[str]
    step: Step
    last: tuple[str, ...]


Span = tuple[int, int, str]  # start, end, why
_B = r"[ \u00a0]"


def stale(resolution: Resolution, rolled: Resolution, changes: Changes, step: Step) -> tuple[Look, ...]:
    """Everything in the rolled text that a person must look at."""
    last = predecessors(resolution, step)
    fresh: dict[str, set[str]] = {}
    for change in changes:
        fresh.setdefault(change.paragraph, set()).update(re.findall(r"[\w/\u2011-]+", change.new))
    found: list[Look] = list(_overtaken(step))
    found += [Look("masthead", "a line of no known form", line) for line in rolled.masthead.others]
    kinds = {block.id: block.kind for block in unread(rolled)}
    texts = [*contents(rolled), *((f"note {note.id}", note.content) for note in rolled.notes)]
    for place, content in texts:
        if place in kinds:
            found.append(Look(place, f"could not be read: {kinds[place]}", flat(content).replace(MARK, "")))
            continue
        seen = _Seen(place, flat(content), frozenset(fresh.get(place, ())), step, last)
        spans = sorted({span for rule in RULES for span in rule(seen)})
        found += [Look(place, why, _around(seen.text, start, end)) for start, end, why in spans]
    return tuple(dict.fromkeys(found))


def _overtaken(step: Step) -> Iterator[Look]:
    """The prior itself, if the register knows a newer text of its title: that one should be rolled."""
    newer = [n for n in register.series(step.title) if step.session < session_of(n) < step.coming]
    if newer:
        adopted = register.adopted(newer[-1])
        yield Look("title", "a newer text of this title was adopted: roll that one", f"{newer[-1]} of {adopted}")


# --- The rules -----------------------------------------------------------------------------------------------------


def _sessions(seen: _Seen) -> Iterator[Span]:
    if seen.place.startswith("note "):
        return
    for mention in mentions(seen.text):
        numbers = [number for number, _, _ in mention.ordinals]
        words = {seen.text[start:end] for _, start, end in mention.ordinals}
        if words & seen.fresh:
            continue
        if not mention.assembly:
            if _CURRENT.search(before(seen.text, mention.start)):
                yield mention.start, mention.end, "another body's session: it has its own count"
        elif seen.place == "title" or max(numbers) == seen.step.session or max(numbers) > seen.step.coming:
            yield mention.start, mention.end, "a session of the Assembly that may have to move"


_CURRENT = re.compile(
    rf"(?:\b(?:on|during|of){_B}(?:the{_B}work{_B}of{_B})?(?:its|their)|\bnext|\b(?:at|for|to|by){_B}(?:its|their|the)){_B}$"
)
"""What stands before a session that a text reports on or looks forward to."""


def _citations(seen: _Seen) -> Iterator[Span]:
    if seen.place.startswith("note "):
        return
    for cited in lists(seen.text):
        if not is_own(cited, seen.text):
            continue
        final = cited[-1]
        number = plain_number(final)
        if len(seen.last) > 1 and number in seen.last:
            yield final.start, final.end, f"one of {len(seen.last)} that may be the last iteration: {', '.join(seen.last)}"
        elif number in seen.fresh and _PINPOINT.search(before(seen.text, final.start)):
            yield final.start, final.end, "the paragraph number was that of the older text"
        elif (newer := _newer(number, seen.step)) and number not in seen.fresh:
            yield final.start, final.end, f"a newer resolution has the same title: {newer} of {register.adopted(newer)}"


_PINPOINT = re.compile(rf"\b(?:paragraphs?|section){_B}[^,;.]{{1,60}}{_B}of{_B}(?:its|General{_B}Assembly){_B}resolution{_B}$")


def _newer(number: str, step: Step) -> str:
    """The newest text with the title of a recent one, "" if there is none before the coming session."""
    if session_of(number) < step.session - 2:
        return ""
    later = [known for known in register.series(register.title(number)) if session_of(number) < session_of(known) < step.coming]
    return later[-1] if later else ""


def _dates(seen: _Seen) -> Iterator[Span]:
    if seen.place.startswith("note "):
        return
    cited = {at for citation in find(seen.text) for at in range(citation.start, citation.end)}
    for match in _YEAR.finditer(seen.text):
        near = seen.step.year <= int(match["year"]) <= seen.step.year + seen.step.cadence
        if near and match["year"] not in seen.fresh and match.start() not in cited:
            yield *match.span(), "a date or year of the old session"
    for match in _TIMELY.finditer(seen.text):
        yield *match.span(), "words that were true when the old text was written"


_YEAR = re.compile(
    rf"(?:(?<!\d)\d{{1,2}}{_B})?(?:(?:{MONTH}){_B})?(?<![\d/–-])(?P<year>(?:19|20)\d\d)(?![\d/])(?![–-]\d)(?!{_B}Agenda)"
)
_TIMELY = re.compile(
    rf"\b(?:recently|forthcoming|upcoming|to{_B}be{_B}held{_B}(?:in|from|at|on)(?![^,;.]{{0,60}}\d{{4}})|(?:for{_B}the{_B})?[a-z-]+{_B}(?:anniversary|time){_B}(?:of|in)\b)"
    r"(?<!the time of)(?<!the time in)"
)


def _figures(seen: _Seen) -> Iterator[Span]:
    if seen.place.startswith("note "):
        return
    for match in _FIGURE.finditer(seen.text):
        yield *match.span(), "a figure that may have changed"


def _report_paragraphs(seen: _Seen) -> Iterator[Span]:
    for match in _REPORT_PARAGRAPH.finditer(seen.text):
        yield *match.span(), "a paragraph number of a report: the next report has others"


_REPORT_PARAGRAPH = re.compile(
    rf"\bparagraphs?{_B}\d[^,;.]{{0,40}}{_B}of{_B}"
    rf"(?:its{_B}report|the{_B}report{_B}of{_B}the{_B}[\w ]{{0,80}}(?:Commission|Committee))\b"
    rf"(?!{_B}(?:on{_B}(?:the{_B}work|its)|for{_B}|of{_B}\d|dated))"
)

_COUNT = r"\d{1,3}(?:,\d{3})*"
_FIGURE = re.compile(
    rf"\b(?:remains?|stands?|stood|increased|decreased|risen|rose|fallen|number{_B}of{_B}[\w ]{{3,60}}){_B}"
    rf"(?:at|to|is|was|by){_B}{_COUNT}\b(?![/.]\d)"
    rf"|\b{_COUNT}{_B}(?:\w+{_B})?(?:States|parties|Parties|ratifications|accessions|submissions|recommendations|cases|"
    r"participants|reports|notifications|replies|Governments)\b(?! of December)"
)


def _symbols(seen: _Seen) -> Iterator[Span]:
    for match in re.finditer(rf"\bA/{seen.step.session}/\d+(?:[\w/.]*\w)?", seen.text):
        yield *match.span(), "a document of the old session"
        return  # one is enough to have the note looked at


RULES: tuple[Callable[[_Seen], Iterator[Span]], ...] = (_sessions, _citations, _dates, _figures, _report_paragraphs, _symbols)
"""What is looked for in every text."""

_ROOM = 50


def _around(text: str, start: int, end: int) -> str:
    """A phrase with the words about it, broken at blanks, on one line."""
    first, last = max(0, start - _ROOM), min(len(text), end + _ROOM)
    first = text.find(" ", first, start) + 1 if first else 0
    cut = text.rfind(" ", end, last)
    last = cut if last < len(text) and cut > 0 else last
    shown = text[first:last].replace(MARK, "").replace("\u00a0", " ").strip()
    return f"{'… ' if first else ''}{shown}{' …' if last < len(text) else ''}"
