"""What a place of the text is called by whoever reads it on paper: "paragraph 10 (a)", "footnote 3", "masthead".

Example:
    >>> places(resolution)["reporting-all"], names(resolution)["reporting-all"]
    ('paragraph 10 (a)', 'paragraph 10 (a) (reporting-all)')
"""

from __future__ import annotations

from draftkit.assemble import numbers
from draftkit.assemble.printed import note_numbers
from draftkit.model import Block, ClauseEntry, Heading, Opaque, Paragraph, Resolution, Table
from draftkit.tree import Section, walk

MASTHEAD = "masthead"
TITLE = "title"
FORMULA = "formula"
NOTE = "note "
"""What stands before the id of a note where a place is named."""

_FIXED = {TITLE: "title", FORMULA: "enacting formula", MASTHEAD: "masthead"}
_KINDS = {Heading: "heading", Table: "table", ClauseEntry: "clause"}


def places(resolution: Resolution) -> dict[str, str]:
    """What every place that has text is called, by the id that a finding or a change carries ("title", "note x" too)."""
    found = dict(_FIXED)
    paths = numbers.paths(resolution)
    ordinals: dict[int, int] = {}
    for part in resolution.parts:
        found |= {annex.id: f"title of {annex.label or 'the annex'}" for annex in part.annexes}
    for place in walk(resolution):
        block, number, at = place.block, " ".join(paths.get(place.block.id, ())), place.scope[0]
        if place.section is Section.PREAMBLE and isinstance(block, Paragraph):
            ordinals[at] = ordinals.get(at, 0) + (place.depth == 0)
            number = f"{ordinals[at]} {number}".rstrip() if place.depth else str(ordinals[at])
        found[block.id] = f"{_kind(block, place.section)}{' ' + number if number else ''}"
    numbered = note_numbers(resolution)
    for note in resolution.notes:
        found[f"{NOTE}{note.id}"] = f"footnote{f' {numbered[note.id]}' if note.id in numbered else ''}"
    return found


def names(resolution: Resolution) -> dict[str, str]:
    """The same with the id, as a message has it: "paragraph 10 (a) (reporting-all)", "the masthead"."""
    titles = {annex.id for part in resolution.parts for annex in part.annexes}
    return {
        key: f"{'the ' if key in _FIXED or key in titles else ''}{name}{'' if key in _FIXED else f' ({key.removeprefix(NOTE)})'}"
        for key, name in places(resolution).items()
    }


def _kind(block: Block, section: Section) -> str:
    if isinstance(block, Opaque):
        return block.kind
    for kind, name in _KINDS.items():
        if isinstance(block, kind):
            return name
    return {Section.PREAMBLE: "preambular paragraph", Section.ANNEX: "annex paragraph"}.get(section, "paragraph")
