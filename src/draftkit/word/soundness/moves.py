"""Rules of moves: two named ranges, and in them what was moved, paragraph marks too (ECMA-376 part 1, 17.13.5.21 to 28).

Word refuses files in which the two ends of a move do not answer one another ("unreadable content").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from draftkit.word.package import W
from draftkit.word.soundness.parts import CONTAINERS, Fault, Part, own_paragraph

_KINDS = ("moveFrom", "moveTo")
_PLAIN = {"moveFrom": "del", "moveTo": "ins"}
"""What a move would be if it were none."""


def moves_come_in_pairs(part: Part) -> Iterator[Fault]:
    """Every range has a name of its own, and there is one of the other kind that bears it."""
    names: dict[str, Counter[str]] = {}
    for kind in _KINDS:
        found = names[kind] = Counter(e.get(f"{W}name", "") for e in part.root.iter(f"{W}{kind}RangeStart"))
        yield from (Fault(part, None, f'{n} w:{kind} ranges are named "{name}"') for name, n in found.items() if n > 1)
    for kind, other in (_KINDS, reversed(_KINDS)):
        for name in names[kind]:
            if name not in names[other]:
                yield Fault(part, None, f'the w:{kind} range "{name}" has no w:{other} range')


def moves_stand_in_ranges(part: Part) -> Iterator[Fault]:
    """What is moved, content or mark, stands between the start and the end of a range of its kind."""
    for kind in _KINDS:
        tags = tuple(f"{W}{kind}{end}" for end in ("", "RangeStart", "RangeEnd"))
        inside: set[str | None] = set()
        for element in part.root.iter(*tags):
            if element.tag == tags[1]:
                inside.add(element.get(f"{W}id"))
            elif element.tag == tags[2]:
                inside.discard(element.get(f"{W}id"))
            elif not inside and not _starts_behind(element, tags[1]):
                yield Fault(part, element, f"w:{kind} outside of a range")


def _starts_behind(mark: Any, start: str) -> bool:
    """Whether a range starts in the paragraph of a mark: the mark is its end, though it is written before all else."""
    paragraph = next(mark.iterancestors(f"{W}p"), None) if mark.getparent().tag == f"{W}rPr" else None
    return paragraph is not None and next(paragraph.iter(start), None) is not None


def moved_marks_move(part: Part) -> Iterator[Fault]:
    """The mark of a paragraph that is moved whole is moved as well, not inserted or deleted; and not the other way."""
    for kind, plain in _PLAIN.items():
        for move in part.root.iter(f"{W}{kind}"):
            paragraph = next((e for e in move.iterancestors() if e.tag == f"{W}p"), None)
            if paragraph is None or (mark := paragraph.find(f"{W}pPr/{W}rPr")) is None:
                continue
            if mark.find(f"{W}{plain}") is not None and _is_all(paragraph, {kind}):
                yield Fault(part, move, f"a paragraph is moved (w:{kind}) and its mark is w:{plain}")
            elif move.getparent() is mark and _is_all(paragraph, {plain}):
                yield Fault(part, move, f"the mark of a paragraph is moved (w:{kind}) and its text is w:{plain}")
            elif move.getparent() is mark and _is_all(paragraph, set(_KINDS) - {kind}):
                yield Fault(part, move, f"the mark of a paragraph is w:{kind} and its text is moved the other way")


def _is_all(paragraph: Any, kinds: set[str]) -> bool:
    """Whether a paragraph has content, and all of it stands in changes of these kinds."""
    content = [e for e in paragraph.iter(f"{W}r") if next(e.iterancestors(f"{W}p"), None) is paragraph]
    tags = {f"{W}{kind}" for kind in kinds}
    return bool(content) and all(next((a.tag for a in own_paragraph(e) if a.tag in CONTAINERS), None) in tags for e in content)
