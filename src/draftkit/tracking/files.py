"""Two Word files compared: the old one with every change tracked in it.

In: the bytes of both. Out: the old file, whose untouched parts are the same bytes, and in words what changed and is not tracked.

Example:
    >>> tracked = redline_files(old, new, Authors(), "2026-10-05T00:00:00Z")
    >>> tracked.untracked
    ('page settings differ: those of the old file stay',)
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from draftkit.tracking.apart import keep_apart
from draftkit.tracking.looks import look
from draftkit.tracking.note_order import highest_notes, put_in_order
from draftkit.tracking.pen import Pen
from draftkit.tracking.sections import running_parts
from draftkit.tracking.stories import compare_stories
from draftkit.tracking.work import Desk, Work
from draftkit.word.archive import Archive
from draftkit.word.elements import value
from draftkit.word.opened import require_root
from draftkit.word.package import W
from draftkit.word.revisions import REVISED, Mode, resolved
from draftkit.writers.authors import Authors

_UNREACHED = 2**30
"""Ids from here on are never dealt out, so there is no need to count on from them."""
_IDS = re.compile(rb'<w:(?:ins|del|move\w+|\w+Change|bookmark\w+|comment\w+|cell\w+|perm\w+)\b[^>]* w:id="(\d{1,10})"')
_TEXTS = {"header": "hdr", "footer": "ftr", "footnotes": "footnotes", "endnotes": "endnotes"}
"""The parts that have text besides the main one, and the root of each."""


@dataclass(frozen=True, slots=True)
class Tracked:
    """A Word file with tracked changes.

    ``untracked`` says in words what changed besides. ``changes`` counts the elements of changes that were written, the ranges of
    moves with them; 0 if nothing changed.
    """

    data: bytes
    untracked: tuple[str, ...] = ()
    changes: int = 0


def redline_files(
    old: bytes, new: bytes, authors: Authors, date: str, *, revisions: Mode | None = None, names: tuple[str, str] = ("", "")
) -> Tracked:
    """Write the changes that make the new file of the old one into the old one.

    Args:
        date: the instant of every change, "2026-10-05T09:00:00Z".
        revisions: what is done first with the tracked changes that either file has.
        names: of both files, for errors.

    Raises:
        Unreadable: one of them is no Word file, or has tracked changes and ``revisions`` does not say what to do.
    """
    before, after = (opened(data, name, revisions) for data, name in zip((old, new), names, strict=True))
    known = highest_notes(before)
    desk = Desk(before, after, Pen(authors, date, highest_id(before)))
    _compare(desk, before.main, after.main, "body")
    for part, new_part in running_parts(desk):
        _compare(desk, part, new_part, "")
    _name_untracked(desk)
    if desk.pen.written:
        keep_apart(before.tree(before.main), date)
        put_in_order(before, known)
    same = not desk.pen.written and not before.is_changed
    return Tracked(old if same else before.save(), tuple(desk.untracked), desk.pen.written)


def opened(data: bytes, name: str, revisions: Mode | None) -> Archive:
    """A Word file to work on, without revisions.

    Raises:
        Unreadable: see ``redline_files``.
    """
    from draftkit.errors import Unreadable

    archive = Archive.open(data, name)
    links = (link for link in archive.links(archive.main) if link.kind in _TEXTS)
    texts = {link.target: link.kind for link in links if link.target in archive.blobs}
    for part, kind in ({archive.main: "document"} | texts).items():
        require_root(archive, part, _TEXTS.get(kind, kind))
        found = sum(1 for _ in archive.tree(part).iter(*REVISED))
        if not found:
            continue
        if revisions is None:
            changes = "1 tracked change" if found == 1 else f"{found:,} tracked changes"
            raise Unreadable(f"the file has {changes}", name, "accept or reject them: --accept-input or --reject-input")
        archive.replace(part, resolved(archive.tree(part), revisions))
    if archive.tree(archive.main).find(f"{W}body") is None:
        raise Unreadable("not a Word file: its main part has no body", name, "save it again from Word as .docx")
    return archive


def highest_id(archive: Archive) -> int:
    """The highest id of a change, bookmark or comment in a file."""
    blobs = (blob for name, blob in archive.blobs.items() if name.endswith(".xml"))
    found = (int(id_) for blob in blobs for id_ in _IDS.findall(blob))
    return max((id_ for id_ in found if id_ < _UNREACHED), default=0)


def _compare(desk: Desk, part: str, new_part: str, name: str) -> None:
    root, other = desk.old.tree(part), desk.new.tree(new_part)
    one, two = (root.find(f"{W}{name}"), other.find(f"{W}{name}")) if name else (root, other)
    work = Work(desk, part, new_part)
    with work.changing():
        compare_stories(work, one, two)


def _name_untracked(desk: Desk) -> None:
    """Name what is different and is not tracked."""
    olds, news = ([look(s, skip=("headerReference", "footerReference")) for s in _page_settings(a)] for a in (desk.old, desk.new))
    if olds != news and len(olds) == len(news):
        desk.untracked["page settings differ: those of the old file stay"] = None
    before, after = ({}, {}) if desk.kin else (_styles(desk.old), _styles(desk.new))
    changed = [name for name, seen in after.items() if before.get(name, seen) != seen]
    if changed:
        named = ", ".join(changed[:5]) + (f" and {len(changed) - 5} more" if len(changed) > 5 else "")
        desk.untracked[f"styles are defined otherwise in the new text ({named}): those of the old file stay"] = None
    if _controls(desk.old) != _controls(desk.new):
        desk.untracked["content controls differ: those of the old file stay, new text comes without"] = None
    if _comments(desk.new) != _comments(desk.old):
        desk.untracked["comments differ: those of the old file stay"] = None


def _page_settings(archive: Archive) -> list[Any]:
    return list(archive.tree(archive.main).iter(f"{W}sectPr"))


def _styles(archive: Archive) -> dict[str, str]:
    part = archive.related(archive.main, "styles")
    used = {e.get(f"{W}val") for e in archive.tree(archive.main).iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    styles = archive.tree(part).iterchildren(f"{W}style") if part else ()
    out: dict[str, str] = {}
    for style in styles:
        name = style.find(f"{W}name")
        if style.get(f"{W}styleId") in used and name is not None:
            out[str(name.get(f"{W}val", ""))] = " ".join(look(style.find(f"{W}{p}")) for p in ("pPr", "rPr", "tblPr"))
    return out


def _controls(archive: Archive) -> Counter[str]:
    found = archive.tree(archive.main).iter(f"{W}sdt")
    return Counter("".join(value(control.find(f"{W}sdtPr"), name) for name in ("alias", "tag")) for control in found)


def _comments(archive: Archive) -> list[str]:
    part = archive.related(archive.main, "comments")
    return ["".join(c.itertext(f"{W}t")) for c in archive.tree(part).iterchildren(f"{W}comment")] if part else []


__all__ = ["Tracked", "highest_id", "opened", "redline_files"]
