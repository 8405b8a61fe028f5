"""``draftkit redline``: tracked changes between any two texts."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from draftkit.cli.options import DATE, instant, reads_files
from draftkit.cli.terminal import say
from draftkit.files import refuse_overwriting, save
from draftkit.readers import Intake


@click.command("redline")
@click.argument("old")
@click.argument("new")
@click.option("-o", "--output", metavar="OUT", required=True, help="The file to write: .docx, or .html to read in a browser.")
@click.option("--author", metavar="NAME", help="One author for all changes, instead of three.")
@click.option("--date", type=DATE, help="The date of the changes, 2026-10-05; by default today.")
@reads_files
def command(old: str, new: str, output: str, author: str | None, date: datetime | None, intake: Intake) -> None:
    """Show the changes between two texts as tracked changes.

    \b
    draftkit redline A_RES_77_108.xml A_RES_79_124.xml -o changes.docx
    """
    from draftkit.cli.finished import text_of
    from draftkit.compare.comparison import compare
    from draftkit.writers import render
    from draftkit.writers.docx import write_redline
    from draftkit.writers.tracked import Authors

    refuse_overwriting(output, [old, new])
    form = "docx" if output == "-" else Path(output).suffix.lstrip(".").lower()
    changes = compare(text_of(old, intake=intake), text_of(new, intake=intake))
    authors = Authors.one(author) if author else Authors()
    save(output, write_redline(changes, authors, instant(date)) if form == "docx" else render(changes, form))
    if output != "-":
        say(f"{output} written")
