"""What follows from amendments and is none itself: also and further, final marks, above and below, "Ibid.".

Numbers of paragraphs, notes and references are never stored, so they follow by themselves.

Example:
    >>> settled(amended, before=draft)      # "Urges" put in before "Also urges" makes that "Further urges"
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from draftkit.amend.sheet import Sheet
from draftkit.assemble import directions, notes, openers, punctuation
from draftkit.assemble.printed import note_numbers
from draftkit.model import Resolution


def settled(amended: Resolution, before: Resolution, stands: Collection[str] = ()) -> Resolution:
    """An amended text with all that follows; only what the amendments disturbed is touched, and no place that ``stands``."""
    if amended == before:
        return amended
    text, _ = openers.keep_in_sequence(amended, before)
    text, _ = punctuation.end_properly(text, before)
    text, _ = notes.settle_ibids(_with_sources(text), before)
    text, _ = directions.correct(text)
    if not stands:
        return text
    own, sheet = Sheet.of(amended), Sheet.of(text)
    for place in stands:
        content = own.content(place)
        if content is not None:
            sheet.reword(place, content)
    return sheet.resolution()


def _with_sources(text: Resolution) -> Resolution:
    """The text in which an "Ibid." that an amendment wrote knows its source, the note before it.

    What leans on such a note can then be written out through it, when a note between the two goes.
    """
    order = list(note_numbers(text))
    before = dict(zip(order[1:], order, strict=False))
    known = {note.id: note for note in text.notes}
    typed = {name for name in order if name in known and not known[name].ibid and notes.is_ibid(known[name].content)}
    changed = (replace(note, ibid=before.get(note.id, "")) if note.id in typed else note for note in text.notes)
    return replace(text, notes=tuple(changed))
