"""The sections of two Word files, and the headers and footers that belong together.

Sections are paired by place where both files have as many, else by what stands in them (ECMA-376 part 1, 17.6, 17.10).

Example:
    >>> list(running_parts(desk))
    [('word/header1.xml', 'word/header1.xml')]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from draftkit.compare.align import Item, align
from draftkit.tracking.blocks import said
from draftkit.word.archive import Archive
from draftkit.word.package import R, W

if TYPE_CHECKING:
    from draftkit.tracking.work import Desk

_NAMES = {
    f"{pages} {kind}": f"the {kind} of {where}"
    for kind in ("header", "footer")
    for pages, where in (("default", "the usual pages"), ("first", "the first page"), ("even", "even pages"))
}


@dataclass(frozen=True, slots=True)
class Section:
    """A section: what stands in it, and its headers and footers, "first header" -> part."""

    text: str
    parts: dict[str, str]


def running_parts(desk: Desk) -> Iterator[tuple[str, str]]:
    """The headers and footers that both files have, each once; what only one has is named."""
    olds, news = (list(sections(archive)) for archive in (desk.old, desk.new))
    if len(olds) != len(news):
        desk.untracked[f"the new text has {len(news)} sections, the old one {len(olds)}: those of the old file stay"] = None
    seen: set[str] = set()
    for number, (one, other) in enumerate(_pairs(olds, news), 1):
        for kind in sorted(one.parts.keys() | other.parts.keys()):
            if kind not in one.parts or kind not in other.parts:
                what = "is new" if kind in other.parts else "is gone"
                named = _NAMES.get(kind, f"a {kind}")
                desk.untracked[f"{named} {what} in section {number}: the old file's stay as they are"] = None
            elif one.parts[kind] not in seen:
                seen.add(one.parts[kind])
                yield one.parts[kind], other.parts[kind]


def _pairs(olds: Sequence[Section], news: Sequence[Section]) -> list[tuple[Section, Section]]:
    if len(olds) == len(news):
        return list(zip(olds, news, strict=True))
    found = align([Item("", "section", s.text) for s in olds], [Item("", "section", s.text) for s in news], by_id=False)
    return [(olds[p.old], news[p.new]) for p in found if p.old is not None and p.new is not None]


def sections(archive: Archive) -> Iterator[Section]:
    """The sections of a file in order."""
    targets = {link.id: link.target for link in archive.links(archive.main) if link.target in archive.blobs}
    texts: list[str] = []
    for block in archive.tree(archive.main).find(f"{W}body"):
        if not isinstance(block.tag, str):
            continue
        own = [block] if block.tag == f"{W}sectPr" else list(block.iter(f"{W}sectPr"))
        if block.tag != f"{W}sectPr":
            texts.append(said(block))
        if own:
            yield Section(" ".join(texts), _parts(own[-1], targets))
            texts = []


def _parts(section: Any, targets: dict[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for kind in ("header", "footer"):
        for reference in section.iterchildren(f"{W}{kind}Reference"):
            target = targets.get(reference.get(f"{R}id", ""))
            if target:
                found[f"{reference.get(f'{W}type', 'default')} {kind}"] = target
    return found


__all__ = ["Section", "running_parts", "sections"]
