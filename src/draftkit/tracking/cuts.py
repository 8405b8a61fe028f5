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
from draftkit.tracking.placing import Ends, part, put
from draftkit.word.package import W

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


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
            came[cut.start] = put(flat, cut, ends, came.get(cut.start), pen)
    join_changes(flat.paragraph)
    join_rewritten(flat.paragraph, pen)
    return part(flat.paragraph, [cut for cut in cuts if cut.ends is not None], pen)


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


__all__ = ["Cut", "cut_up", "sliced", "unfielded"]
