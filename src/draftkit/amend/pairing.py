"""The wanted text in the names of the draft: what is one paragraph or note in both has the draft's name for it.

Example:
    >>> renamed_after(draft, wanted, by_id=False)[0].parts[0].operative[1].id
    'urges-observe'
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from draftkit.assemble.printed import MASTHEAD, Line, printed
from draftkit.compare.align import align
from draftkit.compare.items import item
from draftkit.model import Annex, Heading, Opaque, Paragraph, Resolution, Table
from draftkit.roll.merge.forest import Forest, is_part, owner, planted
from draftkit.roll.merge.naming import renamed
from draftkit.roll.merge.pairing import paired, paired_notes


def renamed_after(old: Resolution, new: Resolution, *, by_id: bool) -> tuple[Resolution, dict[str, str]]:
    """The new text with the names of the old one; what is new keeps its own, or gets one that the old text has not.

    Parts are called after their labels, so those of the new text come beside it with their names in the old one.
    """
    one, other = planted(old), planted(new)
    pairs = _pairs(old, new, one, other, by_id=by_id)
    notes = paired_notes(
        {note.id: note for note in old.notes}, {note.id: note for note in new.notes}, (one, other), pairs, by_id=by_id
    )
    ids = _named({b: a for a, b in pairs.items()}, other.values, one.values)
    called = _named({b: a for a, b in notes.items()}, [note.id for note in new.notes], [note.id for note in old.notes])
    blocks = {name: to for name, to in ids.items() if not is_part(name)}
    return renamed(new, blocks, called), {name: to for name, to in ids.items() if is_part(name)}


def _named(known: dict[str, str], names: Iterable[str], taken: Collection[str]) -> dict[str, str]:
    """What each name of the new text is called: as in the old text, or by a name that is free there."""
    used = {*taken, *known.values()}
    found = dict(known)
    for name in names:
        if name in found:
            continue
        free, count = name, 2
        while free in used:
            free, count = f"{name}-{count}", count + 1
        used.add(free)
        found[name] = free
    return found


def _pairs(old: Resolution, new: Resolution, one: Forest, other: Forest, *, by_id: bool) -> dict[str, str]:
    """The names of the old text with those of the new one: paragraphs as a redline pairs them, the rest by what they say."""
    olds, news = _lines(old), _lines(new)
    pairs: dict[str, str] = {name: name for name in one.values if is_part(name) and name in other.values}
    for pair in align([item(line) for line in olds], [item(line) for line in news], by_id=by_id):
        at = pair.new if pair.new is not None else pair.partner
        if pair.old is not None and at is not None:
            _note(pairs, olds[pair.old].key, news[at].key, one, other)
    things = (Annex, Table)
    rest = [
        Forest({name: value for name, value in forest.values.items() if isinstance(value, things)}, {}, forest.homes)
        for forest in (one, other)
    ]
    pairs |= paired(rest[0], rest[1], by_id=by_id)
    _parts_by_paragraphs(pairs, one, other)
    _annexes_by_place(pairs, one, other)
    return _rooted(pairs, one, other)


def _lines(text: Resolution) -> list[Line]:
    return [line for line in printed(text).lines if line.role not in MASTHEAD]


def _note(pairs: dict[str, str], old: str, new: str, one: Forest, other: Forest) -> None:
    """Take a pair of lines for a pair of blocks, if they are of one kind."""
    kinds = (Paragraph, Heading, Opaque)
    before, after = one.values.get(old), other.values.get(new)
    if isinstance(before, kinds) and type(before) is type(after):
        pairs.setdefault(old, new)


def _parts_by_paragraphs(pairs: dict[str, str], one: Forest, other: Forest) -> None:
    """A part without its like by name is the one that has most of its paragraphs."""
    shared = Counter((owner(one.homes[old]), owner(other.homes[new])) for old, new in pairs.items() if not is_part(old))
    for (old, new), _ in sorted(shared.items(), key=lambda each: (-each[1], each[0])):
        if is_part(old) and is_part(new) and old not in pairs and new not in pairs.values():
            pairs[old] = new


def _annexes_by_place(pairs: dict[str, str], one: Forest, other: Forest) -> None:
    """In each part that has as many annexes as before, those are the same."""
    taken = set(pairs.values())
    for home, names in one.lists.items():
        others = other.lists.get(f"{pairs.get(owner(home), '')} annexes", ())
        if home.endswith(" annexes") and len(names) == len(others):
            pairs.update((a, b) for a, b in zip(names, others, strict=True) if a not in pairs and b not in taken)


def _rooted(pairs: dict[str, str], one: Forest, other: Forest) -> dict[str, str]:
    """The pairs without those that stand under something new: that comes in whole, with all that it has under it."""
    known = set(pairs.values())
    for name in other.values:  # what stands under another comes after it
        home = owner(other.homes[name])
        if home and home not in known:
            known.discard(name)
    return {old: new for old, new in pairs.items() if new in known}
