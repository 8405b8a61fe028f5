"""undated-first-mention: a resolution has its date where it is first mentioned (un-rules D7)."""

from __future__ import annotations

from collections.abc import Iterator

from draftkit.assemble.mentions import first_mentions
from draftkit.checks.places import names, read_contents
from draftkit.checks.unread_dates import unread_date
from draftkit.inline import flat
from draftkit.model import Finding, Resolution, Severity
from draftkit.un import register


def undated_first_mention(resolution: Resolution) -> Iterator[Finding]:
    """A resolution of the General Assembly has its date where it is first mentioned (un-rules D7)."""
    place = names(resolution)
    text = {owner: flat(content) for owner, content in read_contents(resolution)}
    for cited, mention in first_mentions(resolution).items():
        date = "" if cited.others else register.adopted(cited.number)
        if mention.date or not date:  # what the register does not know is another organ's, or there is no date to give
            continue
        if unread_date(text[mention.paragraph], mention.end):  # citation-date says what is wrong with it
            continue
        message = f"{place[mention.paragraph]} is the first to mention resolution {cited.number}, and has no date for it"
        yield Finding("undated-first-mention", Severity.INFO, message, mention.paragraph, f'write "{cited.number} of {date}"')
