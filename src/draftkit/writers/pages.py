"""Pages for a browser from the templates of the house: Jinja's sandbox, everything escaped, the same bytes every time.

Example:
    >>> render("worklist.html", {"title": "The plan", ...}, {"share": share})
    b'<!DOCTYPE html>...'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from draftkit.resources import folder

_STEERING = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160)), " ")
"""Characters that HTML does not allow in a text."""


def render(template: str, fields: Mapping[str, Any], filters: Mapping[str, Callable[..., str]]) -> bytes:
    """The page that a file in ``templates/`` makes of some fields."""
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folder("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= filters
    return (environment.get_template(template).render(fields).translate(_STEERING).strip() + "\n").encode()
