"""ibid-due: "Ibid." stands for the source of the note just before it (un-rules E5).

    1 A/80/2001.                                      1 A/80/2001.
    2 A/80/2001.                                      2 Ibid.
    3 United Nations, Treaty Series, vol. 75 ...      3 United Nations, Treaty Series, vol. 75 ...
    4 United Nations, Treaty Series, vol. 993 ...     4 Ibid., vol. 993 ...
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from draftkit.checks.notes.called import LONGEST, Said, printed
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.inline import MARK, flat
from draftkit.model import Finding, Severity

_SOURCE = re.compile(
    r"(?:See )?(?:[A-Z]+/|[Rr]esolution \d|United Nations, Treaty\b|League of Nations, Treaty\b|Official Records\b)"
)
"""How a note begins that is a source and not a remark."""
_SERIES = re.compile(r"(?:United|League of) Nations, Treaty Series, (?=vols?\. )")
_RECORDS = re.compile(
    r"(?:See )?Official Records of the (?:General Assembly|Economic and Social Council), [\w\- ]+?, "
    r"(?=(?P<supplement>Supplement No\. \w+))"
)
_SEVERAL = re.compile(r"; |\band (?:United Nations|resolution|[A-Z]+/)|\bsee also\b|\bsummary\b")


@rule("DK508", "E5", Severity.WARNING, bad="A/80/2001. | A/80/2001.", good="A/80/2001. | Ibid.", mends=True)
def ibid_due(subject: Subject) -> Iterator[Finding]:
    """A note with the source of the note just before it says "Ibid." (un-rules E5).

    That is so for the same words, and for another volume of the Treaty Series or another supplement of the same session. The
    supplement of which the note before gives a place is written out; notes that name several sources are left alone, and so
    are remarks that are no source.
    """
    place = subject.names
    for before, said in pairwise(printed(subject)):
        if said.ibid or len(said.full) > LONGEST or not _SOURCE.match(said.full):
            continue
        if instead := _instead(before, said):
            message = f"{place[said.owner]} writes out the source of {place[before.owner]}"
            whole = flat(said.note.content)
            certain = instead == "Ibid." and len(said.note.content) == 1 and MARK not in whole
            words, new = (whole, instead) if certain else ("", "")
            yield Finding("ibid-due", Severity.WARNING, message, said.owner, f'write "{instead}"', words=words, instead=new)


def _instead(before: Said, said: Said) -> str:
    """What the note says with "Ibid.", "" if it does not say it with that."""
    if before.number == said.number or _SEVERAL.search(before.full):
        return ""
    if before.full == said.full:
        return "Ibid."
    for form in (_SERIES, _RECORDS):
        ours, theirs = form.match(said.full), form.match(before.full)
        if not ours or not theirs or _SEVERAL.search(said.full):
            continue
        again = form is _RECORDS and ours["supplement"] == theirs["supplement"]
        if ours[0].removeprefix("See ") == theirs[0].removeprefix("See ") and not again:
            return f"Ibid., {said.full[ours.end() :]}"
    return ""

