"""Rules of paragraph marks: the last one of a body, a cell or a note can neither come nor go.

Word keeps a paragraph at the end of each of these, and has nothing to run it together with (ECMA-376 part 1, 17.3.1.29 and
17.13.5.15; 17.4.65: a cell ends with a paragraph).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from draftkit.word.package import W
from draftkit.word.soundness.parts import CONTAINERS, Fault, Part

_STORIES = {
    f"{W}body": "the text",
    f"{W}tc": "a cell",
    f"{W}footnote": "a footnote",
    f"{W}endnote": "an endnote",
    f"{W}comment": "a comment",
    f"{W}hdr": "a header",
    f"{W}ftr": "a footer",
    f"{W}txbxContent": "a text box",
}
_BLOCKS = frozenset({f"{W}p", f"{W}tbl"})
_AROUND = frozenset({f"{W}sdt", f"{W}sdtContent", f"{W}customXml"})


def last_marks_stay(part: Part) -> Iterator[Fault]:
    """The last mark is no change, except in a row that comes or goes as a whole; there is a paragraph after a last table."""
    for story in part.root.iter(*_STORIES):
        last = _last(story)
        if last is None:
            if story.tag == f"{W}tc":
                yield Fault(part, story, "a cell without a paragraph")
        elif last.tag == f"{W}tbl":
            if story.tag == f"{W}tc":
                yield Fault(part, story, "a cell that ends with a table")
        elif (change := _change(last)) is not None and not _is_whole_row(story):
            yield Fault(part, last, f"the last paragraph mark of {_STORIES[story.tag]} is {change}")


def _last(story: Any) -> Any | None:
    """The paragraph or table that ends it."""
    for child in reversed(story):
        if child.tag in _BLOCKS:
            return child
        if child.tag in _AROUND and (inside := _last(child)) is not None:
            return inside
    return None


def _change(paragraph: Any) -> str | None:
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    tags = () if mark is None else (child.tag for child in mark if child.tag in CONTAINERS)
    return next((f"w:{tag.rpartition('}')[2]}" for tag in tags), None)


def _is_whole_row(story: Any) -> bool:
    """Whether a cell stands in a row that is inserted or deleted; Word marks the paragraphs in it as well."""
    rows = story.iterancestors(f"{W}tr") if story.tag == f"{W}tc" else ()
    return any(row.find(f"{W}trPr/{tag}") is not None for row in rows for tag in CONTAINERS)
