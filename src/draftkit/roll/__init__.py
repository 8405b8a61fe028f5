"""The roll-forward: from the last text to the next iteration, with every change and what a person must look at.

In: a resolution and the coming session. Out: the resolution rolled, its changes, and the places that look stale but
follow no rule. Wrong is worse than blank, and blank is worse than right; ids never change.

Example:
    >>> rolled = roll(resolution, session=81)
    >>> rolled.resolution.masthead.symbol, len(rolled.changes), len(rolled.look)
    ('A/C.6/81/L.___', 14, 3)
"""

from __future__ import annotations

from dataclasses import dataclass

from draftkit.callable_package import make_callable
from draftkit.errors import DraftkitError
from draftkit.model import Changes, Resolution
from draftkit.roll.citations import roll_citations
from draftkit.roll.look import Look, stale
from draftkit.roll.masthead import roll_masthead
from draftkit.roll.notes import roll_notes
from draftkit.roll.periods import roll_periods
from draftkit.roll.reports import roll_reports
from draftkit.roll.sessions import roll_sessions
from draftkit.roll.step import Pass, Step, step
from draftkit.un import sessions

PASSES: tuple[Pass, ...] = (
    roll_masthead,
    roll_sessions,
    roll_citations,
    roll_periods,
    roll_reports,
    roll_notes,
)
"""The passes in the order in which they run."""


@dataclass(frozen=True, slots=True)
class Rolled:
    """The next iteration, what was changed, and what a person must look at."""

    resolution: Resolution
    changes: Changes = ()
    look: tuple[Look, ...] = ()


def roll(resolution: Resolution, *, session: int) -> Rolled:
    """Roll a text forward to a coming session; a text of that very session is given back as it is.

    Args:
        session: the number of the coming session, 81.

    Raises:
        DraftkitError: the session of the text is not known, or not before the coming one.
    """
    old = resolution.masthead.session
    if not old:
        raise DraftkitError("the session of the text is not known", remedy="give it a masthead, or session: in the draft")
    if not old <= session <= sessions.HIGHEST:
        raise DraftkitError(f"a text of session {old} cannot be rolled to session {session}", remedy="name a later session")
    if old == session:
        return Rolled(resolution)
    taken = step(resolution, session)
    changes: Changes = ()
    rolled = resolution
    for make in PASSES:
        rolled, made = make(rolled, taken)
        changes += made
    return Rolled(rolled, changes, stale(resolution, rolled, changes, taken))


__all__ = ["PASSES", "Look", "Pass", "Rolled", "Step", "roll"]

make_callable(__name__)
