"""Packages that can be called like the function they are named after.

``draftkit.roll`` is a package, and importing it puts that package where the public function ``draftkit.roll()`` is looked
up. So the package itself can be called, whichever of the two a program means.

Example:
    >>> import draftkit.roll, draftkit.roll.edits
    >>> draftkit.roll(resolution, session=81)
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any


class _Callable(ModuleType):
    """A package ``a.b.name`` whose call is the call of its function ``name``."""

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        return getattr(self, self.__name__.rpartition(".")[2])(*arguments, **options)


def make_callable(package: str) -> None:
    """Let the package of that name, which is being imported, be called."""
    sys.modules[package].__class__ = _Callable
