"""The rules on references: each on a text that breaks it and on one that does not, and what they write instead."""

from __future__ import annotations

import pytest

from draftkit.checks import Subject
from draftkit.checks.references.charter_article import charter_article
from draftkit.checks.references.dangling_reference import dangling_reference
from draftkit.checks.references.look_alike import look_alike
from draftkit.checks.references.reference_changed import reference_changed
from draftkit.checks.references.reference_list import reference_list
from draftkit.checks.references.reference_plural import reference_plural
from draftkit.checks.references.reference_unit import reference_unit
from draftkit.checks.references.unresolved_reference import unresolved_reference
from draftkit.checks.words import once

FOUR = ["a | *Notes* one;", "b | *Notes* two;", "c | *Notes* three;", "d | *Notes* four;"]

CASES = {
    "short units in the text, and units of its own paragraphs": (
        reference_unit,
        {
            "operative": [
                "a | *Recalls* paras. 4 and 5 of the report and sect. II, para. 7, of it;",
                "b | *Notes* para. [[a]] above and operative paragraph 1 of the resolution;",
                "c | *Notes* preambular paragraph 3, and operative paragraph [[a]] above.",
            ]
        },
        [
            'warning: paragraph 1 (a) says "paras. 4"',
            'warning: paragraph 1 (a) says "sect. II"',
            'warning: paragraph 1 (a) says "para. 7"',
            'warning: paragraph 2 (b) says "para."',
            'warning: paragraph 2 (b) says "operative paragraph 1"',
            'warning: paragraph 3 (c) says "preambular paragraph 3"',
            'warning: paragraph 3 (c) says "operative paragraph"',
        ],
    ),
    "long units in a note": (
        reference_unit,
        {
            "operative": ["a | *Notes* it.[^n][^m]"],
            "notes": {"n": "A/79/2001, paragraphs 4 to 6, and resolution 79/124, annex I, section II.", "m": "See A/79/2002, chap. I, chapter II."},
        },
        [
            'warning: footnote 1 (n) says "paragraphs 4"',
            'warning: footnote 1 (n) says "section II"',
            'warning: footnote 2 (m) says "chapter II"',
        ],
    ),
    "units as they should be": (
        reference_unit,
        {
            "preamble": ["p | *Recalling* the third preambular paragraph of the Convention, which says “see para. 4”,"],
            "operative": ["a | *Welcomes* a text with action-oriented operative paragraphs, and paragraph 4 of the report.[^n][^m]"],
            "notes": {"n": "A/79/2001, paras. 4–6.", "m": "Article 2, paragraph 3, of the Agreement."},
        },
        [],
    ),
    "articles of the Charter in small letters": (
        charter_article,
        {
            "operative": [
                "a | *Recalls* article 13, paragraph 1 (a), of the Charter, and articles 1, 2 and 73 e of the Charter of the United Nations;",
                "b | *Recalls* chapter VII of the Charter.[^n]",
            ],
            "notes": {"n": "See article 33 of the United Nations Charter."},
        },
        [
            'warning: paragraph 1 (a) says "article 13, paragraph 1 (a), of the Charter"',
            'warning: paragraph 1 (a) says "articles 1, 2 and 73 e of the Charter"',
            'warning: paragraph 2 (b) says "chapter VII of the Charter"',
            'warning: footnote 1 (n) says "article 33 of the United Nations Charter"',
        ],
    ),
    "articles of the Charter as they should be, and of others": (
        charter_article,
        {
            "operative": [
                "a | *Recalls* Article 13 of the Charter, article 3 of the Charter of the League and article 4 of the Charter on Libraries;",
                "b | *Recalls* article 4 of the Convention, and the purposes of the Charter, “article 5 of the Charter”.",
            ]
        },
        [],
    ),
    "lists of numbers that are wrong": (
        reference_list,
        {
            "operative": [
                "a | *Recalls* paragraphs 3, 5, and 7 of the report and paragraphs 7, 3 and 5 of its annex;",
                "b | *Recalls* paragraphs [[c]], [[a]], and [[c]] above;",
                "c | *Recalls* paragraphs [[a]], [[b]], and [[d]];",
                "d | *Recalls* paragraphs 3, 3 and 4 of the report, and paragraphs 3 (a), 4, and 5 (b) of it.",
            ]
        },
        [
            'warning: paragraph 1 (a) lists "3, 5, and 7", with a comma before "and"',
            'warning: paragraph 1 (a) lists "7, 3 and 5", which is not in order',
            'warning: paragraph 2 (b) lists "3, 1, and 3", which is not in order',
            'warning: paragraph 3 (c) lists "1, 2, and 4", with a comma before "and"',
            'warning: paragraph 4 (d) lists "3, 3 and 4", which is not in order',
            'warning: paragraph 4 (d) lists "3 (a), 4, and 5 (b)", with a comma before "and"',
        ],
    ),
    "lists of numbers that are right, and what is none": (
        reference_list,
        {
            "operative": [
                "a | *Recalls* paragraphs [[a]] and [[b]] above, paragraphs 3, 5 and 7 and paragraphs 3 (a) and (b), and 5 of the report;",
                "b | *Recalls* resolution 60/1, paragraphs 80 to 90, and 65/21, paragraph 4, and 56 others;",
                "c | *Recalls* “paragraphs 7, 5, and 3” and paragraphs [[gone]] and [[a]].[^n]",
            ],
            "notes": {"n": "See resolutions 59/39, paras. 9, and 65/21, para. 18."},
        },
        [],
    ),
    "paragraphs of another text, or without a number": (
        look_alike,
        {
            "preamble": ["p | *Recalling* paragraph 3 above and paragraph 4 below,"],
            "operative": ["a | *Recalls* paragraphs [[b]] and [[c]] of its resolution 66/246;", "b | *Notes* it;", "c | *Notes* that."],
        },
        [
            'info: preambular paragraph 1 (p) says "paragraph 3 above", but no paragraph above it has a number',
            'warning: paragraph 1 (a) has a mark before "of resolution 66/246": it prints a number of this text',
        ],
    ),
    "paragraphs of another text, as they should be": (
        look_alike,
        {
            "preamble": ["p | *Recalling* paragraph [[a]] below and paragraph 48 of its resolution 66/246,"],
            "operative": ["a | *Recalls* paragraphs 4 and 5 of General Assembly resolution 79/124;", "b | *Notes* paragraph [[a]] above."],
        },
        [],
    ),
}  # fmt: skip


INSTEAD = [
    (reference_unit, "*Notes* paras. 4 and 5 and para. [[b]].", [("paras. 4", "paragraphs 4"), ("para.", "paragraph")]),
    (reference_unit, "*Notes* para. 4, sect. II, and para.\u00a04.", [("para. 4", "paragraph 4"), ("sect. II", "section II"), ("para.\u00a04", "paragraph 4")]),
    (reference_unit, "*Notes* preambular paragraph 3.", [("preambular paragraph 3", "")]),
    (charter_article, "*Notes* articles 1 and 2 of the Charter.", [("articles 1", "Articles 1")]),
    (reference_list, "*Notes* paragraphs 7, 3 and 5, and so on.", [("paragraphs 7, 3 and 5", "paragraphs 3, 5 and 7")]),
    (reference_list, "*Notes* paragraphs 3 (a), 4, or 5 (b).", [("paragraphs 3 (a), 4, or 5 (b)", "paragraphs 3 (a), 4 or 5 (b)")]),
    (reference_list, "*Notes* paragraphs 3 and 3.", [("paragraphs 3 and 3", "")]),
    (reference_list, "*Notes* paragraphs [[c]], [[b]], and [[c]].", [("[[c]], [[b]], and [[c]]", "[[b]] and [[c]]")]),
    (reference_plural, "*Notes* paragraph [[b]] and [[c]].", [("paragraph [[b]] and [[c]]", "paragraphs [[b]] and [[c]]")]),
    (reference_plural, "*Notes* paragraphs [[b]].", [("paragraphs [[b]]", "paragraph [[b]]")]),
    (dangling_reference, "*Notes* paragraph [[gone]].", [("[[gone]]", "")]),
    (unresolved_reference, "*Notes* paragraphs 3 and 4 above.", [("paragraphs 3 and 4 above", "")]),
    (look_alike, "*Notes* paragraph [[b]] of its resolution 66/246.", [("66/246", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "said", "expected"), INSTEAD)
def test_a_finding_has_the_words_it_is_about_and_what_to_write_where_that_is_certain(rule, said, expected, draft):
    text = draft(operative=[f"a | {said}", *FOUR[1:]])
    assert [(finding.words, finding.instead) for finding in rule(Subject(text))] == expected


def test_a_preambular_paragraph_is_named_in_words(draft):
    text = draft(operative=["a | *Notes* preambular paragraph 12."])
    assert [finding.fix for finding in reference_unit(Subject(text))] == ['write "the twelfth preambular paragraph"']


REFERS = "c | *Recalls* paragraph [[a]] above."
CHANGED = [
    ("*Urges* States to protect books.", "*Welcomes* acts of States to protect books.", 'which now opens with "Welcomes", not with "Urges"'),
    ("*Urges* States to protect libraries.", "*Urges* museums of art, music and history.", "which has kept less than half of its words"),
    ("*Urges* States to protect books.", "*Further urges* States to protect all books and maps.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("was", "now", "expected"), CHANGED)
def test_a_reference_is_looked_at_when_its_target_says_something_else(was, now, expected, draft):
    prior, text = (draft(operative=[f"a | {said}", "b | *Notes* it;", REFERS]) for said in (was, now))
    found = [finding.message for finding in reference_changed(Subject(text, prior))]
    assert found == ([f"paragraph 3 (c) refers to paragraph 1 (a), {expected}"] if expected else [])


def test_only_a_reference_that_stood_in_the_prior_is_looked_at(draft):
    prior = draft(operative=["a | *Urges* States to act;", "b | *Notes* it;", "c | *Recalls* it."])
    text = draft(operative=["a | *Welcomes* the acts of museums;", "b | *Notes* it;", REFERS])
    assert list(reference_changed(Subject(text, prior))) == []
    assert list(reference_changed(Subject(text))) == []


def test_a_paragraph_of_the_prior_may_be_meant_for_one_of_this_text(draft):
    prior = draft(symbol="A/RES/79/124", operative=["a | *Notes* it."])
    text = draft(operative=["a | *Recalls* paragraph 5 of its resolution 79/124 and paragraph 5 of its resolution 78/69."])
    assert [finding.message for finding in look_alike(Subject(text, prior))] == [
        'operative paragraph (a) says "paragraph 5 of its resolution 79/124", of the text that this one was made from'
    ]


WORDS = [
    ("See para. 4.", "para. 4", "para. 4"),
    ("of para. 4 and para. 4", "para. 4", "and para. 4"),
    ("x para. 4 x para. 4", "para. 4", "4 x para. 4"),
    ("para. 4\ufffc para. 4", "para. 4", "para. 4"),
    ("para. 4 para. 4 para. 4", "para. 4", "4 para. 4 para. 4"),
]


@pytest.mark.parametrize(("text", "words", "expected"), WORDS)
def test_words_are_taken_along_until_they_stand_once(text, words, expected):
    start = text.rindex(words)
    found, instead = once(text, start, start + len(words), "paragraph 4")
    assert (found, instead) == (expected, expected[: -len(words)] + "paragraph 4")
