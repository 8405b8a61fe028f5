"""Rules of single changes: what they hold, who made them, and their ids (ECMA-376 part 1, 17.13.5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from draftkit.word.package import W
from draftkit.word.soundness.parts import CHANGED, Fault, Part, own_paragraph, word

_DELETED = {f"{W}t": f"{W}delText", f"{W}instrText": f"{W}delInstrText"}
_NAMES = {f"{W}t": "w:t", f"{W}delText": "w:delText", f"{W}instrText": "w:instrText", f"{W}delInstrText": "w:delInstrText"}
_NO_CONTENT = frozenset({f"{W}rPr", f"{W}lastRenderedPageBreak"})


def text_fits(part: Part) -> Iterator[Fault]:
    """The text of a deletion is w:delText, its field codes w:delInstrText; no other text is, that of a move not either."""
    for text in part.root.iter(*_DELETED.values()):
        around = [e.tag for e in own_paragraph(text)]
        if f"{W}del" not in around:
            moved = f"{W}moveFrom" in around or f"{W}moveTo" in around
            yield Fault(part, text, f"{word(text)} {'in a move' if moved else 'outside of a deletion'}")
    for deletion in part.root.iter(f"{W}del"):
        for text in deletion.iter(*_DELETED):
            if deletion in own_paragraph(text):
                yield Fault(part, text, f"text of a deletion in {_NAMES[text.tag]}, not in {_NAMES[_DELETED[text.tag]]}")


def nothing_in_its_own_kind(part: Part) -> Iterator[Fault]:
    """No insertion stands in an insertion, no deletion in a deletion."""
    for change in part.changes():
        if any(around.tag == change.tag for around in own_paragraph(change)):
            yield Fault(part, change, f"{word(change)} in {word(change)}")


def nothing_empty(part: Part) -> Iterator[Fault]:
    """A change holds something; a run without content is nothing."""
    for change in part.changes():
        if not any(_has_content(child) for child in change):
            yield Fault(part, change, f"empty {word(change)}")


def _has_content(element: object) -> bool:
    tag = element.tag  # type: ignore[attr-defined]
    if tag == f"{W}r":
        return any(child.tag not in _NO_CONTENT for child in element)  # type: ignore[attr-defined]
    return True


def who_and_when(part: Part) -> Iterator[Fault]:
    """Every change has an id, an author and a date."""
    for change in part.root.iter(*CHANGED):
        signed = change.tag != f"{W}tblGridChange"  # which has an id alone (17.13.5.35)
        for name in ("id", "author", "date") if signed else ("id",):
            if not change.get(f"{W}{name}"):
                yield Fault(part, change, f"{word(change)} without {name}")


def ids_are_unique(parts: Sequence[Part]) -> Iterator[Fault]:
    """No two changes of the file have the same id (17.13.4.2)."""
    seen: dict[str, str] = {}
    for part in parts:
        for change in part.root.iter(*CHANGED):
            key = change.get(f"{W}id")
            if key in seen:
                yield Fault(part, change, f"{word(change)} has the id {key} of {seen[key]}")
            elif key:
                seen[key] = f"{word(change)} in {part.name}"
