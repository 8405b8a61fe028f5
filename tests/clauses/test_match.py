"""Recognising clauses: what was filled is found again with its values, near misses are told, hostile texts cost no time."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from draftkit import inline
from draftkit.clauses import fill, load
from draftkit.clauses.align import columns_of, is_own
from draftkit.clauses.alike import steps
from draftkit.clauses.clause import Alternate, Clause, Type, Variable
from draftkit.clauses.lines import compared, line_of
from draftkit.clauses.match import Match, Place, exactly, index, places, recognise
from draftkit.clauses.pattern import patterns_of
from draftkit.clauses.proving import said
from draftkit.model import Content, Masthead, Paragraph, Part, Resolution, Text
from draftkit.tree import Section
from draftkit.un import dates

LIBRARY = load()
CLAUSES = tuple(LIBRARY.every())
REQUEST = "*Requests* the Secretary-General to submit to the General Assembly at its {{ session | ordinal }} session a report on {{ topic }};"


def clause(text: str, *variables: Variable, items: tuple[str, ...] = (), **alternates: str) -> Clause:
    others = tuple(Alternate(name, other) for name, other in alternates.items())
    return Clause("archive/test", 1, Section.OPERATIVE, "T", text, variables=variables, items=items, alternates=others)


def variables(text: str) -> tuple[Variable, ...]:
    """Variables called after their types ({{ session }}, {{ text_2 }}); what stands in an {% if %} may be left out."""
    types = "|".join(sorted(Type, key=len, reverse=True))
    names = dict.fromkeys(re.findall(rf"(?:\{{\{{|% if) ({types})(_\d)?\b", text))
    return tuple(
        Variable(kind + number, Type(kind), "" if f"% if {kind}{number} %" in text else None) for kind, number in names
    )


def found(text: str, *known: Clause, items: tuple[str, ...] = ()) -> Match | None:
    line = line_of(inline.parse(text), [inline.parse(item) for item in items])
    return exactly(index(known), Place("here", Section.OPERATIVE, line, tuple(f"here-{at}" for at in range(len(items)))))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("*Decides* to include the item entitled “Lamps”;", "Lamps"),
        ("*Decides* to include the item entitled “Lamps of “old” days”;", "Lamps of “old” days"),
        ('*Decides* to include the item entitled "Lamps and oil";', "Lamps and oil"),
        ("*Decides* to include the item entitled “Lamps”, and the sub-item entitled “Oil”;", None),
        ('*Decides* to include the item entitled "Lamps", and the sub-item entitled "Oil";', None),
    ],
)
def test_no_value_reaches_out_of_one_quotation_into_another(text: str, title: str | None) -> None:
    match = found(text, clause("*Decides* to include the item entitled “{{ title }}”;", Variable("title", Type.TEXT)))
    assert (match.values["title"] if match else None) == title


def test_a_deed_begins_with_a_verb() -> None:
    who, what = Variable("who", Type.TEXT, None, "all States"), Variable("what", Type.TEXT, None, "light the lamps")
    calls = clause("*Calls upon* {{ who }} to {{ what }};", who, what)
    match = found("*Calls upon* all parties to the conflict and to Conventions to light them;", calls)
    assert match is not None
    assert match.values == {"who": "all parties to the conflict and to Conventions", "what": "light them"}
    assert found("*Calls upon* all parties to the conflict;", calls) is not None


def test_no_value_begins_in_the_opening_words() -> None:
    supports = clause("*Supports* {{ deed }};", Variable("deed", Type.TEXT))
    assert found("*Supports and encourages* the lamps;", supports) is None
    assert found("*Supports* *Lamps* and oil;", supports) is not None
    assert found("*Supports* to *Lamps* and oil;", clause("*Supports* to {{ deed }};", Variable("deed", Type.TEXT))) is not None


def test_values_are_found_where_quotations_are_many() -> None:
    text = "*Notes* " + "the “a” and “b “c” d” " * 300 + "end;"
    begun = time.process_time()
    match = found(text, clause("*Notes* {{ one }} and {{ two }} end;", Variable("one", Type.TEXT), Variable("two", Type.TEXT)))
    assert match is not None
    assert match.values["one"].count("“") == match.values["one"].count("”")
    assert time.process_time() - begun < 2


def values(template: str, text: str) -> dict[str, str] | None:
    match = found(text, clause(template, *variables(template)))
    return dict(match.values) if match else None


@pytest.mark.parametrize(
    ("template", "text", "expected"),
    [
        ("*Notes* it at its {{ session | ordinal }} session;", "*Notes* it at its eighty-first session;", {"session": "81"}),
        ("*Notes* it at its {{ session | ordinal }} session;", "*Notes* it at its eighty\u2011first\u00a0session.", {"session": "81"}),
        ("*Notes* it at its {{ session | ordinal }} session;", "*Further notes* it at its one hundredth session; and", {"session": "100"}),
        ("*Notes* the day, {{ date }};", "*Notes* the day, 4\u00a0December 2024;", {"date": "4 December 2024"}),
        ("*Notes* {{ symbol }};", "*Notes* A/C.6/81/L.4/Rev.1;", {"symbol": "A/C.6/81/L.4/Rev.1"}),
        ("*Notes* its resolution {{ resolution }};", "*Notes* its resolution 79/124 of 4 December 2024;", {"resolution": "79/124 of 4 December 2024"}),
        ("*Notes* Council resolution {{ resolution }};", "*Notes* Council resolution 2347 (2017);", {"resolution": "2347 (2017)"}),
        ("*Notes* {{ resolutions | undated }};", "*Notes* 64/117, 65/33 and 79/127;", {"resolutions": "64/117, 65/33 and 79/127"}),
        ("*Notes* it in {{ year }};", "*Notes* it in 2027;", {"year": "2027"}),
        ("*Notes* {{ money }} for {{ text }};", "*Notes* 12,000,000 dollars for old lamps;", {"money": "12,000,000 dollars", "text": "old lamps"}),
        ("*Notes* the {{ number | number }} lamps;", "*Notes* the nine lamps;", {"number": "9"}),
        ("*Notes* the {{ number | number }} lamps;", "*Notes* the 1,200 lamps;", {"number": "1200"}),
        ("*Thanks* the Government of {{ state | in_text }};", "*Thanks* the Government of the Sudan;", {"state": "Sudan"}),
        ("*Thanks* {{ states | in_text }};", "*Thanks* Bosnia and Herzegovina, Ghana and the Islamic Republic of Iran;",
         {"states": "Bosnia and Herzegovina, Ghana, Iran (Islamic Republic of)"}),
        ("*Asks* {{ body }} to go on;", "*Asks* the International Law Commission to go on;", {"body": "the International Law Commission"}),
        ("*Notes* {{ text }};", "*Notes* the *Lamp Registry*,[^one] as in paragraph [[urges]] above;",
         {"text": "the *Lamp Registry*,[^one] as in paragraph [[urges]] above"}),
        ("*Notes* the report{% if resolutions | many %}s{% endif %} in {{ resolutions | undated }};", "*Notes* the reports in 71/2 and 72/2;",
         {"resolutions": "71/2 and 72/2"}),
        ("*Notes* {{ text }} and {{ text }};", "*Notes* lamps and oil and lamps and oil;", {"text": "lamps and oil"}),
        ("*Notes* the lamps{% if text %} of {{ text }}{% endif %};", "*Notes* the lamps;", {}),
        ("*Notes* the lamps{% if text %} of {{ text }}{% endif %};", "*Notes* the lamps of old;", {"text": "old"}),
    ],
)  # fmt: skip
def test_values_are_read_back_by_their_types(template: str, text: str, expected: dict[str, str]) -> None:
    assert values(template, text) == expected


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("*Notes* it at its {{ session | ordinal }} session;", "*Notes* it at its next session;"),
        ("*Notes* it at its {{ session | ordinal }} session;", "*Notes* it at its eighty-first session again;"),
        ("*Notes* it in {{ year }};", "*Notes* it in May 2027;"),
        ("*Notes* {{ date }};", "*Notes* 31 February 2024;"),
        ("*Notes* its resolutions {{ resolutions | undated }};", "*Notes* its resolutions 79/127 and 64/117;"),
        ("*Thanks* {{ states }};", "*Thanks* Portugal and Ghana;"),
        ("*Thanks* {{ state }};", "*Thanks* Atlantis;"),
        ("*Notes* the report{% if number | many %}s{% endif %} of {{ number }} lamps;", "*Notes* the reports of 1 lamps;"),
        ("*Notes* {{ text }} and {{ text }};", "*Notes* lamps and oil;"),
    ],
)
def test_what_the_clause_would_not_say_is_not_recognised(template: str, text: str) -> None:
    assert values(template, text) is None


def test_a_note_takes_its_name_from_the_callout_and_may_be_left_out() -> None:
    template = "*Notes* the lamps,{% if note %}[^{{ note }}]{% endif %} and {{ text }};"
    known = clause(template, Variable("note", Type.TEXT, ""), Variable("text", Type.TEXT))
    with_note, without = found("*Notes* the lamps,[^lamp] and oil;", known), found("*Notes* the lamps, and oil;", known)
    assert with_note
    assert without
    assert (with_note.values, without.values) == ({"note": "lamp", "text": "oil"}, {"text": "oil"})


def test_the_alternate_is_named_and_subparagraphs_are_taken_in() -> None:
    known = clause("*Decides* on {{ text }}:", Variable("text", Type.TEXT), items=("To wait for {{ text }};", "To begin;"), soft="*Hopes* for {{ text }}:")
    match = found("*Hopes* for rain:", known, items=("To wait for rain;", "To begin."))
    assert match
    assert (match.alternate, match.items, match.values) == ("soft", ("here-0", "here-1"), {"text": "rain"})
    assert found("*Hopes* for rain:", known, items=("To wait for sun;", "To begin.")) is None
    assert found("*Hopes* for rain;", known) is None


def test_half_of_the_words_have_to_be_the_clauses_own_to_count() -> None:
    known = clause("*Notes* the {{ text }};", Variable("text", Type.TEXT))
    two, three = found("*Notes* the old lamps;", known), found("*Notes* the very old lamps;", known)
    assert two
    assert three
    assert (two.own, two.words, two.counts, three.counts) == (2, 4, True, False)


def test_the_clause_with_most_own_words_is_taken() -> None:
    wide = replace(clause("*Notes* {{ text }};", Variable("text", Type.TEXT)), id="archive/wide")
    narrow = clause("*Notes* the lamps of {{ text }};", Variable("text", Type.TEXT))
    match = found("*Notes* the lamps of old;", wide, narrow)
    assert match
    assert match.clause.id == "archive/test"


def test_values_that_only_conditions_use_are_found_however_many_they_are() -> None:
    names = [f"with_{word}" for word in ("oil", "wicks", "glass", "salt", "rust")]
    text = "*Notes* the lamps" + "".join(f"{{% if {name} %}} {name.replace('_', ' ')}{{% endif %}}" for name in names) + ";"
    known = clause(text, *(Variable(name, Type.TEXT, "", "yes") for name in names))
    for said_of in (names, names[:2], names[3:], []):
        match = found(f"*Notes* {' '.join(('the lamps', *said_of)).replace('_', ' ')};", known)
        assert match
        assert match.values == dict.fromkeys(said_of, "yes")


def test_nearly_says_what_differs() -> None:
    known = index([clause(REQUEST, Variable("session", Type.SESSION), Variable("topic", Type.TEXT))])
    text = "*Invites* the Secretary-General to present to the General Assembly at its eighty-first session a report on lamps;"
    resolution = Resolution(Masthead(), (), (Part((), (Paragraph("lamps", inline.parse(text)),)),))
    assert recognise(known, resolution) == ()
    (match,) = recognise(known, resolution, near=True)
    assert not match.exact
    assert [(each.clause, each.text) for each in match.differs] == [("Requests", "Invites"), ("submit", "present")]


def test_words_are_those_between_blanks_whether_the_match_is_exact_or_not() -> None:
    known = index([clause(REQUEST, Variable("session", Type.SESSION), Variable("topic", Type.TEXT))])
    text = "*Requests* the Secretary-General to submit to the General Assembly at its eighty-first session a report on lamps;"
    for given_text, exact, own in ((text, True, 15), (text.replace("submit", "present"), False, 14)):
        resolution = Resolution(Masthead(), (), (Part((), (Paragraph("lamps", inline.parse(given_text)),)),))
        (match,) = recognise(known, resolution, near=True)
        assert (match.exact, match.own, match.words) == (exact, own, 17)


# --- Laws ----------------------------------------------------------------------------------------------------------

WORD = st.sampled_from(["lamps", "the oil", "and", "of", "in 2027", "a list, and more", "Notes", "at its next session", "*Registers*", "[[there]]", "(a)"])
PLAIN = st.lists(WORD, min_size=1, max_size=6).map(" ".join).filter(lambda text: not text.startswith("of "))  # "of of" is mended
STATES = ["Ghana", "Bosnia and Herzegovina", "Iran (Islamic Republic of)", "Türkiye", "Guinea", "Guinea-Bissau", "Sudan"]
RESOLUTIONS = ["64/117 of 16 December 2009", "65/33", "2205 (XXI) of 17 December 1966", "79/127", "74/92 A and B"]
OF_TYPE = {
    Type.SESSION: st.integers(1, 150).map(str),
    Type.DATE: st.dates(date(1900, 1, 1)).map(dates.format),
    Type.SYMBOL: st.sampled_from(["A/81/143", "A/81/___", "A/C.6/81/L.4", "A/81/7/Add.1", "A/RES/79/124"]),
    Type.RESOLUTION: st.sampled_from(RESOLUTIONS),
    Type.RESOLUTIONS: st.lists(st.sampled_from(RESOLUTIONS), min_size=1, unique=True).map(", ".join),
    Type.STATE: st.sampled_from(STATES),
    Type.STATES: st.lists(st.sampled_from(STATES), min_size=1, unique=True).map(", ".join),
    Type.NUMBER: st.integers(0, 10**7).map(str),
    Type.YEAR: st.integers(1900, 2199).map(str),
    Type.BODY: st.sampled_from(["the International Law Commission", "the Committee on Lamps and Oil", "UNICEF"]),
    Type.MONEY: st.integers(0, 10**10).map(str),
    Type.TEXT: PLAIN,
    Type.PARAGRAPHS: st.sampled_from(["12", "12 and 14", "3 to 5", "IV.5, 12 (a) and [[there]]"]),
    Type.FLAG: st.sampled_from(["yes", "no"]),
}
NOTE = re.compile(r"\[\^\{\{ *([a-z_0-9]+) *\}\}\]")
ORDINAL = re.compile(r"\b([a-z_0-9]+) *\| *ordinal\b")


@st.composite
def fillings(draw: st.DrawFn) -> tuple[Clause, str, dict[str, str]]:
    """A clause of the library, one of its wordings, and values for it."""
    chosen = draw(st.sampled_from(CLAUSES))
    wording = draw(st.sampled_from(("", *(other.name for other in chosen.alternates))))
    templates = " ".join((chosen.text, *chosen.items, *(other.text for other in chosen.alternates)))
    notes, counted = NOTE.findall(templates), ORDINAL.findall(templates)
    given_values: dict[str, str] = {}
    for variable in chosen.variables:
        if variable.default is None or draw(st.booleans()):
            kind = Type.SESSION if variable.name in counted else variable.type  # nothing is the zeroth
            given_values[variable.name] = "a-note" if variable.name in notes else draw(OF_TYPE[kind])
        elif variable.default == "next":
            given_values[variable.name] = "81"
    return chosen, wording, given_values


@given(fillings())
@settings(suppress_health_check=[HealthCheck.filter_too_much], deadline=None, max_examples=200)
def test_what_a_clause_was_filled_to_is_recognised_and_fills_to_the_same_again(filling: tuple[Clause, str, dict[str, str]]) -> None:
    chosen, wording, given_values = filling
    text = said(chosen, given_values, wording)
    assert text
    filled = inline.parse(fill(chosen, given_values, next_session=None, alternate=wording))
    match = _again(chosen, filled, given_values)
    assert match is not None
    assert said(chosen, match.values, match.alternate) == text


def _again(chosen: Clause, filled: Content, given_values: dict[str, str]) -> Match | None:
    from draftkit.clauses import fill_items

    items = [inline.parse(item) for item in fill_items(chosen, given_values, next_session=None)]
    place = Place("here", chosen.part, line_of(filled, items), tuple(str(at) for at in range(len(items))))
    return exactly(index([chosen]), place)


@given(st.text(max_size=200))
def test_a_line_leads_back_to_what_was_typed(text: str) -> None:
    content = inline.join([Text(text)])
    line = line_of(content)
    assert line.text == compared(content)
    again = line_of(inline.parse(line.typed(0, len(line.tokens))))
    assert [token.casefold() for token in again.tokens] == [token.casefold() for token in line.tokens][: len(again.tokens)]


@pytest.mark.parametrize("shipped", CLAUSES, ids=lambda each: each.reference)
def test_every_shipped_clause_is_a_pattern_that_finds_its_examples(shipped: Clause) -> None:
    assert list(patterns_of(shipped))
    for example in shipped.examples:
        match = _again(shipped, inline.parse(example.text), dict(example.values))
        assert match is not None, example.text


# --- Hostile texts -------------------------------------------------------------------------------------------------


LIMIT = 5
"""Seconds of the processor: a hundred times what is needed, and a hundredth of what trying everything would take."""


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("*A* {{ text }} the {{ text_2 }} the {{ text_3 }} the {{ session | ordinal }} zzz;", "*A* " + "the " * 4000 + "zzz;"),
        ("*A* {{ text }} {{ text_2 }} {{ text_3 }} {{ text_4 }} {{ year }};", "*A* " + "2027 " * 3000 + "x;"),
        ("*A* {{ body }} {{ body_2 }} z;", "*A* " + "Aa of the " * 1500 + "z;"),
        ("*A* {{ resolutions }} z;", "*A* " + ", ".join(f"{n}/1" for n in range(31, 31 + 2000)) + " z;"),
        ("*A* {{ states }} z;", "*A* " + "Guinea, " * 2000 + " z;"),
        ("*A* {{ symbol }} {{ money }};", "*A* " + "A/" * 5000 + " " + "1," * 4000 + ";"),
        ("*A* {{ year }};", "*A*" + " " * 9000 + "\ue100 \ue000;"),
    ],
)
def test_texts_made_to_be_difficult_are_no_clause_and_come_to_an_end(template: str, text: str) -> None:
    begun = time.process_time()
    assert found(text, clause(template, *variables(template))) is None
    assert time.process_time() - begun < LIMIT


def test_a_clause_that_is_no_template_is_no_pattern() -> None:
    for text in ("*A* {{ x.y }};", "*A* {% for a in b %};", "*A* {{ undeclared }};", "*A* \ue105;", "*A"):
        assert list(patterns_of(clause(text))) == []


NAMES = [f"v{at}" for at in range(300)]
OPTIONAL = "".join(f"{{% if {name} %}} {name}{{% endif %}}" for name in NAMES)
ONE_OF = "".join(f"{{% elif {name} %}} {name}" for name in NAMES)


@pytest.mark.parametrize(
    ("template", "kind", "most", "fewest"),
    [
        (OPTIONAL, Type.TEXT, 64, 64),
        (f"{{% if z %}}x{{% else %}}{OPTIONAL}{{{{ z }}}}{{% endif %}}", Type.TEXT, 1, 1),  # without z there is no way
        (f"{{% if z %}}x{{% else %}}{OPTIONAL}{{{{ z }}}}{{% endif %}}", Type.NUMBER, 1, 1),  # nor where it is 0
        (f"{{% if z == 'a' %}}x{ONE_OF}{{% endif %}}", Type.TEXT, 64, 64),
        ("{% if v1 %}x{% endif %}" + "{{ z }} b " * 90, Type.TEXT, 2, 2),
        ("{% if v1 %}x{% endif %}" + "{{ z }} b " * 1_500, Type.TEXT, 0, 0),  # of so many pieces no way is a pattern
        ("{% if not v1 %}x{% elif v1 %}y{% else %}{{ z }}{% endif %}", Type.TEXT, 2, 2),
        ("{{ v1 }} b " * 90, Type.TEXT, 64, 64),
    ],
)
def test_the_ways_of_a_clause_with_many_conditions_are_limited(template: str, kind: Type, most: int, fewest: int) -> None:
    known = clause(f"*A* {template};", Variable("z", kind), *(Variable(name, Type.TEXT, "") for name in NAMES))
    begun = time.process_time()
    assert fewest <= len(list(patterns_of(known))) <= most
    assert time.process_time() - begun < LIMIT


def test_words_said_again_and_again_are_told_apart_by_what_they_begin_and_end_with() -> None:
    one, other = ["Requests", *["the", "of"] * 2_000, "lamps"], ["Requests", *["of", "the", "the"] * 2_000, "lamps"]
    begun = time.process_time()
    assert [tuple(step) for step in steps(one, other)] == [
        (True, 0, 1, 0, 1), (False, 1, 4_001, 1, 6_001), (True, 4_001, 4_002, 6_001, 6_002),
    ]  # fmt: skip
    assert [tuple(step) for step in steps(one, one)] == [(True, 0, 4_002, 0, 4_002)]
    assert [tuple(step) for step in steps(one, one[:-2])] == [(True, 0, 4_000, 0, 4_000), (False, 4_000, 4_002, 4_000, 4_000)]
    lines = [line_of(inline.parse(f"*Requests* {unit * 500}lamps;")) for unit in ("the of ", "of the the ")]
    assert [is_own(column) for column in columns_of(lines)] == [True, False, True]
    assert time.process_time() - begun < LIMIT


def test_blanks_beside_each_other_are_one_however_many_they_are() -> None:
    begun = time.process_time()
    line = line_of((Text("Notes", italic=True), Text(f"  {'a  ' * 200_000} b ;")))
    assert (line.text[:12], line.text[-6:], len(line.tokens)) == ("Notes a a a ", "a a b ", 200_002)
    assert (line.typed(0, 3), line.typed(200_000, 200_002)) == ("*Notes*  a  a", "a   b")
    assert time.process_time() - begun < LIMIT


def test_every_paragraph_and_subparagraph_is_a_place() -> None:
    inner = Paragraph("a", inline.parse("To wait;"), (Paragraph("i", inline.parse("here;")),))
    resolution = Resolution(Masthead(), (), (Part((), (Paragraph("top", inline.parse("*Urges*:"), (inner,)),)),))
    assert [(place.paragraph, place.plain) for place in places(resolution)] == [("top", False), ("a", True), ("i", True)]
