"""reference-plural: "paragraph" before one number, "paragraphs" before several (un-rules D1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.assemble import numbers
from draftkit.assemble.directions import RefList, printed_list, ref_lists
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.inline import format as written
from draftkit.model import Content, Finding, Severity, Text

_UNIT = re.compile(r"\b(?P<unit>(?:sub)?paragraph)(?P<plural>s?)[ \u00a0]$", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:,|,? and|,? or| to)?[ \u00a0]?[\d(]")


@rule("DK304", "D1", Severity.WARNING, bad="paragraph 3 and 5 above", good="paragraphs 3 and 5 above", mends=True)
def reference_plural(subject: Subject) -> Iterator[Finding]:
    """ "Paragraph" stands before one number and "paragraphs" before several (un-rules D1).

    Before several subparagraphs of one paragraph both may stand: "paragraph 11 (a) and (b)".
    """
    paths, place = numbers.paths(subject.resolution), subject.names
    for passage in subject.contents:
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
