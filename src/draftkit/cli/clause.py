"""``draftkit clause``: look up standard language, find it in texts, and proofread a library of it.

Each subcommand lies in ``draftkit.cli.clauses`` and is loaded when it is called.
"""

from __future__ import annotations

from importlib import import_module

import click

COMMANDS = {
    "list": ("look_up", "list_clauses", "List the clauses."),
    "search": ("searching", "search", "Find the clauses that one has in mind."),
    "show": ("look_up", "show", "Show a clause, and what to type in a draft."),
    "insert": ("inserting", "insert", "Put a clause into a draft."),
    "match": ("matching", "match", "Find the clauses that stand in texts."),
    "check": ("checking", "check_clauses", "Proofread the library."),
    "new": ("new", "new", "Propose a clause file from paragraphs of texts."),
    "harvest": ("harvesting", "harvest", "Find formulas that recur in texts and that no clause says."),
    "export": ("exporting", "export", "Write the library as a page for a browser."),
}
"""The subcommands in the order of use: module, function, and their lines in ``draftkit clause --help``."""


class _Commands(click.Group):
    """The group that imports a subcommand when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module, function, _ = COMMANDS[name]
        command: click.Command = getattr(import_module(f"draftkit.cli.clauses.{module}"), function)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, _, line) in COMMANDS.items()])


@click.group("clause", cls=_Commands)
def command() -> None:
    """Look up standard language, find it in texts, and proofread a library of it.

    \b
    draftkit clause search report session
    draftkit clause show report/request
    draftkit clause match A_RES_79_124.xml
    """
