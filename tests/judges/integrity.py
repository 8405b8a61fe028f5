"""PyPI's ``ooxml-integrity``: references between parts, notes, comments, ids of revisions."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from judges.schema import W, trees


def findings(data: bytes) -> list[str]:
    """Its errors and warnings."""
    module = pytest.importorskip("ooxml_integrity", reason="needs ooxml-integrity, which is not here")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "file.docx"
        file.write_bytes(data)
        found = [each for each in module.check(str(file)) if each.severity.value != "info"]
    return [f"{each.code} {each.message}" for each in found if each.code != "REV002" or not _has_boxes(data)]


def _has_boxes(data: bytes) -> bool:
    """It takes the text of a box in a deletion for deleted text; Word has w:t there, for a box is a story of its own."""
    return any(next(root.iter(f"{W}txbxContent"), None) is not None for root in trees(data).values())
