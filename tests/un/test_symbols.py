"""Document symbols (un-rules F)."""

from __future__ import annotations

import re

import pytest

from draftkit.un.symbols import COMMITTEES, SYMBOL, Symbol, draft_symbol, modified, resolution_number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A/RES/79/124", None),
        ("A/C.6/80/L.14", Symbol("A", "C.6", "80", "L", "14")),
        ("A/C.6/81/L.___", Symbol("A", "C.6", "81", "L", "___")),
        ("A/80/L.4/Rev.1", Symbol("A", "", "80", "L", "4", "/Rev.1")),
        ("A/79/143", Symbol("A", "", "79", "", "143")),
        ("A/C.3/80/L.3/Rev.1/Add.2", Symbol("A", "C.3", "80", "L", "3", "/Rev.1/Add.2")),
        ("A/ES-10/L.30", Symbol("A", "", "ES-10", "L", "30")),
        ("A/CONF.232/2023/4", Symbol("A", "CONF.232", "2023", "", "4")),
        ("79/124", None),
        ("A/79", None),
        ("", None),
    ],
)
def test_parts_of_a_symbol(text, expected):
    assert Symbol.parse(text) == expected


@pytest.mark.parametrize(("text", "blank"), [("A/C.6/81/L.___", True), ("A/___/L.2", True), ("A/C.6/81/L.2", False)])
def test_blanks(text, blank):
    symbol = Symbol.parse(text)
    assert symbol is not None
    assert symbol.blank is blank


@pytest.mark.parametrize(
    ("symbol", "number"),
    [
        ("A/RES/79/124", "79/124"),
        ("A/RES/ES-10/24", "ES-10/24"),
        ("A/RES/S-32/1", "S-32/1"),
        ("A/RES/75/254 A-B", "75/254"),
        ("A/RES/74/92 A", "74/92"),
        ("A/C.6/80/L.14", ""),
        ("S/RES/2175 (2014)", ""),
        ("", ""),
    ],
)
def test_the_number_of_a_resolution(symbol, number):
    assert resolution_number(symbol) == number


def test_a_draft_not_yet_issued_has_a_blank():
    assert draft_symbol("Sixth Committee", 81) == "A/C.6/81/L.___"
    assert draft_symbol("", 81) == "A/81/L.___"
    assert all(Symbol.parse(draft_symbol(committee, 80)) for committee in COMMITTEES)


@pytest.mark.parametrize(
    "symbol",
    ["A/79/143", "A/RES/79/124", "A/C.6/80/L.14", "E/2025/82", "A/80/___", "E/CN.4/2004/26", "A/79/99/Add.1", "ST/SGB/2003/13", "A/CONF.232/2023/4"],
)
def test_symbols_in_running_text(symbol):
    match = re.search(SYMBOL, f"the report ({symbol}), and")
    assert match
    assert match[0] == symbol


@pytest.mark.parametrize(
    ("symbol", "modifier", "whole"),
    [
        ("A/65/112", "Add.1", "A/65/112/Add.1"),
        ("A/65/112/Add.1", "Add.2", "A/65/112/Add.2"),
        ("A/65/112/Add.1", "Corr.1", "A/65/112/Add.1/Corr.1"),
        ("A/65/112/Add.1/Corr.1", "Add.2", "A/65/112/Add.2"),
        ("A/75/93/Rev.1", "Add.1", "A/75/93/Rev.1/Add.1"),
        ("A/65/112/Add.___", "Add.2", "A/65/112/Add.2"),
    ],
)
def test_a_modifier_alone(symbol: str, modifier: str, whole: str) -> None:
    assert modified(symbol, modifier) == whole
