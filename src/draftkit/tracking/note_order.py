"""The ids of notes in the order of their callouts, as Word has them whenever it saves.

A note that came in has the highest id wherever it stands. LibreOffice pairs callouts with notes by the order of their ids, and
would show each under another's number; so the ids are dealt out anew where they do not rise.

Example:
    >>> put_in_order(archive)      # callouts 6, 1, 2 become 1, 2, 6, and the notes with them
"""

from __future__ import annotations

from draftkit.word.archive import Archive
from draftkit.word.elements import whole
from draftkit.word.package import W


def put_in_order(archive: Archive) -> None:
    """Deal out the ids of footnotes and of endnotes again, if those of the callouts do not rise."""
    for kind in ("footnote", "endnote"):
        part = archive.related(archive.main, f"{kind}s")
        if part:
            _put_in_order(archive, kind, part)


def _put_in_order(archive: Archive, kind: str, part: str) -> None:
    callouts = list(archive.tree(archive.main).iter(f"{W}{kind}Reference"))
    called = list(dict.fromkeys(callout.get(f"{W}id", "") for callout in callouts))
    if not all(id_.isdecimal() for id_ in called) or called == sorted(called, key=whole):
        return
    new = dict(zip(called, sorted(called, key=whole), strict=True))
    for element in (*callouts, *archive.tree(part).iterchildren(f"{W}{kind}")):
        if element.get(f"{W}id", "") in new:
            element.set(f"{W}id", new[element.get(f"{W}id", "")])
    root = archive.tree(part)
    root[:] = sorted(root, key=lambda note: whole(note.get(f"{W}id", ""), -1))
    archive.change(part)
    archive.change(archive.main)


__all__ = ["put_in_order"]
