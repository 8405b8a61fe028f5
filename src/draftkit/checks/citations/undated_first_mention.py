"""undated-first-mention: a resolution has its date where it is first mentioned (un-rules D7)."""

from __future__ import annotations

from collections.abc import Iterator

from draftkit.assemble.mentions import first_mentions
from draftkit.checks.citations.unread_dates import unread_date
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.checks.words import once
from draftkit.model import Finding, Severity
from draftkit.un import register

_OF = " of "


@rule("DK403", "D7", Severity.INFO, bad="its resolution 79/124", good="its resolution 79/124 of 4 December 2024", mends=True)
def undated_first_mention(subject: Subject) -> Iterator[Finding]:
    """A resolution of the General Assembly has its date where it is first mentioned (un-rules D7).

    Only those that the register knows are named, and only in texts of the Assembly: in others "its" is of another organ. What
    stands in quotation marks, in headings, tables and annexes does not count, nor does a resolution whose date follows farther
    behind: "78/1 and 78/2 of 5 September 2023".
    """
    if not subject.is_assemblys:
        return
    place = subject.names
    text = {passage.owner: passage.flat for passage in subject.contents}
    for cited, mention in first_mentions(subject.resolution).items():
        date = "" if cited.others else register.adopted(cited.number)
        if mention.date or not date:  # what the register does not know is another organ's, or there is no date to give
            continue
        if unread_date(text[mention.paragraph], mention.end):  # citation-date says what is wrong with it
            continue
        said = text[mention.paragraph]
        start = mention.end - len(cited.number)
        behind = said[mention.end : mention.end + len(_OF)].replace("\u00a0", " ")
        dated = "" if behind == _OF else f"{said[start : mention.end]} of {date}"
        words, instead = once(said, start, mention.end, dated)
        message = f"{place[mention.paragraph]} is the first to mention resolution {cited.number}, and has no date for it"
        fix = f'write "{cited.number} of {date}"'
        yield Finding("undated-first-mention", Severity.INFO, message, mention.paragraph, fix, words=words, instead=instead)
