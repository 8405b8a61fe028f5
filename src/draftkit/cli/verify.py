"""``draftkit verify``: prove what a redline accepts and rejects to."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

import click

from draftkit.cli.options import reads_files
from draftkit.cli.terminal import say
from draftkit.readers import Intake


@click.command("verify")
@click.argument("redline", metavar="REDLINE.docx")
@click.option("--prior", "old", metavar="OLD", required=True, help="The text that rejecting every change must give.")
@click.option("--new", metavar="NEW", required=True, help="The text that accepting every change must give.")
@click.option("--json", "as_json", is_flag=True, help="The proof as JSON.")
@reads_files
def command(redline: str, old: str, new: str, as_json: bool, intake: Intake) -> None:
    """Prove what a redline accepts and rejects to.

    \b
    draftkit verify changes.docx --prior A_RES_77_108.xml --new A_RES_79_124.xml
    """
    from draftkit.cli.proving import proved

    proof = proved(redline, old, new, intake)
    if as_json:
        click.echo(json.dumps(asdict(proof), ensure_ascii=False, indent=2))
    else:
        click.echo(f"accepting every change gives the new text: {'yes' if proof.accept else 'NO'}")
        click.echo(f"rejecting every change gives the prior text: {'yes' if proof.reject else 'NO'}")
        for line in proof.differences:
            click.echo(f"  {line}")
        click.echo(f"words struck and typed again: {proof.retyped:.1%}")
        click.echo(f"not compared: {'; '.join(proof.not_compared) or 'nothing'}")
    if not (proof.accept and proof.reject):
        say("draftkit: the redline does not give both texts")
    elif proof.differences:
        say("draftkit: the redline gives both texts, but the file is not sound")
    if proof.differences:
        sys.exit(1)
