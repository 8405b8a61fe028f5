"""Two texts compared: alignment, words and authorship put together into a redline.

In: two resolutions, and the stages between them where they are known. Out: a ``Redline``.

Example:
    >>> redline = compare(prior, draft, by_id=True)
    >>> [(change.fate, change.text) for change in redline.lines if change.fate is not Fate.KEPT]
    [(Fate.INSERTED, 'Also urges States ...')]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from draftkit.assemble.printed import MASTHEAD, Line, Printed, PrintedNote, Role, Run, Runs, printed
from draftkit.compare.align import Pair, align
from draftkit.compare.authorship import DEFAULT, Authorship, Keys, cells, history, name, note_name
from draftkit.compare.items import item
from draftkit.compare.parting import Parting, parted
from draftkit.compare.pieces import AuthoredEdit, changed_whole, cut, same_as_before, told
from draftkit.compare.redline import Fate, LineChange, Piece, Pieces, Redline, called
from draftkit.compare.words import Op, edits, tokens
from draftkit.model import Kind, Resolution

NOTE_LIKE = 50.0
"""Percent of likeness from which two footnotes at the same place are one note edited."""


def compare(old: Resolution, new: Resolution, *, by_id: bool = False, stages: Sequence[tuple[Kind, Resolution]] = ()) -> Redline:
    """Compare two texts.

    Args:
        by_id: the new text was made from the old one and kept its ids; else lines are paired by their words.
        stages: how the new text came about after the old one, the new one last: (who, the text then).
    """
    before, after = printed(old), printed(new)
    authorship = history(before, [(kind, printed(text)) for kind, text in stages], after)
    found = compare_printed(before, after, by_id=by_id, authorship=authorship)
    return replace(found, old=old.masthead, new=new.masthead)


def compare_printed(old: Printed, new: Printed, *, by_id: bool = False, authorship: Authorship | None = None) -> Redline:
    """The same for two texts already worked out."""
    return _Comparison(old, new, by_id, authorship or Authorship()).redline()


class _Comparison:
    """Two texts, and the notes of both that were found to be one."""

    def __init__(self, old: Printed, new: Printed, by_id: bool, authorship: Authorship) -> None:
        self.old, self.new, self.by_id, self.authorship = old, new, by_id, authorship
        self.old_notes = {note.id: note for note in old.notes}
        self.new_notes = {note.id: note for note in new.notes}
        self.pairs: dict[str, str] = {}  # note of the new text -> note of the old one

    def redline(self) -> Redline:
        lines = [*self.part(masthead=True), *self.part(masthead=False)]
        return Redline(tuple(lines), {key: self.note(*key) for key in called(lines)})

    def part(self, *, masthead: bool) -> list[LineChange]:
        olds = [line for line in self.old.lines if (line.role in MASTHEAD) == masthead]
        news = [line for line in self.new.lines if (line.role in MASTHEAD) == masthead]
        old_items, new_items = ([item(line) for line in lines] for lines in (olds, news))
        pairs = align(old_items, new_items, by_id=masthead or self.by_id)
        moves = {pair.old: at for at, pair in enumerate((p for p in pairs if p.new is None and p.partner is not None), 1)}
        rows = parted(pairs, old_items, new_items)
        return [one for row in rows for one in self.changes(row, olds, news, moves)]

    def changes(
        self, row: Pair | Parting, olds: Sequence[Line], news: Sequence[Line], moves: Mapping[int | None, int]
    ) -> Sequence[LineChange]:
        if isinstance(row, Pair):
            return (self.change(row, olds, news, moves),)
        return self.parting([olds[at] for at in row.olds], [news[at] for at in row.news])

    def change(self, pair: Pair, olds: Sequence[Line], news: Sequence[Line], moves: Mapping[int | None, int]) -> LineChange:
        if pair.old is not None and pair.new is not None:
            return self.kept(olds[pair.old], news[pair.new])
        if pair.old is not None:
            line = olds[pair.old]
            if pair.partner is not None and not line.cells:  # Word has no moved rows
                return self.moved_from(line, news[pair.partner], moves[pair.old])
            return self.whole(Fate.DELETED, line)
        assert pair.new is not None
        line = news[pair.new]
        if pair.partner is not None and not line.cells:
            return self.moved_to(olds[pair.partner], line, moves[pair.partner])
        return self.whole(Fate.INSERTED, line)

    def whole(self, fate: Fate, line: Line) -> LineChange:
        """A line that only one text has."""
        new = fate is Fate.INSERTED
        op, known = Op.INSERT if new else Op.DELETE, name(line, new=new)
        parts = cells(known, line)
        made = self.authorship.came(known, parts) if new else self.authorship.went(known, parts)
        pieces = tuple(changed_whole(op, runs, made.kind, kinds) for (_, runs), kinds in zip(parts, made.tokens, strict=True))
        number = (Piece(op, Run(line.number), made.kind),) if line.number else ()
        old_line, new_line = (None, line) if new else (line, None)
        row = line.role is Role.ROW
        return LineChange(fate, old_line, new_line, () if row else pieces[0], number, pieces if row else (), made.kind)

    def owner(self, line: Line, *, new: bool) -> Kind:
        """Whose a line is that only one text has."""
        known = name(line, new=new)
        made = self.authorship.came if new else self.authorship.went
        return made(known, cells(known, line)).kind

    def kept(self, old: Line, new: Line) -> LineChange:
        if old.cells or new.cells:
            olds, news = cells(name(old, new=False), old), cells(name(new, new=True), new)
            both = zip(olds, news, strict=True)
            pieces_of = tuple(self.pieces((there, here), before, after) for (here, before), (there, after) in both)
            return LineChange(Fate.KEPT, old, new, cells=pieces_of)
        pieces = self.pieces((new.key, old.key), old.runs, new.runs)
        if new.role is Role.SECTION_NUMBER:  # a number on a line of its own
            pieces = tuple(replace(piece, kind=Kind.CONSEQUENTIAL if piece.kind else None) for piece in pieces)
        rolled = Kind.TECHNICAL if any(stage.kind is Kind.TECHNICAL for stage in self.authorship.stages) else DEFAULT
        return LineChange(Fate.KEPT, old, new, pieces, _number(old, new, title=rolled))

    def moved_from(self, old: Line, new: Line, move: int) -> LineChange:
        pieces = tuple(piece for piece in self.pieces((new.key, old.key), old.runs, new.runs) if piece.op is not Op.INSERT)
        pieces = tuple(Piece(p.op, p.was or p.run, p.kind) for p in pieces)
        return LineChange(Fate.MOVED_FROM, old, None, pieces, _number(old, None), kind=DEFAULT, move=move)

    def moved_to(self, old: Line, new: Line, move: int) -> LineChange:
        pieces = tuple(piece for piece in self.pieces((new.key, old.key), old.runs, new.runs) if piece.op is not Op.DELETE)
        pieces = tuple(Piece(p.op, p.run, p.kind) for p in pieces)
        return LineChange(Fate.MOVED_TO, None, new, pieces, _number(None, new), kind=DEFAULT, move=move)

    def parting(self, olds: Sequence[Line], news: Sequence[Line]) -> list[LineChange]:
        """A line of one text that is several of the other: the words compared as one line, then cut where the lines end."""
        op = Op.INSERT if len(news) > 1 else Op.DELETE
        parts, whole = (news, olds[0]) if op is Op.INSERT else (olds, news[0])
        keys = [line.key for line in parts]
        old, new = (tuple(run for line in lines for run in line.runs) for lines in (olds, news))
        together = " ".join(keys)
        names = (together, whole.key) if op is Op.INSERT else (whole.key, together)
        found = self.edits(names, old, new, self.authorship.together(keys))
        ends = list(accumulate(len(tokens(line.runs)) for line in parts))[:-1]
        pieces = map(told, cut(found, ends, op))
        return [self.part_of(at, parts, whole, op, tuple(one)) for at, one in enumerate(pieces)]

    def part_of(self, at: int, parts: Sequence[Line], whole: Line, op: Op, pieces: Pieces) -> LineChange:
        """One of the lines that are one line of the other text."""
        split = op is Op.INSERT
        old, new = (whole, parts[at]) if split else (parts[at], whole)
        number = _number(None if at and split else old, None if at and not split else new)
        if at:
            number = tuple(replace(piece, kind=self.owner(parts[at], new=split)) for piece in number)
        change = LineChange(Fate.KEPT, old, new, pieces, number, continues=at > 0)
        return replace(change, mark=op, kind=self.owner(parts[at + 1], new=split)) if at + 1 < len(parts) else change

    def pieces(self, keys: Keys, old: Runs, new: Runs) -> Pieces:
        if old == new and not any(run.note or run.ref for run in old):
            return same_as_before(old)
        return tuple(told(self.edits(keys, old, new, self.authorship)))

    def edits(self, keys: Keys, old: Runs, new: Runs, authorship: Authorship) -> list[AuthoredEdit]:
        """The edits of a line, and for each token that is struck or written who did it."""
        names = self.note_names(old, new)
        olds, news = tokens(old), tokens(new, names)
        found = edits(olds, news)
        if len(found) == 1 and found[0].op is Op.EQUAL:
            return [AuthoredEdit(found[0])]
        struck, written = authorship.struck(keys, olds), authorship.written(keys, olds, news)
        out: list[AuthoredEdit] = []
        at_old = at_new = 0
        for edit in found:
            kinds = struck[at_old : at_old + len(edit.old)] if edit.op is Op.DELETE else written[at_new : at_new + len(edit.new)]
            out.append(AuthoredEdit(edit, () if edit.op is Op.EQUAL else tuple(kinds)))
            at_old, at_new = at_old + len(edit.old), at_new + len(edit.new)
        return out

    def note_names(self, old: Runs, new: Runs) -> dict[str, str]:
        """What each note of a new line is compared as: the id of the note of the old line that it is, or its own."""
        names = {run.note: run.note if self.by_id else f"new {run.note}" for run in new if run.note}
        free = [run.note for run in old if run.note and not run.repeated]
        for run in new:
            if not run.note or run.repeated:
                continue
            same = self.pairs.get(run.note) or self.same_note(run.note, free)
            if same:
                names[run.note] = same
                self.pairs[run.note] = same
                if same in free:
                    free.remove(same)
        return names

    def same_note(self, new: str, candidates: Sequence[str]) -> str:
        """The note among ``candidates`` that the new text's note is, "" if none."""
        if self.by_id:
            return new if new in candidates else ""
        from rapidfuzz import fuzz

        wanted = _note_text(self.new_notes.get(new))
        scored = [(fuzz.ratio(wanted, _note_text(self.old_notes.get(name))), -at, name) for at, name in enumerate(candidates)]
        best = max(scored, default=(0.0, 0, ""))
        return best[2] if best[0] >= NOTE_LIKE else ""

    def note(self, old: str, new: str) -> Pieces:
        before, after = self.old_notes.get(old), self.new_notes.get(new)
        here, there = note_name(new), note_name(old)
        if before and after:
            return self.pieces((here, there), before.runs, after.runs)
        if after:
            made = self.authorship.came(here, [(here, after.runs)])
            return changed_whole(Op.INSERT, after.runs, made.kind, made.tokens[0])
        runs = before.runs if before else ()
        made = self.authorship.went(there, [(there, runs)])
        return changed_whole(Op.DELETE, runs, made.kind, made.tokens[0])


def _note_text(note: PrintedNote | None) -> str:
    return "".join(run.text for run in note.runs) if note else ""


def _number(old: Line | None, new: Line | None, title: Kind = DEFAULT) -> Pieces:
    """The number of a line: a change of it follows from its place; ``title`` is who changed that of the whole text."""
    before, after = old.number if old else "", new.number if new else ""
    if before == after:
        return (Piece(Op.EQUAL, Run(after)),) if after else ()
    kind = Kind.CONSEQUENTIAL if old and new and new.role is not Role.TITLE else title
    struck = (Piece(Op.DELETE, Run(before), kind),) if before else ()
    return (*struck, Piece(Op.INSERT, Run(after), kind)) if after else struck
