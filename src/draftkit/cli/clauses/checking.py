"""``draftkit clause check``: proofread a library, and hold it against the texts that it names."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from draftkit.cli.clauses.shared import each_file, load_sound, shared
from draftkit.cli.terminal import say
from draftkit.errors import DraftkitError

if TYPE_CHECKING:
    from draftkit.clauses import Library
    from draftkit.clauses.clause import Clause, Provenance
    from draftkit.model import Finding

MOST = 100_000
"""Files that are looked through for texts."""


@click.command("check")
@click.option(
    "--texts",
    "places",
    metavar="DIR|FILE",
    multiple=True,
    type=click.Path(path_type=Path, exists=True),
    help="Official texts, named after their symbols (A_RES_79_124.xml): do they say what the clauses claim?",
)
@shared
def check_clauses(places: tuple[Path, ...], folders: tuple[Path, ...], as_json: bool) -> None:
    """Proofread the library: fill every example, look at openings, endings and references.

    With --texts every paragraph that a clause names as its source is read, and must be the clause, word for word. Ends with
    1 if anything is found, with 2 if a file is no clause or a text cannot be read.

    \b
    draftkit clause check --library our-clauses
    draftkit clause check --texts official-texts
    """
    from draftkit.checks.reports import Located, text
    from draftkit.checks.reports import as_json as report
    from draftkit.clauses import check

    library, problems = load_sound(folders)
    findings = list(check(library))
    if places:
        findings += _verified(library, places, problems)
    for line in problems:
        say(line)
    found = [Located(library.get(finding.paragraph).place.rpartition(":")[0], finding) for finding in findings]
    click.echo(report(found) if as_json else text(found), nl=False)
    if not found and not problems and not as_json:
        say(f"{sum(1 for _ in library.every())} clauses, nothing found")
    sys.exit(2 if problems else int(bool(found)))


# --- Held against texts --------------------------------------------------------------------------------------------


def _verified(library: Library, places: tuple[Path, ...], problems: list[str]) -> Iterator[Finding]:
    """What is wrong with the provenance of the clauses, text by text; says how many were not there.

    A text that cannot be read is a line in ``problems``.
    """
    claims: dict[str, list[_Claim]] = {}
    for clause in library.every():
        for source in clause.provenance:
            claims.setdefault(_folded(source.symbol), []).append(_Claim(clause, source))
    files = dict(_files(places))
    there = {str(files[name]): claims[name] for name in sorted(claims) if name in files}
    for found in each_file(list(there), "Reading", problems, lambda file: list(_of_text(file, there[file]))):
        yield from found
    _say_unused(places, set(claims))
    missing = sorted(claims[name][0].source.symbol for name in claims if name not in files)
    if missing:
        named = ", ".join(missing[:5]) + (", ..." if len(missing) > 5 else "")
        say(f"{len(missing)} of {len(claims)} texts that clauses name are not there: {named}")


def _of_text(file: str, claims: Sequence[_Claim]) -> Iterator[Finding]:
    """What is wrong with the claims that name one text."""
    from draftkit.assemble.numbers import labels
    from draftkit.clauses.provenance import verified
    from draftkit.readers import read

    resolution = read(file).resolution
    printed = labels(resolution)
    for claim in claims:
        line = int(claim.clause.place.rpartition(":")[2] or 0)
        for finding in verified(claim.clause, claim.source, resolution, printed):
            yield replace(finding, paragraph=claim.clause.reference, line=line)


def _say_unused(places: Sequence[Path], wanted: AbstractSet[str]) -> None:
    """A text given by its name is meant: say if it was not looked at."""
    for place in places:
        if place.is_file() and _folded(place.stem) not in wanted:
            say(f"{place} was not looked at: no clause names a text that is called so; A/RES/79/124 is A_RES_79_124.xml")


@dataclass(frozen=True, slots=True)
class _Claim:
    """A clause and an adopted text that it names."""

    clause: Clause
    source: Provenance


def _files(places: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    """The texts by the symbols in their names (``_folded``), of several for one symbol the one that is taken last.

    That is one given by its name; of several formats in folders the first by name.
    """
    from draftkit.readers import FORMATS

    given = [place for place in places if place.is_file()]
    found = [path for place in places if not place.is_file() for path in _inside(place) if path.suffix.lower() in FORMATS]
    for path in (*sorted(found, reverse=True), *reversed(given)):
        yield _folded(path.stem), path


def _inside(place: Path) -> Iterator[Path]:
    """The files under a folder; linked folders are not entered."""

    def refuse(error: OSError) -> None:
        raise DraftkitError(error.strerror or "cannot be read", str(error.filename), "check its permissions")

    count = 0
    for folder, inner, files in os.walk(place, onerror=refuse, followlinks=False):
        inner.sort()
        count += len(files)
        if count > MOST:
            raise DraftkitError(f"more than {MOST:,} files", str(place), "give the folder of the texts alone")
        yield from (Path(folder, name) for name in files)


def _folded(symbol: str) -> str:
    """A symbol as names of files have it: "A/RES/74/261 C" is "A_RES_74_261_C"."""
    return re.sub(r"[^A-Z0-9.]+", "_", symbol.upper())
