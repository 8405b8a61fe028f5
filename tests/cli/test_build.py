"""``draftkit build``, ``redline`` and ``verify`` as a drafter uses them."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from draftkit.cli import main
from draftkit.inline import plain
from draftkit.readers import read
from pictures import png

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with the examples, to work in."""
    for source in EXAMPLES.iterdir():
        shutil.copy(source, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str):
    return CliRunner().invoke(main, [*arguments], prog_name="draftkit")


def test_the_redline_of_a_draft_accepts_to_it_and_rejects_to_its_prior(folder):
    assert run("build", "draft.yaml").exit_code == 0
    result = run("verify", "draft.docx", "--prior", "A_RES_80_903.md", "--new", "draft.yaml", "--json")
    proof = json.loads(result.stdout)
    assert (result.exit_code, proof["accept"], proof["reject"], proof["differences"]) == (0, True, True, [])
    assert set(proof) == {"accept", "reject", "differences", "retyped", "not_compared"}


def test_a_redline_of_other_texts_is_found_out(folder):
    run("build", "draft.yaml")
    result = run("verify", "draft.docx", "--prior", "A_RES_78_902.md", "--new", "draft.yaml")
    assert result.exit_code == 1
    assert "rejecting every change gives the prior text: NO" in result.output


def test_same_input_date_and_author_give_the_same_bytes(folder):
    for name in ("one.docx", "two.docx"):
        assert run("build", "draft.yaml", "-o", name, "--date", "2027-10-05", "--author", "A. Drafter").exit_code == 0
    assert (folder / "one.docx").read_bytes() == (folder / "two.docx").read_bytes()


def test_a_fresh_masthead_is_not_tracked_and_said_not_to_be(folder):
    assert run("build", "draft.yaml", "--as", "l-document").exit_code == 0
    result = run("verify", "draft.docx", "--prior", "A_RES_80_903.md", "--new", "draft.yaml")
    assert result.exit_code == 0
    assert "the masthead" in result.output


def test_an_l_document_names_its_sponsors_in_order(folder):
    result = run("build", "draft.yaml", "--sponsors", "samoa, Fiji and Cote d'Ivoire", "--clean", "-o", "l.txt")
    assert result.exit_code == 0
    blocks = (folder / "l.txt").read_text("utf-8").split("\n\n")
    assert "A/C.6/82/L.___" in blocks
    assert "Côte d’Ivoire, Fiji and Samoa: draft resolution" in blocks


def test_an_adopted_text_has_what_is_known_of_its_adoption(folder):
    known = ("--number", "82/124", "--adopted", "4 December 2027", "--basis", "A/82/472, para. 7", "--meeting", "47")
    assert run("build", "draft.yaml", "--as", "resolution", *known, "--clean", "-o", "r.docx").exit_code == 0
    assert run("build", "draft.yaml", "--as", "resolution", *known, "-o", "tracked.docx").exit_code == 0
    assert run("verify", "tracked.docx", "--prior", "A_RES_80_903.md", "--new", "r.docx").exit_code == 0
    assert run("convert", "r.docx", "-o", "r.txt").exit_code == 0
    blocks = (folder / "r.txt").read_text("utf-8").split("\n\n")
    assert "A/RES/82/124" in blocks
    assert "[on the report of the Sixth Committee (A/82/472, para. 7)]" in blocks
    assert blocks[-1].split("\n")[:2] == ["47th plenary meeting", "4 December 2027"]


def test_a_revised_text_is_tracked_against_the_issued_one(folder):
    draft = folder / "draft.yaml"
    draft.write_text(draft.read_text("utf-8").replace("symbol: A/C.6/82/L.___", "symbol: A/C.6/82/L.7"), "utf-8")
    refused = run("build", "draft.yaml", "--rev", "1")
    assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)
    assert "its changes against A/C.6/82/L.7 as issued" in refused.stderr
    assert run("build", "draft.yaml", "--as", "l-document", "--clean", "-o", "issued.docx").exit_code == 0
    draft.write_text(draft.read_text("utf-8").replace("may cut off", "cuts off"), "utf-8")
    assert run("build", "draft.yaml", "--rev", "1", "--prior", "issued.docx", "-o", "rev.docx").exit_code == 0
    assert run("build", "draft.yaml", "--rev", "1", "--clean", "-o", "new.docx").exit_code == 0
    proof = json.loads(run("verify", "rev.docx", "--prior", "issued.docx", "--new", "new.docx", "--json").stdout)
    assert (proof["accept"], proof["reject"]) == (True, True)
    assert run("convert", "rev.docx", "--accept-input", "-o", "rev.txt").exit_code == 0
    assert "A/C.6/82/L.7/Rev.1" in (folder / "rev.txt").read_text("utf-8")
    again = run("build", "draft.yaml", "--rev", "2", "--prior", "issued.docx", "-o", "rev2.docx")
    assert "against A/C.6/82/L.7, not against A/C.6/82/L.7/Rev.1" in again.stderr


def test_an_addendum_and_a_corrigendum_are_documents_of_their_own(folder):
    assert run("build", "draft.yaml", "--add", "1", "--sponsors", "Samoa", "-o", "a.txt").exit_code == 0
    assert (folder / "a.txt").read_text("utf-8").rstrip().endswith("A/C.6/82/L.___:\n\nSamoa")
    run("build", "draft.yaml", "--as", "l-document", "--clean", "-o", "issued.docx")
    draft = folder / "draft.yaml"
    draft.write_text(draft.read_text("utf-8").replace("may cut off", "cuts off"), "utf-8")
    assert run("build", "draft.yaml", "--corr", "1", "--prior", "issued.docx", "-o", "c.txt").exit_code == 0
    assert (folder / "c.txt").read_text("utf-8").rstrip().endswith("Preambular paragraph 3\n\nFor may cut read cuts")


def test_a_folder_and_an_emblem_of_ones_own_are_in_the_file(folder):
    (folder / "ours" / "word").mkdir(parents=True)
    shipped = Path(__file__).resolve().parents[2] / "templates" / "common" / "word" / "footer-first.xml"
    (folder / "ours" / "word" / "footer-first.xml").write_text(shipped.read_text("utf-8").replace("(E)", "(E) Mission"), "utf-8")
    (folder / "emblem.png").write_bytes(png(120, 100))
    look = ("--template", "ours", "--emblem", "emblem.png")
    assert run("build", "draft.yaml", "--as", "l-document", *look, "-o", "out.docx").exit_code == 0
    with zipfile.ZipFile(folder / "out.docx") as archive:
        assert b"(E) Mission" in archive.read("word/footer-first.xml")
        assert "word/media/emblem.png" in archive.namelist()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--rev", "1", "--add", "1"), "--rev and --add are two documents"),
        (("--number", "82/1", "--sponsors", "Fiji"), "--number is for --as resolution, not for --as l-document"),
        (("--as", "in-place", "--rev", "1"), "--rev is for --as l-document, not for --as in-place"),
        (("--as", "in-place", "--template", "x"), "--as in-place keeps the look of the prior"),
        (("--sponsors", "Fiji", "--heading", "Draft resolution"), "give only one of them"),
        (("--sponsors", "Atlantis"), '"Atlantis" is no State'),
        (("--rev", "0"), "0 is not in the range"),
        (("--emblem", "draft.yaml"), "no PNG, JPEG or EMF"),
        (("--emblem", "none.png"), "there is no such file"),
        (("--template", "draft.yaml"), "not a Word file"),
        (("--template", "none"), "there is no such file"),
        (("--as", "l-document", "--emblem", "."), "this is no file"),
    ],
)
def test_documents_that_cannot_be_made_are_refused_in_one_line(folder, options, said):
    result = run("build", "draft.yaml", *options, "-o", "out.docx")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert said in result.stderr
    assert not (folder / "out.docx").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("build", "A_RES_80_903.md"), "this is no draft"),
        (("build", ""), "this is a folder"),
        (("build", "draft.yaml", "--author", " "), "--author has no name"),
        (("build", "draft.yaml", "-o", "draft.yaml"), "is no Word file"),
        (("redline", "A_RES_78_902.md", "A_RES_80_903.md", "-o", "A_RES_80_903.md"), "over an input"),
        (("redline", "A_RES_78_902.md", "A_RES_80_903.md", "-o", "changes.rtf"), "cannot be written"),
        (("verify", "draft.yaml", "--prior", "A_RES_80_903.md", "--new", "draft.yaml"), "not a Word file"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(folder, arguments, said):
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_clause_takes_the_session_of_the_agenda_clause(folder):
    draft = folder / "draft.yaml"
    text = draft.read_text("utf-8").replace("clause: capacity/strengthen@1", "clause: report/request@1")
    text = text.replace("field: the surveillance and repair of submarine cables", "topic: the repair of cables")
    draft.write_text(text, "utf-8")
    result = run("build", "draft.yaml", "-o", "out.txt")
    assert result.exit_code == 0, result.output
    assert "at its eighty-fourth session a report on the repair of cables" in (folder / "out.txt").read_text("utf-8")


def test_a_prior_that_is_not_there_is_said_with_the_draft_that_names_it(folder):
    (folder / "A_RES_80_903.md").unlink()
    for command in ("build", "check"):
        result = run(command, "draft.yaml")
        assert result.exit_code == 2
        assert "draft.yaml: its prior cannot be read: A_RES_80_903.md" in result.stderr


def test_what_is_broken_inside_a_clause_is_an_error_of_check_too(folder):
    draft = folder / "draft.yaml"
    text = draft.read_text("utf-8").replace("submarine cables\n", "submarine cables mentioned in paragraph [[nowhere]] above\n")
    assert "[[nowhere]]" in text
    draft.write_text(text, "utf-8")
    assert run("check", "draft.yaml").exit_code == 1


def test_unexpected_faults_are_one_line(folder, monkeypatch):
    def fail(path):
        raise ValueError("something nobody thought of")

    monkeypatch.setattr("draftkit.cli.finished.read", fail)
    monkeypatch.delenv("DRAFTKIT_DEBUG", raising=False)
    result = run("redline", "A_RES_78_902.md", "A_RES_80_903.md", "-o", "x.docx")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)


def test_what_is_not_known_of_an_adoption_is_read_back(folder):
    for name in ("r.docx", "r.txt", "r.md"):
        run("build", "draft.yaml", "--as", "resolution", "--clean", "-o", name)
        (part,) = read(folder / name).resolution.parts
        assert (part.meeting, part.adopted) == ("___ plenary meeting", "___")


def test_the_errors_of_an_adopted_text_are_told(folder):
    result = run("build", "draft.yaml", "--number", "82/124", "--adopted", "4 December 2023", "--clean", "-o", "r.docx")
    assert result.exit_code == 0
    assert 'error: the masthead has "4 December 2023"' in result.stderr


def test_the_closing_lines_keep_the_last_paragraph(folder):
    run("build", "draft.yaml", "--as", "resolution", "--clean", "-o", "r.docx")
    with zipfile.ZipFile(folder / "r.docx") as file:
        paragraphs = file.read("word/document.xml").decode().split("<w:p>")
    closing = [at for at, paragraph in enumerate(paragraphs) if '"Meeting"' in paragraph]
    assert len(closing) == 2
    assert ["<w:keepNext/>" in paragraphs[at] for at in (closing[0] - 2, closing[0] - 1, closing[0])] == [False, True, True]


@pytest.mark.parametrize(
    "options",
    [
        ("--sponsors", "Fiji"),
        ("--heading", "Working paper"),
        ("--submitted-by", "Vice-Chair, Ana Example (Poland)", "--consultations-on", "A/C.6/82/L.7"),
    ],
)
def test_an_l_document_is_proved_under_its_own_masthead(folder, options):
    run("build", "draft.yaml", "--as", "l-document", *options, "-o", "l.docx")
    result = run("verify", "l.docx", "--prior", "A_RES_80_903.md", "--new", "draft.yaml")
    assert (result.exit_code, "untracked" in result.output) == (0, True)


def test_a_wrong_masthead_is_still_found_out(folder):
    run("build", "draft.yaml", "--as", "l-document", "--sponsors", "Fiji", "-o", "l.docx")
    other = (folder / "draft.yaml").read_text("utf-8").replace("session: 82", "session: 83")
    (folder / "other.yaml").write_text(other, "utf-8")
    assert run("verify", "l.docx", "--prior", "A_RES_80_903.md", "--new", "other.yaml").exit_code == 1


def test_a_corrigendum_to_a_word_file_names_the_paragraph(folder):
    run("build", "draft.yaml", "--as", "l-document", "--clean", "-o", "issued.docx")
    right = (folder / "draft.yaml").read_text("utf-8").replace("free of charge", "at no cost")
    (folder / "right.yaml").write_text(right, "utf-8")
    assert run("build", "right.yaml", "--corr", "1", "--prior", "issued.docx", "-o", "corr.txt").exit_code == 0
    assert "\n\nParagraph 6\n\nFor free of charge read at no cost" in (folder / "corr.txt").read_text("utf-8")


def test_a_second_revision_shows_no_change_of_its_masthead_but_its_symbol(folder):
    run("build", "draft.yaml", "--as", "l-document", "--clean", "-o", "l.docx")
    assert run("build", "draft.yaml", "--rev", "1", "--prior", "l.docx", "--as", "l-document", "--clean", "-o", "r1.docx").exit_code == 0
    made = read(folder / "r1.docx").resolution
    assert (made.masthead.heading, len(made.masthead.agenda)) == ("Revised draft resolution", 1)
    assert plain(made.title) == "Measures to enhance the protection of submarine telecommunications cables"
