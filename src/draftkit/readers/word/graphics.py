"""What stands in a paragraph and is no text: images, charts, SmartArt, embedded objects; and the text boxes among them.

In: one of the ``ELEMENTS``. Out: what each is and what stands for it, and the contents of the boxes. Rules and connecting
lines are ornament, and nothing.

Example:
    >>> graphics(drawing)
    [Graphic(kind='image', text='[image: Emblem of the United Nations]')]
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from draftkit.word.elements import is_in_box
from draftkit.word.package import W

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V = "{urn:schemas-microsoft-com:vml}"
_O = "{urn:schemas-microsoft-com:office:office}"
_KINDS = {"picture": "image", "chart": "chart", "chartex": "chart", "diagram": "diagram"}
"""Kinds by the last word of the address that names the data of a drawing (20.1.2.2.17)."""
_GROUPED = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_LINES = frozenset({"line", "straightConnector1"})
_VECTOR_SHAPES = tuple(f"{_V}{name}" for name in ("shape", "rect", "roundrect", "oval", "polyline", "curve", "arc"))
_VECTOR_LINES = ("_t20", "_t32")
"""How the names of the older language's shape types for a line and a straight connector end (part 4, 19.1.2.20)."""

ELEMENTS = frozenset(f"{W}{name}" for name in ("drawing", "pict", "object", "contentPart", "subDoc"))


@dataclass(frozen=True, slots=True)
class Graphic:
    """What could not be read: its kind ("image") and what stands for it ("[image: a map]")."""

    kind: str
    text: str


def graphics(element: Any) -> list[Graphic]:
    """What one of the ``ELEMENTS`` shows besides the text of its boxes."""
    if element.tag == f"{W}object":
        program = next((e.get("ProgID", "") for e in element.iter(f"{_O}OLEObject")), "")
        return [_graphic("equation" if program.startswith("Equation") else "object", program)]
    if element.tag == f"{W}contentPart":
        return [_graphic("drawing", "")]
    if element.tag == f"{W}subDoc":
        return [_graphic("object", "another file")]
    return _drawn(element) if element.tag == f"{W}drawing" else _vector(element)


def boxes(element: Any) -> list[Any]:
    """The contents of its text boxes, the outermost only."""
    return [box for box in element.iter(f"{W}txbxContent") if not is_in_box(box, element)]


def _drawn(drawing: Any) -> list[Graphic]:
    names = next(drawing.iter(f"{_WP}docPr"), None)
    said = "" if names is None else names.get("descr") or names.get("title") or names.get("name") or ""
    data = next(drawing.iter(f"{_A}graphicData"), None)
    kind = _KINDS.get("" if data is None else data.get("uri", "").rpartition("/")[2].lower(), "")
    if kind:
        return [_graphic(kind, said)]
    if any(not is_in_box(picture, drawing) for picture in drawing.iter(_GROUPED)):
        return [_graphic("image", said)]
    shapes = [shape.get("prst", "") for shape in drawing.iter(f"{_A}prstGeom")]
    ornament = bool(shapes) and all(shape in _LINES for shape in shapes)
    return [] if ornament or boxes(drawing) else [_graphic("drawing", said)]


def _vector(picture: Any) -> list[Graphic]:
    """A picture in the older language of drawings (part 4, 19.1)."""
    image = next((e for e in picture.iter(f"{_V}imagedata") if not is_in_box(e, picture)), None)
    if image is not None:
        shape = image.getparent()
        return [_graphic("image", shape.get("alt") or image.get(f"{_O}title") or "")]
    word_art = next(picture.iter(f"{_V}textpath"), None)
    if word_art is not None:
        return [_graphic("drawing", word_art.get("string", ""))]
    shapes = [shape for shape in picture.iter(*_VECTOR_SHAPES) if not _is_vector_line(shape)]
    return [_graphic("drawing", shapes[0].get("alt", ""))] if shapes and not boxes(picture) else []


def _is_vector_line(shape: Any) -> bool:
    return shape.get(f"{_O}hr", "f") in ("t", "true") or shape.get("type", "").endswith(_VECTOR_LINES)


def _graphic(kind: str, said: str) -> Graphic:
    said = " ".join(said.split())[:400]
    return Graphic(kind, f"[{kind}: {said}]" if said else f"[{kind}]")
