"""Tracked changes in the prior's own Word file, as a drafter asks for them."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from draftkit.cli import main
from judges.schema import W, trees

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PRIOR = "A_RES_80_903.docx"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with the examples, and the prior as a Word file too."""
    for source in EXAMPLES.iterdir():
        shutil.copy(source, tmp_path)
    monkeypatch.chdir(tmp_path)
    assert run("convert", "A_RES_80_903.md", "-o", PRIOR).exit_code == 0
    return tmp_path


def run(*arguments: str):
    return CliRunner().invoke(main, [*arguments], prog_name="draftkit")


def parts(path: Path | str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(Path(path).read_bytes())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def verified(file: str, prior: str, new: str) -> tuple[bool, bool]:
    proof = json.loads(run("verify", file, "--prior", prior, "--new", new, "--json").stdout)
    return proof["accept"], proof["reject"]


@pytest.mark.parametrize("form", [(), ("--as", "in-place")])
def test_a_draft_is_built_into_the_word_file_of_its_prior(folder, form):
    result = run("build", "draft.yaml", "--prior", PRIOR, *form)
    assert result.exit_code == 0, result.output
    assert "not tracked" not in result.output
    assert verified("draft.docx", PRIOR, "draft.yaml") == (True, True)
    before, after = parts(PRIOR), parts("draft.docx")
    kept = {name for name in before if name.endswith((".png", "styles.xml", "numbering.xml", "settings.xml", "theme1.xml"))}
    assert kept
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}


def test_three_authors_or_one(folder):
    assert run("build", "draft.yaml", "--prior", PRIOR, "-o", "three.docx").exit_code == 0
    assert run("build", "draft.yaml", "--prior", PRIOR, "-o", "one.docx", "--author", "A. Drafter").exit_code == 0
    assert authors("three.docx") == {"Drafter", "Technical update", "Consequential change"}
    assert authors("one.docx") == {"A. Drafter"}


def authors(path: str) -> set[str]:
    found = (e for root in trees(Path(path).read_bytes()).values() for e in root.iter(f"{W}ins", f"{W}del"))
    return {e.get(f"{W}author") for e in found}


def test_same_input_and_date_give_the_same_bytes(folder):
    for name in ("one.docx", "two.docx"):
        assert run("build", "draft.yaml", "--prior", PRIOR, "-o", name, "--date", "2027-10-05").exit_code == 0
    assert Path("one.docx").read_bytes() == Path("two.docx").read_bytes()


def test_a_fresh_masthead_is_set_in_the_template_whatever_the_prior_is(folder):
    for prior in (PRIOR, "A_RES_80_903.md"):
        assert run("build", "draft.yaml", "--prior", prior, "--as", "l-document", "-o", "draft.docx").exit_code == 0
        main_part = trees(Path("draft.docx").read_bytes())["word/document.xml"]
        symbol = next(p for p in main_part.iter(f"{W}p") if "A/C." in "".join(p.itertext(f"{W}t")))
        assert next(symbol.iter(f"{W}ins", f"{W}del"), None) is None


def test_a_redline_of_a_text_is_written_into_the_old_word_file(folder):
    assert run("redline", PRIOR, "draft.yaml", "-o", "changes.docx").exit_code == 0
    assert verified("changes.docx", PRIOR, "draft.yaml") == (True, True)


@pytest.mark.parametrize("new", [PRIOR, "A_RES_80_903.md"])
def test_a_page_for_a_browser_shows_the_changes_of_word_files_too(folder, new):
    result = run("redline", "A_RES_78_902.md", new, "-o", "changes.html")
    assert result.exit_code == 0, result.output
    assert run("convert", "A_RES_78_902.md", "-o", "old.docx").exit_code == 0
    assert run("redline", "old.docx", new, "-o", "other.html").exit_code == 0
    assert "<ins" in Path("other.html").read_text("utf-8")


def test_reasons_are_comments_that_stand_beside_technical_changes(folder):
    assert run("build", "draft.yaml", "--prior", PRIOR, "--explain").exit_code == 0
    found = trees(Path("draft.docx").read_bytes())
    said = ["".join(comment.itertext()) for comment in found["word/comments.xml"]]
    assert said
    assert all(text.endswith((".", ")")) for text in said)
    assert verified("draft.docx", PRIOR, "draft.yaml") == (True, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("build", "draft.yaml", "--as", "in-place"), "the prior A_RES_80_903.md is no Word file to track changes in"),
        (("build", "draft.yaml", "--as", "in-place", "--prior", "broken.docx"), "broken.docx"),
        (("build", "draft.yaml", "--as", "in-place", "--prior", "tracked.docx"), "accept or reject them"),
        (("redline", "tracked.docx", "draft.yaml", "-o", "out.docx"), "accept or reject them"),
        (("redline", "broken.docx", "draft.yaml", "-o", "out.docx"), "broken.docx"),
        (("build", "draft.yaml", "--prior", PRIOR, "-o", PRIOR), "over an input"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(folder, arguments, said):
    assert run("redline", PRIOR, "draft.yaml", "-o", "tracked.docx").exit_code == 0
    Path("broken.docx").write_bytes(Path(PRIOR).read_bytes()[:2000])
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize("option", ["--accept-input", "--reject-input"])
def test_a_prior_with_tracked_changes(folder, option):
    assert run("redline", "A_RES_78_902.md", "A_RES_80_903.md", "-o", "tracked.docx").exit_code == 0
    result = run("redline", "tracked.docx", "draft.yaml", "-o", "out.docx", option)
    assert result.exit_code == 0, result.output
    same = "A_RES_80_903.md" if option == "--accept-input" else "A_RES_78_902.md"
    assert verified("out.docx", same, "draft.yaml")[0]
