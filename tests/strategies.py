"""Resolutions made up by Hypothesis, and edits of them: what the laws of comparison and writing are tried on.

Every construct of the model occurs: italics, references, notes called once and twice, items, headings, tables, annexes, what
could not be read, and in the words the traps of Word files: marks of XML, non-breaking blanks and hyphens, characters that look like markup.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import strategies as st

from draftkit import inline
from draftkit.model import (
    AgendaItem,
    Annex,
    Block,
    Callout,
    Cell,
    Content,
    Heading,
    Item,
    Masthead,
    Note,
    Opaque,
    Paragraph,
    Part,
    Ref,
    Resolution,
    Scheme,
    Table,
    Text,
)

WORDS = (
    "States", "all", "the", "of", "and", "the", "report", "urges", "once again", "Secretary-General", "seventy-ninth session",
    "resolution 71/5 of 1 November 2016", "72/4 of 3\u00a0November 2017", "A/79/143", "A/81/___", "non\u2011legally binding",
    "States’", "“data & rights”", "<w:t>", "cables;", "10 per cent", "2024–2025", "(2019)", "***", "é", "1,200", "para.\u00a07",
)  # fmt: skip
NOTES = ("source", "report", "letter", "see-also")
FRESH = tuple(f"n{n}" for n in range(40))
"""Ids for blocks that an edit brings in; those of the first text are "b0", "b1" ..."""


def texts(italic: bool = False) -> st.SearchStrategy[Text]:
    return st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(lambda words: Text(" ".join(words), italic))


def pieces() -> st.SearchStrategy[Text | Ref | Callout]:
    refs = st.integers(0, 9).map(lambda n: Ref(f"b{n}"))
    return st.one_of(texts(), texts(), texts(italic=True), refs, st.sampled_from(NOTES).map(Callout))


def contents(least: int = 1) -> st.SearchStrategy[Content]:
    """Pieces with a blank between words and references, as in print; callouts stand close."""
    return st.lists(pieces(), min_size=least, max_size=5).map(_spaced)


def _spaced(found: list[Text | Ref | Callout]) -> Content:
    out: list[Text | Ref | Callout] = []
    for piece in found:
        if out and not isinstance(piece, Callout):
            out.append(Text(" "))
        out.append(piece)
    return inline.tidy(out)


@st.composite
def blocks(draw: st.DrawFn, names: tuple[str, ...], most: int = 4) -> tuple[Block, ...]:
    """Blocks with ids from ``names``, in order: at most ``len(names)`` with items counted."""
    left = list(names)
    out: list[Block] = []
    for _ in range(draw(st.sampled_from([*range(most + 1), most, most]))):
        if len(left) < 4:
            break
        kind = draw(st.sampled_from(["paragraph", "paragraph", "paragraph", "items", "heading", "roman", "table", "unread"]))
        name = left.pop(0)
        if kind == "table":
            out.append(Table(name, draw(rows()), header=draw(st.integers(0, 1))))
        elif kind == "unread":
            out.append(Opaque(name, draw(contents()), draw(st.sampled_from(["image", "text box"]))))
        elif kind in ("heading", "roman"):
            scheme = Scheme.ROMAN if kind == "roman" else draw(st.sampled_from([Scheme.NONE, Scheme.LETTER]))
            out.append(Heading(name, (draw(texts()),), scheme))
        else:
            out.append(Paragraph(name, draw(contents()), draw(items(left)) if kind == "items" else ()))
    return tuple(out)


@st.composite
def items(draw: st.DrawFn, left: list[str]) -> tuple[Item, ...]:
    """Two subparagraphs, the second now and then what could not be read; their ids are taken from ``left``."""
    first, name, content = Paragraph(left.pop(0), draw(contents())), left.pop(0), draw(contents())
    return first, Paragraph(name, content) if draw(st.integers(0, 4)) else Opaque(name, content, "equation")


OTHERS = ("Reissued for technical reasons", "The tribute of <States> & others", "* Second time")


def rows() -> st.SearchStrategy[tuple[tuple[Cell, ...], ...]]:
    def of_width(width: int) -> st.SearchStrategy[tuple[tuple[Cell, ...], ...]]:
        cells = st.tuples(*[texts().map(lambda text: Cell((text,)))] * width)
        return st.lists(cells, min_size=1, max_size=4).map(tuple)

    return st.integers(1, 3).flatmap(of_width)


@st.composite
def resolutions(draw: st.DrawFn) -> Resolution:
    names = tuple(f"b{n}" for n in range(30))
    adopted = draw(st.booleans())
    head = Masthead(
        symbol="A/RES/79/124" if adopted else "A/C.6/79/L.7",
        distribution="General",
        session=79,
        committee="Sixth Committee",
        agenda=(AgendaItem("84", "Safety of submarine cables"),),
        adopted="4 December 2024" if adopted else "",
        others=draw(others()),
    )
    annexes = (Annex("annex-one", "Annex", (Text("Principles"),), draw(blocks(names[20:], 2))),) if draw(st.booleans()) else ()
    part = Part(draw(blocks(names[:10])), draw(blocks(names[10:20])), annexes, adopted="4 December 2024" if adopted else "")
    notes = tuple(Note(name, draw(st.one_of(texts(), texts(italic=True)).map(lambda text: (text,)))) for name in NOTES)
    return Resolution(head, (Text("Safety of submarine cables"),), (part,), notes)


def others() -> st.SearchStrategy[tuple[str, ...]]:
    """Lines of the masthead of no known form: mostly none."""
    return st.one_of(st.just(()), st.just(()), st.lists(st.sampled_from(OTHERS), max_size=2, unique=True).map(tuple))


@st.composite
def edited(draw: st.DrawFn, resolution: Resolution) -> Resolution:
    """A later text: some blocks inserted, deleted, moved; words, italics and notes of others changed."""
    fresh = iter(FRESH)
    part = resolution.parts[0]
    preamble = _edit_blocks(draw, part.preamble, fresh)
    operative = _edit_blocks(draw, part.operative, fresh)
    annexes = tuple(replace(annex, body=_edit_blocks(draw, annex.body, fresh)) for annex in part.annexes)
    if annexes and draw(st.integers(0, 4)) == 0:
        annexes = ()
    notes = tuple(replace(n, content=draw(contents_without_notes())) if draw(st.integers(0, 3)) == 0 else n for n in resolution.notes)
    title = (Text("Safety and resilience of submarine cables"),) if draw(st.booleans()) else resolution.title
    part = replace(part, preamble=preamble, operative=operative, annexes=annexes)
    head = resolution.masthead
    if draw(st.integers(0, 3)) == 0:  # the next draft, not the same document again
        head = replace(head, symbol="A/C.6/81/L.___", session=81, adopted="", basis="", issued="5 October 2026", others=draw(others()))
        part = replace(part, adopted="")
    return replace(resolution, masthead=head, title=title, parts=(part,), notes=notes)


def contents_without_notes() -> st.SearchStrategy[Content]:
    return st.lists(st.one_of(texts(), texts(italic=True)), min_size=1, max_size=2).map(_spaced)


def _edit_blocks(draw: st.DrawFn, found: tuple[Block, ...], fresh: Iterator[str]) -> tuple[Block, ...]:
    out = list(found)
    for _ in range(draw(st.sampled_from([0, 1, 1, 2, 3, 4]))):
        at = draw(st.integers(0, max(0, len(out) - 1)))
        what = draw(st.sampled_from(["insert", "delete", "move", "move", "change", "change", "change", "clear"]))
        if what == "insert":
            out[at:at] = draw(blocks(tuple(next(fresh) for _ in range(4)), 1))
        elif what == "clear":
            out = out if draw(st.integers(0, 5)) else []
        elif out and what == "delete":
            del out[at]
        elif out and what == "move":
            block = out.pop(at)
            out.insert(draw(st.integers(0, len(out))), block)
        elif out:
            out[at] = _change(draw, out[at])
    return tuple(out)


def _change(draw: st.DrawFn, block: Block) -> Block:
    if isinstance(block, Table):
        return replace(block, rows=_change_rows(draw, block.rows))
    if isinstance(block, Heading):
        return replace(block, content=(draw(texts()),))
    if isinstance(block, Opaque):
        return replace(block, content=change_content(draw, block.content))
    assert isinstance(block, Paragraph)
    if block.items and draw(st.booleans()):
        return replace(block, items=block.items[1:] if draw(st.booleans()) else block.items[::-1])
    return replace(block, content=change_content(draw, block.content))


def _change_rows(draw: st.DrawFn, found: tuple[tuple[Cell, ...], ...]) -> tuple[tuple[Cell, ...], ...]:
    at = draw(st.integers(0, len(found) - 1))
    what = draw(st.sampled_from(["insert", "delete", "cell"]))
    if what == "insert":
        row = tuple(Cell((draw(texts()),)) for _ in found[0])
        return (*found[:at], row, *found[at:])
    if what == "delete" and len(found) > 1:
        return (*found[:at], *found[at + 1 :])
    return (*found[:at], (Cell((draw(texts()),)), *found[at][1:]), *found[at + 1 :])


def change_content(draw: st.DrawFn, content: Content) -> Content:
    """One piece changed: words put in, taken out, set in italics; a note swapped, dropped or added."""
    out = list(content)
    at = draw(st.integers(0, len(out) - 1))
    piece = out[at]
    if isinstance(piece, Callout):
        out[at : at + 1] = draw(st.sampled_from([[], [Callout(draw(st.sampled_from(NOTES)))]]))
    elif isinstance(piece, Ref):
        out[at] = Ref(f"b{draw(st.integers(0, 9))}")
    else:
        words = piece.text.split(" ")
        place = draw(st.integers(0, len(words) - 1))
        what = draw(st.sampled_from(["insert", "delete", "replace", "italic", "italic", "note"]))
        if what == "italic":
            out[at] = replace(piece, italic=not piece.italic)
        elif what == "note":
            out.insert(at + 1, Callout(draw(st.sampled_from(NOTES))))
        else:
            words[place : place + (what != "insert")] = [] if what == "delete" else [draw(st.sampled_from(WORDS))]
            out[at] = replace(piece, text=" ".join(words))
    return inline.tidy(out) or (Text("States"),)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Resolution, Resolution]:
    """A text and a later one made of it by edits; now and then of nothing at all."""
    old = draw(resolutions())
    return old, draw(edited(old))
