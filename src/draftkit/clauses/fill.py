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
from collections.abc import Mapping

from draftkit import inline
from draftkit.clauses.clause import SPACES, Clause, Type, Variable
from draftkit.clauses.seams import joined
from draftkit.clauses.templates import FIELD, compiled
from draftkit.clauses.values import LONGEST, Value, dated, value
from draftkit.errors import ClauseError, MarkupError
from draftkit.model import Paragraph
from draftkit.tree import Section
from draftkit.un.labels import letter
from draftkit.un.openers import opens_like_a_preamble


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
    label = "" if heads_a_section(clause.part, text) else None
    return Paragraph(name, inline.parse(text), items, label)


def heads_a_section(part: Section, text: str) -> bool:
    """Whether a paragraph of the operative part opens as a preamble does: "Having considered ...,", without a number."""
    opening = re.match(r"\*([^*]+)\*", text)
    return part is Section.OPERATIVE and bool(opening) and opens_like_a_preamble(opening[1] if opening else "")


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
        ready, used = compiled(template)
        typed = _typed(clause, values, used, next_session)
        text = joined(SPACES.sub(" ", ready.render(typed | _dated(clause, typed, template)))).strip(" ")
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
        before = FIELD.sub("", template[: use.start()]) if use else ""
        if isinstance(given, tuple):
            found[variable.name] = tuple(dated(each, before) for each in given)
        else:
            found[variable.name] = dated(str(given), before)
    return found


def _unknown(what: str, name: str, declared: Mapping[str, Variable]) -> ClauseError:
    near = difflib.get_close_matches(name[:40], declared, n=1)
    known = f"its variables are {', '.join(declared)}" if declared else "it has no variables"
    return ClauseError(what, remedy=f'did you mean "{near[0]}"?' if near else known)
