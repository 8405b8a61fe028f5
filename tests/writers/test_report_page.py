"""The page to read: what stands in it, and how it behaves in a browser."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from draftkit.compare import compare
from draftkit.compare.strangers import strangers
from draftkit.compare.table_rows import dispositions
from draftkit.model import Cell, Finding, Kind, Masthead, Resolution, Severity, Table, Text
from draftkit.steering import STEERING
from draftkit.writers.report_page import page
from judges.browser import Tab, browser, too_faint
from redlines import text
from strategies import pairs

HOSTILE = '<script>alert(1)</script> "><img src=x onerror=alert(1)> {{ 7 + 7 }}'
FEES = Table("fees", ((Cell((Text("Year"),)), Cell((Text("Fee"),))), (Cell((Text("2024"),)), Cell((Text("1"),)))), header=1)
FINDINGS = (
    Finding("open-blank", Severity.INFO, "the masthead has an open blank", "masthead", "fill it in"),
    Finding("opener-sequence", Severity.WARNING, f"paragraph 1 says {HOSTILE}", "urges", "say it otherwise"),
    Finding("note-period", Severity.ERROR, "note 1 has no end", "note report"),
    Finding("empty-operative", Severity.WARNING, "nothing is decided"),
)


def old() -> Resolution:
    head = Masthead(symbol="A/RES/79/901", session=79, distribution="General", adopted="4 December 2024")
    made = text(
        "urges: *Urges* all States to act at its eightieth session;",
        "moves: *Welcomes* the forum of the owners of cables that was held in the spring;",
        "drops: *Requests* museums to show what was lost at sea;",
        FEES,
        "stays: *Recalls* paragraph [[moves]] above;",
        "ends: *Decides* to remain seized of the matter and of all that belongs to it.",
        preamble=("noting: *Noting* the report,[^report]", "p2: *Guided* by the Charter,"),
        head=head,
        report="A/79/120.",
    )
    return Resolution(made.masthead, (Text("Safety of cables"),), made.parts, made.notes)


def new() -> Resolution:
    head = Masthead(symbol="A/C.6/81/L.3", session=81, distribution="Limited", original="English", committee="Sixth Committee")
    made = text(
        f"urges: *Urges* all coastal States {HOSTILE} to act at its eighty-second session;",
        FEES,
        "stays: *Recalls* paragraph [[moves]] below;",
        "comes: *Invites* the keepers of the register to publish it;[^fresh]",
        "ends: *Decides* to remain seized of the matter and of all that belongs to it;",
        "moves: *Welcomes* the second forum of the owners of cables that was held in the spring.",
        preamble=("noting: *Noting* the report,[^report]", "p2: *Guided* by the Charter,"),
        head=head,
        report="A/81/121.",
        fresh="A/81/9.",
    )
    return Resolution(made.masthead, (Text("Safety of cables"),), made.parts, made.notes)


def made(findings: tuple[Finding, ...] = FINDINGS) -> bytes:
    one, other = old(), new()
    redline = strangers(one, other)
    return page(redline, dispositions(one, other, redline), findings)


def words_of(html: str) -> str:
    """What a reader of the page reads, on one line."""
    body = html.partition("<body>")[2].partition("<script>")[0]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


def row(html: str, words: str) -> str:
    """The row of the page that has these words."""
    return next(part for part in html.split('<div class="row ')[1:] if words in part)


def test_the_text_has_its_changes_with_their_makers() -> None:
    html = made().decode()
    urges = row(html, "eighty-second")
    assert '<del class="technical" title="technical">eightieth</del><ins class="technical" title="technical">eighty-second</ins>' in urges
    assert '<ins class="substantive" title="substantive"> coastal</ins>' in urges
    assert urges.startswith("changed\"")
    assert row(html, "by the Charter").startswith('same"')
    assert row(html, "museums").startswith("changed whole gone substantive")


def test_a_move_has_two_ends_that_lead_to_each_other() -> None:
    html = made().decode()
    gone, came = row(html, "to where it moved"), row(html, "from where it moved")
    (here,), (there,) = re.findall(r'<p class="operative" id="(l\d+)"', gone), re.findall(r'<p class="operative" id="(l\d+)"', came)
    assert f'href="#{there}"' in gone
    assert f'href="#{here}"' in came
    assert 'class="moved"' in gone


def test_findings_stand_at_their_places() -> None:
    html = made().decode()
    assert "the masthead has an open blank" in row(html, 'class="masthead"')
    assert "say it otherwise" in row(html, "eighty-second")
    assert "note 1 has no end" in row(html, "A/81/121")
    assert html.index("nothing is decided") < html.index('<div class="row ')
    assert html.count('<li class="finding ') == len(FINDINGS)
    said = words_of(html)
    assert "1 error 2 warnings 1 info" in said


def test_counts_lead_to_the_first_finding_of_a_kind_on_the_page() -> None:
    """What is said of the whole text stands before all else."""
    html = made().decode()
    led = dict(re.findall(r'<li><a href="#(finding-\d+)"><b>\d+</b> (\w+)</a>', html))
    for anchor, severity in led.items():
        shown = re.findall(r'<li class="finding (\w+)" id="(finding-\d+)"', html)
        assert next(name for kind, name in shown if kind == severity.removesuffix("s")) == anchor
    assert sorted(led.values()) == ["error", "info", "warnings"]
    assert "nothing is decided" in html[html.index(f'id="{next(a for a, kind in led.items() if kind == "warnings")}"') :][:200]


def test_findings_have_codes() -> None:
    assert '<p class="small">DK102 opener-sequence</p>' in made().decode()


def test_nothing_in_a_text_turns_the_page_around() -> None:
    one = text("a: *Urges* all States.")
    other = text("a: *Urges* all \u202eStates\u2066 to act.")
    redline = strangers(one, other)
    said = page(redline, dispositions(one, other, redline)).decode()
    assert not {ord(sign) for sign in said} & STEERING.keys()


def test_what_is_counted_and_listed() -> None:
    said = words_of(made().decode())
    assert "2 of 7 paragraphs of the new text stand word for word in the old one (28 per cent)." in said
    assert "2 carried 1 technical 1 amended 2 new 1 moved and amended 2 dropped" in said
    assert "Table of dispositions Old New Disposition Begins masthead masthead technical The lines of" in said
    assert "3 dropped Requests museums to show what was lost at sea;" in said


def test_every_link_leads_somewhere_and_every_name_is_one() -> None:
    html = made().decode()
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)
    assert re.findall(r'(?:src|href)="(?!#)', html) == []


def test_is_the_same_every_time_and_runs_its_own_script_alone() -> None:
    html = made().decode()
    assert html == made().decode()
    (script,) = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    assert f"script-src 'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}';" in html
    assert "default-src 'none'" in html


def test_without_findings_and_without_changes() -> None:
    one = old()
    redline = strangers(one, one)
    html = page(redline, dispositions(one, one, redline)).decode()
    assert 'class="sheet plain"' in html
    assert "<del" not in html.partition("<main")[2]
    assert 'id="kind-' not in html


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(pairs())
def test_every_two_texts_have_a_page(both: tuple[Resolution, Resolution]) -> None:
    for redline in (strangers(*both), compare(*both, by_id=True)):
        html = page(redline, dispositions(*both, redline)).decode()
        ids = re.findall(r' id="([^"]+)"', html)
        assert len(ids) == len(set(ids))
        assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)
        assert {*re.findall(r' id="kind-(\w+)"', html)} <= set(Kind)


# --- In a browser --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def tab() -> Iterator[Tab]:
    with browser() as found:
        yield found


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "report.html"
    path.write_bytes(made())
    return path


@pytest.fixture
def shown(tab: Tab, file: Path) -> Tab:
    """The page, opened from the disk."""
    tab.requests.clear()
    tab.complaints.clear()
    tab.open(file, scripts=True)
    return tab


def told(tab: Tab) -> str:
    return str(tab.value("document.getElementById('told').textContent"))


def here(tab: Tab) -> str:
    return str(tab.value("[...document.querySelectorAll('.here')].map(e => e.textContent.trim()).join('|')"))


def test_opens_with_no_request_and_no_complaint(shown: Tab, file: Path) -> None:
    assert shown.requests == [file.as_uri()]
    assert shown.complaints == []


def test_hostile_text_is_text(shown: Tab) -> None:
    assert HOSTILE in shown.says()
    assert shown.value("document.querySelectorAll('img').length") == 0
    assert shown.value("document.querySelectorAll('script').length") == 1


def test_next_and_previous_go_from_change_to_change_and_round(shown: Tab) -> None:
    count = int(told(shown).split()[0])
    places = []
    for _ in range(count):
        shown.click("#next")
        places.append(here(shown))
    assert told(shown).startswith(f"{count} of {count}")
    assert places[0].startswith("A/RES/79/901|A/C.6/81/L.3")
    assert "eightieth|eighty-second" in places
    shown.click("#next")
    assert told(shown).startswith(f"1 of {count}")
    shown.click("#previous")
    assert told(shown).startswith(f"{count} of {count}")
    assert here(shown) == places[-1]


def test_n_and_p_do_the_same_and_take_the_focus_along(shown: Tab) -> None:
    shown.press("n", 78)
    shown.press("n", 78)
    assert told(shown).startswith("2 of ")
    assert "here" in shown.value("document.activeElement.className")
    shown.press("p", 80)
    assert told(shown).startswith("1 of ")


def test_next_goes_on_from_where_the_reader_is(shown: Tab) -> None:
    shown.value("document.querySelector('.notes').scrollIntoView({block: 'start', behavior: 'instant'})")
    shown.press("p", 80)
    assert shown.value("document.querySelector('.here').getBoundingClientRect().bottom") > 0


def test_filters_leave_the_new_text_where_a_kind_is_not_shown(shown: Tab) -> None:
    before = int(told(shown).split()[0])
    shown.click("#kind-technical")
    assert shown.visible(".words del.technical") == 0
    assert "eighty-second" in shown.says()
    assert shown.value("getComputedStyle(document.querySelector('.words ins.technical')).textDecorationLine") == "none"
    assert int(told(shown).split()[0]) < before
    shown.click("#next")
    assert "technical" not in told(shown)


@pytest.mark.parametrize(("box", "selector"), [("show-deletions", ".words del:not(.moved)"), ("show-moves", ".words del.moved")])
def test_what_left_is_hidden_by_a_click(shown: Tab, box: str, selector: str) -> None:
    assert shown.visible(selector) > 0
    shown.click(f"#{box}")
    assert shown.visible(selector) == 0
    shown.click(f"#{box}")
    assert shown.visible(selector) > 0


def test_insertions_read_as_the_text_where_they_are_not_shown(shown: Tab) -> None:
    shown.click("#show-insertions")
    colours = "[...document.querySelectorAll('.words ins:not(.moved)')].map(e => getComputedStyle(e).textDecorationLine)"
    assert set(shown.value(colours)) == {"none"}
    assert "keepers of the register" in shown.says()


def test_only_what_changed(shown: Tab) -> None:
    rows = shown.visible(".row")
    shown.click("#only")
    assert 0 < shown.visible(".row") < rows
    assert shown.visible(".row.same") == 0
    shown.click(".fold summary")
    shown.value("[...document.querySelectorAll('.fold a')].find(a => a.textContent.startsWith('Guided')).click()")
    shown.value("new Promise(done => setTimeout(done, 50))")
    assert shown.visible(".row.same") > 0


def test_side_by_side_has_the_old_text_at_the_left(shown: Tab) -> None:
    assert shown.visible(".was") == 0
    shown.click("#view-sides")
    assert shown.visible(".was") == shown.visible(".row") > 10
    left = "[...document.querySelectorAll('.was')].map(e => e.innerText).join(' ')"
    right = "[...document.querySelectorAll('.words')].map(e => e.innerText).join(' ')"
    assert "museums" in shown.value(left)
    assert "museums" not in shown.value(right)
    assert "keepers" in shown.value(right)
    assert "keepers" not in shown.value(left)
    apart = "(e => e.querySelector('.words').getBoundingClientRect().left - e.querySelector('.was').getBoundingClientRect().right)(document.querySelector('.row.same'))"
    assert shown.value(apart) > 0
    shown.click("#next")
    assert here(shown)
    assert shown.value("[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, at, all) => all.indexOf(id) != at)") == []


def test_without_scripts_the_text_and_the_filters_are_there(tab: Tab, file: Path) -> None:
    tab.open(file)
    assert tab.visible("#next") == 0
    assert tab.visible("#view-sides") == 0
    assert tab.visible(".words ins") > 5
    tab.click("#kind-technical")
    assert tab.visible(".words del.technical") == 0


def test_filters_and_buttons_are_reached_by_tab(shown: Tab) -> None:
    names = []
    for _ in range(24):
        shown.press("Tab", 9)
        names.append(shown.value("document.activeElement.id || document.activeElement.className || document.activeElement.tagName"))
    assert names[0] == "skip"
    for name in ("show-insertions", "show-deletions", "show-moves", "show-findings", "kind-technical", "kind-substantive", "only", "view-inline", "previous", "next", "SUMMARY"):
        assert name in names


def test_every_control_has_a_name_and_the_landmarks_are_there(shown: Tab) -> None:
    nodes = shown.ask("Accessibility.getFullAXTree")["nodes"]
    roles = {node.get("role", {}).get("value") for node in nodes}
    assert {"main", "banner", "form", "heading", "article", "deletion", "insertion"} <= roles
    controls = [node for node in nodes if node.get("role", {}).get("value") in ("checkbox", "radio", "button", "link")]
    assert len(controls) > 15
    assert [node for node in controls if not node.get("name", {}).get("value")] == []
    assert shown.value("document.documentElement.lang") == "en-GB"
    said = shown.value("getComputedStyle(document.querySelector('.words del'), '::before').content")
    assert "struck" in said


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_can_be_told_apart(shown: Tab, scheme: str) -> None:
    """Every word has a contrast of 4.5 to 1 to what is behind it (WCAG 2.2, 1.4.3)."""
    shown.click("#next")
    assert too_faint(shown, scheme) == []


@pytest.mark.parametrize("sides", [False, True])
def test_nothing_is_wider_than_a_narrow_window(shown: Tab, sides: bool) -> None:
    size = {"deviceScaleFactor": 1, "mobile": False}
    shown.ask("Emulation.setDeviceMetricsOverride", width=390, height=800, **size)
    try:
        if sides:
            shown.click("#view-sides")
        shown.click(".fold summary")
        assert shown.value("document.documentElement.scrollWidth") <= 390
        shown.click("#next")
        assert told(shown).startswith("1 of")
    finally:
        shown.ask("Emulation.setDeviceMetricsOverride", width=1200, height=1600, **size)


def test_the_printed_page_has_the_text_and_the_findings_and_no_control(shown: Tab) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(shown.pdf())
    said = " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in document).split())
    for words in ("A/C.6/81/L.3", "coastal", "museums", "Footnotes", "note 1 has no end", "nothing is decided"):
        assert words in said
    for words in ("side by side", "Previous", "changed paragraphs only", "from where it moved"):
        assert words not in said
