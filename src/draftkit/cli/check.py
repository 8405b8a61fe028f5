"""``draftkit check``: the editorial checks over one or more files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from draftkit.cli.options import reads_files
from draftkit.cli.terminal import say
from draftkit.errors import BrokenDraft, DraftkitError
from draftkit.files import save
from draftkit.readers import Intake

if TYPE_CHECKING:
    from draftkit.checks.reports import Located

_BROKEN = frozenset({"dangling-reference", "dangling-note"})
_READERS = frozenset({"unresolved-reference"})
"""What the reader of a finished text has said, and why: it makes a mark of every reference that leads somewhere."""


@click.command("check")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--stage",
    type=click.Choice(["draft", "l-document"]),
    default="draft",
    show_default=True,
    help="How far the text has come: an L-document may have no open blanks and nothing of an adopted text's frame.",
)
@click.option("--format", "form", type=click.Choice(["text", "json", "sarif"]), default="text", show_default=True)
@click.option("--prior", metavar="FILE", help="The text a draft is made from, instead of the one it names.")
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@reads_files
def command(files: tuple[str, ...], stage: str, form: str, prior: str | None, as_json: bool, intake: Intake) -> None:
    """Look for slips in drafts and other texts, and say what to do about each.

    Ends with 1 if there is an error or a warning, with 2 if a file could not be read.

    \b
    draftkit check draft.yaml
    draftkit check --stage l-document draft.yaml
    draftkit check --format sarif *.yaml > findings.sarif
    """
    from draftkit import __version__
    from draftkit.checks.reports import FORMATS
    from draftkit.model import Severity

    found: list[Located] = []
    unreadable = False
    for name in files:
        try:
            found += _check(name, stage, prior, intake)
        except DraftkitError as error:
            say(f"draftkit: {error}")
            unreadable = True
        except RecursionError:
            say(f"draftkit: {name}: nested too deep to be read; this is no resolution")
            unreadable = True
    save("-", FORMATS["json" if as_json else form](found, __version__))
    serious = any(each.finding.severity is not Severity.INFO for each in found)
    sys.exit(2 if unreadable else int(serious))


def _check(name: str, stage: str, prior: str | None, intake: Intake) -> Iterator[Located]:
    """The reader's findings and those of the rules, each with its line, in the order of the file.

    A draft is checked as ``build`` would finish it: what the assembler puts right is no finding.
    """
    from draftkit.checks import check
    from draftkit.checks.reports import Located
    from draftkit.cli.finished import finish_reading
    from draftkit.model import Finding, Severity
    from draftkit.readers import read

    reading = read(name, intake)
    resolution, broken = reading.resolution, ""
    if reading.is_draft:
        try:
            resolution = finish_reading(reading, name, prior=prior, intake=intake).assembled.resolution
        except BrokenDraft as error:
            broken = error.what
    found = check(resolution, stage=stage)
    findings = (*reading.findings, *(each for each in found if reading.is_draft or each.code not in _READERS))
    if broken and not any(finding.code in _BROKEN for finding in findings):
        # what is broken stands in a clause, which the rules do not see into
        findings += (Finding("broken-draft", Severity.ERROR, broken, fix="bring the target back, or change what refers to it"),)
    placed = [replace(each, line=each.line or reading.lines.get(each.paragraph, 0)) for each in findings]
    return (Located(name, finding, reading.unit) for finding in sorted(placed, key=lambda finding: finding.line))
