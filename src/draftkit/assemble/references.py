"""Internal cross-references: how they are printed, and putting "above" and "below" right (un-rules D1-D4).

A reference is a mark ([[id]]); its words ("paragraph", "above") are literal. What is printed for the mark follows from
its surroundings:

    paragraph [[reporting-all]] above            paragraph 10 (a) above
    subparagraph [[reporting-all]] above         subparagraph (a) above          within paragraph 10
    paragraphs [[reporting-all]] and [[reporting-host]] above
                                                 paragraphs 10 (a) and (b) above
    subparagraphs [[reporting-all]] and [[reporting-host]] of paragraph [[reporting]] above
                                                 subparagraphs (a) and (b) of paragraph 10 above
    [[reporting-all|full]], [[reporting-all|label]]: the long and the short form whatever the surroundings
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence

from draftkit.model import Inline, Ref, Text

LABEL = "label"
FULL = "full"

BLANK = r"[ \u00a0]"
HEAD = rf"(?:(?:sub)?paragraphs?|paras?\.){BLANK}"
JOINER = rf"(?:,{BLANK}(?:(?:and|or){BLANK})?|{BLANK}(?:and/or|and|or|to){BLANK}|–)"
"""Regular expressions of a list of references: its word, and what may stand between two of its numbers (un-rules D1, D5)."""
LONGEST = 200
"""No list has more numbers: the longest on record has 11. It keeps the work on a text made to be slow in proportion."""

_JOINER = re.compile(JOINER)
_OF_PARAGRAPH = re.compile(rf"{BLANK}of{BLANK}paragraph{BLANK}", re.IGNORECASE)
_SUBPARAGRAPH = re.compile(rf"\bsubparagraphs?{BLANK}$", re.IGNORECASE)

Path = tuple[str, ...]


class ScopedPath(Path):
    """A path that knows in which numbering it counts: the list and the stretch of it that is numbered from 1.

    Paragraph 1 of part A and paragraph 1 of part B have equal paths but share nothing: "paragraphs 1 (a) and 1 (b)".
    """

    scope: Hashable

    def __new__(cls, labels: Iterable[str], scope: Hashable) -> ScopedPath:
        made = super().__new__(cls, labels)
        made.scope = scope
        return made


def printed_form(content: Sequence[Inline], at: int, own: Path, paths: Mapping[str, Path]) -> str:
    """What the reference ``content[at]`` prints in the paragraph with the path ``own``.

    A target that is not in ``paths`` (gone, or without a number) prints as its mark.
    """
    ref = content[at]
    assert isinstance(ref, Ref)
    path = paths.get(ref.target)
    if path is None:
        return f"[[{ref.target}]]"
    if ref.form == FULL:
        return " ".join(path)
    previous = _previous_in_list(content, at)
    if previous is not None:
        before = paths.get(_ref(content, previous).target, ())
        shared = _common(before, path)
        if shared and shared < min(len(before), len(path)):
            return " ".join(path[shared:])
    if len(path) == 1:
        return path[0]
    if _common(own, path) and (ref.form == LABEL or _begins_with_subparagraph(content, at)):
        return " ".join(path[1:])
    outer = _outer(content, at, paths)
    if outer and _common(outer, path) == len(outer) < len(path):
        return " ".join(path[len(outer) :])
    return " ".join(path)


def _ref(content: Sequence[Inline], at: int) -> Ref:
    piece = content[at]
    assert isinstance(piece, Ref)
    return piece


def _previous_in_list(content: Sequence[Inline], at: int) -> int | None:
    """The index of the reference before this one in the same list ("11 (a) and (b)"), or ``None``."""
    if at < 2:
        return None
    joiner, before = content[at - 1], content[at - 2]
    linked = isinstance(joiner, Text) and _JOINER.fullmatch(joiner.text)
    return at - 2 if linked and isinstance(before, Ref) else None


def _begins_with_subparagraph(content: Sequence[Inline], at: int) -> bool:
    """Whether the list that this reference belongs to is introduced by "subparagraph"."""
    start = at
    while (before := _previous_in_list(content, start)) is not None and at - start < 2 * LONGEST:
        start = before
    lead = content[start - 1] if start else None
    return isinstance(lead, Text) and bool(_SUBPARAGRAPH.search(lead.text))


def _outer(content: Sequence[Inline], at: int, paths: Mapping[str, Path]) -> Path:
    """The path of the paragraph named after a list of its subparagraphs ("subparagraph (a) of paragraph 10"), or ()."""
    end = at
    while end + 2 < len(content) and _previous_in_list(content, end + 2) == end and end - at < 2 * LONGEST:
        end += 2
    after = content[end + 1 : end + 3]
    if len(after) < 2 or not (isinstance(after[0], Text) and _OF_PARAGRAPH.fullmatch(after[0].text)):
        return ()
    named = after[1]
    return paths.get(named.target, ()) if isinstance(named, Ref) and _begins_with_subparagraph(content, at) else ()


def _common(one: Path, other: Path) -> int:
    """How many labels two paths begin with in common: none if they count in different numberings."""
    if getattr(one, "scope", None) != getattr(other, "scope", None):
        return 0
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
