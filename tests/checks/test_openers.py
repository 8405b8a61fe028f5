"""How paragraphs open, each rule on a text that breaks it and on one that does not: "text in, findings out"."""

from __future__ import annotations

import pytest

from draftkit.checks import Subject
from draftkit.checks.openers.emphasis import emphasis
from draftkit.checks.openers.opener_italics import opener_italics
from draftkit.checks.openers.opener_sequence import opener_sequence
from draftkit.checks.openers.unknown_opener import unknown_opener
from draftkit.model import Cell, Table, Text

CASES = {
    "openings in roman, and too much or too little in italics": (
        opener_italics,
        {
            "preamble": [
                "a | Recalling the Charter,",
                "b | *Alarmed by* the losses,",
                "c | *Recalling its resolution 79/124* of 4 December 2024,",
                "d | *Recalling* also its aims,",
                "e | Noting with concern, in this regard, that",
            ],
            "operative": ["f | Also requests a report;", "g | *Takes note of the report;*", "h | *Urges* States to act."],
        },
        [
            'warning: preambular paragraph 1 (a) opens with "Recalling" in roman',
            'warning: preambular paragraph 2 (b) has "by" in italics',
            'warning: preambular paragraph 3 (c) has "its resolution 79/124" in italics',
            'warning: preambular paragraph 4 (d) has "also" behind "Recalling" in roman',
            'warning: preambular paragraph 5 (e) opens with "Noting with concern" in roman',
            'warning: paragraph 1 (f) opens with "Also requests" in roman',
            'warning: paragraph 2 (g) has "of the report" in italics',
        ],
    ),
    "openings in italics with all that belongs to the verb; declarations and annexes": (
        opener_italics,
        {
            "preamble": ["a | *Alarmed* by the losses,", "b | *Recalling also* its aims,", "c | *Reaffirming its commitment* to lend,"],
            "operative": [
                "d | *Calls upon* States to act;",
                "e | *Reiterates its grave concern* at it;",
                "f | We, the librarians, have met;",
                "g= | Requests of old are kept.",
            ],
            "annex": ["h | Requests are free."],
        },
        [],
    ),
    "what is known but stands in roman is told once, by opener-italics": (
        unknown_opener,
        {"preamble": ["a | Recalling the Charter,", "b | *Alarmed by* the losses,"]},
        [],
    ),
    "stressed words, and second verbs in italics": (
        emphasis,
        {
            "preamble": ["a | *Recalling* **the Charter** and *recalling also* its aims,"],
            "operative": ["b | *Urges* *all* States to act *immediately*;", ("c | *Decides*:", ["c1 | To meet, and *requests* a report."])],
        },
        [
            'warning: preambular paragraph 1 (a) has words in bold: "the Charter"',
            'warning: preambular paragraph 1 (a) has a second verb in italics: "recalling also"',
            'warning: paragraph 1 (b) has a word in italics: "immediately"',
            'warning: paragraph 2 (a) (c1) has a second verb in italics: "requests"',
        ],
    ),
    "titles, words of other languages, letters of Articles, headings in bold, and an annex": (
        emphasis,
        {
            "operative": [
                "a | *Recalls* the *Yearbook of Libraries*, Article 73 *e* and *jus cogens*;",
                "b | **We will lend.** It is good to lend.",
            ],
            "annex": ["c | *All* may **read**."],
        },
        [],
    ),
    "an adverb without a verb that it adds to": (
        opener_sequence,
        {"operative": ["a | *Notes* it;", "b | *Also requests* the Secretary-General to report;", "c | *Also commends* them."]},
        [
            'warning: paragraph 2 (b) opens with "Also requests" where the cycle asks for "Requests"',
            'warning: paragraph 3 (c) opens with "Also commends" where the cycle asks for "Commends"',
        ],
    ),
    "one slip is one warning; after a table, and of verbs that commend somebody, only a question": (
        opener_sequence,
        {
            "preamble": ["a | *Recalling* it,", "b | *Recalling* that,", "c | *Recalling also* this,"],
            "operative": [
                "d | *Approves* the table:",
                Table("t", ((Cell((Text("2026"),)),),)),
                "e | *Approves* the sum;",
                "f | *Commends* the panel;",
                "g | *Commends* the Committee.",
            ],
        },
        [
            'warning: preambular paragraph 2 (b) opens with "Recalling" where the cycle asks for "Recalling also"',
            'info: preambular paragraph 3 (c) opens with "Recalling also" where the cycle asks for "Recalling further"',
            'info: paragraph 2 (e) opens with "Approves" where the cycle asks for "Also approves"',
            'info: paragraph 4 (g) opens with "Commends" where the cycle asks for "Also commends"',
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("part", "typed", "mended"),
    [
        ("preamble", "Recalling the Charter,", "*Recalling* the Charter,"),
        ("preamble", "*Alarmed by* the losses,", "*Alarmed* by the losses,"),
        ("preamble", "*Recalling its resolution 79/124* of 4 December,", "*Recalling* its resolution 79/124 of 4 December,"),
        ("preamble", "*Recalling* also its aims,", "*Recalling also* its aims,"),
        ("operative", "*Takes note of* the report;", "*Takes note* of the report;"),
        ("operative", "*Urges* States, and *requests* a report.", "*Urges* States, and requests a report."),
    ],
)
def test_what_is_certain_is_told_in_the_marks_of_a_draft(part, typed, mended, draft):
    subject = Subject(draft(**{part: [f"a | {typed}"]}))
    (finding,) = [*opener_italics(subject), *emphasis(subject)]
    assert typed.replace(finding.words, finding.instead) == mended


def test_only_a_certain_adverb_is_put_in(draft):
    text = draft(operative=["a | *Notes* it;", "b | *Notes* that;", "c | *Urges* States to act;", "d | *Urges* States to pay."])
    assert [(each.words, each.instead) for each in opener_sequence(Subject(text))] == [("Notes", "Also notes"), ("Urges", "")]
