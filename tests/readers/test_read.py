"""Which reader a file goes to: by its name, and only if it is what its name says."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from draftkit.errors import Unreadable
from draftkit.readers import FORMATS, LARGEST, read
from draftkit.readers import text as text_reader
from draftkit.writers import render

TEXT = "82/14. Safety of submarine cables\n\nThe General Assembly,\n\nRecalling its resolution 80/903,\n\n1. Decides so.\n"
RESOLUTION = text_reader.read(TEXT, "cables.txt").resolution
FILES = {form: render(RESOLUTION, form) for form in ("txt", "md", "yaml", "xml", "docx")}
WRONG = [(form, name) for form in ("yaml", "xml", "docx") for name in sorted(FORMATS) if name.lstrip(".") not in (form, "yml")]


@pytest.mark.parametrize("form", FILES)
def test_a_file_is_read_by_the_end_of_its_name(tmp_path: Path, form: str) -> None:
    file = tmp_path / f"cables.{form.upper()}"
    file.write_bytes(FILES[form])
    assert render(read(file).resolution, "txt") == FILES["txt"]


@pytest.mark.parametrize("form", FILES)
def test_standard_input_is_known_by_how_it_begins(monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FILES[form])))
    assert render(read("-").resolution, "txt") == FILES["txt"]


@pytest.mark.parametrize(("form", "suffix"), WRONG)
def test_a_file_under_a_wrong_name_is_refused_with_the_right_one(tmp_path: Path, form: str, suffix: str) -> None:
    file = tmp_path / f"cables{suffix}"
    file.write_bytes(FILES[form])
    with pytest.raises(Unreadable, match=rf"whatever its name says; name the file \.{form}"):
        read(file)


@pytest.mark.parametrize("suffix", sorted(FORMATS))
def test_what_is_too_large_is_refused_unread(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"large{suffix}"
    with file.open("wb") as stream:
        stream.truncate(LARGEST + 1)
    with pytest.raises(Unreadable, match="larger than 64,000,000 bytes"):
        read(file)


@pytest.mark.parametrize("suffix", sorted(FORMATS))
@pytest.mark.parametrize("data", [b"\0" * 100, bytes(range(256)) * 4, b"PK\x03\x04", b"%PDF-1.7\n%%EOF"])
def test_rubbish_is_one_line(tmp_path: Path, suffix: str, data: bytes) -> None:
    file = tmp_path / f"rubbish{suffix}"
    file.write_bytes(data)
    with pytest.raises(Unreadable) as caught:
        read(file)
    assert str(caught.value).startswith(str(file))
    assert "\n" not in str(caught.value)
