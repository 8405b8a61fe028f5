"""What the subcommands of ``draftkit clause`` have in common."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from draftkit.cli.options import own_libraries
from draftkit.cli.terminal import say
from draftkit.errors import DraftkitError

if TYPE_CHECKING:
    from draftkit.clauses import Library
    from draftkit.model import Resolution
    from draftkit.readers import Intake

WIDTH = 100
"""Characters of a line that is shown."""

T = TypeVar("T")


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


def load_sound(folders: tuple[Path, ...]) -> tuple[Library, list[str]]:
    """The clauses that can be read, and a line for each file that cannot; raises ``ClauseError`` for a folder that is missing."""
    from draftkit.clauses.folders import sound

    library, broken = sound(folders)
    return library, [f"draftkit: {error}" for error in broken]


def end_with(problems: Sequence[str]) -> None:
    """Say on standard error what could not be read, and end with 2 if there is anything."""
    for problem in problems:
        say(problem)
    if problems:
        sys.exit(2)


def print_json(value: Any) -> None:
    """A value on standard output, as every subcommand prints it."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def finished_text(name: str, intake: Intake) -> Resolution:
    """The text in a file; a draft is finished first, so that its clauses and numbers are there."""
    from draftkit.cli.finished import finish_reading
    from draftkit.readers import read

    reading = read(name, intake)
    if not reading.is_draft:
        return reading.resolution
    return finish_reading(reading, name, intake=intake).assembled.resolution


def each_file(files: Sequence[str], label: str, problems: list[str], take: Callable[[str], T]) -> Iterator[T]:
    """What ``take`` makes of each file; for one that cannot be read a line in ``problems``, and the next is taken."""
    for name in _progress(files, label):
        try:
            taken = take(name)
        except DraftkitError as error:
            problems.append(f"draftkit: {error}")
        except RecursionError:
            problems.append(f"draftkit: {name}: nested too deep to be read; this is no resolution")
        else:
            yield taken


def _progress(files: Sequence[str], label: str) -> Iterator[str]:
    if len(files) < 2 or not sys.stderr.isatty():
        yield from files
        return
    with click.progressbar(files, label=label, file=sys.stderr) as bar:
        yield from bar


def shown(line: str) -> str:
    """A line that is not too long and holds nothing that steers a terminal."""
    plain = "".join(sign if sign.isprintable() or sign == "\u00a0" else " " for sign in line)
    return plain if len(plain) <= WIDTH else f"{plain[: WIDTH - 2].rstrip()} …"
