"""Slips that once went by: each rule on a text with such a slip, and on the same text as it should be."""

from __future__ import annotations

import pytest

from draftkit.checks import Subject, check
from draftkit.checks.citations.citation_form import citation_form
from draftkit.checks.citations.citation_plural import citation_plural
from draftkit.checks.form.closing_lines import closing_lines
from draftkit.checks.form.draft_frame import draft_frame
from draftkit.checks.form.lone_subparagraph import lone_subparagraph
from draftkit.checks.form.open_bracket import open_bracket
from draftkit.checks.form.sponsors_order import sponsors_order
from draftkit.checks.form.title_and_item import title_and_item
from draftkit.checks.notes.dangling_note import dangling_note
from draftkit.checks.notes.note_form import note_form
from draftkit.checks.notes.note_symbol import note_symbol
from draftkit.checks.notes.old_report_symbol import old_report_symbol
from draftkit.checks.openers.opener_italics import opener_italics
from draftkit.checks.openers.unknown_opener import unknown_opener
from draftkit.checks.punctuation.final_punctuation import final_punctuation
from draftkit.checks.references.reference_plural import reference_plural
from draftkit.checks.references.unresolved_reference import unresolved_reference
from draftkit.checks.reports.elsewhere import in_words
from draftkit.checks.sessions.report_without_item import report_without_item
from draftkit.checks.sessions.session_cadence import session_cadence
from draftkit.checks.wording.house_terms import house_terms
from draftkit.model import AgendaItem

FRAME = {
    "symbol": "A/C.6/81/L.7",
    "distribution": "Limited",
    "original": "English",
    "session": 81,
    "committee": "Sixth Committee",
    "issued": "4 November 2026",
    "agenda": (AgendaItem("82 (b)", "Protection of libraries"),),
}
TWO = ["a | *Notes* the report;", "b | *Decides* to meet."]


def noted(note):
    return {"operative": ["a | *Notes* the report.[^n]"], "notes": {"n": note}}


def only(text, more=()):
    return {"operative": [f"a | {text}", *more]}


def ahead(report, agenda):
    return {
        "session": 80,
        "operative": [
            f"a | *Calls upon* the Secretary-General to submit to the General Assembly at its {report} session a report on it;",
            f"b | *Decides* to include in the provisional agenda of its {agenda} session the item entitled “Libraries”.",
        ],
    }


CASES = {
    "closing lines of another day, and without the ending of the ordinal": (
        closing_lines,
        {"operative": TWO, "adopted": "7 December 2026", "closing": "8 December 2026", "meeting": "45 plenary meeting"},
        [
            'error: the closing line has "8 December 2026", but the masthead has "7 December 2026"',
            'error: the closing line has "45 plenary meeting"',
        ],
    ),
    "the wrong ending": (
        closing_lines,
        {"operative": TWO, "meeting": "52th plenary meeting"},
        ['error: the closing line has "52th plenary meeting"'],
    ),
    "closing lines as they should be": (
        closing_lines,
        {"operative": TWO, "adopted": "7 December 2026", "closing": "7 December 2026", "meeting": "52nd (resumed) plenary meeting"},
        [],
    ),
    "a line of the meeting that was read as a paragraph": (
        closing_lines,
        {"operative": [*TWO, "c= | 45 plenary meeting 8 December 2026"]},
        ['error: the closing line has "45 plenary meeting"'],
    ),
    "the paragraph before such a line is the last": (
        final_punctuation,
        {"operative": [*TWO, "c= | 45 plenary meeting 8 December 2026"]},
        [],
    ),
    "square brackets left": (
        open_bracket,
        {"title": "Protection of [all] libraries", "operative": ["a | *Invites* States to accord [high] priority to it."]},
        ['error: the title has square brackets: "[all]"', 'error: operative paragraph (a) has square brackets: "[high]"'],
    ),
    "square brackets of quotations, of annexes, and of a lost callout": (
        open_bracket,
        {"operative": ["a | *Recalls* that “they [the libraries] are open”;[5]"], "annex": ["x | Name: [name]."]},
        [],
    ),
    "date of issue and agenda item in other forms": (
        draft_frame,
        FRAME | {"issued": "November 14, 2026", "agenda": (AgendaItem("16O", "Protection of libraries"),)},
        ['warning: the masthead has the date "November 14, 2026"', 'warning: the masthead has the agenda item "16O"'],
    ),
    "the same in their forms": (draft_frame, FRAME, []),
    "several items, and those not known yet": (
        draft_frame,
        FRAME | {"issued": "___ November 2026", "agenda": (AgendaItem("16 and 75 (b)", "A"), AgendaItem("___", "B"))},
        [],
    ),
    "a sole subparagraph": (
        lone_subparagraph,
        {"operative": [("a | *Requests* the Secretary-General:", ["b | To report on it."])]},
        ['warning: operative paragraph (a) has a subparagraph "(a)", but no "(b)"'],
    ),
    "two subparagraphs, and one without a letter": (
        lone_subparagraph,
        {"operative": [("a | *Requests* him:", ["b | To report;", "c | To go."]), ("d | *Notes* this:", ["e= | Good."])]},
        [],
    ),
    "a sponsor named twice": (
        sponsors_order,
        {"sponsors": ("Chile", "Fiji", "Chile")},
        ['warning: the sponsor "Chile" is named twice'],
    ),
    "one small word for another": (
        title_and_item,
        {"title": "Protection on the libraries", "agenda": (AgendaItem("82", "Protection of the libraries"),)},
        ['info: the title has "on" where the agenda item has "of"'],
    ),
    "more than the verb in italics": (
        opener_italics,
        only("*Acknowledges the efforts* of States."),
        ['warning: operative paragraph (a) has "the efforts" in italics'],
    ),
    "which is no rare opening": (unknown_opener, only("*Acknowledges the efforts* of States."), []),
    "an opening that has its noun": (opener_italics, only("*Expresses the hope* that it will."), []),
    "a callout whose note is gone": (
        dangling_note,
        only("*Notes* the activities;[5]", ["b | *Decides* to meet."]),
        ["error: paragraph 1 (a) calls note 5, which is not among the notes"],
    ),
    "and what it does not change": (final_punctuation, only("*Notes* the activities;[5]", ["b | *Decides* to meet."]), []),
    "brackets that are no callout": (dangling_note, only("*Notes* article [5] and “the [7] States”."), []),
    "a resolution given by its symbol": (note_form, noted("A/RES/60/1."), ['warning: footnote 1 (n) has "A/RES/60/1"']),
    "documents given by their symbols": (note_form, noted("A/60/1, annex."), []),
    "a record with a dot": (
        note_symbol,
        noted("A/C.6/79.SR.37."),
        ['warning: footnote 1 (n) has "A/C.6/79.SR.37", which is not formed as a document symbol'],
    ),
    "an addendum without its stroke": (
        note_symbol,
        noted("A/68/213Add.1."),
        ['warning: footnote 1 (n) has "A/68/213Add.1", which is not formed as a document symbol'],
    ),
    "an addendum behind a blank": (
        note_symbol,
        noted("A/68/213/ Add.1."),
        ['warning: footnote 1 (n) has "A/68/213/ Add.1", which is not formed as a document symbol'],
    ),
    "records and addenda": (note_symbol, noted("See A/C.6/79/SR.37, A/79/PV.4, A/68/213/Add.1 and A/68/213, Add.1."), []),
    "an annual report of a session before": (
        old_report_symbol,
        {
            "session": 78,
            "operative": ["a | *Takes note* of the annual report of the Secretary-General.[^n]"],
            "notes": {"n": "A/76/184."},
        },
        [
            'warning: footnote 1 (n) gives "A/76/184." of session 76 for "the annual report of the Secretary-General"; '
            "the text is of session 78"
        ],
    ),
    "small and capital letters": (
        house_terms,
        only("*Urges* member States and all states, in view of its Resolution 67/1, to act."),
        [
            'warning: operative paragraph (a) spells "all states"',
            'warning: operative paragraph (a) spells "its Resolution"',
            'info: operative paragraph (a) speaks of "member States"',
        ],
    ),
    "member States of another body": (house_terms, only("*Urges* the member States of the Union and all States to act."), []),
    "a number of old without its session": (
        citation_form,
        only("*Recalls* its resolution 2625 of 24 October 1970 and resolution 2625 of 24 October 1970."),
        ['error: operative paragraph (a) cites "its resolution 2625"', 'error: operative paragraph (a) cites "resolution 2625"'],
    ),
    "numbers of old, and of the Security Council": (
        citation_form,
        only("*Recalls* its resolution 2625 (XXV) of 24 October 1970 and resolution 2175 (2014) of 29 August 2014."),
        [],
    ),
    "a paragraph that is not there": (
        unresolved_reference,
        only("*Recalls* paragraph 87 above."),
        ['warning: operative paragraph (a) says "paragraph 87 above" as plain text'],
    ),
    "several paragraphs of another text": (
        reference_plural,
        only("*Recalls* paragraph 13 and 14 of the annex, paragraph 3, 4 and 7 of that text and paragraph 2 and 30 States."),
        ['warning: operative paragraph (a) says "paragraph 13 and 14"', 'warning: operative paragraph (a) says "paragraph 3, 4 and 7"'],
    ),
    "one paragraph, and those of a text": (
        reference_plural,
        only("*Recalls* paragraphs 13 and 14 of the annex and paragraph 7 and 3 of the members."),
        [],
    ),
    "a second number behind a title": (
        citation_plural,
        only("*Recalls* its resolution 66/288, entitled “The future we want”, and 74/274."),
        ['warning: operative paragraph (a) says "resolution 66/288, entitled “The future we want”, and 74/274"'],
    ),
    "another resolution behind a title": (
        citation_plural,
        only("*Recalls* its resolution 66/288, entitled “The future we want”, and resolution 74/274."),
        [],
    ),
    "a report that is called for at another session": (
        session_cadence,
        ahead("eighty-first", "eighty-second"),
        [
            'warning: paragraph 1 (a) asks for a report at the "eighty-first session", but paragraph 2 (b) puts the item on the '
            "agenda of the eighty-second"
        ],
    ),
    "a report that is called for beside another": (
        report_without_item,
        {
            "session": 80,
            "operative": [
                ahead("eighty-second", "eighty-second")["operative"][0],
                ahead("ninety-ninth", "eighty-second")["operative"][0].replace("a |", "c |"),
                ahead("eighty-second", "eighty-second")["operative"][1],
            ],
        },
        ['info: paragraph 2 (c) asks for a report at the "ninety-ninth session", for which the text puts no item on the agenda'],
    ),
    "a report that is called for at the same session": (session_cadence, ahead("eighty-second", "eighty-second"), []),
}


@pytest.mark.parametrize(
    ("rule", "text", "instead"),
    [
        (note_symbol, noted("A/C.6/79.SR.37."), "A/C.6/79/SR.37"),
        (note_symbol, noted("A/68/213Add.1."), "A/68/213/Add.1"),
        (note_symbol, noted("A/68/213/ Add.1."), "A/68/213/Add.1"),
        (note_form, noted("A/RES/60/1."), "Resolution 60/1"),
        (citation_form, only("*Recalls* its resolution 2625 of 24 October 1970."), "2625 (XXV)"),
        (reference_plural, only("*Recalls* paragraph 13 and 14 of the annex."), "paragraphs 13 and 14"),
        (opener_italics, only("*Acknowledges the efforts* of States."), "*Acknowledges* the efforts"),
    ],
)
def test_what_to_write_is_certain(rule, text, instead, draft):
    assert [each.instead for each in rule(Subject(draft(**text)))] == [instead]


def test_brackets_are_left_in_drafts_until_they_are_handed_in(draft):
    text = draft(operative=["a | *Invites* States to accord [high] priority to it.", "b | *Decides* to meet."], **FRAME)
    assert "open-bracket" not in [each.code for each in check(text)]
    assert "open-bracket" in [each.code for each in check(text, stage="l-document")]


def test_a_number_that_no_paragraph_has_is_named(draft):
    (found,) = unresolved_reference(Subject(draft(operative=["a | *Recalls* paragraph 87 above.", "b | *Decides* to meet."])))
    assert found.fix == "no paragraph is numbered 87: write [[id]] of the one meant"


@pytest.mark.parametrize(
    ("fix", "expected"),
    [
        ("put [[id]] for the number if it is a paragraph of this text", "write the number of the paragraph meant"),
        ("take its label out: it is numbered by its place", "number the paragraphs in sequence"),
        ("call it with [^report], or delete it", "put its number where it belongs, or delete the note"),
        ("if the same paragraph of this text is meant, write [[id]] above", 'if the same paragraph of this text is meant, write "above" behind the number alone'),
        ("name it once", "name it once"),
    ],
)
def test_advice_for_a_file_without_marks(fix, expected):
    assert in_words(fix) == expected
