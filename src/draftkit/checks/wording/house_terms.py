"""house-terms: words are spelt as official texts spell them: "organization", "programme", "peacekeeping" (un-rules C8, I10)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Passage, Subject
from draftkit.checks.wording.own import own
from draftkit.checks.wording.terms import CAPITALS, MEMBERS, PHRASES, WORDS, like
from draftkit.checks.words import once
from draftkit.model import Finding, Severity
from draftkit.un.spelling import same

_PHRASES = PHRASES | CAPITALS
_WORD = re.compile("[a-z]+(?:-[a-z]+)*")
_NAME = re.compile(r"[ \u00a0](?:for Economic|internationale|de )")
"""What goes on the name of an organization that spells itself otherwise."""


@rule(
    "DK707",
    "C8, I10",
    Severity.WARNING,
    bad="the program of the organisation on peace-keeping",
    good="the programme of the organization on peacekeeping",
    mends=True,
)
def house_terms(subject: Subject) -> Iterator[Finding]:
    """Words are spelt as official texts spell them: "organization", "programme", "per cent", "peacekeeping" (un-rules C8, I10).

    Only spellings on which official texts of the sessions 76 to 78 agree. A word with a capital within a sentence may be a
    name ("Organisation for Economic Co-operation and Development", "Lincoln Center") and is left alone, as are quotations,
    notes and tables. "Member States" whom the text addresses without saying of what are asked about.
    """
    for passage in subject.paragraphs:
        text = passage.flat
        lower = same(text).lower()
        for word in sorted(WORDS.keys() & set(_WORD.findall(lower))):
            pattern = re.compile(rf"(?<![\w\-\u2011/.@]){_any_hyphen(word)}(?![\w\-\u2011@]|\.\w)", re.IGNORECASE)
            yield from (_finding(subject, passage, match, WORDS[word]) for match in own(text, pattern) if _is_word(text, match))
        for phrase, (pattern, instead) in _PHRASES.items():
            if phrase in lower:
                yield from (_finding(subject, passage, match, instead) for match in own(text, pattern))
        if "member" in lower:
            yield from (_of_members(subject, passage, match) for match in own(text, MEMBERS))


def _any_hyphen(word: str) -> str:
    return re.escape(word).replace(r"\-", "[-\u2011]")


def _is_word(text: str, match: re.Match[str]) -> bool:
    """Whether it is no name: it has no capital, but at the head of the text or of a sentence."""
    if _NAME.match(text, match.end()):
        return False
    head = text[: match.start()].rstrip()
    return match[0].islower() or not head or head.endswith((".", ":"))


def _finding(subject: Subject, passage: Passage, match: re.Match[str], new: str) -> Finding:
    instead = like(match[0], new)
    words, whole = once(passage.flat, match.start(), match.end(), instead)
    message = f"{subject.names[passage.owner]} spells {quoted(match[0])}"
    return Finding("house-terms", Severity.WARNING, message, passage.owner, f'write "{instead}"', words=words, instead=whole)


def _of_members(subject: Subject, passage: Passage, match: re.Match[str]) -> Finding:
    message = f"{subject.names[passage.owner]} speaks of {quoted(match['words'])}"
    words, _ = once(passage.flat, match.start("words"), match.end("words"))
    fix = 'write "Member States" if those of the United Nations are meant'
    return Finding("house-terms", Severity.INFO, message, passage.owner, fix, words=words)
