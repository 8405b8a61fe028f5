"""What of the findings can be mended in a draft, and the draft with that mended. Pure: a resolution comes in, another goes out.

Words are put in the place of others only where it is certain which: they stand in the draft's own text just as often as there
are findings with them. All else stays as it is, and is told with the reason.

Example:
    >>> plan = planned(findings, draft)
    >>> [(fix.place, fix.words, fix.instead) for fix in plan.fixes], plan.left
    ([('urges-observe', 'this resolution', 'the present resolution')], ())
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from draftkit import inline
from draftkit.checks.places import MASTHEAD, quoted
from draftkit.errors import MarkupError
from draftkit.model import AgendaItem, ClauseEntry, Content, Finding, Masthead, Resolution
from draftkit.tree import map_contents, texts, walk

_MARKS = ("*", "[[", "[^")
"""Where words have one of these they are those of the file, not those that are printed."""


@dataclass(frozen=True, slots=True)
class Fix:
    """Words of a place, which stand there ``times``, what to write for them, and the findings that are mended by it."""

    place: str
    words: str
    instead: str
    times: int
    findings: tuple[Finding, ...]

    @property
    def marked(self) -> bool:
        """Whether the words are those of the file, with its marks."""
        return any(mark in words for mark in _MARKS for words in (self.words, self.instead))


@dataclass(frozen=True, slots=True)
class Plan:
    """What can be mended, and what cannot although it is known what to write: with the reason."""

    fixes: tuple[Fix, ...]
    left: tuple[tuple[Finding, str], ...]

    @property
    def mendable(self) -> int:
        """How many findings are mended by it."""
        return sum(len(fix.findings) for fix in self.fixes)


def planned(findings: Sequence[Finding], draft: Resolution) -> Plan:
    """What of the findings can be mended in a draft as its file has it."""
    grouped: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.instead and finding.words:
            grouped[finding.paragraph, finding.words].append(finding)
    if not grouped:
        return Plan((), ())
    said = _Said.of(draft)
    fixes: list[Fix] = []
    left: list[tuple[Finding, str]] = []
    for (place, words), group in grouped.items():
        times = max(Counter(finding.code for finding in group).values())
        fix = Fix(place, words, group[0].instead, times, tuple(group))
        why = "two rules ask for other words" if len({each.instead for each in group}) > 1 else said.hindrance(fix)
        if why:
            left += ((finding, why) for finding in group)
        else:
            fixes.append(fix)
    return Plan(tuple(fixes), tuple(left))


def mended(draft: Resolution, fixes: Sequence[Fix]) -> tuple[Resolution, tuple[Fix, ...]]:
    """The draft after the fixes, and which were made: one whose words another has changed is for another time."""
    said = _Said.of(draft)
    made: list[Fix] = []
    for fix in fixes:
        if not said.hindrance(fix):
            said = said.after(fix)
            made.append(fix)

    def change(place: str, content: Content) -> Content:
        return said.contents.get(place, {}).get(content, content)

    notes = tuple(replace(note, content=change(f"note {note.id}", note.content)) for note in draft.notes)
    return replace(map_contents(draft, change), masthead=said.masthead, notes=notes), tuple(made)


@dataclass(frozen=True, slots=True)
class _Said:
    """What a draft says at each place: its contents as they were, and as they are now; how often each stands there."""

    contents: Mapping[str, Mapping[Content, Content]]
    repeated: Mapping[tuple[str, Content], int]
    masthead: Masthead
    clauses: frozenset[str]

    @classmethod
    def of(cls, draft: Resolution) -> _Said:
        contents: dict[str, dict[Content, Content]] = defaultdict(dict)
        repeated = Counter(texts(draft))
        for place, content in repeated:
            contents[place][content] = content
        clauses = frozenset(each.block.id for each in walk(draft) if isinstance(each.block, ClauseEntry))
        return cls(contents, repeated, draft.masthead, clauses)

    def hindrance(self, fix: Fix) -> str:
        """Why a fix cannot be made, "" if it can."""
        if fix.place in self.clauses:
            return "it stands in a clause, not in the draft"
        found = self._count(fix)
        if found != fix.times:
            return f"{quoted(fix.words)} stands {_times(found)} in the draft, {_times(fix.times)} in what was found"
        try:
            self.after(fix)
        except (MarkupError, ValueError):
            return f"{quoted(fix.instead)} does not fit in there"
        return ""

    def _count(self, fix: Fix) -> int:
        if fix.place == MASTHEAD:
            return sum(value.count(fix.words) for value in _values(self.masthead))
        spoken = inline.format if fix.marked else inline.flat
        return sum(
            spoken(now).count(fix.words) * self.repeated[fix.place, was]
            for was, now in self.contents.get(fix.place, {}).items()
        )

    def after(self, fix: Fix) -> _Said:
        """The same after a fix. Raises ``MarkupError`` or ``ValueError`` if its words cannot be put in."""
        if fix.place == MASTHEAD:
            return replace(self, masthead=_changed(self.masthead, lambda value: value.replace(fix.words, fix.instead)))
        changed = {was: _reworded(now, fix) for was, now in self.contents[fix.place].items()}
        return replace(self, contents={**self.contents, fix.place: changed})


def _times(count: int) -> str:
    return {0: "nowhere", 1: "once"}.get(count, f"{count} times")


def _reworded(content: Content, fix: Fix) -> Content:
    """A content with other words; those that stay keep their format, what comes in has that of what it stands for."""
    from draftkit.roll.edits import Edit, replaced

    if fix.marked:
        return inline.parse(inline.format(content).replace(fix.words, fix.instead))
    before = _alike(fix.words, fix.instead)
    after = _alike(fix.words[before:][::-1], fix.instead[before:][::-1])
    new = fix.instead[before : len(fix.instead) - after]
    if inline.MARK in new:
        raise ValueError(new)
    size = len(fix.words)
    edits = [Edit(at + before, at + size - after, new, "") for at in starts(inline.flat(content), fix.words)]
    return inline.parse(inline.format(replaced(content, edits))) if edits else content


def _alike(one: str, other: str) -> int:
    """How many characters two words begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def starts(text: str, words: str, start: int = 0) -> Iterator[int]:
    """Where the words begin in a text, each behind the one before."""
    at = text.find(words, start)
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))


# --- The masthead ---------------------------------------------------------------------------------------------------


def _values(masthead: Masthead) -> list[str]:
    """All texts of a masthead."""
    found: list[str] = []

    def seen(value: str) -> str:
        found.append(value)
        return value

    _changed(masthead, seen)
    return found


def _changed(masthead: Masthead, change: Callable[[str], str]) -> Masthead:
    def of(value: object) -> object:
        if isinstance(value, str):
            return change(value)
        if isinstance(value, tuple):
            return tuple(of(each) for each in value)
        return AgendaItem(change(value.number), change(value.title)) if isinstance(value, AgendaItem) else value

    return replace(masthead, **{field.name: of(getattr(masthead, field.name)) for field in fields(masthead)})  # type: ignore[arg-type]
