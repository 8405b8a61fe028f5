"""Word files as pandoc reads them: no paragraph, no italics and no note is lost or turned round."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from draftkit.model import Callout, Text
from draftkit.readers.page.marks import pieces
from draftkit.readers.word.document import page_of
from draftkit.word.package import open_word
from draftkit.word.revisions import Mode, resolve

WRAPPED = {"Strong": 0, "Underline": 0, "Strikeout": 0, "Superscript": 0, "Subscript": 0, "SmallCaps": 0, "Link": 1, "Span": 1, "Quoted": 1}
"""Inline elements that hold others, and where in theirs."""
NO_TEXT = re.compile(r"\[(?:image|diagram|equation|chart|object|drawing)[^\]]*\]")


class Seen:
    """The words, the letters in italics, and the words of the notes, in order."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.italics = ""
        self.notes: list[list[str]] = []

    def say(self, runs: list[tuple[str, bool]]) -> None:
        said = "".join(words for words, _ in runs).replace("\u00a0", " ").replace("\u00ad", "")
        self.words += NO_TEXT.sub(" ", said).split()
        self.italics += re.sub(r"\W", "", "".join(words for words, italic in runs if italic))


def pandoc(path: str, change: str = "accept") -> Seen:
    import pypandoc

    seen = Seen()
    for block in json.loads(pypandoc.convert_file(path, "json", extra_args=[f"--track-changes={change}"]))["blocks"]:
        for inlines in paragraphs(block):
            seen.say(list(runs(inlines, False, seen)))
    return seen


def paragraphs(block: Any) -> Iterator[Any]:
    """The paragraphs of a block of pandoc's, those of lists and tables with them."""
    content = block.get("c")
    if block["t"] in ("Para", "Plain"):
        yield content
    elif block["t"] == "Header":
        yield content[2]
    elif block["t"] != "HorizontalRule":
        yield from nested(content)


def nested(value: Any) -> Iterator[Any]:
    if isinstance(value, dict) and value.get("t") in ("Para", "Plain", "Header", "BulletList", "OrderedList", "BlockQuote", "Table", "Div"):
        yield from paragraphs(value)
    elif isinstance(value, list):
        for item in value:
            yield from nested(item)


def runs(inlines: Any, italic: bool, seen: Seen) -> Iterator[tuple[str, bool]]:
    for element in inlines:
        kind, content = element["t"], element.get("c")
        if kind == "Str":
            yield content, italic
        elif kind in ("Space", "SoftBreak", "LineBreak"):
            yield " ", italic
        elif kind == "Emph":
            yield from runs(content, True, seen)
        elif kind in WRAPPED:
            yield from runs(content if not WRAPPED[kind] else content[1], italic, seen)
        elif kind == "Note":
            note = Seen()
            for block in content:
                for paragraph in paragraphs(block):
                    note.say(list(runs(paragraph, False, note)))
            seen.notes.append(note.words)


def ours(data: bytes, mode: Mode = Mode.ACCEPT) -> Seen:
    seen = Seen()
    page = page_of(resolve(open_word(data, "x.docx"), mode))
    for chunk in page.chunks:
        for text in [cell.text for cell in chunk.cells] or [chunk.text]:
            seen.say(said(text))
    seen.notes = ["".join(words for words, _ in said(note.text)).replace("\u00a0", " ").split() for note in page.notes]
    return seen


def said(text: str) -> list[tuple[str, bool]]:
    found = pieces(text, lambda key, before: Callout("x"), exact=True)
    return [(piece.text, piece.italic) for piece in found if isinstance(piece, Text)]


def test_a_document_of_python_docx(tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_heading("Oceans and the law of the sea", 1)
    first = document.add_paragraph()
    first.add_run("Recalling").italic = True
    first.add_run(" its resolution\u00a077/108,\nand ")
    first.add_run("noting").italic = True
    for words in ("Urges States", "Requests the Secretary-General"):
        document.add_paragraph(words, style="List Number")
    table = document.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Merged"
    table.cell(0, 2).text, table.cell(1, 0).text = "c", "d"
    table.cell(1, 1).add_paragraph("Second").runs[0].italic = True
    document.add_paragraph("The end", style="Intense Quote")
    path = tmp_path / "built.docx"
    document.save(str(path))
    seen, theirs = ours(path.read_bytes()), pandoc(str(path))
    assert [word for word in seen.words if not re.fullmatch(r"\d\.", word)] == theirs.words
    assert [word for word in seen.words if re.fullmatch(r"\d\.", word)] == ["1.", "2."]  # pandoc leaves the numbers to its lists
    assert seen.italics.replace("Theend", "") == theirs.italics  # and italics of styles it does not know to their names


@pytest.mark.corpus
def test_word_files_of_the_united_nations(corpus: Path) -> None:
    paths = [*(corpus / "docx" / "unfccc").glob("*.docx"), *(corpus / "docx" / "secretariat").glob("*.docx")]
    for path in paths:
        seen, theirs = ours(path.read_bytes()), pandoc(str(path))
        assert seen.notes == theirs.notes, path.name
        assert seen.italics == theirs.italics, path.name
        rest = iter(seen.words)
        assert [word for word in theirs.words if word not in rest] == [], path.name  # each after the one before it


@pytest.mark.corpus
@pytest.mark.parametrize("mode", Mode)
def test_files_of_every_kind(corpus: Path, mode: Mode) -> None:
    paths = sorted((corpus / "docx" / "wmlcomparer").rglob("*.docx"))
    for path in [path for path in paths if "Style-Added" not in path.name]:  # pandoc does not look into styles of paragraphs
        seen, theirs = ours(path.read_bytes(), mode), pandoc(str(path), mode.value)
        assert seen.notes == theirs.notes, path.name
        assert seen.italics == theirs.italics or "Text" in path.name, path.name  # it leaves text boxes out
        assert lost(theirs.words, seen.words) == [], path.name


def lost(theirs: list[str], seen: list[str]) -> list[str]:
    """The words that only pandoc has, in any place: it puts text boxes elsewhere."""
    return sorted((Counter(theirs) - Counter(seen)).elements())
