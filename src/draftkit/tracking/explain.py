"""Comments that say why: the reason of each technical change of a redline, in its margin.

In: a Word file with tracked changes, the changes that the roll-forward made, and the name under which they are tracked. Out:
the file with a comment on each of them in the body; Word has none in notes (ECMA-376 part 1, 17.13.4).

Example:
    >>> explained(data, changes, Authors(), "2026-10-05T00:00:00Z")[:2]
    b'PK'
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from draftkit.model import Change, Kind
from draftkit.un.spelling import folded
from draftkit.word.archive import Archive
from draftkit.word.elements import whole
from draftkit.word.package import W
from draftkit.writers.authors import Authors

REASONS: Mapping[str, str] = MappingProxyType(
    {
        "masthead": "The masthead is that of a draft resolution of the coming session (Editorial Manual, Mastheads).",
        "session": "The session of the General Assembly moves on by the cadence of the item.",
        "citation": "The last resolution of the series is cited, with its date.",
        "period": "The year or period moves on with the cadence of the item.",
        "report": "The report is that of the coming session; its symbol is not yet known.",
        "repeated-note": "A note is called once; a second mention has a note of its own (Editorial Manual, Footnotes).",
        "short-symbol": "Symbols are written in full (Editorial Manual, Footnotes).",
        "note-number": "Notes of a new draft begin at 1.",
    }
)
"""Why the roll-forward makes a change, by its rule."""

_UNKNOWN = "Brought up to date by the roll-forward."
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_EMPTY = f'<w:comments xmlns:w="{W[1:-1]}"/>'.encode()
_CHANGES = (f"{W}del", f"{W}ins")


def explained(data: bytes, changes: Sequence[Change], authors: Authors, date: str) -> bytes:
    """Comment on every technical change; what stands beside another is one change, and the masthead has one comment."""
    archive = Archive.open(data)
    technical = [change for change in changes if change.kind is Kind.TECHNICAL]
    comments: list[str] = []
    for group in _groups(archive.tree(archive.main), authors.technical):
        reason = _reason(group, technical)
        if reason == _UNKNOWN and set(comments) <= {REASONS["masthead"]}:
            reason = REASONS["masthead"]  # the body has not begun
        if reason and not (reason == REASONS["masthead"] and reason in comments):
            _comment(archive, group, reason, authors.technical, date)
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
            return REASONS.get(change.rule, _UNKNOWN)
    found = [c for c in changes if struck in folded(c.old) and written in folded(c.new)]
    return REASONS.get(found[0].rule, _UNKNOWN) if found else _UNKNOWN


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


__all__ = ["REASONS", "explained"]
