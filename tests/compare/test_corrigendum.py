"""A corrigendum: "For ... read ...", made from the differences of two texts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from draftkit.assemble.printed import printed
from draftkit.compare.corrigendum import corrections, corrigendum
from draftkit.errors import DraftkitError
from draftkit.model import Masthead, Text
from redlines import text

HEAD = Masthead(session=81, committee="Sixth Committee", symbol="A/C.6/81/L.7")
ISSUED = text(
    "urges: *Urges* States to report to the Commission before 1 May 2026 on the repair of cables;",
    "decides: *Decides* to meet again in 2027.[^n]",
    preamble=("noting: *Noting* the long reports of States,",),
    head=HEAD,
    n="A/81/10, para. 7.",
)


def edited(old: str, new: str):  # type: ignore[no-untyped-def]
    def of(content):  # type: ignore[no-untyped-def]
        return tuple(replace(one, text=one.text.replace(old, new)) if isinstance(one, Text) else one for one in content)

    part = ISSUED.parts[0]
    blocks = {name: tuple(replace(p, content=of(p.content)) for p in getattr(part, name)) for name in ("preamble", "operative")}
    notes = tuple(replace(note, content=of(note.content)) for note in ISSUED.notes)
    return replace(ISSUED, parts=(replace(part, **blocks),), notes=notes)


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        ("1 May", "1 June", "Paragraph 1", ("1 May 2026", "1 June 2026")),
        ("2027", "2028", "Paragraph 2", ("2027", "2028")),
        ("para. 7", "para. 8", "Footnote 1", ("7", "8")),
        (" to report to", " to write to", "Paragraph 1", ("report", "write")),
    ],
)
def test_words_that_differ_are_named_with_their_place(old: str, new: str, place: str, said: tuple[str, str]) -> None:
    (found,) = corrections(ISSUED, edited(old, new))
    assert (found.place, found.old, found.new) == (place, *said)


@pytest.mark.parametrize(
    ("old", "new"),
    [("long reports", "reports"), ("reports of", "reports of all"), ("repair", "surveillance and repair"), ("before", "on"),
     ("Urges", "Calls upon"), ("cables;", "cables and pipelines;"), ("the", "a"), (" to the Commission", "")],
)  # fmt: skip
def test_the_words_stand_once_in_their_paragraph_and_putting_them_right_is_enough(old: str, new: str) -> None:
    lines, right = ([line.text for line in printed(text).lines] for text in (ISSUED, edited(old, new)))
    for one in corrections(ISSUED, edited(old, new)):
        at = {"Preambular paragraph 1": -3, "Paragraph 1": -2, "Paragraph 2": -1}[one.place]
        assert lines[at].count(one.old) == 1
        lines[at] = lines[at].replace(one.old, one.new)
    assert lines == right


def test_the_document_numbers_its_corrections() -> None:
    right = edited("2027", "2028")
    one = corrigendum(ISSUED, right, 1)
    assert one.masthead.symbol == "A/C.6/81/L.7/Corr.1"
    assert [f"{line.number} {line.text}".strip() for line in printed(one).lines][-3:] == [
        "Corrigendum", "Paragraph 2", "For 2027 read 2028",
    ]  # fmt: skip
    part = right.parts[0]
    two = replace(right, parts=(replace(part, preamble=edited("long", "short").parts[0].preamble),))
    made = [f"{line.number} {line.text}".strip() for line in printed(corrigendum(ISSUED, two, 2)).lines]
    assert made[-5:] == [
        "Corrigendum", "1. Preambular paragraph 1", "For long read short", "2. Paragraph 2", "For 2027 read 2028",
    ]  # fmt: skip


def test_the_line_is_said_where_the_printed_page_is_known() -> None:
    lines = ["Noting the long reports of", "States,", "1. Urges States to report to the", "Commission before 1 May 2026 on the",
             "repair of cables;"]  # fmt: skip
    assert [one.line for one in corrections(ISSUED, edited("repair", "upkeep"), lines=lines)] == [3]
    assert [one.line for one in corrections(ISSUED, edited("1 May", "1 June"), lines=lines)] == [2]
    assert [one.line for one in corrections(ISSUED, edited("1 May", "2 May"), lines=lines)] == [2]
    assert [one.line for one in corrections(ISSUED, edited("2027", "2028"), lines=lines)] == [0]
    assert printed(corrigendum(ISSUED, edited("repair", "upkeep"), 1, lines=lines)).lines[-2].text == "Paragraph 1, third line"


@pytest.mark.parametrize(
    ("right", "said"),
    [
        (ISSUED, "says what the issued text says"),
        (text("urges: *Urges* States to report;", "new: *Also urges* States to act.", head=HEAD), "issue a revised text"),
    ],
)
def test_what_is_no_matter_for_a_corrigendum_is_said(right, said: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(DraftkitError) as error:
        corrigendum(ISSUED, right, 1)
    assert said in str(error.value)
