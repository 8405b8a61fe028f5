"""A page in pieces -> the resolution: head, parts, annexes, notes, and what is not certain of them.

In: a ``Page``. Out: a ``Reading``, its references marked.

Example:
    >>> read_page(Page(Form(), [Chunk("59/37. Safety of missions", 1), Chunk("The General Assembly,", 3)], []))
    Reading(resolution=Resolution(masthead=Masthead(symbol='A/RES/59/37', session=59 ...)))
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from draftkit import inline
from draftkit.model import Annex, Callout, Content, Finding, Masthead, Note, Part, Resolution, Severity, Text
from draftkit.readers import Reading
from draftkit.readers.compose import blocks
from draftkit.readers.finish import finish
from draftkit.readers.naming import Names
from draftkit.readers.page import forms
from draftkit.readers.page.head import Head, read_head
from draftkit.readers.page.lost_numbers import with_numbers
from draftkit.readers.page.marks import pieces, without_bold, without_italics
from draftkit.readers.page.openers import is_all_italic
from draftkit.readers.page.page import CALLOUT, Chunk, Page
from draftkit.readers.page.parts import AnnexChunks, PartChunks, parted
from draftkit.readers.page.rows import rows
from draftkit.tree import Section


def read_page(page: Page, *, unit: str = "line") -> Reading:
    """Make the resolution of a page. ``unit`` is what the places in it count: lines, paragraphs or pages."""
    composer = _Composer(page)
    reading = finish(composer.resolution())
    findings = (*page.findings, *composer.findings, *reading.findings)
    return replace(reading, findings=findings, lines=composer.names.lines, unit=unit)


@dataclass(slots=True)
class _Composer:
    """Makes a resolution of the chunks of one page."""

    page: Page
    names: Names = field(default_factory=Names)
    note_names: Names = field(default_factory=Names)
    notes: dict[int, Note] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def resolution(self) -> Resolution:
        head_chunks, parts = parted(self.page.chunks, self.page.form)
        head = read_head(head_chunks, marks=self.page.form.marks)
        self.names.place(head.lines)
        self.findings.extend(head.findings)
        title = self.title(head.title)
        self.close(parts)
        self.number(parts)
        made = tuple(self.part(at, part) for at, part in enumerate(parts))
        masthead = self.with_uncalled(_with_adoption(head, made))
        if not (masthead.symbol or masthead.session or any(part.formula for part in parts)):
            message = 'neither a masthead nor a line such as "The General Assembly," was found: this may be no resolution'
            self.findings.append(Finding("no-structure", Severity.INFO, message))
        return Resolution(masthead, title, made, tuple(self.notes.values()))

    def with_uncalled(self, masthead: Masthead) -> Masthead:
        """The masthead with the notes called in it as lines of their own: of the first page only the title can call a note."""
        others = list(masthead.others)
        for at, note in enumerate(self.page.notes):
            if at in self.notes:
                continue
            line = f"{note.key} {inline.plain(self.note_content(note.text))}".strip()
            others.append(line)
            message = f'this note is called where a text can have no callout, and is kept as a line of the masthead: "{line}"'
            self.findings.append(Finding("lost-note", Severity.WARNING, message, "masthead", line=note.line))
        return replace(masthead, others=tuple(others))

    def number(self, parts: Sequence[PartChunks]) -> None:
        """Give the operative parts the numbers that they lost."""
        for part in parts:
            part.operative, findings = with_numbers(part.operative, self.page.form)
            self.findings.extend(findings)

    def close(self, parts: Sequence[PartChunks]) -> None:
        """Give the closing lines of an own foot back to the parts: to each its own, or all to the last."""
        pairs: list[tuple[Chunk | None, Chunk | None]] = []
        for chunk in self.page.closing:
            if forms.is_meeting(chunk.text):
                pairs.append((chunk, None))
            elif pairs and not pairs[-1][1]:
                pairs[-1] = (pairs[-1][0], chunk)
            else:
                pairs.append((None, chunk))
        for part, (meeting, adopted) in zip(reversed(parts), reversed(pairs), strict=False):
            part.meeting, part.adopted = meeting, adopted

    def part(self, at: int, part: PartChunks) -> Part:
        printed = {"label": part.label, "title": next(iter(part.title), None), "formula": part.formula}
        printed |= {"meeting": part.meeting, "adopted": part.adopted}
        self.names.place({f"part.{at}.{name}": chunk.line for name, chunk in printed.items() if chunk})
        formula = self.formula(part.formula)
        title = self.title(" ".join(forms.unbold(chunk.text) for chunk in part.title))
        preamble = blocks(rows(part.preamble, "preambular", self.content, self.page.form), Section.PREAMBLE, self.names)
        operative = blocks(rows(part.operative, "operative", self.content, self.page.form), Section.OPERATIVE, self.names)
        annexes = tuple(self.annex(annex) for annex in part.annexes)
        return Part(preamble, operative, annexes, _bare(part.label), title, formula, _bare(part.meeting), _bare(part.adopted))

    def annex(self, annex: AnnexChunks) -> Annex:
        name = self.names.paragraph("annex", line=(annex.title or annex.label).line)
        self.names.place({f"{name}.label": annex.label.line})
        title = self.title(forms.unbold(annex.title.text)) if annex.title else ()
        body = blocks(rows(annex.body, "", self.content, self.page.form), Section.ANNEX, self.names)
        return Annex(name, forms.bare(annex.label.text), title, body)

    def formula(self, chunk: Chunk | None) -> Content:
        """The organ's line in italics, its comma roman; nothing where the text has none."""
        if chunk is None:
            return ()
        if self.page.form.exact and self.page.form.marks and not self.page.form.leads:
            return self.content(chunk.text)
        words = forms.bare(chunk.text).replace("*", "")
        organ = words.removesuffix(",")
        return inline.join((Text(organ, italic=True), Text(words[len(organ) :])))

    def title(self, text: str) -> Content:
        content = without_bold(self.content(text))
        return content if self.page.form.exact or not is_all_italic(content) else without_italics(content)

    def content(self, text: str) -> Content:
        """The pieces of a text; the notes it calls are read with it."""
        form = self.page.form
        return pieces(text, self.callout, marks=form.marks, exact=form.exact)

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
        content = pieces(text.replace(CALLOUT, ""), lambda key, before: Callout(key), marks=form.marks, exact=form.exact)
        if form.exact or not content or not isinstance(content[0], Text) or content[0].text.rstrip(".,") != "Ibid":
            return content
        return inline.tidy((replace(content[0], italic=False), *content[1:]))  # "Ibid." is roman (un-rules E5)


def _bare(chunk: Chunk | None) -> str:
    return forms.bare(chunk.text) if chunk else ""


def _with_adoption(head: Head, parts: Sequence[Part]) -> Masthead:
    """The masthead of an adopted text that came without one: its date is that of the closing lines."""
    masthead = head.masthead
    dates = [part.adopted for part in parts if part.adopted]
    printed = head.proposed or masthead.distribution or masthead.issued or masthead.agenda or masthead.basis
    if printed or not masthead.symbol.startswith("A/RES/") or not dates:
        return masthead
    return replace(masthead, adopted=dates[0])
