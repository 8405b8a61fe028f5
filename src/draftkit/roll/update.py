"""A draft that somebody has worked on, brought up to date: the roll-forward of today, with all of the drafter's edits.

In: the draft, the text that it was made of, the text and the roll-forward that count now. Out: the draft as it should be, what
came in, what the drafter and the roll-forward both changed (the drafter's words stay), and what a person must look at.

Example:
    >>> updated = update(draft, own=prior, prior=prior, fresh=roll(prior, session=82))
    >>> updated.merged.resolution, updated.merged.conflicts, updated.look
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from draftkit.inline import flat
from draftkit.model import Change, Changes, Resolution
from draftkit.roll import Rolled, roll
from draftkit.roll.looks.look import Look
from draftkit.roll.merge import Merged, merge
from draftkit.tree import texts

STANDS = "update/stands"
STANDS_WHY = "stands as in the prior; the roll-forward changes it"


@dataclass(frozen=True, slots=True)
class Updated:
    """The merged draft, and the changes and looks of the roll-forward under the names of the draft."""

    merged: Merged
    changes: Changes
    look: tuple[Look, ...]


def update(draft: Resolution, *, own: Resolution | None, prior: Resolution, fresh: Rolled) -> Updated:
    """Bring a draft up to date.

    Args:
        own: the text that the draft was made of; ``None`` if it cannot say: then it counts as made of ``prior``.
        prior: the text that counts now; ``fresh`` is its roll-forward.
    """
    before = own if own is not None else prior
    same = own is None or own == prior
    base = _first(before, draft.masthead.session)
    merged = merge(base, draft, fresh.resolution, before=before, same_prior=same)
    changes = tuple(replace(change, paragraph=_named(change, merged)) for change in fresh.changes)
    return Updated(merged, changes, (*_still(fresh, merged), *_offered(merged)))


def _first(own: Resolution, session: int) -> Resolution:
    """What the roll-forward gives for a draft of a session; a draft of the same session was begun with the text itself."""
    known = own.masthead.session
    return roll(own, session=session).resolution if known and known < session else own


def _named(item: Change | Look, merged: Merged) -> str:
    """The name in the draft of the place that a change or look of the roll-forward is about."""
    kind, _, note = item.paragraph.partition(" ")
    if kind == "note" and note:
        return f"note {merged.fresh_notes.get(note, note)}"
    return merged.fresh_ids.get(item.paragraph, item.paragraph)


def _offered(merged: Merged) -> Iterator[Look]:
    """What stands as before the roll-forward: the drafter may have wanted it so, or an older draftkit left it."""
    return (Look(offer.paragraph, STANDS_WHY, offer.text, STANDS, offer.offer) for offer in merged.offers)


def _still(fresh: Rolled, merged: Merged) -> Iterator[Look]:
    """The looks of the roll-forward whose phrases the draft still has: what the drafter has dealt with is done."""
    olds, news = _flat(fresh.resolution), _flat(merged.resolution)
    for look in fresh.look:
        place = _named(look, merged)
        if place not in news:
            continue
        phrase = olds.get(look.paragraph, "")[look.start : look.end] if look.start >= 0 else ""
        start = news[place].find(phrase) if phrase else -1
        if start >= 0 or not phrase:
            yield replace(look, paragraph=place, start=start, end=start + len(phrase) if phrase else -1)


def _flat(resolution: Resolution) -> dict[str, str]:
    """The plain characters of each place; of several under one name, the cells of a table, all together."""
    found = {"masthead": "", "title": ""}
    for place, content in texts(resolution):
        found[place] = found.get(place, "") + flat(content)
    return found
