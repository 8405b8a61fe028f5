"""What becomes of each stretch of a paragraph, and writing that into its tree.

A paragraph laid out flat is cut up: stretches that stay, that are struck, and places where something comes in. What stays as it
was keeps its very elements; a run is parted only where a cut goes through it.

Example:
    >>> cut_up(flat, [Cut(Op.EQUAL, 0, 7), Cut(Op.DELETE, 7, 10), Cut(Op.INSERT, 10, 10, content=(run,))], pen)
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from draftkit.compare.tokens import Op
from draftkit.model import Kind
from draftkit.tracking.flat import Flat, Stretch, characters
from draftkit.tracking.joins import join_changes, join_rewritten
from draftkit.tracking.pen import Pen, run_properties
from draftkit.word.package import R, W

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BREAK = f"{W}draftkitBreak"
"""Stands in a tree for a moment where a paragraph is to be parted."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of a paragraph, or a place in it for what comes in.

    Args:
        start, stop: the stretch; of an insertion both are its place.
        content: what comes in: runs, or hyperlinks of runs, that stand nowhere yet.
        kind: who made the change.
        look: of what stays, the ``w:rPr`` that it has now, if that changed.
        name: of what stays, a change to be put around it.
        ends: of an insertion, the ``w:pPr`` of the paragraph that ends here, if a paragraph mark comes in.
    """

    op: Op
    start: int
    stop: int
    content: tuple[Any, ...] = ()
    kind: Kind | None = None
    look: Any | None = None
    name: str = ""
    ends: Any | None = None


def cut_up(flat: Flat, cuts: Sequence[Cut], pen: Pen, *, kept: str = "") -> list[Any]:
    """Write the cuts into the tree; gives the paragraphs that come before this one, parted from it.

    Args:
        kept: what stays is wrapped in this: "moveFrom" in a paragraph that moves.
    """
    if not kept and all(_plain(cut) for cut in cuts):
        return []
    by_stretch = zip(flat.stretches, _by_stretch(flat, cuts), strict=True)
    ends = [_cut_stretch(stretch, parts, pen, kept) for stretch, parts in by_stretch]
    came: dict[int, Any] = {}
    for cut in cuts:
        if cut.op is Op.INSERT:
            came[cut.start] = _put(flat, cut, ends, came.get(cut.start), pen)
    join_changes(flat.paragraph)
    join_rewritten(flat.paragraph, pen)
    return _part(flat.paragraph, [cut for cut in cuts if cut.ends is not None], pen)


Part = tuple[int, int, Cut]
"""From where to where in the paragraph, and the cut; an insertion inside of a run has no length."""


def _by_stretch(flat: Flat, cuts: Sequence[Cut]) -> list[list[Part]]:
    """The parts of each stretch, in order."""
    out: list[list[Part]] = [[] for _ in flat.stretches]
    at = 0
    for cut in cuts:
        while at < len(flat.stretches) and flat.stretches[at].stop <= cut.start:
            at += 1
        here = at
        while here < len(flat.stretches) and flat.stretches[here].start < cut.stop:
            stretch = flat.stretches[here]
            if cut.op is not Op.INSERT:
                out[here].append((max(cut.start, stretch.start), min(cut.stop, stretch.stop), cut))
            elif stretch.start < cut.start:
                out[here].append((cut.start, cut.start, cut))
            here += 1
    return out


Ends = list[tuple[int, int, Any]]
"""What a stretch has become: elements in order, with the places that each holds."""


def _cut_stretch(stretch: Stretch, parts: Sequence[Part], pen: Pen, kept: str) -> Ends:
    """Part the run of a stretch, and mark its parts."""
    if not kept and all(cut.op is Op.EQUAL and cut.look is None and not cut.name for _, _, cut in parts):
        return [(stretch.start, stretch.stop, stretch.elements[-1])]
    whole = stretch.stop - stretch.start == 1
    holder, place = stretch.run.getparent(), stretch.run.getparent().index(stretch.run)
    out: Ends = []
    pieces = [
        list(stretch.elements) if whole else [sliced(stretch.run, start - stretch.start, stop - stretch.start)]
        for start, stop, _ in _joined(parts)
    ]
    for element in stretch.elements:
        holder.remove(element)
    for (start, stop, cut), elements in zip(_joined(parts), pieces, strict=True):
        name = "del" if cut.op is Op.DELETE else cut.name or kept
        if cut.look is not None and cut.op is Op.EQUAL and elements[0].tag == f"{W}r":
            pen.rewrite(run_properties(elements[0]), cut.look, cut.kind)
        if name:
            elements = [pen.wrap([run for element in elements for run in unfielded(element)], name, cut.kind)]
        for element in elements:
            holder.insert(place, element)
            place += 1
        out.append((start, stop, elements[-1]))
    return out


def _joined(parts: Sequence[Part]) -> list[Part]:
    """The parts without insertions; neighbours that both stay as they are are one, if nothing comes in between."""
    out: list[Part] = []
    parted = True
    for start, stop, cut in parts:
        if cut.op is Op.INSERT:
            parted = True
            continue
        if not parted and _plain(out[-1][2]) and _plain(cut):
            out[-1] = (out[-1][0], stop, cut)
        else:
            out.append((start, stop, cut))
        parted = False
    return out


def _plain(cut: Cut) -> bool:
    return cut.op is Op.EQUAL and cut.look is None and not cut.name


def sliced(run: Any, start: int, stop: int) -> Any:
    """A copy of a run with the characters from ``start`` to ``stop`` alone, counted in the run."""
    out = run.makeelement(run.tag, dict(run.attrib))
    total = sum(len(characters(child)) for child in run)
    at = 0
    for child in run:
        if child.tag == f"{W}rPr":
            out.append(copy.deepcopy(child))
            continue
        length = len(characters(child))
        begin, end = max(start, at), min(stop, at + length)
        if length == 0 and (start <= at < stop or at == stop == total):
            out.append(copy.deepcopy(child))
        elif begin < end:
            piece = copy.deepcopy(child)
            piece.tail = None
            if length > 1:
                piece.text = child.text[begin - at : end - at]
                if piece.text != piece.text.strip():
                    piece.set(_SPACE, "preserve")
            out.append(piece)
        at += length
    return out


def unfielded(element: Any) -> list[Any]:
    """A simple field as the runs of a complex one, since none may stand in a change (17.13.5.14, 17.16.19); else itself."""
    if element.tag != f"{W}fldSimple":
        return [element]

    def run(name: str, text: str = "", **attributes: str) -> Any:
        out = element.makeelement(f"{W}r")
        child = out.makeelement(f"{W}{name}", {f"{W}{key}": value for key, value in attributes.items()})
        if text:
            child.text = text
            child.set(_SPACE, "preserve")
        out.append(child)
        return out

    inside = [child for child in element if child.tag != f"{W}fldData"]
    begin, instruction = run("fldChar", fldCharType="begin"), run("instrText", element.get(f"{W}instr", ""))
    return [begin, instruction, run("fldChar", fldCharType="separate"), *inside, run("fldChar", fldCharType="end")]


def _put(flat: Flat, cut: Cut, ends: Sequence[Ends], after: Any | None, pen: Pen) -> Any:
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


def _part(paragraph: Any, cuts: Sequence[Cut], pen: Pen) -> list[Any]:
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


__all__ = ["Cut", "cut_up", "sliced", "unfielded"]
