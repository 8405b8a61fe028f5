"""Which element is what: the names that Akoma Ntoso gives to headings, texts, lists and frames, and how the files use them.

In: an element. Out: whether it is a line of text, the head of a section, a lettered heading ... Nothing is read here.

Example:
    >>> is_text(p), holds_blocks(container)  # <container><p>Urges States</p></container>
    (True, True)
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from draftkit.readers.akn.elements import NS, local_name, text
from draftkit.readers.akn.inlines import SET_AFTER
from draftkit.readers.compose import NUMBER_ALONE

HEADINGS = frozenset({"heading", "subheading", "crossHeading"})
TEXTS = frozenset({"p", "listIntroduction", "listWrapUp", "block", "wrap", "interstitial", "longTitle", "docTitle", "tocItem"})
NUMBERED = frozenset({"paragraph", "subparagraph", "point", "item", "indent", "alinea", "li", "clause", "subclause"})
LISTS = frozenset({"content", "intro", "wrapUp", "list", "sublist", "blockList", "ul", "ol"})
CONTAINERS = frozenset(
    """preface preamble mainBody conclusions container section subsection formula recitals recital citations citation body
    part subpart chapter subchapter title subtitle book tome article rule subrule proviso division subdivision level
    hcontainer transitional blockContainer tblock toc quotedStructure embeddedStructure attachments attachment doc
    component components""".split()
)
WORDED = TEXTS | LISTS
"""What the text of a numbered paragraph stands in."""
BLOCKS = HEADINGS | TEXTS | NUMBERED | LISTS | CONTAINERS | SET_AFTER
CELLS = frozenset({"td", "th"})
ROW_GROUPS = frozenset({"thead", "tbody", "tfoot"})
TITLE_CLASSES = frozenset({"H1", "HCh", "H23", "H4"})
"""Styles of headings in the Word files that the XML was made of (see the styles in ``templates/``)."""


def table_rows(table: Any) -> Iterator[Any]:
    """The rows of a table, not those of a table in one of its cells."""
    for child in table:
        if local_name(child) == "tr":
            yield child
        elif local_name(child) in ROW_GROUPS:
            yield from child.iterchildren(f"{NS}tr")


def is_in_place(name: str, frame: str) -> bool:
    """Whether an element belongs where it stands in a table: a cell in a row, a caption in the table itself."""
    return (name in CELLS and frame == "tr") or (name == "caption" and frame == "table")


def is_unread(element: Any) -> bool:
    """Whether it is what our own files keep of something that could not be read."""
    return local_name(element) == "block" and element.get("name") == "unread"


def is_text(element: Any) -> bool:
    """Whether an element is a line of text, not a frame around blocks."""
    blocks = [local_name(child) in BLOCKS for child in element]
    if local_name(element) not in TEXTS or not any(blocks):
        return not any(blocks)
    own = (element.text, *(child.tail for child in element))
    return not all(blocks) or any(said and not said.isspace() for said in own)


def holds_blocks(element: Any) -> bool:
    """Whether blocks stand in an element, however deep."""
    return any(local_name(inside) in BLOCKS for child in element for inside in child.iter())


def is_section(element: Any, label: str) -> bool:
    """Whether a numbered paragraph is the head of a section: a numeral ("II", "A.") alone or with a heading."""
    if not NUMBER_ALONE.fullmatch(label):
        return False
    children = [local_name(child) for child in element]
    return element.get("class") in TITLE_CLASSES or children == ["num"] or not HEADINGS.isdisjoint(children)


def is_lettered(section: Any) -> bool:
    """Whether the number of a section stands on the line of its heading ("A. Cables")."""
    names = [local_name(child) for child in section[:2]]
    return names == ["num", "heading"] and text(section[0]).endswith(".")


def nesting(element: Any) -> int | None:
    """The depth of a point inside nested lists; flat paragraphs do not know theirs."""
    if local_name(element) == "paragraph":
        return None
    above = [local_name(parent) for parent in element.iterancestors()]
    return max(1, sum(above.count(name) for name in ("list", "sublist", "blockList", "ul", "ol")))


def only_number(paragraph: Any) -> bool:
    """A section's numeral alone in a paragraph."""
    around = f"{paragraph.text or ''}{paragraph[0].tail or ''}" if len(paragraph) == 1 else "x"
    return not around.strip() and local_name(paragraph[0]) == "num"
