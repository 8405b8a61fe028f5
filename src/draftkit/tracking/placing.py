"""Where what comes in stands in the tree of a paragraph, and a paragraph parted where a mark came in.

What comes in stands inside of what both its neighbours stand in, and no deeper; a hyperlink goes on with words of its own.

Example:
    >>> put(flat, Cut(Op.INSERT, 7, 7, content=(run,)), ends, None, pen).tag.rpartition("}")[2]
    'ins'
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from draftkit.model import Kind
from draftkit.tracking.flat import Flat
from draftkit.tracking.pen import Pen
from draftkit.word.package import R, W

if TYPE_CHECKING:
    from draftkit.tracking.cuts import Cut

_BREAK = f"{W}draftkitBreak"
"""Stands in a tree for a moment where a paragraph is to be parted."""

Ends = list[tuple[int, int, Any]]
"""What a stretch has become: elements in order, with the places that each holds."""


def put(flat: Flat, cut: Cut, ends: Sequence[Ends], after: Any | None, pen: Pen) -> Any:
    """Put in what comes at a place, behind what came there before; gives the last element of it."""
    elements = list(cut.content)
    if cut.ends is not None:
        elements.append(flat.paragraph.makeelement(_BREAK))
    before, following = _neighbours(flat, cut.start, ends)
    link = _own_link(elements, before if after is None else after)
    if link is not None:
        inside = [child for element in elements for child in element]
        return _place(flat.paragraph, pen.wrap(inside, "ins", cut.kind), before if after is None else after, None, link)
    last = after
    for element in _tracked(elements, cut.kind, pen):
        last = _place(flat.paragraph, element, before if last is None else last, following, None)
    return last


def _tracked(elements: Sequence[Any], kind: Kind | None, pen: Pen) -> list[Any]:
    """What comes in, marked: runs together, those of a hyperlink inside of it (17.16.22: it cannot stand in a change)."""
    out: list[Any] = []
    runs: list[Any] = []
    for element in [*elements, None]:
        if element is not None and element.tag not in (f"{W}hyperlink", _BREAK):
            runs.append(element)
            continue
        if runs:
            out.append(pen.wrap(runs, "ins", kind))
            runs = []
        if element is not None:
            if element.tag == f"{W}hyperlink":
                inside = list(element)
                element.append(pen.wrap(inside, "ins", kind))
            out.append(element)
    return out


def _neighbours(flat: Flat, place: int, ends: Sequence[Ends]) -> tuple[Any | None, Any | None]:
    """The elements before and behind a place."""
    before = following = None
    for stretch, parts in zip(flat.stretches, ends, strict=True):
        if stretch.start >= place:
            following = stretch.run if parts[0][2] is stretch.elements[-1] else parts[0][2]
            break
        for start, _, element in parts:
            if start < place:
                before = element
            elif following is None:
                following = element
        if following is not None:
            break
    return before, following


def _own_link(elements: Sequence[Any], before: Any | None) -> Any | None:
    """The hyperlink that stands before, if what comes in goes on with it."""
    if before is None or not elements or any(element.tag != f"{W}hyperlink" for element in elements):
        return None
    link = next((a for a in before.iterancestors(f"{W}hyperlink", f"{W}p")), None)
    if link is None or link.tag != f"{W}hyperlink":
        return None
    names = (f"{R}id", f"{W}anchor", f"{W}docLocation")
    return link if all(link.get(n) == element.get(n) for n in names for element in elements) else None


def _place(paragraph: Any, element: Any, before: Any | None, following: Any | None, link: Any | None) -> Any:
    """Put an element behind another: inside of what both neighbours stand in, and no deeper."""
    if before is None:
        if following is not None:
            _outermost(following, paragraph).addprevious(element)
            return element
        paragraph.append(element)
        return element
    holder = link if link is not None else _holder(before, following, paragraph)
    if element.tag == _BREAK:
        holder = paragraph
        _part_holders(before, following, paragraph)
    _outermost(before, holder).addnext(element)
    return element


def _holder(before: Any, following: Any | None, paragraph: Any) -> Any:
    """The innermost element that both neighbours stand in; the paragraph, where nothing follows."""
    if following is None:
        return paragraph
    around = set(following.iterancestors())
    return next(ancestor for ancestor in before.iterancestors() if ancestor in around)


def _outermost(element: Any, holder: Any) -> Any:
    """The child of a holder that an element is in."""
    while element.getparent() is not None and element.getparent() is not holder:
        element = element.getparent()
    return element


def _part_holders(before: Any, following: Any | None, paragraph: Any) -> None:
    """Part the hyperlinks that both neighbours stand in, so that the paragraph can be parted between them."""
    holder = _holder(before, following, paragraph)
    while holder is not paragraph:
        rest = holder.makeelement(holder.tag, dict(holder.attrib))
        for child in [child for child in holder if str(child.tag).endswith("Pr")]:
            rest.append(copy.deepcopy(child))
        for own in rest.findall(f"{W}sdtPr/{W}id"):
            own.getparent().remove(own)  # Word deals out another
        for sibling in list(_outermost(before, holder).itersiblings()):
            rest.append(sibling)
        holder.addnext(rest)
        before, holder = holder, holder.getparent()


def part(paragraph: Any, cuts: Sequence[Cut], pen: Pen) -> list[Any]:
    """Part a paragraph where marks came in: what stands before each goes into a paragraph of its own, before this one."""
    out: list[Any] = []
    for cut in cuts:
        stop = paragraph.find(_BREAK)
        if stop is None:
            break
        new = paragraph.makeelement(f"{W}p")
        if cut.ends is not None and len(cut.ends):
            new.append(cut.ends)
        for child in list(paragraph):
            if child is stop:
                break
            if child.tag != f"{W}pPr":
                new.append(child)
        paragraph.remove(stop)
        paragraph.addprevious(new)
        pen.mark(new, "ins", cut.kind)
        out.append(new)
    return out


__all__ = ["Ends", "part", "put"]
