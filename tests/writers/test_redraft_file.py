"""A draft's file rewritten: encoding, mark and the line ends of each line stay, and so does every character not changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core_strategies import resolutions
from draftkit import inline
from draftkit.errors import DraftkitError
from draftkit.model import ClauseEntry, Paragraph, Resolution
from draftkit.readers import draft as drafts
from draftkit.readers.decoding import decoded
from draftkit.writers import draft
from draftkit.writers.redraft_file import redrafted_file
from draftkit.yaml_edit import plain

SOURCE = "draftkit: 1\ntitle: Câbles  # a\vb\u2028c\u0085d\noperative:\n  # why\n  - id: urges\n    text: |-\n      Urges\v“all”;\n"
ENTRY = "  - clause: seized/remain@1\n    id: seized\n"
LATIN = SOURCE.replace("\u2028", "").replace("\u0085", "")


def read(source: str) -> Resolution:
    return drafts.read(source, "draft.yaml").resolution


def with_entry(text: Resolution) -> Resolution:
    """The text with a call for a clause at its end."""
    *others, last = text.parts
    return replace(text, parts=(*others, replace(last, operative=(*last.operative, ClauseEntry("seized", "seized/remain@1")))))


def rewritten(data: bytes, new: Resolution | None = None) -> bytes:
    typed = decoded(data) or ""
    old = read(plain(typed))
    return redrafted_file(data, typed, "draft.yaml", old, new or with_entry(old), read)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("source", "mark", "encoding"),
    [
        (SOURCE, b"", "utf-8"),
        (SOURCE, b"\xef\xbb\xbf", "utf-8"),
        (SOURCE, b"\xff\xfe", "utf-16-le"),
        (SOURCE, b"\xfe\xff", "utf-16-be"),
        (SOURCE, b"", "utf-16-le"),
        (LATIN, b"", "cp1252"),
        (LATIN, b"", "mac_roman"),
    ],
)
def test_a_file_keeps_its_encoding_and_all_of_its_characters(source: str, mark: bytes, encoding: str, ends: str) -> None:
    data, anew = (mark + text.replace("\n", ends).encode(encoding) for text in (source, source + ENTRY))
    assert rewritten(data) == anew


def test_line_ends_of_several_kinds_stay_and_a_new_line_ends_as_most_do() -> None:
    lines = SOURCE.split("\n")[:-1]
    for odd in range(len(lines)):
        typed = "".join(line + ("\r\n" if at == odd else "\n") for at, line in enumerate(lines))
        anew = rewritten(typed.encode()).decode()
        last = odd == len(lines) - 1
        assert anew == typed + (ENTRY.removesuffix("\n") + "\r\n" if last else ENTRY)


def test_what_the_encoding_does_not_have_is_refused() -> None:
    data = LATIN.encode("cp1252")
    old = read(plain(LATIN))
    (part,) = old.parts
    other = replace(old, parts=(replace(part, operative=(*part.operative, Paragraph("asks", inline.parse("Asks Muş;")))),))
    with pytest.raises(DraftkitError, match=r'cp1252, which has no "ş" \(U\+015F\); save it as UTF-8'):
        rewritten(data, other)


def test_bytes_that_are_no_characters_are_not_lost_unsaid() -> None:
    with pytest.raises(DraftkitError, match="would be lost"):
        rewritten(LATIN.encode("cp1252") + b"# \x81\n")


@settings(deadline=None, max_examples=50)
@given(resolutions, st.lists(st.sampled_from(["\n", "\r\n", "\r"]), min_size=1))
def test_nothing_changes_where_nothing_is_changed_and_what_comes_in_is_all(old: Resolution, ends: list[str]) -> None:
    lines = draft.write(old).split("\n")[:-1]
    typed = "".join(line + ends[at % len(ends)] for at, line in enumerate(lines))
    assert rewritten(typed.encode(), read(plain(typed))) == typed.encode()
    anew = rewritten(typed.encode()).decode()
    assert read(plain(anew)) == with_entry(read(plain(typed)))
