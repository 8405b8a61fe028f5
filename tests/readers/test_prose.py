"""Written references become marks that print just as they were written; look-alikes stay text (un-rules D1, D2)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit import inline
from draftkit.assemble.printed import printed
from draftkit.model import Annex, Heading, Masthead, Paragraph, Part, Resolution
from draftkit.readers.prose import mark_references


def numbered(last: str, *, item: str = "To see;", third: str = "*Notes* three;") -> Resolution:
    """Twelve paragraphs: 11 has (a) to (d), (d) has (i) to (v); ``item`` is 11 (e), ``last`` is 12."""
    degrees = tuple(Paragraph(f"d-{n}", inline.parse(f"Degree {n};")) for n in range(1, 6))
    items = (*(Paragraph(name, inline.parse(f"Item {name};")) for name in "abc"), Paragraph("d", inline.parse("Item d:"), degrees), Paragraph("e", inline.parse(item)))
    operative = (
        *(Paragraph(f"p{n}", inline.parse(third if n == 3 else f"*Notes* {n};")) for n in range(1, 11)),
        Paragraph("p11", inline.parse("*Urges* States:"), items),
        Paragraph("p12", inline.parse(last)),
    )
    return Resolution(Masthead(), (), (Part((Paragraph("pre", inline.parse("*Guided* by this,")),), operative),))


def marked(resolution: Resolution, name: str) -> str:
    from draftkit.tree import contents

    return next(inline.format(content) for found, content in contents(mark_references(resolution)[0]) if found == name)


def lines(resolution: Resolution) -> list[str]:
    return ["".join(run.text for run in line.runs) for line in printed(resolution).lines]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("See paragraph 2 above.", "See paragraph [[p2]] above."),
        ("See Paragraph 2 above.", "See Paragraph [[p2]] above."),
        ("See paragraph\u00a02 above.", "See paragraph\u00a0[[p2]] above."),
        ("See paragraphs 10 and 11 above.", "See paragraphs [[p10]] and [[p11]] above."),
        ("See paragraphs 4, 6 and 8 above.", "See paragraphs [[p4]], [[p6]] and [[p8]] above."),
        ("See paragraph 11 (a) above.", "See paragraph [[a]] above."),
        ("See paragraph 11 (d) (ii) above.", "See paragraph [[d-2]] above."),
        ("See paragraphs 11 (a) and (b) above.", "See paragraphs [[a]] and [[b]] above."),
        ("See paragraphs 11 (a) and 11 (b) above.", "See paragraphs [[a]] and [[b|full]] above."),
        ("See paragraphs 4 to 10 above.", "See paragraphs [[p4]] to [[p10]] above."),
        ("See paragraphs 4–10 above.", "See paragraphs [[p4]]–[[p10]] above."),
        ("See paragraph 8 of the present resolution.", "See paragraph [[p8]] of the present resolution."),
        ("See paragraph 2 above and paragraph 3 above.", "See paragraph [[p2]] above and paragraph [[p3]] above."),
    ],
)
def test_references_become_marks(written, expected):
    resolution = numbered(written)
    assert marked(resolution, "p12") == expected
    assert lines(mark_references(resolution)[0]) == lines(resolution)
    assert mark_references(resolution)[1] == ()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("See subparagraph (d) above;", "See subparagraph [[d]] above;"),
        ("See subparagraphs (b) and (d) (ii), (iv) and (v) above;", "See subparagraphs [[b]] and [[d-2]], [[d-4]] and [[d-5]] above;"),
        ("See subparagraph (b) and subparagraph (d) (ii), (iv) and (v) above;", "See subparagraph [[b]] and subparagraph [[d-2]], [[d-4]] and [[d-5]] above;"),
        ("See paragraph 11 (a) above;", "See paragraph [[a]] above;"),
        ("See paragraph 12 below;", "See paragraph [[p12]] below;"),
    ],
)
def test_references_inside_a_paragraph(written, expected):
    resolution = numbered("*Ends*.", item=written)
    assert marked(resolution, "e") == expected
    assert lines(mark_references(resolution)[0]) == lines(resolution)


@pytest.mark.parametrize(
    "written",
    [
        "See paragraph 4 of its resolution 66/246.",
        "See paragraphs 8 to 10 of resolution 61/105.",
        "See paragraph 8 (b) of its report.",
        "See article 2, paragraph 7, of the Charter.",
        "See Article 13, paragraph 1 (a), of the Charter.",
        "See section II, paragraph 7, of its resolution 79/1.",
        "See paragraph 4 thereof.",
        "See paragraph VIII.6 of the report.",
        "See paragraph 4 of the annex to the present resolution.",
        "See (see para. 2).",
    ],
)
def test_look_alikes_stay_text_without_a_word(written):
    resolution = numbered(written)
    assert mark_references(resolution) == (resolution, ())


@pytest.mark.parametrize(
    ("written", "code", "message"),
    [
        ("Reports received pursuant to paragraph 2 since 2007.", "ambiguous-reference", '"paragraph 2" may be a paragraph of this text or of another'),
        ("See paragraph 40 above.", "unresolved-reference", '"paragraph 40 above" leads to no paragraph of this text'),
        ("See paragraph 11 (x) above.", "unresolved-reference", '"paragraph 11 (x) above" leads to no paragraph of this text'),
        ("See paragraph 2 below.", "unresolved-reference", "points the wrong way: that paragraph stands above"),
        ("See paragraph 12 above.", "unresolved-reference", "leads to the paragraph it stands in"),
        ("See paragraph 11(a) above.", "unresolved-reference", '"11(a)" is written in a way that would not be kept'),
    ],
)
def test_what_is_in_doubt_stays_text_and_is_a_finding(written, code, message):
    resolution = numbered(written)
    changed, findings = mark_references(resolution)
    assert changed == resolution
    assert [(finding.code, finding.paragraph) for finding in findings] == [(code, "p12")]
    assert message in findings[0].message


def test_a_reference_of_the_preamble_leads_to_the_operative_part():
    resolution = numbered("*Ends*.")
    (part,) = resolution.parts
    pre = (Paragraph("pre", inline.parse("*Mindful* of paragraph 2 of the present resolution,")),)
    found = Resolution(resolution.masthead, (), (Part(pre, part.operative),))
    assert marked(found, "pre") == "*Mindful* of paragraph [[p2]] of the present resolution,"


def test_references_stay_in_their_numbering():
    annex = Annex("annex", "Annex", (), (Paragraph("r1", inline.parse("Rule;")), Paragraph("r2", inline.parse("See paragraph 1 above."))))
    restarted = (
        Paragraph("one", inline.parse("*Notes*;")), Paragraph("two", inline.parse("See paragraph 1 above;")),
        Heading("h", inline.parse("Two"), restart=True),
        Paragraph("uno", inline.parse("*Notes*;")), Paragraph("due", inline.parse("See paragraph 1 above.")),
    )  # fmt: skip
    resolution = Resolution(Masthead(), (), (Part(operative=restarted, annexes=(annex,)),))
    assert [marked(resolution, name) for name in ("two", "due", "r2")] == [
        "See paragraph [[one]] above;", "See paragraph [[uno]] above.", "See paragraph [[r1]] above.",
    ]  # fmt: skip


fragments = st.sampled_from(
    ["paragraph ", "paragraphs ", "subparagraph ", "subparagraphs ", "1", "2", "11", "12", "40", " (a)", "(d)", " (ii)", " and ", ", ", " to ", " or ",
     "–", " above", " below", " of the present resolution", " of resolution 79/1", ";", "*", "[^n]", "\u00a0", "the "]
)  # fmt: skip


@given(st.lists(fragments, max_size=14).map("".join), st.sampled_from(["p12", "e", "p3"]))
def test_the_printed_text_is_never_changed(written, where):
    if written.count("*") % 2 or "**" in written:
        written = written.replace("*", "")
    resolution = numbered(
        written if where == "p12" else "*Ends*.", item=written if where == "e" else "To see;", third=written if where == "p3" else "*Notes* three;"
    )
    assert lines(mark_references(resolution)[0]) == lines(resolution)
