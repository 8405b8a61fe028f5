"""The sponsors of a draft as a document names them (un-rules A5).

In: names as people type them. Out: the short names of the United Nations in English alphabetical order, the State of Palestine
last.

Example:
    >>> listed(sponsors(["fiji", "State of Palestine", "Côte d'Ivoire"]))
    'Côte d’Ivoire, Fiji and State of Palestine'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from draftkit.errors import DraftkitError
from draftkit.un.states import find, order, suggestion

_COMMA = re.compile(r"\s*[,;]\s*(?![^()]*\))")
"""What parts names; a comma inside brackets is part of a name."""


def names_in(typed: str) -> tuple[str, ...]:
    """The names of a list as it is typed: "Ghana, Fiji and Bosnia and Herzegovina"."""
    found: list[str] = []
    for name in filter(None, _COMMA.split(typed.strip())):
        found += _apart(name)
    return tuple(found)


def sponsors(names: Iterable[str], *, strict: bool = True) -> tuple[str, ...]:
    """The short names in order, each once. Without ``strict`` a name that is of no State stays as it is.

    Raises:
        DraftkitError: a name that is of no State of the General Assembly.
    """
    found: set[str] = set()
    for name in names:
        state = find(name)
        if state is None and not strict:
            found.add(name)
            continue
        if state is None:
            meant = suggestion(name)
            remedy = f'write "{meant}"' if meant else "write its short name; data/states.csv has all"
            raise DraftkitError(f'"{name}" is no State that can sponsor a draft resolution', remedy=remedy)
        found.add(state.name)
    return tuple(sorted(found, key=order))


def listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them: no comma before "and"."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _apart(name: str) -> list[str]:
    """A name, or two with "and" between them, one of which may have the word itself or be a wrong one of a State."""
    if find(name) or " and " not in name:
        return [name.removeprefix("and ")]
    words = name.split(" and ")
    halves = [(" and ".join(words[:at]), " and ".join(words[at:])) for at in range(1, len(words))]
    known = [half for half in halves if all(map(find, half))]
    alike = [half for half in halves if all(find(one) or suggestion(one) for one in half)]
    if known or (alike and not suggestion(name)):
        return [*(known or alike)[0]]
    return [name]
