"""What the tests of the roll-forward share: a small adopted text made of the paragraphs that a test needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from draftkit import inline
from draftkit.model import AgendaItem, Masthead, Note, Paragraph, Part, Resolution, Text

MASTHEAD = Masthead(
    symbol="A/RES/79/901",
    distribution="General",
    issued="11 December 2024",
    session=79,
    agenda=(AgendaItem("83", "Safety of couriers of treaties"),),
    adopted="4 December 2024",
    basis="on the report of the Sixth Committee (A/79/470, para. 8)",
)

Make = Callable[..., Resolution]


@pytest.fixture
def text() -> Make:
    """A text of session 79 with preambular paragraphs "pre-1" ..., operative ones "op-1" ... and notes "n1" ..."""

    def make(
        preamble: Sequence[str] = (),
        operative: Sequence[str] = (),
        notes: Sequence[str] = (),
        masthead: Masthead = MASTHEAD,
        title: str = "Safety of couriers of treaties",
    ) -> Resolution:
        def paragraphs(texts: Sequence[str], name: str) -> tuple[Paragraph, ...]:
            return tuple(Paragraph(f"{name}-{at}", inline.parse(source)) for at, source in enumerate(texts, 1))

        part = Part(paragraphs(preamble, "pre"), paragraphs(operative, "op"), meeting="47th plenary meeting", adopted="4 December 2024")
        listed = tuple(Note(f"n{at}", inline.parse(source)) for at, source in enumerate(notes, 1))
        return Resolution(masthead, (Text(title),), (part,), listed)

    return make


@pytest.fixture
def rolled_text() -> Callable[[Resolution], list[str]]:
    """The texts of the paragraphs and the notes, as a drafter types them."""

    def show(resolution: Resolution) -> list[str]:
        blocks = [block for part in resolution.parts for block in (*part.preamble, *part.operative)]
        return [inline.format(each.content) for each in (*blocks, *resolution.notes)]

    return show
