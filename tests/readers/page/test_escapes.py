"""What is escaped is read back as it was, and is neither a row nor a heading."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from draftkit import inline
from draftkit.model import Callout
from draftkit.readers.page import forms
from draftkit.readers.page.escapes import escaped, escaped_start
from draftkit.readers.page.marks import pieces


@given(st.text("ab*^\\|#-+ [1.", max_size=12).map(str.strip))
def test_escaped_text_is_read_back(text: str) -> None:
    chunk = escaped_start(escaped(text))
    assert inline.plain(pieces(chunk, lambda key, before: Callout(key), exact=True)) == " ".join(text.split())
    assert not forms.is_row(chunk)
    assert not forms.is_bold(chunk)
