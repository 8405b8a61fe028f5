"""Libraries from elsewhere: whatever a file holds, it is refused in one line with its place, or does no harm, and costs no time."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from draftkit import inline
from draftkit.clauses import Clause, check, fill, load
from draftkit.clauses.clause import Alternate, Example, Type, Variable
from draftkit.clauses.clause_file import read
from draftkit.clauses.lines import line_of
from draftkit.clauses.match import Place, exactly, index, nearly
from draftkit.clauses.search import Asked, search
from draftkit.errors import ClauseError
from draftkit.tree import Section
from draftkit.writers.library_page import page

GOOD = """\
id: archive/note
version: 1
part: operative
title: Archives
use_when: Always.
text: |-
  *Notes* the archives;
examples:
  - text: |-
      *Notes* the archives;
"""
SECONDS = 4  # of the processor; each takes well under one on a machine that has nothing else to do


@contextmanager
def quick() -> Iterator[None]:
    before = time.process_time()
    yield
    assert time.process_time() - before < SECONDS


def proofread(root: Path) -> list[str]:
    """What is wrong with a library; reading it is lazy, so every clause is asked for."""
    return [finding.code for finding in check(load([root], standard=False))]


def refusal(root: Path) -> str:
    with quick(), pytest.raises(ClauseError) as caught:
        proofread(root)
    return str(caught.value)


# --- Files ---------------------------------------------------------------------------------------------------------

REFUSED: dict[str, tuple[str | bytes, str, str]] = {
    "tag": (GOOD.replace("version: 1", "version: !!python/object/apply:os.system [id]"), ":2", "YAML tags"),
    "tag at the root": ("!<tag:yaml.org,2002:map> " + GOOD, ":1", "YAML tags"),
    "laughs": ("a: &a [x, x]\nb: &b [*a, *a]\n" + GOOD, ":1", "YAML anchors"),
    "alias": (GOOD.replace("Archives", "*a"), ":4", "YAML aliases"),
    "merge": (GOOD + "<<: {a: b}\n", ":11", 'unknown key "<<"'),
    "lists": ("id: " + "[" * 60_000, ":1", "nested more than 50 deep"),
    "mappings": ("id: " + "{a: " * 20_000, ":1", "nested more than 50 deep"),
    "blocks": ("".join(" " * n + "a:\n" for n in range(400)), ":51", "nested more than 50 deep"),
    "dashes": ("id:\n  " + "- " * 40_000 + "x", ":2", "nested more than 50 deep"),
    "questions": ("? " * 40_000, ":1", "nested more than 50 deep"),
    "key twice": (GOOD + "title: Again\n", ":11", 'the key "title" stands twice'),
    "second document": (GOOD + "---\n" + GOOD, ":1", "a second YAML document"),
    "other version of YAML": ("%YAML 9.9\n---\n" + GOOD, ":1", "not YAML"),
    "too large": (GOOD + "#" * 200_000, "", "more than 100,000 characters"),
    "far too large": (GOOD + "#" * 500_000, "", "too large for a clause"),
    "NUL": (GOOD.replace("Archives", "a\0b"), "", "control characters are not allowed"),
    "escape": (GOOD.replace("Archives", "\x1b[31m"), "", "control characters are not allowed"),
    "escape, escaped": (GOOD.replace("Archives", r'"\e[2J"'), ":4", "control character"),
    "NUL, escaped": (GOOD.replace("Archives", r'"\0"'), ":4", "control character"),
    "escape in a key": (GOOD + '"\\e[2J": x\n', ":11", "the key holds a control character"),
    "bidirectional": (GOOD.replace("Archives", "a\u202eb"), ":4", "control character"),
    "half a pair": (GOOD.replace("Archives", r'"\ud800"'), ":4", "not YAML"),
    "Latin-1": (GOOD.replace("Archives", "caf\xe9").encode("latin-1"), "", "not UTF-8"),
    "UTF-16": (GOOD.encode("utf-16"), "", "not UTF-8"),
    "id that leads elsewhere": (GOOD.replace("archive/note", "../note"), ":1", "is not an id"),
    "key that is a list": ("? [a, b]\n: c\n" + GOOD, ":1", "not a list or mapping"),
    "list for a clause": ("- id\n- version\n", ":1", "here should stand a mapping"),
    "extends a list": (GOOD + "extends: [a/b]\n", ":11", "not a list or mapping"),
    "extends nothing": (GOOD + "extends:\n", ":11", "is not a clause"),
    "extends itself": (GOOD + "extends: archive/note@1\n", ":11", "it extends itself: archive/note@1 -> archive/note@1"),
    "extends a path": (GOOD + "extends: ../note\n", ":11", "is not a clause"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_in_one_line_with_its_place(name: str, tmp_path: Path) -> None:
    source, line, words = REFUSED[name]
    path = tmp_path / "library" / "operative" / "archive-note.yaml"
    path.parent.mkdir(parents=True)
    path.write_bytes(source if isinstance(source, bytes) else source.encode())
    said = refusal(tmp_path / "library")
    assert said.startswith(f"library/operative/archive-note.yaml{line}")
    assert words in said
    assert said.isprintable()
    assert "; " in said  # what to do about it


@pytest.mark.parametrize("source", ["\ufeff" + GOOD, GOOD.replace("\n", "\r\n"), GOOD.replace("Archives", "x" * 99_000), "%YAML 1.1\n---\n" + GOOD])
def test_what_does_no_harm_is_read(source: str, tmp_path: Path) -> None:
    (tmp_path / "operative").mkdir()
    (tmp_path / "operative" / "archive-note.yaml").write_text(source, encoding="utf-8", newline="")
    with quick():
        assert proofread(tmp_path) == []


PLACES: dict[str, tuple[Callable[[Path], object], str]] = {
    "a link to outside": (lambda path: path.symlink_to("/etc/hostname"), "a link to outside"),
    "a device": (lambda path: path.symlink_to("/dev/zero"), "a link to outside"),
    "a ring of links": (lambda path: path.symlink_to(path), "a link that leads to itself"),
    "a broken link": (lambda path: path.symlink_to(path.with_name("gone")), "cannot be read"),
    "a pipe": (lambda path: os.mkfifo(path), "this is no file"),
}


@pytest.mark.skipif(os.name != "posix", reason="links and pipes")
@pytest.mark.parametrize("name", PLACES)
def test_what_is_no_file_is_not_opened(name: str, tmp_path: Path) -> None:
    make, words = PLACES[name]
    make(tmp_path / "x.yaml")
    assert words in refusal(tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_folders_that_lead_into_themselves_or_are_called_like_files_hold_no_clause(tmp_path: Path) -> None:
    (tmp_path / "ring").symlink_to(tmp_path)
    (tmp_path / "x.yaml").mkdir()
    assert proofread(tmp_path) == []


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    for n in range(5_001):
        (tmp_path / f"{n}.yaml").touch()
    assert "more than 5,000 clause files" in refusal(tmp_path)


def test_clauses_of_one_folder_that_extend_one_another_are_refused(tmp_path: Path) -> None:
    for name, other in (("a", "b"), ("b", "a")):
        (tmp_path / f"{name}.yaml").write_text(f"id: x/{name}\nversion: 1\nextends: x/{other}\n", encoding="utf-8")
    assert "a.yaml:3, x/a: it extends itself: x/a@1 -> x/b@1 -> x/a@1" in refusal(tmp_path)


def test_a_chain_over_many_libraries_comes_to_an_end(tmp_path: Path) -> None:
    folders = []
    for n in range(30):
        folders.append(tmp_path / str(n))
        folders[-1].mkdir()
        (folders[-1] / "a.yaml").write_text(GOOD if not n else f"id: archive/note\nversion: 1\nextends: archive/note\ntitle: T{n}\n", encoding="utf-8")
    with quick():
        assert load(folders, standard=False).get("archive/note").title == "T29"


# --- Templates, patterns, searching, the page ----------------------------------------------------------------------


def made(text: str, *variables: Variable, **fields: object) -> Clause:
    return Clause("archive/test", 1, Section.OPERATIVE, "T", text, variables=variables, place="x.yaml:1", **fields)  # type: ignore[arg-type]


def many(count: int, default: str | None = None, kind: Type = Type.TEXT) -> tuple[Variable, ...]:
    return tuple(Variable(f"v{n}", kind, default, "lamp") for n in range(count))


def row(count: int, between: str = "") -> str:
    return between.join(f"{{{{ v{n} }}}}" for n in range(count))


CONDITIONS = "".join(f"{{% if v{n} %}} w{n}{{% endif %}}" for n in range(100))
BOMBS = {
    "2^100 wordings": (made(f"*Notes*{CONDITIONS};", *many(100, "")), "*Notes* " + " ".join(f"w{n}" for n in range(100)) + ";"),
    "2^100 ways to leave out": (made(f"*Notes* {row(100, ' ')};", *many(100, "")), "*Notes* " + "lamp " * 3000 + ";"),
    "conditions in conditions": (made("*Notes* " + "{% if v0 %}" * 800 + "x" + "{% endif %}" * 800, *many(1, "")), "*Notes* x;"),
    "many values in a row": (made(f"*Notes* {row(100)};", *many(100)), "*Notes* " + "the " * 4000 + ";"),
    "values and little words": (made(f"*Notes* {row(100, ' the ')} zz;", *many(100)), "*Notes* " + "the " * 4900 + "zz;"),
    "bodies in a row": (made(f"*Notes* {row(40, ' ')};", *many(40, None, Type.BODY)), "*Notes* " + "Aa of the " * 1900 + ";"),
    "States in a row": (made(f"*Notes* {row(40, ' ')};", *many(40, None, Type.STATES)), "*Notes* " + "Guinea, " * 2400 + ";"),
    "a text of 50,000 characters": (made("*Notes* {{ v0 }};", *many(1)), "*Notes* " + "the " * 12_500 + ";"),
    "one long word": (made("*Notes* {{ v0 }} x;", *many(1)), "*Notes* " + "a" * 19_000 + ";"),
    "braces": (made("*Notes* " + "{" * 9000 + "}" * 9000 + ";"), "*Notes* it;"),
    "a long name": (made("*Notes* {{ " + "x" * 15_000 + " }};"), "*Notes* it;"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_clause_made_to_be_difficult_comes_to_an_end(name: str) -> None:
    bomb, text = BOMBS[name]
    with quick():
        known = index([bomb])
        place = Place("here", Section.OPERATIVE, line_of(inline.parse(text)))
        exactly(known, place)
        nearly(known, place)


@pytest.mark.parametrize("words", ["a" * 100_000, "archives " * 11_000, "%{}()* " * 14_000, "\0" * 100_000, "(a+)+$ \\", "İ" * 50_000])
def test_a_question_of_any_length_is_answered(words: str) -> None:
    clauses = [read(GOOD, "x.yaml")]
    with quick():
        search(clauses, Asked(words))
        search(clauses, Asked("", addressee=words))


@pytest.mark.parametrize("written", ["{{ 7 * 7 }}", "{% if x %}", "{# x #}", "a {{", "\x1b[31m", "\\", "*", "[[", "[^"])
def test_a_value_runs_nothing_and_breaks_nothing(written: str) -> None:
    with pytest.raises(ClauseError, match="the value v0"):
        fill(made("*Notes* {{ v0 }};", *many(1)), {"v0": written}, next_session=None)


def test_the_page_shows_every_field_as_text() -> None:
    bad = '</style></pre><script>alert(1)</script>"\'><img src=x onerror=alert(1)>'
    clause = Clause(
        "bad/one", 1, Section.OPERATIVE, bad, bad, bad, bad, bad, (Variable("x", Type.TEXT, bad, bad, bad),), (bad,),
        (Alternate(bad, bad, bad, 3),), 3, (), (bad,), (Example({"x": bad}, bad, (bad,), bad),), bad, f"{bad}/x.yaml:1",
    )  # fmt: skip
    html = page([clause], bad).decode()
    assert html.count("<script") == html.count("</script>") == 1
    assert "<img" not in html
    assert html.count("&lt;script&gt;alert(1)") >= 10


# --- What only the repairs of e6 make true: to be put at the end of tests/clauses/test_hostile.py ---------------------

REFUSED_SINCE = {
    "long key": ("? " + "k" * 90_000 + "\n: 1\n" + GOOD, 'unknown key "kkk'),
    "long tag": ("id: !" + "k" * 90_000 + " x\n", "YAML tags"),
    "tag with escapes": ("id: !<%1b[31m%0a> a\n", "YAML tags (?[31m?)"),
    "long anchor": ("id: &" + "k" * 90_000 + " x\n", "YAML anchors"),
    "many alternates": (GOOD + "alternates:\n" + "".join(f"  a{n}: {{text: '*Notes* {n};'}}\n" for n in range(2_000)), "2,000 entries"),
    "many subparagraphs": (GOOD + "items:\n" + "".join(f"  - a {n};\n" for n in range(5_000)), "5,000 entries"),
    "many variables": (GOOD + "variables:\n" + "".join(f"  v{n}: {{type: text}}\n" for n in range(3_000)), "3,000 entries"),
    "mark of direction": (GOOD.replace("Archives", "a\u200fb"), "control character"),
    "tag characters": (GOOD.replace("Archives", "a\U000e0041b"), "control character"),
}


@pytest.mark.parametrize("name", REFUSED_SINCE)
def test_nor_does_an_error_repeat_what_is_endless(name: str, tmp_path: Path) -> None:
    source, words = REFUSED_SINCE[name]
    (tmp_path / "a.yaml").write_text(source, encoding="utf-8")
    said = refusal(tmp_path)
    assert words in said
    assert said.isprintable()
    assert len(said) < 400


@pytest.mark.skipif(os.name != "posix", reason="such names")
@pytest.mark.parametrize("name", [b"a\nb.yaml", b"\x1b[31m.yaml", b"\xff.yaml"])
def test_an_error_names_a_file_in_one_line(name: bytes, tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/" + name, "w", encoding="utf-8") as file:  # noqa: PTH123 (a Path holds no bytes)
        file.write("x: 1")
    said = refusal(tmp_path)
    assert said.isprintable()
    assert "?" in said
    said.encode("utf-8")


@pytest.mark.parametrize("constant", [r"\x1b[31m", r"\0", r"\u202e", r"\ud800"])
def test_a_constant_writes_no_character_that_no_text_holds(constant: str) -> None:
    with pytest.raises(ClauseError, match="control character"):
        fill(made(f"*Notes* {{{{ '{constant}' }}}};"), {}, next_session=None)


@pytest.mark.parametrize(
    "text", ["*Notes* " + "{% if v0 %}a{% elif v0 %}b" + "{% elif v0 %}c" * 1_000 + "{% endif %};", "*Notes* " + "{{ v0 }}" * 1_500 + ";"]
)
def test_a_pattern_is_not_endless(text: str) -> None:
    with quick():
        exactly(index([made(text, *many(1))]), Place("here", Section.OPERATIVE, line_of(inline.parse("*Notes* " + "the " * 4_000 + ";"))))
