"""``draftkit clause insert``: an entry for a clause, with its values, put into a draft file that stays as it was typed.

Example:
    >>> insert_into("draft.yaml", library.get("seized/remain"), Ask(after="urges-observe", output="new.yaml"))
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from draftkit.cli.clauses.shared import load_library
from draftkit.cli.options import own_libraries
from draftkit.cli.terminal import say
from draftkit.errors import ClauseError, DraftkitError
from draftkit.tree import Section, walk

if TYPE_CHECKING:
    from draftkit.clauses import Clause, Variable
    from draftkit.model import Block, ClauseEntry, Part, Resolution
    from draftkit.readers import Reading

_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Ask:
    """Where the entry goes (behind a paragraph, before one, at the end of its section), what it says, the file to write."""

    after: str = ""
    before: str = ""
    at_end: bool = False
    alternate: str = ""
    values: tuple[str, ...] = ()
    output: str = ""

    def require_none(self) -> None:
        """Refuse the options of an insertion where nothing is inserted."""
        if self != Ask():
            raise click.UsageError("--after, --before, --at-end, --alternate, --with and -o go with --open-in-draft DRAFT")


def at_place(command: Callable[..., None]) -> Callable[..., None]:
    """The options of an insertion; the command is given them as ``where``."""

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
        command(*args, where=Ask(after, before, at_end, alternate, values, output), **options)

    return placed


@click.command("insert")
@click.argument("reference", metavar="ID")
@click.argument("draft", metavar="DRAFT")
@at_place
@own_libraries
def insert(reference: str, draft: str, where: Ask, folders: tuple[Path, ...]) -> None:
    """Put the clause ID into a draft: an entry with its values, at a place that is named by a paragraph.

    The values are checked as when the draft is built. All else in the file stays as it is typed, with its comments; it is
    written under another name.

    \b
    draftkit clause insert seized/remain draft.yaml --at-end -o new.yaml
    """
    insert_into(draft, load_library(folders).get(reference), where)


def insert_into(draft: str, clause: Clause, ask: Ask) -> None:
    """Write the draft with an entry for the clause.

    Raises:
        DraftkitError: no draft, no such place, a value missing or wrong, or YAML that cannot be changed in place.
    """
    from draftkit.cli.finished import prior_of
    from draftkit.files import refuse_overwriting, save
    from draftkit.readers import read

    if sum((bool(ask.after), bool(ask.before), ask.at_end)) != 1:
        raise click.UsageError("give one of --after, --before and --at-end")
    if not ask.output:
        raise click.UsageError("give the file to write with -o")
    if draft == "-":
        raise DraftkitError("a draft is put into from a file", "standard input", "save it and give its name")
    reading = read(draft)
    if not reading.is_draft:
        raise DraftkitError("this is no draft", draft, "make one of it with draftkit convert FILE -o draft.yaml")
    refuse_overwriting(ask.output, filter(None, [draft, prior_of(reading, draft)]))
    entry = _entry(clause, ask, reading, draft)
    put = _put(reading.resolution, entry, clause, ask, draft)
    save(ask.output, _rewritten(draft, reading.resolution, put))
    say(f"{clause.reference} is in {'the draft' if ask.output == '-' else ask.output}: {entry.id}")


# --- The entry -----------------------------------------------------------------------------------------------------


def _entry(clause: Clause, ask: Ask, reading: Reading, draft: str) -> ClauseEntry:
    """The entry with its values, if the clause can be filled with them; its id is one that the draft does not have."""
    from draftkit.clauses import instantiate
    from draftkit.model import ClauseEntry

    values = _values(ask.values)
    session = _next_session(reading, draft)
    _require_all(clause, ask.alternate, values, session)
    name = _name(clause.id.replace("/", "-"), reading.resolution)
    instantiate(clause, name, values, next_session=session, alternate=ask.alternate)
    return ClauseEntry(name, clause.reference, tuple(values.items()), ask.alternate)


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


def _require_all(clause: Clause, alternate: str, values: dict[str, str], session: int | None) -> None:
    """Name every value that is missing at once, with its type and an example."""
    from draftkit.clauses.clause import NEXT
    from draftkit.clauses.templates import names

    texts = [wording.text for wording in clause.alternates if wording.name == alternate] if alternate else [clause.text]
    used = {name for text in (*texts, *clause.items) for name in names(text)}
    missing = [
        variable
        for variable in clause.variables
        if variable.name in used
        and not values.get(variable.name)
        and (variable.default is None or (variable.default == NEXT and session is None))
    ]
    if missing:
        many = "values are missing" if len(missing) > 1 else "value is missing"
        what = f"{len(missing)} {many}: {'; '.join(map(_described, missing))}"
        raise ClauseError(what, clause.reference, f'give each with --with, as --with "{missing[0].name}=..."')


def _described(variable: Variable) -> str:
    example = variable.example or ("82" if variable.type == "session" else "")
    return f"{variable.name}, {variable.type}" + (f', for instance "{example}"' if example else "")


def _next_session(reading: Reading, draft: str) -> int | None:
    """The session at which the item returns, as building the draft has it; a prior that cannot be read says nothing."""
    from draftkit.assemble.clauses import returns_at
    from draftkit.cli.finished import prior_of
    from draftkit.readers import read

    try:
        path = prior_of(reading, draft)
        before = read(path).resolution if path else None
    except DraftkitError:
        before = None
    return returns_at(reading.resolution, before)


def _name(wanted: str, resolution: Resolution) -> str:
    from draftkit import inline

    taken = {place.block.id for place in walk(resolution)} | {a.id for part in resolution.parts for a in part.annexes}
    taken |= set(inline.RESERVED)
    return next(name for n in range(1, len(taken) + 2) if (name := wanted if n == 1 else f"{wanted}-{n}") not in taken)


# --- The place -----------------------------------------------------------------------------------------------------


def _put(resolution: Resolution, entry: ClauseEntry, clause: Clause, ask: Ask, draft: str) -> Resolution:
    """The resolution with the entry in its place."""
    number, at = _place(resolution, clause, ask, draft)
    part = resolution.parts[number]
    blocks = _blocks(part, clause.part)
    changed = (*blocks[:at], entry, *blocks[at:])
    part = replace(part, preamble=changed) if clause.part is Section.PREAMBLE else replace(part, operative=changed)
    return replace(resolution, parts=(*resolution.parts[:number], part, *resolution.parts[number + 1 :]))


def _blocks(part: Part, section: Section) -> tuple[Block, ...]:
    return part.preamble if section is Section.PREAMBLE else part.operative


def _place(resolution: Resolution, clause: Clause, ask: Ask, draft: str) -> tuple[int, int]:
    """The part, and how many blocks of the clause's section stand before the entry."""
    last = len(resolution.parts) - 1
    if last < 0:
        raise DraftkitError("the draft has no parts", draft, "write its paragraphs under preamble: and operative:")
    if ask.at_end:
        return last, len(_blocks(resolution.parts[last], clause.part))
    wanted = ask.after or ask.before
    places = {place.block.id: place for place in walk(resolution)}
    place = places.get(wanted)
    if place is None:
        near = difflib.get_close_matches(wanted[:60], [name for name, each in places.items() if not each.depth], n=3, cutoff=0.5)
        remedy = f"did you mean {' or '.join(near)}?" if near else "give the id of a paragraph of the draft"
        raise DraftkitError(f'there is no paragraph "{wanted[:60]}"', draft, remedy)
    if place.depth:
        raise DraftkitError(f"{wanted} is a subparagraph", draft, f"name the paragraph that it belongs to, {place.parent}")
    number, section, _ = place.scope
    if section is not clause.part:
        named = {"preamble": "the preamble", "operative": "the operative part", "annex": "an annex"}
        what = f"{clause.reference} is a clause of {named[clause.part]}, and {wanted} stands in {named[section]}"
        raise DraftkitError(what, draft, f"name a paragraph of {named[clause.part]}, or give --at-end")
    names = [block.id for block in _blocks(resolution.parts[number], section)]
    return number, names.index(wanted) + bool(ask.after)


# --- The file ------------------------------------------------------------------------------------------------------


def _rewritten(draft: str, old: Resolution, new: Resolution) -> bytes:
    """The draft's file with the entry in it; it is read again to prove that it says what it should."""
    from draftkit.readers import draft as drafts
    from draftkit.readers import load_bytes
    from draftkit.readers.decoding import decoded
    from draftkit.writers.redraft import redrafted
    from draftkit.yaml_edit import Awkward

    data = load_bytes(Path(draft))
    source = re.sub("\r\n?", "\n", decoded(data) or "")
    source = re.sub("[\v\f\x85\u2028\u2029]", " ", source)  # as the reader of drafts has it
    for name_all in (False, True):  # ids made from the words may be others once an entry stands before them
        try:
            changed = redrafted(source, draft, old, new, name_all=name_all)
            if drafts.read(changed, draft).resolution == new:
                break
        except (Awkward, DraftkitError):
            continue
    else:
        remedy = "write it anew with draftkit convert DRAFT -o NEW.yaml, and put the clause into that"
        raise DraftkitError("this file's YAML cannot be changed in place", draft, remedy)
    if b"\r\n" in data:
        changed = changed.replace("\n", "\r\n")
    return (_MARK if data.startswith(_MARK) else b"") + changed.encode("utf-8")
