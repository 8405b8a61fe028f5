"""``draftkit clause new``: a clause file proposed from paragraphs of texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from draftkit.cli.clauses.schema_beside import missing_schema, said, schema
from draftkit.cli.clauses.shared import finished_text
from draftkit.cli.options import reads_files
from draftkit.cli.terminal import say
from draftkit.errors import DraftkitError
from draftkit.files import refuse_overwriting, save_all
from draftkit.readers import Intake

if TYPE_CHECKING:
    from draftkit.clauses.sources import Source


@click.command("new")
@click.argument("pairs", metavar="FROM-TEXT PARAGRAPH...", nargs=-1, required=True)
@click.option("--id", "name", metavar="FAMILY/NAME", default="", help="What the clause is called; else after its first words.")
@click.option("-o", "--output", metavar="FILE", required=True, help='Where the clause file goes. "-": the screen.')
@reads_files
def new(pairs: tuple[str, ...], name: str, output: str, intake: Intake) -> None:
    """Propose a clause file from paragraphs of texts.

    What varies between the paragraphs, and what is a session, a date, a resolution, a symbol, a year, a number, a State or a
    title in quotation marks, becomes a value. A PARAGRAPH is its number, "preambular 2", or its id.

    \b
    draftkit clause new A_RES_79_124.xml 14 -o include.yaml
    draftkit clause new one.xml 14 two.xml 9 --id agenda/return -o return.yaml
    draftkit clause new one.xml "preambular 2" -o -
    """
    from draftkit.clauses.clause_file import ID
    from draftkit.clauses.folders import files_of
    from draftkit.clauses.proposing import propose
    from draftkit.clauses.written import written

    if len(pairs) % 2:
        raise click.UsageError("give a text and a paragraph of it, or several such pairs: one.xml 14 two.xml 9")
    if name and not ID.fullmatch(name):
        raise DraftkitError(f'"{name[:60]}" is no id of a clause', remedy="write family and name: report/request")
    files, wanted = pairs[::2], pairs[1::2]
    refuse_overwriting(output, (*files, *files_of(intake.libraries)))
    made = written(propose(_sources(files, wanted, intake), name))
    beside = missing_schema(output)
    save_all([(output, made), (beside, schema() if beside else "")])
    if beside:
        say(said(beside))


def _sources(files: tuple[str, ...], wanted: tuple[str, ...], intake: Intake) -> list[Source]:
    """The paragraph of each pair; a text is read once."""
    from draftkit.assemble.numbers import labels
    from draftkit.clauses.sources import named, sources_of

    texts = {file: finished_text(file, intake) for file in dict.fromkeys(files)}
    known = {file: list(sources_of(text, labels(text))) for file, text in texts.items()}
    return [named(known[file], paragraph, file) for file, paragraph in zip(files, wanted, strict=True)]
