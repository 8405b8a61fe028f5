"""The form of a document, each rule on a text that breaks it and on one that does not: "text in, findings out"."""

from __future__ import annotations

import pytest

from draftkit import inline
from draftkit.checks import Subject, check
from draftkit.checks.form.annex_reference import annex_reference
from draftkit.checks.form.draft_frame import draft_frame
from draftkit.checks.form.formula import formula
from draftkit.checks.form.lone_section import lone_section
from draftkit.checks.form.sponsor_names import sponsor_names
from draftkit.checks.form.subparagraph_opening import subparagraph_opening
from draftkit.checks.form.title_and_item import title_and_item
from draftkit.checks.form.title_form import title_form
from draftkit.model import AgendaItem, Heading, Scheme

FRAME = {
    "symbol": "A/C.6/81/L.7",
    "distribution": "Limited",
    "original": "English",
    "session": 81,
    "committee": "Sixth Committee",
    "agenda": (AgendaItem("82", "Protection of libraries"),),
}
OPERATIVE = ["a | *Notes* the report;", "b | *Decides* to meet."]


def section(name: str, scheme: Scheme, label: str | None = None) -> Heading:
    return Heading(name, inline.parse("Shelves"), scheme, label)


CASES = {
    "an L-document whose lines disagree": (
        draft_frame,
        FRAME | {"session": 80, "committee": "Third Committee", "distribution": "General", "heading": "Proposal of Fiji"},
        [
            'error: the masthead has the "Eightieth session", but the symbol "A/C.6/81/L.7" is of session 81',
            'error: the masthead has "Third Committee", but the symbol "A/C.6/81/L.7" is of the Sixth Committee',
            'warning: the masthead has the distribution "General"',
            'warning: the line above the title is "Proposal of Fiji"',
        ],
    ),
    "a draft of the plenary with a committee, and nothing else": (
        draft_frame,
        {"symbol": "A/81/L.7", "committee": "Sixth Committee"},
        [
            'error: the masthead has "Sixth Committee", but the symbol "A/81/L.7" is of the plenary',
            "warning: the masthead says nothing of the distribution",
            "warning: the masthead does not say in which language the text is",
            "warning: the masthead names no session",
            "warning: the masthead names no agenda item",
            "warning: the masthead has no title of an agenda item",
        ],
    ),
    "a symbol of a committee that is not named": (
        draft_frame,
        FRAME | {"committee": ""},
        ['error: the masthead names no committee, but the symbol "A/C.6/81/L.7" is of the Sixth Committee'],
    ),
    "an L-document": (draft_frame, FRAME | {"heading": "Fiji and Samoa: revised draft resolution"}, []),
    "one with blanks": (draft_frame, FRAME | {"symbol": "A/C.6/81/L.___", "agenda": (AgendaItem("___", "Libraries"),)}, []),
    "a draft of the plenary": (draft_frame, FRAME | {"symbol": "A/81/L.7/Rev.1", "committee": ""}, []),
    "a text of another organ": (draft_frame, {"organ": "Economic and Social Council", "symbol": "E/2026/L.7"}, []),
    "a number, a short form and a period in a title": (
        title_form,
        {"title": "79/124. Libraries of the UN."},
        [
            'warning: the title begins with the number "79/124."',
            'warning: the title ends with a period: "UN."',
            'warning: the title has "UN" for "United Nations"',
        ],
    ),
    "a phrase": (title_form, {"title": "Libraries of the United Nations and of UN-Women, 2022"}, []),
    "a comma before no preamble": (
        formula,
        {"operative": OPERATIVE, "formula": "*The General Assembly*,"},
        ['error: the enacting formula has a comma, but no preamble follows: "The General Assembly,"'],
    ),
    "a comma before the preambles of sections": (
        formula,
        {"operative": ["# s | Shelves", "a | *Recalling* it,", "b | *Notes* it."], "formula": "*The General Assembly*,"},
        [],
    ),
    "sponsors as they are called in the news": (
        sponsor_names,
        {"sponsors": ("Cote d'Ivoire", "Fiji and Samoa", "Iran", "Netherlands", "the Sudan", "Timor Leste", "Turkey", "Zambiaa")},
        [
            'warning: the sponsor "Cote d\'Ivoire" is not called by the short name of a State',
            'warning: the sponsor "Fiji and Samoa" is more than one State',
            'warning: the sponsor "Iran" is not called by the short name of a State',
            'warning: the sponsor "Netherlands" is not called by the short name of a State',
            'warning: the sponsor "the Sudan" is not called by the short name of a State',
            'warning: the sponsor "Timor Leste" is not called by the short name of a State',
            'warning: the sponsor "Turkey" is not called by the short name of a State',
            'warning: the sponsor "Zambiaa" is not called by the short name of a State',
        ],
    ),
    "sponsors by their short names, a blank, and a group": (
        sponsor_names,
        {
            "sponsors": (
                "Antigua and Barbuda", "Bahamas (The)", "Côte d’Ivoire", "Guinea\u2011Bissau", "Netherlands (Kingdom of the)", "Türkiye",
                "___", "European Union", "State of Palestine",
            )
        },
        [],
    ),
    "subparagraphs in small letters and in italics": (
        subparagraph_opening,
        {
            "preamble": [("a | *Recalling*:", ["a1 | the Charter,"])],
            "operative": [("b | *Urges* States:", ["b1 | to act;", ("b2 | *Requests* it:", ["b3 | at once."])])],
        },
        [
            'warning: preambular paragraph 1 (a) (a1) begins with a small letter: "the Charter"',
            'warning: operative paragraph (a) (b1) begins with a small letter: "to act"',
            'warning: operative paragraph (b) (b2) begins in italics: "*Requests*"',
            'warning: operative paragraph (b) (i) (b3) begins with a small letter: "at once"',
        ],
    ),
    "subparagraphs with capitals, figures, titles, what goes on, and an annex": (
        subparagraph_opening,
        {
            "operative": [("a | *Urges* States:", ["a1 | To act;", "a2 | *Yearbook of Libraries*;", "a3 | 12 shelves;", "a4= | and to lend."])],
            "annex": [("b | Libraries are:", ["b1 | open;", "b2 | free."])],
        },
        [],
    ),
    "sections that are the only ones": (
        lone_section,
        {
            "operative": [
                section("one", Scheme.ROMAN), section("one-a", Scheme.LETTER), "a | *Notes* it;",
                section("two", Scheme.ROMAN), section("two-a", Scheme.LETTER), "b | *Notes* that;", section("two-b", Scheme.LETTER), "c | *Notes* all.",
            ],
            "annex": [section("alone", Scheme.ROMAN), "d | All."],
        },
        [
            'warning: heading of section I.A (one-a) is numbered "A", but there is no "B"',
            'warning: annex, heading of section I (alone) is numbered "I", but there is no "II"',
        ],
    ),
    "sections in rows, one without a number, and one out of another text": (
        lone_section,
        {
            "operative": [section("one", Scheme.ROMAN), "a | *Notes* it;", section("two", Scheme.ROMAN), "# three | Shelves", "b | *Notes* all."],
            "annex": [section("b", Scheme.LETTER, "B."), "c | All."],
        },
        [],
    ),
    "an annex that is not there": (
        annex_reference,
        {"operative": ["a | *Adopts* the rules set out in annex I to the present resolution;", "b | *Adopts* the plan annexed hereto."]},
        [
            'warning: paragraph 1 (a) names "annex I to the present resolution", but the text has no annex',
            'warning: paragraph 2 (b) names "annexed hereto", but the text has no annex',
        ],
    ),
    "an annex that nobody names": (
        annex_reference,
        {"operative": OPERATIVE, "annex": ["c | This annex has one rule."]},
        ["info: Annex (annex) is never named in the text"],
    ),
    "an annex that is named, and those of other texts": (
        annex_reference,
        {"operative": ["a | *Adopts* the rules contained in the annex to the present resolution."], "annex": ["c | A rule."]},
        [],
    ),
    "the annex of another text": (annex_reference, {"operative": ["a | *Recalls* the annex to resolution 79/124 and the report annexed."]}, []),
    "a title with a word that the item has otherwise": (
        title_and_item,
        {"agenda": (AgendaItem("82", "Education: protection of library"),)},
        ['info: the title has "libraries" where the agenda item has "library"'],
    ),
    "the title of the sub-item": (title_and_item, {"agenda": (AgendaItem("82", "Education: protection of libraries"),)}, []),
    "a title of its own": (title_and_item, {"agenda": (AgendaItem("82", "Protection of archives, and other matters"),)}, []),
}  # fmt: skip


def found(rule, resolution):
    """The findings of a rule as "message | words | instead"."""
    return [f"{each.message} | {each.words} | {each.instead}" for each in rule(Subject(resolution))]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Protection of libraries", []),
        ("Protection of the UN-Women library, of UNESCO and of COVID-19 archives", []),
        ("2022 world year of libraries", []),
        ("Protection of libraries.", ["title ends with a period: \"libraries.\" | libraries. | libraries"]),
        ("79/124. Protection of libraries", ['title begins with the number "79/124." | 79/124.  | ']),
        ("PROTECTION OF LIBRARIES", ["title is in capitals | PROTECTION OF LIBRARIES | "]),
        ("Libraries of the UN", ['title has "UN" for "United Nations" | UN | United Nations']),
    ],
)
def test_the_form_of_a_title(title, expected, draft):
    assert [line.removeprefix("the ") for line in found(title_form, draft(title=title))] == expected


@pytest.mark.parametrize(
    ("preamble", "written", "expected"),
    [
        (["a | *Recalling* it,"], "*The General Assembly*,", []),
        (["a | *Recalling* it,"], "*The General Assembly*, acting under its mandate:", []),
        ([], "*The General Assembly*", []),
        (["a | *Recalling* it,"], "*The General Assembly*", ["has no comma before the preamble: {} | *The General Assembly* | *The General Assembly*,"]),
        ([], "*The General Assembly*,", ["has a comma, but no preamble follows: {} | *The General Assembly*, | *The General Assembly*"]),
        ([], "*The General Assembly,*", ["has a comma, but no preamble follows: {} | *The General Assembly,* | *The General Assembly*"]),
        (["a | *Recalling* it,"], "", ["is missing |  | "]),
        ([], "*The Assembly*", ["does not name the General Assembly | The Assembly | "]),
    ],
)
def test_the_enacting_formula_has_its_comma_before_a_preamble_only(preamble, written, expected, draft):
    text = draft(preamble=preamble, operative=OPERATIVE, formula=written)
    shown = '"' + inline.plain(inline.parse(written)) + '"'
    assert found(formula, text) == [f"the enacting formula {line.format(shown)}" for line in expected]


def test_a_sponsor_is_put_right_only_where_its_name_is_certain(draft):
    text = draft(sponsors=("Iran", "Turkey", "Timor Leste", "Zambiaa", "Fiji, Samoa and Tonga"))
    assert [(each.words, each.instead) for each in sponsor_names(Subject(text))] == [
        ("Iran", "Iran (Islamic Republic of)"),
        ("Turkey", "Türkiye"),
        ("Timor Leste", "Timor-Leste"),
        ("Zambiaa", ""),
        ("Fiji, Samoa and Tonga", ""),
    ]


def test_a_small_letter_is_made_a_capital(draft):
    text = draft(operative=[("a | *Urges* States:", ["b | to report on it."])])
    assert [(each.words, each.instead) for each in subparagraph_opening(Subject(text))] == [("to report", "To report")]


def test_the_frame_of_a_draft_is_looked_at_when_it_is_handed_in(draft):
    text = draft(operative=OPERATIVE, **FRAME | {"session": 80})
    assert [each.code for each in check(text)] == []
    assert [each.code for each in check(text, stage="l-document")] == ["draft-frame"]
