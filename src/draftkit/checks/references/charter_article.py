"""charter-article: "Article 13 of the Charter" has a capital (un-rules D5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.assemble.mentions import unquoted
from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.checks.words import BLANK, once
from draftkit.model import Finding, Severity

_ITEM = r"(?:\d{1,3}|[IVX]{1,5}|(?<![a-z])[a-z](?![a-z])|\([a-z\d]{1,4}\)|and|or|to|paragraphs?)"
_OF_THE_CHARTER = re.compile(
    rf"\b(?P<unit>articles?|chapters?)(?P<number>{BLANK}(?:\d{{1,3}}|[IVX]{{1,5}})\b)(?:(?:,{BLANK}?|–|{BLANK}){_ITEM}){{0,24}}"
    rf",?{BLANK}of{BLANK}the{BLANK}(?:United{BLANK}Nations{BLANK})?Charter\b(?!{BLANK}(?:of(?!{BLANK}the{BLANK}United{BLANK}Nations\b)|on|for)\b)"
)


@rule("DK306", "D5", Severity.WARNING, bad="article 13 of the Charter", good="Article 13 of the Charter", mends=True)
def charter_article(subject: Subject) -> Iterator[Finding]:
    """Articles and Chapters of the Charter of the United Nations have a capital (un-rules D5).

    Those of other treaties, and of other charters, have none.
    """
    place = subject.names
    for passage in subject.texts:
        if "Charter" not in passage.flat:
            continue
        for match in _OF_THE_CHARTER.finditer(unquoted(passage.flat)):
            instead = f"{match['unit'].capitalize()}{match['number']}"
            words, written = once(passage.flat, match.start(), match.end("number"), instead)
            message = f"{place[passage.owner]} says {quoted(match[0])}"
            fix = f'write "{match["unit"].capitalize()}"'
            yield Finding("charter-article", Severity.WARNING, message, passage.owner, fix, words=words, instead=written)
