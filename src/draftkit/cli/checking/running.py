"""Many files checked or mended, one after the other: one that cannot be read does not keep the others from it.

Example:
    >>> check_all(["draft.yaml"], Asked(), "text")
    1
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import click

from draftkit.cli.checking.fixing import Mend, mend_file, moved
from draftkit.cli.checking.one import Asked, Checked, check_file
from draftkit.cli.checking.telling import difference, say_mended, say_sum, show
from draftkit.cli.finished import prior_of
from draftkit.cli.terminal import say
from draftkit.errors import DraftkitError
from draftkit.files import refuse_overwriting, save
from draftkit.model import Severity

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Mending:
    """Where mended drafts go: one to ``output``, each over itself, or nowhere but shown as a difference.

    ``beside``: the report goes out in a form for programs, and the difference beside it on standard error.
    """

    output: str = ""
    in_place: bool = False
    diff: bool = False
    beside: bool = False


def check_all(files: Sequence[str], asked: Asked, form: str) -> int:
    """Check every file that can be read and report: the exit code."""
    checked = [one for name in files if (one := _tried(name, lambda name: check_file(name, asked))) is not None]
    return _reported(checked, form, unread=len(checked) < len(files))


def mend_all(files: Sequence[str], asked: Asked, mending: Mending, form: str) -> int:
    """Mend every draft, and report what is left to do in it; with a difference or a draft on the screen only the sum."""
    if mending.output and len(files) > 1:
        raise click.UsageError("-o takes one draft; --in-place takes several")
    mends = [one for name in files if (one := _tried(name, lambda name: _mend(name, asked, mending))) is not None]
    checked = [mend.before if mending.diff else mend.after for mend in mends]
    silent = (mending.diff and not mending.beside) or mending.output == "-"
    mendable = sum(len(fix.findings) for mend in mends for fix in mend.done) if mending.diff else 0
    return _reported(checked, "" if silent else form, unread=len(mends) < len(files), mendable=mendable)


def _mend(name: str, asked: Asked, mending: Mending) -> Mend:
    mend = mend_file(name, asked)
    if mending.diff:
        shown = difference(mend, name)
        if mending.beside:
            click.echo(shown, nl=False, err=True)
        else:
            save("-", shown)
    elif mending.in_place:
        if mend.data != mend.old:
            _write_over(name, mend.data)
    else:
        inputs = (name, asked.prior, prior_of(mend.after.reading, name))
        refuse_overwriting(mending.output, filter(None, inputs))
        save(mending.output, moved(mend, name, mending.output))
    say_mended(mend, name, verb="would be mended" if mending.diff else "mended")
    return mend


def _write_over(name: str, data: bytes) -> None:
    """Write a file anew, whole or not at all; whoever might read or write it still may."""
    mode = stat.S_IMODE(Path(name).stat().st_mode)
    save(name, data)
    Path(name).chmod(mode)


def _tried(name: str, do: Callable[[str], T]) -> T | None:
    """What comes of a file; ``None`` if it cannot be read, which is said."""
    try:
        return do(name)
    except DraftkitError as error:
        say(f"draftkit: {error}")
    except RecursionError:
        say(f"draftkit: {name}: nested too deep to be read; this is no resolution")
    return None


def _reported(checked: Sequence[Checked], form: str, *, unread: bool, mendable: int | None = None) -> int:
    found = [each for one in checked for each in one.found]
    if form:
        show(found, form)
    if unread:
        return 2
    if form in ("", "text"):
        say_sum(checked, mendable)
    return int(any(each.finding.severity is not Severity.INFO for each in found))
