"""``draftkit report``: the changes between two texts as one page to read in a browser."""

from __future__ import annotations

from pathlib import Path

import click

from draftkit.cli.options import reads_files
from draftkit.cli.terminal import say
from draftkit.errors import DraftkitError
from draftkit.files import refuse_overwriting, save
from draftkit.model import Findings
from draftkit.readers import Intake, Reading


@click.command("report")
@click.argument("old")
@click.argument("new")
@click.option("-o", "--output", metavar="OUT.html", required=True, help='The page to write; "-" is standard output.')
@click.option(
    "--stage",
    type=click.Choice(["draft", "l-document"]),
    default="draft",
    show_default=True,
    help="How far NEW has come, for the checks: an L-document may have no open blanks.",
)
@reads_files
def command(old: str, new: str, output: str, stage: str, intake: Intake) -> None:
    """Write a page with the changes between two texts, what the checks find in the new one, and the table of dispositions.

    The page needs no network and no other file: it can be mailed, read and printed.

    \b
    draftkit report A_RES_79_124.xml draft.yaml -o report.html
    """
    from draftkit.checks import check
    from draftkit.cli.dispositions import compare_both
    from draftkit.writers.report_page import page

    refuse_overwriting(output, [old, new])
    if output != "-" and Path(output).suffix.lower() not in (".html", ".htm"):
        raise DraftkitError(f'"{output}" is no page for a browser', remedy="name it with .html")
    both = compare_both(old, new, intake)
    findings = _findings(both.reading, check(both.new, stage=stage, prior=both.old))
    save(output, page(both.redline, both.table, findings))
    if output != "-":
        say(f"{output} written")


def _findings(reading: Reading, found: Findings) -> Findings:
    """What the reader and the rules have found, as ``draftkit check`` tells it: of a finished text the reader has said why a
    reference leads nowhere."""
    return (*reading.findings, *(each for each in found if reading.is_draft or each.code != "unresolved-reference"))
