"""``draftkit schema``: the JSON Schemas of the file formats."""

from __future__ import annotations

import click

from draftkit.resources import folder


@click.command("schema")
@click.argument("name", type=click.Choice(["draft", "clause", "slate", "amendments"]))
def command(name: str) -> None:
    """Print the JSON Schema of a file format, for editors that complete and check YAML.

    \b
    draftkit schema draft > draft.schema.json
    """
    file = folder("clause_library") / "clause.schema.json" if name == "clause" else folder("schemas") / f"{name}.json"
    click.echo(file.read_text("utf-8"), nl=False)
