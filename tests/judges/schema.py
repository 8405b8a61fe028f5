"""The schema of WordprocessingML (../shared/schemas/ooxml, ECMA-376 transitional), asked of every part that it knows."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

FILE = Path(__file__).parents[3] / "shared" / "schemas" / "ooxml" / "wml.xsd"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@cache
def _schema() -> etree.XMLSchema | None:
    return etree.XMLSchema(etree.parse(str(FILE))) if FILE.is_file() else None


def errors(data: bytes) -> list[str]:
    """What is not valid: part and message. What may be ignored is left out, of alternatives the fallback is taken."""
    rules = _schema()
    if rules is None:
        pytest.skip("needs ../shared/schemas/ooxml/wml.xsd beside the project")
    found: list[str] = []
    for name, root in trees(data).items():
        if root.tag.startswith(W) and not rules.validate(_plain(root)):
            found += [f"{name}: {error.message}" for error in rules.error_log]  # type: ignore[attr-defined]
    return found


def trees(data: bytes) -> dict[str, Any]:
    """The parts that hold XML of Word's, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.startswith("word/") and name.endswith(".xml")]
        return {name: etree.fromstring(archive.read(name)) for name in names}


def _plain(root: Any) -> Any:
    """The tree as a program of 2007 sees it (ECMA-376 part 3, 7)."""
    for alternative in list(root.iter(f"{MC}AlternateContent")):
        fallback = alternative.find(f"{MC}Fallback")
        for child in reversed(fallback if fallback is not None else ()):
            alternative.addnext(child)
        alternative.getparent().remove(alternative)
    ignorable = {root.nsmap.get(prefix) for prefix in root.get(f"{MC}Ignorable", "").split()} | {MC.strip("{}")}
    for element in list(root.iter("*")):
        if etree.QName(element).namespace in ignorable:
            element.getparent().remove(element)
            continue
        for name in [n for n in element.attrib if etree.QName(n).namespace in ignorable]:
            del element.attrib[name]
    return root
