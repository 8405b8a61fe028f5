"""Where a text mentions resolutions, and with which dates (un-rules D6, D7).

In: a resolution. Out: its mentions in printed order, part by part: those in the paragraphs of preamble and operative part.
What stands in quotation marks is the words of others, headings, tables and annexes have habits of their own: they do not count.

Example:
    >>> [(each.cited, each.date) for each in mentions(resolution)]
    [(Cited(part=0, number='79/124', others=False), '4 December 2024'), (Cited(part=0, number='79/124', others=False), '')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from draftkit.inline import flat
from draftkit.model import Content, Paragraph, Resolution
from draftkit.tree import Section, walk
from draftkit.un import register
from draftkit.un.citations import Citation, find
from draftkit.un.whose import is_assemblys
from draftkit.un.wording import QUOTED

_OF_SESSION = re.compile(r"\d{1,3}/\d{1,3}\b")
"""A number by session, which the Assembly and other organs have alike; the others tell whose they are."""
_LOOK_AHEAD = 90
"""Characters in which a date farther behind is looked for."""


@dataclass(frozen=True, slots=True)
class Cited:
    """What is mentioned, in which part of the text; ``others``: a decision, or another body's, which may have the same number."""

    part: int
    number: str
    others: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: in which paragraph, where its number ends in the plain characters, and its date, "" if it has none."""

    cited: Cited
    paragraph: str
    end: int
    date: str = ""


def mentions(resolution: Resolution) -> Iterator[Mention]:
    """Every mention in the paragraphs of preamble and operative part, in printed order."""
    for place in walk(resolution):
        if isinstance(place.block, Paragraph) and place.section is not Section.ANNEX:
            yield from _mentions(place.block.id, place.block.content, place.scope[0])


def first_mentions(resolution: Resolution) -> dict[Cited, Mention]:
    """The first mention of each resolution."""
    found: dict[Cited, Mention] = {}
    for mention in mentions(resolution):
        found.setdefault(mention.cited, mention)
    return found


def cited_in(text: str) -> Iterator[tuple[Citation, bool]]:
    """The citations in plain characters outside of quotation marks, each with what ``Cited.others`` says."""
    for citation in find(unquoted(text)):
        yield citation, bool(_OF_SESSION.match(citation.number)) and is_assemblys(text, citation.start) is False


def unquoted(text: str) -> str:
    """The characters with blanks for what stands in quotation marks: places stay."""
    return QUOTED.sub(lambda match: "“" + " " * (len(match[0]) - 1), text)


def plain_number(citation: Citation) -> str:
    """The number of a citation with ordinary blanks."""
    return citation.number.replace("\u00a0", " ")


def _mentions(paragraph: str, content: Content, part: int) -> Iterator[Mention]:
    text = flat(content)
    for citation, others in cited_in(text):
        number = plain_number(citation)
        date = citation.date or ("" if others else _date_behind(text, citation.end, number))
        yield Mention(Cited(part, number, others), paragraph, citation.start + len(number), date)


def _date_behind(text: str, end: int, number: str) -> str:
    """The date that stands farther behind: "78/1 and 78/2 of 5 September 2023", "75/267, adopted on 25 March 2021"."""
    known = register.adopted(number)
    return known if known and known in " ".join(text[end : end + _LOOK_AHEAD].split()) else ""
