"""What ends a line, whatever wrote the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from draftkit import inline
from draftkit.readers import read
from draftkit.readers.decoding import decoded

BREAKS = ["\v", "\f", "\x85", "\u2028", "\u2029"]
"""Word copies a manual line break as the first."""


@pytest.mark.parametrize("mark", BREAKS)
def test_words_of_a_text_are_not_joined(tmp_path: Path, mark: str) -> None:
    file = tmp_path / "a.txt"
    file.write_text(f"The General Assembly,\n\nRecalling its resolutions on submarine{mark}cables,\n\n1. Decides so.\n", "utf-8")
    (recalling,) = read(file).resolution.parts[0].preamble
    assert "submarine cables" in inline.plain(recalling.content)  # type: ignore[union-attr]


@pytest.mark.parametrize("mark", BREAKS)
def test_words_of_a_draft_are_not_joined_nor_its_blocks_ended(tmp_path: Path, mark: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(f"draftkit: 1\noperative:\n  - text: |-\n      *Notes* submarine{mark}cables;\n", "utf-8")
    (notes,) = read(file).resolution.parts[0].operative
    assert inline.plain(notes.content) == "Notes submarine cables;"  # type: ignore[union-attr]


@pytest.mark.parametrize("mark", BREAKS)
def test_the_grammar_takes_them_for_blanks(mark: str) -> None:
    assert inline.plain(inline.parse(f"submarine{mark} {mark}cables{mark}")) == "submarine cables"


def test_what_windows_writes_keeps_its_ellipsis(tmp_path: Path) -> None:
    """Byte 85 is an ellipsis there, and no line end."""
    file = tmp_path / "a.txt"
    file.write_bytes("The General Assembly,\n\nRecalling … its resolution’s aim,\n\n1. Decides so.\n".encode("cp1252"))
    (recalling,) = read(file).resolution.parts[0].preamble
    assert "… its" in inline.plain(recalling.content)  # type: ignore[union-attr]


TYPED = "The General Assembly,\n\nRecalling the State’s “report” – née Côte d’Ivoire – on it,\n\n1. Decides so.\n"


@pytest.mark.parametrize("mark", [b"", b"\xff\xfe"], ids=["without mark", "with mark"])
def test_wide_characters_little_end_first(mark: bytes) -> None:
    assert decoded(mark + TYPED.encode("utf-16-le")) == TYPED


@pytest.mark.parametrize("mark", [b"", b"\xfe\xff"], ids=["without mark", "with mark"])
def test_wide_characters_big_end_first(mark: bytes) -> None:
    assert decoded(mark + TYPED.encode("utf-16-be")) == TYPED


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "mac_roman"])
def test_narrow_characters(encoding: str) -> None:
    assert decoded(TYPED.encode(encoding)) == TYPED


@pytest.mark.parametrize("data", [b"\0" * 100, b"PNG\0\0\0\1" * 20, bytes(range(256))])
def test_what_is_no_text_is_none(data: bytes) -> None:
    assert decoded(data) is None
