"""Which typed numbers count in this text, and which the words around them give to another."""

from __future__ import annotations

import pytest

from draftkit.assemble.typed_references import LIST, is_elsewhere, where


def found(text: str) -> tuple[str, str, bool]:
    """The first list of a text, the words that say where it counts, and whether it counts elsewhere."""
    match = LIST.search(text)
    assert match
    said = where(text, match.end())
    return match[0], said[0].strip() if said else "", is_elsewhere(text, match)


@pytest.mark.parametrize(
    ("text", "written", "said"),
    [
        ("see paragraphs 2, 3 and 11 (a) above,", "paragraphs 2, 3 and 11 (a)", "above"),
        ("see paras. 2–4 below", "paras. 2–4", "below"),
        ("see subparagraph (a) (ii) above", "subparagraph (a) (ii)", "above"),
        ("see paragraph\u00a02 of\u00a0the present resolution", "paragraph\u00a02", "of\u00a0the present resolution"),
        ("see paragraph 2 of section II above", "paragraph 2", "of section II above"),
        ("see paragraph 2 of annex I to the present resolution", "paragraph 2", "of annex I to the present resolution"),
        ("see paragraph 2 of this article", "paragraph 2", "of this article"),
        ("see paragraph 2 aboveboard", "paragraph 2", ""),
        ("see paragraph 2 since 2007", "paragraph 2", ""),
    ],
)
def test_where_a_list_counts(text: str, written: str, said: str) -> None:
    assert found(text)[:2] == (written, said)


@pytest.mark.parametrize(
    "text",
    ["paragraph 4 of its report", "article 2, paragraph 7", "paragraph 4 thereof", "resolution 80/901, paragraph 2", "paragraph 3 in chapter IV",
     "the Plan, in particular paragraph 2", "paragraph 1.5", "paragraph 3 bis", "see paragraph 2"],
)  # fmt: skip
def test_other_texts(text: str) -> None:
    assert found(text)[1:] == ("", True)


@pytest.mark.parametrize("text", ["data under paragraph 20 since 2007", "the present resolution, in particular paragraph 2,", "in paragraph 3;"])
def test_what_nobody_can_tell(text: str) -> None:
    assert found(text)[1:] == ("", False)
