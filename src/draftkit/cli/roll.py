"""``draftkit roll``: the next iteration of a text, what was changed, and what a person must look at."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from draftkit.cli.options import reads_files
from draftkit.cli.terminal import say, told
from draftkit.errors import DraftkitError
from draftkit.files import refuse_overwriting, save
from draftkit.readers import Intake

if TYPE_CHECKING:
    from draftkit.model import Resolution
    from draftkit.readers import Reading
    from draftkit.roll import Rolled

FORMATS = {".yaml": "yaml", ".yml": "yaml", ".txt": "txt", ".md": "md"}
"""What is written, by the end of the output's name."""


@click.command("roll")
@click.argument("prior", metavar="PRIOR")
@click.option("--session", type=click.IntRange(1, 150), required=True, metavar="N", help="The coming session, 81.")
@click.option("-o", "--output", metavar="OUT", help='The draft: .yaml, .txt or .md. "-" (the default): YAML to the screen.')
@click.option("--changes", "changes_file", metavar="OUT.json", help="Where the list of changes goes, as JSON.")
@click.option("--json", "as_json", is_flag=True, help="Print the list of changes as JSON instead of the draft.")
@click.option("--force", is_flag=True, help="Write over a draft that is there already.")
@click.option("-v", "--verbose", is_flag=True, help="List every change, and what the reader is not sure of.")
@reads_files
def command(
    prior: str,
    session: int,
    output: str | None,
    changes_file: str | None,
    as_json: bool,
    force: bool,
    verbose: bool,
    intake: Intake,
) -> None:
    """Roll a text forward to a new session.

    What follows a rule is changed: masthead, sessions of the Assembly, the citation of the last iteration, periods,
    report symbols. What only looks stale is listed, for you to decide.

    \b
    draftkit roll A_RES_79_124.xml --session 81 -o draft.yaml
    draftkit roll A_RES_79_124.xml --session 81 -o draft.yaml --changes changes.json
    draftkit roll A_RES_79_124.xml --session 81 --json
    """
    from draftkit.readers import read
    from draftkit.roll import roll

    if as_json and output == "-":
        raise click.UsageError("the draft and --json cannot both go to the screen: name a file with -o")
    if output and output != "-" and output == changes_file:
        raise click.UsageError("the draft and the list of changes need two files")
    for target in (output, changes_file):
        refuse_overwriting(target or "-", [prior])
        _require_folder(target or "-")
    form = _format(output)
    if form == "yaml" and not force:
        _refuse_replacing(output or "-")
    reading = read(prior, intake)
    _require_later(reading.resolution, prior, session)
    rolled = roll(reading.resolution, session=session)

    listed = _listed(rolled)
    if output or not as_json:
        save(output or "-", _written(rolled.resolution, form, prior, output or "-"))
    if changes_file:
        save(changes_file, listed)
    if as_json:
        save("-", listed)
    _summarize(rolled, reading, prior, verbose)
    if output or not as_json:
        _warn(prior, form)


def _format(output: str | None) -> str:
    if output is None or output == "-":
        return "yaml"
    suffix = Path(output).suffix.lower()
    if suffix not in FORMATS:
        raise DraftkitError(f'a draft cannot be written as "{suffix}"', output, "name it .yaml, .txt or .md")
    return FORMATS[suffix]


def _require_folder(target: str) -> None:
    """Raise if a file cannot be put where it should go, so that of the draft and the list both are written or none."""
    folder = Path(target).parent
    if target != "-" and not folder.is_dir():
        raise DraftkitError(f'there is no folder "{folder}"', target, "make it first")
    if target != "-" and Path(target).is_dir():
        raise DraftkitError("this is a folder", target, "name a file in it")


def _refuse_replacing(output: str) -> None:
    """Raise if a draft is there, which somebody may have edited."""
    if output != "-" and Path(output).exists():
        raise DraftkitError("a draft of this name is there already", output, "give another name, or --force to write over it")


def _warn(prior: str, form: str) -> None:
    """Say what the new draft does not hold."""
    if form == "yaml" and prior == "-":
        say('the draft names no prior: add "prior: FILE" to it, or give draftkit build --prior FILE')
    _say_comments_are_lost(prior)


def _require_later(resolution: Resolution, prior: str, session: int) -> None:
    old = resolution.masthead.session
    if not old:
        raise DraftkitError(
            "the session of the text is not known", prior, 'put its masthead first, or "session:" in the draft'
        )
    if session <= old:
        raise DraftkitError(f"the text is of session {old}", prior, f"--session must be {old + 1} or later")


def _written(resolution: Resolution, form: str, prior: str, output: str) -> str | bytes:
    from draftkit.writers import draft, render

    if form != "yaml":
        return render(resolution, form)
    return draft.write(resolution, prior=_relative(prior, output))


def _relative(prior: str, output: str) -> str:
    """The path of the prior from the folder of the draft, with forward slashes; "" for standard input."""
    if prior == "-":
        return ""
    folder = Path() if output == "-" else Path(output).parent
    try:
        path = os.path.relpath(Path(prior).resolve(), folder.resolve())
    except ValueError:  # on another drive of Windows; a draft may name only a relative path
        say(f'{prior} is on another drive: put it beside the draft and add "prior: {Path(prior).name}" to the draft')
        return ""
    return path.replace(os.sep, "/")


def _listed(rolled: Rolled) -> str:
    content = {"changes": [asdict(change) for change in rolled.changes], "look": [asdict(look) for look in rolled.look]}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _summarize(rolled: Rolled, reading: Reading, prior: str, verbose: bool) -> None:
    from draftkit.checks.places import names

    place = names(rolled.resolution)
    if verbose:
        for line in told(reading, prior):
            say(_visible(line))
        for change in rolled.changes:
            say(_visible(f'{place.get(change.paragraph, change.paragraph)}: "{change.old}" -> "{change.new}" [{change.rule}]'))
    say(f"{_counted(len(rolled.changes), 'change')}, {_counted(len(rolled.look), 'thing')} to look at")
    for look in rolled.look:
        say(_visible(f"  {place.get(look.paragraph, look.paragraph)}: {look.why}: {look.text}"))


def _visible(line: str) -> str:
    """A line without characters that would steer the terminal."""
    return "".join(character if character.isprintable() else " " for character in line)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _say_comments_are_lost(source: str) -> None:
    """Say so where a draft is made of a draft that has comments: the model does not hold them."""
    from draftkit.readers import load_bytes
    from draftkit.yaml_text import has_comments

    if Path(source).suffix.lower() not in (".yaml", ".yml"):
        return
    if has_comments(load_bytes(Path(source)).decode("utf-8", "replace")):
        say(f"{source} has comments (#); they are not carried over")
