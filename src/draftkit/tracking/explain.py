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

from draftkit.model import Change, Kind, Resolution
from draftkit.tracking.reasons import UNKNOWN, Reasons
from draftkit.word.archive import Archive
from draftkit.word.elements import whole
from draftkit.word.package import W
from draftkit.writers.authors import Authors

_KINDS = (Kind.TECHNICAL, Kind.EDITORIAL)
_INSTEAD = {f"{W}tab": " ", f"{W}noBreakHyphen": "\u2011"}
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_EMPTY = f'<w:comments xmlns:w="{W[1:-1]}"/>'.encode()
_CHANGES = (f"{W}del", f"{W}ins")


def explained(data: bytes, changes: Sequence[Change], authors: Authors, date: str, prior: Resolution | None = None) -> bytes:
    """Comment on every change of the roll-forward; what stands beside another is one change, and the masthead has one comment.

    Args:
        prior: the text that was rolled; it tells where in the text a change stands.
    """
    archive = Archive.open(data)
    comments: list[str] = []
    for author in dict.fromkeys(authors.of(kind) for kind in _KINDS):
        made = [change for change in changes if change.kind in _KINDS and authors.of(change.kind) == author]
        shared = author in {authors.of(kind) for kind in Kind if kind not in _KINDS}
        reasons = Reasons(prior, made)
        for paragraph in archive.tree(archive.main).iter(f"{W}p") if made else ():
            place = reasons.place(_before(paragraph))
            for group in _groups(paragraph, author):
                reason = reasons.of(place, *(_words(group, name) for name in ("delText", "t")))
                if not reason or (reason == UNKNOWN and shared) or (reason == reasons.masthead and reason in comments):
                    continue  # of no words, perhaps another's change, or said already
                _comment(archive, group, reason, author, date)
                comments.append(reason)
    return archive.save() if comments else data


def _before(paragraph: Any) -> str:
    """What a paragraph said before the changes."""
    said: list[str] = []
    for piece in paragraph.iter(f"{W}t", f"{W}delText", f"{W}tab", f"{W}noBreakHyphen"):
        if not any(above.tag == f"{W}ins" for above in piece.iterancestors(f"{W}ins", f"{W}p")):
            said.append(piece.text or "" if piece.tag in (f"{W}t", f"{W}delText") else _INSTEAD[piece.tag])
    return "".join(said)


def _words(group: Sequence[Any], name: str) -> str:
    return "".join(text.text or "" for change in group for text in change.iter(f"{W}{name}"))


def _groups(paragraph: Any, author: str) -> Iterator[list[Any]]:
    """Changes of an author that stand side by side in a paragraph."""
    group: list[Any] = []
    for change in [c for c in paragraph.iter(*_CHANGES) if c.getparent().tag != f"{W}rPr" and c.get(f"{W}author") == author]:
        if group and group[-1].getnext() is not change:
            yield group
            group = []
        group.append(change)
    if group:
        yield group


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
