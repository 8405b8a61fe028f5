"""The register of adopted resolutions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from draftkit.errors import DraftkitError
from draftkit.resources import folder
from draftkit.un import dates, register
from draftkit.un.citations import in_session
from draftkit.un.register import adopted, cited, entries, entry, fold, series, title
from draftkit.un.register.file import NUMBER, written
from draftkit.un.register.search import search

HEAD = "number,date,title,item,committee,report,draft\n"


def test_knows_date_and_title() -> None:
    assert (adopted("79/126"), title("79/126")) == ("4 December 2024", "The rule of law at the national and international levels")


def test_knows_where_a_text_came_from() -> None:
    found = entry("79/122")
    assert found
    assert (found.symbol, found.session, found.item) == ("A/RES/79/122", 79, "Crimes against humanity")
    assert (found.committee, found.report, found.draft) == ("C.6", "A/79/470, para. 14", "A/C.6/79/L.2/Rev.1")


def test_an_item_that_is_the_title_is_not_written_but_known() -> None:
    found = entry("79/126")
    assert found
    assert found.item == found.title


def test_knows_the_dates_of_older_texts() -> None:
    assert (adopted("35/168"), title("35/168"), adopted("2625 (XXV)")) == ("15 December 1980", "", "24 October 1970")


def test_does_not_know_others() -> None:
    assert (adopted("79/999"), title("79/999"), series(""), cited("79/999 A and B")) == ("", "", (), None)


def test_a_series_has_one_title() -> None:
    found = series("the Rule of Law at the national and international levels")
    assert found[:2] == ("74/191", "75/141")
    assert len({fold(title(number)) for number in found}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Programme budget for 2024", "Programme budget for 2025"),
        ("Report on its seventy-fifth session", "Report on its seventy\u2011sixth session"),
        ("Follow-up to the Confidence-building Forum", "Followup to the Confidence\u2011Building Forum"),
    ],
)
def test_years_sessions_and_hyphens_do_not_part_a_series(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("as_cited", "found"),
    [
        ("75/257 B", "75/257 B"),
        ("75/257 A", "75/257 A"),
        ("75/257", "75/257"),
        ("74/92\u00a0A and\u00a0B", "74/92 A-B"),
        ("74/92 B", "74/92 A-B"),
        ("74/264 B", "74/264 A-C"),
        ("74/264 A to C", "74/264 A-C"),
        ("75/290 A and B", "75/290 A"),  # one date, so either will do
        ("75/250 A and B", ""),  # two dates
        ("74/92 C", ""),
    ],
)
def test_a_citation_finds_its_entry_whatever_its_letters(as_cited: str, found: str) -> None:
    known = cited(as_cited)
    assert (known.number if known else "") == found


def test_a_text_that_got_a_letter_later_is_found_by_it() -> None:
    assert entry("74/252 A") is None or entry("74/252 A") == cited("74/252 A")
    later = [number for number in entries() if number.endswith(" B") and f"{number[:-1]}A" not in entries()]
    assert later
    assert all((known := cited(f"{number[:-1]}A")) and known.number == number[:-2] for number in later if number[:-2] in entries())


def test_every_entry_is_well_formed() -> None:
    for each in entries().values():
        assert NUMBER.fullmatch(each.number), each
        assert dates.parse(each.date), each
        assert in_session(each.number, each.date) is not False, each
        assert re.fullmatch(r"C\.[1-6]|plenary|", each.committee), each
        assert bool(each.committee) == bool(each.report), each
        assert each.title or not each.report, each  # of older ones a title alone is known, as later texts call them


def test_every_text_since_the_74th_session_has_a_title() -> None:
    sessions = [each.session for each in entries().values() if each.title]  # older ones only as later texts call them
    assert {session: sessions.count(session) > 250 for session in range(74, 81)} == dict.fromkeys(range(74, 81), True)


def test_the_shipped_file_is_as_it_would_be_written() -> None:
    shipped = (folder("data") / "resolutions.csv").read_text("utf-8")
    assert written(entries().values()) == shipped
    assert len(shipped.splitlines()) == len(entries()) + 1  # no line end in a field: a line is an entry


# --- A person's own ------------------------------------------------------------------------------------------------


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Puts lines into a register of one's own, which stands beside the shipped one during the test."""
    file = tmp_path / "register.csv"

    def put(lines: str, head: str = HEAD) -> Path:
        file.write_text(head + lines, encoding="utf-8")
        register.extend(lambda: str(file))
        return file

    before = register.extend(lambda: "")
    yield put
    register.extend(before)


def test_own_entries_stand_in_the_order_of_the_numbers(own: Callable[[str], Path]) -> None:
    own("80/900,20 July 2026,The rule of law at the national and international levels,,sixth,,\n34/1,10 October 1979,,,,,\n")
    numbers = list(entries())
    assert series("The rule of law at the national and international levels")[-1] == "80/900"
    assert numbers.index("80/900") == numbers.index("80/267") + 1
    assert adopted("34/1") == "10 October 1979"


def test_an_own_entry_wins_field_by_field(own: Callable[[str], Path]) -> None:
    own("79/126,5 December 2024,,,,,\n")
    assert (adopted("79/126"), title("79/126")) == ("5 December 2024", "The rule of law at the national and international levels")
    shipped = register.shipped("79/126")
    assert shipped
    assert shipped.date == "4 December 2024"


def test_an_own_register_may_come_later_and_change(own: Callable[[str], Path], tmp_path: Path) -> None:
    register.extend(lambda: str(tmp_path / "register.csv"))
    assert adopted("80/900") == ""
    own("80/900,20 July 2026,,,,,\n")
    assert adopted("80/900") == "20 July 2026"
    own("80/900,21 July 2026,,,,,\n80/901,20 July 2026,,,,,\n")
    assert adopted("80/900") == "21 July 2026"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", None),
        ("\ufeffNumber;Date\n80/900;2026-07-20\n", None),
        ("symbol,adopted,committee_line\nA/RES/80/900,2026-07-20,[on the report of the Sixth Committee (A/80/1)]\n", None),
        ("80/900,20 July 2026\n", "1: not a register of resolutions: there are no columns number and date"),
        ("number,date,colour\n", '1: the column "colour" is unknown'),
        ("number,date\n80/900,20 July 2026,x\n", "2: 3 fields where the first line has 2"),
        ("number,date\n\n80-900,20 July 2026\n", '3: "80-900" is no number'),
        ("number,date\n80/900,7/20/2026\n", '2: "7/20/2026" is no date (80/900)'),
        ("number,date\n80/900,31 June 2026\n", '2: "31 June 2026" is no date'),
        ("number,date\n80/900,20 July 2025\n", "2: 80/900 cannot be of 20 July 2025"),
        ("number,date,committee\n80/900,20 July 2026,Seventh\n", '2: "Seventh" is no committee'),
        ("number,date\n80/900,20 July 2026\n80/900,21 July 2026\n", "3: 80/900 stands there twice"),
        ('number,date\n80/900,"20 July 2026\n', ": no CSV"),
        ("number,date,title\n80/900,20 July 2026,\x1b[2J\n", "too long, or holds what cannot be printed"),
        ("number,date,title\n80/900,20 July 2026," + "x" * 3000 + "\n", "too long"),
    ],
)
def test_a_broken_register_is_refused_with_its_line(own: Callable[[str, str], Path], text: str, said: str | None) -> None:
    file = own("", text)
    if said is None:
        assert adopted("80/900") == ("20 July 2026" if text else "")
        return
    with pytest.raises(DraftkitError) as refused:
        adopted("80/900")
    assert refused.value.where.startswith(str(file))
    assert said in str(refused.value)
    assert refused.value.remedy
    assert str(refused.value).isprintable()


def test_a_folder_or_what_is_no_text_is_refused(own: Callable[[str], Path], tmp_path: Path) -> None:
    own("").write_bytes(b"number,date\n80/900,\xff\n")
    with pytest.raises(DraftkitError, match="UTF-8"):
        entries()
    register.extend(lambda: str(tmp_path))
    with pytest.raises(DraftkitError, match="folder"):
        entries()


# --- Looking for words ---------------------------------------------------------------------------------------------


def test_search_finds_by_beginnings_symbols_session_and_committee() -> None:
    assert [each.number for each in search(("diplomat", "Consular"))] == ["79/124", "77/108", "75/139"]
    assert [each.number for each in search(("A/C.6/79/L.9",))] == ["79/124"]
    assert [each.number for each in search(("a/res/79/124",))] == ["79/124"]
    assert {each.committee for each in search(("law",), 79, "C.6")} == {"C.6"}
    assert {each.session for each in search((), 76, "plenary")} == {76}
    assert search(("(", "law")) == search(("iplomat",)) == ()
