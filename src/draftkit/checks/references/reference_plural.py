"""reference-plural: "paragraph" before one number, "paragraphs" before several (un-rules D1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.assemble import numbers
from draftkit.assemble.directions import RefList, printed_list, ref_lists
from draftkit.assemble.mentions import unquoted
from draftkit.assemble.places import NOTE
from draftkit.checks.rule import rule
from draftkit.checks.subject import Passage, Subject
from draftkit.checks.words import BLANK, once
from draftkit.inline import format as written
from draftkit.model import Content, Finding, Severity, Text

_UNIT = re.compile(r"\b(?P<unit>(?:sub)?paragraph)(?P<plural>s?)[ \u00a0]$", re.IGNORECASE)
_TYPED = re.compile(
    rf"\b(?P<unit>[Pp]aragraph){BLANK}(?P<one>\d{{1,3}})(?=(?:,{BLANK}\d{{1,3}})*{BLANK}(?P<link>and|to|or){BLANK}(?P<two>\d{{1,3}})"
    rf"(?![\d/])(?={BLANK}(?:of{BLANK}(?:the|its|that|resolution|General)\b|above\b|below\b|thereof\b)))"
)
"""Numbers that are typed, be they of another text: "paragraph 13 and 14 of the annex"."""
_GOES_ON = re.compile(r"(?:,|,? and|,? or| to)?[ \u00a0]?[\d(]")


@rule("DK304", "D1", Severity.WARNING, bad="paragraph 3 and 5 above", good="paragraphs 3 and 5 above", mends=True)
def reference_plural(subject: Subject) -> Iterator[Finding]:
    """ "Paragraph" stands before one number and "paragraphs" before several (un-rules D1).

    Before several subparagraphs of one paragraph both may stand: "paragraph 11 (a) and (b)". Typed numbers count where they go up
    and the text that they are of is named behind them.
    """
    paths, place = numbers.paths(subject.resolution), subject.names
    for passage in subject.contents:
        yield from _typed(passage, place[passage.owner])
        for found in ref_lists(passage.content):
            before = passage.content[found.start - 1] if found.start else None
            unit = _UNIT.search(before.text) if isinstance(before, Text) else None
            # "paragraph 11 (a) and (b)" is as usual as "paragraphs 11 (a) and (b)": one number, both may stand
            numbers_named = {paths.get(target, (target,))[0] for target in found.targets}
            several = len(found.targets) > 1
            if not unit or bool(unit["plural"]) == several or (several and len(numbers_named) == 1):
                continue
            if not several and _goes_on(passage.content, found):
                continue
            right = f"{unit['unit'].lower()}{'s' if several else ''}"
            printed = f"{unit[0].strip()} {printed_list(passage.content, found, paths.get(passage.owner, ()), paths)}"
            message = f'{place[passage.owner]} says "{printed}"'
            marks = written(passage.content[found.start : found.stop])
            words, instead = f"{unit[0]}{marks}", f"{unit['unit']}{'s' if several else ''}{unit[0][-1]}{marks}"
            fix = f'write "{right}"'
            yield Finding("reference-plural", Severity.WARNING, message, passage.owner, fix, words=words, instead=instead)


def _goes_on(content: Content, found: RefList) -> bool:
    """Whether typed numbers carry the list on: "paragraphs [[a]] and 12"."""
    after = content[found.stop] if found.stop < len(content) else None
    return isinstance(after, Text) and bool(_GOES_ON.match(after.text))


def _typed(passage: Passage, name: str) -> Iterator[Finding]:
    """Several typed numbers behind "paragraph"."""
    if "aragraph" not in passage.flat or passage.owner.startswith(NOTE):
        return
    for match in _TYPED.finditer(unquoted(passage.flat)):
        if int(match["one"]) < int(match["two"]):
            said = passage.flat[match.start() : match.end("two")]
            right = f"{match['unit']}s"
            words, new = once(passage.flat, match.start(), match.end("two"), f"{right}{said[len(match['unit']) :]}")
            message, fix = f'{name} says "{said}"', f'write "{right.lower()}"'
            yield Finding("reference-plural", Severity.WARNING, message, passage.owner, fix, words=words, instead=new)
