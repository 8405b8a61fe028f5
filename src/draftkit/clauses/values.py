"""The values of a clause: what a person typed in, checked against the type of the variable.

Example:
    >>> value(Variable("report_session", Type.SESSION, "next"), None, 81), value(Variable("since", Type.DATE), "4 May 2027", None)
    (81, datetime.date(2027, 5, 4))
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date

from draftkit import inline
from draftkit.clauses.clause import NEXT, SPACES, UNPRINTABLE, Type, Variable
from draftkit.errors import ClauseError, MarkupError
from draftkit.un import citations, dates, register, sessions, symbols
from draftkit.un.whose import is_assemblys

LONGEST = 20_000
"""Characters of a value, of a template and of a filled text; the longest official paragraph has some five thousand."""

Value = int | date | tuple[str, ...] | str

_TEMPLATE_CODE = re.compile(r"(?<!\\)\{(?=[{%#])")
_STATE = re.compile(r"[^\W\d_]+(?:[ ()'’.\-]+[^\W\d_]+)*[).]?")


def value(variable: Variable, written: str | None, next_session: int | None) -> Value:
    """The typed value of a variable: ``written``, or its default.

    Raises:
        ClauseError: it is missing, or not of the variable's type; without the clause's name.
    """
    text = SPACES.sub(" ", (variable.default or "") if written is None else written).strip(" ")
    if not text:
        if variable.default == "":
            return ""
        example = f', for instance "{variable.example}"' if variable.example else ""
        raise ClauseError(f"the value {variable.name} is missing", remedy=f'add "{variable.name}:" under "with:"{example}')
    if len(text) > LONGEST:
        raise ClauseError(f"the value {variable.name} has more than {LONGEST:,} characters", remedy="shorten it")
    if variable.type is Type.SESSION and text == NEXT:
        if next_session is None:
            remedy = f'write "{variable.name}: 81" under "with:"'
            raise ClauseError("the session at which the item returns is not known", remedy=remedy)
        text = str(next_session)
    typed = _READERS[variable.type](text)
    if typed is None:
        what = f'the value {variable.name}, "{text[:40]}", is not {_KINDS[variable.type]}'
        raise ClauseError(UNPRINTABLE.sub("?", what), remedy=_REMEDIES[variable.type])
    return typed


def dated(resolution: str, before: str) -> str:
    """A resolution with its date from the register, "79/124 of 4 December 2024", if it has none.

    Args:
        before: the words of the clause before it; only what they call the Assembly's is looked up.
    """
    written = next(citations.find(resolution))
    if written.date or not is_assemblys(before + resolution, len(before)):
        return resolution
    known = register.cited(written.number)
    return f"{resolution} of {known.date}" if known else resolution


def _session(text: str) -> int | None:
    number = int(text) if re.fullmatch("[0-9]{1,3}", text) else sessions.number(text)
    return number if number is not None and 1 <= number <= sessions.HIGHEST else None


def _symbol(text: str) -> str | None:
    known = symbols.Symbol.parse(text) or symbols.resolution_number(text) or re.fullmatch(symbols.SYMBOL, text)
    return text if known else None


def _resolution(text: str) -> str | None:
    found = next(citations.find(text), None)
    if found is None or (found.start, found.end) != (0, len(text)):
        return None
    return text if not found.date or dates.parse(found.date) else None


def _states(text: str) -> tuple[str, ...] | None:
    listed = [name.strip() for name in re.split("[,;]", text)]
    wrong = any(not _STATE.fullmatch(name) or not name[0].isupper() for name in listed)
    return None if wrong or len(set(listed)) < len(listed) else tuple(sorted(listed, key=_alphabetical))


def _alphabetical(state: str) -> str:
    """English alphabetical order: accents and capitals do not count (un-rules A5)."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", state) if not unicodedata.combining(c))
    return bare.casefold()


def _number(text: str) -> int | None:
    return int(text.replace(",", "")) if re.fullmatch("[0-9]{1,12}|[0-9]{1,3}(?:,[0-9]{3}){1,3}", text) else None


def _text(text: str) -> str | None:
    if _TEMPLATE_CODE.search(text) or UNPRINTABLE.search(text):
        return None
    if (len(text) - len(text.rstrip("\\"))) % 2:  # it would take the mark after it
        return None
    try:
        inline.parse(text)
    except MarkupError:
        return None
    return text


_READERS: Mapping[Type, Callable[[str], Value | None]] = {
    Type.SESSION: _session,
    Type.DATE: dates.parse,
    Type.SYMBOL: _symbol,
    Type.RESOLUTION: _resolution,
    Type.STATES: _states,
    Type.TEXT: _text,
    Type.NUMBER: _number,
}
_KINDS = {
    Type.SESSION: f"a session from 1 to {sessions.HIGHEST}",
    Type.DATE: "a date of the calendar",
    Type.SYMBOL: "a document symbol",
    Type.RESOLUTION: "one resolution",
    Type.STATES: "a list of States, each named once",
    Type.TEXT: "a text of a draft",
    Type.NUMBER: "a whole number",
}
_REMEDIES = {
    Type.SESSION: "write 81 or eighty-first",
    Type.DATE: "write 4 December 2024",
    Type.SYMBOL: f"write A/81/143, or A/81/{symbols.BLANK} while it is not known",
    Type.RESOLUTION: "write 79/124, or 79/124 of 4 December 2024",
    Type.STATES: "write their names with commas between: Kenya, France",
    Type.TEXT: r"close every mark (*, [[, [^), and type \{ for a brace and \* for an asterisk of the text",
    Type.NUMBER: "write it in figures",
}
