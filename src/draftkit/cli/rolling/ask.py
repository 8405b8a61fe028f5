"""What is asked of ``draftkit roll``, and what cannot be asked together.

Example:
    >>> require_sense(Ask(prior="A_RES_79_124.xml", slate="sixth.yaml"))
    Traceback (most recent call last):
    click.exceptions.UsageError: a PRIOR and --slate do not go together: the texts stand in the slate
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field

import click

from draftkit.errors import DraftkitError
from draftkit.readers import Intake
from draftkit.un.bodies import bodies

SCREEN = "-"


@dataclass(frozen=True, slots=True)
class Ask:
    """The options of the command line; "" and ``None`` where nothing is given. ``also`` is as typed, "ilc,uncitral"."""

    prior: str = ""
    session: int | None = None
    also: tuple[str, ...] = ()
    house_style: bool = False
    output: str = ""
    changes: str = ""
    report: str = ""
    as_json: bool = False
    force: bool = False
    update: str = ""
    slate: str = ""
    verbose: bool = False
    intake: Intake = field(default_factory=Intake)

    @property
    def bodies(self) -> frozenset[str]:
        """The keys of ``--also``, however they are parted."""
        return frozenset(key.strip() for keys in self.also for key in keys.split(",") if key.strip())

    @property
    def draft(self) -> str:
        """Where the draft goes: the screen, unless that shows the list; "" for nowhere."""
        return self.output or ("" if self.as_json else SCREEN)


_APART = (
    ("prior", "slate", "the texts stand in the slate"),
    ("session", "slate", 'write "session:" into the slate'),
    ("also", "slate", 'write "also:" into the slate'),
    ("house_style", "slate", 'write "house-style: true" into the slate'),
    ("output", "slate", 'the drafts go into the "folder:" of the slate'),
    ("update", "slate", "bring the drafts up to date one by one"),
    ("report", "update", "the report is of a text rolled anew"),
)
"""Options that exclude each other, and what to do."""

_SHOWN = {"prior": "a PRIOR", "house_style": "--house-style", "output": "-o"}


def require_sense(ask: Ask) -> None:
    """Raise if something is missing, or does not go together.

    Raises:
        UsageError: what, and what to do.
        DraftkitError: a body that is not known.
    """
    if not ask.prior and not ask.slate:
        raise click.UsageError("name the text to roll (PRIOR), or texts with --slate FILE")
    for one, other, why in _APART:
        if getattr(ask, one) and getattr(ask, other):
            raise click.UsageError(f"{_shown(one)} and {_shown(other)} do not go together: {why}")
    for key in sorted(ask.bodies - bodies().keys()):
        raise DraftkitError(f'"{key}" is no body whose sessions are known', "--also", f"the keys are {', '.join(bodies())}")
    _require_apart(ask)


def _shown(option: str) -> str:
    return _SHOWN.get(option, f"--{option}")


def _require_apart(ask: Ask) -> None:
    """The screen shows one thing, and a file holds one."""
    draft = "" if ask.slate else ask.draft
    outputs = (
        ("the draft", draft, "-o"),
        ("the list of changes", ask.changes, "--changes"),
        ("the report", ask.report, "--report"),
        ("--json", SCREEN if ask.as_json else "", ""),
    )
    taken: dict[str, tuple[str, str]] = {}
    for what, target, option in outputs:
        key = target if target in ("", SCREEN) else os.path.realpath(target).casefold()
        first, way = taken.setdefault(key, (what, option)) if key else (what, option)
        if first != what and key == SCREEN:
            raise click.UsageError(f"{first} and {what} cannot both go to the screen: name a file with {way}")
        if first != what:
            raise click.UsageError(f"{first} and {what} need two files")
