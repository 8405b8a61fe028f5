"""``draftkit table``: what became of each paragraph of a text, as a table."""

from __future__ import annotations

from pathlib import Path

import click

from draftkit.cli.options import reads_files
from draftkit.cli.terminal import say
from draftkit.errors import DraftkitError
from draftkit.files import refuse_overwriting, save
from draftkit.readers import Intake


@click.command("table")
@click.argument("old")
@click.argument("new")
@click.option("-o", "--output", metavar="OUT", default="-", help="The file to write: .docx, .html, .md, .txt or .json.")
@click.option("--changed", is_flag=True, help="Leave out the paragraphs that were carried over word for word.")
@click.option("--json", "as_json", is_flag=True, help="JSON on standard output.")
@reads_files
def command(old: str, new: str, output: str, changed: bool, as_json: bool, intake: Intake) -> None:
    """Say of each paragraph what became of it: carried, amended, moved, new, dropped.

    \b
    draftkit table A_RES_77_108.xml A_RES_79_124.xml
    draftkit table A_RES_79_124.xml draft.yaml -o dispositions.docx
    """
    from draftkit.cli.dispositions import compare_both
    from draftkit.writers.table import FORMATS, render

    refuse_overwriting(output, [old, new])
    form = "json" if as_json else "txt" if output == "-" else Path(output).suffix.lstrip(".").lower()
    if form not in (*FORMATS, "markdown", "htm"):
        raise DraftkitError(f'"{output}" is no table', remedy=f"name it with .{', .'.join(FORMATS[:-1])} or .{FORMATS[-1]}")
    both = compare_both(old, new, intake)
    save(output, render(both.redline, both.table, form, changed=changed))
    if output != "-":
        say(f"{output} written")
