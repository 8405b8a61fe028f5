"""The merge of whole texts: names made common, everything merged value by value, lists put in order.

What the drafter struck stays struck; what is gone from the fresh text goes, unless the drafter worked on it or something
that stays refers to it. A note that is called is there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from draftkit.model import Note, Part, Ref, Resolution
from draftkit.roll.merge.forest import Forest, grown, is_part, owner, planted
from draftkit.roll.merge.naming import Names, common, renamed
from draftkit.roll.merge.pairing import brought_in, paired, paired_notes
from draftkit.roll.merge.places import among, placed
from draftkit.roll.merge.said import Clash, Offer, Report, Taken, Value, callouts, contents_of, same, told
from draftkit.roll.merge.values import merged
from draftkit.tree import texts

TITLE = "title"


@dataclass(frozen=True, slots=True)
class Merged:
    """The text, what came in, the clashes, what is on offer, and how many of the drafter's own edits it has.

    ``ids`` and ``notes`` are what the draft's paragraphs and notes are called in it; ``fresh_ids`` and ``fresh_notes`` those
    of the fresh text.
    """

    resolution: Resolution
    taken: tuple[Taken, ...]
    conflicts: tuple[Clash, ...]
    offers: tuple[Offer, ...]
    kept: int
    ids: Mapping[str, str]
    notes: Mapping[str, str]
    fresh_ids: Mapping[str, str]
    fresh_notes: Mapping[str, str]


def merge(
    base: Resolution, mine: Resolution, fresh: Resolution, *, before: Resolution | None = None, same_prior: bool = True
) -> Merged:
    """Merge the drafter's text with the fresh one.

    Args:
        base: what the drafter began with.
        before: what the roll-forward made ``base`` of, with the same ids.
        same_prior: whether base and fresh come of one text, so that one id is one paragraph in both.
    """
    ids, notes = _names(base, mine, fresh, same_prior)
    report = Report()
    merger = _Merger(
        renamed(base, ids.base, notes.base),
        renamed(mine, ids.mine, notes.mine),
        renamed(fresh, ids.fresh, notes.fresh),
        renamed(before, ids.base, notes.base) if before is not None else None,
        report,
    )
    resolution = merger.text()
    clashes = tuple(dict.fromkeys(report.clashes))
    return Merged(
        resolution,
        tuple(report.taken),
        clashes,
        tuple(report.offers),
        len(report.kept),
        ids.mine,
        notes.mine,
        ids.fresh,
        notes.fresh,
    )


def _names(base: Resolution, mine: Resolution, fresh: Resolution, same_prior: bool) -> tuple[Names, Names]:
    """The common names of paragraphs and of notes."""
    old, own, new = planted(base), planted(mine), planted(fresh)
    kept, renewed = paired(old, own, by_id=True), paired(old, new, by_id=same_prior)
    both = brought_in(own, new, kept.values(), renewed.values())
    lists = [[name for name in forest.values if not is_part(name)] for forest in (old, own, new)]
    ids = common(kept, renewed, both, base=lists[0], mine=lists[1], fresh=lists[2])
    tables = [{note.id: note for note in text.notes} for text in (base, mine, fresh)]
    kept_notes = paired_notes(tables[0], tables[1], (old, own), kept, by_id=True)
    renewed_notes = paired_notes(tables[0], tables[2], (old, new), renewed, by_id=same_prior)
    return ids, common(kept_notes, renewed_notes, {}, base=tables[0], mine=tables[1], fresh=tables[2])


class _Merger:
    """The merge of three texts with common names."""

    def __init__(
        self, base: Resolution, mine: Resolution, fresh: Resolution, before: Resolution | None, report: Report
    ) -> None:
        self.texts = (base, mine, fresh)
        self.before = before
        self.report = report
        self.base, self.mine, self.fresh = planted(base), planted(mine), planted(fresh)
        self.old = planted(before) if before is not None else Forest()

    def text(self) -> Resolution:
        base, mine, fresh = (text.masthead for text in self.texts)
        masthead = self._merged("masthead", base, mine, fresh, self.before.masthead if self.before else None)
        title = self._title()
        forest = self._forest()
        body = grown(forest, masthead, title, ())
        return replace(body, notes=self._notes(body))

    def _merged(self, name: str, base: Any, mine: Any, fresh: Any, before: Any) -> Any:
        if base != mine:
            self.report.kept.add(name)
        return merged(name, base, mine, fresh, before, self.report)

    def _title(self) -> Any:
        """The title, merged as that of a part without anything else."""
        base, mine, fresh = (Part(title=text.title) for text in self.texts)
        return self._merged(TITLE, base, mine, fresh, Part(title=self.before.title) if self.before else None).title

    def _forest(self) -> Forest:
        going = self._going()
        present = [name for name in self.mine.values if name not in going]
        present += [name for name in self.fresh.values if name not in self.mine.values and name not in self.base.values]
        values = {name: self._value(name) for name in present}
        self._bring_back(going, values)
        lists, lost = placed(self.base, self.mine, self.fresh, list(values))
        for name in lost:
            del values[name]
            self.report.clashes.append(Clash(name, "", told(self.fresh.values[name])))
        self._struck(values)
        for name in self.mine.values:
            if name not in values:
                self._came(name, told(self.mine.values[name]), "")
        return Forest(values, lists)

    def _came(self, name: str, old: str, new: str) -> None:
        """Report what came whole, or went; a part that says nothing itself is not told."""
        if old != new:
            self.report.taken.append(Taken(TITLE if is_part(name) else name, old, new))

    def _value(self, name: str) -> Value:
        mine, fresh, base = (forest.values.get(name) for forest in (self.mine, self.fresh, self.base))
        if mine is None:
            assert fresh is not None
            self._came(name, "", told(fresh))
            return fresh
        if base is not None and fresh is None and not is_part(name):  # gone, but the drafter worked on it
            if base != mine:
                self.report.kept.add(name)
                self.report.clashes.append(Clash(name, told(mine), ""))
            return mine
        value: Value = self._merged(name, base, mine, fresh, self.old.values.get(name))
        return value

    def _going(self) -> set[str]:
        """What is gone from the fresh text and untouched by the drafter, with all that stands under it."""
        gone = {
            name
            for name, value in self.base.values.items()
            if name not in self.fresh.values and self.mine.values.get(name) == value
        }
        homes = {name: self.mine.homes[name] for name in self.mine.values}
        for name in self.mine.values:  # what stays keeps what it stands under, unless the fresh text moved it away
            if name in gone:
                continue
            moved = name in self.fresh.homes and self.base.homes.get(name) == homes[name]
            above = owner(self.fresh.homes[name] if moved else homes[name])
            while above:
                gone.discard(above)
                above = owner(homes.get(above, ""))
        return gone

    def _bring_back(self, going: set[str], values: dict[str, Value]) -> None:
        """Keep what something of the drafter's refers to, and what it stands under."""
        while True:
            own = {name: value for name, value in values.items() if value != self.fresh.values.get(name)}
            wanted = sorted((_referred(own) & going) - set(values))
            if not wanted:
                return
            for name in wanted:
                self.report.clashes.append(Clash(name, told(self.mine.values[name]), ""))
                while name and name not in values:
                    values[name] = self.mine.values[name]
                    name = owner(self.mine.homes[name])

    def _struck(self, values: dict[str, Value]) -> None:
        """Report what the drafter struck and the fresh text changed, or refers to now."""
        called = _referred(values) - _referred(self.mine.values)
        for name, base in self.base.values.items():
            if name in self.mine.values or is_part(name):
                continue
            self.report.kept.add(name)
            fresh = self.fresh.values.get(name)
            if fresh is not None and (name in called or not same(fresh, base)):
                self.report.clashes.append(Clash(name, "", told(fresh)))

    def _notes(self, body: Resolution) -> tuple[Note, ...]:
        """The notes: the drafter's, merged, in their order, and new ones; those gone are gone if nothing calls them."""
        base, mine, fresh = ({note.id: note for note in text.notes} for text in self.texts)
        before = {note.id: note for note in self.before.notes} if self.before else {}
        called = {note for _, content in texts(body) for note in callouts(content)}
        called |= {note for name in mine for note in callouts(mine[name].content)}
        found: dict[str, Note] = {}
        for name, note in mine.items():
            if name in base and name not in fresh and note == base[name] and name not in called:
                self.report.taken.append(Taken(f"note {name}", told(note), ""))
                continue
            found[name] = self._merged(f"note {name}", base.get(name), note, fresh.get(name), before.get(name))
        for name, note in fresh.items():
            if name not in found and (name in called or (name not in base and name not in mine)):
                self.report.taken.append(Taken(f"note {name}", "", told(note)))
                found[name] = note
        order = among(*([name for name in table if name in found] for table in (mine, fresh)))
        return tuple(found[name] for name in order)


def _referred(values: Mapping[str, Value]) -> set[str]:
    """What references lead to."""
    found = (piece for value in values.values() for content in contents_of(value) for piece in content)
    return {piece.target for piece in found if isinstance(piece, Ref)}
