"""Hypothesis strategies for the laws of the core: contents, blocks as a reader finds them, whole resolutions."""

from __future__ import annotations

from hypothesis import strategies as st

from draftkit import inline
from draftkit.model import (
    AgendaItem,
    Annex,
    Callout,
    Cell,
    ClauseEntry,
    Content,
    Heading,
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

TRAPS = (
    "null", "~", "080", "2024-12-04", "yes", "#", " #", "# ", ": ", ":", "- ", "---", "...", "? ", "|", ">", "&a", "*a", "!t", "%", "@",
    "`", '"', "'", "\\", "\\n", "{", "}", "{{ x }}", "[", "]", "[[", "[^", "*", "**", "^", "\u00a0", "\u2011", "é", "中文", "🕊️",
    "“", "”", "–", "text: |-", "  ", "\u2028", "\x85", "\ufeff", "\x07",
)  # fmt: skip
"""What YAML or the grammar of paragraphs could take for its own."""

ids = st.from_regex(r"[a-z0-9]{1,6}(?:-[a-z0-9]{1,4}){0,2}", fullmatch=True) | st.sampled_from(["null", "true", "080", "15", "title"])
trap_texts = st.lists(st.sampled_from(TRAPS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=6), max_size=6).map("".join)
lines = trap_texts.map(lambda text: " ".join(text.split()))
"""Texts of one line, as the masthead holds them."""

pieces = (
    st.builds(Text, trap_texts, st.booleans(), st.booleans(), st.booleans())
    | st.builds(Ref, ids, st.sampled_from(["", "full", "label", "11 (a)"]))
    | st.builds(Callout, ids)
)


def _normal(content: list[Text | Ref | Callout]) -> Content:
    """Content as ``inline.parse`` gives it: one blank for many, none at the ends."""
    out: list[Text | Ref | Callout] = []
    blank = True  # whether a blank stands before, or the beginning
    for piece in content:
        if isinstance(piece, Text):
            kept = ""
            for character in piece.text:
                white = character in " \t\r\n\v\f\x85\u2028\u2029"
                kept += "" if white and blank else " " if white else character
                blank = white
            piece = Text(kept, piece.italic, piece.bold, piece.superscript)
        else:
            blank = False
        out.append(piece)
    joined = inline.join(out)
    if joined and isinstance(joined[-1], Text) and joined[-1].text.endswith(" "):
        last = joined[-1]
        return inline.join((*joined[:-1], Text(last.text[:-1], last.italic, last.bold, last.superscript)))
    return joined


contents = st.lists(pieces, max_size=5).map(_normal)
labels = st.none() | st.sampled_from(["", "1.", "4 bis.", "(c)", "1.1", "080.", "#", "A."])
heading_labels = labels | st.sampled_from(["080", "II"])
cells = st.builds(Cell, contents, st.integers(1, 4))
tables = st.builds(Table, st.just("t"), st.lists(st.lists(cells, max_size=3).map(tuple), max_size=3).map(tuple), st.integers(0, 2))
kinds = st.sampled_from(["image", "equation", "text box", "null", "080", "a: b", "# c"])
unread = st.builds(Opaque, st.just("u"), contents, kinds)
paragraphs = st.recursive(
    st.builds(Paragraph, st.just("p"), contents, label=labels),
    lambda inner: st.builds(Paragraph, st.just("p"), contents, st.lists(inner | tables | unread, max_size=3).map(tuple), labels),
    max_leaves=4,
)
headings = st.builds(Heading, st.just("h"), contents, st.sampled_from(Scheme), heading_labels, st.booleans())
entries = st.builds(
    ClauseEntry,
    st.just("c"),
    st.sampled_from(["report/request@1", "agenda/include"]),
    st.dictionaries(ids.map(lambda name: name.replace("-", "_")), lines, max_size=2).map(lambda d: tuple(d.items())),
    st.sampled_from(["", "invite"]),
)
block_lists = st.lists(paragraphs | headings | tables | unread | entries, max_size=4).map(tuple)
annexes = st.builds(Annex, st.just("a"), lines, contents, block_lists)
parts = st.builds(
    Part, block_lists, block_lists, st.lists(annexes, max_size=1).map(tuple), lines, contents, st.none() | contents, lines, lines
)
mastheads = st.builds(
    Masthead,
    organ=st.sampled_from(["General Assembly", "Human Rights Council"]),
    symbol=lines,
    distribution=lines,
    issued=lines,
    original=lines,
    session=st.integers(0, 150),
    committee=lines,
    agenda=st.lists(st.builds(AgendaItem, lines, lines), max_size=2).map(tuple),
    adopted=lines,
    basis=lines,
    sponsors=st.lists(lines, max_size=3).map(tuple),
    heading=lines,
    others=st.lists(lines, max_size=2).map(tuple),
)


def _named(resolution: Resolution) -> Resolution:
    """The same resolution, its blocks with ids that are all different."""
    from dataclasses import replace

    count = iter(range(10_000))

    def named(block):
        if isinstance(block, Paragraph):
            return replace(block, id=f"p-{next(count)}", items=tuple(named(item) for item in block.items))
        return replace(block, id=f"{block.id}-{next(count)}")

    def renamed(part: Part) -> Part:
        return replace(
            part,
            preamble=tuple(map(named, part.preamble)),
            operative=tuple(map(named, part.operative)),
            annexes=tuple(replace(a, id=f"a-{next(count)}", body=tuple(map(named, a.body))) for a in part.annexes),
        )

    return replace(resolution, parts=tuple(map(renamed, resolution.parts)))


notes = st.lists(
    st.builds(Note, ids, contents, st.just("") | ids, st.integers(0, 99)), max_size=3, unique_by=lambda note: note.id
).map(tuple)
resolutions = st.builds(Resolution, mastheads, contents, st.lists(parts, min_size=1, max_size=2).map(tuple), notes).map(_named)
"""Any resolution that a draft file can hold, whatever it says."""
