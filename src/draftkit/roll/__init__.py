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
from draftkit.roll.cadence import expected
from draftkit.roll.edits import rewrite
from draftkit.roll.finders import BODY
from draftkit.roll.finders.house_style import house_style_of
from draftkit.roll.finders.masthead import roll_masthead
from draftkit.roll.finders.notes import full_symbols, roll_notes
from draftkit.roll.finders.reports import reports_of
from draftkit.roll.looks.look import Look, stale
from draftkit.roll.step import Step, step
from draftkit.un import sessions


@dataclass(frozen=True, slots=True)
class Rolled:
    """The next iteration, what was changed, and what a person must look at."""

    resolution: Resolution
    changes: Changes = ()
    look: tuple[Look, ...] = ()


def roll(
    resolution: Resolution,
    session: int | None = None,
    *,
    also: frozenset[str] = frozenset(),
    house_style: bool = False,
    looks: bool = True,
) -> Rolled:
    """Roll a text forward to a coming session; a text of that very session is given back as it is.

    Args:
        session: the number of the coming session, 81; ``None`` for the one that the text itself, or its series, names.
        also: the keys of other bodies whose own sessions move, too ("ilc"; ``data/bodies.csv``).
        house_style: write words as official texts do now, too; editorial changes.
        looks: list what a person must look at; whoever wants the text alone is spared half the time.

    Raises:
        DraftkitError: the session of the text is not known, or not before the coming one; nothing says which the coming
            one is; no body has such a key.
    """
    old = resolution.masthead.session
    if not old:
        raise DraftkitError("the session of the text is not known", remedy="give it a masthead, or session: in the draft")
    cadence = expected(resolution)
    session = cadence.session if session is None else session
    if session is None:
        raise DraftkitError("the text does not say at which session it comes back", remedy="name the coming session")
    if not old <= session <= sessions.HIGHEST:
        raise DraftkitError(f"a text of session {old} cannot be rolled to session {session}", remedy="name a later session")
    if old == session:
        return Rolled(resolution)
    taken = step(resolution, session, also, (cadence.session or old) - old)
    rolled, changes = _changed(resolution, taken, house_style)
    look = (*cadence.findings(session), *stale(resolution, rolled, changes, taken)) if looks else ()
    return Rolled(rolled, changes, look)


def _changed(resolution: Resolution, taken: Step, house_style: bool) -> tuple[Resolution, Changes]:
    headed, head = roll_masthead(resolution, taken)
    body = [find(resolution, taken) for find in (*BODY, *((house_style_of,) if house_style else ()))]
    texts, made = rewrite(headed, body, [reports_of(resolution, taken), full_symbols])
    rolled, noted = roll_notes(texts)
    return rolled, (*head, *made, *noted)


__all__ = ["Look", "Rolled", "Step", "roll"]

make_callable(__name__)
