"""A clause -> the text of its file (docs/clause-file.md), as ``clause_file.read`` takes it in again.

Example:
    >>> clause_file.read(written(clause), "new.yaml").text == clause.text
    True
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from draftkit.clauses.clause import SPACES, Clause, Example, Variable
from draftkit.clauses.templates import wrapped

SCHEMA = "clause.schema.json"
"""The JSON Schema of clause files as it lies in a library, beside the folders of its parts."""

WIDTH = 120
_PLAIN = re.compile(r"[A-Za-z][A-Za-z ,/-]*[A-Za-z]|[1-9][0-9]*(?:/[0-9]+)?")
_WORDS_OF_YAML = frozenset(("yes", "no", "on", "off", "true", "false", "null"))


def written(clause: Clause) -> str:
    """The text of the file, with the keys that a new clause has: alternates and strength are a person's to add.

    Its first line tells editors where the schema lies, from the folder of the clause's part.
    """
    return "".join(f"{line}\n" for line in _lines(clause))


def _lines(clause: Clause) -> Iterator[str]:
    yield f"# yaml-language-server: $schema=../{SCHEMA}"
    yield f"id: {clause.id}"
    yield f"version: {clause.version}"
    yield f"part: {clause.part}"
    yield f"title: {_scalar(clause.title)}"
    yield f"use_when: {_scalar(clause.use_when)}"
    if clause.variables:
        yield from ("variables:", *map(_variable, clause.variables))
    yield from ("text: |-", *_block(clause.text, "  "))
    if clause.items:
        yield "items:"
        for item in clause.items:
            yield from ("  - |-", *_block(item, "    "))
    if clause.provenance:
        yield "provenance:"
        for source in clause.provenance:
            yield f"  - {{symbol: {_flow(source.symbol)}, paragraph: {source.paragraph}}}"
    if clause.examples:
        yield "examples:"
        for example in clause.examples:
            yield from _example(example)


def _variable(variable: Variable) -> str:
    return f"  {variable.name}: {{type: {variable.type}, example: {_flow(variable.example)}}}"


def _example(example: Example) -> Iterator[str]:
    if example.values:
        yield "  - with:"
        yield from (f"      {name}: {_scalar(value)}" for name, value in example.values.items())
        yield "    text: |-"
    else:
        yield "  - text: |-"
    yield from _block(example.text, "      ")
    if example.items:
        yield "    items:"
        for item in example.items:
            yield from ("      - |-", *_block(item, "        "))


def _scalar(text: str) -> str:
    """A value in one line; quoted where YAML would read something else than the text."""
    plain = _PLAIN.fullmatch(text) and text.lower() not in _WORDS_OF_YAML
    return text if plain else json.dumps(text, ensure_ascii=False)


def _flow(text: str) -> str:
    """The same in braces, where a comma ends the value."""
    return json.dumps(text, ensure_ascii=False) if "," in text else _scalar(text)


def _block(text: str, indent: str) -> list[str]:
    return wrapped(SPACES.sub(" ", text), WIDTH, indent)
