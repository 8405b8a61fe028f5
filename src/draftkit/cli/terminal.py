"""What is said to the person at the terminal."""

from __future__ import annotations

from collections.abc import Mapping

import click

from draftkit.model import Finding


def say(message: str) -> None:
    """A line on standard error, so that it never mixes with output."""
    click.echo(message, err=True)


def said(finding: Finding, source: str, lines: Mapping[str, int]) -> str:
    """A finding of a reader as a line: "file:line: severity: paragraph: message [code]", without what is not known."""
    line = finding.line or lines.get(finding.paragraph, 0)
    parts = (f"{source}:{line}" if line else source, finding.severity, finding.paragraph, finding.message)
    return f"{': '.join(part for part in parts if part)} [{finding.code}]"
