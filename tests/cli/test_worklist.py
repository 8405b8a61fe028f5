"""The work plan at the terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from draftkit.cli.worklist import LONGEST, lines, print_worklist, shortened
from draftkit.model import AgendaItem, Callout, Change, Kind, Masthead, Note, Paragraph, Part, Resolution, Text
from draftkit.roll import Look, Rolled
from draftkit.roll.plan.worklist import Worklist, worklist


def text(year: str, symbol: str) -> Resolution:
    paragraph = Paragraph("asks", (Text(f"Asks for reports in {year} and {year} by all States, of which 95 have reported;"), Callout("report")))
    note = Note("report", (Text(f"{symbol}."),))
    return Resolution(Masthead(session=79), (Text("Cables"),), (Part(operative=(paragraph,)),), (note,))


def plan(*looks: Look) -> Worklist:
    changes = (
        Change("period/in-year", Kind.TECHNICAL, "asks", "2025", "2027", 0.95, 20),
        Change("period/in-year", Kind.TECHNICAL, "asks", "2025", "2027", 0.95, 29),
        Change("report/symbol", Kind.TECHNICAL, "note report", "A/79/143", "A/81/___", 0.95, 0),
        Change("note/short-symbol", Kind.TECHNICAL, "note report", "Add.1", "A/79/1/Add.1", 0.5),
    )
    return worklist(text("2025", "A/79/143"), Rolled(text("2027", "A/81/___"), changes, looks))


LOOK = Look("asks", "a figure that may have changed", "… all States, of which 95 have …", "figure", "96", 60, 62)


def test_groups_with_a_line_for_each_task() -> None:
    assert [*lines(plan(LOOK))] == [
        "Done: 2 changes (period 2)",
        "Check: 2",
        "  footnote 1 (report): Add.1 -> A/79/1/Add.1 (50% sure)",
        "  footnote 1 (report): A/79/143 -> A/81/___ (a blank to fill in)",
        "Decide: 1",
        "  operative paragraph (asks): … all States, of which 95 have … (a figure that may have changed; perhaps 96)",
    ]


def test_what_is_done_is_listed_when_asked() -> None:
    assert [*lines(plan(), verbose=True)][1] == "  operative paragraph (asks): 2025 -> 2027 (2 times) [period/in-year]"


def test_the_lines_of_the_masthead_are_named() -> None:
    old = Masthead(symbol="A/RES/79/901", session=79, agenda=(AgendaItem("82"),), adopted="4 December 2024")
    new = Masthead(symbol="A/C.6/81/L.___", session=81, agenda=(AgendaItem("___"),))
    told = [("A/RES/79/901", "A/C.6/81/L.___"), ("79", "81"), ("82", "___"), ("4 December 2024", "")]
    changes = tuple(Change("masthead", Kind.TECHNICAL, "masthead", *each) for each in told)
    texts = (replace(text("2025", "A/79/143"), masthead=head) for head in (old, new))
    found = [*lines(worklist(next(texts), Rolled(next(texts), changes)), verbose=True)]
    assert found[1:4] == [
        "  masthead: session: 79 -> 81; adopted: 4 December 2024 taken out [masthead]",
        "Check: 2",
        "  masthead: symbol: A/RES/79/901 -> A/C.6/81/L.___; agenda item: 82 -> ___ (a blank to fill in)",
    ]


def test_is_said_on_standard_error_without_colour_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    print_worklist(plan())
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("Done: 2 changes")
    assert "\x1b" not in said.err


def test_nothing_to_do() -> None:
    same = text("2025", "A/79/143")
    assert [*lines(worklist(same, Rolled(same)))] == ["Done: 0 changes", "Check: 0", "Decide: 0"]


def test_no_character_steers_the_terminal() -> None:
    steering = Look("asks", "why\x1b[2J", "words\u202e\x07")
    assert all(character.isprintable() for line in lines(plan(steering)) for character in line)


@pytest.mark.parametrize(
    ("words", "phrase", "expected"),
    [
        ("short enough", "enough", "short enough"),
        (
            "… contact points, held in Nairobi on 3 and 4\u00a0June\u00a02025, and takes note of the summary prepared by its …",
            "4\u00a0June\u00a02025",
            "… points, held in Nairobi on 3 and 4 June 2025, and takes …",
        ),
        ("one " * 30, "", "one one one one one one one one one one one one one one one …"),
        ("x" * 100, "", "x" * 60 + " …"),
    ],
)
def test_long_texts_are_shown_about_the_phrase(words: str, phrase: str, expected: str) -> None:
    assert shortened(words, phrase) == expected
    assert len(expected) <= LONGEST + 4
