"""One finding for each kind of thing that is left out or not read as it looks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from draftkit.readers.page.page import Page

Pages = Callable[..., Page]


def p(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def r(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


@pytest.mark.parametrize(
    ("body", "messages"),
    [
        (p(r("Urges "), r("all ", "<w:strike/>"), r(" ", "<w:strike/>"), r("most", "<w:dstrike/>")), ["pieces of text struck through by hand are read as text: 2"]),
        (p(r("Urges"), r("not", "<w:vanish/>")), ["pieces of hidden text left out: 1"]),
        (p(r("Urges \uf0b7\uf0b8")), ['signs of symbol fonts that are not known stand as "\ufffd": 2']),
        (p(r("where "), "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"), ["equations set in one line: 1"]),
        (p(r("Urges")), []),
    ],
    ids=["struck through", "hidden", "unknown", "equation", "nothing"],
)
def test_counts(page: Pages, body: str, messages: list[str]) -> None:
    assert [finding.message for finding in page(body).findings] == messages


def test_running_heads_and_feet_that_say_something(page: Pages) -> None:
    found = page(p(r("Urges")), header=p(r("Advance unedited version")) * 2, footer=p(r("To be issued again")))
    assert [finding.message for finding in found.findings] == ['left out as running heads and feet: "Advance unedited version", "To be issued again"']
    assert found.chunks[0].text == "Urges"


@pytest.mark.parametrize("line", ["A/C.6/81/L.7", "25-12345 (E) 2/3", "__-_____ (E) ______", "GE.25-12345(E)", "Page 3", "3", "*2512345*", "A/RES/81/7 - 4 -", "Please recycle"])
def test_symbols_and_numbers_of_pages_and_jobs_are_what_every_document_has(page: Pages, line: str) -> None:
    assert page(p(r("Urges")), header=p(r(line)), footer=p(r(line))).findings == ()
