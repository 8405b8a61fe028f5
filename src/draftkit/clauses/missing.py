"""What a call for a clause lacks: the values that nobody gave, and sessions that are over.

Example:
    >>> [variable.name for variable in missing(clause, {"topic": "the present resolution"}, "", None)]
    ['report_session']
"""

from __future__ import annotations

from collections.abc import Mapping

from draftkit.clauses.clause import NEXT, SPACES, Clause, Type, Variable
from draftkit.clauses.templates import names
from draftkit.clauses.values import value
from draftkit.errors import ClauseError

ANY_SESSION = 82
"""A session to show as an example where the draft does not say its own."""


def used(clause: Clause, alternate: str) -> list[Variable]:
    """The variables of the wording that is called for, and of the subparagraphs, as the clause lists them.

    Raises:
        ClauseError: a template of the clause that is not allowed.
    """
    texts = [wording.text for wording in clause.alternates if wording.name == alternate] if alternate else [clause.text]
    named = {name for text in (*texts, *clause.items) for name in names(text)}
    return [variable for variable in clause.variables if variable.name in named]


def missing(clause: Clause, values: Mapping[str, str], alternate: str, next_session: int | None) -> list[Variable]:
    """The variables that need a value and have none; "next" is none while the session at which the item returns is not known.

    Nothing is missing where a name is given that the clause does not have: it may be a slip for one that it has.

    Raises:
        ClauseError: as ``used``.
    """
    if values.keys() - {variable.name for variable in clause.variables}:
        return []
    return [variable for variable in used(clause, alternate) if _is_missing(variable, values, next_session)]


def _is_missing(variable: Variable, values: Mapping[str, str], next_session: int | None) -> bool:
    given = SPACES.sub(" ", values.get(variable.name, variable.default or "")).strip(" ")
    if not given:
        return variable.default != ""
    return variable.type is Type.SESSION and given == NEXT and next_session is None


def example_of(variable: Variable, session: int, next_session: int | None = None) -> str:
    """A value to show: the clause's example, or for a session one that is not over in a draft of ``session`` (0: not known)."""
    if variable.type is not Type.SESSION or (variable.example and variable.default != NEXT):
        return variable.example
    return str(next_session or (session + 1 if session else ANY_SESSION))


def refuse_past(
    clause: Clause, values: Mapping[str, str], alternate: str, session: int, next_session: int | None = None
) -> None:
    """Refuse a session before that of the draft where the clause means the one at which the item returns.

    Other sessions of a clause, those of another body or of an earlier report, may be any.

    Args:
        session: that of the draft; 0 if it is not known.

    Raises:
        ClauseError: a session that is over; what to write instead is in the remedy.
    """
    for variable in used(clause, alternate):
        if variable.type is not Type.SESSION or variable.default != NEXT:
            continue
        given = value(variable, values.get(variable.name), next_session)
        if isinstance(given, int) and given < session:
            known = next_session if next_session and next_session >= session else None
            what = f"the value {variable.name}, {given}, is a session before that of the draft, {session}"
            remedy = f'write "{variable.name}: {example_of(variable, session, known)}" or a later one'
            raise ClauseError(what, clause.reference, remedy)
