"""The corrigendum to an issued text: "For ... read ...", place by place, made from the differences of two texts (un-rules F).

In: the text as issued and as it should be; the lines of the issued document where they are known. Out: the corrections as values,
and a document of its own that says them. A corrigendum puts words right. Whole paragraphs that come, go or move are not for one:
such a text is issued again, as a revised one.

Example:
    >>> corrections(issued, right)
    (Correction(place='Paragraph 3', line=0, old='2025', new='2026'),)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from draftkit.assemble.issue.l_document import l_document
from draftkit.assemble.issue.symbols import issued
from draftkit.assemble.lines import MASTHEAD, Role
from draftkit.assemble.places import places
from draftkit.compare.comparison import compare
from draftkit.compare.redline import Fate, LineChange, Pieces
from draftkit.compare.words import Op
from draftkit.errors import DraftkitError
from draftkit.model import Block, Content, Heading, Paragraph, Part, Resolution, Text
from draftkit.un.sessions import HIGHEST, ordinal
from draftkit.un.symbols import BLANK

TITLE = "Corrigendum"
_REVISE = "issue a revised text with --rev"
_WORD = re.compile(r"\S+")
_SAID = {Role.TITLE: "Title", Role.AGENDA_TITLE: "Title of the agenda item", Role.PROPOSAL: "Sponsors"}
"""The lines of the masthead that are corrected; the others a corrigendum has anew."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One place: what it is called, the line of its paragraph (0: not known), the words as they stand and as they should."""

    place: str
    line: int
    old: str
    new: str


def corrigendum(text: Resolution, right: Resolution, number: int, *, lines: Sequence[str] = ()) -> Resolution:
    """The document with the corrections.

    Args:
        text: as issued; its symbol is the one that is corrected.
        right: as it should be.
        number: 1 for Corr.1.
        lines: the lines of the issued document as printed, to say in which line of a paragraph a mistake is.

    Raises:
        DraftkitError: nothing differs, or more than words do.
    """
    found = corrections(text, right, lines=lines)
    if not found:
        raise DraftkitError("the draft says what the issued text says", remedy="edit the draft, or give another --prior")
    draft = l_document(text)
    head = replace(draft.masthead, symbol=issued(draft.masthead.symbol, "Corr", number), issued=BLANK)
    body: list[Block] = [Heading("corrigendum", (Text(TITLE),))]
    for at, one in enumerate(found, 1):
        body += _said(one, f"{at}." if len(found) > 1 else "", at)
    return Resolution(head, text.title, (Part(preamble=tuple(body), formula=()),))


def corrections(text: Resolution, right: Resolution, *, lines: Sequence[str] = ()) -> tuple[Correction, ...]:
    """The corrections in printed order, those of footnotes behind. Raises ``DraftkitError`` where more than words differ."""
    redline = compare(text, right)
    named, printed = places(text), Lines(lines)
    found: list[Correction] = []
    for change in redline.lines:
        if change.line.role in MASTHEAD and change.line.role not in _SAID:
            continue
        key = (change.old or change.line).key  # ids are those of the issued text, which need not be the draft's
        name = _SAID.get(change.line.role) or _capital(named.get(key, named.get(key.rpartition(".")[0], "Text")))
        _require_words(change, name)
        for cell in change.cells or (change.pieces,):
            at = printed.find(_side(cell, Op.INSERT)) if change.line.role not in MASTHEAD else None
            found += [Correction(name, printed.line(at, place), old, new) for place, old, new in _differences(cell)]
    for (old_note, new_note), pieces in redline.notes.items():
        if old_note and new_note:
            name = _capital(named.get(f"note {old_note}", "footnote"))
            found += [Correction(name, 0, old, new) for _, old, new in _differences(pieces)]
    return tuple(found)


def _require_words(change: LineChange, name: str) -> None:
    what = ""
    if change.fate is not Fate.KEPT or change.mark is not Op.EQUAL:
        what = "comes, goes or moves as a whole"
    elif any(piece.op is not Op.EQUAL for piece in change.number):
        what = "has another number"
    elif any(piece.op is not Op.EQUAL and piece.run.note for piece in change.pieces):
        what = "calls other footnotes"
    if what:
        raise DraftkitError(f"{name[:1].lower()}{name[1:]} {what}: a corrigendum puts words right", remedy=_REVISE)


# --- The words that differ ------------------------------------------------------------------------------------------


def _differences(pieces: Pieces) -> Iterator[tuple[int, str, str]]:
    """Each stretch of whole words that differs: where it begins in the old text, the words there, those for them."""
    old, new = _side(pieces, Op.INSERT), _side(pieces, Op.DELETE)
    taken = 0
    for start, end, first, last in _stretches(pieces):
        if start < taken:
            continue
        (start, end), (first, last) = _whole_words(old, new, (start, end), (first, last))
        taken = end
        if old[start:end] != new[first:last]:
            yield start, old[start:end].strip(), new[first:last].strip()


def _stretches(pieces: Pieces) -> Iterator[tuple[int, int, int, int]]:
    """Where each run of changes begins and ends in both texts; a blank or a word between two changes joins them."""
    open_: list[int] = []
    at, there, since = 0, 0, ""
    for piece in pieces:
        size = 0 if piece.run.note else len(piece.run.text)
        if piece.op is Op.EQUAL:
            since += piece.run.text
            if open_ and len(_WORD.findall(since)) > 1:
                yield open_[0], open_[1], open_[2], open_[3]
                open_ = []
        else:
            open_ = open_ or [at, at, there, there]
            since = ""
        at += size if piece.op is not Op.INSERT else 0
        there += size if piece.op is not Op.DELETE else 0
        if open_ and piece.op is not Op.EQUAL:
            open_[1], open_[3] = at, there
    if open_:
        yield open_[0], open_[1], open_[2], open_[3]


def _whole_words(old: str, new: str, span: tuple[int, int], other: tuple[int, int]) -> tuple[tuple[int, int], tuple[int, int]]:
    """The stretch widened, on both sides alike, to whole words; by a word more where one is empty or stands there twice."""
    (start, end), (first, last) = span, other
    while start > 0 and first > 0 and old[start - 1] == new[first - 1] and not old[start - 1].isspace():
        start, first = start - 1, first - 1
    while end < len(old) and last < len(new) and old[end] == new[last] and not old[end].isspace():
        end, last = end + 1, last + 1
    for _ in range(4):
        words, others = old[start:end].strip(), new[first:last].strip()
        if words and others and old.count(words) == 1:
            break
        wider = _word_before(old, start)
        if wider != start and wider >= 0 and first >= start - wider:
            start, first = wider, first - (start - wider)
        else:
            grown = _word_behind(old, end)
            end, last = grown, last + (grown - end)
    while end > start and last > first and old[end - 1] == new[last - 1] and old[end - 1] in " ,;.":
        end, last = end - 1, last - 1
    return (start, end), (first, last)


def _word_before(text: str, at: int) -> int:
    match = re.search(r"\S+\s*$", text[:at])
    return match.start() if match else at


def _word_behind(text: str, at: int) -> int:
    match = re.match(r"\s*\S+", text[at:])
    return at + match.end() if match else at


def _side(pieces: Pieces, without: Op) -> str:
    """The characters of one text, callouts left out."""
    return "".join(piece.run.text for piece in pieces if piece.op is not without and not piece.run.note)


# --- The lines of the page ------------------------------------------------------------------------------------------


class Lines:
    """The lines of an issued document, in which paragraphs are found by their letters: blanks, signs and figures may differ."""

    def __init__(self, lines: Sequence[str]) -> None:
        pairs = [(letter, at) for at, line in enumerate(lines) for letter in line if letter.isalpha()]
        self.letters, self.of = "".join(letter for letter, _ in pairs), [at for _, at in pairs]
        self.passed = 0

    def find(self, paragraph: str) -> tuple[int, str] | None:
        """Where a paragraph begins, ``None`` if it stands nowhere in one piece."""
        letters = _letters(paragraph)
        at = self.letters.find(letters, self.passed) if letters and self.letters else -1
        if at < 0:
            return None
        self.passed = at + len(letters)
        return at, paragraph

    def line(self, found: tuple[int, str] | None, place: int) -> int:
        """The line of the paragraph, from 1, in which a place of its characters stands; 0 if that is not known."""
        if found is None:
            return 0
        at, paragraph = found
        behind = at + len(_letters(paragraph[:place]))
        before = behind if paragraph[place : place + 1].isalpha() else max(at, behind - 1)
        lines = {self.of[min(here, len(self.of) - 1)] for here in (before, behind)}
        return lines.pop() - self.of[at] + 1 if len(lines) == 1 else 0  # a figure between two lines stands in either


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalpha())


# --- The document ---------------------------------------------------------------------------------------------------


def _said(one: Correction, number: str, at: int) -> Iterator[Block]:
    line = f", {ordinal(one.line)} line" if 0 < one.line <= HIGHEST else ""
    yield Paragraph(f"place-{at}", (Text(f"{one.place}{line}", bold=True),), label=number)
    said: Content = (Text("For", italic=True), Text(f" {one.old} "), Text("read", italic=True), Text(f" {one.new}"))
    yield Paragraph(f"correction-{at}", said, label="")


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
