"""What follows from amendments and is none itself: also and further, final marks, above and below, "Ibid.".

Numbers of paragraphs, notes and references are never stored, so they follow by themselves.

Example:
    >>> settled(amended, before=draft)      # "Urges" put in before "Also urges" makes that "Further urges"
"""

from __future__ import annotations

from collections.abc import Collection

from draftkit.amend.sheet import Sheet
from draftkit.assemble import directions, notes, openers, punctuation
from draftkit.model import Resolution


def settled(amended: Resolution, before: Resolution, stands: Collection[str] = ()) -> Resolution:
    """An amended text with all that follows; only what the amendments disturbed is touched, and no place that ``stands``."""
    if amended == before:
        return amended
    text, _ = openers.keep_in_sequence(amended, before)
    text, _ = punctuation.end_properly(text, before)
    text, _ = notes.settle_ibids(text, before)
    text, _ = directions.correct(text)
    if not stands:
        return text
    own, sheet = Sheet.of(amended), Sheet.of(text)
    for place in stands:
        content = own.content(place)
        if content is not None:
            sheet.reword(place, content)
    return sheet.resolution()
