"""A finished text as it is issued: an L-document, a revised one, an addendum, an adopted resolution."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit.assemble.issue import Adoption, Issue, addendum, adopted, l_document
from draftkit.assemble.issue.sponsors import listed, names_in, sponsors
from draftkit.assemble.issue.symbols import before, issued
from draftkit.assemble.masthead import proposal
from draftkit.assemble.printed import printed
from draftkit.errors import DraftkitError
from draftkit.inline import plain
from draftkit.model import AgendaItem, Masthead, Resolution, Text
from draftkit.un.states import order, states
from draftkit.un.symbols import COMMITTEES
from redlines import text

HEAD = Masthead(session=81, committee="Sixth Committee", agenda=(AgendaItem("82", "Safety of cables"),))


def draft(**fields: object) -> Resolution:
    found = text("urges: *Urges* States to act.", head=replace(HEAD, **fields))  # type: ignore[arg-type]
    return replace(found, title=(Text("Safety of cables"),))


@pytest.mark.parametrize(("committee", "symbol"), [(name, f"A/{body}/81/L.___") for name, body in COMMITTEES.items()])
def test_every_main_committee_has_its_symbol(committee: str, symbol: str) -> None:
    assert l_document(draft(committee=committee)).masthead.symbol == symbol


def test_the_plenary_has_no_committee_in_its_symbol() -> None:
    head = l_document(draft(committee="")).masthead
    assert (head.symbol, head.distribution, head.issued, head.original) == ("A/81/L.___", "Limited", "___", "English")


def test_what_only_an_adopted_text_has_is_gone() -> None:
    head = {"symbol": "A/RES/81/12", "adopted": "4 December 2026", "basis": "on the report of the Sixth Committee (A/81/4)"}
    adopted_text = draft(**head)
    closed = replace(adopted_text, parts=(replace(adopted_text.parts[0], meeting="47th plenary meeting", adopted="4 December 2026"),))
    made = l_document(closed)
    assert (made.masthead.symbol, made.masthead.adopted, made.masthead.basis) == ("A/C.6/81/L.___", "", "")
    assert (made.parts[0].meeting, made.parts[0].adopted) == ("", "")


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("", "Draft resolution"),
        ("fiji", "Fiji: draft resolution"),
        ("Samoa, Fiji", "Fiji and Samoa: draft resolution"),
        ("State of Palestine, Cote d'Ivoire and the Sudan", "Côte d’Ivoire, Sudan and State of Palestine: draft resolution"),
        ("Bosnia and Herzegovina and Fiji", "Bosnia and Herzegovina and Fiji: draft resolution"),
        ("Trinidad and Tobago; Iran (Islamic Republic of)", "Iran (Islamic Republic of) and Trinidad and Tobago: draft resolution"),
        ("Fiji, Fiji", "Fiji: draft resolution"),
        ("Kingdom of the Netherlands, Islamic Republic of Iran",
         "Iran (Islamic Republic of) and Netherlands (Kingdom of the): draft resolution"),
    ],
)
def test_sponsors_are_named_as_the_united_nations_does(typed: str, line: str) -> None:
    assert proposal(l_document(draft(), Issue(sponsors=names_in(typed))).masthead) == line


@given(st.lists(st.sampled_from(sorted(states())), min_size=1, max_size=30, unique=True))
def test_a_list_that_is_read_again_is_the_same(names: list[str]) -> None:
    found = sponsors(names)
    assert list(found) == sorted(names, key=order)
    assert sponsors(names_in(listed(found))) == found


def test_the_names_in_a_draft_are_sorted_but_not_refused() -> None:
    assert l_document(draft(sponsors=("Samoa", "Atlantis"))).masthead.sponsors == ("Atlantis", "Samoa")


def test_an_officer_submits_what_came_of_consultations() -> None:
    issue = Issue(submitted_by="Vice-Chair, Ana Example (Poland)", consultations_on="A/C.2/81/L.21")
    assert proposal(l_document(draft(sponsors=("Fiji",)), issue).masthead) == (
        "Draft resolution submitted by the Vice-Chair of the Committee, Ana Example (Poland), "
        "on the basis of informal consultations on draft resolution A/C.2/81/L.21"
    )


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({}, "Revised draft resolution"),
        ({"sponsors": ("Samoa", "Fiji")}, "Fiji and Samoa: revised draft resolution"),
        ({"heading": "Chad on behalf of the Group: draft resolution"}, "Chad on behalf of the Group: revised draft resolution"),
    ],
)
def test_a_revised_text_says_so(fields: dict[str, object], line: str) -> None:
    head = l_document(draft(symbol="A/C.6/81/L.7", issued="4 November 2026", **fields), Issue(revision=1)).masthead
    assert (head.symbol, head.issued, proposal(head)) == ("A/C.6/81/L.7/Rev.1", "___", line)


@pytest.mark.parametrize(
    ("symbol", "kind", "number", "made"),
    [
        ("A/C.6/81/L.7", "Rev", 1, "A/C.6/81/L.7/Rev.1"),
        ("A/C.6/81/L.7/Rev.1", "Rev", 2, "A/C.6/81/L.7/Rev.2"),
        ("A/C.6/81/L.7/Rev.1/Corr.1", "Rev", 2, "A/C.6/81/L.7/Rev.2"),
        ("A/81/L.7/Rev.1", "Add", 1, "A/81/L.7/Rev.1/Add.1"),
        ("A/81/L.7/Add.1", "Add", 2, "A/81/L.7/Add.2"),
        ("A/81/L.7/Add.1", "Corr", 1, "A/81/L.7/Add.1/Corr.1"),
        ("A/81/L.7/Corr.1", "Corr", 2, "A/81/L.7/Corr.2"),
    ],
)
def test_symbols_of_what_follows_a_document(symbol: str, kind: str, number: int, made: str) -> None:
    assert issued(symbol, kind, number) == made


def test_a_revision_replaces_the_one_before() -> None:
    assert [before(f"A/81/L.7{end}") for end in ("/Rev.2", "/Rev.1", "")] == ["A/81/L.7/Rev.1", "A/81/L.7", "A/81/L.7"]


def test_an_addendum_names_who_joins() -> None:
    made = addendum(draft(symbol="A/C.6/81/L.7", sponsors=("Fiji",)), ["Samoa", "Angola"], 1)
    lines = [line.text for line in printed(made).lines]
    assert lines[1] == "A/C.6/81/L.7/Add.1"
    assert lines[-5:] == [
        "Fiji: draft resolution", "Safety of cables", "Addendum",
        "Add the following countries to the list of sponsors of draft resolution A/C.6/81/L.7:", "Angola and Samoa",
    ]  # fmt: skip


def test_an_adopted_text_has_its_number_its_basis_and_its_meeting() -> None:
    made = adopted(draft(), Adoption("81/124", "4 December 2026", "A/81/472, para. 7", "47"))
    lines = [f"{line.number} {line.text}".strip() for line in printed(made).lines]
    assert lines[1] == "A/RES/81/124"
    assert lines[-7:-4] == [
        "Resolution adopted by the General Assembly on 4 December 2026",
        "[on the report of the Sixth Committee (A/81/472, para. 7)]", "81/124. Safety of cables",
    ]  # fmt: skip
    assert lines[-2:] == ["47th plenary meeting", "4 December 2026"]


def test_what_is_not_known_of_an_adoption_is_blank() -> None:
    head = adopted(draft(committee="", symbol="A/81/L.9")).masthead
    assert (head.symbol, head.adopted) == ("A/RES/81/___", "___")
    assert head.basis == "without reference to a Main Committee (A/81/L.9)"
    part = adopted(draft()).parts[-1]
    assert (part.meeting, part.adopted) == ("___ plenary meeting", "___")


@pytest.mark.parametrize(
    ("typed", "line"),
    [("1", "1st"), ("22", "22nd"), ("43", "43rd"), ("11", "11th"), ("112", "112th"), ("53rd (resumed)", "53rd (resumed)")],
)
def test_meetings_are_numbered_in_figures(typed: str, line: str) -> None:
    assert adopted(draft(), Adoption(meeting=typed)).parts[-1].meeting == f"{line} plenary meeting"


def test_dates_do_not_break_behind_the_day() -> None:
    made = l_document(text("recalls: *Recalls* resolution 80/9 of 4 December 2025.", head=HEAD))
    assert plain(made.parts[0].operative[0].content).endswith("of 4\u00a0December 2025.")  # type: ignore[union-attr]
    assert l_document(made) == made


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: l_document(draft(session=0)), "of which session"),
        (lambda: l_document(draft(symbol="A/C.3/81/L.7")), "A/C.3/81/L.7 is of the Third Committee, the masthead of the Sixth"),
        (lambda: l_document(draft(symbol="A/C.6/80/L.7")), "is not of the eighty-first session"),
        (lambda: l_document(draft(), Issue(sponsors=("Turkey",))), 'write "Türkiye"'),
        (lambda: l_document(draft(), Issue(submitted_by="Chair, A. Name (Fiji)")), "which is not given"),
        (lambda: l_document(draft(), Issue(submitted_by="Chair", consultations_on="A/C.2/81/L.2")), "who submits"),
        (lambda: l_document(draft(), Issue(submitted_by="Chair, A (Fiji)", consultations_on="79/124")), "not the symbol"),
        (lambda: addendum(draft(), [], 1), "names the States that join"),
        (lambda: addendum(draft(sponsors=("Fiji",)), ["Fiji"], 1), "already: Fiji"),
        (lambda: adopted(draft(), Adoption(number="124")), "no number of a resolution"),
        (lambda: adopted(draft(), Adoption(number="80/124")), "not of the eighty-first session"),
        (lambda: adopted(draft(), Adoption(date="31 April 2026")), "no date"),
        (lambda: adopted(draft(), Adoption(basis="para. 7")), "does not begin with a symbol"),
        (lambda: adopted(draft(), Adoption(meeting="last")), "no number of a meeting"),
    ],
)
def test_what_cannot_be_is_said(make, said: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(DraftkitError) as error:
        make()
    assert said in str(error.value)


@pytest.mark.parametrize(
    ("line", "revised"),
    [
        (
            "Draft resolution submitted by the Vice-Chair, on the basis of informal consultations on draft resolution A/C.6/81/L.3",
            "Revised draft resolution submitted by the Vice-Chair, on the basis of informal consultations on draft resolution A/C.6/81/L.3",
        ),
        ("Chile on behalf of the Group: draft resolution", "Chile on behalf of the Group: revised draft resolution"),
        (
            "Draft resolution, on the basis of revised draft resolution A/C.6/81/L.3/Rev.1",
            "Revised draft resolution, on the basis of revised draft resolution A/C.6/81/L.3/Rev.1",
        ),
        ("Revised draft resolution", "Revised draft resolution"),
        ("Working paper", "Working paper"),
    ],
)
def test_a_revision_is_named_so_and_no_other_draft(line: str, revised: str) -> None:
    assert l_document(draft(heading=line), Issue(revision=1)).masthead.heading == revised


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Turkiye and the Netherlands", "Netherlands (Kingdom of the)"), ("Fijji and Samoa", "Fiji"), ("Chile, Turkey and Fiji", "Türkiye")],
)
def test_two_names_are_parted_where_one_is_wrong(typed: str, meant: str) -> None:
    with pytest.raises(DraftkitError, match="is no State") as caught:
        sponsors(names_in(typed))
    assert caught.value.remedy == f'write "{meant}"'
