"""``draftkit check``: the editorial checks over one or more files, and what of it can be mended in a draft."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from draftkit.cli.options import reads_files
from draftkit.readers import Intake

if TYPE_CHECKING:
    from draftkit.checks.choosing import Choice
    from draftkit.cli.checking.running import Mending


def _chosen(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say which findings are wanted; the command is given them as ``choice``."""

    @click.option("--select", multiple=True, metavar="CODE", help="Only these: codes, their beginnings (DK3) or names.")
    @click.option("--ignore", multiple=True, metavar="CODE", help="Not these.")
    @click.option(
        "--severity",
        type=click.Choice(["error", "warning", "info"]),
        default="info",
        show_default=True,
        help="The least serious that is shown and counts.",
    )
    @wraps(command)
    def choosing(*args: Any, select: tuple[str, ...], ignore: tuple[str, ...], severity: str, **options: Any) -> None:
        from draftkit.checks.choosing import Choice
        from draftkit.model import Severity

        choice = Choice(_known(select, "--select"), _known(ignore, "--ignore"), Severity(severity))
        command(*args, choice=choice, **options)

    return choosing


def _mending(command: Callable[..., None]) -> Callable[..., None]:
    """The options of ``--fix``; the command is given them as ``mending``, ``None`` without it."""

    @click.option("--fix", is_flag=True, help="Mend in drafts what is certain; give -o, --in-place or --diff with it.")
    @click.option("-o", "--output", default="", metavar="OUT", help='The mended draft; "-" is the screen.')
    @click.option("--in-place", is_flag=True, help="Write the mended drafts over themselves.")
    @click.option("--diff", is_flag=True, help="Show what would be changed, and write nothing.")
    @wraps(command)
    def mending(*args: Any, fix: bool, output: str, in_place: bool, diff: bool, **options: Any) -> None:
        from draftkit.cli.checking.running import Mending

        ways = sum((bool(output), in_place, diff))
        if ways and not fix:
            raise click.UsageError("-o, --in-place and --diff go with --fix")
        if fix and ways != 1:
            raise click.UsageError("give one of -o OUT, --in-place and --diff with --fix")
        beside = bool(options.get("as_json")) or options.get("form") != "text"
        command(*args, mending=Mending(output, in_place, diff, beside) if fix else None, **options)

    return mending


@click.command("check")
@click.argument("files", metavar="FILE...", nargs=-1)
@click.option(
    "--stage",
    type=click.Choice(["draft", "l-document"]),
    default="draft",
    show_default=True,
    help="How far the text has come: an L-document may have no open blanks and nothing of an adopted text's frame.",
)
@click.option("--prior", metavar="FILE", help="The text that it is made from; for a draft, instead of the one it names.")
@_chosen
@click.option("--format", "form", type=click.Choice(["text", "json", "sarif", "github"]), default="text", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@_mending
@click.option("--explain", default="", metavar="CODE", help="Tell all about a rule, by its code or name; all: a list of them.")
@reads_files
def command(
    files: tuple[str, ...],
    stage: str,
    prior: str | None,
    choice: Choice,
    form: str,
    as_json: bool,
    mending: Mending | None,
    explain: str,
    intake: Intake,
) -> None:
    """Look for slips in drafts and other texts, and say what to do about each.

    Ends with 1 if there is an error or a warning, with 2 if a file could not be read.

    \b
    draftkit check draft.yaml
    draftkit check --stage l-document draft.yaml
    draftkit check --fix draft.yaml -o mended.yaml
    draftkit check --format sarif *.yaml > findings.sarif
    draftkit check --explain DK301
    """
    if explain:
        _explain(explain, files)
        return
    if not files:
        raise click.UsageError("Missing argument 'FILE...'.")
    from draftkit.cli.checking.one import Asked
    from draftkit.cli.checking.running import check_all, mend_all

    asked, form = Asked(stage, prior, choice, intake), "json" if as_json else form
    sys.exit(mend_all(files, asked, mending, form) if mending else check_all(files, asked, form))


def _known(values: Sequence[str], option: str) -> tuple[str, ...]:
    """Codes, beginnings of codes and names, one or more in each value. Raises ``BadParameter`` for one that means nothing."""
    from draftkit.checks.choosing import meant, near

    tokens = tuple(token for value in values for token in value.replace(",", " ").split())
    for token in tokens:
        if not meant(token):
            raise click.BadParameter(f'"{token[:40]}" is no code or name of a rule{_or(near(token))}', param_hint=option)
    return tokens


def _or(near: Sequence[str]) -> str:
    return f"; is it {' or '.join(near)}?" if near else "; --explain all lists them"


def _explain(token: str, files: Sequence[str]) -> None:
    """Tell about a rule, about those with a code that begins so, or list all."""
    from draftkit.checks.choosing import meant
    from draftkit.checks.reports.explained import explained, listed
    from draftkit.files import save

    if files:
        raise click.UsageError("--explain goes without files")
    if token == "all":
        save("-", listed())
        return
    _known((token,), "--explain")
    save("-", "\n\n".join(map(explained, meant(token))))
