"""Libraries: the standard one, a delegation's own over it, and folders that hold more than clauses."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from draftkit import inline
from draftkit.clauses import load, paragraph_of
from draftkit.clauses.folders import sound
from draftkit.clauses.library import Library
from draftkit.errors import ClauseError
from draftkit.resources import folder
from draftkit.tree import Section

OWN = """\
id: {id}
version: {version}
part: operative
title: {title}
text: |-
  *Notes* the archives;
"""


def put(root: Path, name: str, clause: str = "archive/note", version: int = 1, title: str = "Ours") -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(OWN.format(id=clause, version=version, title=title), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def standard() -> Library:
    return load()


def test_the_standard_library_has_both_parts(standard: Library) -> None:
    parts = [clause.part for clause in standard]
    assert parts.count(Section.PREAMBLE) >= 20
    assert parts.count(Section.OPERATIVE) >= 35
    assert parts == sorted(parts, key=[Section.PREAMBLE, Section.OPERATIVE].index)


def test_every_standard_clause_says_when_to_use_it_and_has_an_example(standard: Library) -> None:
    assert [clause.id for clause in standard if not (clause.use_when and clause.examples)] == []


def test_a_reference_names_a_version_or_the_highest(tmp_path: Path) -> None:
    put(tmp_path, "operative/archive-note@1.yaml", title="Old")
    put(tmp_path, "operative/archive-note@12.yaml", version=12, title="New")
    library = load([tmp_path], standard=False)
    assert [library.get(name).title for name in ("archive/note", "archive/note@1", "archive/note@12")] == ["New", "Old", "New"]
    assert [clause.version for clause in library] == [12]
    assert [clause.version for clause in library.every()] == [1, 12]
    with pytest.raises(ClauseError, match="archive/note has no version 2; it has 1, 12"):
        library.get("archive/note@2")


def test_an_unknown_clause_offers_its_like(standard: Library) -> None:
    with pytest.raises(ClauseError, match=r'there is no clause "report/requst"; did you mean report/request'):
        standard.get("report/requst")
    with pytest.raises(ClauseError, match="clause list shows them all"):
        standard.get("zzz")
    for reference in ("", "a b", "report/request@", "report/request@x", "@1", "x" * 10_000):
        with pytest.raises(ClauseError):
            standard.get(reference)


def test_a_later_folder_adds_and_overrides(tmp_path: Path, standard: Library) -> None:
    put(tmp_path / "one", "operative/report-request.yaml", "report/request", title="First delegation")
    put(tmp_path / "two", "operative/report-request.yaml", "report/request", title="Second delegation")
    put(tmp_path / "two", "operative/archive-note.yaml")
    library = load([tmp_path / "one", tmp_path / "two"])
    assert library.get("report/request@1").title == "Second delegation"
    assert library.get("archive/note").place == "two/operative/archive-note.yaml:1"
    assert library.get("agenda/include") == standard.get("agenda/include")
    assert len(list(library)) == len(list(standard)) + 1


def test_one_clause_twice_in_a_folder_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "operative/archive-note.yaml")
    put(tmp_path, "operative/copy.yaml")
    with pytest.raises(ClauseError, match=r"archive/note@1 stands twice, also at .*archive-note\.yaml"):
        load([tmp_path], standard=False)


def test_other_files_are_passed_over(tmp_path: Path) -> None:
    put(tmp_path, "operative/archive-note.yaml")
    put(tmp_path, ".hidden/archive-note.yaml")
    (tmp_path / "README.md").write_text("{not yaml", encoding="utf-8")
    (tmp_path / ".draft.yaml").write_text("{not yaml", encoding="utf-8")
    assert [clause.id for clause in load([tmp_path], standard=False)] == ["archive/note"]


def test_a_link_to_outside_is_refused_and_linked_folders_are_not_entered(tmp_path: Path) -> None:
    outside = put(tmp_path / "outside", "secret.yaml")
    library = tmp_path / "library"
    put(library, "operative/archive-note.yaml")
    (library / "linked").symlink_to(tmp_path / "outside", target_is_directory=True)
    (library / "again.yaml").symlink_to(library / "operative", target_is_directory=True)
    assert len(list(load([library], standard=False))) == 1
    (library / "operative" / "secret.yaml").symlink_to(outside)
    with pytest.raises(ClauseError, match=r"library/operative/secret\.yaml: the file is a link to outside"):
        load([library], standard=False)


def test_what_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ClauseError, match="there is no such folder"):
        load([tmp_path / "gone"])
    for name, make in {
        "latin.yaml": lambda path: path.write_bytes(b"id: caf\xe9/x"),
        "large.yaml": lambda path: path.write_bytes(b"#" * 500_000),
        "broken.yaml": lambda path: path.symlink_to(tmp_path / "nowhere"),
        "loop.yaml": lambda path: path.symlink_to(path),
        "pipe.yaml": os.mkfifo,
    }.items():
        root = tmp_path / name.partition(".")[0]
        root.mkdir()
        make(root / name)
        with pytest.raises(ClauseError) as caught:
            load([root], standard=False)
        assert name in str(caught.value)
        assert "\n" not in str(caught.value)


def test_search_ranks_the_id_before_the_title_before_the_rest(tmp_path: Path) -> None:
    put(tmp_path, "a.yaml", "other/thing", title="Archives")
    put(tmp_path, "b.yaml", "archives/keep", title="Another")
    put(tmp_path, "c.yaml", "some/clause", title="Further")
    library = load([tmp_path], standard=False)
    assert [clause.id for clause in library.search("archives")] == ["archives/keep", "other/thing", "some/clause"]
    assert [clause.id for clause in library.search("ARCH another")] == ["archives/keep"]
    assert library.search("chives") == ()
    assert library.search("") == ()


def test_searching_the_standard_library(standard: Library) -> None:
    assert standard.search("trust fund")[0].id == "trust-fund/contribute"
    assert "agenda/include" in [clause.id for clause in standard.search("provisional agenda")]


def test_a_clause_becomes_a_paragraph_of_a_draft(standard: Library) -> None:
    paragraph = paragraph_of(standard, "report/request@1", "requests-report", {"topic": "archives"}, next_session=81)
    assert paragraph.id == "requests-report"
    assert inline.format(paragraph.content) == (
        "*Requests* the Secretary-General to submit to the General Assembly at its eighty-first session a report on archives;"
    )
    with_items = paragraph_of(standard, "comments/request-round", "round", {"topic": "archives", "deadline": "1 June 2027"}, next_session=82)
    assert [item.id for item in with_items.items] == ["round-a", "round-b"]


def test_every_standard_clause_fits_the_schema_that_editors_use() -> None:
    from jsonschema import Draft202012Validator
    from ruamel.yaml import YAML

    schema = json.loads((folder("clause_library") / "clause.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    files = sorted(folder("clause_library").rglob("*.yaml"))
    wrong = [(path.name, error.message) for path in files for error in validator.iter_errors(YAML(typ="safe").load(path.read_text("utf-8")))]
    assert files
    assert wrong == []
    assert not validator.is_valid({"id": "Report", "version": 1, "part": "annex", "title": "", "text": "x"})


# --- Read when asked for, from packages too ------------------------------------------------------------------------


def test_only_the_clause_that_is_asked_for_is_read(tmp_path: Path) -> None:
    put(tmp_path, "operative/archive-note.yaml")
    broken = put(tmp_path, "operative/archive-close.yaml", clause="archive/close")
    broken.write_text(broken.read_text() + "colour: red\n")
    library = load([tmp_path], standard=False)
    assert library.get("archive/note").title == "Ours"
    with pytest.raises(ClauseError, match=r'archive-close.yaml:7.* "colour"'):
        list(library)


def test_ids_written_in_other_ways_are_found(tmp_path: Path) -> None:
    path = put(tmp_path, "operative/archive-note.yaml")
    path.write_text(path.read_text().replace("id: archive/note\nversion: 1", 'version: 0x1\nid: "archive/note"').replace("0x", ""))
    assert load([tmp_path], standard=False).get("archive/note@1").title == "Ours"


def test_what_a_lower_library_holds_stays_what_its_own_clauses_extend(tmp_path: Path) -> None:
    put(tmp_path / "first", "operative/archive-note.yaml", title="First")
    own = "id: archive/note\nversion: {0}\nextends: archive/note@1\ntitle: {1}\n"
    for layer, version, title in (("second", 1, "Second"), ("third", 2, "Third")):
        path = tmp_path / layer / "operative" / "archive-note.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(own.format(version, title))
    library = load([tmp_path / layer for layer in ("first", "second", "third")], standard=False)
    assert {each.version: each.title for each in library.every()} == {1: "Second", 2: "Third"}


def test_a_package_brings_its_clauses_and_its_code_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "our_clauses" / "clause_library", "operative/archive-note.yaml")
    (tmp_path / "our_clauses" / "__init__.py").write_text("raise SystemExit")
    (tmp_path / "without").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    assert load([Path("package:our_clauses")], standard=False).get("archive/note").title == "Ours"
    for name in ("without", "nowhere", "our_clauses.deeper", "../our_clauses", ""):
        with pytest.raises(ClauseError, match="no installed package of this name has a folder clause_library"):
            load([Path(f"package:{name}")], standard=False)


# --- One over another in the same folder ----------------------------------------------------------------------------


def extend(root: Path, name: str, version: int, over: str, more: str = "") -> Path:
    path = root / "operative" / f"{name.replace('/', '-')}@{version}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"id: {name}\nversion: {version}\nextends: {over}\n{more}", encoding="utf-8")
    return path


def test_a_clause_extends_another_of_its_own_folder(tmp_path: Path) -> None:
    put(tmp_path, "operative/archive-note.yaml", title="First")
    extend(tmp_path, "archive/note", 2, "archive/note@1", "title: Second\n")
    extend(tmp_path, "archive/note", 3, "archive/note", "cost: Much.\n")
    extend(tmp_path, "archive/close", 1, "archive/note", "use_when: Now.\n")
    library = load([tmp_path], standard=False)
    found = {each.reference: (each.extends, each.title, each.cost, each.use_when) for each in library.every()}
    assert found == {
        "archive/note@1": ("", "First", "", ""),
        "archive/note@2": ("archive/note@1", "Second", "", ""),
        "archive/note@3": ("archive/note@2", "Second", "Much.", ""),
        "archive/close@1": ("archive/note@3", "Second", "Much.", "Now."),
    }


def test_the_clause_of_its_own_folder_is_meant_before_one_under_it(tmp_path: Path) -> None:
    put(tmp_path / "under", "operative/archive-note.yaml", title="Under")
    extend(tmp_path / "own", "archive/note", 1, "archive/note@1", "title: Own\n")
    extend(tmp_path / "own", "archive/close", 1, "archive/note@1", "use_when: Now.\n")
    extend(tmp_path / "own", "archive/note", 2, "archive/note", "use_when: Later.\n")
    library = load([tmp_path / "under", tmp_path / "own"], standard=False)
    assert [library.get(name).title for name in ("archive/note@1", "archive/close", "archive/note@2")] == ["Own", "Own", "Under"]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"archive/note@1": "archive/note@1"}, r"note@1\.yaml:3, archive/note: it extends itself: archive/note@1 -> archive/note@1; let"),
        ({"archive/note@1": "archive/open", "archive/open@1": "archive/close", "archive/close@1": "archive/note"}, r"archive/note: it extends itself: archive/note@1 -> archive/open@1 -> archive/close@1 -> archive/note@1; let"),
        ({"archive/note@1": "archive/open", "archive/open@1": "archive/open@1"}, r"note@1\.yaml:3, archive/note: it extends itself: archive/open@1 -> archive/open@1; let"),
        ({"archive/note@1": "archive/note@3", "archive/note@2": "archive/note@3"}, "archive/note has no version 3; it has 1, 2"),
        ({"archive/note@1": "archive/gone"}, 'there is no clause "archive/gone"'),
        ({"archive/note@3": "archive/note"}, "there is no archive/note before version 3; write the whole clause"),
        ({f"archive/c{at}@1": f"archive/c{at + 1}" for at in range(30)} | {"archive/note@1": "archive/c0"}, "more than 20 clauses"),
        ({"archive/note@1": "archive/open", "archive/open@1": "archive/close", "archive/close@1": "archive/gone"}, r'note@1\.yaml:3, archive/note: what it extends cannot be read: .*archive-close@1\.yaml:3, archive/close: there is no clause "archive/gone"'),
    ],
)  # fmt: skip
def test_what_extends_nothing_is_said_in_one_line(tmp_path: Path, files: dict[str, str], said: str) -> None:
    for reference, over in files.items():
        name, _, version = reference.partition("@")
        extend(tmp_path, name, int(version), over)
    library = load([tmp_path], standard=False)
    with pytest.raises(ClauseError, match=said) as caught:
        library.get("archive/note")
    assert str(caught.value).count("archive/note:") == 1
    assert "\n" not in str(caught.value)


def test_a_long_row_is_the_same_in_whichever_order_it_is_read(tmp_path: Path) -> None:
    put(tmp_path, "operative/archive-c00.yaml", "archive/c00")
    names = [f"archive/c{at:02}" for at in range(30)]
    for name, below in zip(names[1:], names, strict=False):
        extend(tmp_path, name, 1, below)

    def readable(order: list[str]) -> list[str]:
        library = load([tmp_path], standard=False)
        return sorted(name for name in order if is_readable(library, name))

    assert readable(names) == readable(names[::-1]) == names[:20]


def is_readable(library: Library, name: str) -> bool:
    try:
        return library.get(name).id == name
    except ClauseError:
        return False


def test_one_broken_file_leaves_the_others(tmp_path: Path) -> None:
    put(tmp_path, "operative/archive-note.yaml")
    put(tmp_path, "operative/later.yaml", title="Twice")
    put(tmp_path, "operative/archive-note@2.yaml", version=2).write_text("id: archive/note\nversion: 2\ncolour: red\n")
    extend(tmp_path, "archive/close", 1, "archive/close@1")
    (tmp_path / "operative" / "latin.yaml").write_bytes(b"id: caf\xe9/x")
    (tmp_path / "operative" / "nothing.yaml").write_text("")
    library, broken = sound([tmp_path])
    assert library.get("archive/note").title == "Ours"
    assert "archive/close" not in library.clauses
    assert [error.where.partition("/operative/")[2] for error in broken] == [
        "archive-close@1.yaml:3, archive/close", "archive-note@2.yaml:3, archive/note", "later.yaml", "latin.yaml", "nothing.yaml",
    ]  # fmt: skip
    with pytest.raises(ClauseError, match="stands twice"):
        load([tmp_path])
