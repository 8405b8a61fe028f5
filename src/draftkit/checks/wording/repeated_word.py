"""repeated-word: no word stands twice by mistake, "the the"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.checks.words import once
from draftkit.model import Finding, Severity

_TWICE = re.compile(r"(?<![\w\-\u2011’'])(?P<word>[a-z]+)[ \u00a0](?P=word)(?![\w\-\u2011’'])", re.IGNORECASE)
_PAIR = re.compile(
    r"(?<![\w\-\u2011’'])(?P<pair>(?:of|to|in|for|by|on|with|and|from|at|as) (?:the|an?|its|their|all)) (?P=pair)"
    r"(?![\w\-\u2011’'])"
)
_RIGHT = frozenset(("that", "had", "so", "more"))
"""What may well stand twice: "noting that that Agreement"."""


@rule("DK711", "", Severity.WARNING, bad="the report of the the Committee", good="the report of the Committee", mends=True)
def repeated_word(subject: Subject) -> Iterator[Finding]:
    """No word stands twice, one behind the other.

    "That that" and "had had" are left alone, as are names ("Bora Bora") and a word before a hyphen ("in in-person format").
    """
    for passage in subject.texts:
        text = passage.flat
        if not _may_have(text):
            continue
        for match in (*_TWICE.finditer(text), *_PAIR.finditer(text)):
            once_only = match.groupdict().get("word") or match.groupdict().get("pair") or ""
            second = match[0][-len(once_only) :]
            if once_only.lower() in _RIGHT or not second.islower():
                continue
            words, instead = once(text, match.start(), match.end(), once_only)
            message = f"{subject.names[passage.owner]} has {quoted(match[0])}"
            fix = f"write {quoted(once_only)}"
            yield Finding("repeated-word", Severity.WARNING, message, passage.owner, fix, words=words, instead=instead)


def _may_have(text: str) -> bool:
    """Whether a word is the same as the next, or two are as the next two: a quick look, for most texts have none."""
    words = text.replace("\u00a0", " ").lower().split(" ")
    return any(first == second for first, second in pairwise(words)) or any(
        words[at] == words[at + 2] and words[at + 1] == words[at + 3] for at in range(len(words) - 3)
    )
