"""A clause proposed from paragraphs of texts: what varies between them, and what is a value by its form, becomes a blank.

The law: a proposed clause is recognised exactly (``clauses.match``) in every paragraph that it was made from.

Example:
    >>> clause = propose([Source("A/RES/80/903", 4, Section.OPERATIVE, paragraph)])
    >>> clause.text, clause.variables
    ('*Requests* the Secretary-General to report at its {{ session | ordinal }} session;', (Variable('session', ...),))
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from draftkit import inline
from draftkit.clauses.align import Column, columns_of, is_own
from draftkit.clauses.clause import UNPRINTABLE, Clause, Example, Provenance, Type, Variable
from draftkit.clauses.fill import fill, fill_items
from draftkit.clauses.lines import Line, is_word, line_of
from draftkit.clauses.match import Match, exactly, index
from draftkit.clauses.naming import id_of, title_of
from draftkit.clauses.slots import typed
from draftkit.clauses.sources import Source, place_of
from draftkit.clauses.values import LONGEST
from draftkit.errors import ClauseError
from draftkit.model import Inline, Text
from draftkit.tree import Section

USE_WHEN = "say when to use it"
FEWEST_WORDS = 3
"""A clause has so many words of its own at least."""

MOST_EXAMPLES = 3
MOST_BLANKS = 100
"""Values of a clause; no formula has so many."""

_MARK = 0xE100
_ENDS = {Section.PREAMBLE: ",", Section.OPERATIVE: ";"}
_SHARED = frozenset(("session", "title", "year"))
"""Values that are one value where they are said twice."""

_OF_NO_CLAUSE = re.compile(f"[\ue000-\uf8ff]|{UNPRINTABLE.pattern}")
"""Characters that no clause file may hold, and those that stand for something else while one is made."""


def propose(sources: Sequence[Source], name: str = "", use_when: str = USE_WHEN) -> Clause:
    """The clause that all the paragraphs are.

    Args:
        name: its id; without one it is "proposed/" with its first words.

    Raises:
        ClauseError: they are of different parts, open differently, or have too little in common.
    """
    _refuse_unlike(sources)
    by_segment = zip(*(map(line_of, source.contents) for source in sources), strict=True)
    lines = [tuple(segment) for segment in by_segment]
    columns = [columns_of(segment) for segment in lines]
    if sum(not is_own(column) for of in columns for column in of) > MOST_BLANKS:
        raise ClauseError(f"the clause would have more than {MOST_BLANKS} values", remedy="give a simpler paragraph")
    own = [word for one, of in zip(lines, columns, strict=True) for word in _own_words(one[0], of)]
    if len(own) < FEWEST_WORDS:
        raise ClauseError("the paragraphs have too little in common for a clause", remedy="give paragraphs of one formula")
    name = name or id_of(own)
    slots = [(at, n) for at, of in enumerate(columns) for n, column in enumerate(of) if column.slot]
    for wide in ((), *((slot,) for slot in slots), tuple(slots)):  # a form that cannot be read back is any words
        tried = [tuple(_widened(c) if (at, n) in wide else c for n, c in enumerate(of)) for at, of in enumerate(columns)]
        made = _clause(sources[0].section, lines, tried)
        clause = replace(made, id=name, title=title_of(made.text), use_when=use_when)
        matches = _matches(clause, sources)
        if matches:
            return replace(clause, provenance=tuple(_provenance(sources)), examples=tuple(_examples(clause, matches)))
    raise ClauseError("no clause could be made that says all the paragraphs again", remedy="give fewer, or more alike ones")


def _refuse_unlike(sources: Sequence[Source]) -> None:
    for source in sources:
        why_not = unfit(source)
        if why_not:
            raise ClauseError(why_not, source.symbol, "take a simpler paragraph")
    if len({source.section for source in sources}) > 1:
        raise ClauseError("the paragraphs stand in different parts", remedy="give preambular or operative paragraphs alone")
    if len({len(source.contents) for source in sources}) > 1:
        raise ClauseError("the paragraphs have different numbers of subparagraphs", remedy="give paragraphs of one shape")


def unfit(source: Source) -> str:
    """Why a paragraph can be no clause; "" if it can be one."""
    if not source.is_plain:
        return "a clause has only plain subparagraphs"
    lines = [line_of(content) for content in source.contents]
    if not all(line.tokens for line in lines):
        return "the paragraph, or a subparagraph, is empty"
    if sum(len(line.text) for line in lines) > LONGEST:
        return f"the paragraph has more than {LONGEST:,} characters"
    typed_in = "".join(piece.text for content in source.contents for piece in content if isinstance(piece, Text))
    if strange := _OF_NO_CLAUSE.search(typed_in):
        return f"the paragraph holds a character that no clause can hold, U+{ord(strange[0]):04X}"
    return ""


def _own_words(line: Line, columns: Sequence[Column]) -> Iterator[str]:
    """The words of a line that are own."""
    for column in columns:
        first, last = column.spans[0]
        if is_own(column) and is_word(line.tokens[first]):
            yield line.between(first, last)


def _widened(column: Column) -> Column:
    return Column(column.spans, None, True)


# --- The clause ----------------------------------------------------------------------------------------------------


def _clause(section: Section, lines: Sequence[Sequence[Line]], columns: Sequence[Sequence[Column]]) -> Clause:
    names: dict[tuple[str, tuple[str, ...]], str] = {}
    variables: dict[str, Variable] = {}
    texts = []
    for segment, of in zip(lines, columns, strict=True):
        used = [_variable(column, segment, names, variables) for column in of if not is_own(column)]
        texts.append(_template(segment[0], of, used))
    text, *items = texts
    end = _ENDS[section]
    return Clause(
        "proposed/one", 1, section, "", f"{text}{':' if items else end}",
        variables=tuple(variables.values()), items=tuple(f"{item}{end}" for item in items),
    )  # fmt: skip


def _variable(
    column: Column, lines: Sequence[Line], names: dict[tuple[str, tuple[str, ...]], str], variables: dict[str, Variable]
) -> str:
    """What stands in {{ }} for a column; the variable is declared."""
    slot = column.slot
    kind, base = (slot.type, slot.name) if slot else (Type.TEXT, "words")
    given = tuple(_typed(column, line, at) for at, line in enumerate(lines))
    name = names.get((base, given), "") if base in _SHARED else ""
    if not name:
        taken = sum(1 for known in variables if known == base or re.fullmatch(rf"{base}_\d+", known))
        name = f"{base}_{taken + 1}" if taken else base
        names[base, given] = name
        variables[name] = Variable(name, kind, example=given[0])
    return " | ".join((name, *(slot.filters if slot else ())))


def _typed(column: Column, line: Line, at: int) -> str:
    first, last = column.spans[at]
    return typed(column.slot, line, first, last) if column.slot else line.typed(first, last)


def _template(line: Line, columns: Sequence[Column], used: Sequence[str]) -> str:
    pieces: list[Inline] = []
    end = number = 0
    for column in columns:
        first, last = column.spans[0]
        start = line.starts[first]
        pieces += (_character(line, at) for at in range(end, start))
        end = line.ends[last - 1]
        if is_own(column):
            pieces += (_character(line, at) for at in range(start, end))
        else:
            pieces.append(Text(chr(_MARK + number)))
            number += 1
    text = inline.format(inline.tidy(inline.join(pieces)))
    return re.sub(f"[{chr(_MARK)}-\uf8ff]", lambda mark: f"{{{{ {used[ord(mark[0]) - _MARK]} }}}}", text)


def _character(line: Line, at: int) -> Inline:
    """A compared character as the text has it, with its format; the first is a capital, blanks and hyphens are plain."""
    place = line.places[at]
    n = bisect_right(line.offsets, place) - 1
    piece = line.pieces[n]
    if not isinstance(piece, Text):
        return piece
    sign = piece.text[place - line.offsets[n]]
    return replace(piece, text=line.text[at] if at == 0 or line.text[at] in " -" else sign)


# --- Held against the paragraphs -----------------------------------------------------------------------------------


def _matches(clause: Clause, sources: Sequence[Source]) -> list[Match]:
    """What the clause is in every paragraph; nothing, if it is not one of them."""
    known = index([clause])
    found = []
    for source in sources:
        match = exactly(known, place_of(source))
        if not match:
            return []
        found.append(match)
    return found


def _provenance(sources: Sequence[Source]) -> Iterator[Provenance]:
    seen = dict.fromkeys((source.symbol, source.number) for source in sources if source.symbol and source.number)
    return (Provenance(symbol, number) for symbol, number in seen)


def _examples(clause: Clause, matches: Sequence[Match]) -> Iterator[Example]:
    seen: list[Mapping[str, str]] = []
    for match in matches:
        if match.values in seen or len(seen) == MOST_EXAMPLES:
            continue
        seen.append(match.values)
        items = fill_items(clause, match.values, next_session=None)
        yield Example(match.values, fill(clause, match.values, next_session=None), items)
