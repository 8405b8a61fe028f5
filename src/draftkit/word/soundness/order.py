"""Rules of order: properties stand in the order of the standard (ECMA-376 part 1, annex A: CT_RPr, CT_PPr, CT_TrPr, CT_TcPr).

The transitional schema lets those of runs stand anyhow, the strict one, Word and the Open XML SDK do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from draftkit.word.package import W
from draftkit.word.soundness.parts import Fault, Part

_ORDERS = {
    "rPr": (
        "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow "
        "emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u "
        "effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"
    ),
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd "
        "tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
        "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc "
        "textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign "
        "hideMark headers cellIns cellDel cellMerge tcPrChange"
    ),
    "trPr": "ins del trPrChange",
    "numPr": "ilvl numId numberingChange ins",
}
"""Those of rows stand anyhow (CT_TrPrBase), and after them their changes."""

_RANKS = {f"{W}{name}": {f"{W}{child}": at for at, child in enumerate(order.split())} for name, order in _ORDERS.items()}
_FIRST = {f"{W}p": f"{W}pPr", f"{W}r": f"{W}rPr", f"{W}tc": f"{W}tcPr"}
"""Properties come before all that has them."""


def properties_are_in_order(part: Part) -> Iterator[Fault]:
    """Each comes once, and not before those that come first."""
    for properties in part.root.iter(*_RANKS):
        cause = _fault(properties.tag, tuple(child.tag for child in properties))
        if cause:
            yield Fault(part, properties, cause)
        parent = properties.getparent()
        if parent is not None and _FIRST.get(parent.tag) == properties.tag and parent[0] is not properties:
            yield Fault(part, properties, f"w:{properties.tag[len(W) :]} is not the first of its w:{parent.tag[len(W) :]}")


@cache
def _fault(tag: str, children: tuple[str, ...]) -> str:
    ranks, last = _RANKS[tag], ""
    for child in children:
        if child not in ranks and tag != f"{W}trPr":
            continue  # of a later version, or unknown to the standard: another rule's question
        rank = ranks.get(child, -1)
        if last and rank >= 0 and rank == ranks.get(last, -1):
            return f"w:{child[len(W) :]} twice in w:{tag[len(W) :]}"
        if last and rank < ranks.get(last, -1):
            return f"w:{child[len(W) :]} after w:{last[len(W) :]} in w:{tag[len(W) :]}"
        last = child
    return ""
