"""A draft's file mended: what is certain is put right in it, and every other byte stays (``draftkit check --fix``).

Example:
    >>> mend = mend_file("draft.yaml", Asked())
    >>> mend.data, [fix.instead for fix in mend.done]
    (b'draftkit: 1\\n...', ['the present resolution'])
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from draftkit.cli.checking.mending import Fix, mended, planned
from draftkit.cli.checking.one import Asked, Checked, check_reading
from draftkit.errors import DraftkitError
from draftkit.readers import Reading

if TYPE_CHECKING:
    from draftkit.model import Finding, Resolution

ROUNDS = 5
"""What is mended may bring to light what else can be; so many times it is looked again."""


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
    changed = _rewritten(data, name, checked.reading, new, made)
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


def _rewritten(data: bytes, name: str, reading: Reading, new: Resolution, fixes: Sequence[Fix]) -> bytes:
    """The file, holding ``new``: where words are typed as they are found nothing but they is changed, as is mostly so."""
    from draftkit.readers.decoding import decoded
    from draftkit.writers.redraft_file import redrafted_file

    words_alone = _words_alone(data, name, reading, fixes)
    if words_alone:
        data, reading = words_alone, _read(words_alone, name)
        if reading.resolution == new:
            return data
    return redrafted_file(data, decoded(data) or "", name, reading.resolution, new, lambda source: _source(source, name))


def _source(source: str, name: str) -> Resolution:
    from draftkit.readers import draft as drafts

    return drafts.read(source, name).resolution


def _words_alone(data: bytes, name: str, reading: Reading, fixes: Sequence[Fix]) -> bytes:
    """The file with what words can be changed as they are typed in it; b"" for none."""
    from draftkit.readers.decoding import decoded
    from draftkit.readers.extents import extents
    from draftkit.yaml_edit import Awkward, Edit, Sheet

    typed = decoded(data) or ""
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    if mark + typed.encode("utf-8", "replace") != data:
        return b""
    sheet = Sheet(typed, name)
    own = {each.place: each.texts for each in extents(sheet, reading.lines)}
    edits: list[Edit] = []
    simple: list[Fix] = []
    for fix in fixes:
        stretches = [(node.start, sheet.end(node)) for node in own.get(fix.place, ())]
        found = [at for start, stop in stretches for at in _places(sheet.typed, fix.words, start, stop)]
        if len(found) == fix.times:
            simple.append(fix)
            edits += (Edit(at, at + len(fix.words), fix.instead) for at in found)
    try:
        changed = mark + sheet.rewritten(edits).encode("utf-8")
        meant = mended(reading.resolution, simple)[0]
        return changed if edits and _read(changed, name).resolution == meant else b""
    except (Awkward, DraftkitError):
        return b""


def _places(text: str, words: str, start: int, stop: int) -> Iterator[int]:
    at = text.find(words, start, stop)
    while at >= 0:
        yield at
        at = text.find(words, at + len(words), stop)


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
