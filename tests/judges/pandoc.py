"""pandoc's readings of a Word file, all changes accepted or rejected."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path
from typing import Any

import pytest

_SIGNS = {"Emph": "*", "Strong": "**"}
_BLANKS = frozenset({"Space", "SoftBreak", "LineBreak"})
_WRAPPERS = frozenset({"Superscript", "Subscript", "Underline", "Strikeout", "SmallCaps"})


def lines(data: bytes, way: str, *, formats: bool = False) -> list[str]:
    """The paragraphs, a row a line, notes as {fn: text}; with formats, italics as *...* and bold as **...**."""
    pypandoc = pytest.importorskip("pypandoc", reason="needs pandoc, which is not here")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "redline.docx"
        file.write_bytes(data)
        tree = json.loads(pypandoc.convert_file(str(file), "json", format="docx", extra_args=[f"--track-changes={way}"]))
    return [line for line in _blocks(tree["blocks"], formats) if line.replace("|", "").strip()]


def _blocks(blocks: list[dict[str, Any]], formats: bool) -> list[str]:
    out: list[str] = []
    for block in blocks:
        kind, content = block["t"], block.get("c")
        if kind in ("Para", "Plain"):
            out.append(_line(content, formats))
        elif kind == "Header":
            out.append(_line(content[2], formats))  # type: ignore[index]
        elif kind == "BlockQuote":
            out += _blocks(content or [], formats)
        elif kind in ("Div", "Figure"):
            out += _blocks(content[-1], formats)  # type: ignore[index]
        elif kind in ("OrderedList", "BulletList"):
            items = content[1] if kind == "OrderedList" else content  # type: ignore[index]
            out += [line for item in items or () for line in _blocks(item, formats)]
        elif kind == "DefinitionList":
            out += [line for _, texts in content or () for text in texts for line in _blocks(text, formats)]
        elif kind == "Table":
            out += _rows(content, formats)
        elif kind != "HorizontalRule":
            out.append(str(content))
    return out


def _rows(content: Any, formats: bool) -> list[str]:
    _, _, _, head, bodies, foot = content
    groups = [head[1], *(rows for body in bodies for rows in (body[2], body[3])), foot[1]]
    return [" | ".join(" ".join(_blocks(cell[4], formats)) for cell in row[1]) for rows in groups for row in rows]


def _line(inlines: Any, formats: bool) -> str:
    text = folded(_inlines(inlines, formats))
    return re.sub(r"(?<!\*)(\*{1,3})(\s*)\1(?!\*)", lambda m: m[2], text) if formats else text  # neighbours of one format are one


def _inlines(inlines: Any, formats: bool) -> str:
    out = ""
    for piece in inlines:
        kind, content = piece["t"], piece.get("c")
        if kind == "Str":
            out += content
        elif kind in _BLANKS:
            out += " "
        elif kind == "Note":
            out += "{fn: " + " ".join(_blocks(content, False)) + "}"
        elif kind in _SIGNS:
            sign = _SIGNS[kind] if formats else ""
            out += f"{sign}{_inlines(content, formats)}{sign}"
        elif kind in _WRAPPERS:
            out += _inlines(content, formats)
        elif kind in ("Span", "Link", "Quoted", "Image"):
            out += _inlines(content[1], formats) + ("{image}" if kind == "Image" else "")
        elif kind in ("Math", "Code", "RawInline"):
            out += str(content[-1])
        else:
            raise AssertionError(f"pandoc found {kind}")
    return out


def folded(text: str) -> str:
    """Blanks and hyphens that do not break are as others."""
    return " ".join(text.replace("\u00a0", " ").replace("\u2011", "-").split())
