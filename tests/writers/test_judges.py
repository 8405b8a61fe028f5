"""The redline before judges that are not ours: pandoc, the schema of WordprocessingML, and another reader of revisions.

Law: accepting every change gives the new text, rejecting gives the old one, for any two texts.
"""

from __future__ import annotations

import importlib.util
import io
import json
import re
import tempfile
import zipfile
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from draftkit.assemble.printed import MASTHEAD, Role, Run, Runs, printed
from draftkit.compare.comparison import compare
from draftkit.compare.proof import prove
from draftkit.compare.redline import with_fresh_masthead
from draftkit.model import Resolution
from draftkit.word.package import open_word
from draftkit.word.revisions import Mode, lines
from draftkit.writers.docx import write, write_redline
from strategies import pairs, resolutions

SHARED = Path(__file__).parents[3] / "shared"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
REVISIONS = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "moveFromRangeStart", "moveToRangeStart")


def law(examples: int) -> settings:
    return settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))


def redline(old: Resolution, new: Resolution, *, by_id: bool = False) -> bytes:
    return write_redline(compare(old, new, by_id=by_id))


def folded(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").replace("\u2011", "-").split())


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


def pandoc(data: bytes, way: str, *, italics: bool = False) -> list[str]:
    """The lines of a Word file as pandoc reads it, from the organ's line on; emphasis as *...* where wanted."""
    import pypandoc

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "redline.docx"
        file.write_bytes(data)
        tree = json.loads(pypandoc.convert_file(str(file), "json", format="docx", extra_args=[f"--track-changes={way}"]))
    found = [line for line in _blocks(tree["blocks"], italics) if line.replace("|", "").strip()]
    start = next((at for at, line in enumerate(found) if line.replace("*", "").startswith("The General Assembly")), 0)
    return found[start:]


def _blocks(blocks: list[dict[str, object]], italics: bool) -> list[str]:
    out: list[str] = []
    for block in blocks:
        kind, content = block["t"], block.get("c")
        if kind in ("Para", "Plain"):
            out.append(_line(content, italics))
        elif kind == "Header":
            out.append(_line(content[2], italics))  # type: ignore[index]
        elif kind in ("BlockQuote", "Div"):
            out += _blocks(content if kind == "BlockQuote" else content[1], italics)  # type: ignore[index,arg-type]
        elif kind == "Table":
            _, _, _, head, bodies, foot = content  # type: ignore[misc]
            groups = [head[1], *(rows for body in bodies for rows in (body[2], body[3])), foot[1]]
            for row in (row for rows in groups for row in rows):
                out.append(" | ".join(" ".join(_blocks(cell[4], italics)) for cell in row[1]))
        else:
            raise AssertionError(f"pandoc found {kind}")
    return out


def _line(inlines: object, italics: bool) -> str:
    text = folded(_inlines(inlines, italics))
    return re.sub(r"\s*\*\s*\*\s*", " ", text) if italics else text  # neighbours in italics are one


def _inlines(inlines: object, italics: bool) -> str:
    out = ""
    for piece in inlines:  # type: ignore[attr-defined]
        kind, content = piece["t"], piece.get("c")
        if kind == "Str":
            out += content
        elif kind in ("Space", "SoftBreak", "LineBreak"):
            out += " "
        elif kind == "Note":
            out += "{fn: " + " ".join(_blocks(content, False)) + "}"
        elif kind == "Emph":
            inside = _inlines(content, italics)
            out += f"*{inside}*" if italics else inside
        elif kind in ("Strong", "Superscript", "Underline"):
            out += _inlines(content, italics)
        elif kind in ("Span", "Link", "Quoted"):
            out += _inlines(content[1], italics)
        else:
            raise AssertionError(f"pandoc found {kind}")
    return out


@law(25)
@given(pairs())
def test_pandoc_accepts_to_the_new_text_and_rejects_to_the_old(both: tuple[Resolution, Resolution]) -> None:
    pytest.importorskip("pypandoc")
    old, new = both
    data = redline(old, new)
    assert pandoc(data, "accept") == said(new)
    assert pandoc(data, "reject") == said(old)


@law(15)
@given(pairs())
def test_pandoc_sees_the_italics_of_the_new_text(both: tuple[Resolution, Resolution]) -> None:
    pytest.importorskip("pypandoc")
    old, new = both
    assert pandoc(redline(old, new), "accept", italics=True) == pandoc(write(new), "accept", italics=True)


# --- another reader of revisions -----------------------------------------------------------------------------------


@cache
def oracle() -> ModuleType | None:
    file = SHARED / "tools" / "revisions.py"
    spec = importlib.util.spec_from_file_location("revisions_oracle", file) if file.is_file() else None
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def resolved(data: bytes, way: str, *, formats: bool = False) -> list[str]:
    module = oracle()
    if module is None:
        pytest.skip("needs ../shared/tools/revisions.py beside the project")
    found: list[str] = module.text(io.BytesIO(data), way, formats)
    return found


@law(80)
@given(pairs())
@pytest.mark.parametrize("by_id", [False, True])
def test_the_oracle_accepts_to_the_new_text_and_rejects_to_the_old(by_id: bool, both: tuple[Resolution, Resolution]) -> None:
    old, new = both
    data = redline(old, new, by_id=by_id)
    for way, text in (("accept", new), ("reject", old)):
        found = resolved(data, way)
        start = next(at for at, line in enumerate(found) if line.startswith("The General Assembly"))
        assert found[start:] == said(text), way


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


def parts(data: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.startswith("word/") and name.endswith(".xml")]
        return {name: etree.fromstring(archive.read(name)) for name in names}


@cache
def schema() -> etree.XMLSchema | None:
    file = SHARED / "schemas" / "ooxml" / "wml.xsd"
    return etree.XMLSchema(etree.parse(str(file))) if file.is_file() else None


@law(60)
@given(pairs())
def test_every_part_is_valid_under_the_schema(both: tuple[Resolution, Resolution]) -> None:
    rules = schema()
    if rules is None:
        pytest.skip("needs ../shared/schemas/ooxml/wml.xsd beside the project")
    for name, root in parts(redline(*both)).items():
        assert rules.validate(root), (name, str(rules.error_log))


@law(60)
@given(pairs())
def test_revisions_are_named_dated_and_numbered_once(both: tuple[Resolution, Resolution]) -> None:
    found = [e for root in parts(redline(*both)).values() for e in root.iter(*(f"{W}{name}" for name in REVISIONS))]
    ids = [e.get(f"{W}id") for e in found]
    assert len(ids) == len(set(ids))
    assert all(e.get(f"{W}author") and e.get(f"{W}date") for e in found)


@law(60)
@given(pairs())
def test_moves_come_in_named_pairs(both: tuple[Resolution, Resolution]) -> None:
    document = parts(redline(*both))["word/document.xml"]
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
    for root in parts(redline(*both)).values():
        for text in root.iter(f"{W}t", f"{W}delText"):
            deleted = any(above.tag == f"{W}del" for above in text.iterancestors())
            assert (text.tag == f"{W}delText") == deleted
        for tag in (f"{W}ins", f"{W}del"):
            assert not [e for e in root.iter(tag) if any(above.tag == tag for above in e.iterancestors())]


@law(60)
@given(pairs())
def test_every_callout_has_a_definition_of_its_own(both: tuple[Resolution, Resolution]) -> None:
    found = parts(redline(*both))
    called = [e.get(f"{W}id") for e in found["word/document.xml"].iter(f"{W}footnoteReference")]
    defined = [e.get(f"{W}id") for e in found["word/footnotes.xml"] if e.get(f"{W}type") is None]
    assert called == defined


@law(40)
@given(resolutions())
def test_no_change_no_revision(text: Resolution) -> None:
    for by_id in (False, True):
        found = parts(redline(text, text, by_id=by_id))
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
