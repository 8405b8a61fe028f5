"""What looks stale after the roll-forward but follows no rule: a list for a person, with the place and the reason.

In: the rolled text, its changes and the step. Out: one :class:`Look` for each phrase, in printed order.

Example:
    >>> stale(resolution, rolled, changes, step)[0]
    Look('notes-parties', 'a figure that may have changed', '… the number of States Parties remains at 95;')
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from draftkit.inline import MARK, flat
from draftkit.model import Change, Changes, Resolution
from draftkit.roll.bodies import Named, named
from draftkit.roll.lineage import predecessors, session_of
from draftkit.roll.looks.citations import citations_left
from draftkit.roll.looks.dates import dates_left, figures_left
from draftkit.roll.looks.notes import documents_left, pinpoints_left
from draftkit.roll.looks.sessions import sessions_left, titled
from draftkit.roll.step import Step
from draftkit.tree import contents, unread
from draftkit.un import register


@dataclass(frozen=True, slots=True)
class Look:
    """A phrase that a person must look at: the paragraph's id (or "title", "note x"), why, and the words.

    ``rule`` is the name of what found it ("other-body"); ``offer`` what it probably becomes, "" if nobody can say. ``start``
    and ``end`` are where the phrase stands in the plain characters of the rolled paragraph; -1 where that is not known.
    """

    paragraph: str
    why: str
    text: str
    rule: str = ""
    offer: str = ""
    start: int = field(default=-1, compare=False)
    end: int = field(default=-1, compare=False)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A text as the rules see it: ``new`` are the places of what rules put in."""

    place: str
    text: str
    new: frozenset[int]
    step: Step
    last: tuple[str, ...]
    known: Named


Span = tuple[int, int, str] | tuple[int, int, str, str, str]  # start, end, why, and what the Look's rule and offer are


def stale(resolution: Resolution, rolled: Resolution, changes: Changes, step: Step) -> tuple[Look, ...]:
    """Everything in the rolled text that a person must look at."""
    last, known = predecessors(resolution, step), named(resolution, step)
    made: dict[str, list[Change]] = {}
    for change in changes:
        made.setdefault(change.paragraph, []).append(change)
    found: list[Look] = list(_overtaken(step))
    found += [Look("masthead", "a line of no known form", line) for line in rolled.masthead.others]
    for item in rolled.masthead.agenda:
        found += [replace(_shown("masthead", item.title, span), start=-1, end=-1) for span in titled(item.title, known)]
    kinds = {block.id: block.kind for block in unread(rolled)}
    texts = [*contents(rolled), *((f"note {note.id}", note.content) for note in rolled.notes)]
    counted = Counter(place for place, _ in texts)
    for place, content in texts:
        if place in kinds:
            found.append(Look(place, f"could not be read: {kinds[place]}", flat(content).replace(MARK, "")))
            continue
        text, here = flat(content), made.get(place, ())
        seen = _Seen(place, text, _new_places(text, here, counted[place] == 1), step, last, known)
        spans = sorted({span for rule in RULES for span in rule(seen)})
        found += [_shown(place, seen.text, span) for span in spans]
    texts_of = {f"note {note.id}": flat(note.content) for note in rolled.notes}
    found += [_shown(place, texts_of[place], span) for place, span in pinpoints_left(rolled, changes)]
    return tuple(dict.fromkeys(found))


def _new_places(text: str, changes: Sequence[Change], alone: bool) -> frozenset[int]:
    """Where the new words of a text stand; in one of several texts of one name, the cells of a row, wherever such words do."""
    found: set[int] = set()
    moved = 0
    for change in sorted((change for change in changes if change.start >= 0), key=lambda change: change.start):
        start = change.start + moved
        moved += len(change.new) - len(change.old)
        if not alone:
            found.update(at for match in re.finditer(re.escape(change.new), text) for at in range(*match.span()))
        elif text.startswith(change.new, start):
            found.update(range(start, start + len(change.new)))
    return frozenset(found)


def _shown(place: str, text: str, span: Span) -> Look:
    (start, end, why), (rule, offer) = span[:3], span[3:] or ("", "")
    return Look(place, why, _around(text, start, end), rule, offer, start, end)


def _overtaken(step: Step) -> Iterator[Look]:
    """The prior itself, if the register knows a newer text of its title, of whichever session: that one should be rolled."""
    newer = [n for n in register.series(step.title) if session_of(n) > step.session]
    if newer:
        adopted = register.adopted(newer[-1])
        yield Look("title", "a newer text of this title was adopted: roll that one", f"{newer[-1]} of {adopted}")


# --- The rules -----------------------------------------------------------------------------------------------------


def _sessions(seen: _Seen) -> Iterator[Span]:
    if not seen.place.startswith("note "):
        yield from sessions_left(seen.place, seen.text, seen.new, seen.known)


def _citations(seen: _Seen) -> Iterator[Span]:
    if not seen.place.startswith("note "):
        yield from citations_left(seen.text, seen.new, seen.step, seen.last)


def _dates(seen: _Seen) -> Iterator[Span]:
    if not seen.place.startswith("note "):
        yield from dates_left(seen.text, seen.new, seen.step)


def _figures(seen: _Seen) -> Iterator[Span]:
    if not seen.place.startswith("note "):
        yield from figures_left(seen.text)


def _symbols(seen: _Seen) -> Iterator[Span]:
    yield from documents_left(seen.text, seen.new, seen.step)


RULES: tuple[Callable[[_Seen], Iterator[Span]], ...] = (_sessions, _citations, _dates, _figures, _symbols)
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
