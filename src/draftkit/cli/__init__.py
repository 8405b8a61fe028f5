"""The command line. Each command is a module of its own, loaded only when it is called: start-up is felt every time."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any, NoReturn

import click

from draftkit import __version__
from draftkit.cli.own_register import own_register
from draftkit.errors import DraftkitError
from draftkit.un.register.location import extend

COMMANDS = {
    "roll": "Roll a text forward to a new session.",
    "build": "Make the Word file of a draft, with tracked changes.",
    "check": "Look for slips in drafts.",
    "redline": "Show the changes between two texts as tracked changes.",
    "table": "Say what became of each paragraph.",
    "report": "Show the changes and the checks as a page.",
    "amend": "Write amendments to a draft, or put them into it.",
    "verify": "Prove what a redline accepts and rejects to.",
    "convert": "Read any format, write any format.",
    "clause": "Look up standard language.",
    "register": "Look up adopted resolutions.",
    "schema": "Print the JSON Schemas of the file formats.",
}
"""The commands in the order of the work, with their lines in ``draftkit --help``."""


extend(own_register)  # here, for the processes that a command starts read it too; no file is touched until it is used


class _Commands(click.Group):
    """The group that imports a command when it is called, and shows every failure as one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"draftkit.cli.{name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        try:
            return super().make_context(*args, **kwargs)
        except click.exceptions.NoArgsIsHelpError:
            raise
        except click.UsageError as error:
            _refuse(error)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            _refuse(error)
        except DraftkitError as error:
            click.echo(f"draftkit: {_line(error)}", err=True)
            ctx.exit(2)
        except RecursionError:
            click.echo("draftkit: the input is nested too deep to be read", err=True)
            ctx.exit(2)
        except BrokenPipeError:
            sys.stderr.close()  # the reader of our output has gone: nothing to say
            ctx.exit(1)
        except (click.exceptions.Exit, click.ClickException, click.Abort):
            raise
        except Exception as error:
            if os.environ.get("DRAFTKIT_DEBUG"):
                raise
            click.echo(f"draftkit: a fault of draftkit itself ({type(error).__name__}: {error}); please report it", err=True)
            ctx.exit(2)


def _line(error: DraftkitError) -> str:
    """An error in one line: names of files may hold line ends and what steers a terminal."""
    from draftkit.steering import visible

    return visible(str(error), "?")


def _refuse(error: click.UsageError) -> NoReturn:
    """Wrong usage in one line; click's own way takes four."""
    path = error.ctx.command_path if error.ctx else "draftkit"
    message = error.format_message().rstrip(".")
    click.echo(f'draftkit: {message[:1].lower()}{message[1:]}; see "{path} --help"', err=True)
    raise click.exceptions.Exit(2)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="draftkit")
def main() -> None:
    """Draft the next iteration of a General Assembly resolution.

    \b
    draftkit roll A_RES_79_124.xml --session 81 -o draft.yaml
    draftkit build draft.yaml -o draft.docx
    """
