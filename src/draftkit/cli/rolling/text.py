"""A text rolled: read, its coming session settled, rolled, and the draft of it.

Example:
    >>> text = roll_text("A_RES_79_124.xml", Wanted())
    >>> text.session, text.why
    (81, 'its agenda clause names the eighty-first session')
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from draftkit.cli.terminal import say
from draftkit.errors import DraftkitError, Unreadable
from draftkit.readers import Intake, Reading, read
from draftkit.readers.slate import DRAFTS, Wanted, is_slate

if TYPE_CHECKING:
    from draftkit.model import Resolution
    from draftkit.roll import Rolled
    from draftkit.roll.plan.worklist import Worklist

_AS_IT_IS = Intake()


@dataclass(frozen=True, slots=True)
class RolledText:
    """A text as read from ``path``, what became of it, and the work left; ``why`` says why this session, "" if it was given."""

    path: str
    reading: Reading
    session: int
    why: str
    rolled: Rolled
    plan: Worklist


def roll_text(path: str, wanted: Wanted, intake: Intake = _AS_IT_IS) -> RolledText:
    """Read a text and roll it.

    Raises:
        DraftkitError: the text cannot be read, its session or the coming one is not known, or that is not later.
    """
    from draftkit.roll import roll
    from draftkit.roll.plan.worklist import worklist

    reading = read_text(path, intake)
    _require_session(reading.resolution, path)
    session, why = (wanted.session, "") if wanted.session else _coming(reading.resolution, path)
    _require_later(reading.resolution, path, session)
    try:
        rolled = roll(reading.resolution, session=session, also=wanted.also, house_style=wanted.house_style)
    except DraftkitError as error:
        raise (error if error.where else error.at(path)) from None
    return RolledText(path, reading, session, why, rolled, worklist(reading.resolution, rolled))


def read_text(path: str, intake: Intake) -> Reading:
    """Read a file; of a slate the error says what to type."""
    try:
        return read(path, intake)
    except Unreadable:
        _refuse_slate(path)
        raise


def _refuse_slate(path: str) -> None:
    """Say what to type if the file that cannot be read as a text is a slate. Raises ``DraftkitError``."""
    from draftkit.readers import load_bytes

    if Path(path).suffix.lower() in DRAFTS and is_slate(load_bytes(Path(path)), path):
        raise DraftkitError("this is a slate", path, f"draftkit roll --slate {path}") from None


def _coming(resolution: Resolution, path: str) -> tuple[int, str]:
    """The session at which the text says that it comes back, and where it says so."""
    from draftkit.roll.cadence import expected
    from draftkit.un.sessions import ordinal

    cadence = expected(resolution)
    if cadence.session is None:
        following = resolution.masthead.session + 1
        remedy = f"give it: --session {following}, say, or session: {following} in a slate"
        raise DraftkitError("the text does not say at which session it returns", path, remedy)
    if cadence.agenda:
        return cadence.session, f"its agenda clause names the {ordinal(cadence.session)} session"
    if cadence.report:
        return cadence.session, f"it asks for a report at the {ordinal(cadence.session)} session"
    step = cadence.session - cadence.old
    return cadence.session, f"the last text of its series was {step} session{'' if step == 1 else 's'} before it"


def _require_session(resolution: Resolution, path: str) -> None:
    if not resolution.masthead.session:
        raise DraftkitError("the session of the text is not known", path, 'put its masthead first, or "session:" in the draft')


def _require_later(resolution: Resolution, path: str, session: int) -> None:
    old = resolution.masthead.session
    if session <= old:
        raise DraftkitError(f"the text is of session {old}", path, f"the coming session must be {old + 1} or later")


def draft_of(text: RolledText, form: str, draft: str) -> bytes:
    """The next iteration as a file; as YAML it names the prior from the place of the draft."""
    from draftkit.writers import draft as drafts
    from draftkit.writers import render

    if form != "yaml":
        return render(text.rolled.resolution, form)
    return drafts.write(text.rolled.resolution, prior=relative(text.path, draft)).encode("utf-8")


def relative(prior: str, draft: str) -> str:
    """The path of the prior from the folder of the draft, with forward slashes; "" for standard input."""
    if prior == "-":
        return ""
    folder = Path() if draft == "-" else Path(draft).parent
    try:
        path = os.path.relpath(Path(prior).resolve(), folder.resolve())
    except ValueError:  # on another drive of Windows; a draft may name only a relative path
        say(f'{prior} is on another drive: put it beside the draft and add "prior: {Path(prior).name}" to the draft')
        return ""
    return path.replace(os.sep, "/")


def not_carried_over(text: RolledText) -> str:
    """A line on what the draft does not hold, "" if it holds everything: the model has no comments."""
    from draftkit.readers import load_bytes
    from draftkit.yaml_text import has_comments

    if Path(text.path).suffix.lower() not in (".yaml", ".yml"):
        return ""
    if not has_comments(load_bytes(Path(text.path)).decode("utf-8", "replace")):
        return ""
    return f"{text.path} has comments (#); they are not carried over"
