"""A small writer of PDFs for the tests: text in the Times fonts at given places, lines and pictures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

FONTS = {"": "Times-Roman", "i": "Times-Italic", "b": "Times-Bold", "bi": "Times-BoldItalic"}


@dataclass
class Leaf:
    """A page under the pen; places are points from the lower left corner."""

    parts: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, words: str, font: str = "", size: float = 10) -> Leaf:
        """Words on a baseline; WinAnsi characters alone."""
        escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        self.parts.append(f"BT /{_name(font)} {size} Tf {x} {y} Td ({escaped}) Tj ET")
        return self

    def runs(self, x: float, y: float, runs: Iterable[tuple[str, str]]) -> Leaf:
        """Runs of words in 10 points, each in a font; "^" is a superscript."""
        self.parts.append(f"BT {x} {y} Td")
        for words, font in runs:
            escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
            size, rise = (6.5, 3.5) if font == "^" else (10, 0)
            self.parts.append(f"/{_name(font.strip('^'))} {size} Tf {rise} Ts ({escaped}) Tj")
        self.parts.append("ET")
        return self

    def kerned(self, x: float, y: float, pieces: Sequence[str | int]) -> Leaf:
        """Words in 10 points with gaps between them, in thousandths of an em."""
        shown = " ".join(str(-piece) if isinstance(piece, int) else f"({piece})" for piece in pieces)
        self.parts.append(f"BT /F0 10 Tf {x} {y} Td [{shown}] TJ ET")
        return self

    def line(self, left: float, y: float, right: float) -> Leaf:
        self.parts.append(f"{left} {y} m {right} {y} l S")
        return self

    def curve(self, left: float, bottom: float, width: float, height: float) -> Leaf:
        """A filled shape with more corners than a rectangle has."""
        up, across = bottom + height, left + width
        self.parts.append(f"{left} {bottom} m {left} {up} l {across} {up} l {across} {bottom} l {left + width / 2} {up} l {left} {up} l h f")
        return self

    def picture(self, left: float, bottom: float, width: float, height: float) -> Leaf:
        self.parts.append(f"q {width} 0 0 {height} {left} {bottom} cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q")
        return self


def _name(font: str) -> str:
    return f"F{list(FONTS).index(font)}"


def pdf(leaves: Sequence[Leaf], *, trailer: str = "", page: str = "", streams: Sequence[bytes] = ()) -> bytes:
    """The file with these pages; ``streams`` replace their contents, dictionary and all."""
    fonts = [f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>".encode() for name in FONTS.values()]
    names = " ".join(f"/F{at} {3 + at} 0 R" for at in range(len(fonts)))
    first = 3 + len(fonts)
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(leaves)))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {len(leaves)}>>".encode(), *fonts]
    for at, leaf in enumerate(leaves):
        content = "\n".join(leaf.parts).encode("cp1252", "replace") if "\x80" not in "".join(leaf.parts) else _latin(leaf)
        place = first + 2 * at
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents {place + 1} 0 R/Resources<</Font<<{names}>>>>{page}>>".encode()
        )
        objects.append(streams[at] if streams else b"<</Length %d>>stream\n" % len(content) + content + b"\nendstream")
    return _file(objects, trailer)


def _latin(leaf: Leaf) -> bytes:
    return "\n".join(leaf.parts).encode("latin-1")


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    out = b"%PDF-1.5\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size + table
    return out + b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (size, trailer.encode(), start)
