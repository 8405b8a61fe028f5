"""Word files made up by Hypothesis, and edits of them: what the laws of tracked changes are tried on.

Example:
    >>> @given(edited_files())
    ... def test(both: tuple[File, File]) -> None: ...
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from hypothesis import strategies as st

from word_files import (
    Block,
    Bookmark,
    Box,
    Cell,
    Comment,
    Control,
    Controlled,
    Field,
    File,
    Link,
    Note,
    P,
    Picture,
    Piece,
    Row,
    Run,
    Table,
)

WORDS = (
    "States", "all", "the", "of", "and", "the", "report", "urges", "once again", "Secretary-General", "seventy-ninth session",
    "resolution 71/5 of 1 November 2016", "72/4 of 3\u00a0November 2017", "A/C.2/78/L.28", "non\u2011legally binding", "2024–2025",
    "States’", "“data & rights”", "<w:t>", "cables;", "10 per cent", "(2019)", "paragraph\t7", "line\nbreak", "é", "1,200",
)  # fmt: skip
ARABIC = ("إلى", "الأمين العام", "يطلب", "من")
STYLES = ("", "", "", "SingleTxt", "Heading1")
Draw: TypeAlias = Callable[[st.SearchStrategy], object]  # type: ignore[type-arg]


def words(least: int = 1) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(WORDS), min_size=least, max_size=6).map(" ".join)


def runs() -> st.SearchStrategy[Run]:
    latin = st.builds(Run, words(), italic=st.booleans(), bold=st.sampled_from((False, False, True)), size=st.sampled_from((0, 0, 0, 24)))
    arabic = st.lists(st.sampled_from(ARABIC), min_size=1, max_size=4).map(lambda found: Run(" ".join(found), rtl=True))
    return st.one_of(latin, latin, latin, arabic)


def pieces() -> st.SearchStrategy[Piece]:
    """What stands in a line."""
    special: st.SearchStrategy[Piece] = st.one_of(
        st.builds(Note, words(), end=st.booleans(), italic=st.sampled_from(("", "Ibid."))),
        st.builds(Link, words(), st.sampled_from(("https://undocs.org/A/79/143", "https://undocs.org/A/80/1", "#_Ref1"))),
        st.builds(Bookmark, st.sampled_from(("_Ref1", "_Ref2", "start")), words()),
        st.builds(Field, st.sampled_from(("3", "7 (a)")), st.sampled_from(("REF _Ref1 \\h", "PAGE")), st.booleans()),
        st.builds(Comment, words(), words()),
        st.builds(Control, words()),
        st.just(Picture()),
    )
    return st.one_of(runs(), runs(), runs(), special)


def paragraphs() -> st.SearchStrategy[P]:
    inside = st.lists(pieces(), max_size=4).map(_spaced)
    texts = st.builds(
        lambda found, style, number, indent: P(*found, style=style, number=number, indent=indent),
        inside,
        st.sampled_from(STYLES),
        st.sampled_from((None, None, None, 0, 1)),
        st.sampled_from((0, 0, 0, 567)),
    )
    boxes = st.lists(words(), min_size=1, max_size=2).map(lambda found: P(Box(tuple(found))))
    ends = st.builds(lambda found: P(*found, ends_section=True), inside)
    return st.one_of(texts, texts, texts, texts, texts, texts, boxes, ends)


def _spaced(found: list[Piece]) -> tuple[Piece, ...]:
    """A blank between words; notes stand close."""
    out: list[Piece] = []
    for piece in found:
        if out and not isinstance(piece, Note):
            out.append(Run(" "))
        out.append(piece)
    return tuple(out)


def simple_paragraphs() -> st.SearchStrategy[P]:
    """Of cells, headers and controls."""
    return st.lists(runs(), max_size=2).map(lambda found: P(*_spaced(list(found))))


def tables(depth: int = 1) -> st.SearchStrategy[Table]:
    inside: st.SearchStrategy[Block] = st.one_of(simple_paragraphs(), simple_paragraphs(), tables(0)) if depth else simple_paragraphs()
    cells = st.lists(inside, min_size=1, max_size=2).map(lambda found: Cell(tuple(found)))

    def of(columns: int) -> st.SearchStrategy[Table]:
        usual = st.lists(cells, min_size=columns, max_size=columns).map(lambda found: Row(*found))
        wide = cells.map(lambda cell: Row(replace(cell, span=columns)))
        merged = st.tuples(usual, usual).map(_merged)
        groups = st.one_of(usual.map(lambda row: (row,)), usual.map(lambda row: (row,)), wide.map(lambda row: (row,)), merged)
        return st.lists(groups, min_size=1, max_size=3).map(lambda found: Table(tuple(row for group in found for row in group)))

    return st.integers(1, 3).flatmap(of)


def _merged(two: tuple[Row, Row]) -> tuple[Row, Row]:
    """Two rows whose first cells are one."""
    (first, *others), (_, *below) = two[0].cells, two[1].cells
    return Row(replace(first, merge="restart"), *others), Row(Cell((P(),), merge="continue"), *below)


def blocks() -> st.SearchStrategy[Block]:
    held = st.lists(simple_paragraphs(), min_size=1, max_size=2).map(lambda found: Controlled(tuple(found)))
    return st.one_of(paragraphs(), paragraphs(), paragraphs(), paragraphs(), paragraphs(), tables(), held)


def files() -> st.SearchStrategy[File]:
    stories = st.lists(simple_paragraphs(), max_size=1).map(tuple)
    return st.builds(File, st.lists(blocks(), min_size=1, max_size=7).map(tuple), stories, stories)


@st.composite
def edited_files(draw: Draw) -> tuple[File, File]:
    """A file, and the same after one to four edits such as people make."""
    old = new = draw(files())
    for edit in draw(st.lists(st.sampled_from(EDITS), min_size=1, max_size=4)):  # type: ignore[attr-defined]
        new = edit(draw, new)
    return old, new  # type: ignore[return-value]


# --- edits ---------------------------------------------------------------------------------------------------------


def words_changed(draw: Draw, file: File) -> File:
    return _in_a_paragraph(draw, file, lambda p: (_in_a_run(draw, p, lambda run: (replace(run, text=_other_words(draw, run.text)),)),))


def format_toggled(draw: Draw, file: File) -> File:
    def toggled(run: Run) -> tuple[Run, ...]:
        at = draw(st.integers(0, len(run.text)))
        first, second = replace(run, text=run.text[:at]), replace(run, text=run.text[at:], italic=not run.italic)  # type: ignore[misc]
        return tuple(part for part in (first, second) if part.text)

    return _in_a_paragraph(draw, file, lambda p: (_in_a_run(draw, p, toggled),))


def piece_added(draw: Draw, file: File) -> File:
    def added(p: P) -> tuple[P, ...]:
        at = draw(st.integers(0, len(p.pieces)))
        return (p.with_pieces(*p.pieces[:at], draw(pieces()), *p.pieces[at:]),)  # type: ignore[arg-type,misc]

    return _in_a_paragraph(draw, file, added)


def piece_removed(draw: Draw, file: File) -> File:
    def removed(p: P) -> tuple[P, ...]:
        at = draw(st.integers(0, max(0, len(p.pieces) - 1)))
        return (p.with_pieces(*p.pieces[:at], *p.pieces[at + 1 :]),)  # type: ignore[misc,operator]

    return _in_a_paragraph(draw, file, removed)


def note_changed(draw: Draw, file: File) -> File:
    def changed(p: P) -> tuple[P, ...]:
        return (p.with_pieces(*(replace(e, text=_other_words(draw, e.text)) if isinstance(e, Note) else e for e in p.pieces)),)

    return _in_a_paragraph(draw, file, changed)


def look_changed(draw: Draw, file: File) -> File:
    """Style, indent, or whether there is a number."""
    style, indent, number = draw(st.sampled_from(STYLES)), draw(st.sampled_from((0, 567, 1134))), draw(st.sampled_from((None, 0, 1)))
    return _in_a_paragraph(draw, file, lambda p: (replace_look(p, style, indent, number),))  # type: ignore[arg-type]


def replace_look(p: P, style: str, indent: int, number: int | None) -> P:
    return P(*p.pieces, style=style, number=number, indent=indent, rtl=p.rtl, ends_section=p.ends_section)


def paragraph_split(draw: Draw, file: File) -> File:
    def split(p: P) -> tuple[P, ...]:
        at = draw(st.integers(0, len(p.pieces)))
        if p.ends_section:
            return (p,)
        return p.with_pieces(*p.pieces[:at]), p.with_pieces(*p.pieces[at:])  # type: ignore[misc]

    return _in_a_paragraph(draw, file, split)


def paragraph_added(draw: Draw, file: File) -> File:
    added = draw(simple_paragraphs())
    return _in_a_paragraph(draw, file, lambda p: (added, p))  # type: ignore[arg-type,return-value]


def paragraph_removed(draw: Draw, file: File) -> File:
    return _in_a_paragraph(draw, file, lambda p: (p,) if p.ends_section else ())


def paragraphs_joined(draw: Draw, file: File) -> File:
    at = draw(st.integers(0, len(file.blocks)))
    first, second = (*file.blocks[at : at + 2], None, None)[:2]  # type: ignore[misc,operator]
    if not isinstance(first, P) or not isinstance(second, P) or first.ends_section:
        return file
    joined = second.with_pieces(*first.pieces, *second.pieces)
    return replace(file, blocks=(*file.blocks[:at], joined, *file.blocks[at + 2 :]))  # type: ignore[misc,operator]


def block_moved(draw: Draw, file: File) -> File:
    found = list(file.blocks)
    if len(found) > 1:
        moved = found.pop(draw(st.integers(0, len(found) - 1)))  # type: ignore[arg-type]
        found.insert(draw(st.integers(0, len(found))), moved)  # type: ignore[arg-type]
    return replace(file, blocks=tuple(found))


def block_added(draw: Draw, file: File) -> File:
    at, added = draw(st.integers(0, len(file.blocks))), draw(blocks())
    return replace(file, blocks=(*file.blocks[:at], added, *file.blocks[at:]))  # type: ignore[misc,arg-type]


def block_removed(draw: Draw, file: File) -> File:
    at = draw(st.integers(0, max(0, len(file.blocks) - 1)))
    return replace(file, blocks=(*file.blocks[:at], *file.blocks[at + 1 :]))  # type: ignore[misc,operator]


def rows_changed(draw: Draw, file: File) -> File:
    """A row goes, or one comes that is like another but for its words."""
    at = draw(st.integers(0, 9))

    def changed(block: Block) -> Block:
        if not isinstance(block, Table):
            return block
        here = at % len(block.rows)  # type: ignore[operator]
        row = block.rows[here]
        if any(cell.merge for cell in row.cells):
            return block
        if len(block.rows) > 1 and draw(st.booleans()):
            return Table(block.rows[:here] + block.rows[here + 1 :])
        fresh = Row(*(Cell((P(draw(words())),), span=cell.span) for cell in row.cells))  # type: ignore[arg-type]
        before_merged = any(cell.merge == "continue" for other in block.rows[here + 1 : here + 2] for cell in other.cells)
        return block if before_merged else Table((*block.rows[: here + 1], fresh, *block.rows[here + 1 :]))

    return replace(file, blocks=tuple(changed(block) for block in file.blocks))


def header_changed(draw: Draw, file: File) -> File:
    """The words of the header or the footer; neither comes nor goes."""
    which = draw(st.sampled_from(("header", "footer")))
    story = tuple(_in_a_run(draw, p, lambda run: (replace(run, text=_other_words(draw, run.text)),)) for p in getattr(file, str(which)))
    return replace(file, **{str(which): story})  # type: ignore[arg-type]


EDITS = (
    words_changed, words_changed, words_changed, format_toggled, piece_added, piece_removed, note_changed, look_changed,
    paragraph_split, paragraph_added, paragraph_removed, paragraphs_joined, block_moved, block_added, block_removed, rows_changed,
    header_changed,
)  # fmt: skip


# --- places --------------------------------------------------------------------------------------------------------


def _other_words(draw: Draw, text: str) -> str:
    """Words with some inserted, deleted or replaced."""
    found = text.split(" ")
    at, length = draw(st.integers(0, len(found))), draw(st.integers(0, 2))
    fresh = draw(st.lists(st.sampled_from(WORDS), max_size=2))
    return " ".join((*found[:at], *fresh, *found[at + length :]))  # type: ignore[misc,operator]


def _in_a_run(draw: Draw, p: P, change: Callable[[Run], Sequence[Piece]]) -> P:
    places = [at for at, piece in enumerate(p.pieces) if isinstance(piece, Run) and piece.text.strip()]
    if not places:
        return p
    at = draw(st.sampled_from(places))
    return p.with_pieces(*p.pieces[:at], *change(p.pieces[at]), *p.pieces[at + 1 :])  # type: ignore[misc,index,operator,arg-type]


def _in_a_paragraph(draw: Draw, file: File, change: Callable[[P], tuple[P, ...]]) -> File:
    """Changes one paragraph, wherever it stands, into any number of them."""
    wanted = draw(st.integers(0, max(0, sum(_count(block) for block in file.blocks) - 1)))
    seen = 0

    def walked(found: tuple[Block, ...]) -> tuple[Block, ...]:
        nonlocal seen
        out: list[Block] = []
        for block in found:
            if isinstance(block, P):
                out += change(block) if seen == wanted else (block,)
                seen += 1
            elif isinstance(block, Controlled):
                out.append(replace(block, blocks=walked(block.blocks) or (P(),)))
            else:
                rows = (Row(*(replace(cell, blocks=walked(cell.blocks)) for cell in row.cells)) for row in block.rows)
                out.append(Table(tuple(rows)))
        return tuple(out)

    return replace(file, blocks=walked(file.blocks))


def _count(block: Block) -> int:
    if isinstance(block, P):
        return 1
    if isinstance(block, Controlled):
        return sum(_count(inside) for inside in block.blocks)
    return sum(_count(inside) for row in block.rows for cell in row.cells for inside in cell.blocks)
