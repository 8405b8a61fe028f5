"""Each rule on a text that breaks it and on one that does not: "text in, findings out"."""

from __future__ import annotations

import pytest

from draftkit.checks import RULES, check, code, sentence
from draftkit.checks.adopted_remnants import adopted_remnants
from draftkit.checks.dangling_note import dangling_note
from draftkit.checks.dangling_reference import dangling_reference
from draftkit.checks.final_punctuation import final_punctuation
from draftkit.checks.ibid import ibid
from draftkit.checks.note_period import note_period
from draftkit.checks.numbering import numbering
from draftkit.checks.open_blank import open_blank
from draftkit.checks.opener_sequence import opener_sequence
from draftkit.checks.present_resolution import present_resolution
from draftkit.checks.reference_direction import reference_direction
from draftkit.checks.reference_plural import reference_plural
from draftkit.checks.symbol_in_text import symbol_in_text
from draftkit.checks.unknown_opener import unknown_opener
from draftkit.checks.unresolved_reference import unresolved_reference
from draftkit.model import AgendaItem, Cell, ClauseEntry, Severity, Table, Text

FILLER = ["first | *Notes* the report;", "second | *Welcomes* the report;", "third | *Stresses* its importance;"]

CASES = {
    "a reference to a paragraph that is gone": (
        dangling_reference,
        {"operative": ["condemns | *Condemns* such acts;", "calls | *Calls upon* States to act under paragraph [[acts]] above."]},
        ["error: paragraph 2 (calls) refers to [[acts]], which is not in the text"],
    ),
    "a reference to a preambular paragraph, from a note": (
        dangling_reference,
        {"preamble": ["alarmed | *Alarmed* by such acts,[^n]"], "operative": FILLER, "notes": {"n": "See paragraph [[alarmed]]."}},
        ["error: footnote 1 (n) refers to [[alarmed]], which has no number"],
    ),
    "references that hold, one to a clause still to be filled in": (
        dangling_reference,
        {
            "preamble": ["alarmed | *Alarmed* by what paragraph [[second]] below tells,"],
            "operative": [*FILLER, ClauseEntry("report", "report/request@1"), "last | *Recalls* paragraph [[report]] above."],
        },
        [],
    ),
    "a callout without its note, and a note without its callout": (
        dangling_note,
        {"preamble": ["recalls | *Recalling* the Charter,[^charter]"], "notes": {"report": "A/79/143."}},
        [
            "error: preambular paragraph 1 (recalls) calls [^charter], which is not among the notes",
            "warning: footnote (report) is never called and will not be printed",
        ],
    ),
    "a callout with its note": (
        dangling_note,
        {"preamble": ["recalls | *Recalling* the report,[^report]"], "notes": {"report": "A/79/143."}},
        [],
    ),
    "numbers typed by hand": (
        unresolved_reference,
        {
            "operative": [
                "a | *Recalls* paragraphs 2, 3 and 11 (a) above;",
                "b | *Notes* the data received pursuant to paragraph 20 since 2007;",
                "c | *Notes* paragraph 8 of the present resolution.",
            ]
        },
        [
            'warning: paragraph 1 (a) says "paragraphs 2, 3 and 11 (a) above" as plain text',
            'info: paragraph 2 (b) says "paragraph 20" as plain text, which may be a paragraph of this text',
            'warning: paragraph 3 (c) says "paragraph 8 of the present resolution" as plain text',
        ],
    ),
    "paragraphs of other texts": (
        unresolved_reference,
        {
            "operative": [
                "a | *Recalls* paragraph 48 of its resolution 66/246 and paragraphs 80 to 90 of resolution 61/105;",
                "b | *Recalls* article 2, paragraph 7, of the Charter and Article 13, paragraph 1 (a), of the Charter;",
                "c | *Notes* section II, paragraph 7, of that resolution, paragraph 34 thereof and paragraph [[a]] above.",
            ]
        },
        [],
    ),
    "blanks in the masthead, the text and a note": (
        open_blank,
        {
            "symbol": "A/C.6/81/L.___",
            "agenda": (AgendaItem("___", "Protection of libraries"),),
            "operative": ["a | *Takes note* of the report;[^r]", "b | *Decides* to meet on ___ October 2026."],
            "notes": {"r": "A/81/___."},
        },
        [
            'info: the masthead has an open blank in its symbol: "A/C.6/81/L.___"',
            'info: the masthead has an open blank in its agenda item: "___"',
            'info: paragraph 2 (b) has an open blank: "___"',
            'info: footnote 1 (r) has an open blank: "A/81/___."',
        ],
    ),
    "no blanks": (open_blank, {"symbol": "A/C.6/81/L.5", "operative": FILLER, "notes": {"r": "A/81/7."}}, []),
    "openings nobody uses": (
        unknown_opener,
        {
            "preamble": ["a | *Recaling* the Charter,", "b | Recalling the Charter,", "c | *Recalls* the Charter,"],
            "operative": ["d | *Zestfully invites* States to act;", "e | *Further urges* States to act."],
            "annex": ["f | An annex opens as it likes"],
        },
        [
            'warning: preambular paragraph 1 (a) opens with "Recaling", which is not a known preambular opening',
            "info: preambular paragraph 2 (b) does not open in italics",
            'warning: preambular paragraph 3 (c) opens with "Recalls", which is not a known preambular opening',
            'warning: paragraph 1 (d) opens with "Zestfully invites", which is not a known operative opening',
        ],
    ),
    "known openings, and a paragraph that goes on with the one before": (
        unknown_opener,
        {
            "preamble": ["a | *Noting with appreciation also* the work,", "b | *Reaffirming further its commitment* to act,"],
            "operative": ["c | *Decides* to adopt the following text:", "d= | The text.", "e | *Also* *requests* a report."],
        },
        [],
    ),
    "repeated verbs without their adverbs": (
        opener_sequence,
        {
            "preamble": ["a | *Recalling* this,", "b | *Recalling further* that,", "c | *Noting* this,", "d | *Recalling* it,"],
            "operative": [
                "e | *Welcomes* the report;",
                "f | *Welcomes* the panel;",
                "g | *Requests* the Secretary-General to report;",
                "h | *Requests* the Secretary-General to publish it;",
                "i | *Also requests* all States to help;",
            ],
        },
        [
            'warning: preambular paragraph 2 (b) opens with "Recalling further" where the cycle asks for "Recalling also"',
            'warning: paragraph 2 (f) opens with "Welcomes" where the cycle asks for "Also welcomes"',
            'info: paragraph 4 (h) opens with "Requests" where the cycle asks for "Also requests"',
            'info: paragraph 5 (i) opens with "Also requests" where the cycle asks for "Requests"',
        ],
    ),
    "the cycle of three, begun anew by another verb, another addressee and a heading": (
        opener_sequence,
        {
            "preamble": [f"p{at} | *{lead}* it," for at, lead in enumerate(
                ["Recalling", "Recalling also", "Recalling further", "Recalling", "Noting with concern", "Noting with concern also"]
            )],
            "operative": [
                "a | *Decides* this;",
                "b | *Also decides* that;",
                "# s | Reports",
                "c | *Decides* more;",
                "d | *Urges* all States to act;",
                "e | *Also urges* States to sign;",
                "f | *Urges* the Secretary-General to report.",
            ],
        },
        [],
    ),
    "wrong marks at the end": (
        final_punctuation,
        {
            "preamble": ["a | *Recalling* the Charter;", "b | *Noting* the report,[^n]"],
            "operative": [
                "c | *Notes* the report.",
                ("d | *Urges* States;", ["e | To act; and", "f | To act further"]),
                "g | *Recalls* paragraph [[c]]",
                "h | *Decides* to meet again;",
            ],
        },
        [
            "error: preambular paragraph 1 (a) ends with a semicolon, not with a comma",
            "error: paragraph 1 (c) ends with a period, not with a semicolon",
            "error: paragraph 2 (d) ends with a semicolon, not with a colon",
            'error: paragraph 2 (a) (e) ends with "and", not with a semicolon',
            "error: paragraph 2 (b) (f) ends with no punctuation mark, not with a semicolon",
            "error: paragraph 3 (g) ends with no punctuation mark, not with a semicolon",
            "error: paragraph 4 (h) ends with a semicolon, not with a period",
        ],
    ),
    "right marks at the end: subparagraphs close the text, a colon announces an unnumbered text and a table": (
        final_punctuation,
        {
            "preamble": [("a | *Recalling*:", ["b | The Charter;", "c | The Statute,"]), "d | *Noting* the report,[^n]"],
            "operative": [
                "e | *Decides* to adopt the following text:",
                "f= | Any ending will do",
                "g | *Decides* on these dates:",
                Table("t", ((Cell((Text("2026"),)),),)),
                ("h | *Urges* States:", [("i | To act:", ["j | At once;", "k | Together;"]), "l | To report.[^n]"]),
            ],
            "annex": ["m | No rule holds here"],
        },
        [],
    ),
    "each stretch numbered anew may end with a period": (
        final_punctuation,
        {"operative": ["a | *Notes* this.", "## s | Pensions", "b | *Notes* that;", "c | *Notes* more."]},
        [],
    ),
    "the wrong direction": (
        reference_direction,
        {
            "operative": [
                "a | *Recalls* paragraphs [[b]] and [[c]] above;",
                ("b | *Urges* States:", ["b1 | To act as in subparagraph [[b2]] above;", "b2 | To report under paragraph [[b1]] below;"]),
                "c | *Recalls* paragraphs [[a]] and [[d]] above;",
                "d | *Recalls* paragraph [[d]] above.",
            ]
        },
        [
            'error: paragraph 1 (a) says "2 and 3 above" of what stands below',
            'error: paragraph 2 (a) (b1) says "(b) above" of what stands below',
            'error: paragraph 2 (b) (b2) says "2 (a) below" of what stands above',
            'error: paragraph 3 (c) says "1 and 4 above" of paragraphs on both sides of it',
            'error: paragraph 4 (d) says "4 above" of itself',
        ],
    ),
    "the right direction": (
        reference_direction,
        {
            "preamble": ["p | *Guided* by paragraph [[a]] below,"],
            "operative": [
                "a | *Recalls* paragraphs [[b]] to [[c]] below;",
                ("b | *Urges* States:", ["b1 | To act;", "b2 | To act under subparagraph [[b1]] above;"]),
                "c | *Recalls* paragraph [[gone]] above and paragraph [[a]] of the present resolution.",
            ],
        },
        [],
    ),
    "one paragraph too many, one too few": (
        reference_plural,
        {"operative": [*FILLER, "d | *Recalls* paragraph [[first]] and [[second]] above, and paragraphs [[third]] above."]},
        ['warning: paragraph 4 (d) says "paragraph 1 and 2"', 'warning: paragraph 4 (d) says "paragraphs 3"'],
    ),
    "plurals that hold": (
        reference_plural,
        {
            "operative": [
                ("a | *Urges* States:", ["a1 | To act;", "a2 | To report;"]),
                "b | *Recalls* paragraph [[a1]] and [[a2]] above, paragraphs [[a1]] and [[a2]] above and paragraph [[a]] above;",
                "c | *Recalls* paragraphs [[a]] and [[b]] above and paragraphs [[a]] and 7 of another text.",
            ]
        },
        [],
    ),
    "labels out of sequence": (
        numbering,
        {
            "preamble": ["p=1. | *Noting* this,"],
            "operative": ["a | *Notes* this;", "b=4. | *Notes* that;", ("c | *Urges* States:", ["c1 | To act;", "c2=(d) | To report."])],
        },
        [
            'warning: preambular paragraph 1 (p) is labelled "1.", but should have no number',
            'warning: paragraph 4 (b) is labelled "4.", where "2." comes next',
            'warning: paragraph 5 (d) (c2) is labelled "(d)", where "(b)" comes next',
        ],
    ),
    "a number on a sole paragraph": (
        numbering,
        {"operative": ["a=1. | *Adopts* the following text:", "b= | The text."]},
        ['warning: paragraph 1 (a) is labelled "1.", but should have no number'],
    ),
    "labels in sequence, and free ones in an annex": (
        numbering,
        {
            "operative": ["a=1. | *Notes* this;", "b | *Notes* that;", "## s | Pensions", "c=1. | *Notes* more;", "d | *Notes* all."],
            "annex": ["e=7. | A rule", "f=3. | Another"],
        },
        [],
    ),
    "Ibid. after the wrong note, or after none": (
        ibid,
        {
            "preamble": ["a | *Recalling* these,[^one] those[^two] and others,[^three]"],
            "notes": {"one": "Ibid., para. 3.", "two": "A/79/1.", "three": ("Ibid., para. 7.", "one")},
        },
        [
            'error: footnote 1 (one) is "Ibid.", but no note stands before it',
            'error: footnote 3 (three) is "Ibid." for footnote 1 (one), but footnote 2 (two) stands before it',
        ],
    ),
    "Ibid. in a chain": (
        ibid,
        {
            "preamble": ["a | *Recalling* these,[^one] those[^two] and others,[^three]"],
            "notes": {"one": "A/79/1.", "two": ("Ibid., para. 3.", "one"), "three": ("Ibid., para. 7.", "one"), "never": "Ibid."},
        },
        [],
    ),
    "what is left of an adopted text": (
        adopted_remnants,
        {
            "symbol": "A/RES/79/124",
            "adopted": "4 December 2024",
            "basis": "on the report of the Sixth Committee (A/79/472, para. 7)",
            "meeting": "47th plenary meeting",
            "closing": "4 December 2024",
        },
        [
            'error: the symbol of an adopted text is left: "A/RES/79/124"',
            'error: the date of an adopted text is left: "4 December 2024"',
            'error: the bracket line of an adopted text is left: "on the report of the Sixth Committee (A/79/472, para. 7)"',
            'error: a closing line of an adopted text is left: "47th plenary meeting"',
            'error: a closing line of an adopted text is left: "4 December 2024"',
        ],
    ),
    "a clean masthead": (adopted_remnants, {"symbol": "A/C.6/81/L.5", "original": "English", "operative": FILLER}, []),
    "a note without its period": (
        note_period,
        {"preamble": ["a | *Recalling* this,[^n]"], "notes": {"n": "A/79/143"}},
        ["warning: footnote 1 (n) does not end with a period"],
    ),
    "notes with a period": (
        note_period,
        {"notes": {"n": "A/79/143.", "m": "United Nations, *Treaty Series*, vol. 500, No. 7310."}},
        [],
    ),
    "this resolution": (
        present_resolution,
        {"operative": ["a | *Decides* to review this resolution at its next session."]},
        ['warning: paragraph (a) says "this resolution"'],
    ),
    "the present resolution": (present_resolution, {"operative": ["a | *Recalls* the present resolution and these resolutions."]}, []),
    "a symbol in running text": (
        symbol_in_text,
        {"operative": [("a | *Recalls* A/RES/79/124;", ["b | And A/RES/ES-11/1."])]},
        ['warning: paragraph (a) has the symbol "A/RES/79/124"', 'warning: paragraph (a) (b) has the symbol "A/RES/ES-11/1"'],
    ),
    "symbols in notes and tables": (
        symbol_in_text,
        {"operative": ["a | *Recalls* its resolution 79/124;", Table("t", ((Cell((Text("A/RES/79/124"),)),),))], "notes": {"n": "A/RES/79/124."}},
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_rule_finds_what_breaks_it_and_nothing_else(name, draft, findings):
    rule, text, expected = CASES[name]
    assert findings(rule, draft(**text)) == expected


def test_every_rule_has_a_case_that_trips_and_one_that_passes():
    tripped = {rule for rule, _, expected in CASES.values() if expected}
    passed = {rule for rule, _, expected in CASES.values() if not expected}
    assert tripped == passed == set(RULES)


def test_every_finding_carries_the_code_of_its_rule_a_fix_and_the_place_it_is_about(draft):
    for rule, text, _ in CASES.values():
        for finding in rule(draft(**text)):
            assert finding.code == code(rule)
            assert finding.fix


def test_a_rule_says_what_it_asks_for_in_one_sentence():
    assert sentence(dangling_reference) == "A reference names a paragraph that is in the text and has a number (un-rules D3)."
    assert all(sentence(rule) for rule in RULES)


def test_an_unknown_opening_is_told_the_known_one_it_is_like(draft):
    findings = list(unknown_opener(draft(preamble=["a | *Recaling* the Charter,"])))
    assert [finding.fix for finding in findings] == ['perhaps "Recalling"']


def test_blanks_and_remnants_are_errors_only_in_an_l_document(draft):
    text = draft(symbol="A/C.6/81/L.___", adopted="4 December 2024", meeting="47th plenary meeting")
    assert [(each.code, each.severity) for each in check(text)] == [("open-blank", Severity.INFO)]
    assert [(each.code, each.severity) for each in check(text, stage="l-document")] == [
        ("open-blank", Severity.ERROR),
        ("adopted-remnants", Severity.ERROR),
        ("adopted-remnants", Severity.ERROR),
    ]


def test_a_stage_that_is_none_is_refused(draft):
    with pytest.raises(ValueError, match="final"):
        check(draft(), stage="final")
