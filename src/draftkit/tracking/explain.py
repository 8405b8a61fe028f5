"""Comments that say why: the reason of each change of the roll-forward in a redline, in its margin.

In: a Word file with tracked changes, the changes that the roll-forward made, and the names under which they are tracked. Out:
the file with a comment on each of them in the body; Word has none in notes (ECMA-376 part 1, 17.13.4).

Example:
    >>> explained(data, changes, Authors(), "2026-10-05T00:00:00Z")[:2]
    b'PK'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from draftkit.model import Change, Kind
from draftkit.roll.rules import rule
from draftkit.un.spelling import folded
from draftkit.word.archive import Archive
from draftkit.word.elements import whole
from draftkit.word.package import W
from draftkit.writers.authors import Authors

_UNKNOWN = "Brought up to date by the roll-forward."
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_EMPTY = f'<w:comments xmlns:w="{W[1:-1]}"/>'.encode()
_CHANGES = (f"{W}del", f"{W}ins")


def explained(data: bytes, changes: Sequence[Change], authors: Authors, date: str) -> bytes:
    """Comment on every change of the roll-forward; what stands beside another is one change, and the masthead has one comment."""
    archive = Archive.open(data)
    comments: list[str] = []
    masthead = rule("masthead").reason
    for kind in (Kind.TECHNICAL, Kind.EDITORIAL):
        made = [change for change in changes if change.kind is kind]
        for group in _groups(archive.tree(archive.main), authors.of(kind)) if made else ():
            reason = _reason(group, made)
            if reason == _UNKNOWN and set(comments) <= {masthead}:
                reason = masthead  # the body has not begun
            if reason and not (reason == masthead and reason in comments):
                _comment(archive, group, reason, authors.of(kind), date)
                comments.append(reason)
    return archive.save() if comments else data


def _groups(main: Any, author: str) -> Iterator[list[Any]]:
    """Changes of an author that stand side by side in a paragraph."""
    for paragraph in main.iter(f"{W}p"):
        group: list[Any] = []
        for change in [c for c in paragraph.iter(*_CHANGES) if c.getparent().tag != f"{W}rPr" and c.get(f"{W}author") == author]:
            if group and group[-1].getnext() is not change:
                yield group
                group = []
            group.append(change)
        if group:
            yield group


def _reason(group: Sequence[Any], changes: Sequence[Change]) -> str:
    """The reason of the change that struck and wrote these words, "" if they are no words."""
    struck, written = (folded("".join(t.text or "" for c in group for t in c.iter(f"{W}{name}"))) for name in ("delText", "t"))
    if not struck and not written:
        return ""
    for change in changes:
        old, new = folded(change.old), folded(change.new)
        if (struck, written) == (old, new):
            return rule(change.rule).reason
    found = [c for c in changes if struck in folded(c.old) and written in folded(c.new)]
    return rule(found[0].rule).reason if found else _UNKNOWN


def _comment(archive: Archive, group: Sequence[Any], text: str, author: str, date: str) -> None:
    from lxml import etree

    part = archive.related(archive.main, "comments")
    if not part:
        part = archive.free_name("word/comments.xml")
        archive.add(part, _EMPTY, _TYPE)
        archive.link(archive.main, "comments", part)
    root = archive.tree(part)
    number = str(max((whole(c.get(f"{W}id", "")) for c in root), default=-1) + 1)
    initials = "".join(word[0] for word in author.split()[:3])
    said = {f"{W}id": number, f"{W}author": author, f"{W}date": date, f"{W}initials": initials}
    comment = etree.SubElement(root, f"{W}comment", said)
    etree.SubElement(etree.SubElement(etree.SubElement(comment, f"{W}p"), f"{W}r"), f"{W}t").text = text
    group[0].addprevious(root.makeelement(f"{W}commentRangeStart", {f"{W}id": number}))
    end = root.makeelement(f"{W}commentRangeEnd", {f"{W}id": number})
    group[-1].addnext(end)
    run = root.makeelement(f"{W}r")
    run.append(run.makeelement(f"{W}commentReference", {f"{W}id": number}))
    end.addnext(run)
    archive.change(part)
    archive.change(archive.main)


__all__ = ["explained"]
