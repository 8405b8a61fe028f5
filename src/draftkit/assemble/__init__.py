"""From the draft to the finished text: everything that is derived is derived here.

``assemble`` runs the passes in their order; each is a function from a resolution to a resolution and its changes.

Example:
    >>> assembled = assemble(draft, library, before=prior)
    >>> [change.rule for change in assembled.changes]
    ['clause', 'opener', 'punctuation', 'number', 'reference']
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from draftkit.assemble import directions, first_mentions, first_notes, notes, numbers, openers, punctuation
from draftkit.assemble.integrity import require_whole
from draftkit.assemble.printed import Run, printed
from draftkit.callable_package import make_callable
from draftkit.model import Change, Changes, Kind, Resolution

if TYPE_CHECKING:
    from draftkit.clauses.library import Library

Pass = Callable[[Resolution, Resolution | None], tuple[Resolution, Changes]]

FIRST: tuple[Callable[[Resolution, Sequence[Resolution]], tuple[Resolution, Changes]], ...] = (
    first_mentions.date_first_mentions,
    first_notes.move_first_notes,
)
"""What follows from a first mention that is gone, before all else: (the draft, the texts it may have been made from)."""

PASSES: tuple[Pass, ...] = (
    punctuation.end_properly,
    notes.settle_ibids,
    lambda resolution, _: directions.correct(resolution),
)
"""After clauses and openers: (the draft, the text before it or ``None``) -> (the draft, changes)."""


@dataclass(frozen=True, slots=True)
class Assembled:
    """A finished text. ``filled`` is the draft with its clauses put in and nothing else done: the drafter's own words."""

    resolution: Resolution
    filled: Resolution
    changes: Changes


def assemble(
    draft: Resolution,
    library: Library | None = None,
    *,
    before: Resolution | None = None,
    rolled: Resolution | None = None,
    next_session: int | None = None,
) -> Assembled:
    """Fill clauses, see to first mentions, openers, punctuation, notes and directions, and check every reference.

    Args:
        before: the text that the draft was made from; passes change only what the drafter disturbed.
        rolled: ``before`` as the roll-forward made it for the drafter, with the citations that it brought up to date.
        next_session: the session at which the item returns, for clauses that say "next"; by default what the draft says.

    Raises:
        BrokenDraft: a reference or a callout leads nowhere; every place is named.
        ClauseError: a clause cannot be found or filled.
    """
    filled: Resolution = draft
    changes: Changes = ()
    if library is not None:
        from draftkit.assemble import clauses

        filled, changes = clauses.fill(draft, library, next_session=next_session or clauses.returns_at(draft, before, library))
    require_whole(filled, before)
    resolution = filled
    bases = [text for text in (rolled, before) if text is not None]
    for see_to in FIRST:
        resolution, made = see_to(resolution, bases)
        changes += made
    resolution, made = openers.keep_in_sequence(resolution, before or openers.typed_alone(draft))
    changes += made
    for step in PASSES:
        resolution, made = step(resolution, before)
        changes += made
    return Assembled(resolution, filled, changes + tuple(_consequences(before, resolution)))


def _consequences(before: Resolution | None, after: Resolution) -> Iterator[Change]:
    """The numbers and references that changed because paragraphs came, went or moved."""
    if before is None:
        return
    old_labels, new_labels = numbers.labels(before), numbers.labels(after)
    for name, label in new_labels.items():
        if name in old_labels and old_labels[name] != label:
            yield Change("number", Kind.CONSEQUENTIAL, name, old_labels[name], label)
    old_refs = dict(_printed_references(before))
    for name, now in _printed_references(after):
        for was, run in zip(old_refs.get(name, ()), now, strict=False):
            if was.ref == run.ref and was.text != run.text:
                yield Change("reference", Kind.CONSEQUENTIAL, name, was.text, run.text)


def _printed_references(resolution: Resolution) -> Iterator[tuple[str, list[Run]]]:
    """The references of each line and note as they are printed, with its key ("note x" of a note)."""
    text = printed(resolution)
    for line in text.lines:
        yield line.key, [run for run in line.runs if run.ref]
    for note in text.notes:
        yield f"note {note.id}", [run for run in note.runs if run.ref]

make_callable(__name__)
