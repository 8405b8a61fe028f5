"""Files from other delegations: whatever is in them, they are read or refused in one line, in bounded time.

Finds of ``tests/fuzz/fuzz_readers.py`` are kept here as cases.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from draftkit.errors import DraftkitError
from draftkit.model import Resolution
from draftkit.readers import Reading, akn, draft, pdf, text, word
from draftkit.writers import render

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
RESOLUTION = text.read((EXAMPLES / "A_RES_80_903.md").read_text(encoding="utf-8"), "example.md").resolution

Read = Callable[[bytes], Reading]
READERS: dict[str, Read] = {
    "xml": lambda data: akn.read(data, "a.xml"),
    "yaml": lambda data: draft.read(data.decode("utf-8", "replace"), "a.yaml"),
    "txt": lambda data: text.read(data.decode("utf-8", "replace"), "a.txt"),
    "docx": lambda data: word.read(data, "a.docx", word.Mode.ACCEPT),
    "pdf": lambda data: pdf.read(data, "a.pdf"),
}
SOURCES = {form: render(RESOLUTION, form) for form in ("xml", "yaml", "txt", "docx")}


def is_read_or_refused(read: Read, data: bytes) -> None:
    """What is read can be written; what is not is one line that begins with the file."""
    found = outcome(read, data)
    if isinstance(found, str):
        assert found.startswith("a.")
        assert "\n" not in found
    else:
        assert render(found, "txt")
        assert render(found, "yaml")


def outcome(read: Read, data: bytes) -> Resolution | str:
    """The resolution, or the line that refuses the file."""
    try:
        return read(data).resolution
    except DraftkitError as error:
        return str(error)


@st.composite
def damaged(draw: st.DrawFn, source: bytes) -> bytes:
    """A file with stretches cut out, doubled, swapped for others of the file, or with bytes changed."""
    data = source
    for _ in range(draw(st.integers(1, 4))):
        start, end = sorted(draw(st.tuples(st.integers(0, len(data)), st.integers(0, len(data)))))
        piece = data[start:end]
        what = draw(st.sampled_from(["cut", "double", "change", "end"]))
        if what == "cut":
            data = data[:start] + data[end:]
        elif what == "double":
            data = data[:end] + piece[:2000] + data[end:]
        elif what == "end":
            data = data[:end]
        else:
            data = data[:start] + draw(st.binary(max_size=6)) + data[start + 3 :]
    return data


def rezipped(part: str, content: bytes) -> bytes:
    """The Word file with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(SOURCES["docx"])) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, content if name == part else source.read(name))
    return out.getvalue()


def part_of_word(name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(SOURCES["docx"])) as source:
        return source.read(name)


MANY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("form", SOURCES)
def test_a_damaged_file_is_read_or_refused(form: str) -> None:
    @MANY
    @given(damaged(SOURCES[form]))
    def holds(data: bytes) -> None:
        is_read_or_refused(READERS[form], data)

    holds()


@pytest.mark.parametrize("part", ["word/document.xml", "word/footnotes.xml", "word/styles.xml"])
def test_a_word_file_with_a_damaged_part_is_read_or_refused(part: str) -> None:
    @MANY
    @given(damaged(part_of_word(part)))
    def holds(content: bytes) -> None:
        is_read_or_refused(READERS["docx"], rezipped(part, content))

    holds()


@pytest.mark.parametrize("form", READERS)
@given(data=st.binary(max_size=300))
@MANY
def test_random_bytes_are_read_or_refused(form: str, data: bytes) -> None:
    is_read_or_refused(READERS[form], data)


FINDS: list[tuple[str, bytes]] = [
    ("txt", b"879/37. Safety of submarine cables\n\nThe General Assembly,\n\nRecalling its resolutions,\n\n1. Decides so.\n"),
    ("docx", rezipped("word/_rels/document.xml.rels", b'<Relationships><Relationship Id="rId1" Type="styles"/></Relationships>')),
]
"""What fuzzing found: a session that there is not, a part without a name."""


@pytest.mark.parametrize(("form", "data"), FINDS, ids=range(len(FINDS)))
def test_what_fuzzing_found_is_read_or_refused(form: str, data: bytes) -> None:
    is_read_or_refused(READERS[form], data)
