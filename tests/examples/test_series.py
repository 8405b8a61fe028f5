"""The example series holds together, and its last draft shows what draftkit is for."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from draftkit.checks import check
from draftkit.cli.finished import finish
from draftkit.compare.comparison import compare
from draftkit.compare.proof import prove
from draftkit.inline import plain
from draftkit.model import Paragraph, Resolution
from draftkit.readers import load_bytes, read
from draftkit.roll import roll
from draftkit.tree import walk
from draftkit.un.citations import lists
from draftkit.word.package import open_word
from draftkit.word.readout import lines
from draftkit.word.retyping import retyped
from draftkit.word.revisions import Mode
from draftkit.writers import render, write

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
ADOPTED = ["A_RES_76_901.txt", "A_RES_78_902.md", "A_RES_80_903.md"]
LAST = EXAMPLES / ADOPTED[-1]
EDITED = {"condemns-acts-wilful", "urges-publish-charts", "encourages-capacity", "requests-submit-report"}
"""The paragraphs of the draft that a person has written, changed or moved."""


def paragraphs(resolution: Resolution) -> dict[str, Paragraph]:
    return {place.block.id: place.block for place in walk(resolution) if isinstance(place.block, Paragraph)}


@pytest.mark.parametrize("name", ADOPTED)
def test_an_adopted_text_prints_as_it_was_read(name: str) -> None:
    path = EXAMPLES / name
    assert render(read(path).resolution, path.suffix[1:]).decode() == path.read_text("utf-8")


@pytest.mark.parametrize("name", ADOPTED)
def test_an_adopted_text_has_no_slips(name: str) -> None:
    reading = read(EXAMPLES / name)
    found = (*reading.findings, *check(reading.resolution, stage="draft"))
    assert {finding.code for finding in found} <= {"agenda-last"}  # the series asks for its report last


@pytest.mark.parametrize("name", ADOPTED)
def test_numbers_lie_above_all_that_were_given(name: str) -> None:
    resolution = read(EXAMPLES / name).resolution
    cited = [c.number for p in paragraphs(resolution).values() for group in lists(plain(p.content)) for c in group]
    assert all(int(number.split("/")[1]) > 900 for number in [resolution.masthead.symbol.removeprefix("A/RES/"), *cited])


def test_the_draft_is_the_last_text_rolled_and_edited() -> None:
    rolled = paragraphs(roll(read(LAST).resolution, session=82).resolution)
    drafted = paragraphs(read(EXAMPLES / "draft.yaml").resolution)
    assert rolled.keys() - drafted.keys() == {"welcomes-meeting-national"}
    assert drafted.keys() - rolled.keys() == {"urges-publish-charts"}
    assert {name for name in rolled.keys() & drafted.keys() if rolled[name] != drafted[name]} <= EDITED


def test_every_kind_of_repair_is_seen() -> None:
    changes = finish(str(EXAMPLES / "draft.yaml")).assembled.changes
    assert {change.rule for change in changes} == {"clause", "opener", "punctuation", "ibid", "direction", "number", "reference"}
    assert ("Also urges", "Further urges") in {(change.old, change.new) for change in changes}
    assert ("Ibid., sect. III.", "A/71/1622, annex, sect. III.") in {(change.old, change.new) for change in changes}


def test_the_built_draft_has_no_slips_but_open_blanks() -> None:
    findings = check(finish(str(EXAMPLES / "draft.yaml")).assembled.resolution, stage="draft")
    assert {finding.code for finding in findings} == {"open-blank"}


def test_the_redline_accepts_to_the_draft_and_rejects_to_the_last_text(tmp_path: Path) -> None:
    work = finish(str(EXAMPLES / "draft.yaml"))
    assert work.prior is not None
    new = work.assembled.resolution
    file = tmp_path / "draft.docx"
    write(compare(work.prior, new, by_id=True, stages=work.stages), file)
    word = open_word(load_bytes(file), file.name)
    proof = prove(lines(word, Mode.ACCEPT), lines(word, Mode.REJECT), old=work.prior, new=new, retyped=retyped(word))
    assert (proof.accept, proof.reject, proof.differences) == (True, True, ())
    assert b"w:moveFrom" in word_part(file, "word/document.xml")


def word_part(file: Path, name: str) -> bytes:
    with zipfile.ZipFile(file) as package:
        return package.read(name)
