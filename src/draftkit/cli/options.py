"""Options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import Any

import click

from draftkit.readers import Intake

DATE = click.DateTime(formats=["%Y-%m-%d"])
"""A day on the command line."""


def instant(given: datetime | None) -> datetime:
    """The instant of tracked changes: the day given, else SOURCE_DATE_EPOCH (reproducible-builds.org), else today."""
    if given is not None:
        return given.replace(tzinfo=UTC)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)
    return now.replace(hour=0, minute=0, second=0, microsecond=0)


def own_libraries(command: Callable[..., None]) -> Callable[..., None]:
    """The option that puts a delegation's own clauses over the standard library; the command is given it as ``folders``."""
    return click.option(
        "--library",
        "folders",
        metavar="DIR",
        multiple=True,
        type=click.Path(path_type=Path),
        envvar="DRAFTKIT_LIBRARY",
        help="A folder of your own clauses, or package:NAME, put over the standard library. May be given several times.",
    )(command)


def reads_files(command: Callable[..., None]) -> Callable[..., None]:
    """Options of every command that reads texts; the command is given them as ``intake``."""

    @click.option("--accept-input", is_flag=True, help="Accept the tracked changes that a Word file already holds.")
    @click.option("--reject-input", is_flag=True, help="Reject them.")
    @click.option("--convert-with", metavar="PROGRAM", default="", help="Read .doc, .odt and .rtf too, by LibreOffice: soffice.")
    @own_libraries
    @wraps(command)
    def taking_in(
        *args: Any, accept_input: bool, reject_input: bool, convert_with: str, folders: tuple[Path, ...], **options: Any
    ) -> None:
        if accept_input and reject_input:
            raise click.UsageError("give either --accept-input or --reject-input")
        revisions = "accept" if accept_input else "reject" if reject_input else ""
        command(*args, intake=Intake(revisions, convert_with, folders), **options)

    return taking_in
