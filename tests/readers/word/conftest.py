"""Word files from short pieces of WordprocessingML, and what is read of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from draftkit.readers.page.page import CALLOUT, Page
from draftkit.readers.word.document import page_of
from draftkit.word.package import open_word

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_NAMES = (
    f'xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}/relationships" xmlns:m="{_OFFICE}/math" xmlns:v="urn:schemas-microsoft-com:vml"'
    f' xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main"'
    f' xmlns:pic="{_DRAWING}/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_ROOTS = {"header": "hdr", "footer": "ftr"}
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def _packed(body: str, *, kind: str = "document.main", **parts: str) -> bytes:
    """A Word file with this body; further parts by name ("styles", "footnotes", "header"), each without its root."""
    names = {"document": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>"}
    names |= {name: f"<w:{_ROOTS.get(name, name)} {_NAMES}>{text}</w:{_ROOTS.get(name, name)}>" for name, text in parts.items()}
    kinds = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind if name == "document" else name}+xml"/>' for name in names
    )
    default = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    links = "".join(f'<Relationship Id="{name}" Type="{_OFFICE}/relationships/{name}" Target="{name}.xml"/>' for name in parts)
    main = f'<Relationship Id="main" Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{_PACKAGE}/content-types">{default}{kinds}</Types>')
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{_PACKAGE}/relationships">{main}</Relationships>')
        archive.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>')
        for name, text in names.items():
            archive.writestr(f"word/{name}.xml", text)
    return out.getvalue()


@pytest.fixture
def packed() -> Callable[..., bytes]:
    return _packed


@pytest.fixture
def page() -> Callable[..., Page]:
    """The page of a file of these parts."""
    return lambda body, **parts: page_of(open_word(_packed(body, **parts), "x.docx"))


@pytest.fixture
def texts() -> Callable[..., list[str]]:
    """The strings of its chunks: callouts as "{0}", rows as "a | b", what could not be read after its kind ("image: ...")."""

    def read(body: str, **parts: str) -> list[str]:
        found = page_of(open_word(_packed(body, **parts), "x.docx")).chunks
        said = [" | ".join(cell.text for cell in chunk.cells) or chunk.text for chunk in found]
        marked = [f"{chunk.opaque}: {text}" if chunk.opaque else text for chunk, text in zip(found, said, strict=True)]
        return [_shown(text) for text in marked]

    return read


def _shown(text: str) -> str:
    pieces = text.split(CALLOUT)
    pieces[1::2] = [f"{{{piece}}}" for piece in pieces[1::2]]
    return "".join(pieces)
