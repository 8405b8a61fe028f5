"""The symbol of a document in its life: L.7, its revision L.7/Rev.1, addendum L.7/Add.1, corrigendum L.7/Corr.1 (un-rules F).

Example:
    >>> issued("A/C.6/81/L.7/Rev.1", "Add", 1), issued("A/C.6/81/L.7/Rev.1", "Rev", 2)
    ('A/C.6/81/L.7/Rev.1/Add.1', 'A/C.6/81/L.7/Rev.2')
"""

from __future__ import annotations

import re

from draftkit.errors import DraftkitError
from draftkit.model import Masthead
from draftkit.un.sessions import ordinal
from draftkit.un.symbols import COMMITTEES, Symbol, draft_symbol

_REPLACED = {"Rev": re.compile(r"(?:/(?:Rev|Add|Corr)\.\d+)+$"), "Add": re.compile(r"(?:/(?:Add|Corr)\.\d+)+$")}
"""What gives way: a revision replaces all that came before it, an addendum is to the draft and not to another addendum."""


def symbol_of(head: Masthead) -> str:
    """The symbol of a draft: its own, or one with a blank for its number.

    Raises:
        DraftkitError: no session; a symbol that is of another committee or session than the masthead.
    """
    if not head.session:
        raise DraftkitError("the draft does not say of which session it is", "document", 'add "session: 81"')
    parsed = Symbol.parse(head.symbol)
    if parsed is None or parsed.type != "L":
        return draft_symbol(head.committee, head.session)
    body = COMMITTEES.get(head.committee, "")
    if parsed.body != body:
        told = next((name for name, part in COMMITTEES.items() if part == parsed.body), "the plenary")
        what = f"the symbol {head.symbol} is of {_the(told)}, the masthead of {_the(head.committee or 'the plenary')}"
        raise DraftkitError(what, "document", 'put "symbol" or "committee" right')
    if parsed.session.isdecimal() and int(parsed.session) != head.session:
        what = f"the symbol {head.symbol} is not of the {ordinal(head.session)} session"
        raise DraftkitError(what, "document", 'put "symbol" or "session" right')
    return head.symbol


def issued(symbol: str, kind: str, number: int) -> str:
    """The symbol of a revision ("Rev"), an addendum ("Add") or a corrigendum ("Corr") to a document."""
    replaced = _REPLACED.get(kind)
    stem = replaced.sub("", symbol) if replaced else re.sub(rf"/{kind}\.\d+$", "", symbol)
    return f"{stem}/{kind}.{number}"


def before(symbol: str) -> str:
    """The symbol of the document that a revision replaces: L.7 for L.7/Rev.1, L.7/Rev.1 for L.7/Rev.2."""
    match = re.fullmatch(r"(.*)/Rev\.(\d+)", symbol)
    if not match:
        return symbol
    return match[1] if match[2] == "1" else f"{match[1]}/Rev.{int(match[2]) - 1}"


def _the(name: str) -> str:
    return name if name.startswith("the ") else f"the {name}"
