"""The body of a plain text parted: resolutions proper, preamble and operative part, closing lines, annexes.

In: chunks from the end of the masthead on. Out: the same chunks, each in its place; nothing is read of them but their form.

Example:
    >>> part = parted([Chunk("The General Assembly,", 1), Chunk("Recalling ...,", 2), Chunk("1. Urges ...;", 3)], Form())[1][0]
    >>> len(part.preamble), len(part.operative)
    (1, 1)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from draftkit.readers.page import forms
from draftkit.readers.page.page import Chunk, Form
from draftkit.readers.page.rows import is_heading


@dataclass(slots=True)
class AnnexChunks:
    """An annex as chunks; ``title`` is ``None`` where nothing looks like one."""

    label: Chunk
    title: Chunk | None = None
    body: list[Chunk] = field(default_factory=list)


@dataclass(slots=True)
class PartChunks:
    """A resolution proper as chunks; ``None`` stands for a line that the text does not have."""

    label: Chunk | None = None
    title: list[Chunk] = field(default_factory=list)
    formula: Chunk | None = None
    preamble: list[Chunk] = field(default_factory=list)
    operative: list[Chunk] = field(default_factory=list)
    meeting: Chunk | None = None
    adopted: Chunk | None = None
    annexes: list[AnnexChunks] = field(default_factory=list)


def parted(chunks: Sequence[Chunk], form: Form) -> tuple[list[Chunk], list[PartChunks]]:
    """The chunks of the head, and the parts."""
    formulas = [at for at, chunk in enumerate(chunks) if forms.is_formula(chunk.text)]
    if not formulas:
        begin = _end_of_title(chunks)
        return list(chunks[:begin]), [_part(None, [], None, chunks[begin:], form)]
    parts: list[PartChunks] = []
    head, label, title = _part_head(chunks[: formulas[0]], first=True)
    for at, end in zip(formulas, [*formulas[1:], len(chunks)], strict=True):
        stretch = chunks[at + 1 : end]
        next_label, next_title = None, list[Chunk]()
        if end < len(chunks):
            stretch, next_label, next_title = _part_head(stretch, first=False)
        parts.append(_part(label, title, chunks[at], stretch, form))
        label, title = next_label, next_title
    return list(head), parts


def _end_of_title(chunks: Sequence[Chunk]) -> int:
    """Where the paragraphs begin in a text without the organ's line: behind a numbered title, else at once."""
    return next((at + 1 for at, chunk in enumerate(chunks[:40]) if forms.title_number(chunk.text)[0]), 0)


def _part_head(chunks: Sequence[Chunk], *, first: bool) -> tuple[Sequence[Chunk], Chunk | None, list[Chunk]]:
    """What stands before an organ's line: the rest, the part's letter and its title (un-rules A9)."""
    lowest = max(1 if first else 0, len(chunks) - 4)
    for at in range(len(chunks) - 1, lowest - 1, -1):
        if forms.is_part(chunks[at].text):
            return chunks[:at], chunks[at], list(chunks[at + 1 :])
    return chunks, None, []


def _part(
    label: Chunk | None, title: list[Chunk], formula: Chunk | None, chunks: Sequence[Chunk], form: Form
) -> PartChunks:
    part = PartChunks(label, title, formula)
    main = list(chunks)
    starts = [at for at, chunk in enumerate(chunks) if at and forms.is_annex(chunk.text)]
    if starts:
        main = list(chunks[: starts[0]])
        part.annexes = [_annex(chunks[at:end], form) for at, end in zip(starts, [*starts[1:], len(chunks)], strict=True)]
    main = _without_closing(part, main)
    for annex in part.annexes[-1:]:
        if not part.meeting:
            annex.body = _without_closing(part, annex.body)
    at = _first_operative(main, formula, form)
    part.preamble, part.operative = main[:at], main[at:]
    return part


def _annex(chunks: Sequence[Chunk], form: Form) -> AnnexChunks:
    titled = len(chunks) > 1 and is_heading(chunks[1], form) and not forms.is_roman(chunks[1].text)
    return AnnexChunks(chunks[0], chunks[1] if titled else None, list(chunks[2 if titled else 1 :]))


def _without_closing(part: PartChunks, chunks: list[Chunk]) -> list[Chunk]:
    """The chunks without the closing lines, which go to the part (un-rules A7)."""
    for at in range(len(chunks) - 1, -1, -1):
        if forms.is_meeting(chunks[at].text):
            dated = at + 1 < len(chunks) and forms.is_adopted(chunks[at + 1].text)
            part.meeting = chunks[at]
            part.adopted = chunks[at + 1] if dated else None
            return [*chunks[:at], *chunks[at + 1 + dated :]]
    if chunks and forms.is_date(chunks[-1].text):
        part.adopted = chunks[-1]
        return chunks[:-1]
    return chunks


def _first_operative(chunks: Sequence[Chunk], formula: Chunk | None, form: Form) -> int:
    """Where the operative part begins: at the first number or verb in the indicative, else with the last paragraph.

    A verb in the indicative may be a slip of a preamble, "Notes" for "Noting" (see ``_are_slips``). An organ's line without its
    comma says that there is no preamble (un-rules A2).
    """
    if formula and not forms.bare(formula.text).replace("*", "").endswith(","):
        return 0
    found = [at for at, chunk in enumerate(chunks) if _is_numbered(chunk.text) or _is_operative(chunk.text)]
    sure = next((at for at in found if not _ends_as_in_a_preamble(chunks[at].text)), 0)
    at = next((at for at in found if at >= sure or not _are_slips(chunks[at : sure + 1])), None)
    if at is None:
        at = _after_commas(chunks)
    while at and is_heading(chunks[at - 1], form):
        at -= 1
    return at


def _is_numbered(text: str) -> bool:
    return forms.number(forms.label(text)[0]) is not None


def _is_operative(text: str) -> bool:
    return bool(forms.lead(text, "operative")) and not forms.lead(text, "preambular")


def _ends_as_in_a_preamble(text: str) -> bool:
    return not _is_numbered(text) and forms.ending(text) == ","


def _are_slips(chunks: Sequence[Chunk]) -> bool:
    """Whether paragraphs that open as operative ones and end with commas, as those of a preamble do (un-rules B2), are of one.

    So it is where the last of these chunks, with which the operative part may begin next, is its number 1, or where one before
    it opens a preamble's paragraph.
    """
    number = forms.number(forms.label(chunks[-1].text)[0])
    return number == 1 or any(forms.lead(chunk.text, "preambular") for chunk in chunks[:-1])


def _after_commas(chunks: Sequence[Chunk]) -> int:
    """Behind the last paragraph that ends with a comma, as those of a preamble do; all of it where none has an opener."""
    if not any(forms.lead(chunk.text, "preambular") for chunk in chunks):
        return 0
    return max((at + 1 for at, chunk in enumerate(chunks) if forms.ending(chunk.text) == ","), default=len(chunks))
