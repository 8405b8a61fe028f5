"""Pages for a browser from the templates of the house: Jinja's sandbox, everything escaped, the same bytes every time.

Example:
    >>> render("worklist.html", {"title": "The plan", ...}, {"share": share})
    b'<!DOCTYPE html>...'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from draftkit.resources import folder
from draftkit.steering import plain


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
    return (plain(environment.get_template(template).render(fields)).strip() + "\n").encode()
