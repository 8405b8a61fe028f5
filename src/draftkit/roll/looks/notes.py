"""Documents of the old session that are left, and places in reports that have become others (un-rules E5, E8).

    See A/79/143.                                       perhaps A/81/___
    ..., Supplement No. 17 (A/81/17), chap. XV.         the chapter was that of the older report
    Ibid., para. 44.                                    after a note that names another report now

Nobody knows the places in a report that is yet to come; the drafter looks them up.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from draftkit.assemble.printed import note_numbers
from draftkit.inline import flat
from draftkit.model import Changes, Resolution
from draftkit.roll.finders.reports import OFFICIAL
from draftkit.roll.step import Step
from draftkit.un.symbols import BLANK

Left = tuple[int, int, str, str, str]
"""Start, end, why, rule, offer."""

_PINPOINT = re.compile(r"\b(?:chaps?|sects?|annex(?:es)?|part|paras?)\b\.?[^;]*")
_SUPPLEMENT = re.compile(r"Supplement[ \u00a0]No\.[ \u00a0]\w+[ \u00a0]\($")
_IBID = re.compile(r"Ibid\.(?!.*\b[AES]/[A-Z\d])")


def documents_left(text: str, new: Collection[int], step: Step) -> Iterator[Left]:
    """The first document of the old session in a rolled text: one is enough to have it looked at.

    ``new``: the places of what rules put in; a list that went on is new as a whole.
    """
    for match in re.finditer(rf"\bA/{step.session}/(?P<number>\d+|{BLANK})(?P<more>(?:[\w/.]*\w)?)", text):
        if match.start() not in new:
            offer = f"A/{step.coming}/{_number(match, text)}"
            yield *match.span(), "a document of the old session", "report/document", offer
            return


def _number(match: re.Match[str], text: str) -> str:
    """What follows the session: the addendum of a supplement, "53/Add.1", is that of each year as its number is."""
    if match["number"] == BLANK or int(match["number"]) >= OFFICIAL:
        return BLANK + (f"/Add.{BLANK}" if match["more"].startswith("/Add") else "")
    if _SUPPLEMENT.search(text[: match.start()]):
        return match["number"] + match["more"]
    return match["number"] + (f"/Add.{BLANK}" if match["more"].startswith("/Add") else "")


def pinpoints_left(rolled: Resolution, changes: Changes) -> Iterator[tuple[str, Left]]:
    """The places in reports that are others now: in changed notes, and in each "Ibid." that leans on one."""
    notes = {note.id: flat(note.content) for note in rolled.notes}
    changed = {change.paragraph for change in changes if change.rule.startswith("report/")}
    leaning = False
    for name in note_numbers(rolled):  # in printed order
        text = notes.get(name, "")
        own = f"note {name}" in changed
        leaning = own or (leaning and bool(_IBID.match(text)))
        match = _PINPOINT.search(text) if leaning else None
        if match and BLANK not in match[0]:
            yield f"note {name}", (*match.span(), "the place was one in the older report", "report/place", "")
