"""The share of words struck and typed again, as texts.

A line is a paragraph, with "|" in front a row; rows that follow one another are one table. "-" before it: struck whole, "+": put
in whole, "<" and ">": moved away, and there; "=": stays, and in it [-struck-] and {+put in+} words.
"""

from __future__ import annotations

import re
from itertools import groupby

import pytest

from draftkit.word.package import open_word
from draftkit.word.retyping import retyped
from word_files import package

_FATES = {"-": "del", "+": "ins", "<": "moveFrom", ">": "moveTo", "=": ""}
_PARTS = re.compile(r"\[-(?P<del>.*?)-\]|\{\+(?P<ins>.*?)\+\}|(?P<stays>[^\[{]+)")


def share(*lines: str) -> float:
    """The share of a body of these lines."""
    tables = groupby(lines, lambda line: line[1:2] == "|")
    body = "".join(f"<w:tbl>{''.join(map(_row, group))}</w:tbl>" if rows else "".join(map(_line, group)) for rows, group in tables)
    return retyped(open_word(package(body), "x.docx"))


def _row(line: str) -> str:
    fate = _FATES[line[0]]
    mark = f"<w:trPr><w:{fate}/></w:trPr>" if fate in ("del", "ins") else ""
    return f"<w:tr>{mark}{''.join(f'<w:tc>{_line(line[0] + cell)}</w:tc>' for cell in line[2:].split('|'))}</w:tr>"


def _line(line: str) -> str:
    fate, words = _FATES[line[0]], line[1:].strip()
    if fate:
        return f"<w:p><w:pPr><w:rPr><w:{fate}/></w:rPr></w:pPr>{_run(words, fate)}</w:p>"
    return f"<w:p>{''.join(_run(found[found.lastgroup or 0], found.lastgroup or '') for found in _PARTS.finditer(words))}</w:p>"


def _run(words: str, fate: str) -> str:
    tag = "delText" if fate == "del" else "t"
    run = f'<w:r><w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>' if words else ""
    return run if fate in ("", "stays") else f"<w:{fate}>{run}</w:{fate}>"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("=one two", "=three four"), 0),
        (("=one two [-three-]{+three four+}",), 1 / 4),
        (("=one [-two-]{+three+} four",), 0),
        # rows
        (("-|A|one two", "+|A|one two|new"), 3 / 4),
        (("-|A|one", "-|B|two", "+|A|one|new", "+|B|two|new"), 4 / 6),
        (("=|State|Reports", "-|A|one", "=|B|two", "+|A|three"), 1 / 6),
        (("-|A|one", "=between", "+|A|one"), 0),  # two tables
        (("=|A|one", "+|B|two", "-|C|three"), 0),
        (("<|A|one", "=|B|two", ">|A|one"), 0),
        # paragraphs
        (("=before", "-one two three", "+one two three four"), 3 / 5),
        (("+one two three four", "-one two three"), 3 / 4),
        (("-one two", "-three four", "+one two five", "+three four six"), 4 / 6),
        (("-one two", "-", "+", "+one two"), 2 / 2),
        (("-one two", "=between", "+one two"), 0),  # no neighbours
        (("-one of the two", "+three of all those in our house"), 0),  # another text, with small words in common
        (("-one two", "+one two", "+one two"), 2 / 4),
        (("<one two", ">one two"), 0),
        (("<one two", "+one two"), 0),
        (("=one [-two three-]", "+two three"), 0),  # split
        (("=|-", "-one two", "+|one two"), 0),
    ],
)
def test_the_share_of_words_typed_again(lines: tuple[str, ...], expected: float) -> None:
    assert share(*lines) == pytest.approx(expected)


def test_a_long_stretch_takes_no_long_time() -> None:
    """Each paragraph is looked for near its place alone."""
    lines = [f"{at} is the number of this paragraph" for at in range(2000)]
    assert share(*(f"-{line}" for line in lines), *(f"+{line}" for line in lines)) == 1


def test_a_table_in_a_row_goes_with_it() -> None:
    inner = "<w:tbl><w:tr>{}<w:tc>{}</w:tc></w:tr></w:tbl>"
    body = "".join(
        f"<w:tr><w:trPr><w:{fate}/></w:trPr><w:tc>{inner.format(mark, _line(sign + 'one two'))}{_line(sign)}</w:tc></w:tr>"
        for sign, fate, mark in (("-", "del", "<w:trPr><w:del/></w:trPr>"), ("+", "ins", ""))
    )
    assert retyped(open_word(package(f"<w:tbl>{body}</w:tbl>"), "x.docx")) == 1
