"""The work plan as a page: what stands in it, and how it behaves in a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from draftkit.inline import parse
from draftkit.model import Callout, Cell, Change, Kind, Masthead, Note, Paragraph, Part, Resolution, Table, Text
from draftkit.roll import Look, Rolled, roll
from draftkit.roll.plan.worklist import Worklist, worklist
from draftkit.writers.worklist import page
from judges.browser import Tab, browser, too_faint
from strategies import resolutions

HOSTILE = '<script>alert(1)</script> "><img src=x onerror=alert(1)> {{ 7 * 7 }}'


def text(session: int, year: str, symbol: str, words: str = HOSTILE) -> Resolution:
    paragraphs = (
        Paragraph("asks", (Text("Requests", italic=True), Text(f" all reports of {year}; the parties remain at 95;"), Callout("report"))),
        Paragraph("takes", (Text(f"Takes note of {words} ;"),)),
        Paragraph("plans", (Text(f"Plans for the year {year};"),)),
        Paragraph("stays", parse("Stays as it is;")),
        Paragraph("colours", parse("The *color*." if session == 79 else "The *colour*.")),
    )
    table = Table("fees", ((Cell(parse("Year")), Cell(parse("Fee"))), (Cell(parse(year)), Cell(parse("1")))), header=1)
    head = Masthead(symbol=f"A/RES/{session}/901", session=session, adopted="4 December 2024")
    return Resolution(head, parse("On cables"), (Part(operative=(*paragraphs, table)),), (Note("report", parse(f"{symbol}.")),))


def plan(words: str = HOSTILE) -> Worklist:
    changes = (
        Change("masthead", Kind.TECHNICAL, "masthead", "A/RES/79/901", "A/RES/81/901"),
        Change("period/year", Kind.TECHNICAL, "asks", "2025", "2027", 0.95, 24),
        Change("period/in-year", Kind.TECHNICAL, "plans", "2025", "2027", 0.8, 19),
        Change("house-style", Kind.EDITORIAL, "colours", "color", "colour", 0.95, 4),
        Change("period/year", Kind.TECHNICAL, "fees", "2025", "2027", 0.95, 0),
        Change("report/symbol", Kind.TECHNICAL, "note report", "A/79/143", "A/81/___", 0.95, 0),
    )
    looks = (
        Look("asks", "a figure that may have changed", "remain at 95", "figure", "96", 52, 54),
        Look("takes", f"odd {HOSTILE}", "Takes note", "odd/words", HOSTILE, 0, 10),
    )
    return worklist(text(79, "2025", "A/79/143", words), Rolled(text(81, "2027", "A/81/___", words), changes, looks))


def words_of(html: bytes) -> str:
    """What a reader of the page reads, on one line."""
    body = html.decode().partition("<body>")[2]
    return " ".join(re.sub(r"<[^>]*>", "", body).split())


def test_a_page_has_the_text_with_its_changes_and_the_tasks_beside() -> None:
    html = page([plan()], "Session 81").decode()
    assert "<title>Session 81</title>" in html
    assert 'of <del class="done">2025</del><ins class="done apart">2027</ins><a class="badge done" href="#task-1-2"' in html
    assert "remain at <mark>95</mark>" in html
    assert "Perhaps <b>96</b>" in html
    assert "The <del class=\"done\"><i>color</i></del><ins class=\"done apart\"><i>colour</i></ins>" in html
    assert 'A/79/143</del><ins class="check apart">A/81/___</ins>' in html
    said = words_of(html.encode())
    assert "50% untouched" not in said
    assert "1 paragraph without changes" in said
    assert "I5, Years and periods" in said


def test_every_blank_has_its_tick_box_and_the_lines_of_the_masthead_are_named() -> None:
    old, new = text(79, "2025", "A/79/143"), text(81, "2025", "A/79/143")
    new = replace(new, masthead=replace(new.masthead, symbol="A/C.6/81/L.___", issued="___", session=81))
    old = replace(old, masthead=replace(old.masthead, issued="11 December 2024"))
    told = [("A/RES/79/901", "A/C.6/81/L.___"), ("11 December 2024", "___"), ("79", "81")]
    changes = tuple(Change("masthead", Kind.TECHNICAL, "masthead", *each) for each in told)
    html = page([worklist(old, Rolled(new, changes))], "Blanks").decode()
    assert re.findall(r'<span class="name">(.*?)</span>', html) == ["1 Check: symbol", "2 Check: date of issue", "3 Done: session"]
    assert 'L.___</ins><a class="badge check" href="#task-1-1"' in html


def test_is_the_same_every_time_and_asks_for_nothing() -> None:
    html = page([plan()], "Session 81")
    assert html == page([plan()], "Session 81")
    assert re.findall(rb'(?:src|href)="(?!#)', html) == []
    assert b"<script" not in html
    assert b"default-src 'none'" in html


def test_one_text_needs_no_summary_several_have_one() -> None:
    assert b'class="summary"' not in page([plan()], "One")
    html = page([plan(), plan("plain")], "Two").decode()
    assert [*re.findall(r'href="(#text-\d)"', html)] == ["#text-1", "#text-2"]
    assert re.findall(r'<tfoot>.*', html)[0].count('<td class="figure">') == 4
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_a_text_without_changes_says_so() -> None:
    same = text(79, "2025", "A/79/143")
    assert "There is nothing to do." in words_of(page([worklist(same, Rolled(same))], "None"))
    assert b"<h1>Empty</h1>" in page([], "Empty")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(resolutions())
def test_every_text_has_a_page(made: Resolution) -> None:
    old = replace(made, masthead=replace(made.masthead, session=79))
    rolled = roll(old, session=81)
    html = page([worklist(old, rolled)], "Any").decode()
    assert html.count('<li class="task ') == sum(len(worklist(old, rolled).joined(p, apart=True)) for p in worklist(old, rolled).passages)
    assert "\ufffc" not in html


# --- In a browser --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def tab() -> Iterator[Tab]:
    with browser() as found:
        yield found


@pytest.fixture
def shown(tab: Tab, tmp_path: Path) -> Tab:
    """The page of two plans, opened from the disk; it may run no script."""
    file = tmp_path / "plan.html"
    file.write_bytes(page([plan(), plan("plain words")], "Session 81"))
    tab.requests.clear()
    tab.complaints.clear()
    tab.open(file)
    return tab


def test_opens_with_no_request_and_no_complaint(shown: Tab, tmp_path: Path) -> None:
    assert shown.requests == [(tmp_path / "plan.html").as_uri()]
    assert shown.complaints == []


def test_hostile_text_is_text(shown: Tab) -> None:
    assert shown.says().count(HOSTILE) >= 2
    assert shown.value("document.querySelectorAll('img, script').length") == 0


@pytest.mark.parametrize("group", ["done", "check", "decide"])
def test_a_group_is_hidden_by_a_click_and_comes_back(shown: Tab, group: str) -> None:
    before = {name: shown.visible(f".task.{name}") for name in ("done", "check", "decide")}
    passages = shown.visible(".passage")
    shown.click(f"#show-{group}")
    assert {name: shown.visible(f".task.{name}") for name in before} == before | {group: 0}
    assert 0 < shown.visible(".passage") < passages
    shown.click(f"#show-{group}")
    assert {name: shown.visible(f".task.{name}") for name in before} == before


def test_a_kind_is_hidden_and_what_is_to_be_decided_stays(shown: Tab) -> None:
    decide = shown.visible(".task.decide")
    shown.click("#kind-technical")
    assert shown.visible(".task.technical") == 0
    assert (shown.visible(".task.editorial"), shown.visible(".task.decide")) == (2, decide)
    shown.click("#kind-editorial")
    assert (shown.visible(".task.editorial"), shown.visible(".task.decide")) == (0, decide)


def test_what_is_ticked_off_can_be_hidden(shown: Tab) -> None:
    shown.click("#task-1-1 input")
    tasks, passages = shown.visible(".task"), shown.visible(".passage")
    shown.click("#hide-ticked")
    assert (shown.visible(".task"), shown.visible(".passage")) == (tasks - 1, passages - 1)


def test_the_filter_is_used_from_the_keyboard(shown: Tab) -> None:
    shown.press("Tab", 9)
    assert shown.value("document.activeElement.className") == "skip"
    shown.press("Tab", 9)
    assert shown.value("document.activeElement.id") == "show-done"
    shown.press(" ", 32)
    assert shown.visible(".task.done") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_can_be_told_apart(shown: Tab, scheme: str) -> None:
    """Every word has a contrast of 4.5 to 1 to what is behind it (WCAG 2.2, 1.4.3)."""
    assert too_faint(shown, scheme) == []


def test_every_control_has_a_name(shown: Tab) -> None:
    nodes = shown.ask("Accessibility.getFullAXTree")["nodes"]
    controls = [node for node in nodes if node.get("role", {}).get("value") in ("checkbox", "link")]
    assert len(controls) > 20
    assert [node for node in controls if not node.get("name", {}).get("value")] == []


def test_nothing_is_wider_than_a_narrow_window(shown: Tab) -> None:
    size = {"deviceScaleFactor": 1, "mobile": False}
    shown.ask("Emulation.setDeviceMetricsOverride", width=360, height=800, **size)
    assert shown.value("document.documentElement.scrollWidth") <= 360
    shown.ask("Emulation.setDeviceMetricsOverride", width=1200, height=1600, **size)


def test_the_printed_page_has_every_passage_and_no_filter(shown: Tab) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(shown.pdf())
    said = " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in document).split())
    assert len(document) >= 3  # the summary, and each text from a new page on
    for words in ("2 texts", "Requests all reports of", "plain words", "<script>alert(1)</script>", "Perhaps 96", "1 paragraph without changes", "A/81/___"):
        assert words in said
    assert said.count("Plans for the year") == 2
    assert "hide what is ticked off" not in said
