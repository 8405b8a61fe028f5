"""What a drafter needs to call for a clause: what is known of each value, and the lines to type in a draft.

Example:
    >>> draft_lines(clause)
    ['- clause: report/request@1', '  with:', '    topic: the implementation of the present resolution']
"""

from __future__ import annotations

import json
import re

from draftkit.clauses.clause import NEXT, Alternate, Clause, Variable
from draftkit.clauses.templates import names
from draftkit.errors import ClauseError

_PLAIN = re.compile(r"(?!(?:next|null|true|false|yes|no|on|off)$)[^\W_][\w ,.()/’“”–-]*[\w.)”]", re.IGNORECASE)
"""Values that YAML takes as they are; others are quoted."""


def described(clause: Clause, variable: Variable) -> str:
    """What must be known of a value: whether it may be left out, an example, and in which wordings it stands."""
    if variable.default == NEXT:
        said = "the session at which the item returns, unless you give another"
    elif variable.default == "":
        said = f"may be left out; for instance {variable.example}" if variable.example else "may be left out"
    elif variable.default is not None:
        said = f"{variable.default}, unless you give another"
    else:
        said = f"for instance {variable.example}" if variable.example else "must be given"
    wordings = ", ".join(each.name for each in only_in(clause, variable))
    only = f" (only in {wordings})" if wordings else ""
    return f"{said}{only}{f'. {variable.note}' if variable.note else ''}"


def only_in(clause: Clause, variable: Variable) -> list[Alternate]:
    """The alternates that name a variable, if the clause's own text and items do not."""
    if not clause.alternates or any(_is_named(variable, template) for template in (clause.text, *clause.items)):
        return []
    return [each for each in clause.alternates if _is_named(variable, each.text)]


def _is_named(variable: Variable, template: str) -> bool:
    """Whether a template names a variable; one that cannot be read may do so (``clause check`` reports it)."""
    try:
        return variable.name in names(template)
    except ClauseError:
        return True


def draft_lines(clause: Clause) -> list[str]:
    """The entry that a drafter types for the text of a clause, with the examples for values."""
    needed = [each for each in clause.variables if each.default is None and not only_in(clause, each)]
    lines = [f"- clause: {clause.reference}"]
    if needed:
        lines += ["  with:", *(f"    {each.name}: {_yaml(each.example or '___')}" for each in needed)]
    return lines


def _yaml(value: str) -> str:
    return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)
