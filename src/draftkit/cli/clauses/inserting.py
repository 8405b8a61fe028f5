"""``draftkit clause insert``: an entry for a clause, with its values, put into a draft file that stays as it was typed.

Example:
    >>> insert_into("draft.yaml", library.get("seized/remain"), Insertion(after="urges-observe", output="new.yaml"))
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from draftkit.cli.clauses.shared import load_library
from draftkit.cli.options import own_libraries
from draftkit.cli.terminal import say
from draftkit.errors import ClauseError, DraftkitError

if TYPE_CHECKING:
    from draftkit.clauses import Clause, Variable
    from draftkit.model import ClauseEntry, Paragraph, Resolution
    from draftkit.readers import Reading


@dataclass(frozen=True, slots=True)
class Insertion:
    """Where the entry goes (behind a paragraph, before one, at the end of its section), what it says, the file to write."""

    after: str = ""
    before: str = ""
    at_end: bool = False
    alternate: str = ""
    values: tuple[str, ...] = ()
    output: str = ""

    def require_none(self) -> None:
        """Refuse the options of an insertion where nothing is inserted."""
        if self != Insertion():
            raise click.UsageError("--after, --before, --at-end, --alternate, --with and -o go with --open-in-draft DRAFT")

    def require_whole(self) -> None:
        """Refuse one without a place and a file to write."""
        if sum((bool(self.after), bool(self.before), self.at_end)) != 1:
            raise click.UsageError("give one of --after, --before and --at-end")
        if not self.output:
            raise click.UsageError("give the file to write with -o")


def at_place(command: Callable[..., None]) -> Callable[..., None]:
    """The options of an insertion; the command is given them as ``insertion``."""

    @click.option("--after", default="", metavar="PARAGRAPH", help="Put it behind the paragraph with this id.")
    @click.option("--before", default="", metavar="PARAGRAPH", help="Put it before the paragraph with this id.")
    @click.option("--at-end", is_flag=True, help="Put it at the end of the preamble or of the operative part.")
    @click.option("--alternate", default="", metavar="NAME", help="Take this wording of the clause.")
    @click.option("--with", "values", multiple=True, metavar="NAME=VALUE", help="A value of the clause; give one for each.")
    @click.option("-o", "--output", default="", metavar="OUT", help='The draft to write; "-" is the screen.')
    @wraps(command)
    def placed(
        *args: Any, after: str, before: str, at_end: bool, alternate: str, values: tuple[str, ...], output: str, **options: Any
    ) -> None:
        command(*args, insertion=Insertion(after, before, at_end, alternate, values, output), **options)

    return placed


@click.command("insert")
@click.argument("reference", metavar="ID")
@click.argument("draft", metavar="DRAFT")
@at_place
@own_libraries
def insert(reference: str, draft: str, insertion: Insertion, folders: tuple[Path, ...]) -> None:
    """Put the clause ID into a draft: an entry with its values, at a place that is named by a paragraph.

    The values are checked as when the draft is built. All else in the file stays as it is typed, with its comments; it is
    written under another name.

    \b
    draftkit clause insert seized/remain draft.yaml --at-end -o new.yaml
    """
    insert_into(draft, load_library(folders).get(reference), insertion, folders)


def insert_into(draft: str, clause: Clause, insertion: Insertion, folders: Sequence[Path] = ()) -> None:
    """Write the draft with an entry for the clause, which stands in the standard library or in one of ``folders``.

    Raises:
        DraftkitError: no draft, no such place, a value missing or wrong, or YAML that cannot be changed in place.
    """
    from draftkit.clauses.folders import files_of
    from draftkit.clauses.placing import Spot, put
    from draftkit.cli.finished import prior_of
    from draftkit.files import refuse_overwriting, save
    from draftkit.readers import read

    insertion.require_whole()
    if draft == "-":
        raise DraftkitError("a draft is put into from a file", "standard input", "save it and give its name")
    reading = read(draft)
    if not reading.is_draft:
        raise DraftkitError("this is no draft", draft, "make one of it with draftkit convert FILE -o draft.yaml")
    prior = prior_of(reading, draft)
    refuse_overwriting(insertion.output, [draft, *filter(None, [prior]), *files_of(folders)])
    entry = _entry(clause, insertion, reading, draft, folders)
    try:
        new = put(reading.resolution, entry, clause.part, Spot(insertion.after, insertion.before))
    except DraftkitError as error:
        raise error.at(draft) from None
    save(insertion.output, _rewritten(draft, reading.resolution, new, _moved(prior, draft, insertion.output)))
    say(f"{clause.reference} is in {'the draft' if insertion.output == '-' else insertion.output}: {entry.id}")


# --- The entry -----------------------------------------------------------------------------------------------------


def _entry(clause: Clause, insertion: Insertion, reading: Reading, draft: str, folders: Sequence[Path]) -> ClauseEntry:
    """The entry with its values, if the clause can be filled with them; its id is one that the draft does not have."""
    from draftkit.clauses import instantiate
    from draftkit.clauses.missing import refuse_past
    from draftkit.clauses.placing import free_name
    from draftkit.model import ClauseEntry

    values = _values(insertion.values)
    returns = _next_session(reading, draft, folders)
    session = reading.resolution.masthead.session
    _require_all(clause, insertion.alternate, values, session, returns)
    name = free_name(clause.id.replace("/", "-"), reading.resolution)
    paragraph = instantiate(clause, name, values, next_session=returns, alternate=insertion.alternate)
    _require_notes(clause, paragraph, reading.resolution)
    refuse_past(clause, values, insertion.alternate, session, returns)
    return ClauseEntry(name, clause.reference, tuple(values.items()), insertion.alternate)


def _require_notes(clause: Clause, paragraph: Paragraph, draft: Resolution) -> None:
    """Refuse what calls for a note that the draft does not have: it could not be built."""
    from draftkit.model import Callout, Paragraph

    known = [note.id for note in draft.notes]
    contents = (paragraph.content, *(item.content for item in paragraph.items if isinstance(item, Paragraph)))
    for piece in (piece for content in contents for piece in content):
        if isinstance(piece, Callout) and piece.note not in known:
            have = f"; its notes are {', '.join(known)}" if known else ""
            what = f'the draft has no note "{piece.note}"{have}'
            remedy = f'write it into the draft first, under "notes:", as "  {piece.note}: A/79/100."'
            raise ClauseError(what, clause.reference, remedy)


def _values(written: Sequence[str]) -> dict[str, str]:
    values: dict[str, str] = {}
    for each in written:
        name, sign, value = each.partition("=")
        name = name.strip()
        if not sign or not name:
            raise click.BadParameter(f'"{each[:40]}" is not NAME=VALUE', param_hint="--with")
        if name in values:
            raise click.BadParameter(f'"{name[:40]}" is given twice', param_hint="--with")
        values[name] = value.strip()
    return values


def _require_all(clause: Clause, alternate: str, values: dict[str, str], session: int, returns: int | None) -> None:
    """Name every value that is missing at once, with its type and an example."""
    from draftkit.clauses.missing import example_of, missing

    lacking = missing(clause, values, alternate, returns)
    if lacking:
        many = "values are missing" if len(lacking) > 1 else "value is missing"
        named = "; ".join(_described(variable, example_of(variable, session, returns)) for variable in lacking)
        what = f"{len(lacking)} {many}: {named}"
        raise ClauseError(what, clause.reference, f'give each with --with, as --with "{lacking[0].name}=..."')


def _described(variable: Variable, example: str) -> str:
    return f"{variable.name}, {variable.type}" + (f', for instance "{example}"' if example else "")


def _next_session(reading: Reading, draft: str, folders: Sequence[Path]) -> int | None:
    """The session at which the item returns, as building the draft has it; a prior that cannot be read says nothing."""
    from draftkit.assemble.clauses import returns_at
    from draftkit.cli.finished import library_for, prior_of
    from draftkit.readers import read

    try:
        path = prior_of(reading, draft)
        before = read(path).resolution if path else None
    except DraftkitError:
        before = None
    return returns_at(reading.resolution, before, library_for(reading.resolution, folders))


# --- The file ------------------------------------------------------------------------------------------------------


def _moved(prior: str, draft: str, output: str) -> str:
    """The path of the prior from another folder than that of the draft, with forward slashes; "" where it stays.

    Raises:
        DraftkitError: the other folder is on another drive of Windows; a draft may name only a relative path.
    """
    if not prior or output == "-":
        return ""
    old, new = (os.path.realpath(Path(path).parent) for path in (draft, output))
    if old == new:
        return ""
    try:
        path = os.path.relpath(Path(os.path.realpath(Path(prior).parent), Path(prior).name), new)
    except ValueError:
        raise DraftkitError("the prior of the draft is on another drive", output, "write it beside the draft") from None
    return path.replace(os.sep, "/")


def _rewritten(draft: str, old: Resolution, new: Resolution, prior: str) -> bytes:
    from draftkit.readers import draft as drafts
    from draftkit.readers import load_bytes
    from draftkit.readers.decoding import decoded
    from draftkit.writers.redraft_file import redrafted_file

    data = load_bytes(Path(draft))
    return redrafted_file(
        data, decoded(data) or "", draft, old, new, lambda source: drafts.read(source, draft).resolution, prior=prior
    )
