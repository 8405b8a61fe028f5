"""``draftkit roll``: the next iteration of a text or of many, what was changed, and what a person must look at.

The command only says what can be asked; the work is done in ``draftkit.cli.rolling``, loaded when it is asked for.
"""

from __future__ import annotations

from typing import Any

import click

from draftkit.cli.options import reads_files
from draftkit.cli.rolling.ask import Ask, require_sense


@click.command("roll")
@click.argument("prior", metavar="[PRIOR]", default="")
@click.option("--session", type=click.IntRange(1, 150), metavar="N", help="The coming session, 81; else as the text says.")
@click.option("--also", metavar="KEY[,KEY]", multiple=True, help="Move the sessions of another body too: ilc.")
@click.option("--house-style", is_flag=True, help="Write words as official texts do now, too.")
@click.option("-o", "--output", metavar="OUT", default="", help='The draft: .yaml, .txt, .md; "-" (the default): the screen.')
@click.option("--changes", metavar="OUT.json", default="", help="Where the list of changes goes, as JSON.")
@click.option("--report", metavar="OUT.html", default="", help="Where the list goes as a page to read and tick off.")
@click.option("--json", "as_json", is_flag=True, help="Print the list of changes as JSON instead of the draft.")
@click.option("--force", is_flag=True, help="Write over a draft that is there already.")
@click.option("--update", metavar="DRAFT", default="", help="Take what is new into a draft, and keep every edit.")
@click.option("--slate", metavar="FILE", default="", help="Roll all the texts that a slate names.")
@click.option("-v", "--verbose", is_flag=True, help="List every change, and what the reader is not sure of.")
@reads_files
def command(**options: Any) -> None:
    """Roll a text forward to the session at which it returns.

    What follows a rule is changed: masthead, sessions of the Assembly, the citation of the last iteration, periods,
    report symbols. What only looks stale is listed, for you to decide.

    \b
    draftkit roll A_RES_79_124.xml -o draft.yaml
    draftkit roll A_RES_79_124.xml --session 81 -o draft.yaml --report draft.html
    draftkit roll A_RES_79_124.xml --session 81 --json
    draftkit roll --slate sixth-committee.yaml --report week.html
    """
    ask = Ask(**options)
    require_sense(ask)
    if ask.slate:
        from draftkit.cli.rolling.slate import roll_slate

        roll_slate(ask)
    elif ask.update:
        from draftkit.cli.rolling.updated import update_draft

        update_draft(ask)
    else:
        from draftkit.cli.rolling.one import roll_one

        roll_one(ask)
