"""Filling a clause: a template and typed values in, the marked-up text of a paragraph out.

Clause files come from other delegations, so a template may name values, pass them through the filters below and choose
with ``{% if %}``; everything else that Jinja knows is refused before it runs, and what is left runs in Jinja's sandbox.
A value is never read as a template.

Example:
    >>> fill(clause, {"topic": "the present resolution"}, next_session=81)
    '*Requests* the Secretary-General to submit to the General Assembly at its eighty-first session a report on the ...'
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from draftkit import inline
from draftkit.clauses.clause import SPACES, Clause, Type, Variable
from draftkit.clauses.values import LONGEST, Value, dated, value
from draftkit.errors import ClauseError, MarkupError
from draftkit.model import Paragraph
from draftkit.un import dates, sessions, states
from draftkit.un.labels import letter

if TYPE_CHECKING:
    from jinja2 import Environment, Template, nodes

DEEPEST = 10
"""How deep expressions and conditions may be nested."""

_FIGURES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def fill(clause: Clause, values: Mapping[str, str], *, next_session: int | None, alternate: str = "") -> str:
    """The paragraph text (grammar of ``draftkit.inline``) that a clause gives with ``values``.

    Args:
        values: by the name of the variable, as typed in a draft; variables with a default may be left out.
        next_session: the session at which the item returns, for a session with the default "next".
        alternate: the name of an alternate wording; "" for the text itself.

    Raises:
        ClauseError: a value missing, unknown or not of its type; a template that is not allowed.
    """
    return _filled(clause, _wording(clause, alternate), values, next_session)


def fill_items(clause: Clause, values: Mapping[str, str], *, next_session: int | None) -> tuple[str, ...]:
    """The texts of the subparagraphs of a clause, filled in the same way; raises the same."""
    return tuple(_filled(clause, item, values, next_session) for item in clause.items)


def instantiate(
    clause: Clause, name: str, values: Mapping[str, str], *, next_session: int | None, alternate: str = ""
) -> Paragraph:
    """The paragraph of a draft that a clause gives, with the id ``name``; its items are "<name>-a", "<name>-b" ...

    Raises:
        ClauseError: as ``fill``.
    """
    items = tuple(
        Paragraph(f"{name}-{letter(at)}", inline.parse(text))
        for at, text in enumerate(fill_items(clause, values, next_session=next_session), 1)
    )
    text = fill(clause, values, next_session=next_session, alternate=alternate)
    return Paragraph(name, inline.parse(text), items)


def names(template: str) -> frozenset[str]:
    """The variables that a template names.

    Raises:
        ClauseError: it is not a template, or does more than name, filter and choose values.
    """
    return _compiled(template)[1]


def _wording(clause: Clause, alternate: str) -> str:
    if not alternate:
        return clause.text
    for wording in clause.alternates:
        if wording.name == alternate:
            return wording.text
    known = ", ".join(wording.name for wording in clause.alternates)
    raise ClauseError(
        f'there is no alternate "{alternate[:40]}"', clause.reference, f"choose {known}" if known else "it has none"
    )


def _filled(clause: Clause, template: str, values: Mapping[str, str], next_session: int | None) -> str:
    try:
        compiled, used = _compiled(template)
        typed = _typed(clause, values, used, next_session)
        text = SPACES.sub(" ", compiled.render(typed | _dated(clause, typed, template))).strip(" ")
        if len(text) > LONGEST:
            raise ClauseError(f"the filled text has more than {LONGEST:,} characters", remedy="give shorter values")
        inline.parse(text)
    except ClauseError as error:
        raise error.at(clause.reference) from None
    except MarkupError as error:
        raise ClauseError(f"filled in, {error.what}", clause.reference, error.remedy) from None
    return text


def _typed(clause: Clause, values: Mapping[str, str], used: frozenset[str], next_session: int | None) -> dict[str, Value]:
    declared = {variable.name: variable for variable in clause.variables}
    for name in values:
        if name not in declared:
            raise _unknown(f'the clause has no variable "{str(name)[:40]}"', str(name), declared)
    for name in sorted(used):
        if name not in declared:
            raise _unknown(f'the text names "{name[:40]}", which is not declared', name, declared)
    return {name: value(declared[name], values.get(name), next_session) for name in sorted(used)}


def _dated(clause: Clause, typed: Mapping[str, Value], template: str) -> dict[str, Value]:
    """The resolutions among the values that a template uses, with their dates; the words before the first use say whose."""
    found: dict[str, Value] = {}
    for variable in clause.variables:
        given = typed.get(variable.name)
        if variable.type not in (Type.RESOLUTION, Type.RESOLUTIONS) or not given:
            continue
        use = re.search(rf"\{{\{{\s*{re.escape(variable.name)}\b", template)
        before = template[: use.start()] if use else ""
        if isinstance(given, tuple):
            found[variable.name] = tuple(dated(each, before) for each in given)
        else:
            found[variable.name] = dated(str(given), before)
    return found


def _unknown(what: str, name: str, declared: Mapping[str, Variable]) -> ClauseError:
    near = difflib.get_close_matches(name[:40], declared, n=1)
    known = f"its variables are {', '.join(declared)}" if declared else "it has no variables"
    return ClauseError(what, remedy=f'did you mean "{near[0]}"?' if near else known)


# --- Filters -------------------------------------------------------------------------------------------------------


def _ordinal(given: Value) -> str:
    if not isinstance(given, int):
        raise ClauseError('the filter "ordinal" takes a session or a number', remedy="correct the clause's text")
    if not 1 <= given <= sessions.HIGHEST:
        raise ClauseError(f'"ordinal" knows 1 to {sessions.HIGHEST}, not {given}', remedy="give another value")
    return sessions.ordinal(given)


def _capitalized(given: Value) -> str:
    text = _ordinal(given) if isinstance(given, int) else _printed(given)
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


def _many(given: Value) -> bool:
    """Whether a plural follows: a list of more than one, or a number other than 1."""
    if isinstance(given, tuple):
        return len(given) > 1
    if isinstance(given, int):
        return given != 1
    raise ClauseError('the filter "many" takes a list or a number', remedy="correct the clause's text")


def _date(given: Value) -> str:
    if not isinstance(given, date):
        raise ClauseError('the filter "date" takes a value of type date', remedy="correct the clause's text")
    return dates.format(given)


def _figures(given: Value) -> str:
    """A number as a text writes it: under ten in words, from 1,000 with commas (un-rules C10)."""
    if not isinstance(given, int):
        raise ClauseError('the filter "number" takes a value of type number', remedy="correct the clause's text")
    return _FIGURES[given] if given < len(_FIGURES) else f"{given:,}"


def _printed(given: Value) -> str:
    """A value that stands in {{ }} without a filter."""
    if isinstance(given, bool):
        raise ClauseError('"many" is a condition', remedy='write {% if name | many %}s{% endif %}')
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


@lru_cache(maxsize=1024)
def _compiled(template: str) -> tuple[Template, frozenset[str]]:
    from jinja2 import TemplateError
    from jinja2 import nodes as n

    if len(template) > LONGEST:
        raise ClauseError(f"the text has more than {LONGEST:,} characters", remedy="shorten it")
    if "{#" in template:
        raise ClauseError('comments ("{#") are not allowed in the text', remedy='write comments as YAML does, after "#"')
    try:
        tree = _environment().parse(template)
        _allow(tree, 0)
        used = frozenset(str(name.name) for name in tree.find_all(n.Name))
        return _environment().from_string(tree), used
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
    "Block": "a block", "FilterBlock": "a filter block",
}  # fmt: skip
