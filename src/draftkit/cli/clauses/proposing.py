"""``draftkit clause new`` and ``clause harvest``: clause files proposed from texts; nothing enters a library by itself."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from draftkit.cli.clauses.shared import for_programs, load_library, print_json
from draftkit.cli.options import reads_files
from draftkit.cli.terminal import say
from draftkit.errors import DraftkitError
from draftkit.files import refuse_overwriting, save
from draftkit.model import Paragraph, Resolution
from draftkit.readers import Intake
from draftkit.tree import Section

if TYPE_CHECKING:
    from draftkit.clauses.harvesting import Formula
    from draftkit.clauses.proposing import Source

WIDTH = 100


@click.command("new")
@click.argument("pairs", metavar="FROM-TEXT PARAGRAPH...", nargs=-1, required=True)
@click.option("--id", "name", metavar="FAMILY/NAME", default="", help="What the clause is called; else after its first words.")
@click.option("-o", "--output", metavar="FILE", required=True, help='Where the clause file goes. "-": the screen.')
@reads_files
def new(pairs: tuple[str, ...], name: str, output: str, intake: Intake) -> None:
    """Propose a clause file from paragraphs of texts.

    What varies between the paragraphs, and what is a session, a date, a resolution, a symbol, a year, a number, a State or a
    title in quotation marks, becomes a value. A PARAGRAPH is its number, "preambular 2", or its id.

    \b
    draftkit clause new A_RES_79_124.xml 14 -o include.yaml
    draftkit clause new one.xml 14 two.xml 9 --id agenda/return -o return.yaml
    draftkit clause new one.xml "preambular 2" -o -
    """
    from draftkit.clauses.clause_file import ID
    from draftkit.clauses.proposing import propose
    from draftkit.clauses.written import written

    if len(pairs) % 2:
        raise click.UsageError("give a text and a paragraph of it, or several such pairs: one.xml 14 two.xml 9")
    if name and not ID.fullmatch(name):
        raise DraftkitError(f'"{name[:60]}" is no id of a clause', remedy="write family and name: report/request")
    files, wanted = pairs[::2], pairs[1::2]
    refuse_overwriting(output, files)
    read = {file: _resolution(file, intake) for file in dict.fromkeys(files)}
    sources = [_wanted(read[file], file, paragraph) for file, paragraph in zip(files, wanted, strict=True)]
    save(output, written(propose(sources, name)))


@click.command("harvest")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--least", metavar="N", type=click.IntRange(2), default=3, show_default=True, help="Texts a formula must stand in.")
@click.option("-o", "--out-dir", "folder", metavar="DIR", type=click.Path(path_type=Path), help="Write a proposed file for each.")
@for_programs
@reads_files
def harvest(
    files: tuple[str, ...], least: int, folder: Path | None, as_json: bool, intake: Intake
) -> None:
    """Find formulas that recur in several texts and that no clause of the library says.

    Paragraphs are one formula if their words are the same but for sessions, dates, numbers and the like. Nothing is put into
    the library: read the proposed files, mend them, and move those you want. Ends with 2 if a file could not be read.

    \b
    draftkit clause harvest *.xml
    draftkit clause harvest --least 5 -o proposed *.xml
    """
    from draftkit.clauses.harvesting import harvest as harvested
    from draftkit.clauses.match import index

    _refuse_library(folder, intake.libraries)
    known = index(load_library(intake.libraries).every())
    problems: list[str] = []
    found = harvested(_paragraphs(files, intake, problems), known, least)
    for line in problems:
        say(line)
    if folder is not None:
        _write(found, folder, files)
    if as_json:
        print_json([_entry(each) for each in found])
    else:
        click.echo("".join(f"{line}\n" for line in _report(found)), nl=False)
    sys.exit(2 if problems else 0)


# --- Paragraphs of texts -------------------------------------------------------------------------------------------


def _resolution(name: str, intake: Intake) -> Resolution:
    from draftkit.cli.finished import finish_reading
    from draftkit.readers import read

    reading = read(name, intake)
    return finish_reading(reading, name, intake=intake).assembled.resolution if reading.is_draft else reading.resolution


def _sources(resolution: Resolution) -> Iterator[Source]:
    """The paragraphs of a text, with the numbers that provenance has; those of a preamble are counted from its first."""
    from draftkit.assemble.numbers import labels
    from draftkit.clauses.proposing import Source

    printed = labels(resolution)
    for part in resolution.parts:
        for section, blocks in ((Section.PREAMBLE, part.preamble), (Section.OPERATIVE, part.operative)):
            count = 0
            for block in blocks:
                if not isinstance(block, Paragraph):
                    continue
                count += 1
                label = printed.get(block.id, "").rstrip(".")
                number = count if section is Section.PREAMBLE else int(label) if label.isdecimal() else 0
                yield Source(resolution.masthead.symbol, number, section, block)


def _wanted(resolution: Resolution, file: str, name: str) -> Source:
    """The paragraph that a person means by its number, "preambular 2", or its id."""
    sources = list(_sources(resolution))
    number = name.removeprefix("preambular").replace("paragraph", "").strip()
    section = Section.PREAMBLE if name.startswith("preambular") else Section.OPERATIVE
    found = [source for source in sources if source.paragraph.id == name] or [
        source for source in sources if source.section is section and number == str(source.number) != "0"
    ]
    if len(found) == 1:
        return found[0]
    remedy = 'write 4, "preambular 2", or the id that "draftkit clause match" shows'
    what = f'there are {len(found)} paragraphs "{name[:40]}"' if found else f'there is no paragraph "{name[:40]}"'
    raise DraftkitError(what, file, remedy)


def _paragraphs(files: Sequence[str], intake: Intake, problems: list[str]) -> Iterator[tuple[str, Source]]:
    for name in _progress(files):
        try:
            resolution = _resolution(name, intake)
            sources = list(_sources(resolution))
        except DraftkitError as error:
            problems.append(f"draftkit: {error}")
        except RecursionError:
            problems.append(f"draftkit: {name}: nested too deep to be read; this is no resolution")
        else:
            yield from ((resolution.masthead.symbol or name, source) for source in sources)


def _progress(files: Sequence[str]) -> Iterator[str]:
    if len(files) < 2 or not sys.stderr.isatty():
        yield from files
        return
    with click.progressbar(files, label="Reading", file=sys.stderr) as bar:
        yield from bar


# --- What is found -------------------------------------------------------------------------------------------------


def _refuse_library(folder: Path | None, folders: Sequence[Path]) -> None:
    from draftkit.resources import folder as resource

    if folder is None:
        return
    target = folder.resolve()
    if any(target.is_relative_to(library.resolve()) for library in (resource("clause_library"), *folders)):
        raise DraftkitError("proposed clauses do not go into a library", str(folder), "give a folder of their own with -o")


def _write(found: Sequence[Formula], folder: Path, files: Sequence[str]) -> None:
    """A file for each formula, in the folder of its part; one that is there already is left as it is."""
    from draftkit.clauses.proposing import propose
    from draftkit.clauses.written import written

    taken: set[str] = set()
    for formula in found:
        use_when = f"proposed by harvest: stands in {formula.texts} texts; say when to use it"
        try:
            clause = propose(formula.sources, use_when=use_when)
        except DraftkitError as error:
            say(f"draftkit: no file for {_shown(formula.wording)}: {error}")
            continue
        name, number = clause.id, 1
        while name in taken:
            number += 1
            name = f"{clause.id}-{number}"
        taken.add(name)
        path = folder / clause.part / f"{name.replace('/', '-')}.yaml"
        refuse_overwriting(str(path), files)
        if path.exists():
            say(f"{path} is there already and was left as it is")
            continue
        _make(path.parent)
        save(path, written(replace(clause, id=name)))


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DraftkitError(error.strerror or "cannot be made", str(folder), "give another folder with -o") from None


def _entry(formula: Formula) -> dict[str, object]:
    first = formula.sources[0]
    return {
        "part": str(formula.section),
        "wording": formula.wording.replace("\ue001", "/"),
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
        yield f"{each.texts:>5}  {each.count:>10}  {_shown(each.wording)}"
        kind = "preambular paragraph" if each.section is Section.PREAMBLE else "paragraph"
        where = f"{first.symbol or 'a text without a symbol'}, {kind} {first.number or 'without a number'}"
        yield f"{'':19}{_shown(f'{where}: {_text(first)}')}"


def _shown(line: str) -> str:
    """A line that is not too long and holds nothing that steers a terminal."""
    plain = "".join(sign if sign.isprintable() else " " for sign in line.replace("\ue001", "/"))
    return plain if len(plain) <= WIDTH else f"{plain[: WIDTH - 2].rstrip()} …"
