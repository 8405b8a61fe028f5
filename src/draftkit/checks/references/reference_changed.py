"""reference-changed: a reference still says what it said when the paragraph it leads to says something else (un-rules D3)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.inline import plain
from draftkit.model import Content, Finding, Paragraph, Ref, Resolution, Severity, Text
from draftkit.tree import texts, walk
from draftkit.un.openers import base

_WORD = re.compile(r"[^\W\d_]{3,}")
_KEPT = 0.5
"""A paragraph that keeps less than this share of its words says something else."""


@rule("DK308", "D3", Severity.INFO, needs_prior=True)
def reference_changed(subject: Subject) -> Iterator[Finding]:
    """A reference is looked at again when the paragraph that it leads to has changed (un-rules D3).

    A paragraph has changed if it opens with another verb, or if less than half of its words are left; the adverbs that go round,
    "also" and "further", do not count. Only references that stood in the prior text are named: of a new one the drafter
    has just seen the target.
    """
    if subject.prior is None:
        return
    was, now = _paragraphs(subject.prior), _paragraphs(subject.resolution)
    stood = {(owner, target) for owner, target in _references(subject.prior)}
    for owner, target in dict.fromkeys(_references(subject.resolution)):
        if (owner, target) not in stood or target not in was or target not in now:
            continue
        if changed := _changed(was[target], now[target]):
            message = f"{subject.names[owner]} refers to {subject.names[target]}, which {changed}"
            yield Finding("reference-changed", Severity.INFO, message, owner, "look whether the reference still holds")


def _references(resolution: Resolution) -> Iterator[tuple[str, str]]:
    """Each reference, as the place where it stands and the paragraph that it leads to."""
    for owner, content in texts(resolution):
        yield from ((owner, piece.target) for piece in content if isinstance(piece, Ref))


def _paragraphs(resolution: Resolution) -> Mapping[str, Paragraph]:
    return {step.block.id: step.block for step in walk(resolution) if isinstance(step.block, Paragraph)}


def _changed(was: Paragraph, now: Paragraph) -> str:
    """What has changed in substance, "" if nothing has."""
    before, after = _opening(was.content), _opening(now.content)
    if before and after and base(before) != base(after):
        return f"now opens with {quoted(after)}, not with {quoted(before)}"
    words, left = _words(was), _words(now)
    kept = (words & left).total()
    return "has kept less than half of its words" if words and kept < _KEPT * words.total() else ""


def _opening(content: Content) -> str:
    first = content[0] if content else None
    return first.text.strip() if isinstance(first, Text) and first.italic else ""


def _words(paragraph: Paragraph) -> Counter[str]:
    """The words of a paragraph with its subparagraphs."""
    said = _WORD.findall(plain(paragraph.content).lower())
    return Counter(said) + sum((_words(item) for item in paragraph.items if isinstance(item, Paragraph)), Counter())
