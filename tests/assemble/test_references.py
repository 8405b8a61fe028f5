"""What a reference prints: shortened by the one before it or by its own paragraph, within one numbering (un-rules D1)."""

from __future__ import annotations

import pytest

from draftkit import inline
from draftkit.assemble.numbers import paths
from draftkit.assemble.references import printed_form
from draftkit.model import Heading, Masthead, Paragraph, Part, Ref, Resolution


def listed(name: str) -> tuple[Paragraph, ...]:
    return (Paragraph(name, (), (Paragraph(f"{name}-a", ()), Paragraph(f"{name}-b", ()))), Paragraph(f"{name}-end", ()))


PARTS = (Part(operative=(*listed("one"), Heading("h", (), restart=True), *listed("two"))), Part(operative=listed("three")))
PATHS = paths(Resolution(Masthead(), (), PARTS))


@pytest.mark.parametrize(
    ("own", "typed", "printed"),
    [
        ("one-end", "paragraphs [[one-a]] and [[one-b]] above", ["1 (a)", "(b)"]),
        ("one-end", "paragraphs [[one-a]] and [[two-b]] above", ["1 (a)", "1 (b)"]),
        ("one-end", "paragraphs [[one-a]], [[three-a]] and [[three-b]] above", ["1 (a)", "1 (a)", "(b)"]),
        ("one-b", "subparagraph [[one-a]] above", ["(a)"]),
        ("one-b", "subparagraph [[three-a]] below", ["1 (a)"]),
        ("one-b", "[[three-a|label]] and [[one-a|label]]", ["1 (a)", "(a)"]),
        ("one-b", "[[one-a|full]] and [[one-b|full]]", ["1 (a)", "1 (b)"]),
        ("", "subparagraph [[one-a]]", ["1 (a)"]),
        ("one-end", "subparagraphs [[one-a]] and [[one-b]] of paragraph [[one]] above", ["(a)", "(b)", "1"]),
        ("one-end", "subparagraph [[one-a]] of paragraph [[two]] below", ["1 (a)", "1"]),
        ("one-end", "paragraph [[one-a]] of paragraph [[one]]", ["1 (a)", "1"]),
        ("one-end", "subparagraph [[one-a|full]] of paragraph [[one]]", ["1 (a)", "1"]),
        ("one", "paragraph [[gone]]", ["[[gone]]"]),
    ],
)
def test_printed_form(own, typed, printed):
    content = inline.parse(typed)
    found = [printed_form(content, at, PATHS.get(own, ()), PATHS) for at, piece in enumerate(content) if isinstance(piece, Ref)]
    assert found == printed
