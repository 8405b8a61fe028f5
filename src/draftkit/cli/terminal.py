"""What is said to the person at the terminal."""

from __future__ import annotations

import click

from draftkit.errors import placed
from draftkit.model import Finding, Severity
from draftkit.readers import Reading


def say(message: str) -> None:
    """A line on standard error, so that it never mixes with output."""
    click.echo(message, err=True)


def told(reading: Reading, source: str) -> list[str]:
    """What the reader is not sure of, a line each, what matters most first."""
    ranks = list(Severity)
    return [said(finding, source, reading) for finding in sorted(reading.findings, key=lambda each: ranks.index(each.severity))]


def said(finding: Finding, source: str, reading: Reading) -> str:
    """A finding of a reader as a line: "file:line: severity: paragraph: message [code]", without what is not known."""
    line = finding.line or reading.lines.get(finding.paragraph, 0)
    parts = (placed(source, line, reading.unit), finding.severity, finding.paragraph, finding.message)
    return f"{': '.join(part for part in parts if part)} [{finding.code}]"
