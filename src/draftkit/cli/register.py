"""``draftkit register``: look up adopted resolutions, and keep entries of one's own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from draftkit.cli.options import reads_files
from draftkit.cli.terminal import say
from draftkit.errors import DraftkitError
from draftkit.readers import Intake
from draftkit.un.register.location import extend

_JSON = click.option("--json", "as_json", is_flag=True, help="For programs; the keys are stable.")


@click.group("register")
def command() -> None:
    """Look up adopted resolutions, and keep entries of your own.

    Your own register is where DRAFTKIT_REGISTER says (none: there is none), else in draftkit's folder of settings. Its entries
    stand beside the shipped ones, and win.

    \b
    draftkit register show 79/124
    draftkit register search diplomatic --session 79
    """


def _placed(function: Callable[..., None]) -> Callable[..., None]:
    """The option of every subcommand: another file for this once."""

    @click.option("--register", "file", metavar="FILE", help="This file as your own register, for this once.")
    @wraps(function)
    def taking_place(*args: Any, file: str | None, **options: Any) -> None:
        if file:
            before = extend(lambda: file)
            click.get_current_context().call_on_close(lambda: extend(before))
        function(*args, **options)

    return taking_place


@command.command("show")
@click.argument("numbers", metavar="NUMBER...", nargs=-1, required=True)
@_JSON
@_placed
def show(numbers: tuple[str, ...], as_json: bool) -> None:
    """Show resolutions: date, title, where they came from; and their series, with the likely next session.

    NUMBER is "79/124", "A/RES/79/124", "75/257 B" or "217 A (III)". Ends with 1 if the register does not know one.

    \b
    draftkit register show 79/124
    draftkit register show "75/257 B" --json
    """
    from draftkit.cli.register_page import as_json as report
    from draftkit.cli.register_page import described
    from draftkit.un import register

    found = [(number, register.cited(number)) for number in map(_number, numbers)]
    known = [entry for _, entry in found if entry]
    if as_json:
        click.echo(report(known, with_series=True))
    elif known:
        click.echo("\n\n".join("\n".join(described(entry)) for entry in known))
    missing = [number for number, entry in found if not entry]
    for number in missing:
        say(f'draftkit: {number} is not in the register; add it: draftkit register add "{number}" --date "4 December 2024"')
    sys.exit(int(bool(missing)))


@command.command("search")
@click.argument("words", metavar="WORDS...", nargs=-1)
@click.option("--session", type=click.IntRange(1, 150), metavar="N", help="Only of this session.")
@click.option("--committee", metavar="NAME", help='Only of this committee: "sixth", "C.6", "plenary".')
@_JSON
@_placed
def search(words: tuple[str, ...], session: int | None, committee: str | None, as_json: bool) -> None:
    """List the resolutions with all the WORDS in their titles, agenda items or symbols, the newest first.

    The beginning of a word is enough: "diplomat" finds "diplomatic".

    \b
    draftkit register search diplomatic consular
    draftkit register search --session 79 --committee sixth
    draftkit register search A/C.6/79/L.9
    """
    from draftkit.cli.register_page import as_json as report
    from draftkit.cli.register_page import lines
    from draftkit.un.register.file import committee_of
    from draftkit.un.register.search import search as searched

    if not words and session is None and committee is None:
        raise click.UsageError("say what to look for: words, --session or --committee")
    body = committee_of(committee) if committee else ""
    if committee and not body:
        raise DraftkitError(f'there is no committee "{committee[:40]}"', remedy="write C.6, sixth or plenary")
    found = searched(words, session or 0, body)
    if as_json:
        click.echo(report(found, with_series=False))
        return
    for line in lines(found):
        click.echo(line)
    if not found:
        say("no resolution has all of these; try fewer words, or only their beginnings")


@command.command("add")
@click.argument("number", metavar="NUMBER")
@click.option("--date", required=True, metavar="DATE", help='When it was adopted: "4 December 2024" or 2024-12-04.')
@click.option("--title", metavar="TITLE", default="")
@click.option("--item", metavar="TITLE", default="", help="The title of its agenda item, if it is another.")
@click.option("--committee", metavar="NAME", default="", help='"sixth", "C.6", "plenary".')
@click.option("--report", metavar="SYMBOL", default="", help='The symbol in the bracket line: "A/79/472, para. 7".')
@click.option("--draft", metavar="SYMBOL", default="", help="The symbol of its draft.")
@_placed
def add(number: str, **given: str) -> None:
    """Put a resolution into your own register, or change its entry there.

    \b
    draftkit register add 80/300 --date "20 July 2026" --title "Protection of judicial archives"
    """
    from draftkit.cli.register_own import Taken, take
    from draftkit.un.register.file import checked

    _report(take([Taken(checked({"number": number, **given}, ""))]))


@command.command("import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@_placed
@reads_files
def import_files(files: tuple[str, ...], intake: Intake) -> None:
    """Put the resolutions of files into your own register: adopted texts of any format, or CSV with a line for each.

    The columns of a CSV file are number, date, title, item, committee, report, draft; only the first two are needed.
    What the register knows already, just so, is left out. A file that cannot be read is left out, and the end is then 1.

    \b
    draftkit register import A_RES_79_124.xml
    draftkit register import ours.csv
    """
    from draftkit.cli.register_own import gather, take

    taken, failed = gather(files, intake)
    for line in failed:
        say(f"draftkit: {line}")
    if taken:
        _report(take(taken))
    if failed:
        say(f"draftkit: {len(failed)} of {len(files)} files could not be imported")
        sys.exit(1)


def _number(written: str) -> str:
    from draftkit.un.register.file import no_number, number_of

    number = number_of(written)
    if not number:
        raise no_number(written, "")
    return number


def _report(said: list[str]) -> None:
    for line in said:
        say(line)
