"""First mentions after the roll-forward, and what names are (un-rules D7, E4); the cases are in tests/cases/assemble."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from draftkit import inline
from draftkit.assemble import assemble
from draftkit.assemble.named_things import named
from draftkit.inline import format as written
from draftkit.model import Masthead, Paragraph, Part, Resolution


def text(*paragraphs: str) -> Resolution:
    blocks = tuple(Paragraph(f"p{at}", inline.parse(paragraph)) for at, paragraph in enumerate(paragraphs))
    return Resolution(Masthead(session=80), (), (Part(blocks),))


def without_first(resolution: Resolution) -> Resolution:
    (part,) = resolution.parts
    return replace(resolution, parts=(replace(part, preamble=part.preamble[1:]),))


def said(resolution: Resolution) -> list[str]:
    return [written(block.content) for block in resolution.parts[0].preamble]


PRIOR = text("*Recalling* its resolution 78/902 of 7 December 2023,", "*Noting* what resolution 78/902 asks for,")
ROLLED = text("*Recalling* its resolution 80/902 of 9 December 2025,", "*Noting* what resolution 80/902 asks for,")


def test_a_citation_that_was_brought_up_to_date_has_the_date_of_the_rolled_text():
    done = assemble(without_first(ROLLED), before=PRIOR, rolled=ROLLED)
    assert said(done.resolution) == ["*Noting* what resolution 80/902 of 9 December 2025 asks for,"]


def test_one_that_was_not_has_that_of_the_prior():
    done = assemble(without_first(PRIOR), before=PRIOR, rolled=ROLLED)
    assert said(done.resolution) == ["*Noting* what resolution 78/902 of 7 December 2023 asks for,"]


def test_without_a_text_before_nothing_changes():
    draft = without_first(ROLLED)
    assert assemble(draft).resolution == draft


@pytest.mark.parametrize(
    ("paragraph", "things"),
    [
        ("the Lisbon Protocol on Lighthouses, and the Treaty on Lights;", ["Lisbon Protocol on Lighthouses", "Treaty on Lights"]),
        ("the Optional Protocol to the Convention on Safe Harbours", ["Optional Protocol to the Convention on Safe Harbours"]),
        ("the 2030 Agenda for Lights and the 2020–2030 Plan of Action", ["2030 Agenda for Lights", "2020–2030 Plan of Action"]),
        ("the Convention for the Keeping, Repair and Use of Lights and on Their Keepers", ["Convention for the Keeping, Repair and Use of Lights and on Their Keepers"]),
        ("the Treaty on the Non\u2011Use\u00a0of Lights", ["Treaty on the Non-Use of Lights"]),
        ("the Conference of the Parties to the Treaty on Lights", []),
        ("the Committee on the Uses of Lights, the Paris Agreement and the United Lights Programme", []),
        ("the report entitled “The Treaty on Lights and resolution 80/902”, and resolution\u00a080/903 B", ["“The Treaty on Lights and resolution 80/902”", "80/903 B"]),
    ],
)  # fmt: skip
def test_what_is_named(paragraph, things):
    assert [each.thing for each in named(inline.parse(paragraph))] == things


@pytest.mark.parametrize("hostile", ["Treaty of ", "A", "A ", "1/1", "1/11, ", "“", "Treaty on Lights, ", "resolution 79/1 of ", "Parties to the "])
def test_a_text_made_to_be_slow_is_read_in_time(hostile):
    start = time.process_time()
    list(named(inline.parse("*Recalling* its resolution " + hostile * (60_000 // len(hostile)))))
    assert time.process_time() - start < 10
