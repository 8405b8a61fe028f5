"""``draftkit redline``: tracked changes between any two texts."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from draftkit.cli.options import DATE, instant, reads_files
from draftkit.cli.terminal import say
from draftkit.files import refuse_overwriting, save
from draftkit.readers import Intake

if TYPE_CHECKING:
    from draftkit.writers.authors import Authors


@click.command("redline")
@click.argument("old")
@click.argument("new")
@click.option("-o", "--output", metavar="OUT", required=True, help="The file to write: .docx, or .html to read in a browser.")
@click.option("--author", metavar="NAME", help="One author for all changes, instead of three.")
@click.option("--date", type=DATE, help="The date of the changes, 2026-10-05; by default today.")
@reads_files
def command(old: str, new: str, output: str, author: str | None, date: datetime | None, intake: Intake) -> None:
    """Show the changes between two texts as tracked changes.

    If OLD is a Word file, they are written into that very file, and all that did not change stays.

    \b
    draftkit redline A_RES_77_108.xml A_RES_79_124.xml -o changes.docx
    """
    from draftkit.writers.authors import Authors

    refuse_overwriting(output, [old, new])
    form = "docx" if output == "-" else Path(output).suffix.lstrip(".").lower()
    authors = Authors.one(author) if author else Authors()
    data, untracked = _redline(old, new, form, authors, instant(date), intake)
    save(output, data)
    if output != "-":
        say(f"{output} written")
    for what in untracked:
        say(f"  not tracked: {what}")


def _redline(old: str, new: str, form: str, authors: Authors, when: datetime, intake: Intake) -> tuple[bytes, tuple[str, ...]]:
    """The file, and what changed and is not tracked in it."""
    from draftkit.cli.in_place import is_word, redline_texts, redline_word_files

    if form == "docx" and is_word(old):
        redlined = redline_word_files if is_word(new) else redline_texts
        tracked = redlined(old, new, authors, when, intake)
        return tracked.data, tracked.untracked
    from draftkit.cli.finished import compared
    from draftkit.writers import render
    from draftkit.writers.docx import write_redline

    _, changes = compared(old, new, intake)
    return write_redline(changes, authors, when) if form == "docx" else render(changes, form), ()
