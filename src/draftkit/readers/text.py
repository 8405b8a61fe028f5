"""Plain text and Markdown -> the model: what a person pastes from a PDF or a web page, and draftkit's own output.

The text may be hard-wrapped or not, have its notes in the middle of pages, callouts as superscripts or as digits glued to
the words, italics lost or everywhere. What is read is what the page showed; what is not certain is a finding, and no word
is lost. draftkit's own text (its foot begins with "-----") is read exactly, without any guess.

Example:
    >>> read("59/37. Safety of missions\\n\\nThe General Assembly,\\n\\nRecalling ...", "59-37.txt").resolution.masthead.symbol
    'A/RES/59/37'
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from draftkit import inline
from draftkit.errors import Unreadable
from draftkit.model import Annex, Callout, Content, Finding, Findings, Masthead, Note, Part, Resolution, Severity, Text
from draftkit.readers import Reading
from draftkit.readers.compose import blocks
from draftkit.readers.finish import finish
from draftkit.readers.naming import Names
from draftkit.readers.plain import forms
from draftkit.readers.plain.callouts import mark_callouts
from draftkit.readers.plain.head import Head, read_head
from draftkit.readers.plain.lines import CALLOUT, Joiner, Line, clean_lines, without_running_lines
from draftkit.readers.plain.marks import link_addresses, pieces, without_bold, without_italics
from draftkit.readers.plain.notes import NoteFinder, PrintedNote, own_notes, put_aside
from draftkit.readers.plain.openers import is_all_italic
from draftkit.readers.plain.paragraphs import Chunk, chunks, joined, own_chunks
from draftkit.readers.plain.parts import AnnexChunks, PartChunks, parted
from draftkit.readers.plain.rows import Form, rows
from draftkit.readers.plain.strays import place_strays
from draftkit.readers.plain.tears import mend_tears
from draftkit.tree import Section

OWN_RULE = "-----"
"""The line that the foot of draftkit's own text begins with (see ``writers.text``)."""


@dataclass(frozen=True, slots=True)
class _Page:
    """A text in pieces: its body in whole paragraphs, its notes, and the closing lines of an own foot."""

    form: Form
    chunks: list[Chunk]
    notes: list[PrintedNote]
    closing: list[str]
    findings: Findings


def read(source: str, name: str) -> Reading:
    """Read one text.

    Raises:
        Unreadable: there is no text in it.
    """
    lines = clean_lines(source)
    if not any(line.bare for line in lines):
        raise Unreadable("there is no text in this file", name, "give the text of a resolution")
    page = _own_page(lines) or _foreign_page(lines)
    called, findings = mark_callouts(page.chunks, page.notes)
    whole, lost = _with_uncalled(_placed(called, page.notes), page.notes)
    resolution, unread = _Composer(page).resolution(whole)
    reading = finish(resolution)
    return replace(reading, findings=(*page.findings, *findings, *lost, *unread, *reading.findings))


def _own_page(lines: Sequence[Line]) -> _Page | None:
    """The page if it is draftkit's own: below its rule stand nothing but its notes and the closing lines."""
    rule = next((at for at in range(len(lines) - 1, -1, -1) if lines[at].bare == OWN_RULE), None)
    if rule is None:
        return None
    notes, closing = own_notes(lines, rule)
    if not all(forms.is_meeting(line) or forms.is_date(line) for line in closing) or not (notes or closing):
        return None
    marked = any(line.text.startswith("[^") for line in lines[rule:]) or any(forms.is_bold(line.text) for line in lines[:rule])
    form = Form(own=True, marks=marked, bold_headings=marked)
    return _Page(form, own_chunks(lines[:rule]), notes, closing, ())


def _foreign_page(lines: Sequence[Line]) -> _Page:
    joiner = Joiner(lines)
    kept, findings = without_running_lines(lines)
    body, notes = put_aside(place_strays(mend_tears(kept)), joiner)
    whole = joined(chunks(body, joiner), joiner)
    bold = any(forms.is_bold(chunk.text) for chunk in whole)
    return _Page(Form(own=False, marks=True, bold_headings=bold), whole, notes, [], (*findings, *_addresses(whole)))


def _addresses(whole: Iterable[Chunk]) -> Findings:
    found = [address for chunk in whole for address in link_addresses(chunk.text)]
    if not found:
        return ()
    message = f"the addresses of {len(found)} links were left out: {', '.join(dict.fromkeys(found))}"
    return (Finding("unread-line", Severity.INFO, message),)


def _placed(whole: Sequence[Chunk], notes: Sequence[PrintedNote]) -> list[Chunk]:
    """The chunks with the place of its note in each callout's token: a number may have been given twice."""
    finder = NoteFinder(notes)

    def placed(chunk: Chunk) -> Chunk:
        pieces = chunk.text.split(CALLOUT)
        pieces[1::2] = [str(finder.find(key, chunk.line)) for key in pieces[1::2]]
        return replace(chunk, text=CALLOUT.join(pieces))

    return [placed(chunk) if CALLOUT in chunk.text else chunk for chunk in whole]


def _with_uncalled(whole: Sequence[Chunk], notes: Sequence[PrintedNote]) -> tuple[list[Chunk], Findings]:
    """A note that is called nowhere is called at the end of the paragraph above it, so that it is not lost."""
    called = {place for chunk in whole for place in chunk.text.split(CALLOUT)[1::2]}
    lost = [(place, note) for place, note in enumerate(notes) if str(place) not in called]
    hosts = _hosts(whole)
    tokens: dict[int, list[str]] = {}
    for place, note in lost:
        above = bisect_left(hosts, note.line, key=lambda at: whole[at].line) - 1
        tokens.setdefault(hosts[max(above, 0)] if hosts else len(whole), []).append(f"{CALLOUT}{place}{CALLOUT}")
    out = [replace(chunk, text="".join([chunk.text, *tokens[at]])) if at in tokens else chunk for at, chunk in enumerate(whole)]
    if len(whole) in tokens:
        out.append(Chunk("".join(tokens[len(whole)]), lost[0][1].line))
    return out, tuple(_lost(note) for _, note in lost)


def _hosts(whole: Sequence[Chunk]) -> list[int]:
    """The places of the body's paragraphs, which a callout can be put to."""
    start = next((at + 1 for at, chunk in enumerate(whole) if forms.is_formula(chunk.text)), 0)
    others = (forms.is_formula, forms.is_meeting, forms.is_date, forms.is_annex, forms.is_part, forms.is_roman)
    return [at for at in range(start, len(whole)) if not any(form(whole[at].text) for form in others)]


def _lost(note: PrintedNote) -> Finding:
    message = f'note {note.key} ("{note.text[:40]}") has no callout; it is called at the end of the paragraph above it'
    return Finding("lost-note", Severity.WARNING, message, line=note.line, fix="move the callout to its place")


@dataclass(slots=True)
class _Composer:
    """Makes a resolution of the chunks of one page."""

    page: _Page
    names: Names = field(default_factory=Names)
    note_names: Names = field(default_factory=Names)
    notes: dict[int, Note] = field(default_factory=dict)

    def resolution(self, whole: Sequence[Chunk]) -> tuple[Resolution, Findings]:
        head_chunks, parts = parted(whole, self.page.form)
        head = read_head(head_chunks, marks=self.page.form.marks)
        title = self.title(head.title)
        self.close(parts)
        made = tuple(self.part(part) for part in parts)
        masthead = _with_adoption(head, made)
        return Resolution(masthead, title, made, tuple(self.notes.values())), head.findings

    def close(self, parts: Sequence[PartChunks]) -> None:
        """Give the closing lines of an own foot back to the parts: to each its own, or all to the last."""
        closing = [forms.bare(line) for line in self.page.closing]
        pairs: list[tuple[str, str]] = []
        for line in closing:
            if forms.is_meeting(line):
                pairs.append((line, ""))
            elif pairs and not pairs[-1][1]:
                pairs[-1] = (pairs[-1][0], line)
            else:
                pairs.append(("", line))
        for part, (meeting, adopted) in zip(reversed(parts), reversed(pairs), strict=False):
            part.meeting, part.adopted = meeting, adopted

    def part(self, part: PartChunks) -> Part:
        formula = self.formula(part.formula)
        title = self.title(" ".join(forms.unbold(chunk.text) for chunk in part.title))
        preamble = blocks(rows(part.preamble, "preambular", self.content, self.page.form), Section.PREAMBLE, self.names)
        operative = blocks(rows(part.operative, "operative", self.content, self.page.form), Section.OPERATIVE, self.names)
        annexes = tuple(self.annex(annex) for annex in part.annexes)
        return Part(preamble, operative, annexes, part.label, title, formula, part.meeting, part.adopted)

    def annex(self, annex: AnnexChunks) -> Annex:
        name = self.names.paragraph("annex")
        title = self.title(forms.unbold(annex.title.text)) if annex.title else ()
        body = blocks(rows(annex.body, "", self.content, self.page.form), Section.ANNEX, self.names)
        return Annex(name, forms.bare(annex.label.text), title, body)

    def formula(self, chunk: Chunk | None) -> Content:
        """The organ's line in italics, its comma roman; nothing where the text has none."""
        if chunk is None:
            return ()
        if self.page.form.own and self.page.form.marks:
            return self.content(chunk.text)
        words = forms.bare(chunk.text).replace("*", "")
        organ = words.removesuffix(",")
        return inline.join((Text(organ, italic=True), Text(words[len(organ) :])))

    def title(self, text: str) -> Content:
        content = without_bold(self.content(text))
        return content if self.page.form.own or not is_all_italic(content) else without_italics(content)

    def content(self, text: str) -> Content:
        """The pieces of a text; the notes it calls are read with it."""
        form = self.page.form
        return pieces(text, self.callout, marks=form.marks, exact=form.own)

    def callout(self, place: str, before: str) -> Callout:
        """The callout of the note at a place of the list, named after the words before it."""
        at = int(place)
        if at not in self.notes:
            printed = self.page.notes[at].key
            number = int(printed) if printed.isdecimal() and printed.isascii() else 0
            content = self.note_content(self.page.notes[at].text)
            self.notes[at] = Note(self.note_names.note(before), content, number=number)
        return Callout(self.notes[at].id)

    def note_content(self, text: str) -> Content:
        form = self.page.form
        content = pieces(text.replace(CALLOUT, ""), lambda key, before: Callout(key), marks=form.marks, exact=form.own)
        if form.own or not content or not isinstance(content[0], Text) or content[0].text.rstrip(".,") != "Ibid":
            return content
        return inline.tidy((replace(content[0], italic=False), *content[1:]))  # "Ibid." is roman (un-rules E5)


def _with_adoption(head: Head, parts: Sequence[Part]) -> Masthead:
    """The masthead of an adopted text that came without one: its date is that of the closing lines."""
    masthead = head.masthead
    dates = [part.adopted for part in parts if part.adopted]
    if head.proposed or not masthead.symbol.startswith("A/RES/") or not dates:
        return masthead
    return replace(masthead, adopted=dates[0])
