"""Footnotes after a change of order: "Ibid." only where it is still true (un-rules E5).

An "Ibid." stands for the source of the note printed before it. When another note has come between, or the one it leaned on
is gone, it is written out.

Example:
    [3] United Nations, Treaty Series, vol. 75, No. 970.        [3] A/81/12.
    [4] Ibid., vol. 1125, No. 17512.                       ->   [4] United Nations, Treaty Series, vol. 1125, No. 17512.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from draftkit import inline
from draftkit.assemble.pieces import cut
from draftkit.assemble.printed import note_numbers
from draftkit.model import Change, Changes, Content, Kind, Note, Resolution, Text
from draftkit.un.sessions import ORDINAL

_IBID = re.compile(r"Ibid\.?")
_RANKS = (
    ("session", rf"{ORDINAL} Session"),
    ("supplement", r"Supplement No\."),
    ("volume", r"vol\."),
    ("number", r"Nos?\."),
    ("annex", r"annex|appendix|part"),
    ("chapter", r"chaps?\."),
    ("section", r"sects?\."),
    ("article", r"art(?:icle|s?\.)"),
    ("paragraph", r"paras?\."),
    ("page", r"pp?\."),
)
"""The elements of a source, from the whole to its parts (un-rules E6)."""
_ELEMENTS = re.compile(", (?:" + "|".join(f"(?P<{name}>{words})" for name, words in _RANKS) + ")", re.IGNORECASE)
"""Where an element of a source begins."""


def settle_ibids(resolution: Resolution, before: Resolution | None) -> tuple[Resolution, Changes]:
    """Write out every "Ibid." whose source is no longer the note before it; the others stay as they are."""
    known = {note.id: note for note in (before.notes if before else ())} | {note.id: note for note in resolution.notes}
    order = list(note_numbers(resolution))
    predecessor = dict(zip(order[1:], order, strict=False))
    settled: dict[str, Note] = {}
    changes: list[Change] = []
    for name in order:
        note = known.get(name)
        if note is None or not is_ibid(note.content):
            continue
        if not note.ibid:  # typed by hand: it means the note before it
            settled[name] = replace(note, ibid=predecessor.get(name, ""))
            continue
        meant = full(note, known)
        if is_ibid(meant):
            continue  # its source is nowhere: there is nothing to write out
        previous = known.get(predecessor.get(name, ""))
        if previous is not None and _join(full(previous, known), _rest(note)) == meant:
            settled[name] = replace(note, ibid=previous.id)
        else:
            settled[name] = replace(note, content=meant, ibid="")
            changes.append(Change("ibid", Kind.CONSEQUENTIAL, f"note {name}", inline.plain(note.content), inline.plain(meant)))
    notes = tuple(settled.get(note.id, note) for note in resolution.notes)
    return replace(resolution, notes=notes), tuple(changes)


def full(note: Note, notes: Mapping[str, Note]) -> Content:
    """What a note says with every "Ibid." written out; a chain that leads nowhere stays as it is."""
    chain = [note]
    while is_ibid(chain[-1].content):
        source = notes.get(chain[-1].ibid)
        if source is None or source in chain:
            return note.content
        chain.append(source)
    content = chain.pop().content
    while chain:
        content = _join(content, _rest(chain.pop()))
    return content


def is_ibid(content: Content) -> bool:
    """Whether a note opens with "Ibid."."""
    return bool(_IBID.match(inline.plain(content)))


def _rest(note: Note) -> Content:
    """What follows the "Ibid."."""
    match = _IBID.match(inline.plain(note.content))
    return cut(note.content, match.end() if match else 0, None)


def _join(source: Content, rest: Content) -> Content:
    """A source with another pinpoint: it is kept up to an element as small as the one that ``rest`` begins with.

    "A/80/12, chap. II, para. 4." and ", para. 7." are "A/80/12, chap. II, para. 7.", with ", annex." "A/80/12, annex.".
    """
    following = inline.plain(rest)
    if following.strip(" .") == "":
        return source
    text = inline.plain(source)
    wanted = _ELEMENTS.match(following)
    stop = len(text.rstrip("."))
    if wanted:
        stop = next((m.start() for m in _ELEMENTS.finditer(text) if _rank(m) >= _rank(wanted)), stop)
    return _in_one_format(cut(source, 0, stop), rest)


def _in_one_format(kept: Content, rest: Content) -> Content:
    """The two in a row; the comma between two parts of one italic title is italic."""
    comma = rest[0] if len(rest) > 1 else None
    last, following = kept[-1] if kept else None, rest[1] if len(rest) > 1 else None
    if isinstance(last, Text) and isinstance(comma, Text) and isinstance(following, Text) and last.italic and following.italic:
        rest = (replace(comma, italic=True), *rest[1:])
    return inline.join((*kept, *rest))


def _rank(element: re.Match[str]) -> int:
    return next(at for at, (name, _) in enumerate(_RANKS) if element[name])
