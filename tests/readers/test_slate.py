"""The slate: what it says, and what is refused with its line."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from draftkit.errors import Unreadable
from draftkit.readers import slate
from draftkit.readers.slate import Wanted

PROJECT = Path(__file__).resolve().parent.parent.parent
SCHEMA = json.loads((PROJECT / "src" / "draftkit" / "schemas" / "slate.json").read_text("utf-8"))
WHOLE = """\
title: Sixth Committee, eighty-first session
session: 81
folder: rolled/week
also: [ilc]
house-style: true
texts:
  - prior: ../priors/A_RES_79_124.xml
    draft: missions.yaml
  - prior: priors\\A_RES_79_125.docx
    session: 82
    also: []
    house-style: false
  - A_RES_79_126.pdf
"""


def read(source: str) -> slate.Slate:
    return slate.read(source.encode(), "weeks/sixth.yaml")


def fits(source: str) -> bool:
    return Draft202012Validator(SCHEMA).is_valid(YAML(typ="safe").load(source))


def test_says_what_is_rolled_how_and_whereto() -> None:
    all_over = Wanted(81, frozenset({"ilc"}), house_style=True)
    found = read(WHOLE)
    assert (found.title, found.folder) == ("Sixth Committee, eighty-first session", "rolled/week")
    assert [(entry.prior, entry.draft, entry.wanted, entry.line) for entry in found.entries] == [
        ("../priors/A_RES_79_124.xml", "missions.yaml", all_over, 7),
        ("priors/A_RES_79_125.docx", "A_RES_79_125.yaml", Wanted(82), 9),
        ("A_RES_79_126.pdf", "A_RES_79_126.yaml", all_over, 13),
    ]
    assert fits(WHOLE)


def test_names_are_enough() -> None:
    found = read("texts: [a.xml, b.xml]")
    assert (found.title, found.folder, [entry.draft for entry in found.entries]) == ("sixth", "sixth", ["a.yaml", "b.yaml"])
    assert [entry.wanted for entry in found.entries] == [Wanted(), Wanted()]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("", " the slate is empty"),
        ("# nothing yet\n\n", " the slate is empty"),
        ("session: 81\n", "1: the slate has no texts"),
        ("session: 81\ntexts: []\n", "2: the slate has no texts"),
        ("texts: a.xml\n", "1: here should stand a list"),
        ("sesion: 81\ntexts: [a.xml]\n", '1: unknown key "sesion"'),
        ("texts:\n  - a.xml\n  - prior: b.xml\n    name: c\n", '4: unknown key "name"'),
        ("texts:\n  - draft: a.yaml\n", '2: a text of the slate needs a "prior:"'),
        ("session: next\ntexts: [a.xml]\n", '1: "next" is not the number of a session'),
        ("session: 0\ntexts: [a.xml]\n", '1: "0" is not the number of a session'),
        ("house-style: 1\ntexts: [a.xml]\n", '1: house-style: "1" is neither true nor false'),
        ("also: ilc\ntexts: [a.xml]\n", "1: here should stand a list"),
        ("texts:\n  - /etc/passwd\n", '2: "/etc/passwd" is not a relative path'),
        ("texts:\n  - 'C:\\a.xml'\n", "2: \"C:\\a.xml\" is not a relative path"),
        ("texts:\n  - '\\\\host\\a.xml'\n", '2: "\\\\host\\a.xml" is not a relative path'),
        ("texts:\n  - ''\n", "2: '' is not the path of a file"),
        ("texts:\n  - '-'\n", "2: '-' is not the path of a file"),
        ("folder: ..\ntexts: [a.xml]\n", '1: ".." leads out of the folder of the slate'),
        ("folder: /tmp\ntexts: [a.xml]\n", '1: "/tmp" is not a relative path'),
        ("texts:\n  - {prior: a.xml, draft: ../a.yaml}\n", '2: "../a.yaml" leads out of the folder of the slate'),
        ("texts:\n  - {prior: a.xml, draft: '..\\a.yaml'}\n", '2: "../a.yaml" leads out of the folder of the slate'),
        ("texts:\n  - {prior: a.xml, draft: 'a.txt:b.yaml'}\n", '2: "a.txt:b.yaml" leads out of the folder of the slate'),
        ("texts:\n  - {prior: a.xml, draft: a.docx}\n", '2: "a.docx" is not the name of a draft; name it a.yaml'),
    ],
)  # fmt: skip
def test_what_is_refused_does_not_fit_the_schema_either(source: str, message: str) -> None:
    with pytest.raises(Unreadable) as raised:
        read(source)
    assert str(raised.value).startswith(f"weeks/sixth.yaml:{message}")
    assert not fits(source)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("texts: [a/x.xml, b/X.pdf]\n", '1: the draft "X.yaml" is made twice: here and of a/x.xml in line 1'),
        ("texts:\n  - a/x.xml\n  - {prior: y.xml, draft: b/../x.yaml}\n", '3: the draft "x.yaml" is made twice: here and of a/x.xml in line 2'),
        ("texts: [a.xml]\ntexts: [b.xml]\n", '2: the key "texts" stands twice'),
        ("texts: [a.xml]\nalso:\n  - moon\n", '3: "moon" is no body whose sessions are known; the keys are ilc, '),
        ("texts: &a [a.xml]\n", "1: YAML anchors (&a) are not allowed"),
        ('texts: ["a\\0.xml"]\n', "1: 'a\\x00.xml' is not the path of a file"),
    ],
)
def test_what_only_a_reader_sees(source: str, message: str) -> None:
    with pytest.raises(Unreadable) as raised:
        read(source)
    assert str(raised.value).startswith(f"weeks/sixth.yaml:{message}")


def test_bytes_of_no_text_are_no_slate() -> None:
    with pytest.raises(Unreadable, match="this is not a text file"):
        slate.read(bytes(range(256)) * 20, "sixth.yaml")


def test_the_schema_has_the_keys_of_the_reader_and_explains_each() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    text = SCHEMA["$defs"]["text"]["properties"]
    assert (set(SCHEMA["properties"]), set(text)) == (slate.TOP, slate.ENTRY)
    assert all(value.get("description") for value in (*SCHEMA["properties"].values(), *text.values()))


def test_the_manual_and_the_example_are_slates() -> None:
    manual = (PROJECT / "docs" / "slate-file.md").read_text("utf-8")
    found = re.findall(r"^```yaml.*?\n(.*?)^```$", manual, re.MULTILINE | re.DOTALL)
    assert len(found) == 2
    for source in (*found, (PROJECT / "examples" / "slate.yaml").read_text("utf-8")):
        assert read(source).entries
        assert fits(source)
    assert [key for key in slate.TOP | slate.ENTRY if f"`{key}`" not in manual] == []


PIECES = st.sampled_from(["texts:", "\n", "  - ", "- ", "prior: ", "a.xml", "../", "draft: ", "session: ", "81", "[", "]", "{", "}", ", ", '"', "\\", "\0", "é", ":", "also: ", "ilc", "&a", "*a", "!!x", "\t"])


@given(st.one_of(st.binary(max_size=60), st.lists(PIECES, max_size=25).map(lambda pieces: "".join(pieces).encode())))
@settings(max_examples=150, deadline=None)
def test_anything_is_read_or_refused(data: bytes) -> None:
    try:
        found = slate.read(data, "sixth.yaml")
    except Unreadable:
        return
    assert found.entries
    assert all(".." not in f"{found.folder}/{entry.draft}".split("/") for entry in found.entries)
