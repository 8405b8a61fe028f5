"""What the subcommands of ``draftkit clause`` have in common."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from draftkit.clauses import Library


def shared(function: Callable[..., None]) -> Callable[..., None]:
    """The options that every subcommand has."""
    function = click.option("--json", "as_json", is_flag=True, help="For programs; the keys are stable.")(function)
    return own_folders(function)


def own_folders(function: Callable[..., None]) -> Callable[..., None]:
    """The option that puts a delegation's own clauses over the standard library; the command is given it as ``folders``."""
    return click.option(
        "--library",
        "folders",
        metavar="DIR",
        multiple=True,
        type=click.Path(path_type=Path),
        help="A folder of your own clauses, put over the standard library. May be given several times.",
    )(function)


def load_library(folders: tuple[Path, ...]) -> Library:
    """The standard library with the folders over it; raises ``ClauseError``."""
    from draftkit.clauses import load

    return load(folders)


def print_json(value: Any) -> None:
    """A value on standard output, as every subcommand prints it."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
