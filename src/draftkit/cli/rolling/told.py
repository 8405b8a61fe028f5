"""What is said and listed about texts rolled: to the person at the terminal, for programs, as a page.

Example:
    >>> tell_briefly(text)
    session 81:  14 done,   2 to check,   5 to decide  Measures to eliminate international terrorism
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from draftkit.cli.rolling.text import RolledText
from draftkit.cli.terminal import say, told
from draftkit.cli.worklist import print_worklist
from draftkit.steering import visible

_TITLE = 60
"""Characters of a title that a line has room for."""


def tell_session(text: RolledText) -> None:
    """Which session it is rolled to, and why, where nobody said."""
    if text.why:
        say(f"session {text.session}: {text.why}")


def tell(text: RolledText, verbose: bool) -> None:
    """The work that is left, and with ``verbose`` all that was done, and what the reader is not sure of."""
    if verbose:
        for line in told(text.reading, text.path):
            say(visible(line))
    print_worklist(text.plan, verbose)


def tell_briefly(text: RolledText) -> None:
    """A text on one line."""
    done, check, decide = _counts(text)
    title = " ".join(text.plan.title.split())
    short = title if len(title) <= _TITLE else f"{title[: _TITLE - 1].rstrip()}…"
    say(visible(f"session {text.session}: {done:3} done, {check:3} to check, {decide:3} to decide  {short}"))


def tell_sum(texts: Sequence[RolledText]) -> None:
    """All of them on one line."""
    done, check, decide = (sum(column) for column in zip((0, 0, 0), *map(_counts, texts), strict=True))
    say(f"{len(texts)} text{'' if len(texts) == 1 else 's'}: {done} done, {check} to check, {decide} to decide")


def _counts(text: RolledText) -> tuple[int, int, int]:
    from draftkit.roll.plan.worklist import Group

    return text.plan.count(Group.DONE), text.plan.count(Group.CHECK), text.plan.count(Group.DECIDE)


def listed(text: RolledText) -> dict[str, Any]:
    """The list of a text for programs."""
    from draftkit.roll.plan.worklist import as_json

    return dict(as_json(text.plan))


def as_json(value: Any) -> str:
    """Values as a file for programs."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def report(texts: Sequence[RolledText], title: str) -> bytes:
    """The page of what was done and what is left to do in these texts."""
    from draftkit.writers.worklist import page

    return page([text.plan for text in texts], title)
