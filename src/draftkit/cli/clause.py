"""``draftkit clause``: look up standard language, and proofread a library of it."""

from __future__ import annotations

import json
import re
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from draftkit.cli.terminal import say

if TYPE_CHECKING:
    from draftkit.clauses import Clause, Library, Variable

WIDTH = 100
_PLAIN = re.compile(r"(?!(?:next|null|true|false|yes|no|on|off)$)[^\W_][\w ,.()/’“”–-]*[\w.)”]", re.IGNORECASE)
"""Values that YAML takes as they are; others are quoted."""

_FIELD = re.compile(r"\{[{%].*?[}%]\}")


@click.group("clause")
def command() -> None:
    """Look up standard language, and proofread a library of it.

    \b
    draftkit clause search report session
    draftkit clause show report/request
    """


def _shared(function: Callable[..., None]) -> Callable[..., None]:
    """The options that every subcommand has."""
    function = click.option("--json", "as_json", is_flag=True, help="For programs; the keys are stable.")(function)
    return click.option(
        "--library",
        "folders",
        metavar="DIR",
        multiple=True,
        type=click.Path(path_type=Path),
        help="A folder of your own clauses, put over the standard library. May be given several times.",
    )(function)


@command.command("list")
@_shared
def list_clauses(folders: tuple[Path, ...], as_json: bool) -> None:
    """List the clauses: id and version, title.

    \b
    draftkit clause list
    draftkit clause list --library our-clauses
    """
    _print_list(_load(folders), as_json)


@command.command("show")
@click.argument("reference", metavar="ID")
@_shared
def show(reference: str, folders: tuple[Path, ...], as_json: bool) -> None:
    """Show a clause: when to use it, its wordings, what it needs, and what to type in a draft.

    ID is a clause, "report/request", or one version of it, "report/request@1".

    \b
    draftkit clause show report/request
    """
    clause = _load(folders).get(reference)
    if as_json:
        from dataclasses import asdict

        _print_json(asdict(clause))
    else:
        click.echo("\n".join(_described(clause)))


@command.command("search")
@click.argument("words", nargs=-1, required=True)
@_shared
def search(words: tuple[str, ...], folders: tuple[Path, ...], as_json: bool) -> None:
    """List the clauses in which all the WORDS occur, the best first.

    The beginning of a word is enough: "appreciat" finds "appreciation".

    \b
    draftkit clause search report session
    """
    found = _load(folders).search(" ".join(words))
    _print_list(found, as_json)
    if not found:
        say("no clause has all of these words; try fewer, or only their beginnings")


@command.command("check")
@_shared
def check_clauses(folders: tuple[Path, ...], as_json: bool) -> None:
    """Proofread the library: fill every example, look at openings, endings and references.

    Ends with 1 if anything is found, with 2 if a file is no clause.

    \b
    draftkit clause check --library our-clauses
    """
    from draftkit.checks.reports import Located, text
    from draftkit.checks.reports import as_json as report
    from draftkit.clauses import check

    library = _load(folders)
    found = [Located(library.get(finding.paragraph).place.rpartition(":")[0], finding) for finding in check(library)]
    click.echo(report(found) if as_json else text(found), nl=False)
    if not found and not as_json:
        say(f"{sum(1 for _ in library.every())} clauses, nothing found")
    sys.exit(int(bool(found)))


def _load(folders: tuple[Path, ...]) -> Library:
    from draftkit.clauses import load

    return load(folders)


def _print_list(clauses: Iterable[Clause], as_json: bool) -> None:
    listed = list(clauses)
    if as_json:
        _print_json([{"id": c.id, "version": c.version, "part": str(c.part), "title": c.title} for c in listed])
        return
    width = max((len(clause.reference) for clause in listed), default=0)
    for clause in listed:
        click.echo(f"{clause.reference:{width}}  {clause.part:9}  {clause.title}")


def _print_json(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


# --- A clause for a person -----------------------------------------------------------------------------------------


def _described(clause: Clause) -> Iterator[str]:
    strength = f", strength {clause.strength}" if clause.strength else ""
    yield f"{clause.reference}  {clause.title} ({clause.part}{strength})"
    if clause.use_when:
        yield from ("", *_wrapped(clause.use_when, ""))
    yield from ("", *_wrapped(clause.text), *(line for item in clause.items for line in _wrapped(item, "      ")))
    if clause.variables:
        yield from ("", "Values", *(line for variable in clause.variables for line in _value_lines(clause, variable)))
    if clause.alternates:
        yield from ("", "Alternates")
        for wording in clause.alternates:
            rung = f" (strength {wording.strength})" if wording.strength else ""
            yield f"  {wording.name}{rung}: {wording.note}".rstrip(": ")
            yield from _wrapped(wording.text, "      ")
    yield from ("", "In a draft", *(f"  {line}" for line in _draft_lines(clause)))
    if clause.provenance:
        used = "; ".join(f"{source.symbol}, paragraph {source.paragraph}" for source in clause.provenance)
        yield from ("", *_wrapped(f"Used in {used}", ""))
    if clause.related:
        yield from ("", *_wrapped(f"See also {', '.join(clause.related)}", ""))


def _wrapped(text: str, indent: str = "  ") -> list[str]:
    whole = _FIELD.sub(lambda match: match[0].replace(" ", "\x00"), text)  # a line never ends inside {{ }}
    lines = textwrap.wrap(
        whole, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    return [line.replace("\x00", " ") for line in lines]


def _value_lines(clause: Clause, variable: Variable) -> list[str]:
    from draftkit.clauses.clause import NEXT

    if variable.default == NEXT:
        said = "the session at which the item returns, unless you give another"
    elif variable.default == "":
        said = f"may be left out; for instance {variable.example}" if variable.example else "may be left out"
    elif variable.default is not None:
        said = f"{variable.default}, unless you give another"
    else:
        said = f"for instance {variable.example}" if variable.example else "must be given"
    wordings = _wordings_with(clause, variable)
    only = f" (only in {', '.join(wordings)})" if wordings else ""
    note = f". {variable.note}" if variable.note else ""
    line = f"{variable.name}, {variable.type}: {said}{only}{note}"
    return textwrap.wrap(line, WIDTH, initial_indent="  ", subsequent_indent="      ")


def _wordings_with(clause: Clause, variable: Variable) -> list[str]:
    """The alternates that name a variable, if the clause's own text and items do not."""
    from draftkit.clauses.templates import names

    if any(variable.name in names(template) for template in (clause.text, *clause.items)):
        return []
    return [wording.name for wording in clause.alternates if variable.name in names(wording.text)]


def _draft_lines(clause: Clause) -> list[str]:
    """The entry that a drafter types, with the examples for values."""
    needed = [v for v in clause.variables if v.default is None and not _wordings_with(clause, v)]
    lines = [f"- clause: {clause.reference}"]
    if needed:
        lines += ["  with:", *(f"    {variable.name}: {_yaml(variable.example or '___')}" for variable in needed)]
    return lines


def _yaml(value: str) -> str:
    return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)
