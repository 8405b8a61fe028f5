"""A register as a CSV file: rows in, entries out, and the other way round.

Two sets of columns are understood, in any order and with columns missing, parted by commas or semicolons:

    number,date,title,item,committee,report,draft              our own
    symbol,adopted,title,agenda_item,committee_line,draft      as lists of the masthead's lines have them

A committee may be written "C.6" or "Sixth Committee", a date "4 December 2024" or "2024-12-04".
Files come from others: whatever is wrong with one is a ``DraftkitError`` with file, line and remedy.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from draftkit.errors import DraftkitError, placed
from draftkit.un import dates
from draftkit.un.citations import in_session
from draftkit.un.register.location import REMEDY
from draftkit.un.register.record import COLUMNS, PLENARY, UNKNOWN, Entry, entry_of, loosened, order, row_of
from draftkit.un.symbols import COMMITTEES

LARGEST = 20_000_000
"""Bytes of a register; the shipped one has not a thirtieth of it."""

LONGEST = 2_000
"""Characters of a field; the longest official title has 400."""

NUMBER = re.compile(r"(?:(?:ES|S)-\d{1,2}/|\d{1,3}/)\d{1,3}(?: [A-Z](?:-[A-Z])?)?|\d{1,4}(?: [A-Z])? \((?:S-)?[IVXLC]+\)")
"""The number of a resolution of the Assembly: "79/124", "75/257 B", "74/264 A-C", "217 A (III)", "ES-11/1"."""

_LETTERS = re.compile(r"(?<= )([A-Z])(?: and | to |\u2013)([A-Z])$")

_OTHERS = {"symbol": "number", "adopted": "date", "agenda_item": "item", "committee_line": "committee"}
_BASIS = re.compile(
    r"\[?\s*(?:on the report of the (?P<name>.+?Committee\)?)|(?P<none>without reference to a Main Committee))"
    r"(?:\s*\((?P<report>A/.*)\))?\s*\]?"
)


def number_of(written: str) -> str:
    """A number or symbol as the register has it: "75/257 B" for "A/RES/75/257 B"; "" if it is none."""
    number = _LETTERS.sub(r"\1-\2", loosened(written).removeprefix("A/RES/"))
    return number if NUMBER.fullmatch(number) else ""


def date_of(written: str) -> str:
    """A date as texts write it, from that or "2024-12-04"; "" if it is none."""
    if day := dates.parse(loosened(written)):
        return dates.format(day)
    try:
        return dates.format(date.fromisoformat(written)) if re.fullmatch(r"\d{4}-\d\d-\d\d", written) else ""
    except ValueError:
        return ""


def committee_of(written: str) -> str:
    """"C.6" for "C.6", "6", "sixth" or "Sixth Committee"; "plenary" for that; "" if it is none."""
    asked = re.sub(r"\s*\(fourth committee\)", "", loosened(written).lower())
    if asked == PLENARY:
        return PLENARY
    for name, body in COMMITTEES.items():
        long = re.sub(r" \(.*", "", name.lower())
        if asked in (body.lower(), body[2:], long, long.removesuffix(" committee")):
            return body
    return "C.4" if asked in ("fourth", "fourth committee") else ""


def basis_of(line: str) -> tuple[str, str]:
    """The bracket line of a masthead taken apart: ("C.6", "A/79/472, para. 7"); ("", "") if it says something else."""
    match = _BASIS.fullmatch(loosened(line))
    if not match:
        return "", ""
    committee = PLENARY if match["none"] else committee_of(match["name"])
    return (committee, (match["report"] or "").replace(" /", "/")) if committee else ("", "")


# --- Reading -------------------------------------------------------------------------------------------------------


def load(file: str, remedy: str = REMEDY) -> tuple[Entry, ...]:
    """The entries of a file. Raises ``DraftkitError`` as ``read``, and if it cannot be opened."""
    path = Path(file)
    try:
        if not path.is_file():
            raise DraftkitError("this is a folder" if path.is_dir() else "this is no file", file, remedy)
        if path.stat().st_size > LARGEST:
            raise DraftkitError(f"larger than {LARGEST:,} bytes", file, "this is no register of resolutions")
        source = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DraftkitError("not in UTF-8", file, 'save it from Excel as "CSV UTF-8"') from None
    except OSError as error:
        raise DraftkitError(error.strerror or "cannot be opened", file, remedy) from None
    return read(source.replace("\r\n", "\n").replace("\r", "\n"), file)


def read(source: str, name: str) -> tuple[Entry, ...]:
    """The entries of a register of somebody's, in its order; of two rows for a number the first.

    Args:
        name: the file as the person knows it.

    Raises:
        DraftkitError: it is no register, or a row is not right; nothing is taken of it then.
    """
    if not source.strip():
        return ()
    first = source.partition("\n")[0]
    rows = csv.reader(io.StringIO(source, newline=""), delimiter=";" if ";" in first and "," not in first else ",", strict=True)
    found: dict[str, Entry] = {}
    try:
        head = [column.strip().lower() for column in next(rows, [])]
        columns = _columns(head, name)
        empty = UNKNOWN if "agenda_item" in head else ""
        for row in rows:
            if any(field.strip() for field in row):
                entry = _read_row(columns, row, empty, placed(name, rows.line_num))
                known = found.setdefault(entry.number, entry)
                if known.date != entry.date:
                    what = f"{entry.number} stands there twice, with different dates"
                    raise DraftkitError(what, placed(name, rows.line_num), "take one out")
    except csv.Error as error:
        raise DraftkitError(f"no CSV ({error})", placed(name, rows.line_num), 'close every quotation mark (")') from None
    return tuple(found.values())


def _columns(head: list[str], name: str) -> list[str]:
    columns = [_OTHERS.get(column, column) for column in head]
    remedy = f"the first line is {','.join(COLUMNS)}"
    if not {"number", "date"} <= set(columns):
        raise DraftkitError("not a register of resolutions: there are no columns number and date", placed(name, 1), remedy)
    for column in columns:
        if column not in COLUMNS or columns.count(column) > 1:
            what = f'the column "{_shown(column)}" is unknown or stands there twice'
            raise DraftkitError(what, placed(name, 1), remedy)
    return columns


def _read_row(columns: list[str], row: list[str], empty: str, place: str) -> Entry:
    """The entry of a row; ``empty`` is what an empty agenda item says."""
    if len(row) > len(columns):
        remedy = 'put a field that holds a comma in quotation marks (")'
        raise DraftkitError(f"{len(row)} fields where the first line has {len(columns)}", place, remedy)
    given = dict(zip(columns, row, strict=False))
    given["item"] = given.get("item", "").strip() or empty
    committee = given.get("committee", "")
    if "[" in committee or "Main Committee" in committee or "report of" in committee:
        given["committee"], given["report"] = basis_of(committee)
    return checked(given, place)


def checked(given: Mapping[str, str], place: str) -> Entry:
    """An entry of what a person gave. Raises ``DraftkitError``: no number, no date, a date outside of its session."""
    given = {column: loosened(field) for column, field in given.items()}
    for field in given.values():
        if len(field) > LONGEST or not field.isprintable():
            raise DraftkitError(f'the field "{_shown(field)}" is too long, or holds what cannot be printed', place, "retype it")
    number, day = number_of(given.get("number", "")), date_of(given.get("date", ""))
    if not number:
        raise no_number(given.get("number", ""), place)
    if not day:
        what = f'"{_shown(given.get("date", ""))}" is no date ({number})'
        raise DraftkitError(what, place, "write 4 December 2024 or 2024-12-04")
    if in_session(number, day) is False:
        raise DraftkitError(f"{number} cannot be of {day}: its session was another year", place, "check the number and the date")
    committee = committee_of(given.get("committee", ""))
    if given.get("committee") and not committee:
        what = f'"{_shown(given["committee"])}" is no committee ({number})'
        raise DraftkitError(what, place, "write C.6, Sixth Committee or plenary")
    filled = {"item": "", "title": "", "report": "", "draft": ""} | given
    return entry_of(filled | {"number": number, "date": day, "committee": committee})


def no_number(written: str, place: str) -> DraftkitError:
    """What is said of something that is no number."""
    return DraftkitError(f'"{_shown(written)}" is no number of a resolution', place, "write 79/124, 75/257 B or 217 A (III)")


def _shown(text: str) -> str:
    """Somebody's words in a message: short, and nothing that a terminal would obey."""
    return "".join(c if c.isprintable() else "?" for c in text[:40])


# --- Writing -------------------------------------------------------------------------------------------------------


def written(entries: Iterable[Entry]) -> str:
    """The file of entries, sorted by their numbers; what follows from something else is left out."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for entry in sorted(entries, key=order):
        rows.writerow(row_of(entry))
    return out.getvalue()
