"""An equation of a Word file in one line.

In: an ``m:oMath`` or ``m:oMathPara`` (ECMA-376 part 1, 22.1). Out: its characters, with signs for what stands above, below
or under a root. What has no sign says its characters alone.

Example:
    >>> linear(equation)
    '(a+b)/2'
"""

from __future__ import annotations

import re
from typing import Any

from draftkit.word.package import M, W

_FORMS = {
    "f": "{num}/{den}",
    "sSup": "{e}^{sup}",
    "sSub": "{e}_{sub}",
    "sSubSup": "{e}_{sub}^{sup}",
    "limLow": "{e}_{lim}",
    "limUpp": "{e}^{lim}",
    "rad": "{deg}√{e}",
    "func": "{fName} {e}",
}
"""How elements are set in one line, by the names of their parts."""
_PART = re.compile(r"\{(\w+)\}")


def linear(equation: Any) -> str:
    """The equation in one line."""
    return "".join(_said(child) for child in equation)


def _said(element: Any) -> str:
    if element.tag in (f"{M}t", f"{W}t"):
        return element.text or ""
    if not isinstance(element.tag, str) or element.tag.endswith("Pr"):
        return ""
    name = element.tag.removeprefix(M)
    if name in _FORMS:
        return _PART.sub(lambda part: _bracketed(element.find(f"{M}{part[1]}")), _FORMS[name])
    if name == "nary":
        return _nary(element)
    if name == "d":
        return _delimited(element)
    return linear(element)


def _bracketed(part: Any | None) -> str:
    """A part, in brackets if it is more than one number or word."""
    said = "" if part is None else linear(part)
    bracketed = said[:1] == "(" and said[-1:] == ")" and said.count("(") == 1
    return said if len(said) < 2 or said.isalnum() or bracketed else f"({said})"


def _nary(element: Any) -> str:
    """A sum, a product or an integral with its bounds."""
    sign = element.find(f"{M}naryPr/{M}chr")
    lower, upper = (_bracketed(element.find(f"{M}{part}")) for part in ("sub", "sup"))
    bounds = (f"_{lower}" if lower else "") + (f"^{upper}" if upper else "")
    body = element.find(f"{M}e")
    return f"{'∫' if sign is None else sign.get(f'{M}val', '∫')}{bounds} {'' if body is None else linear(body)}"


def _delimited(element: Any) -> str:
    """What stands in brackets."""
    opening, closing = (element.find(f"{M}dPr/{M}{name}") for name in ("begChr", "endChr"))
    inside = "|".join(linear(part) for part in element.iterchildren(f"{M}e"))
    first = "(" if opening is None else opening.get(f"{M}val", "(")
    last = ")" if closing is None else closing.get(f"{M}val", ")")
    return f"{first}{inside}{last}"
