"""Words of the house, each rule on a text that breaks it and on one that does not: "text in, findings out"."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from draftkit.checks import Subject
from draftkit.checks.wording.cost_trigger import cost_trigger
from draftkit.checks.wording.date_form import date_form
from draftkit.checks.wording.first_mention_lost import first_mention_lost
from draftkit.checks.wording.gendered_terms import gendered_terms
from draftkit.checks.wording.house_latin import house_latin
from draftkit.checks.wording.house_style import house_style
from draftkit.checks.wording.house_terms import house_terms
from draftkit.checks.wording.money_form import money_form
from draftkit.checks.wording.number_form import number_form
from draftkit.checks.wording.own import own
from draftkit.checks.wording.present_resolution import present_resolution
from draftkit.checks.wording.pronouns import pronouns
from draftkit.checks.wording.repeated_word import repeated_word
from draftkit.checks.wording.short_form import short_form
from draftkit.checks.wording.terms import PHRASES, WORDS
from draftkit.inline import parse
from draftkit.model import Masthead, Paragraph, Part, Resolution
from draftkit.un import dates

P = "preambular paragraph 1 (a)"

CASES = {
    "dates of other countries and of Word": (
        date_form,
        {
            "preamble": ["a | *Recalling* the days of December 4, 2024, 5th of December 2024, 06 Dec. 2024, 2024-12-07 and 31/12/2024,"],
            "operative": ["b | *Notes* 04/05/2024 and 8 December, 2024.[^n]"],
            "notes": {"n": "Done on Sept. 3, 2020."},
        },
        [
            f'warning: {P} has the date "December 4, 2024"',
            f'warning: {P} has the date "5th of December 2024"',
            f'warning: {P} has the date "06 Dec. 2024"',
            f'warning: {P} has the date "2024-12-07"',
            f'warning: {P} has the date "31/12/2024"',
            'warning: operative paragraph (b) has the date "04/05/2024"',
            'warning: operative paragraph (b) has the date "8 December, 2024"',
            'warning: footnote 1 (n) has the date "Sept. 3, 2020"',
        ],
    ),
    "good dates, months alone, symbols, addresses and the words of others": (
        date_form,
        {
            "preamble": [
                "a | *Recalling* 4 December 2024, the period from 1 to 5 May 2020, May 2020, and “the spirit of May 4, 2020”,",
                "b | *Noting* A/79/12/2024, https://library.example/news/17-01-2023-opening and version 1.2.2020/3,",
            ]
        },
        [],
    ),
    "numbers of the wrong kind": (
        number_form,
        {
            "preamble": ["a | *Noting* that 7 Member States and 3 other delegations spoke,", "b | *Noting* twenty-one States and twelve reports,"],
            "operative": ["c | *Notes* 2 reports."],
        },
        [
            f'warning: {P} counts with "7": "7 Member States and 3 other de"',
            f'warning: {P} counts with "3": "3 other delegations spoke,"',
            'warning: preambular paragraph 2 (b) counts with "twenty-one": "twenty-one States and twelve r"',
            'warning: preambular paragraph 2 (b) counts with "twelve": "twelve reports,"',
            'warning: operative paragraph (c) counts with "2": "2 reports."',
        ],
    ),
    "numbers of their kind: in a row, of percentages, times, votes, units, ordinals and references": (
        number_form,
        {
            "preamble": [
                "a | *Noting* that 7 Member States and 12 observers spoke,",
                "b | *Noting* 2 per cent, 5 years, 8 votes to 3, 4 kilometres, paragraphs 2 and 3, 20 States and seven members,",
                "c | *Noting* from nine to twelve members, twenty-first meetings, and “7 States”, 2.5 States and resolution 64/3 States,",
            ]
        },
        [],
    ),
    "amounts as banks write them": (
        money_form,
        {
            "preamble": ["a | *Noting* USD 5.5 million, 12 million EUR, US$ 300, €5 and 250000 dollars,"],
            "operative": ["b | *Approves* 100,000 US dollars."],
        },
        [
            f'warning: {P} has the amount "USD 5.5 million"',
            f'warning: {P} has the amount "12 million EUR"',
            f'warning: {P} has the amount "US$ 300"',
            f'warning: {P} has the amount "€5"',
            f'warning: {P} has the amount "250000"',
            'warning: operative paragraph (b) has the amount "US dollars"',
        ],
    ),
    "amounts in words, and the words of others": (
        money_form,
        {"operative": ["a | *Approves* 12,345,600 dollars, 5 million United States dollars, 3,000 euros and “the US$100 billion goal”."]},
        [],
    ),
    "a pronoun with an oblique, and a Secretary-General who is a man": (
        pronouns,
        {
            "preamble": ["a | *Noting* that a judge has his/her own staff,"],
            "operative": [
                "b | *Thanks* the Secretary-General for his report;",
                "c | *Requests* the Secretary-General to report on what he/she has done, and to use his good offices.",
            ],
        },
        [
            f'warning: {P} has "his/her"',
            'warning: paragraph 2 (c) has "he/she"',
            'info: paragraph 1 (b) has "his" of the Secretary-General, and so has 1 more paragraph',
        ],
    ),
    "pronouns of anyone, of another person, and of none": (
        pronouns,
        {
            "operative": [
                "a | *Thanks* the Secretary-General for the report and each judge for his or her work;",
                "b | *Requests* the Secretary-General and the Special Rapporteur to state her views;",
                "c | *Notes* that everyone has the right to education in his country.",
            ]
        },
        [],
    ),
    "words for men only": (
        gendered_terms,
        {"operative": ["a | *Thanks* the Chairman, the Vice\u2011Chairmen and all mankind for the manpower;", "b | *Notes* man-made disasters."]},
        [
            'info: paragraph 1 (a) has "Chairman"',
            'info: paragraph 1 (a) has "Vice\u2011Chairmen"',
            'info: paragraph 1 (a) has "mankind"',
            'info: paragraph 1 (a) has "manpower"',
            'info: paragraph 2 (b) has "man-made"',
        ],
    ),
    "words for all, words of law, names and quotations": (
        gendered_terms,
        {
            "operative": [
                "a | *Recalls* the common heritage of mankind, the peace and security of mankind and “one giant leap for mankind”;",
                "b | *Thanks* the Chair, the Ombudsman and the German women of humankind.",
            ]
        },
        [],
    ),
    "spellings of other houses": (
        house_terms,
        {
            "operative": [
                "a | *Recognises* the program of the organisation and its co-operation on peace\u2011keeping and capacity\u00a0building;",
                "b | *Requests* the Secretary General to honor 5 percent. Behavior counts.",
            ]
        },
        [
            'warning: paragraph 1 (a) spells "co-operation"',
            'warning: paragraph 1 (a) spells "organisation"',
            'warning: paragraph 1 (a) spells "peace\u2011keeping"',
            'warning: paragraph 1 (a) spells "program"',
            'warning: paragraph 1 (a) spells "Recognises"',
            'warning: paragraph 1 (a) spells "capacity building"',
            'warning: paragraph 2 (b) spells "Behavior"',
            'warning: paragraph 2 (b) spells "honor"',
            'warning: paragraph 2 (b) spells "percent"',
            'warning: paragraph 2 (b) spells "Secretary General"',
        ],
    ),
    "spellings of the house, names, quotations and addresses": (
        house_terms,
        {
            "operative": [
                "a | *Recognizes* the programme of the Organisation for Economic Co-operation and Development and of the Lincoln Center;",
                "b | *Notes* “the labor of the program”, program@library.example, www.center.org and the Secretary General of the League;",
                "c | *Notes* 5 per cent, premises, revised, exercises, comprising, advertisers and expertise.",
            ]
        },
        [],
    ),
    "what may have to be paid": (
        cost_trigger,
        {
            "operative": [
                "a | *Decides* to convene a three-day conference, with summary records and full conference services;",
                ("b | *Also requests* the Secretary-General:", ["b1 | To provide interpretation in all languages;"]),
                "c | *Further decides* to establish an open-ended working group.",
            ]
        },
        [
            'info: paragraph 1 (a) may cost something: "convene a three-day conference", "summary records", "full conference services"',
            'info: paragraph 2 (a) (b1) may cost something: "interpretation in"',
            'info: paragraph 3 (c) may cost something: "establish an open-ended working group"',
        ],
    ),
    "what others pay, what exists, what is hoped for, and the law": (
        cost_trigger,
        {
            "preamble": ["z | *Recalling* its decision to convene a conference,"],
            "operative": [
                "a | *Decides* to convene a conference, within existing resources;",
                ("b | *Requests* the Secretary-General, subject to voluntary contributions:", ["b1 | To provide interpretation in all languages;"]),
                "c | *Invites* States to establish a trust fund;",
                "d | *Decides* to continue the interpretation of the statute.",
            ],
        },
        [],
    ),
    "short forms of organs": (
        short_form,
        {
            "preamble": ["a | *Noting* the UN system, the SG’s report and the UN's libraries,"],
            "operative": ["b | *Requests* the UNGA and the UNSC to meet at the UN."],
        },
        [
            f'warning: {P} has the short form "UN"',
            f'warning: {P} has the short form "SG’s"',
            f'warning: {P} has the short form "UN\'s"',
            'warning: operative paragraph (b) has the short form "UNGA"',
            'warning: operative paragraph (b) has the short form "UNSC"',
            'warning: operative paragraph (b) has the short form "UN"',
        ],
    ),
    "names, symbols, addresses and quotations": (
        short_form,
        {
            "operative": ["a | *Notes* UN-Women, UN\u2011Habitat, the UN Chronicle, ST/SG/2, UN.org, A/C.6/80/SG/3 and “The UN at work”.[^n]"],
            "notes": {"n": "UN, vol. 3."},
        },
        [],
    ),
    "an acronym that is never spelt out": (
        first_mention_lost,
        {"operative": ["a | *Notes* the work of UNCITRAL;", "b | *Thanks* UNCITRAL and the ILC."]},
        [
            'info: paragraph 1 (a) has "UNCITRAL", which the text never spells out',
            'info: paragraph 2 (b) has "ILC", which the text never spells out',
        ],
    ),
    "acronyms that are, and what is none": (
        first_mention_lost,
        {
            "operative": [
                "a | *Notes* the International Law Commission (ILC) and small island developing States (SIDS or SIDSs);",
                "b | *Thanks* the ILC, the Commission, HIV clinics, XIV of them, COVID-19, “WASH”, A/ILC/3 and the Institute.",
            ]
        },
        [],
    ),
    "a word that stands twice": (
        repeated_word,
        {
            "preamble": ["a | *Noting* the the report of\u00a0of States of the of the world,"],
            "operative": ["b | *Urges* States. The the rest is said."],
        },
        [
            f'warning: {P} has "the the"',
            f'warning: {P} has "of of"',
            f'warning: {P} has "of the of the"',
            'warning: operative paragraph (b) has "The the"',
        ],
    ),
    "words that may stand twice": (
        repeated_word,
        {"operative": ["a | *Notes* that that Agreement had had its day in in-person talks, in, in Bora Bora, and that they are the theatre."]},
        [],
    ),
    "Latin in the wrong letters": (
        house_latin,
        {"operative": ["a | *Urges* States, *inter alia*, to honour jus cogens, inter-alia *mutatis mutandis*."]},
        [
            'warning: operative paragraph (a) has "inter alia" in italics',
            'warning: operative paragraph (a) has "jus cogens" in roman',
            'warning: operative paragraph (a) has "mutatis mutandis" in italics',
            'warning: operative paragraph (a) has "inter-alia"',
        ],
    ),
    "Latin as the house writes it": (
        house_latin,
        {"operative": ["a | *Urges* States, inter alia, to honour *jus cogens* mutatis mutandis, *aut dedere aut judicare* and *terra nullius*."]},
        [],
    ),
    "spellings of earlier sessions": (
        house_style,
        {"symbol": "A/C.6/81/L.___", "operative": ["a | *Urges* States parties to care for health-care workers and indigenous peoples."]},
        [
            'info: operative paragraph (a) writes "States parties"',
            'info: operative paragraph (a) writes "health-care"',
            'info: operative paragraph (a) writes "indigenous peoples"',
        ],
    ),
    "the same in an earlier text, and as texts write now": (
        house_style,
        {"session": 76, "operative": ["a | *Urges* States parties, healthcare workers and indigenous peoples."]},
        [],
    ),
    "a text that names itself": (
        present_resolution,
        {"operative": ["a | *Decides* that this resolution stands. This resolution also stays, not “this resolution”."]},
        ['warning: operative paragraph (a) says "this resolution"', 'warning: operative paragraph (a) says "This resolution"'],
    ),
    "a text that names itself as texts do": (present_resolution, {"operative": ["a | *Decides* that the present resolution stands."]}, []),
}  # fmt: skip


def _mended(rule, resolution) -> list[str]:
    return [finding.instead for finding in rule(Subject(resolution))]


def test_it_is_said_what_to_write_where_that_is_certain(draft):
    dated = draft(operative=["a | *Notes* March 3, 2020, 04/05/2024, 13/02/2024, 31/02/2024 and 2024-02-29."])
    assert _mended(date_form, dated) == ["3 March 2020", "", "13 February 2024", "", "29 February 2024"]
    assert _mended(number_form, draft(operative=["a | *Notes* 7 States."])) == ["seven"]
    assert _mended(number_form, draft(operative=["a | *Notes* ninety-nine States."])) == ["99"]
    paid = draft(operative=["a | *Notes* USD 5 million, €7 and 1234567 dollars."])
    assert _mended(money_form, paid) == ["5 million United States dollars", "7 euros", "1,234,567"]
    assert _mended(short_form, draft(operative=["a | *Notes* the SG’s UN staff."])) == ["Secretary-General’s", "United Nations"]
    assert _mended(short_form, draft(operative=["a | *Notes* the UN's staff."])) == [""]  # the mark is made curly first
    assert _mended(house_latin, draft(operative=["a | *Notes* *ad hoc* jus cogens."])) == ["ad hoc", "*jus cogens*"]
    assert _mended(house_terms, draft(operative=["a | *Notes* the Program. Organisations act."])) == ["Organizations"]


PRIOR = {
    "preamble": ["a | *Recalling* the statute of the Libraries Research Institute,"],
    "operative": ["b | *Thanks* the Institute;", "c | *Requests* a word."],
}


def test_a_full_name_that_the_prior_text_had_and_this_one_has_no_more(draft):
    prior = draft(**PRIOR)
    now = draft(operative=PRIOR["operative"])
    assert [finding.message for finding in first_mention_lost(Subject(now, prior))] == [
        'paragraph 1 (b) has "the Institute", whose full name stood in the prior text and is gone'
    ]
    assert list(first_mention_lost(Subject(prior, prior))) == []
    assert list(first_mention_lost(Subject(now, now))) == []


def test_a_new_report_may_cost_something_where_the_prior_text_is_known(draft):
    prior = draft(operative=["a | *Requests* the Secretary-General to submit a report;", "b | *Decides* to meet."])
    now = draft(operative=["a | *Requests* the Secretary-General to submit a report;", "b | *Requests* the Board to prepare a report."])
    assert [finding.paragraph for finding in cost_trigger(Subject(now, prior))] == ["b"]
    assert list(cost_trigger(Subject(now))) == []


def test_no_spelling_of_the_house_is_one_that_is_found():
    for new in (*WORDS.values(), *(new for _, new in PHRASES.values())):
        assert WORDS.keys().isdisjoint(re.findall("[a-z]+(?:-[a-z]+)*", new.lower()))
        assert new.lower() not in PHRASES


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_other_dates_lead_to_the_date_of_the_house_which_is_never_found(day):
    good = dates.format(day)
    for other in (f"{day:%B %-d, %Y}", f"{day:%-dth of %B %Y}", f"{day:%d %b. %Y}", f"{day:%Y-%m-%d}", good):
        part = Part(operative=(Paragraph("a", parse(f"*Notes* the day of {other}.")),))
        found = list(date_form(Subject(Resolution(Masthead(), (), (part,)))))
        assert [finding.instead for finding in found] == ([] if other == good else [good])


@given(st.text("ab“” ", max_size=30))
def test_what_stands_in_quotation_marks_is_not_the_text_s_own(text):
    outside, depth = [], 0
    for at, sign in enumerate(text):
        depth = 1 if sign == "“" else depth
        if sign == "a" and not depth:
            outside.append(at)
        depth = 0 if sign == "”" else depth
    assert [match.start() for match in own(text, re.compile("a"))] == outside
