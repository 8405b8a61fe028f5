"""Numbers that a copied text lost, given back: an operative part of several paragraphs has numbers (un-rules A9, A10).

In: the chunks of an operative part. Out: the same, where no paragraph of it has a number but several open with an operative
verb: the paragraphs numbered in their order, what stands below a colon lettered; and a finding that says so. A section that
has a preamble of its own is numbered from 1 again.

Example:
    >>> chunks, _ = with_numbers([Chunk("Urges States:", 1), Chunk("To act;", 2), Chunk("Decides so.", 3)], Form())
    >>> [chunk.text for chunk in chunks]
    ['1. Urges States:', '(a) To act;', '2. Decides so.']
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from draftkit.model import Finding, Findings, Severity
from draftkit.readers.page import forms
from draftkit.readers.page.page import Chunk, Form
from draftkit.readers.page.rows import is_heading
from draftkit.un import labels


def with_numbers(chunks: Sequence[Chunk], form: Form) -> tuple[list[Chunk], Findings]:
    """The chunks with their labels."""
    opening = [chunk for chunk in chunks if _opens(chunk.text)]
    if form.exact or len(opening) < 2 or any(forms.number(forms.label(chunk.text)[0]) is not None for chunk in chunks):
        return list(chunks), ()
    lettered = any(forms.label(chunk.text)[0] for chunk in chunks)
    out: list[Chunk] = []
    count = letters = 0
    below = False  # a colon has opened a row of subparagraphs
    for chunk in chunks:
        alone = _stands_apart(chunk, form)
        if forms.lead(chunk.text, "preambular") and not below and not _opens(chunk.text):
            count = 0
            out.append(chunk)
        elif _opens(chunk.text) or (count and not below and not alone and forms.ending(chunk.text) in ";:."):
            count, letters = count + 1, 0
            below = forms.bare(chunk.text).endswith(":")
            out.append(replace(chunk, text=f"{labels.label(0, count)} {chunk.text}"))
        elif below and not lettered and not alone:
            letters += 1
            out.append(replace(chunk, text=f"{labels.label(1, letters)} {chunk.text}"))
        else:
            out.append(chunk)
    message = "no paragraph of the operative part has a number; they were numbered by their order and opening verbs"
    return out, (Finding("lost-numbers", Severity.INFO, message, line=opening[0].line),)


def _opens(text: str) -> bool:
    return bool(forms.lead(text, "operative"))


def _stands_apart(chunk: Chunk, form: Form) -> bool:
    return bool(chunk.cells or chunk.opaque or forms.is_row(chunk.text)) or is_heading(chunk, form)
