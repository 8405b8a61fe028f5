"""Notes that nothing calls, given a callout so that they are not lost.

In: the chunks, the notes, and the places of those that are called. Out: chunks that call every note, and findings.

Example:
    >>> with_uncalled([Chunk("*Urges* States;", 1)], [FootNote("1", 1, lines)], set())[1][0].code
    'lost-note'
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from draftkit.model import Finding, Findings, Severity
from draftkit.readers.page import forms
from draftkit.readers.page.page import Chunk, called
from draftkit.readers.pdf.marked import plain
from draftkit.readers.pdf.notes import FootNote


def with_uncalled(chunks: Sequence[Chunk], notes: Sequence[FootNote], found: set[int]) -> tuple[list[Chunk], Findings]:
    """Call each note that is not called yet at the end of the last paragraph of its page."""
    out = list(chunks)
    findings: list[Finding] = []
    hosts = _hosts(out)
    for place, note in enumerate(notes):
        if place in found or is_remark(note):
            continue
        above = [at for at in hosts if out[at].line <= note.page]
        at = above[-1] if above else hosts[0] if hosts else -1
        if at < 0:
            out.append(Chunk(called(place), note.page, lines=("",)))
        else:
            text = out[at].text + called(place)
            out[at] = replace(out[at], text=text, lines=(text,))
        findings.append(_lost(note))
    return out, tuple(findings)


def is_remark(note: FootNote) -> bool:
    """Whether a note is about the document: a sign at the foot of the first page, "* Reissued for technical reasons"."""
    return note.page == 1 and not note.key[0].isdecimal()


def _hosts(chunks: Sequence[Chunk]) -> list[int]:
    """The places of the body's paragraphs, which a callout can be put to."""
    start = next((at + 1 for at, chunk in enumerate(chunks) if forms.is_formula(chunk.text)), 0)
    others = (forms.is_formula, forms.is_meeting, forms.is_date, forms.is_annex, forms.is_part, forms.is_bold)
    body = [at for at in range(start, len(chunks)) if not chunks[at].opaque and not chunks[at].cells]
    return [at for at in body if not any(form(chunks[at].text) for form in others)]


def _lost(note: FootNote) -> Finding:
    message = f'note {note.key} ("{plain(note.lines)[:40]}") has no callout; it is called at the end of its page'
    return Finding("lost-note", Severity.WARNING, message, line=note.page, fix="move the callout to its place")
