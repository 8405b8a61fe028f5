"""``draftkit convert``: one file, many files, names that collide, files that are broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import draftkit.readers
from draftkit.cli import convert, main, terminal
from draftkit.model import Finding, Masthead, Resolution, Severity
from draftkit.readers import Reading, text
from draftkit.writers import FORMATS

DRAFT = """Safety of submarine cables

The General Assembly,

Recalling its resolution 80/903 of 4 December 2025,

1. Takes note of the report of the Secretary-General on submarine cables;[1]

2. Decides to consider the item at its eighty-second session.

-----

[1] A/81/77.
"""

NOTHING = Resolution(Masthead(), (), ())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cables.txt").write_text(DRAFT, encoding="utf-8")
    return tmp_path


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, ["convert", *arguments], input=given)


def many(folder: Path, count: int) -> list[str]:
    names = [f"text-{number:02}.txt" for number in range(count)]
    for number, name in enumerate(names):
        (folder / name).write_text(DRAFT.replace("80/903", f"80/{number + 1}"), encoding="utf-8")
    return names


def listing(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_help_names_every_format_that_can_be_written() -> None:
    said = " ".join(run("--help").output.split())
    assert ", ".join(FORMATS) in said


def test_without_a_target_the_text_is_printed(folder: Path) -> None:
    assert run("cables.txt").stdout == DRAFT


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_written_and_the_suffix_says_which(folder: Path, form: str) -> None:
    result = run("cables.txt", "-o", f"out.{form}")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"out.{form} written\n")
    assert (folder / f"out.{form}").stat().st_size > 100


@pytest.mark.parametrize("form", ["yaml", "txt", "xml"])
def test_what_is_written_reads_back_as_the_same_text(folder: Path, form: str) -> None:
    run("cables.txt", "-o", f"out.{form}")
    assert run(f"out.{form}").stdout == DRAFT


def test_standard_input_and_output(folder: Path) -> None:
    assert run("-", "-o", "-", given=DRAFT).stdout == DRAFT
    assert run("-", "--to", "md", given=DRAFT).stdout.splitlines()[8].startswith("2. *Decides*")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing.xml", "-o", "out.pdf"], '"pdf" cannot be written'),
        (["missing.xml", "--to", "txt,rtf", "--out-dir", "out"], '"rtf" cannot be written'),
        (["cables.txt", "-o", "cables.txt"], "would be written over an input"),
        (["cables.txt", "-o", "out"], "say the format"),
        (["cables.txt", "--out-dir", "out"], "say the format"),
        (["cables.txt", "--to", "txt,md"], "several formats need --out-dir"),
        (["cables.txt", "other.txt", "-o", "out.txt"], "several sources need --out-dir"),
        (["cables.txt", "-o", "out.txt", "--out-dir", "out"], "either -o or --out-dir"),
        (["-", "--to", "txt", "--out-dir", "out"], "standard input has no name"),
        (["cables.txt", "--to", "txt", "--out-dir", "cables.txt/out"], "give another folder"),
    ],
)
def test_wrong_calls_are_refused_before_anything_is_read_or_written(folder: Path, arguments: list[str], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert listing(folder) == ["cables.txt"]


def test_many_files_in_several_processes_give_what_one_alone_gives(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = many(folder, 12)
    monkeypatch.setattr(convert, "_cores", lambda: 2)
    assert run(*names, "--to", "txt,xml", "--out-dir", "two").output == ""
    monkeypatch.setattr(convert, "_cores", lambda: 1)
    assert run(*names, "--to", "txt,xml", "--out-dir", "one").output == ""
    assert len(listing(folder / "two")) == 24
    for name in listing(folder / "two"):
        assert (folder / "two" / name).read_bytes() == (folder / "one" / name).read_bytes()


@pytest.mark.parametrize("count", [3, 12])
def test_broken_files_are_lines_in_order_and_do_not_stop_the_rest(folder: Path, count: int) -> None:
    names = many(folder, count)
    (folder / "a.xml").write_text("<akomaNtoso><statement>", encoding="utf-8")
    result = run("a.xml", *names, "gone.txt", "--to", "txt", "--out-dir", "out")
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert [line.split(":")[1] for line in lines] == [" a.xml", " gone.txt", f" 2 of {count + 2} files could not be converted"]
    assert lines[-1].endswith(": a.xml, gone.txt")
    assert len(listing(folder / "out")) == count


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (KeyError("para\n9"), "draftkit: bad.txt: a mistake in draftkit (KeyError: 'para\\n9'); report it with the file"),
        (ValueError("two\nlines"), "draftkit: bad.txt: a mistake in draftkit (ValueError: two lines); report it with the file"),
        (RecursionError(), "draftkit: bad.txt: nested too deep to be read"),
    ],
)
def test_a_mistake_of_draftkit_in_one_file_is_one_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    real = draftkit.readers.read

    def read(path: str, intake: draftkit.readers.Intake) -> draftkit.readers.Reading:
        if path == "bad.txt":
            raise error
        return real(path, intake)

    monkeypatch.setattr(draftkit.readers, "read", read)
    result = run("bad.txt", "cables.txt", "--to", "md", "--out-dir", "out")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[0] == said
    assert listing(folder / "out") == ["cables.md"]


def test_the_second_source_of_one_name_is_refused_not_written_over_the_first(folder: Path) -> None:
    for name, number in (("a/cables.txt", "1"), ("b/Cables.txt", "2")):
        (folder / name).parent.mkdir()
        (folder / name).write_text(DRAFT.replace("80/903", f"80/{number}"), encoding="utf-8")
    result = run("a/cables.txt", "b/Cables.txt", "--to", "txt", "--out-dir", "out")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[0].startswith("draftkit: b/Cables.txt: ")
    assert "is made of a/cables.txt" in result.stderr
    assert listing(folder / "out") == ["cables.txt"]
    assert "resolution 80/1 " in (folder / "out" / "cables.txt").read_text(encoding="utf-8")


def test_one_source_named_twice_is_converted_once(folder: Path) -> None:
    assert run("cables.txt", "cables.txt", "--to", "txt", "--out-dir", "out").output == ""


def test_no_input_is_written_over(folder: Path) -> None:
    (folder / "roads.md").write_text(DRAFT, encoding="utf-8")
    result = run("cables.txt", "roads.md", "--to", "md,txt", "--out-dir", ".")
    assert result.exit_code == 1
    assert "would be written over an input" in result.stderr
    assert (folder / "cables.txt").read_text(encoding="utf-8") == DRAFT
    assert listing(folder) == ["cables.txt", "roads.md"]


def test_files_that_are_there_stay_as_they_are_if_that_is_wanted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "cables.md").write_text("by hand", encoding="utf-8")
    assert run("cables.txt", "--to", "md,txt", "--out-dir", "out", "--skip-existing").exit_code == 0
    assert (folder / "out" / "cables.md").read_text(encoding="utf-8") == "by hand"
    assert (folder / "out" / "cables.txt").read_text(encoding="utf-8") == DRAFT
    assert run("cables.txt", "-o", "out/cables.md", "--skip-existing").exit_code == 0
    assert (folder / "out" / "cables.md").read_text(encoding="utf-8") == "by hand"
    monkeypatch.setattr(text, "read", lambda *_: pytest.fail("a file was read although nothing was to be made of it"))
    assert run("cables.txt", "--to", "md,txt", "--out-dir", "out", "--skip-existing").exit_code == 0
    run("cables.txt", "-o", "out/cables.md", "--skip-existing")


def test_verbose_says_what_the_reader_is_not_sure_of(folder: Path) -> None:
    doubtful = DRAFT.replace("Decides to consider", "Decides, as set out in paragraph 9 above, to consider")
    (folder / "doubtful.txt").write_text(doubtful, encoding="utf-8")
    doubted = text.read(doubtful, "x")
    expected = [*terminal.told(doubted, "doubtful.txt")]
    assert expected
    assert run("doubtful.txt", "-v", "-o", "out.md").stderr.splitlines() == [*expected, "out.md written"]
    assert run("doubtful.txt", "-v", "--to", "md", "--out-dir", "out").stderr.splitlines() == expected
    assert run("doubtful.txt", "-o", "out.md").stderr == "out.md written\n"
    assert run("doubtful.txt", "--to", "md").stderr == ""


@pytest.mark.parametrize(
    ("finding", "line"),
    [
        (Finding("unread-line", Severity.INFO, "left out"), "a.txt: info: left out [unread-line]"),
        (Finding("unread-line", Severity.INFO, "left out", line=7), "a.txt:7: info: left out [unread-line]"),
        (Finding("lost-note", Severity.WARNING, "no callout", "urges"), "a.txt:31: warning: urges: no callout [lost-note]"),
        (Finding("lost-note", Severity.WARNING, "no callout", "notes"), "a.txt: warning: notes: no callout [lost-note]"),
    ],
)
def test_a_finding_is_a_line_without_empty_parts(finding: Finding, line: str) -> None:
    assert terminal.said(finding, "a.txt", Reading(NOTHING, lines={"urges": 31})) == line


def test_a_finding_of_a_file_without_lines_says_what_is_counted() -> None:
    finding = Finding("lost-note", Severity.WARNING, "no callout", line=3)
    said = terminal.said(finding, "a.pdf", Reading(NOTHING, unit="page"))
    assert said == "a.pdf, page 3: warning: no callout [lost-note]"


def test_a_draft_as_a_draft_is_the_file_itself_comments_and_all(folder: Path) -> None:
    run("cables.txt", "-o", "plain.yaml")
    draft = (folder / "plain.yaml").read_text(encoding="utf-8")
    (folder / "kept.yaml").write_text(f"# from the facilitator\n{draft}", encoding="utf-8")
    assert run("kept.yaml", "-o", "out.yaml").exit_code == 0
    assert (folder / "out.yaml").read_bytes() == (folder / "kept.yaml").read_bytes()
    assert run("kept.yaml", "-o", "out.txt").stderr == "out.txt written\n"


def test_a_draft_is_finished_before_it_is_shown(folder: Path) -> None:
    (folder / "broken.yaml").write_text("draftkit: 1\noperative:\n  - text: See paragraph [[gone]] above.\n", encoding="utf-8")
    result = run("broken.yaml", "-o", "out.txt")
    assert result.exit_code == 2
    assert "[[gone]]" in result.stderr
    assert not (folder / "out.txt").exists()


def test_where_no_process_can_be_started_the_work_is_done_here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = many(folder, 12)

    def refuse(*_: object, **__: object) -> None:
        raise OSError("no semaphores here")

    monkeypatch.setattr(convert, "_cores", lambda: 2)
    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", refuse)
    assert run(*names, "--to", "txt", "--out-dir", "out").exit_code == 0
    assert len(listing(folder / "out")) == 12
