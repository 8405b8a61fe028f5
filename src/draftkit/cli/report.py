"""``draftkit report``: the changes between two texts as one page to read in a browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from draftkit.cli.options import reads_files
from draftkit.cli.terminal import say
from draftkit.errors import DraftkitError
from draftkit.files import refuse_overwriting, save
from draftkit.model import Findings
from draftkit.readers import Intake

if TYPE_CHECKING:
    from draftkit.cli.dispositions import Both


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
    from draftkit.cli.dispositions import compare_both
    from draftkit.writers.report_page import page

    refuse_overwriting(output, [old, new])
    if output != "-" and Path(output).suffix.lower() not in (".html", ".htm"):
        raise DraftkitError(f'"{output}" is no page for a browser', remedy="name it with .html")
    both = compare_both(old, new, intake)
    save(output, page(both.redline, both.table, _findings(both, new, stage)))
    if output != "-":
        say(f"{output} written")


def _findings(both: Both, name: str, stage: str) -> Findings:
    """What ``draftkit check`` tells of the new text: what its reader and the rules have found, less what it allows itself."""
    from draftkit.checks import RULES, applied, check
    from draftkit.checks.allowing import judged
    from draftkit.readers.allows import allows
    from draftkit.tree import walk

    reading = both.reading
    found = check(both.new, stage=stage, prior=both.old)
    if not reading.is_draft:  # whose reader has said why a reference leads nowhere
        return (*reading.findings, *(each for each in found if each.code != "unresolved-reference"))
    above = {place.block.id: place.parent for place in walk(both.new) if place.parent}
    unasked = {rule.name for rule in RULES} - {rule.name for rule in applied(stage, with_prior=True)}
    comments = allows(reading.source, name, reading.lines)
    left = judged((*reading.findings, *found), comments, above, lambda rule: rule not in unasked)
    return (*left.kept, *left.unused)
