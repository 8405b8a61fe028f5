"""first-mention-lost: a short form has its full name before it (un-rules C8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Passage, Subject
from draftkit.checks.wording.own import own
from draftkit.checks.words import BLANK, once
from draftkit.model import Finding, Severity

_ACRONYM = re.compile(r"(?<![\w/.(“\-\u2011–])[A-Z]{3,}s?(?![\w/\-\u2011–’]|\.\w)")
_ROMAN = re.compile(r"C{0,3}(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})")
_KNOWN = frozenset(
    "DONE HIV AIDS TRIPS UNITAID DNA START SIDS DOCK SAMOA UNGA UNSC UNSG UNO ECOSOC USD EUR GBP CHF".split()
)
"""What is a name or a word by itself, and what other rules find."""
_HEADS = (
    "Agency|Agreement|Authority|Centre|Commission|Committee|Conference|Convention|Council|Court|Covenant|Declaration|"
    "Framework|Fund|Initiative|Institute|Mission|Plan|Programme|Protocol|Statute|Strategy|Treaty|Tribunal|University"
)
_FULL = re.compile(
    rf"\b(?P<first>{_HEADS}){BLANK}(?:on|for|of|against|to|relating|concerning|between|establishing)\b"
    rf"|\b(?:[A-Z][\w\-\u2011’]*){BLANK}(?P<last>{_HEADS})\b(?<!The{BLANK})"
)
_BARE = re.compile(
    rf"\b(?:the|The){BLANK}(?P<short>{_HEADS})\b(?!{BLANK}(?:(?:on|for|of|against|to|relating|concerning|between|establishing)\b|[A-Z]))"
)


@rule(
    "DK710",
    "C8",
    Severity.WARNING,
    bad="the work of UNCITRAL",
    good="the work of the United Nations Commission on International Trade Law (UNCITRAL)",
)
def first_mention_lost(subject: Subject) -> Iterator[Finding]:
    """A short form, "the Commission" or "UNCITRAL", stands where the text has said in full which it is (un-rules C8).

    An acronym that the text never sets in brackets behind its full name is an info. Where the prior text is known, "the
    Institute" is a warning if the prior text had the full name and this one has it no more.
    """
    whole = "\n".join(passage.flat for passage in subject.texts)
    yield from _acronyms(subject, whole)
    if subject.prior is not None:
        yield from _names(subject, whole, "\n".join(passage.flat for passage in Subject(subject.prior).texts))


def _acronyms(subject: Subject, whole: str) -> Iterator[Finding]:
    seen: set[str] = set()
    for passage in subject.paragraphs:
        if passage.flat.isupper():
            continue
        for match in own(passage.flat, _ACRONYM):
            short = match[0]
            if short in seen or short in _KNOWN or _ROMAN.fullmatch(short):
                continue
            seen.add(short)
            if not re.search(rf"\([^()]{{0,30}}\b{short.rstrip('s')}s?\b[^()]{{0,30}}\)", whole):
                fix = f'write the full name, or put "({short})" behind it where it is first named'
                what = f"has {quoted(short)}, which the text never spells out"
                yield _finding(subject, passage, match, Severity.INFO, what, fix)


def _names(subject: Subject, whole: str, before: str) -> Iterator[Finding]:
    """Short names that have no full name any more and had one in the prior text."""
    lost = _named(before) - _named(whole)
    for passage in subject.paragraphs:
        for match in own(passage.flat, _BARE):
            if match["short"] in lost:
                lost.discard(match["short"])
                what = f"has {quoted(match[0])}, whose full name stood in the prior text and is gone"
                yield _finding(subject, passage, match, Severity.WARNING, what, "write the full name here")


def _named(text: str) -> set[str]:
    return {match["first"] or match["last"] for match in _FULL.finditer(text)}


def _finding(subject: Subject, passage: Passage, match: re.Match[str], severity: Severity, what: str, fix: str) -> Finding:
    words, _ = once(passage.flat, match.start(), match.end())
    return Finding("first-mention-lost", severity, f"{subject.names[passage.owner]} {what}", passage.owner, fix, words=words)
