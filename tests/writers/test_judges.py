"""The redline before judges that are not ours: pandoc, the schema of WordprocessingML, and another reader of revisions.

Law: accepting every change gives the new text, rejecting gives the old one, for any two texts.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from draftkit.assemble.printed import MASTHEAD, Role, Run, Runs, printed
from draftkit.compare.comparison import compare
from draftkit.compare.proof import prove
from draftkit.compare.redline import with_fresh_masthead
from draftkit.model import Callout, Masthead, Note, Paragraph, Part, Resolution, Text
from draftkit.tracking import redline_files
from draftkit.word.package import open_word
from draftkit.word.readout import lines
from draftkit.word.revisions import Mode
from draftkit.word.soundness import faults
from draftkit.writers.authors import Authors
from draftkit.writers.docx import write, write_redline
from judges import integrity, office, pandoc, schema, sdk
from judges.oracle import resolved
from judges.pandoc import folded
from judges.schema import W, trees
from strategies import pairs, resolutions

REVISIONS = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "moveFromRangeStart", "moveToRangeStart")


def law(examples: int) -> settings:
    return settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))


def redline(old: Resolution, new: Resolution, *, by_id: bool = False) -> bytes:
    return write_redline(compare(old, new, by_id=by_id))


def said(resolution: Resolution) -> list[str]:
    """The body of a text, a line for each paragraph or row, notes inline: this file's own reading of the page."""
    page = printed(resolution)
    notes = {note.id: folded("".join(run.text for run in note.runs)) for note in page.notes}

    def text(runs: Runs) -> str:
        return "".join(f"{{fn: {notes[run.note]}}}" if run.note and not run.repeated else run.text for run in runs)

    found = []
    for line in page.lines:
        if line.role in MASTHEAD:
            continue
        found.append(" | ".join(folded(text(c)) for c in line.cells) if line.cells else folded(f"{line.number} {text(line.runs)}"))
    return [line for line in found if line.replace("|", "").strip()]


# --- pandoc --------------------------------------------------------------------------------------------------------


def from_organ(found: list[str]) -> list[str]:
    """The lines from the organ's on."""
    return found[next((at for at, line in enumerate(found) if line.replace("*", "").startswith("The General Assembly")), 0) :]


def read_by_pandoc(data: bytes, way: str, *, formats: bool = False) -> list[str]:
    return from_organ(pandoc.lines(data, way, formats=formats))


@law(25)
@given(pairs())
def test_pandoc_accepts_to_the_new_text_and_rejects_to_the_old(both: tuple[Resolution, Resolution]) -> None:
    old, new = both
    data = redline(old, new)
    assert read_by_pandoc(data, "accept") == said(new)
    assert read_by_pandoc(data, "reject") == said(old)


@law(15)
@given(pairs())
def test_pandoc_sees_the_italics_of_the_new_text(both: tuple[Resolution, Resolution]) -> None:
    old, new = both
    assert read_by_pandoc(redline(old, new), "accept", formats=True) == read_by_pandoc(write(new), "accept", formats=True)


# --- another reader of revisions -----------------------------------------------------------------------------------


@law(80)
@given(pairs())
@pytest.mark.parametrize("by_id", [False, True])
def test_the_oracle_accepts_to_the_new_text_and_rejects_to_the_old(by_id: bool, both: tuple[Resolution, Resolution]) -> None:
    old, new = both
    data = redline(old, new, by_id=by_id)
    for way, text in (("accept", new), ("reject", old)):
        assert from_organ(resolved(data, way)) == said(text), way


@law(60)
@given(pairs())
def test_italics_come_and_go_with_the_changes(both: tuple[Resolution, Resolution]) -> None:
    """What is accepted or rejected is formatted as the clean file of that text, masthead and all."""
    old, new = both
    data = redline(old, new)
    assert resolved(data, "accept", formats=True) == resolved(write(new), "accept", formats=True)
    if old.masthead.adopted == new.masthead.adopted:  # else the page is another one
        assert resolved(data, "reject", formats=True) == resolved(write(old), "accept", formats=True)


@law(60)
@given(pairs())
def test_our_own_reader_agrees_with_the_oracle(both: tuple[Resolution, Resolution]) -> None:
    data = redline(*both)
    word = open_word(data, "redline.docx")
    assert list(lines(word, Mode.ACCEPT)) == resolved(data, "accept")
    assert list(lines(word, Mode.REJECT)) == resolved(data, "reject")


@law(60)
@given(pairs())
def test_the_proof_holds(both: tuple[Resolution, Resolution]) -> None:
    old, new = both
    word = open_word(redline(old, new), "redline.docx")
    proof = prove(lines(word, Mode.ACCEPT), lines(word, Mode.REJECT), old=old, new=new)
    assert (proof.accept, proof.reject, proof.differences) == (True, True, ())


@law(30)
@given(pairs())
def test_a_fresh_masthead_is_that_of_the_new_text_either_way(both: tuple[Resolution, Resolution]) -> None:
    old, new = both
    data = write_redline(with_fresh_masthead(compare(old, new, by_id=True), new))
    accepted, rejected = resolved(data, "accept"), resolved(data, "reject")
    first = next(at for at, line in enumerate(accepted) if line.startswith("The General Assembly"))
    assert accepted[:first] == rejected[:first]
    assert (accepted[first:], rejected[first:]) == (said(new), said(old))


# --- the form of the file ------------------------------------------------------------------------------------------


@law(60)
@given(pairs())
def test_every_part_is_valid_under_the_schema(both: tuple[Resolution, Resolution]) -> None:
    assert schema.errors(redline(*both)) == []


@law(30)
@given(pairs())
def test_other_lints_find_nothing(both: tuple[Resolution, Resolution]) -> None:
    data = redline(*both)
    assert faults(data) == ()
    assert integrity.findings(data) == []


@law(5)
@given(pairs())
def test_the_open_xml_sdk_finds_nothing(both: tuple[Resolution, Resolution]) -> None:
    assert sdk.errors(redline(*both)) == []


@law(2)
@given(pairs())
def test_libreoffice_accepts_to_the_new_text_and_rejects_to_the_old(both: tuple[Resolution, Resolution]) -> None:
    """Each as it reads the clean file of that text."""
    old, new = both
    data = redline(old, new)
    assert from_organ(office.lines(data, "accept")) == from_organ(office.lines(write(new), "accept"))
    assert from_organ(office.lines(data, "reject")) == from_organ(office.lines(write(old), "accept"))


@law(60)
@given(pairs())
def test_revisions_are_named_dated_and_numbered_once(both: tuple[Resolution, Resolution]) -> None:
    found = [e for root in trees(redline(*both)).values() for e in root.iter(*(f"{W}{name}" for name in REVISIONS))]
    ids = [e.get(f"{W}id") for e in found]
    assert len(ids) == len(set(ids))
    assert all(e.get(f"{W}author") and e.get(f"{W}date") for e in found)


@law(60)
@given(pairs())
def test_moves_come_in_named_pairs(both: tuple[Resolution, Resolution]) -> None:
    document = trees(redline(*both))["word/document.xml"]
    names = {tag: [e.get(f"{W}name") for e in document.iter(f"{W}{tag}RangeStart")] for tag in ("moveFrom", "moveTo")}
    assert sorted(names["moveFrom"]) == sorted(names["moveTo"])
    assert len(set(names["moveFrom"])) == len(names["moveFrom"])
    for tag in ("moveFrom", "moveTo"):
        starts, ends = ([e.get(f"{W}id") for e in document.iter(f"{W}{tag}Range{end}")] for end in ("Start", "End"))
        assert starts == ends


@law(60)
@given(pairs())
def test_text_stands_in_the_element_its_place_asks_for(both: tuple[Resolution, Resolution]) -> None:
    """w:delText under w:del and nowhere else; no revision in one of its own kind (ECMA-376 part 1, 17.4.20)."""
    for root in trees(redline(*both)).values():
        for text in root.iter(f"{W}t", f"{W}delText"):
            deleted = any(above.tag == f"{W}del" for above in text.iterancestors())
            assert (text.tag == f"{W}delText") == deleted
        for tag in (f"{W}ins", f"{W}del"):
            assert not [e for e in root.iter(tag) if any(above.tag == tag for above in e.iterancestors())]


@law(60)
@given(pairs())
def test_every_callout_has_a_definition_of_its_own(both: tuple[Resolution, Resolution]) -> None:
    found = trees(redline(*both))
    called = [e.get(f"{W}id") for e in found["word/document.xml"].iter(f"{W}footnoteReference")]
    defined = [e.get(f"{W}id") for e in found["word/footnotes.xml"] if e.get(f"{W}type") is None]
    assert called == defined


@law(40)
@given(resolutions())
def test_no_change_no_revision(text: Resolution) -> None:
    for by_id in (False, True):
        found = trees(redline(text, text, by_id=by_id))
        assert not [e.tag for root in found.values() for e in root.iter(*(f"{W}{name}" for name in REVISIONS))]


@law(30)
@given(pairs())
def test_same_texts_same_bytes(both: tuple[Resolution, Resolution]) -> None:
    assert redline(*both) == redline(*both)


def test_every_role_of_the_page_is_told_apart() -> None:
    """Guards the reading above: a line is masthead or body, never both."""
    assert {Role.TITLE, Role.PROPOSAL} <= MASTHEAD
    assert Role.FORMULA not in MASTHEAD
    assert Run("1", note="a").text == "1"


# --- what LibreOffice takes for one change -------------------------------------------------------------------------


@pytest.mark.parametrize("in_place", [False, True])
@pytest.mark.parametrize("comes", [True, False])
def test_an_edit_at_the_end_of_a_paragraph_is_no_change_of_the_next_one(comes: bool, in_place: bool) -> None:
    """A callout is put in behind the comma, and a paragraph after it: by one author, in one minute."""
    short = (Text("Recalling", italic=True), Text(" its resolution on submarine cables,"))
    first, second = Paragraph("first", short), Paragraph("second", (Text("Noting", italic=True), Text(" the report,")))
    old, new = _with_preamble(first), _with_preamble(replace(first, content=(*short, Callout("report"))), second)
    old, new = (old, new) if comes else (new, old)
    both = write(old), write(new)
    found = redline_files(*both, Authors(), "2026-10-05T00:00:00Z").data if in_place else redline(old, new)
    assert office.lines(found, "accept") == office.lines(both[1], "accept")
    assert office.lines(found, "reject") == office.lines(both[0], "accept")


def _with_preamble(*preamble: Paragraph) -> Resolution:
    decides = Paragraph("decides", (Text("Decides", italic=True), Text(" to remain seized of the matter.")))
    notes = (Note("report", (Text("A/79/143."),)),) if len(preamble) > 1 else ()
    return Resolution(Masthead("General Assembly"), (Text("Cables"),), (Part(preamble, (decides,)),), notes)
