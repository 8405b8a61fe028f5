"""Two texts read and compared for whoever reads what became of each paragraph: what ``table`` and ``report`` begin with.

Example:
    >>> both = compare_both("A_RES_79_124.xml", "draft.yaml", Intake())
    >>> both.table.counts, both.redline.lines
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from draftkit.errors import DraftkitError
from draftkit.model import Kind, Resolution
from draftkit.readers import Intake, Reading, read

if TYPE_CHECKING:
    from draftkit.compare.figures import Dispositions
    from draftkit.compare.redline import Redline


@dataclass(frozen=True, slots=True)
class Both:
    """Two finished texts, their redline and what became of each paragraph; ``reading`` is the new one as it was read."""

    old: Resolution
    new: Resolution
    redline: Redline
    table: Dispositions
    reading: Reading


def compare_both(old: str, new: str, intake: Intake) -> Both:
    """Read two texts and compare them; whose a change is is known of a draft, and of other texts as far as rules tell it.

    Raises:
        DraftkitError: a text that cannot be read, or a draft that cannot be assembled.
    """
    from draftkit.cli.finished import finish_reading, text_of
    from draftkit.compare.comparison import compare
    from draftkit.compare.redline import without_formats
    from draftkit.compare.strangers import strangers
    from draftkit.compare.table_rows import dispositions

    before, reading = text_of(old, intake=intake), read(new, intake)
    if reading.is_draft:
        work = finish_reading(reading, new, prior=old, intake=intake)
        after = work.assembled.resolution
        redline = compare(before, after, by_id=_is_prior(old, new, reading), stages=work.stages)
    else:
        after = reading.resolution
        redline = strangers(before, after, stages=_by_rules(before, after))
    if ".txt" in (Path(old).suffix.lower(), Path(new).suffix.lower()):  # which cannot say what is in italics
        redline = without_formats(redline)
    return Both(before, after, redline, dispositions(before, after, redline), reading)


def _is_prior(old: str, new: str, reading: Reading) -> bool:
    """Whether a text is the very one that a draft was made from, so that the names of both mean the same."""
    from draftkit.cli.finished import prior_of

    try:
        named = prior_of(reading, new)
    except DraftkitError:
        return False
    return bool(named) and Path(named).resolve() == Path(old).resolve()


def _by_rules(old: Resolution, new: Resolution) -> list[tuple[Kind, Resolution]]:
    """What the roll-forward makes of a text for the session of another, and then the house style of today."""
    from draftkit.roll import roll
    from draftkit.un.bodies import keys

    session = new.masthead.session
    if not old.masthead.session or session <= old.masthead.session:
        return []
    also = frozenset(keys())
    try:
        rolled = roll(old, session, also=also, looks=False)
        styled = roll(old, session, also=also, house_style=True, looks=False)
    except DraftkitError:  # a session that no rule reaches
        return []
    return [(Kind.TECHNICAL, rolled.resolution), (Kind.EDITORIAL, styled.resolution)]
