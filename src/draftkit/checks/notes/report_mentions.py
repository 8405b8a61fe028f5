"""Where a text speaks of a report of the Secretary-General that is before the Assembly (un-rules E8).

    Having considered the report of the Secretary-General,[^report]
    1. Takes note of the report of the Secretary-General on libraries;[^report]

Example:
    >>> [(report.opening, report.notes) for report in reports(subject)]
    [('Having considered', ('report',)), ('Takes note', ('report',))]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from draftkit.assemble.mentions import unquoted
from draftkit.checks.notes.called import callouts
from draftkit.checks.subject import Passage, Subject
from draftkit.checks.words import BLANK
from draftkit.inline import MARK
from draftkit.model import Paragraph
from draftkit.tree import Section

_TAKEN = re.compile(
    rf"(?P<opening>Having{BLANK}(?:also{BLANK}|further{BLANK})?(?:considered|examined|received)|"
    rf"(?:(?:Also|Further){BLANK})?(?:Takes{BLANK}note|takes{BLANK}note|Welcomes|welcomes)|Taking{BLANK}note|Welcoming)(?:{BLANK}(?:also|further|with{BLANK}(?:appreciation|interest|satisfaction)))*(?:{BLANK}of)?{BLANK}"
    rf"(?P<report>the{BLANK}(?:latest{BLANK}|most{BLANK}recent{BLANK}|(?:bi)?annual{BLANK}|first{BLANK}|final{BLANK})?reports?{BLANK}of{BLANK}the{BLANK}Secretary-General)(?![’\w])"
)
_END = re.compile(rf";|,{MARK}?{BLANK}and{BLANK}(?:also{BLANK})?(?:welcom|request|tak|not|recall|express)")


@dataclass(frozen=True, slots=True)
class Report:
    """A report with its words, and the notes called up to the end of what is said of it."""

    passage: Passage
    opening: str
    start: int
    words: str
    subject: str
    notes: tuple[str, ...]


def reports(subject: Subject) -> Iterator[Report]:
    """The reports with which paragraphs of preamble and operative part open, in printed order."""
    for place in subject.places:
        if not isinstance(place.block, Paragraph) or place.section is Section.ANNEX:
            continue
        passage = Passage(place.block.id, place.block.content)
        text = passage.flat.replace("\u2011", "-")
        match = _TAKEN.match(text)
        if not match:
            continue
        end = _END.search(unquoted(text), match.end())
        stop = end.end() if end else len(text)
        notes = tuple(note for at, note in callouts(passage) if match.start("report") < at <= stop)
        of = text[match.end() : stop].replace(MARK, "").strip(" ,;.:")
        yield Report(passage, " ".join(match["opening"].split()), match.start("report"), match["report"], of, notes)
