"""``draftkit clause match``: the clauses that stand in existing texts, and their values."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from draftkit.cli.clauses.shared import each_file, finished_text, for_programs, load_library, print_json, shown
from draftkit.cli.options import reads_files
from draftkit.cli.terminal import say
from draftkit.readers import Intake

if TYPE_CHECKING:
    from draftkit.clauses.match import Index, Match


@dataclass(frozen=True, slots=True)
class _Found:
    """A file with the number of its paragraphs, what they are called, and the clauses in them."""

    file: str
    paragraphs: int
    names: dict[str, str]
    matches: tuple[Match, ...]

    @property
    def counted(self) -> int:
        """The paragraphs that are standard language: at least half of the words are a clause's own."""
        return sum(1 + len(match.items) for match in self.matches if match.exact and match.counts)


@click.command("match")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--near", is_flag=True, help="Show paragraphs too that nearly say what a clause says, and the difference.")
@click.option("--loose", is_flag=True, help="Show clauses too of which a paragraph has little more than the opening words.")
@for_programs
@reads_files
def match(files: tuple[str, ...], near: bool, loose: bool, as_json: bool, intake: Intake) -> None:
    """Find the clauses that stand in texts, and the values that they have there.

    The share at the end counts the paragraphs of which at least half of the words are a clause's own. Ends with 2 if a
    file could not be read.

    \b
    draftkit clause match A_RES_79_124.xml
    draftkit clause match --near draft.yaml
    draftkit clause match --json *.xml > standard-language.json
    """
    from draftkit.clauses.match import index

    known = index(load_library(intake.libraries).every())
    problems: list[str] = []
    found = list(each_file(files, "Matching", problems, lambda name: _found(name, known, near, loose, intake)))
    for line in problems:
        say(line)
    if as_json:
        print_json([_entry(each) for each in found])
    else:
        click.echo("".join(f"{line}\n" for line in _report(found)), nl=False)
    sys.exit(2 if problems else 0)


def _found(name: str, known: Index, near: bool, loose: bool, intake: Intake) -> _Found:
    from draftkit.assemble.places import names
    from draftkit.clauses.match import places, recognise

    resolution = finished_text(name, intake)
    matches = recognise(known, resolution, near=near)
    kept = tuple(each for each in matches if loose or not each.is_loose)
    return _Found(name, sum(1 for _ in places(resolution)), dict(names(resolution)), kept)


# --- What is said --------------------------------------------------------------------------------------------------


def _entry(found: _Found) -> dict[str, Any]:
    """A file for programs; the first keys are the contract (design, section 6)."""
    return {
        "file": found.file,
        "paragraphs": found.paragraphs,
        "matches": [
            {
                "paragraph": each.paragraph,
                "id": each.clause.id,
                "version": each.clause.version,
                "exact": each.exact,
                "values": dict(each.values),
                "alternate": each.alternate,
                "items": list(each.items),
                "counts": each.exact and each.counts,
                "own": each.own,
                "words": each.words,
                "differs": [{"clause": one.clause, "text": one.text} for one in each.differs],
            }
            for each in found.matches
        ],
        "counted": found.counted,
    }


def _report(found: Sequence[_Found]) -> Iterator[str]:
    for each in found:
        if len(found) > 1:
            yield each.file
        for one in each.matches:
            yield from _lines(each.names.get(one.paragraph, one.paragraph), one)
        yield _share(each.counted, each.paragraphs)
        if len(found) > 1:
            yield ""
    if len(found) > 1:
        whole = _share(sum(each.counted for each in found), sum(each.paragraphs for each in found))
        yield f"{len(found)} files: {whole}"


def _share(counted: int, paragraphs: int) -> str:
    share = f" ({counted / paragraphs:.0%})" if paragraphs else ""
    return f"{counted:,} of {paragraphs:,} paragraphs are standard language{share}"


def _lines(place: str, one: Match) -> Iterator[str]:
    alternate = f", {one.alternate}" if one.alternate else ""
    nearly = "" if one.exact else "nearly "
    yield shown(f"{place}: {nearly}{one.clause.reference}{alternate}")
    for name, value in one.values.items():
        yield shown(f"  {name}: {value}")
    for each in one.differs:
        yield shown(f"  {each.clause or '(nothing)'} -> {each.text or '(nothing)'}")
