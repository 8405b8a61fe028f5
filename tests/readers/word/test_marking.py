"""Content and the string that a chunk holds: what is read of it is what was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit import inline
from draftkit.model import Callout, Content, Text
from draftkit.readers.page.marks import pieces
from draftkit.readers.word.marking import marked, with_plain_label

WORDS = st.text(alphabet="ab* ^\\[]{}|_#-+.()1\u00a0", min_size=1, max_size=12)
RUNS = st.builds(Text, WORDS, st.booleans(), st.booleans())
RAISED = st.builds(Text, st.text(alphabet="ab12,", min_size=1, max_size=60), st.booleans(), st.booleans(), st.just(True))
CALLOUTS = st.builds(Callout, st.sampled_from(("0", "1")))


@given(st.lists(RUNS | RAISED | CALLOUTS, max_size=6))
def test_what_is_marked_is_read_back(parts: list[Text | Callout]) -> None:
    content = inline.tidy(parts)
    assert pieces(marked(content), lambda key, before: Callout(key), exact=True) == content


@pytest.mark.parametrize(
    ("content", "plain"),
    [
        ((Text("3. Urges", italic=True), Text(" States")), (Text("3. "), Text("Urges", italic=True), Text(" States"))),
        ((Text("(a)", bold=True), Text(" All")), (Text("(a) All"),)),
        ((Text("4 bis. ", italic=True), Text("Urges", italic=True)), (Text("4 bis. "), Text("Urges", italic=True))),
        ((Text("Urges", italic=True),), (Text("Urges", italic=True),)),
        ((Text("2030", italic=True), Text(" Agenda")), (Text("2030", italic=True), Text(" Agenda"))),
        ((), ()),
    ],
)
def test_a_typed_label_has_no_format(content: Content, plain: Content) -> None:
    assert with_plain_label(content) == plain
