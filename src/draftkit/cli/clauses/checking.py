"""``draftkit clause check``: proofread a library, and hold it against the texts that it names."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from draftkit.cli.clauses.shared import load_library, shared
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
    1 if anything is found, with 2 if a file is no clause.

    \b
    draftkit clause check --library our-clauses
    draftkit clause check --texts official-texts
    """
    from draftkit.checks.reports import Located, text
    from draftkit.checks.reports import as_json as report
    from draftkit.clauses import check

    library = load_library(folders)
    findings = list(check(library))
    if places:
        findings += _verified(library, places)
    found = [Located(library.get(finding.paragraph).place.rpartition(":")[0], finding) for finding in findings]
    click.echo(report(found) if as_json else text(found), nl=False)
    if not found and not as_json:
        say(f"{sum(1 for _ in library.every())} clauses, nothing found")
    sys.exit(int(bool(found)))


def _verified(library: Library, places: tuple[Path, ...]) -> Iterator[Finding]:
    """What is wrong with the provenance of the clauses, text by text; says how many were not there."""
    from draftkit.assemble.numbers import labels
    from draftkit.clauses.provenance import verified
    from draftkit.readers import read

    files = dict(_files(places))
    named: dict[str, list[_Claim]] = {}
    for clause in library.every():
        for source in clause.provenance:
            named.setdefault(source.symbol, []).append(_Claim(clause, source))
    there = [symbol for symbol in sorted(named) if _folded(symbol) in files]
    for symbol in there:
        try:
            resolution = read(files[_folded(symbol)]).resolution
        except DraftkitError as error:
            say(f"draftkit: {error}")
            continue
        printed = labels(resolution)
        for claim in named[symbol]:
            for finding in verified(claim.clause, claim.source, resolution, printed):
                line = int(claim.clause.place.rpartition(":")[2] or 0)
                yield replace(finding, paragraph=claim.clause.reference, line=line)
    missing = sorted(set(named) - set(there))
    if missing:
        shown = ", ".join(missing[:5]) + (", ..." if len(missing) > 5 else "")
        say(f"{len(missing)} of {len(named)} texts that clauses name are not there: {shown}")


@dataclass(frozen=True, slots=True)
class _Claim:
    """A clause and an adopted text that it names."""

    clause: Clause
    source: Provenance


def _files(places: tuple[Path, ...]) -> Iterator[tuple[str, Path]]:
    """The texts by the symbols in their names (``_folded``); of several formats of one the first by name."""
    from draftkit.readers import FORMATS

    found: list[Path] = []
    for place in places:
        if place.is_file():
            found.append(place)
            continue
        for folder, inner, files in os.walk(place, followlinks=False):
            inner.sort()
            found += [Path(folder, name) for name in files]
            if len(found) > MOST:
                raise DraftkitError(f"more than {MOST:,} files", str(place), "give the folder of the texts alone")
    for path in sorted(found, reverse=True):
        if path.suffix.lower() in FORMATS and path.stem.startswith("A_"):
            yield _folded(path.stem), path


def _folded(symbol: str) -> str:
    """A symbol as names of files have it: "A/RES/74/261 C" is "A_RES_74_261_C"."""
    return re.sub(r"[^A-Z0-9.]+", "_", symbol.upper())
