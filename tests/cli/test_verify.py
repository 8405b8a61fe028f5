"""``draftkit verify`` between files of any kind."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from draftkit.cli import main
from draftkit.cli.proving import _kind
from word_files import File, Link, Note, P, Row, Run, Table, build

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
OLD = File(
    (
        P(Run("Recalling also", italic=True), " its resolution 77/171,", Note("Resolution 217 A (III).")),
        P("Urges all States to report;", number=0),
        P("see ", Link("the report")),
        Table((Row("State", "Reports"), Row("A", "1"))),
    ),
    header=(P("A/79/143"),),
)
NEW = File(
    (
        P(Run("Recalling", italic=True), " also its resolution 79/171,", Note("A/79/144.")),
        P("Urges States to report again;", number=0),
        P("Decides so;", number=0),
        P("see ", Link("the report")),
        Table((Row("State", "Reports"), Row("B", "2"), Row("A", "1"))),
    ),
    header=(P("A/81/143"),),
)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments], prog_name="draftkit")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the examples, two Word files and their redline."""
    for source in EXAMPLES.iterdir():
        shutil.copy(source, tmp_path)
    monkeypatch.chdir(tmp_path)
    for name, file in (("old.docx", OLD), ("new.docx", NEW)):
        Path(name).write_bytes(build(file))
    assert run("redline", "old.docx", "new.docx", "-o", "redline.docx").exit_code == 0
    return tmp_path


def proof(redline: str, old: str, new: str, *options: str) -> tuple[int, dict[str, Any]]:
    result = run("verify", redline, "--prior", old, "--new", new, "--json", *options)
    return result.exit_code, json.loads(result.stdout)


def tampered(before: bytes, after: bytes, part: str = "word/document.xml") -> None:
    """Change the redline behind its maker's back."""
    out = io.BytesIO()
    with zipfile.ZipFile("redline.docx") as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name.startswith(part):
                assert before in content
                content = content.replace(before, after)
            target.writestr(name, content)
    Path("redline.docx").write_bytes(out.getvalue())


def test_a_redline_of_two_word_files_is_proved_in_all_that_shows(folder: Path) -> None:
    code, found = proof("redline.docx", "old.docx", "new.docx")
    assert (code, found["accept"], found["reject"], found["differences"], found["not_compared"]) == (0, True, True, [], [])


@pytest.mark.parametrize(
    ("before", "after", "part", "ways", "difference"),
    [
        (b">see ", b">See ", "word/document.xml", (False, False), "accepted: -see the report"),
        (b"w:rPrChange", b"w:nothing", "word/document.xml", (True, False), "rejected, format: -*Recalling also*"),
        (b'Target="https://undocs.org/A/79/143"', b'Target="https://x.org/"', "word/_rels/document", (False, False), "accepted, link: "),
        (b'w:val="1"/></w:numPr>', b'w:val="0"/></w:numPr>', "word/document.xml", (False, False), "accepted, number: "),
        (b"State<", b"Country<", "word/document.xml", (False, False), "accepted: -State | Reports"),
        (b"217 A", b"217 B", "word/footnotes.xml", (True, False), "rejected: -Recalling"),
        (b"143", b"144", "word/header1.xml", (False, False), "accepted, header of section 1: "),
    ],
)
def test_what_was_tampered_with_is_found(
    folder: Path, before: bytes, after: bytes, part: str, ways: tuple[bool, bool], difference: str
) -> None:
    tampered(before, after, part)
    code, found = proof("redline.docx", "old.docx", "new.docx")
    assert code == 1
    assert (found["accept"], found["reject"]) == ways
    assert any(line.startswith(difference) for line in found["differences"])


def test_a_file_that_is_not_sound_fails_although_both_texts_are_right(folder: Path) -> None:
    tampered(b"w:delText", b"w:t")
    result = run("verify", "redline.docx", "--prior", "old.docx", "--new", "new.docx")
    assert result.exit_code == 1
    assert "accepting every change gives the new text: yes" in result.output
    assert "  file: word/document.xml" in result.output
    assert "the file is not sound" in result.output


def test_the_faults_of_the_prior_are_no_faults_of_the_redline(folder: Path) -> None:
    Path("redline.docx").write_bytes(build(OLD))
    tampered(b"</w:p>", b'<w:bookmarkStart w:id="900" w:name="torn"/></w:p>')
    shutil.copy("redline.docx", "torn.docx")
    assert proof("redline.docx", "torn.docx", "torn.docx")[1]["differences"] == []
    assert proof("redline.docx", "old.docx", "old.docx")[1]["differences"][0].startswith("file: word/document.xml")


def torn(file: File, name: str, *ids: int) -> None:
    """A file with as many bookmarks that have no end, in the last paragraph."""
    Path("redline.docx").write_bytes(build(file))
    marks = "".join(f'<w:bookmarkStart w:id="{at}" w:name="torn{at}"/>' for at in ids)
    tampered(b"</w:body>", f"<w:p>{marks}</w:p></w:body>".encode())
    shutil.move("redline.docx", name)


@pytest.mark.parametrize(
    ("old", "new", "redline", "blamed"),
    [
        ((900,), (), (17,), 0),
        ((), (900,), (17,), 0),
        ((900,), (901,), (17, 18), 0),
        ((900,), (901,), (17, 18, 19), 1),
        ((), (), (17, 18), 2),
    ],
)
def test_faults_are_counted_by_their_kind(
    folder: Path, old: tuple[int, ...], new: tuple[int, ...], redline: tuple[int, ...], blamed: int
) -> None:
    """Under whatever id: as many as both inputs have together are theirs."""
    for name, ids in (("old.docx", old), ("new.docx", new), ("torn.docx", redline)):
        torn(OLD, name, *ids)
    told = [line for line in proof("torn.docx", "old.docx", "new.docx")[1]["differences"] if line.startswith("file: ")]
    assert len(told) == blamed
    assert all("has no end" in line for line in told)


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("word/document.xml: the bookmark 900 has no end", "the bookmark ... has no end"),
        ("word/document.xml, paragraph 3: w:ins has the id 7 of w:del in word/footnotes.xml", "w:ins has the id ... of w:del..."),
        ("word/document.xml, paragraph 3: the relationship rIdA is not defined", "the relationship ... is not defined"),
        ("word/document.xml: the relationship rId5 leads to word/a.xml, which is not there", "the relationship ... leads to ..., which is not there"),
        ('word/document.xml: 2 bookmarks are named "here: 1"', "... bookmarks are named ..."),
        ("word/document.xml, paragraph 1: w:ins without date", "w:ins without date"),
    ],
)  # fmt: skip
def test_the_kind_of_a_fault(fault: str, kind: str) -> None:
    assert _kind(fault) == kind


def test_a_new_file_with_changes_of_its_own_needs_a_word(folder: Path) -> None:
    result = run("verify", "redline.docx", "--prior", "old.docx", "--new", "redline.docx")
    assert result.exit_code == 2
    assert "tracked changes; accept or reject them: --accept-input or --reject-input" in result.stderr
    assert proof("redline.docx", "old.docx", "redline.docx", "--accept-input")[0] == 0
    assert proof("redline.docx", "old.docx", "redline.docx", "--reject-input")[0] == 1


def test_a_redline_in_the_priors_word_file_against_a_text(folder: Path) -> None:
    assert run("convert", "A_RES_80_903.md", "-o", "prior.docx").exit_code == 0
    assert run("redline", "prior.docx", "A_RES_78_902.md", "-o", "changes.docx").exit_code == 0
    code, found = proof("changes.docx", "prior.docx", "A_RES_78_902.md")
    assert (code, found["differences"]) == (0, [])
    assert proof("changes.docx", "prior.docx", "A_RES_80_903.md")[1]["accept"] is False


def test_a_redline_set_in_the_template_is_proved_by_its_text(folder: Path) -> None:
    assert run("convert", "A_RES_80_903.md", "-o", "prior.docx").exit_code == 0
    draft = Path("draft.yaml").read_text("utf-8").replace("A_RES_80_903.md", "prior.docx")
    Path("draft2.yaml").write_text(draft, "utf-8")
    assert run("build", "draft2.yaml", "--as", "l-document", "-o", "changes.docx").exit_code == 0
    code, found = proof("changes.docx", "prior.docx", "draft2.yaml")
    assert (code, found["differences"]) == (0, [])
    assert found["not_compared"] == ["the masthead: it is that of the new text, untracked", "running headers and footers", "styles"]


def test_italics_of_a_text_are_compared(folder: Path) -> None:
    assert run("redline", "A_RES_78_902.md", "A_RES_80_903.md", "-o", "redline.docx").exit_code == 0
    assert proof("redline.docx", "A_RES_78_902.md", "A_RES_80_903.md")[0] == 0
    plain = Path("A_RES_80_903.md").read_text("utf-8").replace("*Recalling*", "Recalling")
    Path("plain.md").write_text(plain, "utf-8")
    code, found = proof("redline.docx", "A_RES_78_902.md", "plain.md")
    assert (code, found["accept"]) == (1, False)
    assert found["differences"][0].startswith("accepted, format: -Recalling")
