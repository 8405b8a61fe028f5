"""closing-lines: the lines at the end of an adopted text say when and at which meeting it was adopted (un-rules A7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import MASTHEAD, quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.checks.words import BLANK
from draftkit.inline import plain
from draftkit.model import Block, Finding, Paragraph, Severity
from draftkit.un import dates

_RESUMED = rf"(?:{BLANK}\(resumed\))?"
_MEETING = re.compile(
    rf"(?P<number>\d{{1,3}})(?P<ending>st|nd|rd|th){_RESUMED}(?:{BLANK}\(?resumed\)?)?{BLANK}plenary{BLANK}meeting{_RESUMED}"
)
_READ = re.compile(rf"(?P<meeting>\d{{1,3}}(?:st|nd|rd|th)?{BLANK}plenary{BLANK}meeting)(?:{BLANK}{dates.DATE})?\.?$")
_NUMBER = re.compile(rf"(?P<number>\d{{1,3}})(?:st|nd|rd|th)?{BLANK}(?:\w+{BLANK})?meeting")


@rule("DK021", "A7", Severity.ERROR, bad="45 plenary meeting", good="45th plenary meeting")
def closing_lines(subject: Subject) -> Iterator[Finding]:
    """The lines at the end have the date of the masthead, and the plenary meeting as in "45th plenary meeting" (un-rules A7).

    Blanks are the matter of open-blank; what is no date is left alone, and so are other organs.
    """
    head = subject.resolution.masthead
    if not subject.is_assemblys:
        return
    for part in subject.resolution.parts:
        said, given = _day(part.adopted), _day(head.adopted)
        if said and given and said != given:
            message = f"the closing line has {quoted(part.adopted)}, but the masthead has {quoted(head.adopted)}"
            yield Finding("closing-lines", Severity.ERROR, message, MASTHEAD, "correct the one or the other", words=part.adopted)
        last = part.operative[-1:]
        read = meeting_line(last[0]) if last else ""
        line = part.meeting or read
        if (right := _right(line)) and right != line:
            owner = last[0].id if read and not part.meeting else MASTHEAD
            message = f"the closing line has {quoted(line)}"
            yield Finding("closing-lines", Severity.ERROR, message, owner, f"write {quoted(right)}", words=line)


def meeting_line(block: Block) -> str:
    """The line of the meeting where a block is such a line in a form that none has, which is read as a paragraph; else ""."""
    if not isinstance(block, Paragraph) or block.label != "" or block.items:
        return ""
    match = _READ.match(plain(block.content))
    return match["meeting"] if match else ""


def _day(line: str) -> str:
    """The date that a line gives, "" if it gives none."""
    day = dates.parse(line.replace("\u00a0", " "))
    return dates.format(day) if day else ""


def _right(line: str) -> str:
    """What the line of the meeting should be, "" where that is not known."""
    match = _MEETING.fullmatch(line)
    if match and match["ending"] == _ending(int(match["number"])):
        return line
    number = match or _NUMBER.fullmatch(line)
    return f"{number['number']}{_ending(int(number['number']))} plenary meeting" if number else ""


def _ending(number: int) -> str:
    return "th" if 10 < number % 100 < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
