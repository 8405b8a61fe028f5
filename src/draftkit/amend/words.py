"""Amendments of words: made of two wordings of one place, and found again in a wording.

The words quoted are long enough to stand only once in the place. Every amendment is tried before it is given out: it makes of
the old wording just what it should.

Example:
    >>> [said(each) for each in word_amendments("p", parse("Urges all States to act;"), parse("Urges States to act at once;"))]
    ['delete all', 'after to act insert at once']
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from draftkit.amend.amendments import Action, Amendment, Side
from draftkit.amend.atoms import Atoms, Exchange, atoms, content_of, deletion, exchanged, insertion, key, keys, places
from draftkit.compare.changes import changes
from draftkit.compare.tokens import Token
from draftkit.compare.words import edits
from draftkit.inline import join
from draftkit.model import Callout, Content, Ref, Text
from draftkit.roll.merge.said import same
from draftkit.un.wording import split

MOST = 6
"""Amendments of words to one paragraph, of more it is worded anew: what others change meanwhile in its other words is kept."""

READABLE = 3
"""The same for a document, where of more it is easier to read the paragraph anew."""

SHARE = 0.7
"""The share of the words that has to stay for a paragraph to be amended in its words."""

CONTEXT = 14
"""Words around a change that are quoted with it at the most."""


@dataclass(frozen=True, slots=True)
class _Piece(Token):
    """A token, and where its atoms begin."""

    start: int = field(kw_only=True)


Span = tuple[int, int, int, int]
"""Atoms of the old wording (from, to) that are other ones of the new (from, to)."""


def word_amendments(place: str, old: Content, new: Content, most: int = MOST) -> tuple[Amendment, ...]:
    """What makes the new wording of the old one; a single ``REWORD`` where that is easier to read, () where nothing changed."""
    before, after = atoms(old), atoms(new)
    if same(content_of(before), content_of(after)):
        return ()
    if not (before and after):
        return (Amendment(Action.REWORD, place, by=content_of(after)),)
    spans = _with_moved_callouts(_spans(before, after), before, after)
    changed = sum(max(b - a, d - c) for a, b, c, d in spans)
    found: list[Amendment] | None = None
    if len(spans) <= most and changed <= SHARE * max(len(before), len(after)):
        found = _amendments(place, before, after, spans)
    return tuple(found) if found is not None else (Amendment(Action.REWORD, place, by=content_of(after)),)


def exchange(amendment: Amendment, row: Atoms) -> Exchange | str:
    """What an amendment of words does to a row, or why it does not fit: its words are gone, stand twice, it is done already."""
    words, by = atoms(amendment.words), atoms(amendment.by)
    found = places(row, words)
    if _is_done(amendment, row, words, by, found):
        return "already done"
    if not found:
        return "its words are gone"
    if len(found) > 1:
        return f"its words stand there {'twice' if len(found) == 2 else f'{len(found)} times'}"
    start, stop = found[0], found[0] + len(words)
    if amendment.action is Action.DELETE:
        return deletion(row, start, stop)
    if amendment.action is Action.REPLACE:
        return Exchange(start, stop, by)
    return insertion(row, stop if amendment.side is Side.AFTER else start, by)


def _is_done(amendment: Amendment, row: Atoms, words: Atoms, by: Atoms, found: Sequence[int]) -> bool:
    """Whether what comes in is there already, in the place where it would come."""
    if amendment.action is Action.REPLACE:
        ends = [(at, at + len(by)) for at in places(row, by)]
        return bool(ends) and all(any(a <= at and at + len(words) <= b for a, b in ends) for at in found)
    if amendment.action is Action.INSERT and len(found) == 1:
        blank: Atoms = (Text(" "),)
        after = amendment.side is Side.AFTER
        rows = [(*words, *between, *by) if after else (*by, *between, *words) for between in ((), blank)]
        return any(places(row, each) for each in rows)
    return False


# --- Made of two wordings ------------------------------------------------------------------------------------------


def _pieces(row: Atoms) -> tuple[_Piece, ...]:
    """The tokens of a row. A word in italics is another than the same in roman; a blank is a blank."""
    out: list[_Piece] = []
    at = 0
    for piece in _runs(row):
        if isinstance(piece, Text):
            marks = (piece.italic, piece.bold, piece.superscript)
            form = f"\x02{marks}" if any(marks) else ""
            for text, said, telling in split(piece.text):
                out.append(_Piece(said + form * (said != " "), text, telling, start=at))
                at += len(text)
        else:
            to = f"\0{piece.target}|{piece.form}" if isinstance(piece, Ref) else f"\1{piece.note}"
            out.append(_Piece(to, "#", solid=True, start=at))
            at += 1
    return tuple(out)


def _runs(row: Atoms) -> Content:
    return join(row)


def _spans(before: Atoms, after: Atoms) -> list[Span]:
    """The stretches that differ."""
    olds, news = _pieces(before), _pieces(after)
    out: list[Span] = []
    i = j = 0
    starts = [each.start for each in olds] + [len(before)], [each.start for each in news] + [len(after)]
    for change in changes(edits(olds, news)):
        to_old, to_new = i + len(change.struck), j + len(change.written)
        if change.struck or change.written:
            out.append((starts[0][i], starts[0][to_old], starts[1][j], starts[1][to_new]))
        i, j = to_old + len(change.then.old), to_new + len(change.then.new)
    return out


def _with_moved_callouts(spans: list[Span], before: Atoms, after: Atoms) -> list[Span]:
    """The stretches, where a callout that only moves past a mark is one of them and not two: "word[1];" and "word;[1]"."""
    out: list[Span] = []
    for span in spans:
        a, b, c, d = span
        if out:
            first, last, start, end = out[-1]
            gone, come = (*before[first:last], *before[a:b]), (*after[start:end], *after[c:d])
            moved = gone == come and all(isinstance(atom, Callout) for atom in gone)
            if moved and not _has_word(before[last:a]):
                out[-1] = (first, b, start, d)
                continue
        out.append(span)
    return out


def _amendments(place: str, before: Atoms, after: Atoms, spans: list[Span]) -> list[Amendment] | None:
    """An amendment for each span; spans that cannot be told apart are told together. ``None``: not by words."""
    bounds = [(piece.start, piece.start + len(piece.text)) for piece in _pieces(before) if not piece.text.isspace()]
    while spans:
        made: list[tuple[Amendment, Exchange]] = []
        for at, span in enumerate(spans):
            found = _one(place, before, after, span, bounds)
            if found is None:
                return None
            if made and found[1].start < made[-1][1].stop + (found[1].start == found[1].stop == made[-1][1].stop):
                spans[at - 1 : at + 1] = [(spans[at - 1][0], span[1], spans[at - 1][2], span[3])]
                break
            made.append(found)
        else:
            whole = exchanged(before, [each for _, each in made])
            return [each for each, _ in made] if same(content_of(whole), content_of(after)) else None
    return None


def _one(
    place: str, before: Atoms, after: Atoms, span: Span, bounds: Sequence[tuple[int, int]]
) -> tuple[Amendment, Exchange] | None:
    """The shortest amendment that makes just this change."""
    a, b, c, d = span
    wanted = content_of((*before[:a], *after[c:d], *before[b:]))
    for candidate in _candidates(place, before, after, span, bounds):
        found = exchange(candidate, before)
        if isinstance(found, Exchange) and same(content_of(exchanged(before, [found])), wanted):
            return candidate, found
    return None


def _candidates(
    place: str, before: Atoms, after: Atoms, span: Span, bounds: Sequence[tuple[int, int]]
) -> Iterator[Amendment]:
    a, b, c, d = span
    struck, written = _trimmed(before, a, b), _trimmed(after, c, d)
    if not written and _has_word(struck):
        yield Amendment(Action.DELETE, place, content_of(struck))
    left = [start for start, stop in bounds if stop <= a or (start < a < stop)]
    right = [stop for start, stop in bounds if start >= b or (start < b < stop)]
    if not struck:
        for count in range(1, min(CONTEXT, len(left)) + 1):
            words = _trimmed(before, left[-count], a)
            if _says_something(words):
                yield Amendment(Action.INSERT, place, content_of(words), content_of(written))
        if not left:
            for count in range(min(CONTEXT, len(right))):
                words = _trimmed(before, b, right[count])
                if _says_something(words):
                    yield Amendment(Action.INSERT, place, content_of(words), content_of(written), Side.BEFORE)
    for more in range(2 * CONTEXT):
        sides = (more + 1) // 2, more // 2  # what goes is told from its like by the word after it
        before_it, after_it = (min(n, len(w)) for n, w in zip(sides if written else sides[::-1], (left, right), strict=True))
        first = left[-before_it] if before_it else a
        last = right[after_it - 1] if after_it else b
        words = _trimmed(before, first, last)
        by = _trimmed((*before[first:a], *after[c:d], *before[b:last]), 0, None)
        called = any(isinstance(atom, Callout) for atom in words)
        if words and by and (_is_worded(words) or (more and not called)):
            yield Amendment(Action.REPLACE, place, content_of(words), content_of(by))


def _trimmed(row: Atoms, start: int, stop: int | None) -> Atoms:
    """Atoms without the blanks at their ends."""
    cut = list(row[start:stop])
    while cut and key(cut[0]) == " ":
        del cut[0]
    while cut and key(cut[-1]) == " ":
        del cut[-1]
    return tuple(cut)


def _has_word(row: Atoms) -> bool:
    return any(isinstance(atom, Callout | Ref) or atom.text.isalnum() for atom in row)


def _is_worded(row: Atoms) -> bool:
    """Whether there is a word among atoms: a callout is quoted with the word that it stands behind."""
    return any(isinstance(atom, Ref) or (isinstance(atom, Text) and atom.text.isalnum()) for atom in row)


def _says_something(row: Atoms) -> bool:
    """Whether words tell a reader where he is: two of them, or a long one."""
    line = keys(row)
    return _has_word(row) and (" " in line or len(line) > 5)
