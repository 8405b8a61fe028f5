"""Where a person's own register of resolutions lies: where DRAFTKIT_REGISTER says, else in draftkit's folder of settings.

Asked only once the register is used. "" and "none" mean that there is none: the shipped register alone counts.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pathlib import Path

VARIABLE = "DRAFTKIT_REGISTER"
NAME = "register.csv"


def own_register() -> str:
    """The file, which need not be there yet; "" for none."""
    given = os.environ.get(VARIABLE)
    if given is None:
        return str(_folder() / NAME)
    if given.strip().lower() in ("", "none"):
        return ""
    from pathlib import Path

    try:
        return str(Path(given).expanduser())
    except RuntimeError:  # "~somebody" who is not there
        return given


def make_folder(file: str) -> None:
    """Make draftkit's folder of settings, if the register is to be written there; other folders are the person's to make."""
    from pathlib import Path  # not before it is needed: the start of every command would wait for it

    if Path(file).parent == _folder():
        Path(file).parent.mkdir(parents=True, exist_ok=True)


def _folder() -> Path:
    from pathlib import Path

    return Path(click.get_app_dir("draftkit"))
