"""A clause library as one HTML page: families, wordings on their ladders, values, examples, and what to type in a draft.

In: the clauses of a library (``draftkit.clauses``). Out: a page that needs no network and no other file; the same clauses give
the same bytes. Its one script, whose hash stands in its policy, filters, and takes words as ``clauses.search`` does; without it
the page shows every clause. What stands in it is ``templates/library.html``; this module only says what is shown where. A
template of a clause is never run here: it is cut into words and blanks, and all of it is shown as text.

Example:
    >>> page(load(), "Clauses")[:15]
    b'<!DOCTYPE html>'
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from draftkit.clauses.calling import described, draft_lines
from draftkit.clauses.clause import PARTS, SPACES, Clause, Example, Provenance
from draftkit.clauses.search_words import speech
from draftkit.writers.pages import render

_TOKEN = re.compile(
    r"""\\(?P<literal>[\\*^\[\]{}])
      | \{\{-?(?P<blank>[^{}]*?)-?\}\}
      | \{%-?(?P<tag>[^{}]*?)-?%\}
      | \[\^(?P<note>[^\[\]\n]*)\]
      | \[\[(?P<ref>[^\[\]\n]*)\]\]
      | (?P<star>\*+)
      | (?P<text>[^\\*\[{]+|.)""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a wording: ``kind`` is "text", "blank" (a value), "mark" (an end of what may fall away) or "note"."""

    kind: str
    text: str
    italic: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording on the ladder; the text of the clause itself has no ``name``."""

    name: str
    note: str
    strength: int | None
    pieces: tuple[Piece, ...]
    items: tuple[tuple[Piece, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A clause as the page shows it: ``values`` are name, type and what is said of it, ``typed`` what a drafter copies.

    ``related`` are ids with whether the page has them.
    """

    clause: Clause
    wordings: tuple[Wording, ...]
    values: tuple[tuple[str, str, str], ...]
    examples: tuple[Wording, ...]
    sources: tuple[tuple[str, str], ...]
    related: tuple[tuple[str, bool], ...]
    typed: str
    rungs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """The clauses whose ids begin alike, the preamble first."""

    name: str
    clauses: tuple[Shown, ...]


def page(clauses: Iterable[Clause], title: str) -> bytes:
    """One page for the clauses of a library, family by family.

    Args:
        clauses: each id once, as iterating over a ``Library`` gives them.
        title: what the page is called.
    """
    found = list(clauses)
    fields = {
        "title": title,
        "families": families(found),
        "total": len(found),
        "rungs": sorted({rung for clause in found for rung in _rungs(clause)}),
        "speech": speech(),
    }
    return render("library.html", fields, {"digest": _digest})


def families(clauses: Sequence[Clause]) -> tuple[Family, ...]:
    """The clauses in the order of the page: families by name, in each the preamble first, then by id."""
    ids = {clause.id for clause in clauses}
    grouped: dict[str, list[Clause]] = {}
    for clause in sorted(clauses, key=lambda each: (each.id.partition("/")[0], PARTS.index(each.part), each.id)):
        grouped.setdefault(clause.id.partition("/")[0], []).append(clause)
    return tuple(Family(name, tuple(_shown(clause, ids) for clause in group)) for name, group in grouped.items())


def _digest(script: str) -> str:
    """How a policy names a script: "sha256-" and its hash."""
    return f"sha256-{b64encode(hashlib.sha256(str(script).encode()).digest()).decode()}"


# --- A clause ------------------------------------------------------------------------------------------------------


def _shown(clause: Clause, ids: set[str]) -> Shown:
    return Shown(
        clause,
        tuple(_wordings(clause)),
        tuple((each.name, str(each.type), described(clause, each)) for each in clause.variables),
        tuple(_example(each) for each in clause.examples),
        tuple(_sources(clause.provenance)),
        tuple((each, each.partition("@")[0] in ids) for each in clause.related),
        "\n".join(draft_lines(clause)),
        _rungs(clause),
    )


def _rungs(clause: Clause) -> tuple[int, ...]:
    return tuple(sorted({rung for rung in (clause.strength, *(each.strength for each in clause.alternates)) if rung}))


def _wordings(clause: Clause) -> list[Wording]:
    """The wordings from soft to strong; those without a rung stay behind the text of the clause."""
    items = tuple(pieces(item) for item in clause.items)
    own = Wording("", "", clause.strength, pieces(clause.text), items)
    others = [Wording(each.name, each.note, each.strength, pieces(each.text), items) for each in clause.alternates]
    ladder = [each for each in (own, *others) if each.strength]
    return [*sorted(ladder, key=lambda each: each.strength or 0), *(each for each in (own, *others) if not each.strength)]


def _example(example: Example) -> Wording:
    return Wording(example.alternate, "", None, pieces(example.text), tuple(pieces(item) for item in example.items))


def _sources(provenance: Sequence[Provenance]) -> Iterator[tuple[str, str]]:
    """The texts, each once, with the paragraphs: ("A/RES/78/111", "paragraphs 3 and 19")."""
    texts: dict[str, list[str]] = {}
    for source in provenance:
        texts.setdefault(source.symbol, []).append(str(source.paragraph))
    for symbol, numbers in texts.items():
        *first, last = numbers
        yield symbol, f"paragraphs {', '.join(first)} and {last}" if first else f"paragraph {last}"


# --- A wording -----------------------------------------------------------------------------------------------------


def pieces(template: str) -> tuple[Piece, ...]:
    """A template, or a filled text, as the stretches that a reader sees; what is no template is shown as it stands.

    Example:
        >>> [piece.text for piece in pieces("report{% if many %}s{% endif %} on {{ topic }};")]
        ['report', '[', 's', ']', ' on ', 'topic', ';']
    """
    found: list[Piece] = []
    italic = False
    for token in _TOKEN.finditer(SPACES.sub(" ", template).strip(" ")):
        if token.lastgroup == "star":
            italic ^= len(token[0]) in (1, 3)
            continue
        piece = _piece(token, italic)
        if piece.kind == "text" and found and (found[-1].kind, found[-1].italic) == ("text", italic):
            piece = Piece("text", found.pop().text + piece.text, italic)
        found.append(piece)
    return tuple(found)


def _piece(token: re.Match[str], italic: bool) -> Piece:
    kind, said = str(token.lastgroup), token[str(token.lastgroup)]
    if kind == "blank":
        name, _, how = said.partition("|")
        return Piece("blank", name.strip(), italic, how.strip())
    if kind == "tag":
        return _mark(said.strip(), italic)
    if kind == "note":
        return Piece("note", said.strip(" {}"))
    if kind == "ref":
        return Piece("blank", said.strip(" {}"), italic, "the number of a paragraph")
    return Piece("text", said, italic)


def _mark(tag: str, italic: bool) -> Piece:
    """A condition as brackets round what depends on it, a stroke before what stands there otherwise."""
    word, _, condition = tag.partition(" ")
    signs = {"if": "[", "elif": "|", "else": "|", "endif": "]"}
    if word not in signs:
        return Piece("text", f"{{% {tag} %}}", italic)
    return Piece("mark", signs[word], italic, f"if {condition.strip()}" if condition else "")
