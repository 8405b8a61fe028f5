"""Options that several commands share."""

from __future__ import annotations

import os
from datetime import UTC, datetime

import click

DATE = click.DateTime(formats=["%Y-%m-%d"])
"""A day on the command line."""


def instant(given: datetime | None) -> datetime:
    """The instant of tracked changes: the day given, else SOURCE_DATE_EPOCH (reproducible-builds.org), else today."""
    if given is not None:
        return given.replace(tzinfo=UTC)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)
    return now.replace(hour=0, minute=0, second=0, microsecond=0)
