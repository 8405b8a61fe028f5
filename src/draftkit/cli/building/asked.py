"""What is asked of ``build``: which document is made of a draft, and how its file looks.

In: the options as typed. Out: one value, in which nothing contradicts anything else.

Example:
    >>> asked(form=None, rev=1).form
    'l-document'
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

import click

from draftkit.errors import DraftkitError

FORMS = ("l-document", "resolution", "in-place")

_ISSUE = ("sponsors", "heading", "submitted_by", "consultations_on", "rev", "add", "corr")
_ADOPTION = ("number", "adopted", "basis", "meeting")
_LOOK = ("emblem", "template")
_HIGHEST = 99


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of a document; ``form`` is "" where it follows from the prior.

    ``fresh``: the masthead is that of the new document, untracked.
    """

    form: str = ""
    fresh: bool = False
    sponsors: str | None = None
    heading: str = ""
    submitted_by: str = ""
    consultations_on: str = ""
    rev: int = 0
    add: int = 0
    corr: int = 0
    number: str = ""
    adopted: str = ""
    basis: str = ""
    meeting: str = ""
    emblem: str = ""
    template: str = ""


def asked(form: str | None, **given: Any) -> Asked:
    """The options, made whole.

    Raises:
        DraftkitError: options that do not go together.
    """
    fresh = form == "l-document" or not given.get("rev")  # the issued text is the base of a revised one, masthead and all
    told = {name: value for name, value in given.items() if value not in (None, "", 0)}
    if given.get("sponsors") == "":
        told["sponsors"] = ""
    kinds = [name for name in ("rev", "add", "corr") if name in told]
    if len(kinds) > 1:
        raise DraftkitError(f"{_named(kinds[0])} and {_named(kinds[1])} are two documents", remedy="make one at a time")
    for names, whose in ((_ISSUE, "l-document"), (_ADOPTION, "resolution")):
        if mine := [name for name in names if name in told]:
            if form not in (None, whose):
                raise DraftkitError(f"{_named(mine[0])} is for --as {whose}, not for --as {form}", remedy="leave one of them out")
            form = whose
    if form == "in-place" and (look := [name for name in _LOOK if name in told]):
        raise DraftkitError(f"--as in-place keeps the look of the prior: {_named(look[0])} is not for it", remedy="leave one out")
    if ("submitted_by" in told or "heading" in told) and "sponsors" in told and not kinds:
        raise DraftkitError("a text has sponsors, or another line in their place", remedy="give only one of them")
    return Asked(form or "", fresh and form == "l-document", **told)


def document_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of documents; the command is given them as ``asked``."""

    @click.option("--as", "form", type=click.Choice(FORMS), help="What the file is; see above.")
    @click.option("--sponsors", metavar="NAMES", help='"Fiji, Ghana and Samoa", in any order; "" for none.')
    @click.option("--heading", metavar="LINE", help="The line before the title, instead of that of the sponsors.")
    @click.option("--submitted-by", metavar="WHO", help='An officer of the committee: "Vice-Chair, Ana Example (Poland)".')
    @click.option("--consultations-on", metavar="SYMBOL", help="The draft that the officer's text comes from.")
    @click.option("--rev", metavar="N", type=click.IntRange(1, _HIGHEST), help="A revised text, L.7/Rev.N, against that issued.")
    @click.option("--add", metavar="N", type=click.IntRange(1, _HIGHEST), help="An addendum, L.7/Add.N, of sponsors that join.")
    @click.option("--corr", metavar="N", type=click.IntRange(1, _HIGHEST), help="A corrigendum, L.7/Corr.N, to the issued text.")
    @click.option("--number", metavar="N", help="Of the adopted resolution, 81/124.")
    @click.option("--adopted", metavar="DATE", help='"4 December 2026".')
    @click.option("--basis", metavar="LINE", help='"A/81/472, para. 7", or the whole line of the brackets.')
    @click.option("--meeting", metavar="N", help='Of the plenary meeting, 47, or "53rd (resumed)".')
    @click.option("--emblem", metavar="FILE", help="A PNG, JPEG or EMF for the masthead; without it its room is kept.")
    @click.option("--template", metavar="DIR|FILE", help="Your own: a folder laid over templates/, or a .docx with its styles.")
    @wraps(command)
    def taking_in(*args: Any, **options: Any) -> None:
        mine = {name: options.pop(name) for name in (*_ISSUE, *_ADOPTION, *_LOOK)}
        command(*args, asked=asked(options.pop("form"), **mine), **options)

    return taking_in


def _named(option: str) -> str:
    return f"--{option.replace('_', '-')}"
