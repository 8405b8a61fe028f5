"""What every pass of the roll-forward knows: from which session to which, and what the text rolled is called.

Example:
    >>> step(resolution, 81)
    Step(session=79, coming=81, number='79/124', adopted='4 December 2024', title='Effective measures ...', rhythm=2, ...)
"""

from __future__ import annotations

from dataclasses import dataclass

from draftkit.errors import DraftkitError
from draftkit.inline import plain
from draftkit.model import Resolution
from draftkit.un import register, sessions
from draftkit.un.bodies import keys
from draftkit.un.citations import written_number
from draftkit.un.symbols import resolution_number


@dataclass(frozen=True, slots=True)
class Step:
    """The step from the old session to the coming one.

    ``number`` and ``adopted`` are those of the text that is rolled ("79/124", "4 December 2024"), "" where unknown.
    ``also`` are the keys of the bodies whose own sessions are to move too. ``rhythm`` is how many sessions lie between the
    texts of the series by its own words, which the step may break; 0 where they do not say.
    """

    session: int
    coming: int
    number: str
    adopted: str
    title: str
    also: frozenset[str] = frozenset()
    rhythm: int = 0

    @property
    def cadence(self) -> int:
        """How many sessions apart the two texts are (un-rules H)."""
        return self.coming - self.session

    @property
    def year(self) -> int:
        """The calendar year in which the old session opened."""
        return sessions.years(self.session)[0]


def step(resolution: Resolution, coming: int, also: frozenset[str] = frozenset(), rhythm: int = 0) -> Step:
    """The step of a text; its number and date are the masthead's, else the register's for its title.

    Raises:
        DraftkitError: a key in ``also`` that ``data/bodies.csv`` does not have.
    """
    if unknown := sorted(also.difference(keys())):
        raise DraftkitError(f'no body is called "{unknown[0]}"', remedy=f"known are: {', '.join(keys())}")
    head = resolution.masthead
    title = plain(resolution.title)
    number = _number(head.symbol)
    if not number:
        adopted = [known for known in register.series(title) if known.startswith(f"{head.session}/")]
        number = adopted[0] if len(adopted) == 1 else ""
    return Step(head.session, coming, number, head.adopted or register.adopted(number), title, also, rhythm)


def _number(symbol: str) -> str:
    """The number of an adopted text as a citation has it: "75/101 A and B" for "A/RES/75/101 A-B"."""
    return written_number(symbol.removeprefix("A/RES/")) if resolution_number(symbol) else ""
