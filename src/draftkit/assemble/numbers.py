"""Numbers of paragraphs, subparagraphs and headings: derived from their place (un-rules A9, A10, A11).

``labels`` derives; ``elide`` is its inverse for readers: it turns the labels that a text was printed with into the few
overrides that the derivation would not give.

Example:
    >>> labels(resolution)["reporting-all"], paths(resolution)["reporting-all"]
    ('(a)', ('10', '(a)'))
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from draftkit.assemble.references import ScopedPath
from draftkit.model import Block, ClauseEntry, Heading, Item, Paragraph, Resolution, Scheme
from draftkit.tree import Section, sections, walk
from draftkit.un.labels import label, letter, ordinal_at, roman


def labels(resolution: Resolution) -> dict[str, str]:
    """The printed label of every paragraph, heading and clause entry by id, "" where it has none.

    A clause entry counts as the paragraph that it will be.
    """
    found: dict[str, str] = {}
    for part in resolution.parts:
        for section, _, blocks in sections(part):
            for group in _groups(blocks):
                _number_group(group, section, found)
            _number_headings(blocks, found)
    return found


def paths(resolution: Resolution, printed: Mapping[str, str] | None = None) -> dict[str, tuple[str, ...]]:
    """How a reference names each numbered paragraph, outermost first: ("11", "(a)"). Unnumbered ones are not in it.

    Each is a ``ScopedPath``, so that references shorten one another only within one numbering.
    """
    printed = labels(resolution) if printed is None else printed
    found: dict[str, tuple[str, ...]] = {}
    restarts = 0
    for place in walk(resolution):
        if isinstance(place.block, Heading):
            restarts += place.block.restart
        if isinstance(place.block, Paragraph | ClauseEntry) and printed[place.block.id]:
            path = (*found.get(place.parent, ()), printed[place.block.id].rstrip("."))
            found[place.block.id] = ScopedPath(path, (place.scope, restarts))
    return found


def _groups(blocks: tuple[Block, ...]) -> Iterator[tuple[Paragraph | ClauseEntry, ...]]:
    """The top paragraphs of a list, a group for each stretch that is numbered from 1."""
    group: list[Paragraph | ClauseEntry] = []
    for block in blocks:
        if isinstance(block, Heading) and block.restart:
            yield tuple(group)
            group = []
        elif isinstance(block, Paragraph | ClauseEntry):
            group.append(block)
    yield tuple(group)


def _number_group(group: tuple[Paragraph | ClauseEntry, ...], section: Section, found: dict[str, str]) -> None:
    sole = sum(isinstance(block, ClauseEntry) or block.label != "" for block in group) == 1
    unnumbered = section is Section.PREAMBLE or sole  # A9: a sole operative paragraph has no number
    once_sole = None if unnumbered else _once_sole(group)
    count = 0
    for block in group:
        if isinstance(block, Paragraph) and block.label is not None and block is not once_sole:
            found[block.id] = block.label
            count = ordinal_at(block.label, 0) or count
        elif unnumbered:
            found[block.id] = ""
        else:
            count += 1
            found[block.id] = label(0, count)
        if isinstance(block, Paragraph):
            _number_items(block, 1, found)


def _once_sole(group: Sequence[Block]) -> Paragraph | None:
    """The paragraph that keeps a written "1." from a time when it was the only one: in company it counts by its place.

    It has the one written number of its group; where a text really prints a second "1.", ``elide`` writes both.
    """
    written = [block for block in group if isinstance(block, Paragraph) and block.label]
    return written[0] if len(written) == 1 and written[0].label == label(0, 1) else None


def _number_items(paragraph: Paragraph, depth: int, found: dict[str, str]) -> None:
    count = 0
    for item in paragraph.items:
        if not isinstance(item, Paragraph):
            continue
        if item.label is None:
            count += 1
            found[item.id] = label(depth, count)
        else:
            found[item.id] = item.label
            count = ordinal_at(item.label, depth) or count
        _number_items(item, depth + 1, found)


def _number_headings(blocks: tuple[Block, ...], found: dict[str, str]) -> None:
    sections_seen = letters_seen = 0
    for block in blocks:
        if not isinstance(block, Heading):
            continue
        derived = ""
        if block.scheme is Scheme.ROMAN:
            sections_seen, letters_seen = sections_seen + 1, 0
            derived = roman(sections_seen).upper()
        elif block.scheme is Scheme.LETTER:
            letters_seen += 1
            derived = f"{letter(letters_seen).upper()}."
        found[block.id] = derived if block.label is None else block.label


def elide(blocks: tuple[Block, ...], section: Section) -> tuple[Block, ...]:
    """The blocks of a text just read, every label as printed, with only those labels kept that are not derived.

    A heading after which the numbers begin at 1 again is marked ``restart``.
    """
    restarted = _mark_restarts(blocks)
    out: list[Block] = []
    group: list[Block] = []
    for block in (*restarted, None):
        if block is None or (isinstance(block, Heading) and block.restart):
            out += _elide_group(group, section)
            group = []
        if block is not None:
            group.append(block)
    return _elide_headings(tuple(out))


def _mark_restarts(blocks: tuple[Block, ...]) -> list[Block]:
    following = [""] * len(blocks)  # the first written number after each
    for at in range(len(blocks) - 2, -1, -1):
        after = blocks[at + 1]
        following[at] = (isinstance(after, Paragraph) and after.label) or following[at + 1]
    out: list[Block] = []
    numbered = False
    for at, block in enumerate(blocks):
        if isinstance(block, Heading):
            restart = numbered and following[at] == "1."
            numbered = numbered and not restart
            block = replace(block, restart=restart)
        elif isinstance(block, Paragraph) and block.label:
            numbered = True
        out.append(block)
    return out


def _elide_group(group: list[Block], section: Section) -> list[Block]:
    paragraphs = [block for block in group if isinstance(block, Paragraph)]
    numbered = [paragraph for paragraph in paragraphs if paragraph.label]
    out: list[Block] = []
    count = 0
    for block in group:
        if isinstance(block, Paragraph):
            derived = label(0, count + 1)
            if section is Section.PREAMBLE or (len(paragraphs) == 1 and not block.label):
                kept = block.label or None
            elif len(numbered) == 1:
                kept = block.label
            else:
                kept = None if block.label == derived else block.label
            count = ordinal_at(block.label or "", 0) or count
            block = replace(block, label=kept, items=_elide_items(block, 1))
        out.append(block)
    if len(numbered) > 1 and section is not Section.PREAMBLE and _once_sole(out):
        first = numbered[0]
        return [replace(b, label=first.label) if isinstance(b, Paragraph) and b.id == first.id else b for b in out]
    return out


def _elide_items(paragraph: Paragraph, depth: int) -> tuple[Item, ...]:
    out: list[Item] = []
    count = 0
    for item in paragraph.items:
        if isinstance(item, Paragraph):
            kept = None if item.label == label(depth, count + 1) else item.label
            count = count + 1 if kept is None else ordinal_at(item.label or "", depth) or count
            item = replace(item, label=kept, items=_elide_items(item, depth + 1))
        out.append(item)
    return tuple(out)


def _elide_headings(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    def derived(candidates: list[Block]) -> dict[str, str]:
        found: dict[str, str] = {}
        _number_headings(tuple(candidates), found)
        return found

    free = derived([replace(b, label=None) if isinstance(b, Heading) else b for b in blocks])
    return tuple(
        replace(b, label=None) if isinstance(b, Heading) and (b.label or "") == free[b.id] else b for b in blocks
    )
