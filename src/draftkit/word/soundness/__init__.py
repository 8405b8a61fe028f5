"""What is wrong with a Word file that has tracked changes, where validators see nothing and Word still stumbles.

In: the bytes of a .docx. Out: a line for each fault: part, place, cause. The schema and the Open XML SDK ask of each element
whether it may stand where it does; asked here is what concerns several elements at once: the two ends of a move, the callout
and its note, the three signs of a field, the ids of all parts. A file of Word's own has none of these faults, as a rule; one
that was changed should have none that it had not before.

Example:
    >>> faults(data)
    ('word/document.xml, paragraph 3: text of a deletion in w:t, not in w:delText',)
"""

from __future__ import annotations

from draftkit.word.soundness.changes import ids_are_unique, nothing_empty, nothing_in_its_own_kind, text_fits, who_and_when
from draftkit.word.soundness.fields import fields_are_whole
from draftkit.word.soundness.links import links_lead_somewhere
from draftkit.word.soundness.marks import last_marks_stay
from draftkit.word.soundness.moves import moved_marks_move, moves_come_in_pairs, moves_stand_in_ranges
from draftkit.word.soundness.namespaces import ignored_prefixes_are_declared, names_are_known
from draftkit.word.soundness.notes import comments_are_there, notes_are_cited_once
from draftkit.word.soundness.order import properties_are_in_order
from draftkit.word.soundness.parts import Fault, opened
from draftkit.word.soundness.ranges import bookmarks_are_named_once, ranges_have_two_ends

PART_RULES = (
    text_fits,
    nothing_in_its_own_kind,
    nothing_empty,
    who_and_when,
    moves_come_in_pairs,
    moves_stand_in_ranges,
    moved_marks_move,
    last_marks_stay,
    fields_are_whole,
    ranges_have_two_ends,
    bookmarks_are_named_once,
    properties_are_in_order,
    names_are_known,
    ignored_prefixes_are_declared,
    links_lead_somewhere,
)
"""Asked of each part."""

FILE_RULES = (ids_are_unique, notes_are_cited_once, comments_are_there)
"""Asked of all parts together."""


def faults(data: bytes) -> tuple[str, ...]:
    """Every fault of a .docx that ``open_word`` can open, part by part; none if it is sound."""
    parts, broken = opened(data)
    found: list[Fault] = [fault for part in parts for rule in PART_RULES for fault in rule(part)]
    main = [part for part in parts if "/glossary/" not in part.name]  # building blocks are a document of their own
    found += [fault for rule in FILE_RULES for fault in rule(main)]
    lines = {part.name: part.places() for part in parts if any(fault.part is part for fault in found)}
    said = [f"{fault.part.name}{lines[fault.part.name](fault.element)}: {fault.cause}" for fault in found]
    return tuple(dict.fromkeys((*broken, *said)))
