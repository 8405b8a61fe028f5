"""The table of dispositions in its formats, before readers that are not ours."""

from __future__ import annotations

import io
import json
import re
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from draftkit.assemble.lines import Run
from draftkit.compare.figures import Dispositions
from draftkit.compare.redline import Piece, Redline
from draftkit.compare.strangers import strangers
from draftkit.compare.table_rows import dispositions
from draftkit.compare.tokens import Op
from draftkit.errors import DraftkitError
from draftkit.model import Cell, Kind, Masthead, Resolution, Table, Text
from draftkit.steering import STEERING
from draftkit.writers.markdown_changes import marked
from draftkit.writers.table import FORMATS, render
from draftkit.writers.table_word import write
from judges import integrity, schema
from redlines import text
from strategies import pairs

HOSTILE = "<script>alert(1)</script> | `x` ~~y~~ **z** {{ 7 * 7 }} & [a](b)"


def both(words: str = "of the sea") -> tuple[Redline, Dispositions]:
    fees = Table("t", ((Cell((Text("Year"),)), Cell((Text("Fee"),))), (Cell((Text("2024"),)), Cell((Text("1"),)))), header=1)
    old = text(
        "a: *Urges* all States to act at its eightieth session;",
        "b: *Welcomes* the old forum of the owners of cables;",
        fees,
        "c: *Decides* to remain seized.",
        preamble=("p: *Noting* the report,[^r]",),
        head=Masthead(symbol="A/RES/79/901", session=79),
        r="A/79/120.",
    )
    new = text(
        "a: *Urges* all coastal States to act at its eighty-second session;",
        fees,
        "c: *Decides* to remain seized.",
        preamble=("p: *Noting* the report,[^r]",),
        head=Masthead(symbol="A/C.6/81/L.3", session=81),
        r="A/81/121.",
    )
    new = Resolution(new.masthead, (Text(f"Safety {words}"),), new.parts, new.notes)
    redline = strangers(old, new)
    return redline, dispositions(old, new, redline)


def table(form: str, **options: bool) -> str:
    return render(*both(), form, **options).decode()


def test_plain_text_has_a_block_for_each_row() -> None:
    blocks = table("txt").strip().split("\n\n")
    assert blocks[0] == "Dispositions: A/RES/79/901 to A/C.6/81/L.3"
    assert blocks[1] == "carried 2, amended 1, dropped 1"
    assert "PP1: carried\n  Noting the report,[1]" in blocks
    assert "1: amended\n  Urges all{+ coastal+} States to act at its [-eightieth-]{+eighty-second+} session;" in blocks
    assert "2 -> -: dropped\n  [-Welcomes the old forum of the owners of cables;-]" in blocks
    assert "table: carried\n  Year | Fee\n  2024 | 1" in blocks
    assert "note 1: technical\n  [-A/79/120-]{+A/81/121+}." in blocks


def test_what_was_carried_over_may_be_left_out_and_the_figures_stay() -> None:
    whole, short = table("txt").split("\n\n"), table("txt", changed=True).split("\n\n")
    assert short[:3] == whole[:3]
    assert not [block for block in short[3:] if ": carried" in block]
    assert len(json.loads(table("json", changed=True))["rows"]) < len(json.loads(table("json"))["rows"])


def test_json_has_both_texts_and_the_changes_with_their_makers() -> None:
    found = json.loads(table("json"))
    assert found["counts"]["dropped"] == 1
    assert found["figures"]["unchanged"] == 2
    (row,) = [row for row in found["rows"] if row["part"] == "operative" and row["new"] == "1"]
    assert row["old_text"] == "Urges all States to act at its eightieth session;"
    assert row["new_text"] == "Urges all coastal States to act at its eighty-second session;"
    assert row["changes"] == [
        {"struck": "", "put_in": " coastal", "kind": "substantive"},
        {"struck": "eightieth", "put_in": "eighty-second", "kind": "technical"},
    ]


def test_markdown_has_a_table() -> None:
    lines = table("md").splitlines()
    assert "| Old | New | Disposition | Text |" in lines
    assert "| 1 | 1 | amended | Urges all **coastal** States to act at its ~~eightieth~~**eighty-second** session; |" in lines
    assert "| PP1 | PP1 | carried | Noting the report,<sup>1</sup> |" in lines


def test_hostile_words_are_words() -> None:
    redline, found = both(HOSTILE)
    html = render(redline, found, "html").decode()
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    markdown = render(redline, found, "md").decode()
    assert "<script" not in markdown
    assert all(len(re.findall(r"(?<!\\)\|", line)) == 5 for line in markdown.splitlines() if line.startswith("| "))
    assert HOSTILE in json.loads(render(redline, found, "json"))["rows"][1]["new_text"]


@pytest.mark.parametrize("form", ["txt", "md", "html", "json"])
def test_nothing_steers_what_shows_a_table(form: str) -> None:
    said = render(*both("\x1b]0;x\x07 \x9b31m \u202enp.exe \u2028 of\rcables"), form).decode()
    assert not {ord(sign) for sign in said} & STEERING.keys()
    assert "np.exe" in said


pieces = st.lists(
    st.builds(
        lambda op, words: Piece(op, Run(words), Kind.SUBSTANTIVE),
        st.sampled_from(list(Op)),
        st.text(alphabet="ab ;.,~*_<>[](|)`-&!1\\#^“”é", min_size=1, max_size=8),
    ),
    max_size=6,
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(pieces)
def test_pandoc_reads_the_words_and_their_changes(found: list[Piece]) -> None:
    pypandoc = pytest.importorskip("pypandoc", reason="needs pandoc, which is not here")
    page = f"| a |\n|---|\n| x {marked(tuple(found))} x |\n"
    read = pypandoc.convert_text(page, "html", format="gfm", extra_args=["--wrap=none"])
    cell = re.search(r"<tbody>.*?<td>(.*?)</td>", read, re.DOTALL)
    assert cell
    unmarked = re.sub(r"</?(?:del|ins|strong)>", "", cell[1])
    said = "".join(piece.run.text for piece in found)
    assert re.sub(r"\s", "", _plain(unmarked)) == re.sub(r"\s", "", f"x{said}x")
    for op, tags in ((Op.DELETE, "del"), (Op.INSERT, "strong|ins")):
        marks = "".join(re.findall(rf"<(?:{tags})>(.*?)</(?:{tags})>", cell[1]))
        assert re.sub(r"\s", "", _plain(marks)) == re.sub(r"\s", "", "".join(p.run.text for p in found if p.op is op))


def _plain(html: str) -> str:
    from html import unescape

    return unescape(re.sub(r"</?(?:del|ins|strong)>", "", html))


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_the_word_file_has_a_table_with_its_head_on_every_page() -> None:
    document = parts(render(*both(), "docx"))["word/document.xml"]
    assert document.count("<w:tbl>") == 1
    assert document.count("<w:tblHeader/>") == 1
    assert document.index("<w:tblHeader/>") < document.index(">Old<")
    assert '<w:rPr><w:strike/><w:color w:val="A3231F"/></w:rPr><w:t>eightieth</w:t>' in document
    assert '<w:u w:val="single"/></w:rPr><w:t>eighty-second</w:t>' in document


def test_pandoc_reads_the_table_of_the_word_file() -> None:
    from judges import pandoc

    said = pandoc.lines(render(*both(), "docx"), "accept")
    assert "Dispositions: A/RES/79/901 to A/C.6/81/L.3" in said
    assert any("amended" in line and "coastal" in line for line in said)


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(pairs())
def test_every_table_is_valid_and_the_same_every_time(made: tuple[Resolution, Resolution]) -> None:
    redline = strangers(*made)
    found = dispositions(*made, redline)
    for form in FORMATS:
        assert render(redline, found, form) == render(redline, found, form)
    data = write(redline, found, found.rows)
    assert (schema.errors(data), integrity.findings(data)) == ([], [])


def test_no_other_format() -> None:
    with pytest.raises(DraftkitError, match="cannot be written"):
        render(*both(), "pdf")
