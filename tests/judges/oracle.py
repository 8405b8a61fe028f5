"""``revisions.py`` of ../shared/tools: another reader of tracked changes."""

from __future__ import annotations

import importlib.util
import io
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from lxml import etree

from judges.schema import W, trees

FILE = Path(__file__).parents[3] / "shared" / "tools" / "revisions.py"

_STORIES = ("document", "footnotes", "endnotes", "hdr", "ftr")
_SIGNS = frozenset(
    f"{W}{name}" for name in "ins del moveFrom moveTo moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd".split()
)
_DELETED = {f"{W}delText": f"{W}t", f"{W}delInstrText": f"{W}instrText"}
_VOLATILE = ("rsid", "paraId", "textId")
"""What Word writes anew each time."""


@cache
def _found() -> ModuleType | None:
    spec = importlib.util.spec_from_file_location("revisions_oracle", FILE) if FILE.is_file() else None
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _module() -> ModuleType:
    module = _found()
    if module is None:
        pytest.skip("needs ../shared/tools/revisions.py beside the project")
    return module


def resolved(data: bytes, way: str, *, formats: bool = False) -> list[str]:
    """The paragraphs of the body, a row a line, footnotes as {fn: text}; with formats, italics as *...*."""
    found: list[str] = _module().text(io.BytesIO(data), way, formats)
    return found


def stories(data: bytes, way: str) -> dict[str, list[str]]:
    """The paragraphs of headers, footers and endnotes: "hdr" -> lines, italics as *...* and bold as **...**."""
    out: dict[str, list[str]] = {}
    for root, tree in _resolved_trees(data, way):
        if root in ("hdr", "ftr", "endnotes"):
            out.setdefault(root, []).extend(filter(None, map(_line, tree.iter(f"{W}p"))))
    return {root: sorted(lines) for root, lines in out.items() if lines}  # notes stand in another order in another file


def _line(paragraph: Any) -> str:
    signs = {(False, False): "", (True, False): "*", (False, True): "**", (True, True): "***"}
    return " ".join("".join(f"{signs[i, b]}{text}{signs[i, b]}" for text, i, b in _module().spans(paragraph)).split())


def canonical(data: bytes, way: str) -> dict[str, bytes]:
    """The XML of the texts, in one form: neighbouring runs of one format are one, what Word writes anew is left out.

    Notes are numbered in the order of their callouts, as Word numbers them whenever it saves.
    """
    found = _resolved_trees(data, way)
    body = next(tree for root, tree in found if root == "document")
    out: dict[str, bytes] = {}
    for root, tree in found:
        if root in ("footnotes", "endnotes"):
            _number(list(body.iter(f"{W}{root[:-1]}Reference")), tree)
    for root, tree in found:
        if not len(tree):
            continue  # no notes are as good as no part
        _simplify(tree)
        out[f"{root} {len(out)}"] = etree.tostring(tree, method="c14n")
    return out


def _number(callouts: list[Any], notes: Any) -> None:
    """Give the notes that are called ids in the order of their callouts; those that are not called go."""
    by_id = {note.get(f"{W}id"): note for note in notes}
    ids = {id_: str(at) for at, id_ in enumerate(dict.fromkeys(e.get(f"{W}id") for e in callouts), 1)}
    for callout in callouts:
        callout.set(f"{W}id", ids[callout.get(f"{W}id")])
    notes[:] = [by_id[id_] for id_ in ids]
    for note in notes:
        note.set(f"{W}id", ids[note.get(f"{W}id")])


def _resolved_trees(data: bytes, way: str) -> list[tuple[str, Any]]:
    found = [(etree.QName(root).localname, root) for _, root in sorted(trees(data).items()) if root.tag.startswith(W)]
    for _, root in found:
        _drop_tables(root, "ins" if way == "reject" else "del")
        _settle_tables(root, way)
    return [(name, _module().resolve(root, way)) for name, root in found if name in _STORIES]


def _drop_tables(root: Any, gone: str) -> None:
    """Take out the tables all of whose rows go: to the oracle an empty one stays, and parts the paragraphs around it."""
    for table in list(root.iter(f"{W}tbl")):
        rows = table.findall(f"{W}tr")
        if rows and all(row.find(f"{W}trPr/{W}{gone}") is not None for row in rows):
            table.getparent().remove(table)


def _settle_tables(root: Any, way: str) -> None:
    """Properties of tables as they were, or as they are now: the oracle knows those of runs and of paragraphs alone."""
    for change in [e for name in ("tblPr", "trPr", "tcPr") for e in root.iter(f"{W}{name}Change")]:
        properties = change.getparent()
        properties.remove(change)
        if way == "reject":
            marks = [child for child in properties if child.tag in _SIGNS]
            properties[:] = [*change[0], *marks]


def _simplify(tree: Any) -> None:
    for field in list(tree.iter(f"{W}fldSimple")):
        _spell_out(field)
    for table in [e for e in tree.iter(f"{W}tbl") if e.find(f"{W}tr") is None]:  # rows go, and with the last one its table
        table.getparent().remove(table)
    for link in [e for e in tree.iter(f"{W}hyperlink") if not len(e)]:
        link.getparent().remove(link)
    for element in list(tree.iter(*_SIGNS)):
        element.getparent().remove(element)
    for element in tree.iter("*"):
        element.tag = _DELETED.get(element.tag, element.tag)
        for name in [n for n in element.attrib if etree.QName(n).localname.startswith(_VOLATILE)]:
            del element.attrib[name]
    for element in [e for tag in ("rPr", "pPr", "trPr") for e in tree.iter(f"{W}{tag}")]:
        if not len(element) and not element.attrib:
            element.getparent().remove(element)
    for run in list(tree.iter(f"{W}r")):
        before = run.getprevious()
        if before is not None and before.tag == run.tag and _look(before) == _look(run):
            before.extend([child for child in run if child.tag != f"{W}rPr"])
            run.getparent().remove(run)
            _join_texts(before)


def _spell_out(field: Any) -> None:
    """A simple field as a complex one, which alone can be deleted (17.16.19)."""
    run = field.makeelement(f"{W}r")
    run.append(field.makeelement(f"{W}fldChar", {f"{W}fldCharType": "begin"}))
    code = etree.SubElement(run, f"{W}instrText", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    code.text = field.get(f"{W}instr")
    run.append(field.makeelement(f"{W}fldChar", {f"{W}fldCharType": "separate"}))
    end = field.makeelement(f"{W}r")
    end.append(field.makeelement(f"{W}fldChar", {f"{W}fldCharType": "end"}))
    for piece in (end, *reversed(field), run):
        field.addnext(piece)
    field.getparent().remove(field)


def _look(run: Any) -> bytes:
    properties = run.find(f"{W}rPr")
    return b"" if properties is None else bytes(etree.tostring(properties, method="c14n", with_tail=False))


def _join_texts(run: Any) -> None:
    for text in list(run.iter(f"{W}t")):
        before = text.getprevious()
        if before is not None and before.tag == text.tag:
            before.text = (before.text or "") + (text.text or "")
            run.remove(text)
