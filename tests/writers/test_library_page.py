"""The library as a page: what stands in it, and how it behaves in a browser."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from draftkit import yaml_text
from draftkit.clauses import Clause, Variable, load, values_of
from draftkit.clauses.calling import draft_lines
from draftkit.clauses.clause import Alternate, Example, Provenance, Type
from draftkit.clauses.search import Asked, find
from draftkit.cli.clauses.exporting import export
from draftkit.tree import Section
from draftkit.writers.library_page import families, page, pieces
from judges.browser import Tab, browser, too_faint

HOSTILE = '<script>alert(1)</script> "><img src=x onerror=alert(1)></style></pre> {{ 7 * 7 }} {% raw %}'

REPORT = Clause(
    id="report/ask",
    version=2,
    part=Section.OPERATIVE,
    title="Report asked for",
    text="*Requests* a report{% if many %}s{% endif %} on {{ topic }};[^{{ note }}]",
    use_when="A report is wanted.",
    not_when="There is one already.",
    cost="A new report.",
    variables=(Variable("topic", Type.TEXT, None, "fees: all"), Variable("giver", Type.TEXT, None, "Ghana"), Variable("note", Type.TEXT, "")),
    alternates=(
        Alternate("softly", "*Invites* {{ giver }} to report on {{ topic }};", "With care.", 1),
        Alternate("free", "*Hopes* for a voluntary report;"),
    ),
    strength=3,
    provenance=(Provenance("A/RES/79/901", 3), Provenance("A/RES/79/901", 5), Provenance("A/RES/79/902", 1)),
    related=("fund/give@1", "gone/away"),
    examples=(Example({"topic": "fees: all"}, "*Requests* a report on fees: all;"),),
    library="our-clauses",
    place="our-clauses/report-ask.yaml:1",
)
FUND = Clause("fund/give", 1, Section.OPERATIVE, "Voluntary fund", "*Welcomes* gifts:", items=("From {{ states }};", "Others;"), strength=3)
EARLY = Clause("fund/recall", 1, Section.PREAMBLE, "Fund recalled", "*Recalling* the fund,")
BAD = replace(EARLY, id="odd/one", title=HOSTILE, text=HOSTILE, use_when=HOSTILE, examples=(Example({}, HOSTILE),), related=('"><b>',))
CLAUSES = (REPORT, FUND, EARLY, BAD)


def read_off(html: bytes) -> str:
    """What a reader of the page reads, on one line."""
    body = html.decode().partition("<body>")[2].partition("<script>")[0]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


def test_a_clause_has_all_that_its_file_says() -> None:
    said = read_off(page([REPORT], "Clauses"))
    for words in (
        "Report asked for report/ask@2 · operative · our-clauses A report is wanted. Not when There is one already. Cost A new report.",
        "strength 1 Invites giver to report on topic ; alternate: softly · With care. strength 3 Requests a report [ s ] on topic ; note",
        "Hopes for a voluntary report; alternate: free",
        "topic text for instance fees: all giver text for instance Ghana (only in softly) note text may be left out",
        "Filled Requests a report on fees: all;",
        '- clause: report/ask@2 with: topic: "fees: all" Copy Used in A/RES/79/901, paragraphs 3 and 5; A/RES/79/902, paragraph 1',
    ):
        assert words in said


def test_related_clauses_are_links_where_they_are_on_the_page() -> None:
    assert '<a href="#fund/give">fund/give@1</a>, gone/away' in page(CLAUSES, "Clauses").decode()
    assert "fund/give@1, gone/away" in page([REPORT], "Clauses").decode()


def test_families_go_by_name_and_begin_with_the_preamble() -> None:
    found = [(family.name, [shown.clause.id for shown in family.clauses]) for family in families(CLAUSES)]
    assert found == [("fund", ["fund/recall", "fund/give"]), ("odd", ["odd/one"]), ("report", ["report/ask"])]


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("*Notes* {{ a | ordinal }} day", ["text:Notes", "text: ", "blank:a", "text: day"]),
        ("{% if a %}x{% else %}y{% endif %}", ["mark:[", "text:x", "mark:|", "text:y", "mark:]"]),
        (r"\*Notes\* [[id]][^n]", ["text:*Notes* ", "blank:id", "note:n"]),
        ("*open [^", ["text:open [^"]),
        ("{{ {% for %} {", ["text:{{ {% for %} {"]),
        ("{{- a -}} {{-b|ordinal-}}{%- if c -%}d{%- endif -%}", ["blank:a", "text: ", "blank:b", "mark:[", "text:d", "mark:]"]),
        ("", []),
    ],
)
def test_a_template_is_cut_and_never_run(template: str, expected: list[str]) -> None:
    assert [f"{piece.kind}:{piece.text}" for piece in pieces(template)] == expected


@pytest.mark.parametrize("unit", ["{{", "{%", "{{ \u00a0", "[^", "[[", "{{ a", "\\{"])
def test_a_template_that_closes_nothing_is_cut_as_fast_as_it_is_read(unit: str) -> None:
    begun = time.process_time()
    assert pieces(unit + "\u00a0" * 20_000 + unit * 10_000)
    assert time.process_time() - begun < 2


def test_a_library_of_ones_own_is_named_however_its_folder_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "clause_library"
    (own / "operative").mkdir(parents=True)
    (own / "operative" / "ours-one.yaml").write_text('{id: ours/one, version: 1, part: operative, title: Ours, text: "*Notes* it;"}')
    monkeypatch.chdir(own / "operative")
    for given_as, name in (("..", "clause_library"), (".", "operative"), (f"{own}", "clause_library")):
        html = page(load([Path(given_as)]), "Clauses").decode()
        assert f"ours/one@1</a> · operative · {name}</p>" in html
        assert "report/request@1</a> · operative</p>" in html


@settings(deadline=None)
@given(st.text(alphabet="ab {}%*[]^\\|<&if", max_size=60))
def test_every_template_can_be_shown(template: str) -> None:
    page([replace(EARLY, text=template)], "Any")


def test_what_is_to_be_typed_says_the_clause_and_its_examples() -> None:
    for clause in (*load(), REPORT):
        (entry,) = yaml_text.load("\n".join(draft_lines(clause)), "draft").items or ()
        typed = entry.fields or {}
        values = values_of(typed["with"]) if "with" in typed else {}
        assert typed["clause"].text == clause.reference
        assert values == {each.name: each.example for each in clause.variables if each.name in values}


def test_is_the_same_every_time_asks_for_nothing_and_is_not_large() -> None:
    html = page(load(), "Clauses")
    assert html == page(reversed(list(load())), "Clauses")
    assert len(html) < 3_000_000
    assert re.findall(rb'(?:src|href)="(?!#)', html) == []
    ids = re.findall(rb' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(rb'href="#([^"]+)"', html)) <= set(ids)


def test_only_the_script_of_the_page_may_run() -> None:
    html = page(CLAUSES, "Clauses").decode()
    (script,) = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    assert f"script-src 'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}';" in html
    assert "default-src 'none'" in html


def test_the_command_writes_the_page_and_never_over_a_clause(tmp_path: Path) -> None:
    own = tmp_path / "ours"
    own.mkdir()
    file = own / "ours-one.yaml"
    file.write_text('{id: ours/one, version: 1, part: operative, title: Ours, text: "*Notes* it;"}')
    made = CliRunner().invoke(export, ["--html", f"{tmp_path / 'out.html'}", "--library", f"{own}"])
    assert (made.exit_code, made.output) == (0, f"{len(list(load())) + 1} clauses\n")
    assert "ours/one@1</a> · operative · ours<" in (tmp_path / "out.html").read_text("utf-8")
    before = file.read_text()
    refused = CliRunner().invoke(export, ["--html", f"{file}", "--library", f"{own}"])
    assert "would be written over an input" in str(refused.exception)
    assert file.read_text() == before


# --- In a browser --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def tab() -> Iterator[Tab]:
    with browser() as found:
        yield found


def opened(tab: Tab, file: Path, clauses: tuple[Clause, ...], *, scripts: bool) -> Tab:
    file.write_bytes(page(clauses, "Clauses"))
    tab.requests.clear()
    tab.complaints.clear()
    tab.open(file, scripts=scripts)
    return tab


@pytest.fixture
def shown(tab: Tab, tmp_path: Path) -> Tab:
    return opened(tab, tmp_path / "clauses.html", CLAUSES, scripts=True)


@pytest.fixture
def whole(tab: Tab, tmp_path: Path) -> Tab:
    """The page of the standard library."""
    return opened(tab, tmp_path / "whole.html", tuple(load()), scripts=True)


def put(tab: Tab, control: str, value: str) -> float:
    """Give a control a value, as typing or choosing does; the milliseconds until the page is laid out again."""
    script = (
        f"(() => {{ const control = document.querySelector('{control}'), start = performance.now(); control.value = {json.dumps(value)};"
        " control.dispatchEvent(new Event('input', { bubbles: true })); document.body.offsetHeight; return performance.now() - start; })()"
    )
    return float(tab.value(script))


def left(tab: Tab) -> list[str]:
    found: list[str] = tab.value("[...document.querySelectorAll('.clause')].filter(each => each.getClientRects().length).map(each => each.id)")
    return found


def test_opens_with_no_request_and_no_complaint(shown: Tab, tmp_path: Path) -> None:
    assert shown.requests == [(tmp_path / "clauses.html").as_uri()]
    assert shown.complaints == []
    assert shown.value("document.getElementById('told').textContent") == "4 clauses"


def test_hostile_text_is_text(shown: Tab) -> None:
    assert shown.says().count("<script>alert(1)</script> \"><img src=x onerror=alert(1)></style></pre>") == 4
    assert shown.value("document.querySelectorAll('img, script').length") == 1


@pytest.mark.parametrize(
    ("control", "value", "expected"),
    [
        ("#words", "voluntary", ["fund/give", "report/ask"]),
        ("#words", "VOLUNT fun", ["fund/give"]),
        ("#words", "oluntary", []),
        ("#words", "reports", ["report/ask"]),
        ("#words", "report/ask@2", ["report/ask"]),
        ("#words", "  ", ["fund/recall", "fund/give", "odd/one", "report/ask"]),
        ("#family", "fund", ["fund/recall", "fund/give"]),
        ("#part", "preamble", ["fund/recall", "odd/one"]),
        ("#strength", "3", ["fund/give", "report/ask"]),
        ("#strength", "1", ["report/ask"]),
    ],
)
def test_filters_by_words_family_part_and_strength(shown: Tab, control: str, value: str, expected: list[str]) -> None:
    put(shown, control, value)
    assert left(shown) == expected
    listed = {name.partition("/")[0] for name in expected}
    assert shown.visible(".family") == shown.visible(".list li") == len(listed)
    assert shown.visible("#none") == (not expected)


def test_filters_go_together_and_are_taken_back(shown: Tab) -> None:
    put(shown, "#family", "fund")
    put(shown, "#part", "operative")
    assert left(shown) == ["fund/give"]
    assert shown.value("document.getElementById('told').textContent") == "1 of 4 clauses"
    shown.click("#all")
    assert len(left(shown)) == 4


def test_a_link_to_a_clause_that_is_filtered_out_shows_it(shown: Tab) -> None:
    put(shown, "#words", "asked")
    assert left(shown) == ["report/ask"]
    shown.click('.small a[href="#fund/give"]')
    until = time.monotonic() + 10
    while "fund/give" not in left(shown):
        assert time.monotonic() < until


def test_is_used_from_the_keyboard(shown: Tab) -> None:
    shown.press("/", 191)
    assert shown.value("document.activeElement.id") == "words"
    shown.ask("Input.insertText", text="voluntary")
    assert left(shown) == ["fund/give", "report/ask"]
    shown.press("Escape", 27)
    assert len(left(shown)) == 4


def test_the_lines_for_a_draft_are_copied_by_a_click(shown: Tab) -> None:
    shown.click('[id="fund/give"] .copy')
    assert shown.value("getSelection().toString().trim()").startswith("- clause: fund/give@1")
    assert shown.value("document.querySelector('[id=\"fund/give\"] .copy').textContent") in ("Copied", "Selected")


ASKED = (
    "voluntary", "provisonal", "recieve", "secgen", "stay seized", "no extra cost", "set up a working group", "appreciat", "welcoming report",
    "merge reports", "sanctions", "seized", "request report secretary general", "women participation", "thank host government", "obsever staus",
)  # fmt: skip


def test_the_standard_library_is_filtered_at_once_and_as_the_command_does(whole: Tab) -> None:
    times = [put(whole, "#words", value) for value in ("r", "re", "rep", "", "voluntary")]
    assert sorted(times)[2] < 100
    clauses = tuple(load())
    for words in ASKED:
        hits = find(clauses, Asked(words))
        put(whole, "#words", words)
        assert (words, sorted(left(whole))) == (words, sorted(each.id for each in hits.clauses[: hits.whole]))


def test_where_no_clause_has_all_of_the_words_those_with_most_are_shown(whole: Tab) -> None:
    put(whole, "#words", "give observer status zzzzzz")
    assert "observer/invite" in left(whole)
    assert whole.value("document.getElementById('told').textContent") == f"{len(left(whole))} with most of the words"
    put(whole, "#words", "zzzzzz")
    assert left(whole) == []
    assert whole.visible("#none") == 1


def test_without_its_script_the_page_shows_every_clause(tab: Tab, tmp_path: Path) -> None:
    plain = opened(tab, tmp_path / "plain.html", CLAUSES, scripts=False)
    assert (len(left(plain)), plain.visible(".find"), plain.visible(".copy"), plain.complaints) == (4, 0, 0, [])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_can_be_told_apart(shown: Tab, scheme: str) -> None:
    """Every word has a contrast of 4.5 to 1 to what is behind it (WCAG 2.2, 1.4.3)."""
    assert too_faint(shown, scheme) == []


def test_every_control_has_a_name(shown: Tab) -> None:
    nodes = shown.ask("Accessibility.getFullAXTree")["nodes"]
    controls = [node for node in nodes if node.get("role", {}).get("value") in ("searchbox", "combobox", "button", "link")]
    assert len(controls) > 12
    assert [node for node in controls if not node.get("name", {}).get("value")] == []


def test_nothing_is_wider_than_a_narrow_window(whole: Tab) -> None:
    size = {"deviceScaleFactor": 1, "mobile": False}
    whole.ask("Emulation.setDeviceMetricsOverride", width=360, height=800, **size)
    try:
        whole.value("document.head.insertAdjacentHTML('beforeend', '<style>.clause { content-visibility: visible !important; }</style>')")
        assert whole.value("document.documentElement.scrollWidth") <= 360
        inside = "[...document.querySelectorAll('.clause *')].filter(e => !e.closest('pre') && e.getBoundingClientRect().right > 360).map(e => e.outerHTML)"
        assert whole.value(inside) == []
    finally:
        whole.ask("Emulation.setDeviceMetricsOverride", width=1200, height=1600, **size)


def test_the_printed_page_has_every_clause_and_no_filter(shown: Tab) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(shown.pdf())
    said = " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in document).split())
    for words in ("Report asked for", "Voluntary fund", "Fund recalled", "<script>alert(1)</script>", "clause: report/ask@2", "Others;"):
        assert words in said
    assert "words, or their beginnings" not in said
    assert "Copy" not in said
