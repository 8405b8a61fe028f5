"""What is said to the person at the terminal."""

from __future__ import annotations

import click


def say(message: str) -> None:
    """A line on standard error, so that it never mixes with output."""
    click.echo(message, err=True)
