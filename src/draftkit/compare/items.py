"""The printed lines of a resolution as items to align.

Example:
    >>> item(Line("p1", Role.OPERATIVE, (Run("Urges States;"),), "1."))
    Item(key='p1', family='paragraph', text='Urges States;', standing=False)
"""

from __future__ import annotations

from draftkit.assemble.printed import Line, Role
from draftkit.compare.align import Item

PARAGRAPH = "paragraph"

_FAMILIES = {
    Role.PREAMBULAR: PARAGRAPH,
    Role.OPERATIVE: PARAGRAPH,
    Role.ITEM: PARAGRAPH,
    Role.ANNEX_PARAGRAPH: PARAGRAPH,
    Role.OPAQUE: PARAGRAPH,  # one text may have been read better than the other
    Role.SECTION_HEADING: "heading",
    Role.ANNEX_TITLE: "heading",
    Role.PART_TITLE: "heading",
    Role.SECTION_NUMBER: "number",
}
"""Lines of one family may be one line; other roles only pair with their own kind."""

_STANDING = frozenset({Role.FORMULA, Role.MEETING, Role.PART_LABEL, Role.PART_TITLE, Role.ANNEX_LABEL, Role.SECTION_NUMBER})
"""Short lines that are known by where they stand: "9 December 2021" is the line that was "15 December 2020"."""


def item(line: Line) -> Item:
    """A line by its id. The rows of a table are only counted, so a new first row would shift them all: words pair them."""
    if line.role is Role.ROW:  # cells are compared one by one, so both rows must have the same
        return Item("", f"row {line.spans}", line.text)
    return Item(line.key, family(line), line.text, line.role in _STANDING)


def family(line: Line) -> str:
    """What a line may be paired with."""
    return _FAMILIES.get(line.role, line.role.value)
