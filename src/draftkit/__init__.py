"""draftkit: the next iteration of a General Assembly resolution, with true tracked changes.

The whole public API, the same as the command line in small:

    >>> import draftkit
    >>> prior = draftkit.read("A_RES_79_124.xml").resolution
    >>> rolled = draftkit.roll(prior, session=81)
    >>> finished = draftkit.assemble(rolled.resolution, before=prior)
    >>> draftkit.write(draftkit.compare(prior, finished.resolution, by_id=True), "redline.docx")
    >>> draftkit.check(finished.resolution)
    ()

Each name is imported when it is first used: a command that only prints a version loads nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from draftkit.assemble import assemble
    from draftkit.checks import check
    from draftkit.compare import compare
    from draftkit.readers import read
    from draftkit.roll import roll
    from draftkit.writers import write

_HOMES = {
    "assemble": "draftkit.assemble",
    "check": "draftkit.checks",
    "compare": "draftkit.compare",
    "read": "draftkit.readers",
    "roll": "draftkit.roll",
    "write": "draftkit.writers",
}

__all__ = ["__version__", "assemble", "check", "compare", "read", "roll", "write"]


def __getattr__(name: str) -> Any:
    """Import a name when it is first used; ``roll``, ``assemble`` and ``compare`` are packages that can be called."""
    if name not in _HOMES:
        raise AttributeError(f"module 'draftkit' has no attribute {name!r}")
    home = import_module(_HOMES[name])
    return home if _HOMES[name] == f"draftkit.{name}" else getattr(home, name)
