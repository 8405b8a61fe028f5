"""A person's own register: entries gathered from files, put beside those that are there, and written whole or not at all."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from draftkit.cli.own_register import VARIABLE, is_made, make_folder
from draftkit.errors import DraftkitError
from draftkit.files import save
from draftkit.readers import Intake
from draftkit.un import register
from draftkit.un.register.location import place
from draftkit.un.register.record import COLUMNS, UNKNOWN, Entry, loosened

MOST_CHANGES = 20
"""So many changed entries are told one by one."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An entry to be put into the register, and the file that it is from ("" where it was typed)."""

    entry: Entry
    source: str = ""


def take(taken: Sequence[Taken]) -> list[str]:
    """Put entries into the person's own register, what is known just so left out; lines that say what was done.

    Raises:
        DraftkitError: there is no such register, or it cannot be read or written.
    """
    is_made()
    file = place()
    if not file:
        raise DraftkitError(f"there is no register of your own: {VARIABLE} says so", remedy="name a file with --register")
    before, own = register.entries(), dict(register.own())
    now: dict[str, Entry] = {}
    counts = {"new": 0, "changed": 0, "the same": 0}
    changes: list[str] = []
    for each in taken:
        known, given = now.get(each.entry.number) or before.get(each.entry.number), each.entry
        now[given.number] = whole = _over(known, given)
        if whole == known:
            counts["the same"] += 1
            continue
        own[given.number] = _over(own.get(given.number), given)
        counts["changed" if known else "new"] += 1
        changes += [_changed(known, whole, each.source)] if known else []
    changed = own != register.own()
    if changed:
        make_folder(file)
        save(file, _written(own.values()))
    more = [f"... and {len(changes) - MOST_CHANGES} more"] if len(changes) > MOST_CHANGES else []
    told = ", ".join(f"{count} {name}" for name, count in counts.items())
    return [*changes[:MOST_CHANGES], *more, f"{told}; {file} {'written' if changed else 'left as it is'}"]


def gather(files: Sequence[str], intake: Intake) -> tuple[list[Taken], list[str]]:
    """The entries of files in their order, and a line for each file that has none to give."""
    is_made()
    if len(files) < 2 or not sys.stderr.isatty():
        return _gathered(files, intake)
    with click.progressbar(files, label="Reading", file=sys.stderr) as bar:
        return _gathered(bar, intake)  # lines said meanwhile would break the bar


def _gathered(files: Iterable[str], intake: Intake) -> tuple[list[Taken], list[str]]:
    taken: list[Taken] = []
    failed: list[str] = []
    for file in files:
        try:
            taken += [Taken(entry, file) for entry in _entries(file, intake)]
        except DraftkitError as error:
            failed.append(str(error))
        except RecursionError:
            failed.append(f"{file}: nested too deep to be read")
    return taken, failed


def _entries(file: str, intake: Intake) -> Iterator[Entry]:
    if Path(file).suffix.lower() == ".csv":
        from draftkit.un.register.file import load

        yield from load(file, "check the path")
        return
    yield _of_masthead(file, intake)


def _of_masthead(file: str, intake: Intake) -> Entry:
    """The entry that an adopted text gives of itself."""
    from draftkit.inline import plain
    from draftkit.readers import read
    from draftkit.un.register.file import basis_of, checked, number_of

    resolution = read(file, intake).resolution
    head = resolution.masthead
    if not number_of(head.symbol.rstrip("*")):
        raise DraftkitError("no adopted text: there is no symbol A/RES/... in its masthead", file, "give an adopted resolution")
    committee, report = basis_of(head.basis)
    given = {
        "number": head.symbol.rstrip("*"),
        "date": head.adopted or next((part.adopted for part in resolution.parts if part.adopted), ""),
        "title": loosened(plain(resolution.title)),
        "item": " | ".join(loosened(item.title) for item in head.agenda if item.title) or UNKNOWN,
        "committee": committee,
        "report": report,
    }
    return checked(given, file)


def _over(known: Entry | None, given: Entry) -> Entry:
    """An entry with what is given put over what is known."""
    return replace(known, **{name: value for name in COLUMNS if (value := getattr(given, name))}) if known else given


def _changed(known: Entry, now: Entry, source: str) -> str:
    """What has changed in an entry, as a line."""
    fields = [name for name in COLUMNS if getattr(known, name) != getattr(now, name)]
    told = "; ".join(f"{name} {_short(getattr(known, name))} -> {_short(getattr(now, name))}" for name in fields)
    return f"{f'{source}: ' if source else ''}{now.number}: {told}"


def _short(value: str) -> str:
    return f'"{value if len(value) <= 40 else value[:40] + "…"}"' if value else "nothing"


def _written(entries: Iterable[Entry]) -> str:
    from draftkit.un.register.file import written

    return written(entries)
