"""``draftkit clause search``: the clauses that a drafter may have in mind, and what each of them says."""

from __future__ import annotations

import difflib
import re
import sys
import textwrap
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from draftkit.cli.clauses.inserting import Insertion, at_place, insert_into
from draftkit.cli.clauses.look_up import entry, line, print_list
from draftkit.cli.clauses.shared import end_with, load_library, load_sound, print_json, shared
from draftkit.cli.terminal import say
from draftkit.errors import ClauseError

if TYPE_CHECKING:
    from draftkit.clauses import Clause, Library
    from draftkit.clauses.search import Asked

WIDTH = 100
_LINES = 3
"""Lines of the example under a hit on a terminal."""


@click.command("search")
@click.argument("words", nargs=-1)
@click.option("--family", default="", metavar="NAME", help='Only those of a family, what stands before the "/": report.')
@click.option("--part", type=click.Choice(["preamble", "operative"]), help="Only those of a part.")
@click.option("--strength", default="", metavar="N|N-M", help="Only those with a wording of this strength: 3, or 1-4.")
@click.option("--addressee", default="", metavar="WORDS", help="Only those that address somebody: Secretary-General.")
@click.option("--plain", is_flag=True, help="A line for each clause on a terminal too, without examples.")
@click.option("--open-in-draft", "draft", metavar="DRAFT", help="Put the one clause found into this draft (clause insert).")
@at_place
@shared
def search(
    words: tuple[str, ...],
    family: str,
    part: str | None,
    strength: str,
    addressee: str,
    plain: bool,
    draft: str | None,
    insertion: Insertion,
    folders: tuple[Path, ...],
    as_json: bool,
) -> None:
    """Find the clauses in which all the WORDS occur, the best first; where these are few, then those with most of the words.

    The beginning of a word is enough: "appreciat" finds "appreciation". Words may be misspelt, and some of everyday speech
    are understood ("no cost", "thanks"). On a terminal an example stands under each clause.

    \b
    draftkit clause search report session
    draftkit clause search provisonal agenda --part operative
    draftkit clause search --addressee Secretary-General --strength 1-3
    """
    from draftkit.clauses.search import Asked
    from draftkit.tree import Section

    if not (words or family or strength or addressee or part):
        raise click.UsageError("give words to look for, or one of --family, --part, --strength, --addressee")
    asked = Asked(" ".join(words), family, Section(part) if part else None, _rungs(strength), addressee)
    if draft is None:
        insertion.require_none()
        library, problems = load_sound(folders)
        _require_family(library, family)
        _show(library, asked, plain, as_json)
        end_with(problems)
        return
    if as_json or plain:
        raise click.UsageError("--json and --plain show what is found; leave them out with --open-in-draft")
    library = load_library(folders)
    _require_family(library, family)
    insert_into(draft, _only(library, asked), insertion, folders)


def _show(library: Library, asked: Asked, plain: bool, as_json: bool) -> None:
    from draftkit.clauses.search import find

    hits = find(library, asked)
    found = hits.clauses
    if as_json:
        print_json([{**entry(clause), "strength": clause.strength, "example": _example(clause)} for clause in found])
    elif plain or not _on_terminal():
        print_list(found, as_json=False)
    else:
        _print_with_examples(found)
    if not found:
        words = asked.words
        say("no clause has these words; try fewer, or only their beginnings" if words else "there is no such clause")
    elif hits.whole < len(found):
        say(_partly(hits.whole))


def _partly(whole: int) -> str:
    if not whole:
        return "no clause has all of these words; these have most of them"
    return f"the first {f'{whole} have' if whole > 1 else 'has'} all of these words, the others most of them"


def _on_terminal() -> bool:
    return sys.stdout.isatty()


def _rungs(written: str) -> tuple[int, int] | None:
    if not written:
        return None
    match = re.fullmatch(r"([1-9])(?:[-–]([1-9]))?", written)
    low, high = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
    if low > high:
        raise click.BadParameter("write a strength from 1 to 9, or the lowest and the highest: 1-4", param_hint="--strength")
    return low, high


def _require_family(library: Library, family: str) -> None:
    from draftkit.clauses.search import families

    known = families(library)
    if family and family not in known:
        near = difflib.get_close_matches(family[:40], known, n=3, cutoff=0.5)
        remedy = f"did you mean {' or '.join(near)}?" if near else "draftkit clause list shows them all, before the /"
        raise ClauseError(f'there is no family "{family[:40]}"', remedy=remedy)


def _only(library: Library, asked: Asked) -> Clause:
    """The one clause that is left; an id that is typed whole is enough, if the rest of what is asked is true of it."""
    from draftkit.clauses.search import find

    named = [clause for clause in library.every() if asked.words in (clause.id, clause.reference)]
    hits = find([library.get(asked.words)], replace(asked, words="")) if named else find(library, asked)
    found = hits.clauses[: hits.whole]
    if len(found) != 1:
        shown = ", ".join(clause.id for clause in found[:5]) + (" ..." if len(found) > 5 else "")
        what = f"{len(found)} clauses are found: {shown}" if found else "no clause is found"
        raise ClauseError(what, remedy="search for the one by more words, or by its id")
    return found[0]


def _example(clause: Clause) -> str:
    from draftkit.clauses.search import example_of

    return example_of(clause)


def _print_with_examples(found: Sequence[Clause]) -> None:
    width = max((len(clause.reference) for clause in found), default=0)
    for clause in found:
        click.echo(click.style(line(clause, width), bold=True))
        for row in textwrap.wrap(
            _example(clause), WIDTH, initial_indent="    ", subsequent_indent="    ", max_lines=_LINES, placeholder=" ..."
        ):
            click.echo(row)
