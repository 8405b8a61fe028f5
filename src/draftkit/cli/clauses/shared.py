"""What the subcommands of ``draftkit clause`` have in common."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from draftkit.cli.options import own_libraries

if TYPE_CHECKING:
    from draftkit.clauses import Library


def shared(function: Callable[..., None]) -> Callable[..., None]:
    """The options of the subcommands that look into the library."""
    return own_libraries(for_programs(function))


def for_programs(function: Callable[..., None]) -> Callable[..., None]:
    """The option for JSON; the command is given it as ``as_json``."""
    return click.option("--json", "as_json", is_flag=True, help="For programs; the keys are stable.")(function)


def load_library(folders: tuple[Path, ...]) -> Library:
    """The standard library with the folders over it; raises ``ClauseError``."""
    from draftkit.clauses import load

    return load(folders)


def print_json(value: Any) -> None:
    """A value on standard output, as every subcommand prints it."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
