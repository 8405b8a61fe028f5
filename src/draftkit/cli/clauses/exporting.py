"""``draftkit clause export``: the library as a page for a browser."""

from __future__ import annotations

from pathlib import Path

import click

from draftkit.cli.clauses.shared import load_library
from draftkit.cli.options import own_libraries
from draftkit.cli.terminal import say


@click.command("export")
@click.option("--html", "output", metavar="OUT.html", required=True, help='Where the page goes; "-" is standard output.')
@own_libraries
def export(output: str, folders: tuple[Path, ...]) -> None:
    """Write the library as one page, to read, search and print in a browser.

    The page needs no network and no other file.

    \b
    draftkit clause export --html clauses.html
    draftkit clause export --html clauses.html --library our-clauses
    """
    from draftkit.clauses.folders import files_of
    from draftkit.files import refuse_overwriting, save
    from draftkit.writers.library_page import page

    clauses = list(load_library(folders))
    refuse_overwriting(output, files_of(folders))
    save(output, page(clauses, "Clause library"))
    say(f"{len(clauses)} clauses")
