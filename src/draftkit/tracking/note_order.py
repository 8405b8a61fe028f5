"""The ids of notes in the order of their callouts, as Word has them whenever it saves.

A note that came in was given the highest id, wherever it stands. LibreOffice pairs callouts with notes by the order of their
ids, and would show each under another's number; so the new notes get ids between those of their neighbours. Only where there is
no room the notes behind them move up.

Example:
    >>> known = highest_notes(archive)      # {"footnote": 40}
    >>> put_in_order(archive, known)        # callouts 20, 41, 40 become 20, 21, 40
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import count

from draftkit.word.archive import Archive
from draftkit.word.elements import whole
from draftkit.word.package import W

_KINDS = ("footnote", "endnote")


def highest_notes(archive: Archive) -> dict[str, int]:
    """The highest id of the footnotes and of the endnotes of a file."""
    found: dict[str, int] = {}
    for kind in _KINDS:
        part = archive.related(archive.main, f"{kind}s")
        ids = (whole(note.get(f"{W}id", "")) for note in (archive.tree(part).iterchildren(f"{W}{kind}") if part else ()))
        found[kind] = max(ids, default=0)
    return found


def put_in_order(archive: Archive, known: Mapping[str, int]) -> None:
    """Let the ids of the callouts rise. ``known``: the highest ids before notes came in."""
    for kind in _KINDS:
        part = archive.related(archive.main, f"{kind}s")
        if part:
            _put_in_order(archive, kind, part, known.get(kind, 0))


def _put_in_order(archive: Archive, kind: str, part: str, known: int) -> None:
    root = archive.tree(part)
    callouts = list(archive.tree(archive.main).iter(f"{W}{kind}Reference"))
    called = list(dict.fromkeys(callout.get(f"{W}id", "") for callout in callouts))
    if not all(id_.isdecimal() for id_ in called):
        return
    notes = {note.get(f"{W}id", ""): note for note in root.iterchildren(f"{W}{kind}")}
    separators = (whole(id_) for id_, note in notes.items() if note.get(f"{W}type") not in (None, "normal"))
    uncalled = frozenset(map(whole, notes.keys() - set(called)))
    new = rising(map(whole, called), known, after=max(separators, default=0), taken=uncalled)
    dealt = {id_: str(number) for id_, number in zip(called, new, strict=True)}
    if all(id_ == number for id_, number in dealt.items()):
        return
    for element in (*callouts, *notes.values()):
        if element.get(f"{W}id", "") in dealt:
            element.set(f"{W}id", dealt[element.get(f"{W}id", "")])
    root[:] = sorted(root, key=lambda note: whole(note.get(f"{W}id") or "", -1))
    archive.change(part)
    archive.change(archive.main)


def rising(ids: Iterable[int], known: int, *, after: int, taken: Collection[int] = ()) -> list[int]:
    """Ids that rise, those up to ``known`` as they are as far as there is room; those that are ``taken`` are left out.

    Example:
        >>> rising([20, 41, 42, 40], 40, after=0), rising([4, 1, 2], 3, after=0)
        ([20, 21, 22, 40], [1, 2, 3])
    """
    out: list[int] = []
    last = after
    for id_ in ids:
        last = id_ if last < id_ <= known else next(n for n in count(last + 1) if n not in taken)
        out.append(last)
    return out


__all__ = ["highest_notes", "put_in_order", "rising"]
