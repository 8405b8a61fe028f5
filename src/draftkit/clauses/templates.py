"""The templates of clauses: what Jinja is allowed to do in them, and the filters.

Text, names, filters without arguments and conditions pass; everything else is refused before it runs, and what is left runs
in Jinja's sandbox.

Example:
    >>> template, used = compiled("at its {{ session | ordinal }} session")
    >>> used, template.render(session=81)
    (frozenset({'session'}), 'at its eighty-first session')
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from draftkit.clauses.clause import UNPRINTABLE
from draftkit.clauses.seams import marked
from draftkit.clauses.values import LONGEST, Name, Value
from draftkit.errors import ClauseError
from draftkit.un import dates, sessions, states

if TYPE_CHECKING:
    from jinja2 import Environment, Template, nodes

_OF_DATE = re.compile(rf"[ \u00a0]of[ \u00a0]{dates.DATE}\Z")

FIELD = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}")
"""What stands in a template between {{ and }}, or {% and %}, with these; one look at each character is enough to find all."""

DEEPEST = 10
"""How deep expressions and conditions may be nested."""

FIGURES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
"""The numbers that a text writes in words."""


def names(template: str) -> frozenset[str]:
    """The variables that a template names.

    Raises:
        ClauseError: it is not a template, or does more than name, filter and choose values.
    """
    return compiled(template)[1]


def wrapped(template: str, width: int, indent: str = "") -> list[str]:
    """A template in lines that are no longer than ``width``, if its words allow that; no line ends inside {{ }}.

    Example:
        >>> wrapped("to return to it at its {{ session | ordinal }} session", 40)
        ['to return to it at its', '{{ session | ordinal }} session']
    """
    import textwrap

    whole = FIELD.sub(lambda field: field[0].replace(" ", "\x00"), template)
    lines = textwrap.wrap(
        whole, width, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    return [line.replace("\x00", " ") for line in lines]


# --- Filters -------------------------------------------------------------------------------------------------------


def _ordinal(given: Value) -> str:
    if not isinstance(given, int):
        raise ClauseError('the filter "ordinal" takes a session or a number', remedy="correct the clause's text")
    if not 1 <= given <= sessions.HIGHEST:
        raise ClauseError(f'"ordinal" knows 1 to {sessions.HIGHEST}, not {given}', remedy="give another value")
    return sessions.ordinal(given)


def _capitalized(given: Value) -> str:
    text = _ordinal(given) if isinstance(given, int) else _plain(given)
    return text[:1].upper() + text[1:]


def _listing(given: Value) -> str:
    if not isinstance(given, tuple):
        raise ClauseError('the filter "states" takes a value of type states', remedy="correct the clause's text")
    return _joined(given)


def _joined(given: tuple[str, ...]) -> str:
    *first, last = given
    return f"{', '.join(first)} and {last}" if first else last


def _in_text(given: Value) -> str:
    """States as running text calls them: "the Islamic Republic of Iran"."""
    names = given if isinstance(given, tuple) else (str(given),)
    found = [states.find(name) for name in names]
    if not all(found):
        raise ClauseError('the filter "in_text" takes a value of type state or states', remedy="correct the clause's text")
    return _joined(tuple(each.text for each in found if each))


def _undated(given: Value) -> str:
    """Resolutions that were cited with their dates before: the numbers alone."""
    names = given if isinstance(given, tuple) else (str(given),)
    return _joined(tuple(_OF_DATE.sub("", name) for name in names))


def _many(given: Value) -> bool:
    """Whether a plural follows: a list of more than one, or a number other than 1."""
    if isinstance(given, tuple):
        return len(given) > 1 or " to " in given[0]
    if isinstance(given, int):
        return given != 1
    if not given:
        return False
    raise ClauseError('the filter "many" takes a list or a number', remedy="correct the clause's text")


def _date(given: Value) -> str:
    if not isinstance(given, date):
        raise ClauseError('the filter "date" takes a value of type date', remedy="correct the clause's text")
    return dates.format(given)


def _figures(given: Value) -> str:
    """A number as a text writes it: under ten in words, from 1,000 with commas (un-rules C10)."""
    if not isinstance(given, int):
        raise ClauseError('the filter "number" takes a value of type number', remedy="correct the clause's text")
    return FIGURES[given] if given < len(FIGURES) else f"{given:,}"


def _printed(given: Value) -> str:
    """A value that stands in {{ }}, with the marks by which ``seams`` finds it."""
    return marked(_plain(given), name=isinstance(given, Name))


def _plain(given: Value) -> str:
    if isinstance(given, bool):
        remedy = "write {% if name %} ... {% endif %}, {% if name | many %}s{% endif %}"
        raise ClauseError('a flag and "many" are conditions', remedy=remedy)
    if isinstance(given, date):
        return dates.format(given)
    return _joined(given) if isinstance(given, tuple) else str(given)


FILTERS: Mapping[str, Callable[[Value], str | bool]] = {
    "ordinal": _ordinal,
    "capitalized": _capitalized,
    "states": _listing,
    "date": _date,
    "number": _figures,
    "in_text": _in_text,
    "undated": _undated,
    "many": _many,
}
"""What may stand after "|" in a clause."""


# --- Templates -----------------------------------------------------------------------------------------------------


@cache
def _environment() -> Environment:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False, finalize=_printed)
    environment.globals.clear()
    environment.tests.clear()
    environment.filters.clear()
    environment.filters.update(FILTERS)
    return environment


@lru_cache(maxsize=8192)
def compiled(template: str) -> tuple[Template, frozenset[str]]:
    """A template that can be rendered, and the variables that it names; raises as ``parsed``."""
    from jinja2 import nodes as n

    tree = parsed(template)
    used = frozenset(str(name.name) for name in tree.find_all(n.Name))
    return _environment().from_string(tree), used


def parsed(template: str) -> nodes.Template:
    """A template as Jinja reads it, with nothing in it but what is allowed.

    Raises:
        ClauseError: it is not a template, or does more than name, filter and choose values.
    """
    from jinja2 import TemplateError

    if len(template) > LONGEST:
        raise ClauseError(f"the text has more than {LONGEST:,} characters", remedy="shorten it")
    if "{#" in template:
        raise ClauseError('comments ("{#") are not allowed in the text', remedy='write comments as YAML does, after "#"')
    try:
        tree = _environment().parse(template)
        _allow(tree, 0)
        return tree
    except TemplateError as error:
        raise ClauseError(f"the text is no template: {error.message}", remedy="write {{ name }} or {{ name | filter }}") from None
    except (ValueError, RecursionError, MemoryError, SyntaxError):
        raise ClauseError("the text is no template", remedy="write {{ name }} or {{ name | filter }}") from None


def _allow(node: nodes.Node, depth: int) -> None:
    """Let pass what a clause needs: text, names, filters without arguments, conditions. Raises ``ClauseError``."""
    kind = type(node).__name__
    if depth > DEEPEST:
        raise ClauseError(f"the text is nested more than {DEEPEST} deep", remedy="make it plainer")
    if kind not in _ALLOWED:
        raise ClauseError(f"the text uses {_CALLED.get(kind, kind)}, which is not allowed", remedy=_ALLOWANCE)
    known: Any = node
    if kind == "Filter" and (known.name not in FILTERS or known.args or known.kwargs or known.dyn_args or known.dyn_kwargs):
        remedy = f"the filters are {', '.join(FILTERS)}, without arguments"
        raise ClauseError(f'"{known.name}" is no filter of clauses', remedy=remedy)
    if kind == "Operand" and known.op not in ("eq", "ne"):
        raise ClauseError("the text compares with more than == and !=", remedy=_ALLOWANCE)
    if kind == "Const" and UNPRINTABLE.search(str(known.value)):  # "\\x1b" in quotation marks is such a character
        raise ClauseError("the text holds a control character", remedy="take it out")
    for child in node.iter_child_nodes():
        _allow(child, depth + 1)


_ALLOWED = frozenset(
    ("Template", "Output", "TemplateData", "Name", "Filter", "If", "Not", "And", "Or", "Compare", "Operand", "Const")
)
_ALLOWANCE = "only {{ name }}, {{ name | filter }} and {% if name %} ... {% endif %} may be used"
_CALLED = {
    "Getattr": "an attribute", "Getitem": "an index", "Call": "a call", "For": "a loop", "Include": "an include",
    "Import": "an import", "FromImport": "an import", "Extends": "another template", "Macro": "a macro",
    "Assign": "an assignment", "Mul": "arithmetic", "Pow": "arithmetic", "Add": "arithmetic", "Test": "a test",
    "Block": "a block", "FilterBlock": "a filter block", "Sub": "arithmetic", "Div": "arithmetic", "FloorDiv": "arithmetic",
    "Mod": "arithmetic", "Neg": "arithmetic", "Pos": "arithmetic", "Concat": "arithmetic", "CondExpr": "an if inside {{ }}",
    "List": "a list", "Tuple": "a list", "Dict": "a mapping", "CallBlock": "a call", "With": "an assignment",
    "AssignBlock": "an assignment", "ScopedEvalContextModifier": "a switch of Jinja",
}  # fmt: skip
