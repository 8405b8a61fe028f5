"""Where a person's own register of resolutions lies: where DRAFTKIT_REGISTER says, else in draftkit's folder of settings.

Asked only once the register is used. "" and "none" mean that there is none: the shipped register alone counts. A file that
DRAFTKIT_REGISTER names and that is not there is said once a command, unless the command makes it.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pathlib import Path

VARIABLE = "DRAFTKIT_REGISTER"
NAME = "register.csv"
_SAID = f"{__name__}.said"


def own_register() -> str:
    """The file, which need not be there yet; "" for none."""
    given = os.environ.get(VARIABLE)
    if given is None:
        return str(_folder() / NAME)
    if given.strip().lower() in ("", "none"):
        return ""
    from pathlib import Path

    try:
        file = str(Path(given).expanduser())
    except RuntimeError:  # "~somebody" who is not there
        file = given
    if not os.path.lexists(file):
        _say_missing(file)
    return file


def is_made() -> None:
    """The running command makes the register: that it is not there yet needs no word."""
    if context := click.get_current_context(silent=True):
        context.meta[_SAID] = True


def _say_missing(file: str) -> None:
    context = click.get_current_context(silent=True)
    if context is None or context.meta.get(_SAID):  # in the processes that a command starts there is none
        return
    context.meta[_SAID] = True
    said = f"{VARIABLE} names {file}, which is not there: the shipped register alone counts"
    click.echo(said, err=True)  # not by terminal.say: the start of every command would wait for the readers


def make_folder(file: str) -> None:
    """Make draftkit's folder of settings, if the register is to be written there; other folders are the person's to make."""
    from pathlib import Path  # not before it is needed: the start of every command would wait for it

    if Path(file).parent == _folder():
        Path(file).parent.mkdir(parents=True, exist_ok=True)


def _folder() -> Path:
    from pathlib import Path

    return Path(click.get_app_dir("draftkit"))
