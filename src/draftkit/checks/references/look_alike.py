"""look-alike: a paragraph of another text, or one without a number, that passes for a numbered one of this text (un-rules D2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.assemble.mentions import unquoted
from draftkit.assemble.typed_references import LIST
from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Passage, Subject
from draftkit.checks.words import BLANK
from draftkit.inline import MARK
from draftkit.model import Finding, Severity
from draftkit.tree import Section
from draftkit.un.citations import NUMBER
from draftkit.un.symbols import resolution_number

_WHOSE = rf"(?:(?:its|the|General|Assembly|Security|Council){BLANK}){{0,4}}"
_OF_RESOLUTION = rf"{BLANK}of{BLANK}{_WHOSE}resolution{BLANK}(?P<number>{NUMBER})(?![\w/])"
_MARK_OF = re.compile(
    rf"\bparagraphs?{BLANK}{MARK}(?:,?{BLANK}(?:and{BLANK}|or{BLANK}|to{BLANK})?{MARK})*{_OF_RESOLUTION}", re.IGNORECASE
)
_NUMBER_OF = re.compile(_OF_RESOLUTION)
_ABOVE = re.compile(rf"{BLANK}above\b")


@rule("DK309", "D2", Severity.WARNING, bad="paragraph [[acts]] of resolution 66/246", good="paragraph 4 of resolution 66/246")
def look_alike(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of other texts are typed numbers, those of this text marks; preambular ones have none (un-rules D2).

    A mark before "of resolution 79/124" prints the number that a paragraph of this text has. A number with "of resolution
    79/124", where that is the text that this one was made from, may be meant for the same paragraph of this text: a question to
    a person. So is "paragraph 3 above" in the preamble, above which nothing has a number.
    """
    prior = resolution_number(subject.prior.masthead.symbol) if subject.prior else ""
    preambular = {step.block.id for step in subject.places if step.section is Section.PREAMBLE}
    for passage in subject.contents:
        if "aragraph" not in passage.flat:
            continue
        name = subject.names[passage.owner]
        yield from _marked(passage, name)
        for match in LIST.finditer(unquoted(passage.flat)):
            of = _NUMBER_OF.match(passage.flat, match.end())
            if of and prior and of["number"].replace("\u00a0", " ") == prior:
                words = passage.flat[match.start() : of.end()]
                message = f"{name} says {quoted(words)}, of the text that this one was made from"
                fix = "if the same paragraph of this text is meant, write [[id]] above"
                yield Finding("look-alike", Severity.INFO, message, passage.owner, fix, words=words)
            elif passage.owner in preambular and (above := _ABOVE.match(passage.flat, match.end())):
                words = passage.flat[match.start() : above.end()]
                message = f"{name} says {quoted(words)}, but no paragraph above it has a number"
                fix = 'say which one in words, "the third preambular paragraph"'
                yield Finding("look-alike", Severity.INFO, message, passage.owner, fix, words=words)


def _marked(passage: Passage, name: str) -> Iterator[Finding]:
    """The marks that stand for numbers of another text."""
    for match in _MARK_OF.finditer(unquoted(passage.flat)):
        words = passage.flat[match.start("number") : match.end("number")]
        message = f"{name} has a mark before {quoted(f'of resolution {words}')}: it prints a number of this text"
        yield Finding("look-alike", Severity.WARNING, message, passage.owner, "type the number", words=words)
