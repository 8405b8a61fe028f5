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
from dataclasses import replace

from draftkit.errors import Unreadable
from draftkit.model import Finding, Findings, Severity
from draftkit.readers import Reading
from draftkit.readers.page import forms
from draftkit.readers.page.composer import read_page
from draftkit.readers.page.marks import link_addresses
from draftkit.readers.page.page import CALLOUT, Chunk, Form, Page, PrintedNote, called
from draftkit.readers.text.broken_words import whole_words
from draftkit.readers.text.callouts import mark_callouts
from draftkit.readers.text.characters import usual_characters
from draftkit.readers.text.emphasis import usual_emphasis
from draftkit.readers.text.endnotes import usual_notes
from draftkit.readers.text.joining import Joiner
from draftkit.readers.text.lines import Line, clean_lines, without_running_lines
from draftkit.readers.text.mail import without_mail
from draftkit.readers.text.notes import NoteFinder, own_notes, put_aside
from draftkit.readers.text.numbering import usual_labels
from draftkit.readers.text.paragraphs import chunks, is_flat, joined, own_chunks
from draftkit.readers.text.stacks import undo_stacks
from draftkit.readers.text.strays import place_strays
from draftkit.readers.text.tears import mend_tears

LARGEST, MOST_LINES = 32_000_000, 500_000
"""Characters and lines: more than a hundred times the longest resolution on record. Time and memory grow with the lines; so
many paragraphs of one letter take 25 s."""

LINE_ENDS = "\n\f\x85\u2028\u2029"
"""What a line of a text ends with."""

OWN_RULE = "-----"
"""The line that the foot of draftkit's own text begins with (see ``writers.text``)."""


def read(source: str, name: str) -> Reading:
    """Read one text.

    Raises:
        Unreadable: there is no text in it, or more than any resolution has.
    """
    if len(source) > LARGEST or sum(map(source.count, LINE_ENDS)) > MOST_LINES:
        what = f"a text of more than {LARGEST:,} characters or {MOST_LINES:,} lines"
        raise Unreadable(what, name, "give the text of one resolution")
    lines = clean_lines(source)
    if not any(line.bare for line in lines):
        raise Unreadable("there is no text in this file", name, "give the text of a resolution")
    page = _own_page(lines) or _pasted_page(lines)
    marked, findings = mark_callouts(page.chunks, page.notes)
    whole, lost = _with_uncalled(_placed(marked, page.notes), page.notes)
    said = (*_unreadable(lines), *page.findings, *findings, *lost, *_empty(page.notes))
    return read_page(replace(page, chunks=whole, findings=said))


def _unreadable(lines: Sequence[Line]) -> Findings:
    """A finding for the characters that the file's bytes gave no sign for."""
    bad = [line for line in lines if "\ufffd" in line.text]
    if not bad:
        return ()
    count = sum(line.text.count("\ufffd") for line in bad)
    message = f'"\ufffd" stands for what could not be read, {count} in all: compare with the original'
    return (Finding("unread-characters", Severity.WARNING, message, line=bad[0].number),)


def _own_page(lines: Sequence[Line]) -> Page | None:
    """The page if it is draftkit's own: below its rule stand nothing but its notes and the closing lines."""
    rule = next((at for at in range(len(lines) - 1, -1, -1) if lines[at].bare == OWN_RULE), None)
    if rule is None:
        return None
    notes, closing = own_notes(lines, rule)
    if not all(forms.is_meeting(line.text) or forms.is_adopted(line.text) for line in closing) or not (notes or closing):
        return None
    marked = any(line.text.startswith("[^") for line in lines[rule:]) or any(forms.is_bold(line.text) for line in lines[:rule])
    form = Form(exact=True, marks=marked, bold_headings=marked, leads=not marked)
    return Page(form, own_chunks(lines[:rule]), notes, closing)


def _pasted_page(lines: Sequence[Line]) -> Page:
    """The page of a text that went through other programs; beneath what they did it may still be draftkit's own."""
    mailed, said_by_mail = without_mail(lines)
    usual, mistaken = usual_characters(mailed)
    page = _own_page(usual) or _foreign_page(usual)
    return replace(page, findings=(*said_by_mail, *mistaken, *page.findings))


def _foreign_page(lines: Sequence[Line]) -> Page:
    kept, running = without_running_lines(lines)
    noted, said_by_notes = usual_notes(usual_emphasis(kept))
    lines, relabelled = usual_labels(mend_tears(noted))
    joiner, flat = Joiner(lines), is_flat(lines)
    body, notes = put_aside(undo_stacks(place_strays(lines)), joiner, flat=flat)
    whole, mended = whole_words(joined(chunks(body, joiner, flat=flat), joiner))
    bold = any(forms.is_bold(chunk.text) for chunk in whole)
    findings = (*running, *said_by_notes, *relabelled, *mended, *_addresses(whole))
    return Page(Form(bold_headings=bold), whole, notes, findings=findings)


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
    sure = {place for chunk in whole for place in chunk.text.split(CALLOUT)[1::2]}
    lost = [(place, note) for place, note in enumerate(notes) if str(place) not in sure]
    hosts = _hosts(whole)
    tokens: dict[int, list[str]] = {}
    for place, note in lost:
        above = bisect_left(hosts, note.line, key=lambda at: whole[at].line) - 1
        tokens.setdefault(hosts[max(above, 0)] if hosts else len(whole), []).append(called(place))
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


def _empty(notes: Iterable[PrintedNote]) -> Findings:
    """A finding for every note that only its number was found of."""
    return tuple(
        Finding(
            "lost-note",
            Severity.WARNING,
            f"note {note.key} has no text; what it says may stand in another note or in the body",
            line=note.line,
            fix="put its text after its number",
        )
        for note in notes
        if not note.text.strip()
    )
