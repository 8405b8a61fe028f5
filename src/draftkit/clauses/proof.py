"""Proofreading a library: what would go wrong, or look wrong, when its clauses are used.

Each rule is a function from a clause (and the library it stands in) to what it finds; ``RULES`` lists them. What only the whole
library shows, clauses that say nearly the same, comes behind them (``duplicates``).

Example:
    >>> [(finding.code, finding.message) for finding in check(library)]
    [('clause-punctuation', 'an operative paragraph ends with ";", this one with "."')]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from draftkit import inline
from draftkit.clauses.clause import Clause, Example, Type, Variable
from draftkit.clauses.duplicates import Pair, duplicates, names_of
from draftkit.clauses.fill import fill, fill_items, heads_a_section
from draftkit.clauses.library import Library
from draftkit.clauses.templates import names
from draftkit.clauses.values import value
from draftkit.errors import ClauseError
from draftkit.model import Finding, Findings, Severity, Text
from draftkit.tree import Section
from draftkit.un.symbols import Symbol, resolution_number

STRONGEST = 9
"""The highest strength; the lowest is 1."""

SAMPLE_SESSION = 81
"""The session that fills a clause for the proof, where the clause itself gives no example."""

_ENDINGS = {Section.PREAMBLE: (",",), Section.OPERATIVE: (";",)}  # un-rules B2, C2
_ITEM_ENDINGS = {Section.PREAMBLE: (",", ";"), Section.OPERATIVE: (";",)}  # un-rules B5, C2
_KIND = {Section.PREAMBLE: "a preambular", Section.OPERATIVE: "an operative"}

_MISNAMED = "correct its id, or take it away"

Found = Iterator[Finding]


def check(library: Library) -> Findings:
    """What is wrong in a library, clause by clause; ``paragraph`` of a finding is the clause's reference."""
    pairs: dict[str, list[Pair]] = {}
    for pair in duplicates(library):
        pairs.setdefault(pair.clause.reference, []).append(pair)
    return tuple(
        replace(finding, paragraph=clause.reference, line=int(clause.place.rpartition(":")[2] or 0))
        for clause in library.every()
        for finding in (*_found(clause, library), *map(_alike, pairs.get(clause.reference, ())))
    )


def _found(clause: Clause, library: Library) -> Found:
    for rule in RULES:
        yield from rule(clause, library)


def _place(clause: Clause, _: Library) -> Found:
    """The file is called after the clause and lies in the folder of its part."""
    file = clause.place.rpartition(":")[0].rpartition("/")
    stem = clause.id.replace("/", "-")
    allowed = (f"{stem}.yaml", f"{stem}@{clause.version}.yaml")
    if file[0].rpartition("/")[2] != clause.part.value or file[2] not in allowed:
        yield _error("clause-file", "the file is not called after the clause", f"call it {clause.part}/{allowed[0]}")


def _variables(clause: Clause, _: Library) -> Found:
    """The texts are templates, and name all the declared variables and no others."""
    used: set[str] = set()
    for template in _templates(clause):
        try:
            used |= names(template)
        except ClauseError as error:
            yield _error("clause-template", error.what, error.remedy)
            return
    declared = {variable.name for variable in clause.variables}
    for name in sorted(used - declared):
        yield _error("clause-undeclared", f'the text names "{name}", which is not declared', 'add it under "variables:"')
    for name in sorted(declared - used):
        yield Finding("clause-unused", Severity.WARNING, f'the variable "{name}" is not used', fix="take it away")


def _samples(clause: Clause, _: Library) -> Found:
    """A variable has an example or a default of its type: that is what `clause show` tells a drafter to write."""
    for variable in clause.variables:
        try:
            value(variable, _sample(variable), SAMPLE_SESSION)
        except ClauseError as error:
            what = f"the example or default of {variable.name} does not do: {error.what}"
            yield _error("clause-variable", what, error.remedy)


def _wording(clause: Clause, _: Library) -> Found:
    """Filled with its examples, every wording opens in italics and ends as its part wants (un-rules B1, B2, C1, C2)."""
    values = {variable.name: _sample(variable) for variable in clause.variables}
    try:
        items = fill_items(clause, values, next_session=SAMPLE_SESSION)
    except ClauseError as error:
        yield _error("clause-fill", f"its subparagraphs cannot be filled: {error.what}", error.remedy)
        return
    for alternate in ("", *(wording.name for wording in clause.alternates)):
        try:
            text = fill(clause, values, next_session=SAMPLE_SESSION, alternate=alternate)
        except ClauseError as error:
            yield _error("clause-fill", f"{_named(alternate)}it cannot be filled: {error.what}", error.remedy)
            continue
        yield from _opening(text, alternate)
        what = f"{_named(alternate)}{_KIND[clause.part]} paragraph"
        endings = (",",) if heads_a_section(clause.part, text) else _ENDINGS[clause.part]
        yield from _ending(text, (":",) if items else endings, what)
        if not alternate:
            for item in items:
                yield from _ending(item, _ITEM_ENDINGS[clause.part], "a subparagraph")


def _opening(text: str, alternate: str) -> Found:
    first = next(iter(inline.parse(text)), None)
    if not (isinstance(first, Text) and first.italic and first.text[:1].isupper()):
        what = f"{_named(alternate)}the opening words are not in italics"
        yield _error("clause-opener", what, "write *Requests* the ...")


def _ending(text: str, endings: tuple[str, ...], what: str) -> Found:
    bare = re.sub(r"(?:\[\^[^\]]*\])+$", "", text)  # note indicators stand after the punctuation (un-rules E2)
    if not bare.endswith(endings):
        wanted = " or ".join(f'"{ending}"' for ending in endings)
        message = f'{what} ends with {wanted}, this one with "{bare[-1:]}"'
        yield _error("clause-punctuation", message, f"end it with {wanted}")


def _examples(clause: Clause, _: Library) -> Found:
    """There is an example, and the clause filled with its values says just what the example says."""
    if not clause.examples:
        yield Finding("clause-example", Severity.WARNING, "the clause has no example", fix='add one under "examples:"')
    for number, example in enumerate(clause.examples, 1):
        try:
            text, items = _again(clause, example)
        except ClauseError as error:
            yield _error("clause-example", f"example {number} cannot be filled: {error.what}", error.remedy)
            continue
        if text != example.text or items != example.items:
            pairs = zip((text, *items), (example.text, *example.items), strict=False)
            says = next((filled for filled, wanted in pairs if filled != wanted), "another number of items")
            yield _error("clause-example", f"example {number} does not say what the clause gives", f"it gives: {says}")


def _again(clause: Clause, example: Example) -> tuple[str, tuple[str, ...]]:
    text = fill(clause, example.values, next_session=None, alternate=example.alternate)
    return text, fill_items(clause, example.values, next_session=None)


def _facts(clause: Clause, library: Library) -> Found:
    """Related clauses exist, symbols are symbols, strengths are on the ladder."""
    for other in clause.related:
        if other not in library.clauses:
            yield _error("clause-related", f'the related clause "{other}" does not exist', _MISNAMED)
    yield from _named_in_words(clause, library)
    for source in clause.provenance:
        if not (resolution_number(source.symbol) or Symbol.parse(source.symbol)):
            yield _error("clause-provenance", f'"{source.symbol[:40]}" is no document symbol', "write it as A/RES/79/124")
    for strength in (clause.strength, *(wording.strength for wording in clause.alternates)):
        if strength is not None and not 1 <= strength <= STRONGEST:
            yield _error("clause-strength", f"the strength {strength} is off the ladder", f"it goes from 1 to {STRONGEST}")


def _named_in_words(clause: Clause, library: Library) -> Found:
    """What ``use_when`` and ``not_when`` name exists; "and/or" is no clause: no id has a half of it."""
    for key, text in (("use_when", clause.use_when), ("not_when", clause.not_when)):
        unknown = names_of(text) - library.clauses.keys()
        halves = {half for name in library.clauses for half in _halves(name)} if unknown else set()
        for name in sorted(unknown):
            if halves & _halves(name):
                yield _error("clause-related", f'{key} names the clause "{name[:60]}", which does not exist', _MISNAMED)


def _halves(name: str) -> set[str]:
    """The family and the name, which do not stand for each other: "report/", "/request"."""
    family, _, last = name.partition("/")
    return {f"{family}/", f"/{last}"}


def _alike(pair: Pair) -> Finding:
    """What is said of a clause that says nearly what another says."""
    other = f"{pair.other.id}, {pair.others_alternate}," if pair.others_alternate else pair.other.id
    said = f"{_named(pair.alternate)}it says nearly what {other} says ({int(100 * pair.share)}% of the words in order)"
    fix = f"make it an alternate of {pair.other.id}, or say in not_when what sets it apart from {pair.other.id}"
    return Finding("clause-duplicate", Severity.WARNING, said, fix=fix)


RULES: tuple[Callable[[Clause, Library], Found], ...] = (_place, _variables, _samples, _wording, _examples, _facts)


def _error(code: str, message: str, fix: str) -> Finding:
    return Finding(code, Severity.ERROR, message, fix=fix)


def _templates(clause: Clause) -> tuple[str, ...]:
    return (clause.text, *clause.items, *(wording.text for wording in clause.alternates))


def _sample(variable: Variable) -> str:
    if variable.example:
        return variable.example
    if variable.default:
        return variable.default
    return str(SAMPLE_SESSION) if variable.type is Type.SESSION else ""


def _named(alternate: str) -> str:
    return f"the alternate {alternate}: " if alternate else ""
