"""subparagraph-opening: a subparagraph begins with a capital letter, in roman (un-rules A10)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.assemble.leads import lead
from draftkit.checks.places import OPENERS_OF, quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.model import Content, Finding, Paragraph, Severity, Text
from draftkit.tree import Place, Section
from draftkit.un.openers import is_known

_FIRST = re.compile(r"[ \u00a0]*(?P<words>(?P<letter>[a-z])[\w’'-]*(?:[ \u00a0]\w+)?)")
_INFINITIVE = re.compile(r"to [a-z]")
_ENGLISH = frozenset(
    "a all an and any as at because by each every for from if in its no of on or other that the their these this those to "
    "when where which while who with".split()
)
"""Words that surely begin with a capital there, beside those in "-ing": others may be of another language, or names."""


@rule("DK016", "A10", Severity.WARNING, bad="(a) *to report* on it;", good="(a) To report on it;", mends=True)
def subparagraph_opening(subject: Subject) -> Iterator[Finding]:
    """A subparagraph begins with a capital letter, and not with a verb in italics (un-rules A10).

    Annexes are left alone, and so are names ("eLearning") and what has no label and goes on with the sentence before it. The
    letters themselves are the matter of numbering.
    """
    place = subject.names
    for step in subject.places:
        block = step.block
        if not step.depth or step.section is Section.ANNEX or not isinstance(block, Paragraph) or block.label == "":
            continue
        for what, fix, words, instead in _slips(step, block.content):
            message = f"{place[block.id]} begins {what}: {quoted(words)}"
            yield Finding("subparagraph-opening", Severity.WARNING, message, block.id, fix, words=words, instead=instead)


def _slips(step: Place, content: Content) -> Iterator[tuple[str, str, str, str]]:
    """What is wrong with the beginning, what to do, the words, and what to write for them."""
    if not content or not isinstance(content[0], Text):
        return
    opening = lead(content)
    if opening and (is_known(opening, OPENERS_OF[step.section]) or _INFINITIVE.match(opening)):
        fix = "set it in roman: only paragraphs open in italics"
        yield "in italics", fix, f"*{opening}*", opening[0].upper() + opening[1:]
    elif not opening and (match := _FIRST.match(content[0].text)):
        words = match["words"]
        first = words.split("\u00a0")[0].split(" ")[0]
        if first != first.lower():
            return  # "eLearning", a name that is written so
        certain = first in _ENGLISH or first.endswith("ing")
        yield "with a small letter", "begin it with a capital letter", words, words[0].upper() + words[1:] if certain else ""
