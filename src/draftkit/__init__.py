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

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from draftkit.assemble import assemble
    from draftkit.checks import check
    from draftkit.compare.comparison import compare
    from draftkit.readers import read
    from draftkit.roll import roll
    from draftkit.writers import write

_HOMES = {
    "assemble": "draftkit.assemble",
    "check": "draftkit.checks",
    "compare": "draftkit.compare.comparison",
    "read": "draftkit.readers",
    "roll": "draftkit.roll",
    "write": "draftkit.writers",
}

__all__ = ["__version__", "assemble", "check", "compare", "read", "roll", "write"]


class _Package(ModuleType):
    """The package itself: two functions are called like the packages they live in, and the functions win.

    Importing ``draftkit.roll`` would otherwise put that package in the place of ``draftkit.roll()``.
    """

    def __getattribute__(self, name: str) -> Any:
        homes = super().__getattribute__("__dict__")["_HOMES"]
        return getattr(import_module(homes[name]), name) if name in homes else super().__getattribute__(name)


sys.modules[__name__].__class__ = _Package
