"""``draftkit clause list`` and ``show``: which clauses there are, and one of them for a person."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from draftkit.cli.clauses.shared import load_library, print_json, shared

if TYPE_CHECKING:
    from draftkit.clauses import Clause, Variable

WIDTH = 100
_PLAIN = re.compile(r"(?!(?:next|null|true|false|yes|no|on|off)$)[^\W_][\w ,.()/’“”–-]*[\w.)”]", re.IGNORECASE)
"""Values that YAML takes as they are; others are quoted."""

_FIELD = re.compile(r"\{[{%].*?[}%]\}")


@click.command("list")
@shared
def list_clauses(folders: tuple[Path, ...], as_json: bool) -> None:
    """List the clauses: id and version, title.

    \b
    draftkit clause list
    draftkit clause list --library our-clauses
    """
    print_list(load_library(folders), as_json)


@click.command("show")
@click.argument("reference", metavar="ID")
@shared
def show(reference: str, folders: tuple[Path, ...], as_json: bool) -> None:
    """Show a clause: when to use it, its wordings, what it needs, and what to type in a draft.

    ID is a clause, "report/request", or one version of it, "report/request@1".

    \b
    draftkit clause show report/request
    """
    clause = load_library(folders).get(reference)
    if as_json:
        from dataclasses import asdict

        print_json(asdict(clause))
    else:
        click.echo("\n".join(described(clause)))


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
