"""Edits in the plain characters of a paragraph keep marks and formats."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from draftkit import inline
from draftkit.inline import MARK, flat
from draftkit.model import Callout, Ref, Text
from draftkit.roll.edits import Edit, replaced

RULE = "session/next"

pieces = st.one_of(
    st.builds(Text, st.text("ab ", min_size=1, max_size=5), st.booleans()),
    st.builds(Callout, st.sampled_from(("n1", "n2"))),
    st.builds(Ref, st.sampled_from(("p1", "p2"))),
)
contents = st.lists(pieces, max_size=6).map(inline.join)


@given(contents, st.data())
def test_an_edit_changes_its_characters_and_keeps_every_mark(content, data) -> None:
    text = flat(content)
    start = data.draw(st.integers(0, len(text)))
    end = start
    while end < len(text) and text[end] != MARK and data.draw(st.booleans()):
        end += 1
    new = data.draw(st.text("xy", max_size=3))
    assert flat(replaced(content, (Edit(start, end, new, RULE),))) == text[:start] + new + text[end:]


def test_edits_do_not_disturb_each_other() -> None:
    content = inline.parse("one *two*[^n1] three")
    edits = (Edit(0, 3, "1", RULE), Edit(4, 7, "2", RULE), Edit(9, 14, "3", RULE))
    assert inline.format(replaced(content, edits)) == "1 *2*[^n1] 3"
