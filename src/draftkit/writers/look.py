"""What a Word file looks like where it is not the shipped template alone: own parts, own styles, the emblem.

Example:
    >>> package("l-document", slots, [], properties=properties, look=Look(emblem=picture))
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from draftkit.writers.emblem import Emblem

THEME = "word/theme/theme1.xml"
MARKS = {"symbol": "\ue000", "job": "\ue001"}
"""Characters of no meaning that stand for a field in the parts of a Word file."""

_TRACKING = "<w:trackRevisions/>"
_STYLED = re.compile(r'(<w:(?:pStyle|rStyle|tblStyle) w:val=")([^"]*)(")')


@dataclass(frozen=True, slots=True)
class Look:
    """What takes the place of ours.

    Args:
        folder: a folder of parts that is laid over the shipped ones (:mod:`draftkit.writers.own_folder`).
        parts: parts taken from a Word file, whole, by their names.
        ids: the ids that its styles have for ours.
        emblem: the picture of the masthead; without one its room is kept.
    """

    folder: Path | None = None
    parts: Mapping[str, str] = field(default_factory=dict)
    ids: Mapping[str, str] = field(default_factory=dict)
    emblem: Emblem | None = None


SHIPPED = Look()
"""The shipped template, without an emblem."""


def dressed(
    parts: Iterable[tuple[str, str]], look: Look, *, symbol: str, job: str, track: bool
) -> list[tuple[str, str | bytes]]:
    """The parts in order with those of a Word file of one's own among them, in its styles, and the emblem."""
    made: dict[str, str | bytes] = {name: _in_styles(text, look.ids) for name, text in parts}
    for name, text in look.parts.items():
        said = text.replace(MARKS["symbol"], _escaped(symbol)).replace(MARKS["job"], _escaped(job))
        made[name] = said if track else said.replace(_TRACKING, "")
    if look.emblem:
        made[f"word/media/emblem.{look.emblem.suffix}"] = look.emblem.data
    return sorted(made.items())


def _in_styles(text: str, ids: Mapping[str, str]) -> str:
    return _STYLED.sub(lambda match: f"{match[1]}{ids.get(match[2], match[2])}{match[3]}", text) if ids else text


def _escaped(text: str) -> str:
    from markupsafe import escape

    return str(escape(text))
