"""Small texts for the rules, written as a drafter would: "id | text", "id=5. | text", "# id | heading"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from draftkit import inline
from draftkit.checks import Rule, Subject
from draftkit.model import Annex, Block, Heading, Masthead, Note, Paragraph, Part, Resolution

Spec = Any  # a string, a pair of a string and the items under it, or a block as it is


def block(spec: Spec) -> Block:
    if not isinstance(spec, str | tuple):
        return spec
    line, items = (spec, ()) if isinstance(spec, str) else spec
    name, _, text = line.partition(" | ")
    if name.startswith("#"):
        return Heading(name.lstrip("# "), inline.parse(text), restart=name.startswith("##"))
    name, labelled, label = name.partition("=")
    return Paragraph(name, inline.parse(text), tuple(map(block, items)), label if labelled else None)


def build(
    preamble: Sequence[Spec] = (),
    operative: Sequence[Spec] = (),
    annex: Sequence[Spec] = (),
    notes: dict[str, str | tuple[str, str]] | None = None,
    meeting: str = "",
    closing: str = "",
    title: str = "Protection of libraries",
    formula: str | None = None,
    **masthead: Any,
) -> Resolution:
    """A text of one part; a note is its text, or a pair of its text and the note that its "Ibid." stands for."""
    annexes = (Annex("annex", "Annex", (), tuple(map(block, annex))),) if annex else ()
    line = None if formula is None else inline.parse(formula)
    body = Part(
        tuple(map(block, preamble)), tuple(map(block, operative)), annexes, formula=line, meeting=meeting, adopted=closing
    )
    written = []
    for name, given in (notes or {}).items():
        text, ibid = (given, "") if isinstance(given, str) else given
        written.append(Note(name, inline.parse(text), ibid))
    return Resolution(Masthead(**masthead), inline.parse(title), (body,), tuple(written))


def report(rule: Rule, resolution: Resolution) -> list[str]:
    """The findings of a rule as lines: "error: message"."""
    return [f"{finding.severity}: {finding.message}" for finding in rule(Subject(resolution))]


@pytest.fixture
def draft() -> Callable[..., Resolution]:
    return build


@pytest.fixture
def findings() -> Callable[[Rule, Resolution], list[str]]:
    return report
