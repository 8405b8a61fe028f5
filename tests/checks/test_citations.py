"""The rules on citations: each on a text that breaks it and on one that does not, and what they write instead."""

from __future__ import annotations

import pytest

from draftkit.checks import Subject
from draftkit.checks.citations.citation_date import citation_date
from draftkit.checks.citations.citation_form import citation_form
from draftkit.checks.citations.citation_list import citation_list
from draftkit.checks.citations.citation_plural import citation_plural
from draftkit.checks.citations.dated_again import dated_again
from draftkit.checks.citations.decision_number import decision_number
from draftkit.checks.citations.entitled import entitled
from draftkit.checks.citations.own_organ import own_organ
from draftkit.checks.citations.periods import assembly_sessions, council_years, roman
from draftkit.checks.citations.symbol_in_text import symbol_in_text
from draftkit.checks.citations.unadopted import unadopted
from draftkit.checks.citations.undated_first_mention import undated_first_mention

CASES = {
    "organs and nouns in short": (
        citation_form,
        {"operative": ["a | *Recalls* GA resolution 79/124, UNSC Res. 2175 (2014), UNSCR 1325, Res. 78/69 and resolution No. 77/108."]},
        [
            'error: operative paragraph (a) cites "GA resolution"',
            'error: operative paragraph (a) cites "UNSC Res."',
            'error: operative paragraph (a) cites "UNSCR"',
            'error: operative paragraph (a) cites "Res."',
            'error: operative paragraph (a) cites "resolution No."',
        ],
    ),
    "numbers in the form of another time or organ": (
        citation_form,
        {
            "operative": [
                "a | *Recalls* its resolutions 2625 (XXVI), 31/16A and 217 A(III) and its resolution 29/14;",
                "b | *Recalls* its resolution 3600 (XXXI), its resolution 2625 (XIIV) and resolution ES10/24;",
                "c | *Recalls* Security Council resolution 79/124 and Security Council resolutions 2175 (2013) and 1325 (2000);",
                "d | *Recalls* Security Council resolution 2175 and Economic and Social Council resolution 79/12.",
            ]
        },
        [
            'error: paragraph 1 (a) cites "217 A(III)"',
            'error: paragraph 1 (a) cites "31/16A"',
            "error: paragraph 1 (a) cites 2625 (XXVI), but that number was of session XXV",
            "error: paragraph 1 (a) cites 29/14, but numbers of the Assembly are in figures only from the thirty-first session",
            'error: paragraph 2 (b) cites "resolution ES10/24"',
            "error: paragraph 2 (b) cites 3600 (XXXI), but the numbers of that session are in figures",
            "error: paragraph 2 (b) cites 2625 (XIIV), but XIIV is no Roman numeral of a session",
            'error: paragraph 3 (c) cites "Security Council resolution 79/124"',
            "error: paragraph 3 (c) cites 2175 (2013), but the Security Council adopted that number in 2014",
            'error: paragraph 4 (d) cites "Security Council resolution 2175"',
            'error: paragraph 4 (d) cites "Social Council resolution 79/12"',
        ],
    ),
    "numbers in the form of their time and organ": (
        citation_form,
        {
            "operative": [
                "a | *Recalls* its resolutions 217 A (III), 2625 (XXV), 3201 (S-VI), 31/16 A, 79/124, S-10/2 and ES-10/24;",
                "b | *Recalls* Security Council resolutions 1325 (2000) and 9000 (2100), Economic and Social Council resolution 2006/47;",
                "c | *Recalls* Human Rights Council resolution 53/11, United Nations Environment Assembly resolution 4/1 and “GA resolution”;",
                "d | *Recalls* general comment No. 6 (2018), adopted by the Council's experts, CM/Res.1356 (LIV) and resolution 72.5;",
                "e | *Recalls* General Assembly and Security Council resolutions 70/262 and 2282 (2016), and resolution 11/4 of the Conference;",
                "f | *Recalls* the Commission's resolution 155 C (VII), the text MSC.304(72) and all Security Council resolutions.",
            ]
        },
        [],
    ),
    "a date given again": (
        dated_again,
        {
            "preamble": ["a | *Recalling* its resolution 79/124 of 4 December 2024,"],
            "operative": ["b | *Recalls* resolution 79/124 of 4 December 2024."],
        },
        ["info: operative paragraph (b) has the date of resolution 79/124 again, which preambular paragraph 1 (a) gives"],
    ),
    "dates given once, or another one, or to keep step in a list": (
        dated_again,
        {
            "preamble": ["a | *Recalling* its resolutions 79/124 of 4 December 2024 and 78/69,", "b | *Noting* resolution 77/108,"],
            "operative": [
                "c | *Recalls* resolutions 79/124 and 78/69 of 5 December 2023;",
                "d | *Recalls* resolutions 79/124 of 4 December 2024, 78/112 of 7 December 2023 and 77/108 of 7 December 2022;",
                "e | *Recalls* resolution 79/124 of 5 December 2024, “resolution 79/124 of 4 December 2024”.",
            ],
        },
        [],
    ),
    "lists out of order, or with a comma before their last": (
        citation_list,
        {
            "preamble": [
                "a | *Recalling* its resolutions 79/124 of 4 December 2024, 77/108 of 7 December 2022 and 78/69,",
                "b | *Recalling* resolutions 77/108, 78/69, and 79/124,",
                "c | *Recalling* its decisions 79/524 and 78/560,",
            ]
        },
        [
            'warning: preambular paragraph 1 (a) lists "79/124, 77/108, 78/69", which are not in the order of their sessions',
            'warning: preambular paragraph 2 (b) lists "77/108, 78/69, 79/124" with a comma before "and"',
            'warning: preambular paragraph 3 (c) lists "79/524, 78/560", which are not in the order of their sessions',
        ],
    ),
    "lists in order": (
        citation_list,
        {
            "preamble": [
                "a | *Recalling* its resolutions 2625 (XXV), 31/16 A, 77/108 of 7 December 2022, 78/69 and 79/124,",
                "b | *Recalling* its resolutions 73/280 B of 22 December 2018 and 73/279 C of 15 April 2019,",
                "c | *Recalling* resolutions 79/1 and 79/2, and 77/3 and 77/4, as well as resolutions 2175 (2014) and 79/1, and “79/2, 78/1”,",
            ]
        },
        [],
    ),
    "singular and plural": (
        citation_plural,
        {"preamble": ["a | *Recalling* its resolution 78/69 and 79/124,", "b | *Recalling* its resolutions 79/124 of 4 December 2024;"]},
        [
            'warning: preambular paragraph 1 (a) says "resolution 78/69 and 79/124"',
            'warning: preambular paragraph 2 (b) says "resolutions 79/124 of 4 December 2024"',
        ],
    ),
    "singular and plural as they should be": (
        citation_plural,
        {
            "preamble": [
                "a | *Recalling* its resolution 78/69, its resolutions 73/102 A and B, and resolutions 78/1 on books and 79/2 on maps,",
                "b | *Recalling* its resolution 79/124 and decision 78/560, resolution 70/1, 79/2 being another,",
                "c | *Recalling* its resolutions 79/124, in which it spoke of books,",
            ]
        },
        [],
    ),
    "the Assembly recalls a resolution of its own by its name": (
        own_organ,
        {"preamble": ["a | *Recalling* General Assembly resolution 79/124,", "b | *Reaffirming* General Assembly decisions 78/560 and 79/524,"]},
        [
            'info: preambular paragraph 1 (a) opens "Recalling General Assembly resolution"',
            'info: preambular paragraph 2 (b) opens "Reaffirming General Assembly decisions"',
        ],
    ),
    "the Assembly recalls its resolution": (
        own_organ,
        {"preamble": ["a | *Recalling* its resolution 79/124, and General Assembly resolution 78/1,", "b | *Recalling* the Assembly,"]},
        [],
    ),
    "another title than the text has": (
        entitled,
        {"preamble": ["a | *Recalling* its resolution 77/150, entitled “Information and communications technologies for development”,"]},
        [
            'info: preambular paragraph 1 (a) calls resolution 77/150 "Information and communications technologies for development": '
            'its title is "Information and communications technologies for sustainable …"'
        ],
    ),
    "titles as they are, cut short, of an annex and of another body": (
        entitled,
        {
            "preamble": [
                "a | *Recalling* its resolution 77/150, entitled “Information and communications technologies for sustainable development”,",
                "b | *Recalling* its resolution 77/150 of 14 December 2022, entitled “Information and Communications Technologies”,",
                "c | *Recalling* its resolution 77/150, entitled “Xyz”, and Human Rights Council resolution 77/150, entitled “Technologies”,",
            ]
        },
        [],
    ),
    "numbers that no resolution has": (
        unadopted,
        {"session": 79, "preamble": ["a | *Recalling* its resolutions 78/599, 80/12 and 79/124,"]},
        [
            "warning: preambular paragraph 1 (a) cites resolution 78/599, but the last of that session is 78/330",
            "warning: preambular paragraph 1 (a) cites resolution 80/12, but the text is of session 79",
        ],
    ),
    "numbers that may be": (
        unadopted,
        {
            "session": 79,
            "preamble": ["a | *Recalling* its resolutions 60/599 and 79/124, resolution 81/2 of the Commission, and its decision 80/524,"],
        },
        [],
    ),
    "the number of the other kind": (
        decision_number,
        {"preamble": ["a | *Recalling* its decision 79/124 and its resolution 78/560,", "b | *Noting* General Assembly decision 58/305,"]},
        [
            "warning: preambular paragraph 1 (a) cites decision 79/124, which has the number of a resolution",
            "warning: preambular paragraph 1 (a) cites resolution 78/560, which has the number of a decision",
            "warning: preambular paragraph 2 (b) cites decision 58/305, which has the number of a resolution",
        ],
    ),
    "numbers of their kind": (
        decision_number,
        {"preamble": ["a | *Recalling* its decisions 78/560 and its decision 47/305, its resolution 79/124 and its decision 14/5 of the Parties,"]},
        [],
    ),
}  # fmt: skip


INSTEAD = [
    (citation_form, "GA resolution 79/124", [("GA resolution", "General Assembly resolution")]),
    (citation_form, "ECOSOC decisions 2006/247", [("ECOSOC decisions", "Economic and Social Council decisions")]),
    (citation_form, "HRC Res.53/11", [("HRC Res.", "Human Rights Council resolution ")]),
    (citation_form, "Res.79/124", [("Res.", "resolution ")]),
    (citation_form, "UNSCR 1325", [("UNSCR", "Security Council resolution")]),
    (citation_form, "resolution number 79/124", [("resolution number", "resolution")]),
    (citation_form, "its resolution 2625(XXV)", [("2625(XXV)", "2625 (XXV)")]),
    (citation_form, "its resolution 2625 XXV", [("2625 XXV", "2625 (XXV)")]),
    (citation_form, "its resolution 2625 (25)", [("2625 (25)", "2625 (XXV)")]),
    (citation_form, "its resolution 2625 (99)", [("2625 (99)", "")]),
    (citation_form, "its resolution 79-124", [("79-124", "79/124")]),
    (citation_form, "its resolution 79 / 124", [("79 / 124", "79/124")]),
    (citation_form, "resolution S 10/2", [("S 10/2", "S-10/2")]),
    (citation_form, "Security Council resolution 2175/2014", [("2175/2014", "2175 (2014)")]),
    (citation_form, "Security Council resolution 2175", [("2175", "2175 (2014)")]),
    (citation_form, "Security Council resolution 1326", [("1326", "")]),
    (citation_form, "Security Council resolutions 2175(2014)", [("2175(2014)", "2175 (2014)")]),
    (citation_form, "Economic and Social Council resolution 47/2006", [("47/2006", "2006/47")]),
    (citation_form, "Economic and Social Council resolution 2006-47", [("2006-47", "2006/47")]),
    (citation_list, "its resolutions 79/124 of 4 December 2024, 77/108 and 78/69",
     [("79/124 of 4 December 2024, 77/108 and 78/69,", "77/108, 78/69 and 79/124 of 4 December 2024,")]),
    (citation_list, "resolutions 79/124 and 77/108 on books", [("79/124 and 77/108 on", "77/108 and 79/124 on")]),
    (citation_list, "resolutions 79/124 and 77/108[^n]", [("79/124 and 77/108", "")]),
    (citation_list, "its resolutions 79/124,[^n] 77/108 and 78/69", [("79/124,\ufffc 77/108 and 78/69", "")]),
    (citation_list, "its resolutions 77/108, 78/69, and 79/124", [("78/69, and 79/124", "78/69 and 79/124")]),
    (citation_list, "its resolutions 77/108, 78/69,[^n] and 79/124", []),
    (citation_plural, "its resolution 78/69 and 79/124", [("resolution 78/69", "resolutions 78/69")]),
    (citation_plural, "decisions 78/560 on books", [("decisions 78/560", "decision 78/560")]),
    (citation_date, "its resolution 78/69 of 5 December 2024", [("78/69 of 5 December 2024", "78/69 of 5 December 2023")]),
    (citation_date, "its resolution 78/69 of 7 March 2023", [("78/69 of 7 March 2023", "")]),
    (citation_date, "its resolution 79/990 of 5 December 2025", [("79/990 of 5 December 2025", "")]),
    (citation_date, "its resolution 79/124 of December 4, 2024", [("79/124 of December 4, 2024", "79/124 of 4 December 2024")]),
    (citation_date, "its resolution 79/990 of 4 December", [("79/990 of 4 December", "")]),
    (undated_first_mention, "its resolution 79/124 and again resolution 79/124", [("its resolution 79/124", "its resolution 79/124 of 4 December 2024")]),
    (symbol_in_text, "resolution A/RES/79/124", [("resolution A/RES/79/124", "resolution 79/124")]),
    (symbol_in_text, "what stands in A/HRC/RES/53/11", [("A/HRC/RES/53/11", "Human Rights Council resolution 53/11")]),
    (symbol_in_text, "resolution A/RES/2625(XXV)", [("resolution A/RES/2625(XXV)", "resolution 2625 (XXV)")]),
    (symbol_in_text, "Security Council resolution S/RES/2175 (2014)", [("resolution S/RES/2175 (2014)", "resolution 2175 (2014)")]),
    (symbol_in_text, "resolution S/RES/2175 (2014)", [("resolution S/RES/2175 (2014)", "Security Council resolution 2175 (2014)")]),
    (symbol_in_text, "it, and resolution A/RES/79/124", [("resolution A/RES/79/124", "resolution 79/124")]),
    (symbol_in_text, "it, and resolution S/RES/2175 (2014)", [("resolution S/RES/2175 (2014)", "")]),
    (symbol_in_text, "resolution 79/124 (A/RES/79/124)", [("A/RES/79/124", "")]),
    (symbol_in_text, "resolutions 79/124 and A/RES/78/69", [("A/RES/78/69", "")]),
    (unadopted, "its resolution 78/599", [("78/599", "")]),
    (decision_number, "its decision 79/124", [("decision 79/124", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "said", "expected"), INSTEAD)
def test_a_finding_has_the_words_it_is_about_and_what_to_write_where_that_is_certain(rule, said, expected, draft):
    text = draft(preamble=[f"a | *Recalling* {said},"], notes={"n": "A/79/2001."})
    assert [(finding.words, finding.instead) for finding in rule(Subject(text))] == expected


def test_a_date_given_again_is_taken_out(draft):
    text = draft(preamble=["a | *Recalling* its resolution 79/124 of 4 December 2024,", "b | *Noting* resolution 79/124 of 4 December 2024,"])
    assert [(finding.words, finding.instead) for finding in dated_again(Subject(text))] == [("79/124 of 4 December 2024", "79/124")]


PERIODS = [(council_years, 2175, (2014, 2014)), (council_years, 1326, (2000, 2001)), (council_years, 9000, (2024, 9999)),
           (council_years, 1, (1946, 1964)), (assembly_sessions, 2625, (25, 25)), (assembly_sessions, 3541, (30, 30)),
           (assembly_sessions, 700, (5, 9))]  # fmt: skip


@pytest.mark.parametrize(("between", "number", "expected"), PERIODS)
def test_a_number_is_of_the_time_of_those_around_it(between, number, expected):
    assert between(number) == expected


def test_roman_numerals():
    assert [roman(value) for value in (1, 4, 9, 14, 19, 25, 30, 40)] == ["I", "IV", "IX", "XIV", "XIX", "XXV", "XXX", "XL"]
