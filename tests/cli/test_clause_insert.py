"""``draftkit clause insert`` and ``search``: a draft in, the draft with an entry out; all else as it was typed."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from draftkit.cli import main
from draftkit.resources import folder

DRAFT = """\
draftkit: 1
# ask the mission
document:
  session: 80
title: Cables   # short
preamble:
  - text: |-
      *Recalling* the cables,
operative:
  # first
  - id: urges-states
    text: |-
      *Urges* States:
    items:
      - id: lay-cables
        text: |-
          To lay cables;
  - clause: seized/remain@1   # as ever
"""
TOPIC = ("--with", "topic=the repair of cables", "--with", "report_session=82")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.yaml"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["clause", *map(str, arguments)])


def inserted(draft: Path, *arguments: str | Path) -> str:
    out = draft.parent / "new.yaml"
    result = run("insert", *arguments, "-o", out)
    assert result.exit_code == 0, result.stderr
    assert draft.read_text(encoding="utf-8") == DRAFT
    return out.read_text(encoding="utf-8")


ENTRY = """\
  - clause: report/request@1
    id: report-request
    with:
      topic: the repair of cables
      report_session: 82
"""
LAST = "  - clause: seized/remain@1   # as ever\n"
FIRST = "  # first\n  - id: urges-states\n"


@pytest.mark.parametrize(
    ("place", "old", "new"),
    [
        (("--after", "urges-states"), LAST, ENTRY + LAST),
        (("--before", "urges-states"), FIRST, ENTRY + FIRST),
        (("--before", "seized-remain"), LAST, ENTRY + LAST),
        (("--at-end",), LAST, LAST + ENTRY),
    ],
)
def test_the_entry_is_in_its_place_and_all_else_as_it_was(draft: Path, place: tuple[str, ...], old: str, new: str) -> None:
    assert inserted(draft, "report/request", draft, *place, *TOPIC) == DRAFT.replace(old, new)


def test_an_alternate_and_the_preamble(draft: Path) -> None:
    text = inserted(draft, "report/note", draft, "--after", "urges-states", "--alternate", "appreciation")
    assert "  - clause: report/note@1\n    id: report-note\n    alternate: appreciation\n" + LAST in text
    text = inserted(draft, "recall/resolution", draft, "--at-end", "--with", "resolution=79/124 of 4 December 2024")
    assert text.index("recall/resolution@1") < text.index("operative:")


def test_an_id_that_the_draft_has_is_not_given_again(draft: Path) -> None:
    once = draft.parent / "once.yaml"
    assert run("insert", "report/request", draft, "--at-end", *TOPIC, "-o", once).exit_code == 0
    twice = run("insert", "report/request", once, "--at-end", *TOPIC, "-o", "-")
    assert "id: report-request-2" in twice.stdout


def test_line_ends_and_the_byte_order_mark_stay(draft: Path) -> None:
    raw = b"\xef\xbb\xbf" + DRAFT.replace("\n", "\r\n").encode()
    draft.write_bytes(raw)
    out = draft.parent / "new.yaml"
    assert run("insert", "seized/remain", draft, "--before", "urges-states", "-o", out).exit_code == 0
    put = b"  - clause: seized/remain@1\r\n    id: seized-remain-2\r\n"
    assert put in out.read_bytes()
    assert out.read_bytes().replace(put, b"", 1) == raw


def test_the_draft_with_the_entry_builds(draft: Path) -> None:
    out, built = draft.parent / "new.yaml", draft.parent / "new.md"
    assert run("insert", "report/request", draft, "--after", "urges-states", *TOPIC, "-o", out).exit_code == 0
    result = CliRunner().invoke(main, ["build", str(out), "-o", str(built)])
    assert result.exit_code == 0, result.stderr
    assert "at its eighty-second session a report on the repair of cables" in built.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("report/request", "--at-end"), '2 values are missing: report_session, session, for instance "81"; topic, text, for instance "the impl'),
        (("report/request", "--at-end", "--with", "report_session=79", "--with", "topic=x"), 'report/request@1: the value report_session, 79, is a session before that of the draft, 80; write "report_session: 81" or a later one'),
        (("report/request", "--at-end", "--with", "topic=x", "--with", "report_session=soon"), '"soon", is not a session'),
        (("report/request", "--at-end", *TOPIC, "--with", "topik=x"), 'did you mean "topic"?'),
        (("report/request", "--at-end", *TOPIC, "--alternate", "loud"), 'there is no alternate "loud"'),
        (("report/requst", "--at-end"), "did you mean report/request"),
        (("seized/remain", "--after", "urges-state"), "did you mean urges-states?"),
        (("seized/remain", "--after", "lay-cables"), "lay-cables is a subparagraph"),
        (("seized/remain", "--after", "recalling-cables"), "stands in the preamble"),
        (("seized/remain",), "give one of --after, --before and --at-end"),
        (("seized/remain", "--at-end", "--after", "urges-states"), "give one of"),
        (("seized/remain", "--at-end", "--with", "topic"), "is not NAME=VALUE"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(draft: Path, arguments: tuple[str, ...], words: str) -> None:
    out = draft.parent / "new.yaml"
    result = run("insert", arguments[0], draft, *arguments[1:], "-o", out)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr
    assert "Traceback" not in result.stderr
    assert not out.exists()


def test_a_note_that_the_draft_does_not_have_is_refused_with_how_to_write_it(draft: Path) -> None:
    arguments = ("considered/report-secretary-general", draft, "--at-end", "--with", "topic=cables", "--with", "note=cables-report", "-o", draft.parent / "new.yaml")
    result = run("insert", *arguments)
    assert result.exit_code == 2
    assert 'the draft has no note "cables-report"; write it into the draft first, under "notes:", as "  cables-report: A/79/100."' in result.stderr
    assert not (draft.parent / "new.yaml").exists()
    draft.write_text(DRAFT + "notes:\n  cables-report: A/79/100.\n", encoding="utf-8")
    assert run("insert", *arguments).exit_code == 0


def test_neither_the_draft_nor_its_prior_is_written_over(draft: Path) -> None:
    (draft.parent / "prior.md").write_text("# Cables\n", encoding="utf-8")
    named = DRAFT.replace("# ask the mission", "prior: prior.md")
    draft.write_text(named, encoding="utf-8")
    for name in ("draft.yaml", "prior.md"):
        result = run("insert", "seized/remain", draft, "--at-end", "-o", draft.parent / name)
        assert (result.exit_code, "over an input" in result.stderr) == (2, True)
    assert draft.read_text(encoding="utf-8") == named
    assert run("insert", "seized/remain", draft.parent / "prior.md", "--at-end", "-o", "-").exit_code == 2


OWN = "id: archive/note\nversion: 1\npart: operative\ntitle: Zeppelins\ntext: |-\n  *Notes* the zeppelins;\n"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a clause, in a library that is a folder, and that an installed package brings."""
    path = tmp_path / "installed" / "ours" / "clause_library" / "operative" / "archive-note.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(OWN, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path / "installed")
    return path


@pytest.mark.parametrize("package", [False, True])
@pytest.mark.parametrize(
    "command",
    [
        ("insert", "archive/note", "DRAFT", "--at-end", "-o"),
        ("search", "zeppelins", "--open-in-draft", "DRAFT", "--at-end", "-o"),
        ("export", "--html"),
    ],
)
def test_no_clause_of_a_library_is_written_over(draft: Path, own: Path, command: tuple[str, ...], package: bool) -> None:
    library = "package:ours" if package else own.parents[1]
    result = run(*(draft if word == "DRAFT" else word for word in command), own, "--library", library)
    assert (result.exit_code, "over an input" in result.stderr) == (2, True)
    assert own.read_text(encoding="utf-8") == OWN


@pytest.mark.parametrize(
    ("output", "prior"), [("new.yaml", "texts/../prior.md"), ("texts/new.yaml", '"../prior.md"'), ("texts/in/new.yaml", '"../../prior.md"')]
)
def test_the_prior_is_found_from_the_folder_of_the_new_draft(draft: Path, output: str, prior: str) -> None:
    (draft.parent / "texts" / "in").mkdir(parents=True)
    (draft.parent / "prior.md").write_text("Cables\n\nThe General Assembly,\n\n*Urges* States:\n\nTo lay cables;\n", encoding="utf-8")
    draft.write_text(DRAFT.replace("# ask the mission", "prior: texts/../prior.md  # ours"), encoding="utf-8")
    out = draft.parent / output
    result = run("insert", "seized/remain", draft, "--at-end", "-o", out)
    assert result.exit_code == 0, result.stderr
    assert f"\nprior: {prior}  # ours\n" in out.read_text(encoding="utf-8")
    built = CliRunner().invoke(main, ["build", str(out), "-o", str(draft.parent / "new.md")])
    assert built.exit_code == 0, built.stderr


def test_every_character_stays_with_its_line_end_and_encoding(draft: Path) -> None:
    typed = DRAFT.replace("# ask the mission\n", "# ask\x0bthe\u2028mission\r\n").replace("Cables   #", "C\u00e2bles\t#")
    put = "  - clause: seized/remain@1\n    id: seized-remain-2\n"
    for encoding in ("utf-8", "utf-16"):
        draft.write_bytes(typed.encode(encoding))
        out = draft.parent / "new.yaml"
        assert run("insert", "seized/remain", draft, "--at-end", "-o", out).exit_code == 0
        assert out.read_bytes() == (typed + put).encode(encoding)


def test_a_value_that_the_encoding_of_the_file_does_not_have(draft: Path) -> None:
    draft.write_bytes(DRAFT.replace("Cables", "C\u00e2bles").encode("cp1252"))
    values = ("--with", "topic=the cables of \u015eahin", "--with", "report_session=82")
    result = run("insert", "report/request", draft, "--at-end", *values, "-o", draft.parent / "new.yaml")
    assert (result.exit_code, "U+015E); save it as UTF-8" in result.stderr) == (2, True)
    assert not (draft.parent / "new.yaml").exists()


@pytest.mark.parametrize(
    "text",
    [
        "draftkit: 1\ntitle: Cables\n",
        "draftkit: 1\ntitle: Cables\noperative: []\n",
        "draftkit: 1\ntitle: Cables\noperative:\n  - {text: '*Urges* States;'}\n",
        "draftkit: 1\ntitle: Cables\nparts:\n  - label: A\n    operative:\n      - text: '*Urges* States;'\n  - label: B\n    operative: []\n",
        "draftkit: 1\ntitle: Cables\nparts: []\n",
        "{draftkit: 1, title: Cables}\n",
    ],
)
def test_drafts_of_any_shape_take_it_or_say_why_not(draft: Path, text: str) -> None:
    draft.write_text(text, encoding="utf-8")
    result = run("insert", "seized/remain", draft, "--at-end", "-o", "-")
    assert result.exit_code in (0, 2)
    if result.exit_code:
        assert result.stderr.count("\n") == 1
    else:
        assert result.stdout.count("clause: seized/remain@1") == 1


# --- From the search -----------------------------------------------------------------------------------------------


def test_the_one_clause_that_is_found_is_put_into_a_draft(draft: Path, own: Path) -> None:
    out = draft.parent / "new.yaml"
    into = ("--open-in-draft", draft, "--at-end", "--library", own.parents[1], "-o")
    result = run("search", "zeppelin", *into, out)
    assert result.exit_code == 0, result.stderr
    assert out.read_text(encoding="utf-8") == DRAFT + "  - clause: archive/note@1\n    id: archive-note\n"
    result = run("search", "seized/remain", *into, "-")
    assert "id: seized-remain-2\n" in result.stdout


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ((), True),
        (("--part", "operative", "--family", "report", "--strength", "3"), True),
        (("--part", "preamble"), False),
        (("--family", "seized"), False),
        (("--strength", "9"), False),
        (("--addressee", "zeppelins"), False),
    ],
)
def test_an_id_is_found_only_where_all_else_that_is_asked_is_true_of_it(draft: Path, filters: tuple[str, ...], found: bool) -> None:
    out = draft.parent / "new.yaml"
    for name in ("report/request", "report/request@1"):
        result = run("search", name, *filters, "--open-in-draft", draft, "--at-end", *TOPIC, "-o", out)
        assert (result.exit_code, "no clause is found" in result.stderr) == ((0, False) if found else (2, True)), result.stderr


def test_several_clauses_are_named_and_none_is_put(draft: Path) -> None:
    result = run("search", "report", "--open-in-draft", draft, "--at-end", "-o", draft.parent / "new.yaml")
    assert result.exit_code == 2
    assert "clauses are found: report/" in result.stderr
    assert not (draft.parent / "new.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "give words to look for"),
        (("report", "--at-end"), "go with --open-in-draft"),
        (("seized/remain", "--open-in-draft", "x.yaml", "--at-end", "-o", "-", "--json"), "leave them out"),
        (("seized/remain", "--open-in-draft", "x.yaml", "--at-end", "-o", "-", "--plain"), "leave them out"),
        (("report", "--strength", "0"), "from 1 to 9"),
        (("report", "--strength", "4-2"), "from 1 to 9"),
        (("--family", "reprot"), "did you mean report or"),
    ],
)
def test_wrong_usage_of_search(arguments: tuple[str, ...], words: str) -> None:
    result = run("search", *arguments)
    assert result.exit_code == 2
    assert words in result.stderr


def test_search_for_programs_and_for_a_terminal(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ("search", "zeppelins", "--library", own.parents[1])
    (entry,) = json.loads(run(*asked, "--json").stdout)
    assert list(entry) == ["id", "version", "part", "title", "strength", "example"]
    assert run(*asked).stdout.count("\n") == 1
    monkeypatch.setattr("draftkit.cli.clauses.searching._on_terminal", lambda: True)
    assert run(*asked).stdout == "archive/note@1  operative  Zeppelins\n    *Notes* the zeppelins;\n"
    assert run(*asked, "--plain").stdout.count("\n") == 1


def test_the_transcripts_of_the_documentation_are_true(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(folder("examples"), tmp_path / "examples")
    monkeypatch.chdir(tmp_path / "examples")
    text = (folder("docs") / "clause.md").read_text(encoding="utf-8")
    blocks = [block for block in text.split("```\n") if re.match(r"\$ draftkit clause (?:search|insert) ", block)]
    assert len(blocks) == 2
    for block in blocks:
        command, _, said = block.removeprefix("$ draftkit clause ").replace("\\\n", " ").partition("\n")
        assert run(*shlex.split(command)).output == said
