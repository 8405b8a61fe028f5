"""``draftkit clause harvest``: formulas that recur in texts, and a proposed file for each; nothing enters a library by itself."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import click

from draftkit.cli.clauses.schema_beside import missing_schema, said, schema
from draftkit.cli.clauses.shared import each_file, finished_text, for_programs, load_library, print_json, shown
from draftkit.cli.options import reads_files
from draftkit.cli.terminal import say
from draftkit.errors import DraftkitError
from draftkit.files import save_all
from draftkit.readers import Intake
from draftkit.tree import Section

if TYPE_CHECKING:
    from draftkit.clauses.clause import Clause
    from draftkit.clauses.harvesting import Formula
    from draftkit.clauses.sources import Source


@click.command("harvest")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--least", metavar="N", type=click.IntRange(2), default=3, show_default=True, help="Texts a formula must stand in.")
@click.option("--most", metavar="N", type=click.IntRange(1), default=50, show_default=True, help="So many formulas at most.")
@click.option("-o", "--out-dir", "folder", metavar="DIR", type=click.Path(path_type=Path), help="Write a proposed file for each.")
@for_programs
@reads_files
def harvest(files: tuple[str, ...], least: int, most: int, folder: Path | None, as_json: bool, intake: Intake) -> None:
    """Find formulas that recur in several texts and that no clause of the library says.

    Paragraphs are one formula if their words are the same but for sessions, dates, numbers and the like. Nothing is put into
    the library: read the proposed files, mend them, and move those you want. Ends with 2 if a file could not be read.

    \b
    draftkit clause harvest *.xml
    draftkit clause harvest --least 5 --most 200 -o proposed *.xml
    """
    from draftkit.clauses.harvesting import harvest as harvested
    from draftkit.clauses.match import index

    _refuse_library(folder, intake.libraries)
    known = index(load_library(intake.libraries).every())
    problems: list[str] = []
    read = each_file(files, "Reading", problems, lambda name: _paragraphs(name, intake))
    every = harvested((each for paragraphs in read for each in paragraphs), known, least)
    found = every[:most]
    for line in problems:
        say(line)
    if folder is not None:
        _write(found, folder)
    if as_json:
        print_json([_entry(each) for each in found])
    else:
        click.echo("".join(f"{line}\n" for line in _report(found)), nl=False)
    if len(every) > len(found):
        more = len(every) - len(found)
        say(f"{more:,} more {'formula recurs' if more == 1 else 'formulas recur'}; --most {len(every)} has them all")
    sys.exit(2 if problems else 0)


def _paragraphs(name: str, intake: Intake) -> list[tuple[str, Source]]:
    """The paragraphs of a text, each with the name of the text."""
    from draftkit.assemble.numbers import labels
    from draftkit.clauses.sources import sources_of

    text = finished_text(name, intake)
    return [(text.masthead.symbol or name, source) for source in sources_of(text, labels(text))]


# --- The proposed files --------------------------------------------------------------------------------------------


def _refuse_library(folder: Path | None, folders: Sequence[Path]) -> None:
    from draftkit.resources import folder as resource

    if folder is None:
        return
    target = folder.resolve()
    if any(target.is_relative_to(library.resolve()) for library in (resource("clause_library"), *folders)):
        raise DraftkitError("proposed clauses do not go into a library", str(folder), "give a folder of their own with -o")


def _write(found: Sequence[Formula], folder: Path) -> None:
    """A file for each formula, in the folder of its part; one that is there already is left as it is."""
    from draftkit.clauses.written import written

    for clause in _proposed(found):
        path = folder / clause.part / f"{clause.id.replace('/', '-')}.yaml"
        if path.exists():
            say(f"{path} is there already and was left as it is")
            continue
        _make(path.parent)
        beside = missing_schema(str(path))
        save_all([(str(path), written(clause)), (beside, schema() if beside else "")])
        if beside:
            say(said(beside))


def _proposed(found: Sequence[Formula]) -> Iterator[Clause]:
    """The clauses, each with an id of its own; says of which formulas none can be made."""
    from draftkit.clauses.proposing import propose

    taken: set[str] = set()
    for formula in found:
        use_when = f"proposed by harvest: stands in {formula.texts} texts; say when to use it"
        try:
            clause = propose(formula.sources, use_when=use_when)
        except DraftkitError as error:
            say(f"draftkit: no file for {_masked(formula.wording)}: {error}")
            continue
        names = (f"{clause.id}-{number}" if number > 1 else clause.id for number in count(1))
        name = next(name for name in names if name not in taken)
        taken.add(name)
        yield replace(clause, id=name)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DraftkitError(error.strerror or "cannot be made", str(folder), "give another folder with -o") from None


# --- What is said --------------------------------------------------------------------------------------------------


def _entry(formula: Formula) -> dict[str, object]:
    """A formula for programs; the keys are stable."""
    first = formula.sources[0]
    return {
        "part": str(formula.section),
        "wording": _parted(formula.wording),
        "texts": formula.texts,
        "paragraphs": formula.count,
        "example": {"symbol": first.symbol, "paragraph": first.number, "text": _text(first)},
    }


def _text(source: Source) -> str:
    from draftkit.inline import plain

    return " ".join(plain(content) for content in source.contents)


def _report(found: Sequence[Formula]) -> Iterator[str]:
    if not found:
        yield "no formula recurs that the library does not have"
        return
    yield f"{'texts':>5}  {'paragraphs':>10}  formula"
    for each in found:
        first = each.sources[0]
        yield f"{each.texts:>5}  {each.count:>10}  {_masked(each.wording)}"
        kind = "preambular paragraph" if each.section is Section.PREAMBLE else "paragraph"
        where = f"{first.symbol or 'a text without a symbol'}, {kind} {first.number or 'without a number'}"
        yield f"{'':19}{shown(f'{where}: {_text(first)}')}"


def _masked(wording: str) -> str:
    return shown(_parted(wording))


def _parted(wording: str) -> str:
    """A wording with a stroke before each of its subparagraphs."""
    from draftkit.clauses.lines import BREAK

    return wording.replace(BREAK, "/")
