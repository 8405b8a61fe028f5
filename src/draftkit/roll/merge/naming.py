"""Three texts written with the same names, so that what is one paragraph or note in all has one name in all.

A name that the drafter gave stays; otherwise the fresh text's counts, so that draft and prior go on calling a paragraph the
same. Of two paragraphs that only happen to have one name, one gets another.

Example:
    >>> names = common({"a": "a"}, {"a": "b"}, {}, base=["a"], mine=["a", "new"], fresh=["b", "new"])
    >>> names.mine, names.fresh
    ({'a': 'b', 'new': 'new-2'}, {'b': 'b', 'new': 'new'})
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from draftkit.model import Block, Callout, Content, Note, Opaque, Part, Ref, Resolution
from draftkit.tree import map_blocks, map_contents


@dataclass(slots=True)
class Names:
    """The common name of each name of a text."""

    base: dict[str, str] = field(default_factory=dict)
    mine: dict[str, str] = field(default_factory=dict)
    fresh: dict[str, str] = field(default_factory=dict)


def common(
    kept: Mapping[str, str],
    renewed: Mapping[str, str],
    both: Mapping[str, str],
    *,
    base: Iterable[str],
    mine: Iterable[str],
    fresh: Iterable[str],
) -> Names:
    """The common names of three texts.

    Args:
        kept: names of the base with their names in mine.
        renewed: names of the base with their names in fresh.
        both: names of mine with their names in fresh, of what both brought in.
    """
    names = Names()
    given = {mine_name for base_name, mine_name in kept.items() if mine_name != base_name}
    taken = set(given)
    back = {new: old for old, new in renewed.items()}
    for name in fresh:
        own = kept.get(back.get(name, ""), "")
        names.fresh[name] = own if own in given else _free(name, taken)
    for name in base:
        own = kept.get(name, "")
        new = renewed.get(name, "")
        names.base[name] = names.fresh[new] if new else own if own in given else _free(own or name, taken)
    origin = {new: old for old, new in kept.items()}
    for name in mine:
        if name in origin:
            names.mine[name] = names.base[origin[name]]
        else:
            names.mine[name] = names.fresh[both[name]] if name in both else _free(name, taken)
    return names


def _free(name: str, taken: set[str]) -> str:
    """The name, or one like it that nothing has yet; it is taken from now on."""
    found, count = name, 2
    while found in taken:
        found, count = f"{name}-{count}", count + 1
    taken.add(found)
    return found


def renamed(resolution: Resolution, ids: Mapping[str, str], notes: Mapping[str, str]) -> Resolution:
    """A text with other ids for its blocks and notes, and references and callouts to match."""
    if all(old == new for names in (ids, notes) for old, new in names.items()):
        return resolution

    def content(_: str, pieces: Content) -> Content:
        return tuple(
            replace(piece, target=ids.get(piece.target, piece.target))
            if isinstance(piece, Ref)
            else replace(piece, note=notes.get(piece.note, piece.note))
            if isinstance(piece, Callout)
            else piece
            for piece in pieces
        )

    def named(block: Block) -> Block:
        if isinstance(block, Opaque):  # map_contents passes it by
            block = replace(block, content=content("", block.content))
        return replace(block, id=ids.get(block.id, block.id))

    def note(each: Note) -> Note:
        ibid = notes.get(each.ibid, each.ibid)
        return replace(each, id=notes.get(each.id, each.id), content=content("", each.content), ibid=ibid)

    def part(each: Part) -> Part:
        return replace(each, annexes=tuple(replace(annex, id=ids.get(annex.id, annex.id)) for annex in each.annexes))

    changed = map_blocks(map_contents(resolution, content), named)
    return replace(changed, parts=tuple(map(part, changed.parts)), notes=tuple(map(note, resolution.notes)))

