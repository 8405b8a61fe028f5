"""The characters of a text, each rule on one that breaks it and on one that does not: "text in, findings out"."""

from __future__ import annotations

import pytest

from draftkit import inline
from draftkit.checks import Subject
from draftkit.checks.punctuation.abbreviations import abbreviations
from draftkit.checks.punctuation.dashes import dashes
from draftkit.checks.punctuation.final_punctuation import final_punctuation
from draftkit.checks.punctuation.quotation_marks import quotation_marks
from draftkit.checks.punctuation.spacing import spacing
from draftkit.checks.punctuation.straight import curled
from draftkit.cli.checking.mending import mended as apply
from draftkit.cli.checking.mending import planned
from draftkit.model import Cell, Table, Text

CASES = {
    "marks that are typed straight": (
        quotation_marks,
        {
            "preamble": ['a | *Recalling* the report entitled "Our common library"[^n] and the library\'s rules,'],
            "operative": ["b | *Notes* the 'open' shelves.", "c | *Notes* it."],
            "notes": {"n": 'See "Shelves", annex.'},
        },
        [
            'warning: preambular paragraph 1 (a) has a straight mark: "Our',
            'warning: preambular paragraph 1 (a) has a straight mark: library"',
            'warning: preambular paragraph 1 (a) has a straight mark: library\'s',
            "warning: paragraph 1 (b) has a straight mark: 'open'",
            'warning: footnote 1 (n) has a straight mark: "Shelves",',
        ],
    ),
    "quotations of which a mark is missing": (
        quotation_marks,
        {
            "preamble": ["a | *Recalling* the report entitled “Our common library,"],
            "operative": ["b | *Notes* the item entitled Libraries”;", ("c | *Asks* “what follows:", ["c1 | From this;", "c2 | From that."])],
        },
        [
            "warning: preambular paragraph 1 (a) opens a quotation that it does not close",
            "warning: paragraph 1 (b) closes a quotation that it did not open",
            "warning: paragraph 2 (c) opens a quotation that it does not close",
        ],
    ),
    "curly marks, a quotation that goes on below, addresses, minutes, and an annex": (
        quotation_marks,
        {
            "operative": [
                "a | *Notes* the library’s item “Libraries ‘of today’”;",
                ("b | *Asks* “what follows:", ["b1 | From this;", "b2 | From that?”"]),
                "c= | “A text in two paragraphs,",
                "d= | that goes on.”",
                "e | *Notes* that it lies at 12° 5' north.",
            ],
            "annex": ["f | “A quotation of two paragraphs;", "g | “It goes on.”"],
            "notes": {"n": "See www.libraries.example/?q='x'."},
        },
        [],
    ),
    "dashes of other kinds": (
        dashes,
        {
            "preamble": ["a | *Recalling* its aims—old and new—and means,", "b | *Noting* the libraries - old and new -- of States,"],
            "operative": ["c | *Notes* the shelves--all of them.[^n]"],
            "notes": {"n": "A/50/60—S/1995/1."},
        },
        [
            'warning: preambular paragraph 1 (a) has an em dash: "aims—old"',
            'warning: preambular paragraph 1 (a) has an em dash: "new—and"',
            'warning: preambular paragraph 2 (b) has a hyphen for a dash: "libraries - old"',
            'warning: preambular paragraph 2 (b) has a hyphen for a dash: "new -- of"',
            'warning: operative paragraph (c) has hyphens for a dash: "shelves--all"',
            'warning: footnote 1 (n) has an em dash: "A/50/60—S/1995/1."',
        ],
    ),
    "dashes and hyphens in their places": (
        dashes,
        {
            "operative": [
                "a | *Notes* the libraries – old and new – of 2017–2030, pre- and post-war, at posts P-4 - P-5;",
                Table("t", ((Cell((Text("-"),)), Cell((Text("5 - 6"),))),)),
            ],
            "notes": {"n": "A/50/60-S/1995/1."},
        },
        [],
    ),
    "blanks too many and too few": (
        spacing,
        {
            "preamble": ["a | *Recalling* libraries , archives,museums ( and halls ) ,[^n]", "b | *Noting*\u00a0 them,"],
            "notes": {"n": "See A/79/143 ."},
        },
        [
            'warning: preambular paragraph 1 (a) has a blank before a mark: "libraries ,"',
            'warning: preambular paragraph 1 (a) has no blank behind a mark: "archives,museums"',
            'warning: preambular paragraph 1 (a) has a blank behind an opening mark: "( and"',
            'warning: preambular paragraph 1 (a) has a blank before a mark: "halls )"',
            'warning: preambular paragraph 1 (a) has a blank before a mark: ") ,"',
            'warning: preambular paragraph 2 (b) has two blanks together: "them,"',
            'warning: footnote 1 (n) has a blank before a mark: "A/79/143 ."',
        ],
    ),
    "blanks in their places, figures, an ellipsis, an address and a table": (
        spacing,
        {
            "operative": [
                "a | *Notes* the sum of 1,200,000 dollars, .5 per cent and the words “To act ...”[^n] of 4\u00a0December;",
                Table("t", ((Cell((Text("a  b ,c"),)),),)),
            ],
            "notes": {"n": "See www.libraries.example/a,b."},
        },
        [],
    ),
    "signs and short forms": (
        abbreviations,
        {
            "preamble": ["a | *Recalling* that 5 % of archives & libraries, i.e. few, have met,"],
            "operative": ["b | *Notes* their needs, e.g. shelves, chairs, etc., and the sum of $500."],
        },
        [
            'warning: preambular paragraph 1 (a) has "%": "5 %"',
            'warning: preambular paragraph 1 (a) has "&": "archives & libraries,"',
            'warning: preambular paragraph 1 (a) has "i.e.": "i.e."',
            'warning: operative paragraph (b) has "e.g.": "e.g."',
            'warning: operative paragraph (b) has "etc.": "etc.,"',
            'warning: operative paragraph (b) has "$": "$500."',
        ],
    ),
    "words for them, a name, and short forms in a note": (
        abbreviations,
        {"operative": ["a | *Notes* that 5 per cent of the R&D Platform met[^n] for 500 dollars."], "notes": {"n": "For example, 5 % (see e.g. p. 4)."}},
        [],
    ),
    "what ends with none, or with a sign that is not printed": (
        final_punctuation,
        {"preamble": ["a | *Recalling* the Charter,\u200e", "b | \\* \\* \\*"], "operative": ["c | *Includes* the item entitled “Libraries.”"]},
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "typed", "mended"),
    [
        (quotation_marks, 'the "sea", our \'own\' and the library\'s', "the “sea”, our 'own' and the library’s"),
        (dashes, "all — old--new - gone—together", "all – old – new – gone – together"),
        (dashes, "A/50/60—S/1995/1 and all", "A/50/60-S/1995/1 and all"),
        (spacing, "all , some,none ( of these ) .", "all, some, none (of these)."),
        (spacing, "archives,museums;halls", "archives, museums; halls"),
        (abbreviations, "5%, 6 % and 5% of a & b", "5 per cent, 6 per cent and 5 per cent of a and b"),
    ],
)
def test_what_is_certain_is_put_right_word_by_word(rule, typed, mended, draft):
    text = typed
    for _ in range(8):  # as a program does that writes what is to stand instead, one finding at a time
        subject = Subject(draft(operative=[f"a | {text}"], annex=[f"b | {text}"]))
        certain = [finding for finding in rule(subject) if finding.instead and finding.paragraph == "a"]
        if not certain:
            break
        assert text.count(certain[0].words) == 1
        text = text.replace(certain[0].words, certain[0].instead)
    assert text == mended


def mended(rule, draft, paragraph: str) -> str:
    """The paragraph after all that the rule is certain of, once."""
    text = draft(operative=[f"a | {paragraph}", "b | *Decides* to meet."], notes={"n": "A/79/143."})
    return inline.format(apply(text, planned(list(rule(Subject(text))), text).fixes)[0].parts[0].operative[0].content)


@pytest.mark.parametrize(
    ("rule", "typed", "expected"),
    [
        (quotation_marks, '*Notes* "Our library" and the States\' books', "*Notes* “Our library” and the States’ books"),
        (quotation_marks, '*Notes* "all" ("all"), l\'homme', "*Notes* “all” (“all”), l’homme"),
        (quotation_marks, '*Notes* "Agenda 21" and "Vision 2030"', "*Notes* “Agenda 21” and “Vision 2030”"),
        (quotation_marks, '*Notes* the "non-" prefix', "*Notes* the “non-” prefix"),
        (quotation_marks, '*Notes* "paragraph [[b]]" above and "it[^n]" too', "*Notes* “paragraph [[b]]” above and “it[^n]” too"),
        (quotation_marks, "*Notes* the '80s and the 1990's", "*Notes* the ’80s and the 1990’s"),
        (quotation_marks, "*Notes* rock 'n' roll", "*Notes* rock 'n' roll"),
        (quotation_marks, "*Notes* the 'open shelves' and 'Vision 2030'", "*Notes* the 'open shelves' and 'Vision 2030'"),
        (quotation_marks, "*Notes* the 5' 6\" man at 12° 5' north", "*Notes* the 5' 6\" man at 12° 5' north"),
        (quotation_marks, "*Notes* \"the 5' 6\" man\"", "*Notes* “the 5' 6\" man\""),
        (quotation_marks, '*Notes* what “said "yes"”', '*Notes* what “said "yes"”'),
        (abbreviations, "*Notes* Ernst & Young, R & D and peace & Security", "*Notes* Ernst & Young, R & D and peace & Security"),
        (abbreviations, "*Notes* books & shelves, “books & 5%”", "*Notes* books and shelves, “books & 5%”"),
        (dashes, "*Notes* 2024—2025 and pp. 5—10", "*Notes* 2024—2025 and pp. 5—10"),
        (dashes, "*Notes* the “Group of 77 — and China” – and—others", "*Notes* the “Group of 77 — and China” – and – others"),
        (spacing, "*Notes* un.org/en/x;y and the ratio 1 : 2 ;", "*Notes* un.org/en/x;y and the ratio 1 : 2;"),
        (spacing, "*Notes* the title “Droits : une étude ”  and", "*Notes* the title “Droits : une étude” and"),
        (spacing, "*Notes* the sign “ ” and a“ b”", "*Notes* the sign “ ” and a“ b”"),
    ],
)
def test_only_what_is_certain_is_mended(rule, typed, expected, draft):
    assert mended(rule, draft, typed) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [('"Our"', "“Our”"), ("States'", "States’"), ("\"'Our'\"", "“‘Our’”"), ('("all")', "(“all”)"), ("'80s", "’80s"), ('"-"', "“-”")],
)
def test_straight_marks_become_curly(word, expected):
    marks = curled(word)
    assert "".join(marks[at].sign if at in marks else sign for at, sign in enumerate(word)) == expected


def test_a_dash_that_is_all_there_is_in_a_cell_is_none_of_a_sentence(draft):
    table = Table("t", ((Cell((Text("—"),)), Cell((Text("old — new"),))),))
    assert [each.words for each in dashes(Subject(draft(operative=["a | *Notes*:", table])))] == ["old — new"]


@pytest.mark.parametrize(
    ("paragraph", "words", "instead"),
    [
        ("*Notes* the report,[^n]", "report,", "report;"),
        ("*Notes* the report.", "report.", "report;"),
        ("*Notes* the report; and", "report; and", "report;"),
        ("*Notes* the report", "report", "report;"),
        ("*Notes* the following:", "following:", ""),
        ("*Notes* paragraph [[b]]", "", ""),
    ],
)
def test_the_mark_to_end_with_is_told_with_the_last_words(paragraph, words, instead, draft):
    text = draft(operative=[f"a | {paragraph}", "b | *Decides* to meet."], notes={"n": "A/79/143."})
    assert [(each.words, each.instead) for each in final_punctuation(Subject(text))] == [(words, instead)]
