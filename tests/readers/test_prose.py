"""Written references become marks that print just as they were written; look-alikes stay text (un-rules D1, D2)."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit import inline
from draftkit.assemble.printed import characters, printed
from draftkit.model import Annex, Heading, Masthead, Note, Paragraph, Part, Resolution, Scheme
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
        ("See paragraphs 2 to 12 of the present resolution.", "See paragraphs [[p2]] to [[p12]] of the present resolution."),
        ("See subparagraphs (a), (c) and (d) (ii) of paragraph 11 above.",
         "See subparagraphs [[a]], [[c]] and [[d-2]] of paragraph [[p11]] above."),
        ("See subparagraph (b) of paragraph 11 of the present resolution.", "See subparagraph [[b]] of paragraph [[p11]] of the present resolution."),
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
        "See paragraph 4 of the annex thereto.",
        "See paragraph 4 of resolution A of that day.",
        "See articles 8 and 9, paragraph 3, on the matter.",
        "See rule 48, paragraph 1, on the matter.",
        "See paragraphs 3 and 4, in which it is stated.",
        "See paragraph 3 in chapter IV.",
        "See paragraph 1 (5) and paragraph VIII.6.",
        "See the outcome document, in particular paragraphs 3 and 4,",
        "See Council resolution 2199 (2015), paragraph 3, and resolution 80/901, paragraph 2,",
        "See the report, paragraph 3.",
        "See subparagraph (c) of that decision.",
        "See subparagraph (c) of paragraph 11 of resolution 80/901.",
        "See (see para. 2 of the report).",
    ],
)
def test_look_alikes_stay_text_without_a_word(written):
    resolution = numbered(written)
    assert mark_references(resolution) == (resolution, ())


@pytest.mark.parametrize(
    ("written", "code", "message"),
    [
        ("Reports received pursuant to paragraph 2 since 2007.", "ambiguous-reference", '"paragraph 2" may be a paragraph of this text or of another'),
        ("See those in paragraph 2;", "ambiguous-reference", '"paragraph 2" may be'),
        ("Let the text referred to in paragraph 2 enter into force.", "ambiguous-reference", '"paragraph 2" may be'),
        ("To carry out paragraphs 2 and 3 in one format.", "ambiguous-reference", '"paragraphs 2 and 3" may be'),
        ("As part of the report foreseen in paragraph 3;", "ambiguous-reference", '"paragraph 3" may be'),
        ("See the present resolution, in particular paragraphs 3 and 4.", "ambiguous-reference", '"paragraphs 3 and 4" may be'),
        ("See the issues of the foregoing paragraph.", "ambiguous-reference", '"the foregoing paragraph" has no number'),
        ("See paragraph 12 of the present resolution.", "unresolved-reference", "leads to the paragraph it stands in"),
        ("See paragraph 4 of the annex to the present resolution.", "unresolved-reference", "leads to no paragraph of this text"),
        ("See paragraph 4 of section II above.", "unresolved-reference", "leads to no paragraph of this text"),
        ("See *paragraph 2 above*.", "unresolved-reference", "stays a typed number: it is not written as draftkit writes numbers"),
        ("See paragraph 11\u00a0(a) above.", "unresolved-reference", "stays a typed number: it is not written as draftkit writes numbers"),
        ("See paragraph 40 above.", "unresolved-reference", '"paragraph 40 above" leads to no paragraph of this text'),
        ("See paragraph 11 (x) above.", "unresolved-reference", '"paragraph 11 (x) above" leads to no paragraph of this text'),
        ("See paragraph 2 below.", "unresolved-reference", "points the wrong way: that paragraph stands above"),
        ("See paragraph 12 above.", "unresolved-reference", "leads to the paragraph it stands in"),
        ("See paragraph 11(a) above.", "unresolved-reference", '"11(a)" stays a typed number: it is not written as draftkit writes numbers'),
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


def sectioned() -> Resolution:
    """Resolution A with the sections I and II, each numbered from 1; B; and after it the annexes I (of articles) and II."""
    def paragraphs(name: str, *said: str) -> tuple[Paragraph, ...]:
        return tuple(Paragraph(f"{name}-{n}", inline.parse(text)) for n, text in enumerate(said, 1))

    first = (
        Heading("one", inline.parse("Money"), Scheme.ROMAN), *paragraphs("i", "Notes;", "Notes, as paragraph 1 of this section says;"),
        Heading("two", inline.parse("Staff"), Scheme.ROMAN, restart=True),
        *paragraphs("ii", "Notes;", "As in paragraph 2 of section I above;", "As in paragraph 1 above and paragraph 2 of the present resolution;"),
    )  # fmt: skip
    second = paragraphs("b", "As in paragraph 2 of resolution B below;", "As in paragraph 1 of annex II to the present resolution.")
    articles = (
        Heading("article-1", inline.parse("Article 1")), *paragraphs("a1", "Rule;", "As in paragraph 1 of this article;"),
        Heading("article-2", inline.parse("Article 2"), restart=True),
        *paragraphs("a2", "Rule;", "As in paragraph 1 of this article and paragraph 2 of the present resolution;"),
    )  # fmt: skip
    annexes = (Annex("x", "Annex I", (), articles), Annex("y", "Annex II", (), paragraphs("y", "See paragraph 2 below;", "See.")))
    pre = (Paragraph("pre", inline.parse("Mindful of paragraph 2 of section II below,")),)
    return Resolution(Masthead(), (), (Part(pre, first, label="A"), Part((), second, annexes, label="B")))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("pre", "Mindful of paragraph [[ii-2]] of section II below,"),
        ("i-2", "Notes, as paragraph [[i-1]] of this section says;"),
        ("ii-2", "As in paragraph [[i-2]] of section I above;"),
        ("ii-3", "As in paragraph [[ii-1]] above and paragraph 2 of the present resolution;"),
        ("b-1", "As in paragraph [[b-2]] of resolution B below;"),
        ("b-2", "As in paragraph [[y-1]] of annex II to the present resolution."),
        ("a1-2", "As in paragraph [[a1-1]] of this article;"),
        ("a2-2", "As in paragraph [[a2-1]] of this article and paragraph [[b-2]] of the present resolution;"),
        ("y-1", "See paragraph [[y-2]] below;"),
    ],
)
def test_references_say_where_they_count(name, expected):
    resolution = sectioned()
    assert marked(resolution, name) == expected
    assert lines(mark_references(resolution)[0]) == lines(resolution)


def test_a_number_that_two_paragraphs_have_is_ambiguous():
    assert [(f.code, f.paragraph, f.message) for f in mark_references(sectioned())[1]] == [
        ("ambiguous-reference", "ii-3", '"paragraph 2 of the present resolution" may be any of 2 paragraphs with that number'),
    ]


def test_items_of_a_paragraph_without_a_number():
    items = (Paragraph("a", inline.parse("To act;")), Paragraph("b", inline.parse("To report on subparagraph (a) above.")))
    resolution = Resolution(Masthead(), (), (Part(operative=(Paragraph("sole", inline.parse("*Urges* States:"), items),)),))
    assert marked(resolution, "b") == "To report on subparagraph [[a]] above."


def test_a_note_stands_where_it_is_called():
    notes = (
        Note("below", inline.parse("See also paras. 2 and 3 above.")),
        Note("early", inline.parse("See also para. 12 above.")),
        Note("other", inline.parse("See para. 2; see also paragraph 3.")),
    )
    resolution = numbered("*Ends*;[^below]", third="*Notes*.[^early] Three.[^other]")
    resolution = Resolution(resolution.masthead, (), resolution.parts, notes)
    found, findings = mark_references(resolution)
    assert [inline.format(note.content) for note in found.notes] == [
        "See also paras. [[p2]] and [[p3]] above.", "See also para. 12 above.", "See para. 2; see also paragraph 3.",
    ]  # fmt: skip
    assert [(f.code, f.paragraph) for f in findings] == [("unresolved-reference", "note early")]
    assert [characters(note.runs) for note in printed(resolution).notes] == [characters(note.runs) for note in printed(found).notes]


@pytest.mark.parametrize(
    "written",
    ["paragraph ", "paragraph 1, ", "paragraph 2 above and ", "paragraph 2 of section ", "subparagraph (a) of paragraph 11 above, ", "1", "1, ",
     "(a)", "in particular paragraph 2, ", "article ", "paragraph 2 is so. "],
)  # fmt: skip
def test_the_time_taken_grows_with_the_text_only(written):
    resolution = numbered("paragraphs " + written * 20_000)
    start = time.perf_counter()
    changed, findings = mark_references(resolution)
    assert time.perf_counter() - start < 5
    assert lines(changed) == lines(resolution)
    assert len(findings) < 10


fragments = st.sampled_from(
    ["paragraph ", "paragraphs ", "subparagraph ", "subparagraphs ", "1", "2", "11", "12", "40", " (a)", "(d)", " (ii)", " and ", ", ", " to ", " or ",
     "–", " above", " below", " of the present resolution", " of resolution 79/1", " of paragraph 11",
     " of section II above", "para. ", ";", "*", "[^n]", "\u00a0", "the "]
)  # fmt: skip


@given(st.lists(fragments, max_size=14).map("".join), st.sampled_from(["p12", "e", "p3"]))
def test_the_printed_text_is_never_changed(written, where):
    if written.count("*") % 2 or "**" in written:
        written = written.replace("*", "")
    resolution = numbered(
        written if where == "p12" else "*Ends*.", item=written if where == "e" else "To see;", third=written if where == "p3" else "*Notes* three;"
    )
    assert lines(mark_references(resolution)[0]) == lines(resolution)
