"""A draft's file mended: what is certain is put right in it, and every other byte stays (``draftkit check --fix``).

Example:
    >>> mend = mend_file("draft.yaml", Asked())
    >>> mend.data, [fix.instead for fix in mend.done]
    (b'draftkit: 1\\n...', ['the present resolution'])
"""

from __future__ import annotations

import codecs
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from draftkit.cli.checking.mending import Fix, mended, planned, starts
from draftkit.cli.checking.one import Asked, Checked, check_reading
from draftkit.errors import DraftkitError
from draftkit.readers import Reading

if TYPE_CHECKING:
    from draftkit.model import Finding, Resolution
    from draftkit.yaml_edit import Edit, Sheet
    from draftkit.yaml_text import Node

ROUNDS = 5
"""What is mended may bring to light what else can be; so many times it is looked again."""

_TRIES = 16
"""So many times at most some fixes are tried where they stand: the file is read again each time."""


@dataclass(frozen=True, slots=True)
class Mend:
    """A draft's file as it was and after mending.

    Args:
        before, after: the file checked; ``after`` is what is left to do.
        done: what was mended; ``left`` what was not, although it is known what to write, with the reason.
    """

    old: bytes
    data: bytes
    before: Checked
    after: Checked
    done: tuple[Fix, ...]
    left: tuple[tuple[Finding, str], ...]


def mend_file(name: str, asked: Asked) -> Mend:
    """Mend what is certain in a draft; nothing is written.

    Raises:
        DraftkitError: no draft, one that cannot be read, or whose YAML cannot be changed in place.
    """
    from draftkit.readers import load_bytes, read

    if name == "-":
        raise DraftkitError("a draft is mended in a file", "standard input", "save it and give its name")
    reading = read(name, asked.intake)
    if not reading.is_draft:
        remedy = "convert it first: draftkit convert FILE -o draft.yaml"
        raise DraftkitError("only drafts can be mended", name, remedy)
    old = load_bytes(Path(name))
    before = check_reading(reading, name, asked)
    data, checked = old, before
    done: list[Fix] = []
    seen = {old}
    for _ in range(ROUNDS):
        fixes = planned([each.finding for each in checked.found], checked.reading.resolution).fixes
        step = _round(data, name, checked, fixes, asked) if fixes else None
        if step is None:
            break
        if step[0] in seen:  # rules that contradict each other: nothing of it is certain
            data, checked, done = old, before, []
            break
        data, checked, made = step
        done += made
        seen.add(data)
    left = planned([each.finding for each in checked.found], checked.reading.resolution)
    again = "it cannot be put right together with what else is found"
    rest = [*left.left, *((finding, again) for fix in left.fixes for finding in fix.findings)]
    return Mend(old, data, before, checked, tuple(done), tuple(rest))


_Step = tuple[bytes, Checked, tuple[Fix, ...]]


def _round(data: bytes, name: str, checked: Checked, fixes: Sequence[Fix], asked: Asked) -> _Step | None:
    """The file after some fixes, checked again, and which these were; ``None`` if it could no longer be finished."""
    new, made = mended(checked.reading.resolution, fixes)
    if new == checked.reading.resolution:
        return None
    changed, made = _rewritten(data, name, checked.reading, made)
    if not made:
        return None
    try:
        again = check_reading(_read(changed, name), name, asked)
    except DraftkitError:
        return None
    return None if again.broken and not checked.broken else (changed, again, made)


def _read(data: bytes, name: str) -> Reading:
    from draftkit.readers import draft as drafts
    from draftkit.readers.decoding import decoded
    from draftkit.yaml_edit import plain

    return drafts.read(plain(decoded(data) or ""), name)


# --- The file ------------------------------------------------------------------------------------------------------


def _rewritten(data: bytes, name: str, reading: Reading, fixes: Sequence[Fix]) -> tuple[bytes, tuple[Fix, ...]]:
    """The file after the fixes, and which were made: where words are typed as they are found nothing but they is changed, as
    is mostly so. Else their paragraph is written anew; a table is not, of which every row would be."""
    from draftkit.readers.decoding import decoded
    from draftkit.writers.redraft_file import redrafted_file

    new, simple = _words_alone(data, name, reading, fixes)
    rest = tuple(fix for fix in fixes if fix not in simple and fix.place not in _tables(reading.resolution))
    if simple:
        data, reading = new, _read(new, name)
    after, made = mended(reading.resolution, rest)
    if after == reading.resolution:
        return data, simple
    whole = redrafted_file(data, decoded(data) or "", name, reading.resolution, after, lambda source: _source(source, name))
    return whole, (*simple, *made)


def _tables(draft: Resolution) -> frozenset[str]:
    from draftkit.model import Table
    from draftkit.tree import walk

    return frozenset(each.block.id for each in walk(draft) if isinstance(each.block, Table))


def _source(source: str, name: str) -> Resolution:
    from draftkit.readers import draft as drafts

    return drafts.read(source, name).resolution


def _words_alone(data: bytes, name: str, reading: Reading, fixes: Sequence[Fix]) -> tuple[bytes, tuple[Fix, ...]]:
    """The file with what words can be changed as they are typed in it, and by which fixes; none where that is not certain."""
    from draftkit.readers.decoding import decoded
    from draftkit.readers.extents import extents
    from draftkit.yaml_edit import Sheet

    typed = decoded(data) or ""
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    if mark + typed.encode("utf-8", "replace") != data:
        return data, ()
    sheet = Sheet(typed, name)
    own = {each.place: each.texts for each in extents(sheet, reading.lines)}
    placed = {fix: edits for fix in fixes if len(edits := _edits(sheet, own.get(fix.place, ()), fix)) == fix.times}

    def tried(some: Sequence[Fix]) -> bytes:
        return _tried(sheet, mark, name, reading, {fix: placed[fix] for fix in some})

    simple: tuple[Fix, ...] = ()
    parts = [tuple(placed)] if placed else []
    for _ in range(_TRIES):  # one that does not do where it stands is found by halves: a plain value that would be none any more
        if not parts:
            break
        part, *parts = parts
        if changed := tried((*simple, *part)):
            data, simple = changed, (*simple, *part)
        elif len(part) > 1:
            parts = [part[: len(part) // 2], part[len(part) // 2 :], *parts]
    return data, simple


def _edits(sheet: Sheet, texts: Sequence[Node], fix: Fix) -> list[Edit]:
    """Where the words of a fix are typed, and what to type for them: as the quotation marks around them want it."""
    from draftkit.yaml_edit import Edit

    edits = []
    for node in texts:
        words, instead = (_escaped(each, node.style) for each in (fix.words, fix.instead))
        stop = sheet.end(node)
        edits += [Edit(at, at + len(words), instead) for at in starts(sheet.typed[:stop], words, node.start)]
    return edits


def _escaped(words: str, style: str) -> str:
    """Words as YAML has them between quotation marks (YAML 1.2, 7.3.1 and 7.3.2)."""
    if style == '"':
        return words.replace("\\", "\\\\").replace('"', '\\"')
    return words.replace("'", "''") if style == "'" else words


def _tried(sheet: Sheet, mark: bytes, name: str, reading: Reading, edits: Mapping[Fix, Sequence[Edit]]) -> bytes:
    """The file with the edits of some fixes, b"" where it does not say what they mean."""
    from draftkit.yaml_edit import Awkward

    try:
        changed = mark + sheet.rewritten(edit for each in edits.values() for edit in each).encode("utf-8")
        return changed if _read(changed, name).resolution == mended(reading.resolution, tuple(edits))[0] else b""
    except (Awkward, DraftkitError):
        return b""


def moved(mend: Mend, name: str, output: str) -> bytes:
    """The mended file as it has to be in another folder: the path of its prior is one from there."""
    from draftkit.cli.finished import prior_of
    from draftkit.cli.rolling.text import relative
    from draftkit.readers.decoding import decoded
    from draftkit.writers.redraft_file import redrafted_file

    reading = mend.after.reading
    prior = prior_of(reading, name)
    if not prior or output == "-" or Path(name).parent.resolve() == Path(output).parent.resolve():
        return mend.data
    path = relative(prior, output)
    same = reading.resolution
    typed = decoded(mend.data) or ""
    return redrafted_file(mend.data, typed, name, same, same, lambda source: _source(source, name), prior=path)
