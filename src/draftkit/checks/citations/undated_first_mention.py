"""undated-first-mention: a resolution has its date where it is first mentioned (un-rules D7)."""

from __future__ import annotations

from collections.abc import Iterator

from draftkit.assemble.mentions import first_mentions
from draftkit.checks.citations.unread_dates import unread_date
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.model import Finding, Severity
from draftkit.un import register


@rule("DK403", "D7", Severity.INFO)
def undated_first_mention(subject: Subject) -> Iterator[Finding]:
    """A resolution of the General Assembly has its date where it is first mentioned (un-rules D7)."""
    place = subject.names
    text = {passage.owner: passage.flat for passage in subject.contents}
    for cited, mention in first_mentions(subject.resolution).items():
        date = "" if cited.others else register.adopted(cited.number)
        if mention.date or not date:  # what the register does not know is another organ's, or there is no date to give
            continue
        if unread_date(text[mention.paragraph], mention.end):  # citation-date says what is wrong with it
            continue
        message = f"{place[mention.paragraph]} is the first to mention resolution {cited.number}, and has no date for it"
        yield Finding("undated-first-mention", Severity.INFO, message, mention.paragraph, f'write "{cited.number} of {date}"')
