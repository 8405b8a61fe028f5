"""Where the person at the computer keeps entries of their own; the command line says so, the register asks when it is used.

Nothing is imported and no file touched until then, so it costs nothing at the start of a command.

Example:
    >>> before = extend(lambda: "/home/me/register.csv")
    >>> place()
    '/home/me/register.csv'
"""

from __future__ import annotations

from collections.abc import Callable

from draftkit.errors import DraftkitError

REMEDY = "mend the file, or name another in DRAFTKIT_REGISTER (none: no register of your own)"


def _nowhere() -> str:
    return ""


_place: Callable[[], str] = _nowhere


def extend(asked: Callable[[], str]) -> Callable[[], str]:
    """From now on entries of the file that ``asked`` names stand beside the shipped ones, and win; "": no such file.

    Gives back what was asked before.
    """
    global _place
    before, _place = _place, asked
    return before


def place() -> str:
    """The file of the person's own entries, which need not be there yet; "" for none."""
    return _place()


def stamp(file: str) -> tuple[str, int, int]:
    """A file with its time and size, which change when it does; ("", 0, 0) if there is none, or none yet."""
    from pathlib import Path  # not before it is needed: the start of every command would wait for it

    try:
        found = Path(file).stat()
    except FileNotFoundError:
        return "", 0, 0
    except OSError as error:
        raise DraftkitError(error.strerror or "cannot be opened", file, REMEDY) from None
    return file, found.st_mtime_ns, found.st_size
