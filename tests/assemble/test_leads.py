"""The opening phrase of a paragraph, whom it addresses, and the runs that the cycle of adverbs goes round in."""

from __future__ import annotations

import pytest

from draftkit.assemble.leads import addressee, lead, runs
from draftkit.inline import parse
from draftkit.model import Heading, Paragraph, Table


@pytest.mark.parametrize(
    ("text", "opening", "whom"),
    [
        ("*Urges* all States to act;", "Urges", "states"),
        ("*Also requests* the Secretary-General to report;", "Also requests", "secretary-general"),
        ("*Calls upon* States that have not yet done so to sign;", "Calls upon", "states"),
        ("*Encourages* Member States, in this regard, to act;", "Encourages", "member states"),
        ("*Also* *calls*\u00a0*upon* the Secretariat to act;", "Also calls upon", "secretariat"),
        ("*Urges*:", "Urges", ""),
        ("*Noting with concern,* this,", "Noting with concern", "this"),
        ("Urges *all* States to act;", "", ""),
        ("[[urges]] *Urges* States;", "", ""),
        ("", "", ""),
    ],
)
def test_lead_and_addressee(text, opening, whom):
    assert (lead(parse(text)), addressee(parse(text))) == (opening, whom)


def test_a_heading_parts_runs_and_what_goes_on_with_another_paragraph_is_in_none():
    blocks = (
        Paragraph("a", ()),
        Paragraph("quoted", (), label=""),
        Heading("h", ()),
        Table("t", ()),
        Paragraph("b", ()),
        Paragraph("c", (), label="4."),
    )
    assert [[paragraph.id for paragraph in run] for run in runs(blocks)] == [["a"], ["b", "c"]]
