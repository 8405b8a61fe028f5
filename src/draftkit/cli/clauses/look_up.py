"""``draftkit clause list`` and ``show``: which clauses there are, and one of them for a person."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from draftkit.clauses import calling
from draftkit.clauses.templates import wrapped
from draftkit.cli.clauses.shared import end_with, load_sound, print_json, shared
from draftkit.cli.terminal import say
from draftkit.errors import ClauseError

if TYPE_CHECKING:
    from draftkit.clauses import Clause, Variable

WIDTH = 100


@click.command("list")
@shared
def list_clauses(folders: tuple[Path, ...], as_json: bool) -> None:
    """List the clauses: id and version, title.

    A file of your own that is no clause is named behind them, and the command ends with 2.

    \b
    draftkit clause list
    draftkit clause list --library our-clauses
    """
    library, problems = load_sound(folders)
    print_list(library, as_json)
    end_with(problems)


@click.command("show")
@click.argument("reference", metavar="ID")
@shared
def show(reference: str, folders: tuple[Path, ...], as_json: bool) -> None:
    """Show a clause: when to use it, its wordings, what it needs, and what to type in a draft.

    ID is a clause, "report/request", or one version of it, "report/request@1".

    \b
    draftkit clause show report/request
    """
    clause = _only(reference, folders)
    if as_json:
        from dataclasses import asdict

        print_json(asdict(clause))
    else:
        click.echo("\n".join(described(clause)))


def _only(reference: str, folders: tuple[Path, ...]) -> Clause:
    """The clause that is asked for, whatever the state of other files; if it is not found, it may be one that cannot be read."""
    from draftkit.clauses import load

    broken: list[ClauseError] = []
    library = load(folders, broken=broken)
    try:
        return library.get(reference)
    except ClauseError:
        for error in broken if reference.partition("@")[0] not in library.clauses else ():
            say(f"draftkit: {error}")
        raise


def print_list(clauses: Iterable[Clause], as_json: bool) -> None:
    """A line, or an object of four keys, for each clause."""
    listed = list(clauses)
    if as_json:
        print_json([entry(clause) for clause in listed])
        return
    width = max((len(clause.reference) for clause in listed), default=0)
    for clause in listed:
        click.echo(line(clause, width))


def entry(clause: Clause) -> dict[str, Any]:
    """What programs are told of a clause in a list; the keys are the contract (design, section 6)."""
    return {"id": clause.id, "version": clause.version, "part": str(clause.part), "title": clause.title}


def line(clause: Clause, width: int) -> str:
    return f"{clause.reference:{width}}  {clause.part:9}  {clause.title}"


# --- A clause for a person -----------------------------------------------------------------------------------------


def described(clause: Clause) -> Iterator[str]:
    strength = f", strength {clause.strength}" if clause.strength else ""
    yield f"{clause.reference}  {clause.title} ({clause.part}{strength})"
    if clause.use_when:
        yield from ("", *_wrapped(clause.use_when, ""))
    if clause.not_when:
        yield from ("", *_wrapped(f"Not when: {clause.not_when}", ""))
    if clause.cost:
        yield from ("", *_wrapped(f"Cost: {clause.cost}", ""))
    yield from ("", *_wrapped(clause.text), *(line for item in clause.items for line in _wrapped(item, "      ")))
    if clause.variables:
        yield from ("", "Values", *(line for variable in clause.variables for line in _value_lines(clause, variable)))
    if clause.alternates:
        yield from ("", "Alternates")
        for wording in clause.alternates:
            rung = f" (strength {wording.strength})" if wording.strength else ""
            yield f"  {wording.name}{rung}: {wording.note}".rstrip(": ")
            yield from _wrapped(wording.text, "      ")
    yield from ("", "In a draft", *(f"  {line}" for line in calling.draft_lines(clause)))
    if clause.provenance:
        used = "; ".join(f"{source.symbol}, paragraph {source.paragraph}" for source in clause.provenance)
        yield from ("", *_wrapped(f"Used in {used}", ""))
    if clause.related:
        yield from ("", *_wrapped(f"See also {', '.join(clause.related)}", ""))


def _wrapped(text: str, indent: str = "  ") -> list[str]:
    return wrapped(text, WIDTH, indent)


def _value_lines(clause: Clause, variable: Variable) -> list[str]:
    line = f"{variable.name}, {variable.type}: {calling.described(clause, variable)}"
    return textwrap.wrap(line, WIDTH, initial_indent="  ", subsequent_indent="      ")
