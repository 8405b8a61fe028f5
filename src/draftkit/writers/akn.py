"""A finished text as Akoma Ntoso for the United Nations (AKN4UN XML), in the shape of the official files.

In: a resolution. Out: the file, valid under Akoma Ntoso 3.0; ``readers.akn`` reads from it a text that prints the same.
A text with parts is a ``documentCollection`` with a component for each. Numbers, references and notes stand in it as they
are printed; a reference points at its paragraph, a note is where it is first called, and a further callout is a ``sup``.
What could not be read is a ``block`` named "unread", its class what it is.

Source: "AKN4UN guidelines, part 3: modelling of General Assembly resolutions"; Akoma Ntoso 3.0 (OASIS LegalDocML).

Example:
    >>> write(resolution)[:60]
    b'<?xml version=\'1.0\' encoding=\'UTF-8\'?>\n<akomaNtoso xmlns="htt'
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from draftkit.assemble.printed import Run, Runs, printed
from draftkit.model import Annex, Block, Heading, Item, Opaque, Paragraph, Part, Resolution, Table
from draftkit.tree import walk
from draftkit.writers.akn_markup import day, element, paragraph, preserved, serialize
from draftkit.writers.akn_meta import cover, meta


def write(resolution: Resolution) -> bytes:
    """The file, the same bytes each time."""
    writer = _Writer(resolution)
    parts = resolution.parts or (Part(formula=()),)
    composite = len(parts) > 1 or bool(parts[0].label or parts[0].title)
    return serialize(writer.collection(parts) if composite else element("akomaNtoso", writer.statement(parts[0])))


class _Writer:
    """One resolution, as printed."""

    def __init__(self, resolution: Resolution) -> None:
        page = printed(resolution)
        self.head = resolution.masthead
        self.lines = {line.key: line for line in page.lines}
        self.notes = {note.id: note.runs for note in page.notes}
        self.eids = _eids(resolution)
        self.counts: Counter[str] = Counter()

    def statement(self, part: Part, at: int = 0, *, component: bool = False) -> Any:
        """A resolution proper; as a component it has a head of its own, else that of the document."""
        name = "resolution" if self.head.adopted else "draftResolution"
        if component:
            preface = element("preface", self.headline(part.label, f"part.{at}.title"))
            one = element("statement", meta(self.head, part.label or str(at + 1)), preface, name=name)
        else:
            one = element("statement", *self.document_head(), name=name)
        preamble = element("preamble", *self.formula(at), *(self.preambular(block) for block in part.preamble))
        if len(preamble):
            one.append(preamble)
        one.append(self.main_body(part.operative))
        if part.meeting or part.adopted:
            one.append(element("conclusions", _closing(part), eId=self.eid("conclusions")))
        if part.annexes:
            one.append(element("attachments", *(self.annex(annex) for annex in part.annexes)))
        return one

    def collection(self, parts: tuple[Part, ...]) -> Any:
        names = [(f"comp_{n}", f"Resolution {part.label}".strip()) for n, part in enumerate(parts, 1)]
        references = (
            element("component", element("documentRef", eId=f"{name}__ref", href=f"#{name}", showAs=said), eId=f"{name}__def")
            for name, said in names
        )
        whole = element("documentCollection", *self.document_head(), element("collectionBody", *references), name="publication")
        statements = (
            element("component", self.statement(part, at, component=True), eId=names[at][0]) for at, part in enumerate(parts)
        )
        return element("akomaNtoso", whole, element("components", *statements))

    def document_head(self) -> Iterator[Any]:
        yield meta(self.head)
        front = cover(self.head)
        if front is not None:
            yield front
        yield element("preface", self.headline(self.number("masthead.title"), "masthead.title"))

    def number(self, key: str) -> str:
        return self.lines[key].number if key in self.lines else ""

    def headline(self, number: str, key: str) -> Any:
        line = self.lines.get(key)
        title = element("docTitle", *self.inline(line.runs if line else ()), refersTo="#resolutionTitle")
        return paragraph(*([element("docNumber", number), " "] if number else []), title)

    def formula(self, at: int) -> Iterator[Any]:
        if line := self.lines.get(f"part.{at}.formula"):
            yield element("formula", self.p(line.runs), name="enactingFormula", eId=self.eid("formula"))

    # --- Preamble: containers ----------------------------------------------------------------------------------------

    def preambular(self, block: Block) -> Any:
        if isinstance(block, Table):
            return element("container", self.table(block), name="table", eId=self.eids[block.id])
        if isinstance(block, Opaque):
            return element("container", self.unread(block), name="unread", eId=self.eids[block.id])
        if isinstance(block, Heading):
            keys = (f"{block.id}.number", block.id)
            lines = [self.lines[key] for key in keys if key in self.lines]
            inside = [self.p(tuple(replace(run, bold=True) for run in _with_number(line.number, line.runs))) for line in lines]
            return element("container", *(inside or [self.p(())]), name="heading", eId=self.eids[block.id])
        line = self.lines[block.id]
        name = next((run.text.strip() for run in line.runs if run.italic and run.text.strip()), "paragraph")
        one = element("container", self.p(_with_number(line.number, line.runs)), name=name, eId=self.eids[block.id])
        self.add_block_list(one, block)
        return one

    def add_block_list(self, to: Any, block: Block) -> None:
        if isinstance(block, Paragraph) and block.items:
            to.append(element("blockList", *map(self.item, block.items), eId=f"{self.eids[block.id]}__list"))

    def item(self, block: Item) -> Any:
        if not isinstance(block, Paragraph):
            inside = self.table(block) if isinstance(block, Table) else self.unread(block)
            return element("item", inside, eId=self.eids[block.id])
        line = self.lines[block.id]
        one = element("item", *_num(line.number), self.p(line.runs), eId=self.eids[block.id])
        self.add_block_list(one, block)
        return one

    # --- Operative part and annexes: sections, paragraphs, points -----------------------------------------------------

    def main_body(self, blocks: tuple[Block, ...]) -> Any:
        body = element("mainBody")
        at = body
        for block in blocks:
            if isinstance(block, Heading):
                at = self.section(block)
                body.append(at)
            else:
                at.append(self.numbered(block, "paragraph"))
        if not len(body):
            body.append(element("paragraph"))
        return body

    def section(self, heading: Heading) -> Any:
        alone, line = self.lines.get(f"{heading.id}.number"), self.lines.get(heading.id)
        one = element("section", *_num(alone.text if alone else line.number if line else ""), eId=self.eids[heading.id])
        if line:
            one.append(element("heading", *self.inline(line.runs)))
        return one

    def numbered(self, block: Block, tag: str) -> Any:
        """A paragraph or a point, its items as the points of a list."""
        eid = self.eids[block.id]
        look = "SingleTxt" if tag == "paragraph" else ""
        if isinstance(block, Table):
            return element(tag, element("content", self.table(block)), eId=eid, class_=look)
        if isinstance(block, Opaque):
            return element(tag, element("content", self.unread(block)), eId=eid, class_=look)
        line = self.lines[block.id]
        one = element(tag, *_num(line.number), eId=eid, class_=look)
        if isinstance(block, Paragraph) and block.items:
            intro = element("intro", self.p(line.runs), eId=f"{eid}__list__intro")
            one.append(element("list", intro, *(self.numbered(item, "point") for item in block.items), eId=f"{eid}__list"))
        else:
            one.append(element("content", self.p(line.runs), eId=f"{eid}__content"))
        return one

    def annex(self, annex: Annex) -> Any:
        title = self.lines.get(annex.id)
        eid = self.eid("annex")
        line = paragraph(element("docType", annex.label), " ", element("docTitle", *self.inline(title.runs if title else ())))
        head = element("paragraph", element("content", line, eId=f"{eid}__head__content"), eId=f"{eid}__head", class_="H1")
        body = self.main_body(annex.body)
        body.insert(0, head)
        return element("attachment", element("doc", meta(self.head, component=eid), body, name="annex"), eId=eid)

    # --- Tables and text ----------------------------------------------------------------------------------------------

    def table(self, table: Table) -> Any:
        """A table; where there is nothing in it, a paragraph without text."""
        rows = []
        for at in range(len(table.rows)):
            line = self.lines[f"{table.id}.{at}"]
            cells = zip(line.cells or ((),), line.spans or (1,), strict=True)
            tag = "th" if line.head else "td"
            inside = (element(tag, self.p(runs), colspan=str(span) if span > 1 else "") for runs, span in cells)
            rows.append(element("tr", *inside))
        return element("table", *rows, eId=f"{self.eids[table.id]}__table") if rows else self.p(())

    def unread(self, block: Opaque) -> Any:
        """What could not be read, its blanks as they are."""
        return preserved("block", *self.inline(self.lines[block.id].runs), name="unread", class_=block.kind)

    def p(self, runs: Runs) -> Any:
        return paragraph(*self.inline(runs))

    def inline(self, runs: Runs) -> Iterator[Any]:
        return map(self.run, runs)

    def run(self, run: Run) -> Any:
        if run.repeated:
            return element("sup", run.text)
        if run.note:
            attributes = {"marker": run.text, "placement": "bottom", "eId": self.eid("authorialNote")}
            return element("authorialNote", self.p(self.notes.get(run.note, ())), **attributes)
        if run.ref in self.eids:
            return element("ref", run.text, href=f"#{self.eids[run.ref]}")
        look = " ".join(name for name, is_on in (("bold", run.bold), ("italic", run.italic)) if is_on)
        inside = element("sup", run.text, class_="superscript") if run.superscript else run.text
        return element("span", inside, class_=look) if look else inside

    def eid(self, name: str) -> str:
        self.counts[name] += 1
        return f"{name}_{self.counts[name]}"


def _eids(resolution: Resolution) -> dict[str, str]:
    """The name in the file of every block: "para_3", "para_3__point_1"."""
    counts: Counter[str] = Counter()
    found: dict[str, str] = {}
    for place in walk(resolution):
        kind = "section" if isinstance(place.block, Heading) else "para"
        stem = f"{found[place.parent]}__point" if place.parent else kind
        counts[stem] += 1
        found[place.block.id] = f"{stem}_{counts[stem]}"
    return found


def _num(number: str) -> list[Any]:
    return [element("num", number)] if number else []


def _with_number(number: str, runs: Runs) -> Runs:
    """A number that has no element of its own, in front of the text."""
    return (Run(f"{number} "), *runs) if number else runs


def _closing(part: Part) -> Any:
    inside: list[Any] = []
    if part.meeting:
        inside += [element("inline", part.meeting, name="adoptionMeeting"), element("eol")]
    if part.adopted:
        inside.append(element("docDate", part.adopted, date=day(part.adopted), refersTo="#adoptionDate"))
    return paragraph(*inside)
