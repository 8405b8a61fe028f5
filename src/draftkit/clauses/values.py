"""The values of a clause: what a person typed in, checked against the type of the variable.

Example:
    >>> value(Variable("report_session", Type.SESSION, "next"), None, 81), value(Variable("since", Type.DATE), "4 May 2027", None)
    (81, datetime.date(2027, 5, 4))
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from draftkit import inline
from draftkit.clauses.clause import NEXT, SPACES, UNPRINTABLE, Type, Variable
from draftkit.errors import ClauseError, MarkupError
from draftkit.un import citations, dates, register, sessions, states, symbols
from draftkit.un.register.record import loosened
from draftkit.un.whose import is_assemblys

LONGEST = 20_000
"""Characters of a value, of a template and of a filled text; the longest official paragraph has some five thousand."""

Value = int | date | tuple[str, ...] | str


class Name(str):
    """The name of a body: running text gives it the article that it wants (``seams``)."""

    __slots__ = ()


_TEMPLATE_CODE = re.compile(r"(?<!\\)\{(?=[{%#])")
_GROUPED = r"[0-9]{1,3}(?:,[0-9]{3}){1,4}"
_MONEY = re.compile(
    rf"(?P<sign>(?:US ?)?\$|€)? ?(?P<amount>[0-9]{{1,13}}|{_GROUPED}|[0-9]{{1,6}}\.[0-9]{{1,9}}(?= [mb]illion))"
    r"(?: (?P<times>million|billion))?(?: (?P<unit>(?:United States )?dollars|euros|Swiss francs))?"
)
_TIMES = {"": 1, "million": 10**6, "billion": 10**9}
_PARAGRAPH = r"(?:(?:[IVXL]{1,6}\.)?[0-9]{1,3}(?: \([a-z]{1,4}\))*|\[\[[\w-]+\]\])"
_PARAGRAPHS = re.compile(rf"{_PARAGRAPH}(?: ?(?:to|[-–]) ?{_PARAGRAPH})?")
_YES, _NO = frozenset(("yes", "true")), frozenset(("no", "false"))
_NAME_WORD = r"(?:[A-Z0-9][\w’'.\-\u2011/]*|(?:of|the|and|on|for|in|to|with|against|at|by|from|its|or|as|de|du|des|la)\b)"
_BODY = re.compile(rf"(?:the )?[A-Z][\w’'.\-\u2011/]*(?:,? \(?{_NAME_WORD}\)?){{0,40}}")
_QUOTES = re.compile("[“”]")
_YEARS = range(1900, 2200)
_LONGEST_NAME = 300


def value(variable: Variable, written: str | None, next_session: int | None) -> Value:
    """The typed value of a variable: ``written``, or its default.

    Raises:
        ClauseError: it is missing, or not of the variable's type; without the clause's name.
    """
    text = SPACES.sub(" ", (variable.default or "") if written is None else written).strip(" ")
    if not text:
        if variable.type is Type.FLAG:
            return False
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
        raise ClauseError(UNPRINTABLE.sub("?", what), remedy=_meant(variable.type, text) or _REMEDIES[variable.type])
    return typed


def _meant(kind: Type, text: str) -> str:
    """The State that a wrong name means, as a remedy."""
    if kind not in (Type.STATE, Type.STATES):
        return ""
    for name in re.split("[,;]", text):
        if not states.find(name) and (near := states.suggestion(name)):
            return f'did you mean "{near}"?'
    return ""


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


def _resolutions(text: str) -> tuple[str, ...] | None:
    """A list of resolutions in the order of their sessions (un-rules D8), each with its date as far as it is given."""
    listed = next(citations.lists(text), ())
    if not listed or (listed[0].start, listed[-1].end) != (0, len(text)):
        return None
    if any(cited.date and not dates.parse(cited.date) for cited in listed):
        return None
    numbers = {loosened(cited.number) for cited in listed}
    if len(numbers) < len(listed):
        return None
    return tuple(text[cited.start : cited.end] for cited in sorted(listed, key=_in_order))


def _in_order(cited: citations.Citation) -> tuple[int, int]:
    """The year of a resolution, then its number; those of one year that cannot be told apart stay in their order."""
    known = cited.date or (adopted.date if (adopted := register.cited(cited.number)) else "")
    day = dates.parse(known.replace("\u00a0", " ")) if known else None
    if cited.session:
        return sessions.OPENING_YEAR + cited.session, int(cited.number.partition("/")[2].split()[0].split("\u00a0")[0])
    return (day.year - (day.month < citations.OPENS[0]) if day else 0), 0


def _state(text: str) -> str | None:
    found = states.find(text)
    return found.name if found else None


def _states(text: str) -> tuple[str, ...] | None:
    names = [name for part in re.split("[,;]", text) for name in _two_states(part.strip())]
    return None if not all(names) or len(set(names)) < len(names) else tuple(sorted(names, key=states.order))


def _two_states(text: str) -> tuple[str, ...]:
    """The States in a part of a list: one, or "Ghana and Portugal"; an empty name where there is none."""
    text = text.removeprefix("and ")
    if name := _state(text):
        return (name,)
    for gap in re.finditer(" and ", text):
        first, second = _state(text[: gap.start()]), _state(text[gap.end() :])
        if first and second:
            return first, second
    return ("",)


def _body(text: str) -> Name | None:
    return Name(text) if len(text) <= _LONGEST_NAME and _BODY.fullmatch(text) else None


def _paragraphs(text: str) -> tuple[str, ...] | None:
    """Numbers of paragraphs, or references to them: "12", "12 and 14", "3 to 5"."""
    parts = re.split(r", and |, | and ", re.sub(r"\Aparagraphs? ", "", text.replace("\u00a0", " ")))
    if not all(map(_PARAGRAPHS.fullmatch, parts)) or len(set(parts)) < len(parts):
        return None
    return tuple(re.sub(rf"(?<=[0-9)\]]) ?(?:to|[-–]) ?(?={_PARAGRAPH}\Z)", " to ", part) for part in parts)


def _flag(text: str) -> bool | None:
    return True if text.lower() in _YES else False if text.lower() in _NO else None


def _year(text: str) -> int | None:
    return int(text) if re.fullmatch("[0-9]{4}", text) and int(text) in _YEARS else None


def _money(text: str) -> str | None:
    """An amount with its unit, "12,000,000 dollars", in figures; dollars where none is given."""
    match = _MONEY.fullmatch(text)
    if not match or (match["sign"] and match["unit"] and (match["sign"] == "€") is not (match["unit"] == "euros")):
        return None
    amount = Decimal(match["amount"].replace(",", "")) * _TIMES[match["times"] or ""]
    unit = match["unit"] or ("euros" if match["sign"] == "€" else "dollars")
    return f"{int(amount):,} {unit}" if amount == int(amount) else None


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
    return None if _closes_what_it_did_not_open(text) else text


def _closes_what_it_did_not_open(text: str) -> bool:
    """Whether a quotation mark closes before one opens: "Lamps”, and the item “Oil" would break out of the clause's own."""
    depth = 0
    for mark in _QUOTES.findall(text):
        depth += 1 if mark == "“" else -1
        if depth < 0:
            return True
    return False


_READERS: Mapping[Type, Callable[[str], Value | None]] = {
    Type.SESSION: _session,
    Type.DATE: dates.parse,
    Type.SYMBOL: _symbol,
    Type.RESOLUTION: _resolution,
    Type.STATES: _states,
    Type.TEXT: _text,
    Type.NUMBER: _number,
    Type.YEAR: _year,
    Type.STATE: _state,
    Type.BODY: _body,
    Type.MONEY: _money,
    Type.RESOLUTIONS: _resolutions,
    Type.PARAGRAPHS: _paragraphs,
    Type.FLAG: _flag,
}
_KINDS = {
    Type.SESSION: f"a session from 1 to {sessions.HIGHEST}",
    Type.DATE: "a date of the calendar",
    Type.SYMBOL: "a document symbol",
    Type.RESOLUTION: "one resolution",
    Type.STATES: "a list of short names of States, each named once",
    Type.TEXT: "a text of a draft",
    Type.NUMBER: "a whole number",
    Type.YEAR: "a year",
    Type.STATE: "the short name of a State",
    Type.BODY: "the name of a body",
    Type.MONEY: "an amount of money",
    Type.RESOLUTIONS: "a list of resolutions, each named once",
    Type.PARAGRAPHS: "the numbers of paragraphs",
    Type.FLAG: "yes or no",
}
_REMEDIES = {
    Type.SESSION: "write 81 or eighty-first",
    Type.DATE: "write 4 December 2024",
    Type.SYMBOL: f"write A/81/143, or A/81/{symbols.BLANK} while it is not known",
    Type.RESOLUTION: "write 79/124, or 79/124 of 4 December 2024",
    Type.STATES: "write their names with commas between: Kenya, France",
    Type.TEXT: r"close every mark (*, [[, [^, “), and type \{ for a brace and \* for an asterisk of the text",
    Type.NUMBER: "write it in figures",
    Type.YEAR: "write 2027",
    Type.STATE: "write its United Nations short name: Iran (Islamic Republic of)",
    Type.BODY: "write its name with its capitals: the International Law Commission",
    Type.MONEY: "write 12,000,000 dollars",
    Type.RESOLUTIONS: "write 64/117 of 16 December 2009, 65/33 and 79/127",
    Type.PARAGRAPHS: "write 12, 12 and 14, 3 to 5, or references: [[id]] and [[id]]",
    Type.FLAG: "write yes, or leave it out",
}
