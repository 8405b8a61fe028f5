"""Two Word files compared: what is marked, what is left alone, and what is named because it cannot be tracked."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

import pytest

from draftkit.errors import Unreadable
from draftkit.tracking import Tracked, redline_files
from draftkit.word.archive import Archive
from draftkit.word.package import W
from draftkit.word.soundness import faults
from draftkit.writers.authors import Authors
from judges import oracle
from tracking.marked import shown
from word_files import Block, Comment, Controlled, Field, File, Note, P, Row, Run, Table, build

DATE = "2026-10-05T09:00:00Z"
URGES = "Urges all States to keep the access roads to observatories open;"
INVITES = "Invites the regional commissions to submit information on the cost of spare parts;"
DECIDES = "Decides to remain seized of the matter."


def tracked(old: bytes, new: bytes) -> Tracked:
    """The redline, sound and exact both ways."""
    found = redline_files(old, new, Authors(), DATE)
    assert not faults(found.data)
    if not found.untracked:
        assert oracle.stories(found.data, "accept") == oracle.stories(new, "accept")
    assert oracle.stories(found.data, "reject") == oracle.stories(old, "accept")
    return found


def marked(old: Sequence[Block], new: Sequence[Block]) -> list[str]:
    """The paragraphs of the redline of two bodies."""
    data = tracked(build(File(tuple(old))), build(File(tuple(new)))).data
    archive = Archive.open(data)
    return [shown(p) for p in archive.tree(archive.main).iter(f"{W}p")]


def test_a_word_is_marked_alone() -> None:
    assert marked([P(URGES), P(DECIDES)], [P(URGES.replace("all ", "")), P(DECIDES)])[0] == f"Urges[- all-]{URGES[9:]}"


def test_a_typed_number_is_marked_alone() -> None:
    found = marked([P("\t3.\t", URGES), P(DECIDES)], [P("\t4.\t", URGES), P(DECIDES)])
    assert found[0].strip().startswith("[-3-]{+4+}.")


def test_a_moved_paragraph_keeps_what_did_not_change() -> None:
    found = marked([P(URGES), P(INVITES), P(DECIDES)], [P(INVITES), P(URGES.replace("all", "the")), P(DECIDES)])
    assert [line[-4:] for line in found if "¶" in line] == ["[<¶]", "{>¶}"]


def test_the_figures_of_a_row_change_in_their_cells() -> None:
    old = Table((Row("Subtotal, part I", "425 681 900"), Row("Subtotal, part II", "669 303 300")))
    new = Table((Row("Subtotal, part I", "435 280 300"), Row("Subtotal, part II", "839 094 400")))
    found = marked([old, P(DECIDES)], [new, P(DECIDES)])
    assert found[:4] == ["Subtotal, part I", "[-425 681 900-]{+435 280 300+}", "Subtotal, part II", "[-669 303 300-]{+839 094 400+}"]


def test_another_number_of_columns_shows_on_the_page() -> None:
    old, new = Table((Row("a", "b"), Row("c", "d"))), Table((Row("a", "b", "x"), Row("c", "d", "y")))
    data = tracked(build(File((old, P(DECIDES)))), build(File((new, P(DECIDES))))).data
    archive = Archive.open(data)
    grid = next(archive.tree(archive.main).iter(f"{W}tblGrid"))
    assert [len(grid.findall(f"{W}gridCol")), len(grid.findall(f"{W}tblGridChange/{W}tblGrid/{W}gridCol"))] == [3, 2]


def test_a_page_number_that_was_stored_otherwise_is_no_change() -> None:
    old, new = (build(File((P(URGES),), footer=(P("Page ", Field(page, code="PAGE")),))) for page in ("8", "9"))
    assert redline_files(old, new, Authors(), DATE).changes == 0


def test_a_field_that_refers_elsewhere_is_replaced_whole() -> None:
    found = marked([P("See paragraph ", Field("3"), " above;"), P(DECIDES)], [P("See paragraph ", Field("4"), " above;"), P(DECIDES)])
    assert "3" in found[0]
    assert "4" in found[0]
    assert found[0].count("[-") == found[0].count("{+") == 1


def test_a_file_without_changes_stays_byte_for_byte() -> None:
    data = build(File((P(URGES, Note("A/79/143.")), Table((Row("a", "b"),)), P(DECIDES)), header=(P("A/79/L.1"),)))
    assert redline_files(data, data, Authors(), DATE) == Tracked(data)


def test_the_same_files_give_the_same_bytes() -> None:
    old, new = build(File((P(URGES), P(DECIDES)))), build(File((P(INVITES, Note("A/80/1.")), P(DECIDES))))
    assert redline_files(old, new, Authors(), DATE) == redline_files(old, new, Authors(), DATE)


def test_sections_are_paired_by_what_stands_in_them() -> None:
    first = [P(f"The first decision, paragraph {n}, on the roads to observatories;") for n in range(4)]
    second = [P(f"The second decision, paragraph {n}, on the travel of experts;") for n in range(4)]
    end = P("End of the first decision.", ends_section=True)
    old = build(File((*first, end, *second, P(DECIDES)), header=(P("A/79/L.1"),)))
    new = build(File((*second, P(DECIDES)), header=(P("A/79/L.1"),)))
    found = redline_files(old, new, Authors(), DATE)
    assert any("sections" in what for what in found.untracked)
    with zipfile.ZipFile(io.BytesIO(found.data)) as out, zipfile.ZipFile(io.BytesIO(old)) as before:
        headers = [name for name in before.namelist() if "header" in name]
        assert headers
        assert all(out.read(name) == before.read(name) for name in headers)


def test_a_changed_italic_is_a_change_of_format() -> None:
    found = marked([P(Run("Recalling also", italic=True), " the report,"), P(DECIDES)], [P(Run("Recalling", italic=True), " also the report,"), P(DECIDES)])
    assert "[-" not in found[0]
    assert "{+" not in found[0]


def test_a_document_type_definition_is_refused() -> None:
    data = build(File((P(URGES),)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    head, _, rest = parts["word/document.xml"].partition(b"<w:document")
    parts["word/document.xml"] = head + b'<!DOCTYPE a [<!ENTITY b "c">]><w:document' + rest
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, blob in parts.items():
            archive.writestr(name, blob)
    with pytest.raises(Unreadable, match="document type definition"):
        redline_files(out.getvalue(), data, Authors(), DATE)


def test_a_comment_at_the_end_of_a_run_stays() -> None:
    old = build(File((P("Urges all ", Comment("Which?", "States")), P(DECIDES))))
    new = build(File((P("Urges ", Comment("Which?", "States")), P(DECIDES))))
    count = [Archive.open(data).blobs["word/document.xml"].count(b"commentReference") for data in (old, tracked(old, new).data)]
    assert count[0] == count[1] > 0


def test_what_comes_in_behind_a_content_control_stands_outside_of_it() -> None:
    old, new = (build(File((Controlled((P(URGES),)), *between, P(DECIDES)))) for between in ((), (P(INVITES),)))
    archive = Archive.open(tracked(old, new).data)
    assert [len(list(content.iter(f"{W}p"))) for content in archive.tree(archive.main).iter(f"{W}sdtContent")] == [1]
