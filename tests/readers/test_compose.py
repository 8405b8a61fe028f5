"""From printed rows to blocks: the sequence of labels decides what stands under what (un-rules A10, A11)."""

from __future__ import annotations

import pytest

from draftkit import inline
from draftkit.model import Callout, Cell, Heading, Opaque, Paragraph, Scheme, Table, Text
from draftkit.readers.compose import HeadingRow, OpaqueRow, Row, TableRows, blocks
from draftkit.readers.naming import Names
from draftkit.tree import Section


def rows(*printed: str):
    """Rows from lines: "# Lights" is a heading, "| a" a table, and a label stands before two blanks."""
    for line in printed:
        if line.startswith("# "):
            yield HeadingRow((Text(line[2:]),))
        elif line.startswith("| "):
            yield TableRows(((Cell((Text(line[2:]),)),),))
        else:
            label, _, words = line.rpartition("  ")
            yield Row((Text(words),), label)


def outline(found, indent: str = "") -> list[str]:
    """The blocks as lines, items two blanks in; a label that is kept stands in square brackets."""
    lines: list[str] = []
    for block in found:
        if isinstance(block, Table):
            lines.append(f"{indent}| {inline.plain(block.rows[0][0].content)}")
        elif isinstance(block, Heading):
            kept = f"[{block.label}] " if block.label is not None else ""
            lines.append(f"{indent}# {kept}{block.scheme} {inline.plain(block.content)}{' restart' if block.restart else ''}")
        elif isinstance(block, Paragraph):
            kept = f"[{block.label}] " if block.label is not None else ""
            lines += [f"{indent}{kept}{inline.plain(block.content)}", *outline(block.items, f"{indent}  ")]
    return lines


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (("1.  One:", "(a)  A:", "(i)  I:", "a.  a:", "i.  i;", "ii.  ii;", "b.  b;", "(ii)  II;", "(b)  B;", "2.  Two."),
         ["One:", "  A:", "    I:", "      a:", "        i;", "        ii;", "      b;", "    II;", "  B;", "Two."]),
        (("1.  One:", "(a)  A;", "goes on;", "2.  Two."), ["One:", "  A;", "[] goes on;", "Two."]),
        (("1.  One:", "(a)  A;", "(c)  C;", "(d)  D;", "2.  Two."), ["One:", "  A;", "  [(c)] C;", "  D;", "Two."]),
        (("1.  One;", "1.  Again;", "3.  Three."), ["One;", "[1.] Again;", "[3.] Three."]),
        (("1.  One;", "2 bis.  Two;", "2.  Three."), ["One;", "[2 bis.] Two;", "Three."]),
        (("1.  One:", "| cell", "2.  Two."), ["One:", "| cell", "Two."]),
        (("1.  One:", "(a)  A:", "| cell", "(b)  B;", "2.  Two."), ["One:", "  A:", "    | cell", "  B;", "Two."]),
        (("# Lamps", "(a)  A:", "(i)  I;", "(ii)  II;", "(b)  B:", "(i)  I;"), ["#  Lamps", "[(a)] A:", "  [(i)] I;", "  [(ii)] II;", "[(b)] B:", "  [(i)] I;"]),
    ],
)  # fmt: skip
def test_paragraphs(printed, expected):
    assert outline(blocks(rows(*printed), Section.OPERATIVE, Names())) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (("# I", "# Lights", "# II", "# Bells"), ["# roman Lights", "# roman Bells"]),
        (("# I", "1.  One;", "# II", "2.  Two."), ["# roman ", "One;", "# roman ", "Two."]),
        (("# A. Lights", "# B. Bells"), ["# letter Lights", "# letter Bells"]),
        (("# I. Lights", "# II. Bells"), ["# [I.] roman Lights", "# [II.] roman Bells"]),
        (("# I", "# . Lights"), ["# [I.] roman Lights"]),
        (("# I.", "# I. Lights"), ["# [I.] roman Lights"]),
        (("# A", "# Lights"), ["# [A] letter Lights"]),
        (("# C. Lights",), ["# [C.] letter Lights"]),
        (("# H. Lights", "# I. Bells"), ["# [H.] letter Lights", "# [I.] letter Bells"]),
        (("# Lights", "# IV", "# Bells"), ["#  Lights", "# [IV] roman Bells"]),
        (("1.  One;", "# Two", "1.  One;", "2.  Two."), None),
    ],
)
def test_headings(printed, expected):
    found = outline(blocks(rows(*printed), Section.OPERATIVE, Names()))
    assert found == (expected or ["[1.] One;", "#  Two restart", "One;", "Two."])


def test_what_could_not_be_read_stands_where_it_stood():
    image = OpaqueRow((Text("[image: chart]"),), "image", 7)
    names = Names()
    found = blocks([*rows("1.  One:", "(a)  A;"), image, *rows("(b)  B;", "2.  Two."), image], Section.OPERATIVE, names)
    assert isinstance(found[0], Paragraph)
    assert [type(block) for block in found] == [Paragraph, Paragraph, Opaque]
    assert isinstance(found[0].items[0], Paragraph)
    assert found[0].items[0].items == (Opaque("image-image-chart", (Text("[image: chart]"),), "image"),)
    assert names.lines == {"image-image-chart": 7, "image-image-chart-2": 7}


def test_a_note_called_in_the_number_of_a_section_is_kept():
    called = HeadingRow((Text("I"), Callout("report")))
    (alone,) = blocks([called], Section.OPERATIVE, Names())
    (joined,) = blocks([called, HeadingRow((Text("Lights"),))], Section.OPERATIVE, Names())
    assert isinstance(alone, Heading)
    assert isinstance(joined, Heading)
    assert (alone.scheme, alone.content) == (Scheme.ROMAN, (Callout("report"),))
    assert (joined.scheme, joined.content) == (Scheme.ROMAN, (Text("Lights"), Callout("report")))


def test_a_depth_that_the_source_knows_is_taken():
    given = [Row((Text("One:"),), "1."), Row((Text("A;"),), "(a)", 1), Row((Text("then,"),), "", 1), Row((Text("deep;"),), "(x)", 9)]
    assert outline(blocks(given, Section.OPERATIVE, Names())) == ["[1.] One:", "  A;", "  [] then,", "    [(x)] deep;"]


def test_items_are_named_for_the_verb_they_stand_under():
    found = blocks(rows("1.  Requests States:", "(a)  To report yearly;", "2.  Ends."), Section.OPERATIVE, Names())
    assert isinstance(found[0], Paragraph)
    assert [found[0].id, found[0].items[0].id, found[1].id] == ["requests", "requests-report-yearly", "ends"]


def test_schemes_are_those_of_one_list():
    names = Names()
    first = blocks(rows("# I", "# Lights", "# II", "# Bells"), Section.OPERATIVE, names)
    second = blocks(rows("# I", "# Rules"), Section.ANNEX, names)
    assert [block.scheme for block in (*first, *second) if isinstance(block, Heading)] == [Scheme.ROMAN] * 3
