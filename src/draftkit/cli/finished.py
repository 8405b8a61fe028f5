"""A draft file made into a finished text, the same way for every command: read, roll the prior, fill, assemble.

Example:
    >>> work = finish("draft.yaml")
    >>> work.assembled.resolution, work.prior
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from draftkit.assemble import Assembled, assemble
from draftkit.errors import BrokenDraft, ClauseError, DraftkitError, Unreadable, placed
from draftkit.model import ClauseEntry, Kind, Resolution
from draftkit.readers import Intake, Reading, read
from draftkit.tree import walk

if TYPE_CHECKING:
    from draftkit.clauses.library import Library
    from draftkit.compare.redline import Redline
    from draftkit.roll import Rolled


AS_IT_IS = Intake()
"""Nothing is done with a file before it is read."""


@dataclass(frozen=True, slots=True)
class Work:
    """A draft, the text it is made from (``None`` if it names none), what became of it, and where the prior's lines stand.

    ``rolled`` is what the roll-forward makes of the prior, ``styled`` the same in the house style of today where the draft
    has taken that over.
    """

    assembled: Assembled
    prior: Resolution | None
    prior_path: str
    rolled: Rolled | None
    styled: Rolled | None
    places: Mapping[str, int] = field(default_factory=dict)

    @property
    def stages(self) -> list[tuple[Kind, Resolution]]:
        """How the finished text came about after the prior, for the authors of the redline."""
        rolled = [(Kind.TECHNICAL, self.rolled.resolution)] if self.rolled else []
        styled = [(Kind.EDITORIAL, self.styled.resolution)] if self.styled else []
        return [*rolled, *styled, (Kind.SUBSTANTIVE, self.assembled.filled), (Kind.CONSEQUENTIAL, self.assembled.resolution)]


def finish(draft: str, *, prior: str | None = None, intake: Intake = AS_IT_IS) -> Work:
    """Read a draft and assemble it against its prior; ``prior`` overrides the one that the draft names.

    Raises:
        DraftkitError: anything that a person has to mend, with file and line.
    """
    return finish_reading(read(draft, intake), draft, prior=prior, intake=intake)


def finish_reading(
    reading: Reading, draft: str, *, prior: str | None = None, intake: Intake = AS_IT_IS
) -> Work:
    """The same for a draft already read; ``draft`` is its path."""
    prior_path = prior or prior_of(reading, draft)
    read_before = _prior(prior_path, draft, intake, named=not prior) if prior_path else None
    before = _finished(read_before, prior_path, intake) if read_before else None
    rolled, styled = _rolled(before, reading.resolution)
    library = library_for(reading.resolution, intake.libraries)
    try:
        assembled = assemble(reading.resolution, library, before=before, rolled=rolled.resolution if rolled else None)
    except (BrokenDraft, ClauseError) as error:
        raise _with_lines(error, reading).at(_place(error, reading, draft)) from None
    return Work(assembled, before, prior_path, rolled, styled, read_before.lines if read_before else {})


def text_of(path: str, *, prior: str | None = None, intake: Intake = AS_IT_IS) -> Resolution:
    """The finished text that a file holds: a draft is assembled, anything else is read as it is."""
    return _finished(read(path, intake), path, intake, prior)


def compared(old: str, new: str, intake: Intake) -> tuple[Reading, Redline]:
    """A text as read, and what another makes of it; if that is a draft, its changes are told apart by who made them."""
    from draftkit.compare.comparison import compare
    from draftkit.compare.redline import without_formats

    before, after = read(old, intake), read(new, intake)
    text = _finished(before, old, intake)
    if not after.is_draft:
        redline = compare(text, after.resolution)
        plain = ".txt" in (Path(old).suffix.lower(), Path(new).suffix.lower())  # which cannot say what is in italics
        return before, without_formats(redline) if plain else redline
    work = finish_reading(after, new, prior=old, intake=intake)
    return before, compare(text, work.assembled.resolution, stages=work.stages)


def _finished(reading: Reading, path: str, intake: Intake, prior: str | None = None) -> Resolution:
    if not reading.is_draft:
        return reading.resolution
    return finish_reading(reading, path, prior=prior, intake=intake).assembled.resolution


def _prior(path: str, draft: str, intake: Intake, *, named: bool) -> Reading:
    """The text that a draft is made from. ``named``: the draft itself names it, so an error has to name the draft."""
    try:
        return read(path, intake)
    except Unreadable as error:
        if not named:
            raise
        what = f"its prior cannot be read: {error.where}: {error.what}"
        missing = "put the prior beside the draft under the name it is given, or give --prior FILE"
        raise Unreadable(what, draft, missing if not Path(path).exists() else error.remedy) from None


def library_for(draft: Resolution, folders: Sequence[Path]) -> Library | None:
    """The clauses, if the draft calls for any: reading them takes time."""
    if not any(isinstance(place.block, ClauseEntry) for place in walk(draft)):
        return None
    from draftkit.clauses import load

    return load(folders)


def prior_of(reading: Reading, draft: str) -> str:
    """The path of the prior that a draft names, beside the draft; "" if it names none.

    Raises:
        Unreadable: the path is absolute or on another machine, where a draft that came by mail has no business.
    """
    if not reading.prior:
        return ""
    windows = PureWindowsPath(reading.prior)
    if windows.drive or windows.root or PurePosixPath(reading.prior).is_absolute():
        what = f'the prior "{reading.prior}" is not a relative path'
        raise Unreadable(what, draft, "put the file beside the draft and give its name")
    folder = Path(draft).parent if draft != "-" else Path()
    return str(folder / reading.prior.replace("\\", "/"))


def _rolled(prior: Resolution | None, draft: Resolution) -> tuple[Rolled | None, Rolled | None]:
    """What the roll-forward makes of the prior, with other bodies' sessions as far as the draft has them; and in house style."""
    from draftkit.roll import roll
    from draftkit.roll.taken_over import taken_over
    from draftkit.un.bodies import keys

    session = draft.masthead.session
    if prior is None or not prior.masthead.session or session <= prior.masthead.session:
        return None, None
    also = frozenset(keys())
    rolled, moved = roll(prior, session, looks=False), roll(prior, session, also=also, looks=False)
    taken = taken_over(rolled.resolution, moved.resolution, draft)
    rolled = replace(moved, resolution=taken) if taken else rolled
    house = roll(prior, session, also=also if taken else frozenset(), house_style=True, looks=False)
    styled = taken_over(rolled.resolution, house.resolution, draft)
    return rolled, replace(house, resolution=styled) if styled else None


def _place(error: DraftkitError, reading: Reading, draft: str) -> str:
    """The draft, with the line of the paragraph that is the error's place."""
    return placed(draft, reading.lines.get(error.where.partition(",")[0], 0))


def _with_lines(error: DraftkitError, reading: Reading) -> DraftkitError:
    """The error with the line of each paragraph that it names: "(urges-observe)" is "(urges-observe, line 40)"."""

    def located(match: re.Match[str]) -> str:
        line = reading.lines.get(match[1])
        return f"({match[1]}, line {line})" if line else match[0]

    return type(error)(re.sub(r"\(([a-z0-9.-]+)\)", located, error.what), error.where, error.remedy)
