"""Filling: typed values, refused templates, and nothing a value says is ever run."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from draftkit import inline
from draftkit.clauses import fill, fill_items, instantiate, load
from draftkit.clauses.clause import Alternate, Clause, Type, Variable
from draftkit.clauses.templates import names
from draftkit.errors import ClauseError
from draftkit.model import Paragraph, Text
from draftkit.tree import Section

LIBRARY = load()
EXAMPLES = [
    pytest.param(clause, example, id=f"{clause.reference}-{number}")
    for clause in LIBRARY.every()
    for number, example in enumerate(clause.examples, 1)
]


def clause(text: str, *variables: Variable, items: tuple[str, ...] = (), alternates: tuple[Alternate, ...] = ()) -> Clause:
    return Clause("archive/test", 1, Section.OPERATIVE, "T", text, variables=variables, items=items, alternates=alternates)


def filled(kind: Type, value: str, template: str = "{{ x }}", **options: str | None) -> str:
    return fill(clause(template, Variable("x", kind, **options)), {"x": value}, next_session=None)  # type: ignore[arg-type]


@pytest.mark.parametrize(("shipped", "example"), EXAMPLES)
def test_every_shipped_example_fills_to_its_text(shipped, example) -> None:
    assert fill(shipped, example.values, next_session=None, alternate=example.alternate) == example.text
    assert fill_items(shipped, example.values, next_session=None) == example.items


@pytest.mark.parametrize(
    ("kind", "value", "template", "expected"),
    [
        (Type.SESSION, "81", "{{ x | ordinal }}", "eighty-first"),
        (Type.SESSION, "eighty-first", "{{ x | ordinal }}", "eighty-first"),
        (Type.SESSION, "Eighty\u2011first", "{{ x | ordinal | capitalized }}", "Eighty-first"),
        (Type.SESSION, "100", "{{ x | capitalized }}", "One hundredth"),
        (Type.SESSION, "150", "{{ x }}", "150"),
        (Type.DATE, "4 December 2024", "{{ x | date }}", "4 December 2024"),
        (Type.DATE, "29 February 2028", "{{ x }}", "29 February 2028"),
        (Type.SYMBOL, "A/81/143", "{{ x }}", "A/81/143"),
        (Type.SYMBOL, "A/81/___", "{{ x }}", "A/81/___"),
        (Type.SYMBOL, "A/C.6/81/L.___", "{{ x }}", "A/C.6/81/L.___"),
        (Type.SYMBOL, "A/RES/79/124", "{{ x }}", "A/RES/79/124"),
        (Type.RESOLUTION, "79/124", "{{ x }}", "79/124"),
        (Type.RESOLUTION, "217 A (III)", "{{ x }}", "217 A (III)"),
        (Type.RESOLUTION, "2347 (2017) of 24 March 2017", "{{ x }}", "2347 (2017) of 24 March 2017"),
        (Type.STATES, "Türkiye, Côte d’Ivoire, Croatia", "{{ x | states }}", "Côte d’Ivoire, Croatia and Türkiye"),
        (Type.STATES, "Iran (Islamic Republic of); Bosnia and Herzegovina", "{{ x }}", "Bosnia and Herzegovina and Iran (Islamic Republic of)"),
        (Type.STATES, "Ghana", "{{ x | states }}", "Ghana"),
        (Type.STATES, "Ghana and Portugal", "{{ x }}", "Ghana and Portugal"),
        (Type.STATES, "Kenya, Ghana, and Trinidad and Tobago", "{{ x }}", "Ghana, Kenya and Trinidad and Tobago"),
        (Type.STATES, "Bosnia and Herzegovina and Kenya", "{{ x }}", "Bosnia and Herzegovina and Kenya"),
        (Type.MONEY, "$12,000", "{{ x }}", "12,000 dollars"),
        (Type.MONEY, "US$ 1.5 million", "{{ x }}", "1,500,000 dollars"),
        (Type.MONEY, "1.5 million dollars", "{{ x }}", "1,500,000 dollars"),
        (Type.MONEY, "2 billion Swiss francs", "{{ x }}", "2,000,000,000 Swiss francs"),
        (Type.MONEY, "€300", "{{ x }}", "300 euros"),
        (Type.PARAGRAPHS, "12", "paragraph{% if x | many %}s{% endif %} {{ x }}", "paragraph 12"),
        (Type.PARAGRAPHS, "12, 14 and 16 (a)", "paragraph{% if x | many %}s{% endif %} {{ x }}", "paragraphs 12, 14 and 16 (a)"),
        (Type.PARAGRAPHS, "paragraphs 3–5", "paragraph{% if x | many %}s{% endif %} {{ x }}", "paragraphs 3 to 5"),
        (Type.PARAGRAPHS, "[[urges]] and [[asks]]", "paragraph{% if x | many %}s{% endif %} {{ x }}", "paragraphs [[urges]] and [[asks]]"),
        (Type.FLAG, "yes", "lamps{% if x %} and oil{% endif %}", "lamps and oil"),
        (Type.FLAG, "true", "lamps{% if x %} and oil{% endif %}", "lamps and oil"),
        (Type.FLAG, "No", "lamps{% if x %} and oil{% endif %}", "lamps"),
        (Type.NUMBER, "9", "{{ x | number }}", "nine"),
        (Type.NUMBER, "1,200", "{{ x | number }}", "1,200"),
        (Type.NUMBER, "12", "{{ x | ordinal }}", "twelfth"),
        (Type.TEXT, "the *travaux\n  préparatoires*", "on {{ x }};", "on the *travaux préparatoires*;"),
        (Type.TEXT, r"a \*star\* and a \{\{ brace", "{{ x }}", r"a \*star\* and a \{\{ brace"),
        (Type.TEXT, "words", "{{ x | capitalized }}", "Words"),
        (Type.TEXT, "<b> & co", "{{ x }}", "<b> & co"),
    ],
)  # fmt: skip
def test_a_value_of_its_type_is_printed(kind: Type, value: str, template: str, expected: str) -> None:
    assert filled(kind, value, template) == expected


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Type.SESSION, "0"), (Type.SESSION, "151"), (Type.SESSION, "eighty-eleventh"), (Type.SESSION, "81.0"),
        (Type.SESSION, "-1"), (Type.SESSION, "٨١"), (Type.SESSION, "9" * 5000),
        (Type.DATE, "31 June 2027"), (Type.DATE, "2027-06-01"), (Type.DATE, "June 1, 2027"), (Type.DATE, "29 February 2027"),
        (Type.SYMBOL, "A 81 143"), (Type.SYMBOL, "see A/81/143"), (Type.SYMBOL, "___"),
        (Type.RESOLUTION, "resolution 79/124"), (Type.RESOLUTION, "79/124 and 80/1"), (Type.RESOLUTION, "79/124 of 31 June 2024"),
        (Type.STATES, "Ghana, Ghana"), (Type.STATES, "Ghana,,Portugal"), (Type.STATES, "Ganha"), (Type.STATES, "{{ x }}"),
        (Type.NUMBER, "twelve"), (Type.NUMBER, "1,2"), (Type.NUMBER, "1e9"),
        (Type.TEXT, "*never closed"), (Type.TEXT, "[[never closed"), (Type.TEXT, "[^Not An Id]"), (Type.TEXT, "{{ 7 * 7 }}"),
        (Type.TEXT, "{% for a in b %}"), (Type.TEXT, "{# gone #}"), (Type.TEXT, "a backslash \\"), (Type.TEXT, "bell \x07"),
        (Type.TEXT, "x" * 30_000),
    ],
)  # fmt: skip
def test_a_value_of_another_type_is_refused_with_a_remedy(kind: Type, value: str) -> None:
    with pytest.raises(ClauseError) as caught:
        filled(kind, value)
    assert caught.value.where == "archive/test@1"
    assert caught.value.remedy
    assert len(str(caught.value)) < 250


@pytest.mark.parametrize(
    ("template", "written", "expected"),
    [
        ("*Recalling* its resolution {{ x }},", "79/124", "*Recalling* its resolution 79/124 of 4 December 2024,"),
        ("*Recalling* its resolution {{x}},", "75/257 B", "*Recalling* its resolution 75/257 B of 7 July 2021,"),
        ("*Recalling* its resolution {{ x }},", "79/124 of 4 December 2024", "*Recalling* its resolution 79/124 of 4 December 2024,"),
        ("*Recalling* its resolution {{ x }},", "79/999", "*Recalling* its resolution 79/999,"),
        ("*Recalling* Human Rights Council resolution {{ x }},", "53/11", "*Recalling* Human Rights Council resolution 53/11,"),
        ("*Noting* {{ x }},", "79/124", "*Noting* 79/124,"),
    ],
)
def test_a_resolution_of_the_assembly_is_given_its_date(template: str, written: str, expected: str) -> None:
    assert filled(Type.RESOLUTION, written, template) == expected


def test_a_session_follows_from_the_draft() -> None:
    following = clause("{{ x | ordinal }}", Variable("x", Type.SESSION, "next"))
    assert fill(following, {}, next_session=83) == "eighty-third"
    assert fill(following, {"x": "next"}, next_session=83) == "eighty-third"
    assert fill(following, {"x": "82"}, next_session=83) == "eighty-second"
    with pytest.raises(ClauseError, match="the item returns is not known; write \"x: 81\""):
        fill(following, {}, next_session=None)


def test_values_that_are_missing_unknown_or_left_out() -> None:
    asked = clause("*Notes* {{ topic }}{% if aside %}, {{ aside }}{% endif %};", Variable("topic", Type.TEXT), Variable("aside", Type.TEXT, ""))
    assert fill(asked, {"topic": "it"}, next_session=None) == "*Notes* it;"
    assert fill(asked, {"topic": "it", "aside": "too"}, next_session=None) == "*Notes* it, too;"
    with pytest.raises(ClauseError, match="archive/test@1: the value topic is missing; add \"topic:\""):
        fill(asked, {}, next_session=None)
    with pytest.raises(ClauseError, match="the value topic is missing"):
        fill(asked, {"topic": " \n "}, next_session=None)
    with pytest.raises(ClauseError, match='the clause has no variable "tpoic"; did you mean "topic"'):
        fill(asked, {"tpoic": "it"}, next_session=None)


def test_a_value_that_only_an_alternate_names_is_not_asked_for_elsewhere() -> None:
    both = clause("*Notes* it;", Variable("act", Type.TEXT), alternates=(Alternate("long", "*Notes* {{ act }};"),))
    assert fill(both, {}, next_session=None) == "*Notes* it;"
    assert fill(both, {"act": "the act"}, next_session=None, alternate="long") == "*Notes* the act;"
    with pytest.raises(ClauseError, match="the value act is missing"):
        fill(both, {}, next_session=None, alternate="long")
    with pytest.raises(ClauseError, match='there is no alternate "short"; choose long'):
        fill(both, {}, next_session=None, alternate="short")


def test_a_condition_may_compare() -> None:
    chosen = clause('{% if x == "one" %}a{% elif x != "two" and not y %}b{% else %}c{% endif %}', Variable("x", Type.TEXT), Variable("y", Type.TEXT, ""))
    assert [fill(chosen, {"x": word}, next_session=None) for word in ("one", "two", "three")] == ["a", "c", "b"]


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__ }}", "{{ x.__class__.__mro__ }}", "{{ x['__class__'] }}", "{{ x() }}", "{{ self }}", "{{ x.format(1) }}",
        "{{ cycler.__init__.__globals__ }}", "{{ ().__class__.__bases__[0].__subclasses__() }}", "{{ range(10**9) }}",
        "{% for a in x %}{{ a }}{% endfor %}", "{% include 'etc/passwd' %}", "{% import 'os' as os %}", "{% extends 'x' %}",
        "{% set x = 1 %}", "{% macro m() %}{% endmacro %}", "{% block b %}{% endblock %}", "{% filter upper %}x{% endfilter %}",
        "{% call x() %}{% endcall %}", "{% with a = 1 %}{% endwith %}", "{% autoescape true %}{% endautoescape %}",
        "{{ 'a' * 10**9 }}", "{{ 10 ** 10 ** 10 }}", "{{ x ~ x }}", "{{ x + x }}", "{{ -x }}", "{{ [x] }}", "{{ {'a': x} }}",
        "{{ x | upper }}", "{{ x | attr('__class__') }}", "{{ x | ordinal(1) }}", "{{ x | map('upper') }}", "{{ x if x else x }}",
        "{{ x is defined }}", "{% if x is string %}{% endif %}", "{{ x > 1 }}", "{{ x in x }}", "{{ x[0:1] }}", "{# note #}x",
        "{{ x", "{% if x %}", "{% endif %}", "{{ x }}{% nonsense %}", "{{ " + "(" * 3000 + "x" + ")" * 3000 + " }}",
        "{% if x %}" * 900 + "{% endif %}" * 900, "{{ " + "not " * 4000 + "x }}", "{{ " + "9" * 6000 + " }}", "x" * 30_000,
        "{{ x" + " | capitalized" * 50 + " }}", "{{ undeclared }}",
    ],
)  # fmt: skip
def test_a_hostile_template_is_refused_before_it_runs(template: str) -> None:
    with pytest.raises(ClauseError) as caught:
        filled(Type.TEXT, "v", template)
    assert caught.value.remedy
    assert "\n" not in str(caught.value)


def test_a_filter_wants_its_type() -> None:
    for template in ("{{ x | ordinal }}", "{{ x | states }}", "{{ x | date }}", "{{ x | number }}"):
        with pytest.raises(ClauseError, match="the filter"):
            filled(Type.TEXT, "words", template)
    with pytest.raises(ClauseError, match="knows 1 to 150, not 151"):
        filled(Type.NUMBER, "151", "{{ x | ordinal }}")


def test_a_short_template_cannot_give_an_endless_text() -> None:
    with pytest.raises(ClauseError, match="more than 20,000 characters"):
        filled(Type.TEXT, "word " * 3000, "{{ x }}" * 5)


def test_values_may_not_break_the_marks_of_the_text() -> None:
    with pytest.raises(ClauseError, match="filled in"):
        filled(Type.TEXT, "*a* b*c*", "**{{ x }};")


def test_items_become_subparagraphs() -> None:
    listed = clause("*Urges*:", Variable("x", Type.TEXT), items=("States to {{ x }};", "Courts to {{ x }};"))
    assert instantiate(listed, "urges", {"x": "act"}, next_session=None) == Paragraph(
        "urges",
        (Text("Urges", italic=True), Text(":")),
        (Paragraph("urges-a", (Text("States to act;"),)), Paragraph("urges-b", (Text("Courts to act;"),))),
    )


def test_the_names_of_a_template() -> None:
    assert names("{% if a %}{{ b | ordinal }}{% endif %}c") == {"a", "b"}


VALUES = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="{}%#*^[]\\ ab_.|()'\"\n", max_size=40),
    st.sampled_from(["{{ 7 * 7 }}", "{{ ''.__class__ }}", "{% include 'x' %}", "{{", "}}", "\\{{ 7*7 }}", "{\\{ 7*7 }}"]),
)


def outcome(kind: Type, value: str, template: str) -> tuple[str, str]:
    """The filled text and "", or "" and the one line of the error; any other exception is a failure."""
    try:
        return filled(kind, value, template), ""
    except ClauseError as error:
        return "", str(error)


@settings(max_examples=300)
@given(VALUES, st.sampled_from(list(Type)))
def test_filling_raises_nothing_but_clause_errors(value: str, kind: Type) -> None:
    text, refusal = outcome(kind, value, "*Requests* {{ x }};")
    assert bool(text) != bool(refusal)
    assert "\n" not in refusal
    inline.parse(text)


@settings(max_examples=300)
@given(VALUES)
def test_a_text_value_comes_out_as_it_went_in(value: str) -> None:
    try:
        text = filled(Type.TEXT, value, "<{{ x }}>")
    except ClauseError:
        return
    typed = " ".join(part for part in _blanks(value) if part)
    assert text.removesuffix(">") == f"<{typed}" or typed[-1] in ".;"  # what would end the paragraph (``seams``)


def _blanks(value: str) -> list[str]:
    return value.replace("\t", " ").replace("\r", " ").replace("\n", " ").split(" ")


@settings(max_examples=200)
@given(st.text(alphabet="{}%#*^[]\\ ab_.|()'\"=1ifendforx\n", max_size=60))
def test_any_template_fills_or_is_refused(template: str) -> None:
    _, refusal = outcome(Type.TEXT, "v", template)
    assert "\n" not in refusal
    if not refusal:
        assert names(template) <= {"x"}


@pytest.mark.parametrize(
    ("kind", "value", "template"),
    [
        (Type.FLAG, "perhaps", "{% if x %}lamps{% endif %}"),
        (Type.FLAG, "yes", "{{ x }}"),
        (Type.MONEY, "$5 euros", "{{ x }}"),
        (Type.MONEY, "1.5", "{{ x }}"),
        (Type.MONEY, "0.0000001 million", "{{ x }}"),
        (Type.PARAGRAPHS, "twelve", "{{ x }}"),
        (Type.PARAGRAPHS, "12 and 12", "{{ x }}"),
        (Type.STATES, "Ghana and Atlantis", "{{ x }}"),
        (Type.STATES, "Ghana and", "{{ x }}"),
        (Type.TEXT, "lamps” and “oil", "{{ x }}"),
    ],
)
def test_a_value_that_is_not_of_its_type_is_refused(kind: Type, value: str, template: str) -> None:
    with pytest.raises(ClauseError):
        filled(kind, value, template)


def test_a_flag_is_no_where_nothing_is_said() -> None:
    assert fill(clause("lamps{% if x %} and oil{% endif %}", Variable("x", Type.FLAG)), {}, next_session=None) == "lamps"


def test_a_paragraph_that_heads_a_section_has_a_comma_and_no_number() -> None:
    head = instantiate(LIBRARY.get("budget/section-considered@1"), "head", {}, next_session=None)
    assert head.label == ""
    assert instantiate(clause("*Notes* lamps;"), "notes", {}, next_session=None).label is None
