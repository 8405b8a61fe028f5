"""The JSON Schema of drafts says what the reader accepts: the same keys, and every draft that draftkit writes fits."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from draftkit.model import (
    AgendaItem,
    Annex,
    Cell,
    ClauseEntry,
    Heading,
    Masthead,
    Note,
    Opaque,
    Paragraph,
    Part,
    Resolution,
    Scheme,
    Table,
    Text,
)  # fmt: skip
from draftkit.readers import draft, read
from draftkit.writers.draft import write

PROJECT = Path(__file__).resolve().parent.parent.parent
SCHEMA: dict[str, Any] = json.loads((PROJECT / "src" / "draftkit" / "schemas" / "draft.json").read_text("utf-8"))


def faults(source: str) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(SCHEMA).iter_errors(YAML(typ="safe").load(source))]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (draft._TOP, SCHEMA),
        (draft._DOCUMENT, SCHEMA["$defs"]["document"]),
        (draft._PART, SCHEMA["$defs"]["part"]),
        (draft._PARAGRAPH, SCHEMA["$defs"]["paragraph"]),
        (draft._HEADING, SCHEMA["$defs"]["heading"]),
        (draft._TABLE, SCHEMA["$defs"]["table"]),
        (draft._CLAUSE, SCHEMA["$defs"]["clause"]),
        (draft._UNREAD, SCHEMA["$defs"]["unread"]),
    ],
    ids=["top", "document", "part", "paragraph", "heading", "table", "clause", "unread"],
)
def test_keys_are_those_of_the_reader(keys: frozenset[str], place: dict[str, Any]) -> None:
    assert set(place["properties"]) == keys


def test_the_example_draft_fits() -> None:
    assert faults((PROJECT / "examples" / "draft.yaml").read_text("utf-8")) == []


@pytest.mark.parametrize("name", ["A_RES_76_901.txt", "A_RES_78_902.md", "A_RES_80_903.md"])
def test_a_text_read_from_elsewhere_fits(name: str) -> None:
    assert faults(write(read(PROJECT / "examples" / name).resolution, prior=name)) == []


words = st.text(st.sampled_from("abc XYZ 12:#*[{\\^-“”'\"~!&%@"), max_size=20).map(str.strip)
content = words.map(lambda text: (Text(text),) if text else ())
ids = st.from_regex(r"[a-z][a-z0-9]{0,5}", fullmatch=True)
unread = st.builds(Opaque, ids, content, st.sampled_from(["image", "text box", "080", "null"]))
labels = st.sampled_from([None, "", "4 bis.", "7.", "(b)"])


def blocks(depth: int = 2) -> st.SearchStrategy[Any]:
    tables = st.builds(Table, ids, st.lists(st.lists(st.builds(Cell, content, st.integers(1, 3)), min_size=1, max_size=3).map(tuple), min_size=1, max_size=3).map(tuple), st.integers(0, 2))
    items = st.just(()) if depth == 0 else st.lists(st.one_of(paragraphs(depth - 1), tables, unread), max_size=2).map(tuple)
    kinds = [
        st.builds(Paragraph, ids, content, items, labels),
        st.builds(Heading, ids, content, st.sampled_from(Scheme), labels, st.booleans()),
        tables,
        unread,
        st.builds(ClauseEntry, ids, st.just("report/request@1"), st.lists(st.tuples(ids, words), max_size=2, unique_by=lambda pair: pair[0]).map(tuple), ids),
    ]
    return st.lists(st.one_of(kinds), max_size=3).map(tuple)


def paragraphs(depth: int) -> st.SearchStrategy[Paragraph]:
    items = st.just(()) if depth == 0 else st.lists(paragraphs(depth - 1), max_size=2).map(tuple)
    return st.builds(Paragraph, ids, content, items, labels)


mastheads = st.builds(
    Masthead, symbol=words, distribution=words, issued=words, original=words, session=st.integers(0, 99), committee=words,
    agenda=st.lists(st.builds(AgendaItem, words, words), max_size=2).map(tuple), adopted=words, basis=words,
    sponsors=st.lists(words.filter(bool), max_size=2).map(tuple), heading=words,
    others=st.lists(words, max_size=2).map(tuple),
)  # fmt: skip
annexes = st.lists(st.builds(Annex, ids, words, content, blocks(0)), max_size=1).map(tuple)
parts = st.builds(Part, blocks(), blocks(), annexes, words, content, st.one_of(st.none(), content), words, words)
notes = st.lists(st.builds(Note, ids, content, st.one_of(st.just(""), ids), st.integers(0, 20)), max_size=3, unique_by=lambda note: note.id)
resolutions = st.builds(Resolution, mastheads, content, st.lists(parts, min_size=1, max_size=2).map(tuple), notes.map(tuple))


@given(resolutions)
@settings(max_examples=60, deadline=None)
def test_whatever_is_written_fits(resolution: Resolution) -> None:
    assert faults(write(resolution)) == []


@pytest.mark.parametrize(
    "source",
    [
        "draftkit: 2\n",
        "title: No version\n",
        "draftkit: 1\npreambel: []\n",
        "draftkit: 1\noperative:\n  - id: no-text\n",
        "draftkit: 1\noperative:\n  - {id: Not An Id, text: a}\n",
        "draftkit: 1\ndocument: {session: eighty}\n",
        "draftkit: 1\noperative:\n  - {clause: a@1, text: b}\n",
        "draftkit: 1\noperative:\n  - {heading: a, scheme: arabic}\n",
        "draftkit: 1\noperative:\n  - {heading: a, restart: yes}\n",
        "draftkit: 1\noperative:\n  - {id: title, text: a}\n",
        "draftkit: 1\noperative:\n  - {id: a.b, text: a}\n",
        "draftkit: 1\noperative:\n  - {text: a, number: 5 bis}\n",
        "draftkit: 1\nparts: []\noperative: []\n",
        "draftkit: 1\noperative:\n  - {unread: image}\n",
        "draftkit: 1\noperative:\n  - {unread: '', text: a}\n",
        "draftkit: 1\noperative:\n  - {unread: image, text: a, number: 5.}\n",
    ],
    ids=["version", "no-version", "key", "no-text", "id", "session", "clause-and-text", "scheme", "restart", "taken-id", "dotted-id", "number", "parts", "unread-no-text", "unread-nothing", "unread-number"],
)
def test_what_the_reader_refuses_does_not_fit(source: str) -> None:
    from draftkit.errors import DraftkitError

    assert faults(source)
    with pytest.raises(DraftkitError):
        draft.read(source, "draft.yaml")


def test_every_property_is_explained() -> None:
    """Editors show a title or a description at every key."""
    bare: list[str] = []

    def visit(node: Any, place: str) -> None:
        if not isinstance(node, dict):
            return
        for key, value in node.get("properties", {}).items():
            told = value | SCHEMA["$defs"].get(value.get("$ref", "").rpartition("/")[2], {})
            if not {"title", "description"} & told.keys():
                bare.append(f"{place}/{key}")
        for key, value in node.items():
            visit(value, f"{place}/{key}")

    visit(SCHEMA, "")
    assert bare == []
