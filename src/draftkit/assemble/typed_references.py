"""References as a person types them: "paragraphs 4, 6 and 11 (a) of section II above", and what shows whose they are.

In: a text. Out: the lists of numbers in it, the words behind a list that say where it counts, and whether the words around
it name another text. The readers make marks of what counts here; the check asks about what was left (un-rules D1, D2).

Example:
    >>> text = "in paragraph 2 above and article 3, paragraph 4"
    >>> [(match[0], where(text, match.end()) is not None, is_elsewhere(text, match)) for match in LIST.finditer(text)]
    [('paragraph 2', True, False), ('paragraph 4', False, True)]
"""

from __future__ import annotations

import re

from draftkit.assemble.references import BLANK, HEAD, JOINER, LONGEST

_NUMBER = rf"(?:\d{{1,3}}(?!\d)|\([a-z]{{1,5}}\))(?:{BLANK}?\([a-z]{{1,5}}\)){{0,5}}"
LIST = re.compile(rf"\b{HEAD}{_NUMBER}(?:{JOINER}(?:{HEAD})?{_NUMBER}){{0,{LONGEST - 1}}}", re.IGNORECASE)
"""A list of numbers with the word before it."""
ONE = re.compile(rf"(?P<head>{HEAD})?(?P<number>{_NUMBER})", re.IGNORECASE)
"""One number of a list; ``head``: the word is there again."""
OF_PARAGRAPH = re.compile(rf"{BLANK}of{BLANK}paragraph{BLANK}(?P<number>{_NUMBER})", re.IGNORECASE)
"""The paragraph of which a list names subparagraphs."""

_WHERE = re.compile(
    rf"""{BLANK}(?:(?P<way>above|below)
      | of{BLANK}(?P<here>the{BLANK}present{BLANK}resolution)
      | of{BLANK}(?:this|the{BLANK}present){BLANK}(?P<own>article|section|part|annex)
      | of{BLANK}(?P<kind>section|part|resolution){BLANK}(?P<label>[A-Z]{{1,5}}){BLANK}
        (?:(?P<side>above|below)|of{BLANK}the{BLANK}present{BLANK}resolution)
      | of{BLANK}(?:the{BLANK})?annex(?:{BLANK}(?P<annex>[A-Z]{{1,5}}))?{BLANK}to{BLANK}the{BLANK}present{BLANK}resolution)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ELSEWHERE_AFTER = re.compile(
    rf""",?{BLANK}(?:of|there(?:of|in)?|contained|common|as{BLANK}amended)\b | ,{BLANK}in{BLANK}which\b
      | {BLANK}?[/.(\[]\d | {BLANK}bis\b
      | {BLANK}(?:in|to){BLANK}(?:the{BLANK})?(?:chapter|article|section|annex|report|document|resolution|decision)s?\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ELSEWHERE_BEFORE = re.compile(
    rf"""(?: \b(?:articles?|rules?|regulations?|sections?|chapters?|annex(?:es)?)\b[^;.]{{0,15}}
          | \b(?:reports?|statute|ibid\.?|see)\b,?{BLANK}
          | (?:\d/\d+|\(\d{{4}}\)),?{BLANK}
          | (?<!present[ ]resolution,[ ])\b(?:in{BLANK}particular|particularly|especially){BLANK}(?:its{BLANK})?)$""",
    re.IGNORECASE | re.VERBOSE,
)
"""Another text is named: "article 3, paragraph 2", "resolution 80/901, paragraph 2", "the Plan, in particular paragraph 2"."""
_REACH = 90
"""Characters before a reference that are looked at for the name of another text."""


def where(text: str, end: int) -> re.Match[str] | None:
    """The words behind a list that ends at ``end`` which say that it counts in this text, ``None`` if nothing does.

    The groups tell where: ``way`` or ``side`` ("above", "below"), ``here``, ``own`` ("this article"), ``kind`` and ``label``
    ("section", "II"), ``annex`` (its label).
    """
    return _WHERE.match(text, end)


def is_elsewhere(text: str, match: re.Match[str]) -> bool:
    """Whether the words around a list name another text."""
    before = text[max(0, match.start() - _REACH) : match.start()]
    return bool(_ELSEWHERE_AFTER.match(text, match.end()) or _ELSEWHERE_BEFORE.search(before))
