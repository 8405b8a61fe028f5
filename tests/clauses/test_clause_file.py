"""Reading clause files: what they hold, and errors that say where."""

from __future__ import annotations

import pytest

from draftkit.clauses.clause import Clause, Type
from draftkit.clauses.clause_file import read, values_of
from draftkit.errors import ClauseError, DraftkitError
from draftkit.tree import Section
from draftkit.yaml_text import load

FILE = """\
id: archive/request
version: 2
part: operative
title: Request about archives
use_when: The archives matter.
variables:
  session: {type: session, default: next}
  topic: {type: text, example: the archives, note: A noun.}
  aside: {type: text, default: ""}
text: |-
  *Requests* the Secretary-General
  to report on {{ topic }};
alternates:
  invite:
    note: Softer.
    strength: 2
    text: |-
      *Invites* the Secretary-General to report on {{ topic }};
strength: 3
provenance:
  - {symbol: A/RES/79/124, paragraph: 14}
related: [archive/note]
examples:
  - with: {topic: the archives}
    text: |-
      *Requests* the Secretary-General to report on the archives;
"""


def test_all_keys_are_read() -> None:
    clause = read(FILE, "archive.yaml")
    assert (clause.id, clause.version, clause.reference) == ("archive/request", 2, "archive/request@2")
    assert (clause.part, clause.strength, clause.place) == (Section.OPERATIVE, 3, "archive.yaml:1")
    assert clause.text == "*Requests* the Secretary-General to report on {{ topic }};"
    assert [(v.name, v.type, v.default) for v in clause.variables] == [
        ("session", Type.SESSION, "next"),
        ("topic", Type.TEXT, None),
        ("aside", Type.TEXT, ""),
    ]
    assert clause.variables[1].note == "A noun."
    assert [(a.name, a.note, a.strength) for a in clause.alternates] == [("invite", "Softer.", 2)]
    assert [(p.symbol, p.paragraph) for p in clause.provenance] == [("A/RES/79/124", 14)]
    assert clause.related == ("archive/note",)
    assert dict(clause.examples[0].values) == {"topic": "the archives"}


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("id: archive/request", "id: Archive", 1, "is not an id"),
        ("version: 2", "version: two", 2, "is not a whole number"),
        ("version: 2", "version: 0", 2, "is not a whole number from 1 on"),
        ("part: operative", "part: annex", 3, "is no part"),
        ("title: Request about archives", "title: []", 4, "here should stand a text"),
        ("title: Request about archives", "heading: x", 4, 'unknown key "heading"'),
        ("{type: session, default: next}", "{type: sessions}", 7, "is no type of variable"),
        ("{type: session, default: next}", "{default: next}", 7, "has no type"),
        ("  session: {", "  not: {", 7, "cannot be a name"),
        ("  session: {", "  __class__: {", 7, "cannot be a name"),
        ("note: Softer.", "wote: Softer.", 15, 'unknown key "wote"'),
        ("paragraph: 14", "paragraph: first", 21, "is not a whole number"),
        (", paragraph: 14", "", 21, "a symbol and a paragraph"),
        ("[archive/note]", "[archive note]", 22, "is not an id"),
        ("use_when: The archives matter.", 'use_when: "\\e[31mred"', 5, "control character"),
        ("part: operative", "part: !!python/name:os.system operative", 3, "YAML tags"),
        ("part: operative", "part: &a operative", 3, "YAML anchors"),
    ],
)
def test_an_error_names_file_line_and_clause(old: str, new: str, line: int, words: str) -> None:
    assert old in FILE
    with pytest.raises(ClauseError) as caught:
        read(FILE.replace(old, new, 1), "archive.yaml")
    assert words in str(caught.value)
    assert str(caught.value).startswith(f"archive.yaml:{line}")
    if not new.startswith("id:") and "YAML" not in words:
        assert "archive/request" in caught.value.where


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("  *Requests* the Secretary-General\n", "  *Requests* LONG\n", 10),
        ("      *Invites* the Secretary-General to report on {{ topic }};\n", "      *Invites* LONG;\n", 17),
        ("alternates:\n", "items: [To wait;, 'To LONG;']\nalternates:\n", 13),
    ],
)
def test_a_template_that_is_longer_than_what_may_be_filled_is_refused_with_its_place(old: str, new: str, line: int) -> None:
    assert old in FILE
    at_the_limit = FILE.replace(old, new.replace("LONG", "{{ topic }} " * 1_600), 1)
    assert read(at_the_limit, "archive.yaml").id == "archive/request"
    with pytest.raises(ClauseError) as caught:
        read(FILE.replace(old, new.replace("LONG", "{{ topic }} " * 1_700), 1), "archive.yaml")
    said = "the text has more than 20,000 characters; shorten it: a clause is one paragraph"
    assert str(caught.value) == f"archive.yaml:{line}, archive/request: {said}"


@pytest.mark.parametrize("key", ["id", "version", "part", "title", "text"])
def test_a_missing_key_is_named(key: str) -> None:
    fields = {
        "id": "id: a/b", "version": "version: 1", "part": "part: preamble", "title": "title: T",
        "text": "text: |-\n  *Noting* it,",
    }  # fmt: skip
    assert read("\n".join(fields.values()), "x.yaml").id == "a/b"
    del fields[key]
    with pytest.raises(ClauseError, match=f'the key "{key}" is missing'):
        read("\n".join(fields.values()), "x.yaml")


@pytest.mark.parametrize("source", ["", "   \n", "- a\n- b\n", "just words", "id: [", "x: 1\n" * 50_000, "a: " + "[" * 3000])
def test_what_is_no_clause_is_refused(source: str) -> None:
    with pytest.raises(ClauseError) as caught:
        read(source, "x.yaml")
    assert "x.yaml" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_list_of_values_is_one_value() -> None:
    assert values_of(load("states: [Ghana, Portugal]\nday: 1 June 2027", "x")) == {"states": "Ghana, Portugal", "day": "1 June 2027"}
    with pytest.raises(DraftkitError, match="not a list or mapping"):
        values_of(load("states: {a: b}", "x"))


BASE = """\
id: archive/note
version: 1
part: operative
title: Archives noted
use_when: Always.
variables:
  topic: {type: text, example: lamps}
text: |-
  *Notes* {{ topic }};
provenance:
  - {symbol: A/RES/78/900, paragraph: 1}
examples:
  - with: {topic: oil}
    text: |-
      *Notes* oil;
"""


def under(reference: str) -> Clause:
    if reference.partition("@")[0] != "archive/note":
        raise ClauseError("there is none", remedy="look again")
    return read(BASE, "base.yaml")


def test_a_clause_of_ones_own_takes_what_it_does_not_say_from_the_one_it_extends() -> None:
    own = read("id: archive/note\nversion: 2\nextends: archive/note@1\nnot_when: Never.\ncost: A new report.\n", "own.yaml", under)
    assert (own.reference, own.extends, own.place) == ("archive/note@2", "archive/note@1", "own.yaml:1")
    assert (own.text, own.use_when, own.not_when, own.cost) == ("*Notes* {{ topic }};", "Always.", "Never.", "A new report.")
    assert len(own.examples) == len(own.provenance) == 1


def test_examples_and_provenance_are_those_of_a_wording() -> None:
    own = read("id: archive/ours\nversion: 1\nextends: archive/note\ntext: '*Notes* all {{ topic }};'\n", "own.yaml", under)
    assert (own.text, own.examples, own.provenance, own.title) == ("*Notes* all {{ topic }};", (), (), "Archives noted")


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("id: a/b\nversion: 1\nextends: nothing/there\n", "own.yaml:3, a/b: there is none; look again"),
        ("id: a/b\nversion: 1\nextends: Nothing\n", 'own.yaml:3, a/b: "Nothing" is not a clause; name one of the standard library: report/request'),
        ("id: a/b\nextends: archive/note\n", 'own.yaml:1, a/b: the key "version" is missing; add "version:"'),
    ],
)
def test_what_cannot_be_extended_is_an_error_with_its_place(source: str, error: str) -> None:
    with pytest.raises(ClauseError) as caught:
        read(source, "own.yaml", under)
    assert str(caught.value) == error


def test_the_standard_library_has_nothing_under_it() -> None:
    with pytest.raises(ClauseError, match="no library under this one"):
        read("id: a/b\nversion: 1\nextends: archive/note\n", "own.yaml")
