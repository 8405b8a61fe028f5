"""The running heads and feet of a Word file that is a template: taken with our symbol and job number in them.

In: the parts of the file. Out: our parts of headers and footers with its content. The first page's stay ours: there the United
Nations' files have the masthead, which is part of the text here. A head that needs another part, as one with a picture does,
stays ours too. Where it says a symbol or a job number, ``look.MARKS`` stand for those of the document that is made; a variable of
that file becomes plain text.

Example:
    >>> sorted(heads(parts, "own.docx"))
    ['word/footer-even.xml', 'word/footer-odd.xml', 'word/header-even.xml', 'word/header-odd.xml']
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Any

from draftkit.un.symbols import SYMBOL
from draftkit.word.package import R, W, parsed, require_shallow
from draftkit.writers.look import MARKS

DOCUMENT = "word/document.xml"
LINKS = "word/_rels/document.xml.rels"

_OURS = {"even": "even", "default": "odd"}
_SYMBOL = re.compile(rf"{SYMBOL}.*")
_JOB = re.compile(r"[\d_]{2}-[\d_]{5}")
_VARIABLE = re.compile(r"\s*DOC(?:VARIABLE|PROPERTY)\b")


def heads(parts: Mapping[str, bytes], name: str) -> dict[str, Any]:
    """The trees of the heads and feet that are taken, by the names of the parts whose place they take."""
    found: dict[str, Any] = {}
    for kind, page, target in _references(parts, name):
        if target not in parts:
            continue
        tree = parsed(parts[target], f"{name}, {target}")
        require_shallow(tree, f"{name}, {target}")
        if tree.tag == f"{W}{'hdr' if kind == 'header' else 'ftr'}" and not leads_out(tree):
            _without_variables(tree)
            _with_marks(tree)
            found[f"word/{kind}-{page}.xml"] = tree
    return found


def leads_out(tree: Any) -> bool:
    """Whether a part needs another one: a picture, a link."""
    return any(str(attribute).startswith(R) for element in tree.iter() for attribute in element.attrib)


def _references(parts: Mapping[str, bytes], name: str) -> Iterator[tuple[str, str, str]]:
    """What the last section has: "header" or "footer", our name of its page, the part."""
    if DOCUMENT not in parts or LINKS not in parts:
        return
    inside = (link for link in parsed(parts[LINKS], name) if link.get("TargetMode") != "External")
    links = {link.get("Id"): link.get("Target", "") for link in inside}
    sections = parsed(parts[DOCUMENT], name).findall(f".//{W}sectPr")
    for kind in ("header", "footer"):
        for page, ours in _OURS.items():
            last = [
                reference.get(f"{R}id")
                for section in sections
                for reference in section.findall(f"{W}{kind}Reference")
                if reference.get(f"{W}type") == page
            ]
            if last and (target := links.get(last[-1])):
                yield kind, ours, posixpath.normpath(target[1:] if target.startswith("/") else f"word/{target}")


def _without_variables(tree: Any) -> None:
    """Fields whose values stand elsewhere in that file are what they show; page numbers stay fields."""
    for simple in list(tree.iter(f"{W}fldSimple")):
        if _VARIABLE.match(simple.get(f"{W}instr", "")):
            for run in list(simple):
                simple.addprevious(run)
            simple.getparent().remove(simple)
    for paragraph in tree.iter(f"{W}p"):
        for runs in list(_fields(paragraph)):
            instruction = "".join(text.text or "" for run in runs for text in run.iter(f"{W}instrText"))
            if _VARIABLE.match(instruction):
                for run in runs:
                    if run.find(f"{W}fldChar") is not None or run.find(f"{W}instrText") is not None:
                        run.getparent().remove(run)


def _fields(paragraph: Any) -> Iterator[list[Any]]:
    """The runs of each field, from its beginning to its end; one in another is part of that."""
    runs: list[Any] = []
    depth = 0
    for run in list(paragraph.iter(f"{W}r")):
        signs = [sign.get(f"{W}fldCharType") for sign in run.findall(f"{W}fldChar")]
        depth += signs.count("begin")
        if depth:
            runs.append(run)
        depth -= min(depth, signs.count("end"))
        if runs and not depth:
            yield runs
            runs = []


def _with_marks(tree: Any) -> None:
    """A symbol or a job number, however many runs it fills, becomes the mark of its field."""
    for paragraph in tree.iter(f"{W}p"):
        texts = list(paragraph.iter(f"{W}t"))
        words = "".join(text.text or "" for text in texts).strip()
        mark = MARKS["symbol"] if _SYMBOL.fullmatch(words) else MARKS["job"] if _JOB.fullmatch(words) else ""
        for at, text in enumerate(texts if mark else ()):
            text.text = mark if at == 0 else ""
