"""What a rule is: a function from a text to findings, with its number, its source and what there is to say about it.

The name of a rule is that of its function, the sentence it enforces the first line of its docstring; what more the docstring
says is shown by ``draftkit check --explain``.

Example:
    >>> @rule("DK303", "D1", Severity.ERROR, bad="paragraph 9 below", good="paragraph 9 above")
    ... def reference_direction(subject: Subject) -> Iterator[Finding]: ...
    >>> reference_direction.code, reference_direction.name
    ('DK303', 'reference-direction')
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from draftkit.checks.subject import Subject
from draftkit.model import Finding, Severity

Find = Callable[[Subject], Iterator[Finding]]


class Stage(StrEnum):
    """How far a text has come: one still worked on, or one to be handed in as an L-document."""

    DRAFT = "draft"
    L_DOCUMENT = "l-document"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the house; called with a subject it gives what it finds, in printed order.

    Args:
        code: "DK303"; it never changes, nor is it given twice.
        name: "reference-direction", as findings of the rule carry it.
        source: the rules of the texts it enforces, "B1, C1" (docs/rules.md); "" for one of draftkit's own.
        severity: that of its most serious finding.
        sentence: what it asks for.
        reason: what more there is to say about it: what it leaves alone, and why.
        stage: from which stage on it is looked for.
        bad, good: words that break it, and the same words mended.
        needs_prior: whether it can only be asked of a text that has a prior.
        mends: whether it knows what to write for some of what it finds (``Finding.instead``): ``draftkit check --fix`` does that.
    """

    code: str
    name: str
    source: str
    severity: Severity
    sentence: str
    reason: str
    find: Find
    stage: Stage = Stage.DRAFT
    bad: str = ""
    good: str = ""
    needs_prior: bool = False
    mends: bool = False

    def __call__(self, subject: Subject) -> Iterator[Finding]:
        """What the rule finds."""
        return self.find(subject)


def rule(
    code: str,
    source: str,
    severity: Severity,
    *,
    stage: Stage = Stage.DRAFT,
    bad: str = "",
    good: str = "",
    needs_prior: bool = False,
    mends: bool = False,
) -> Callable[[Find], Rule]:
    """Make a rule of a function; its name and its docstring are the rule's."""

    def made(find: Find) -> Rule:
        name = getattr(find, "__name__", "").replace("_", "-")
        sentence, _, reason = inspect.cleandoc(find.__doc__ or "").partition("\n")
        return Rule(code, name, source, severity, sentence, reason.strip(), find, stage, bad, good, needs_prior, mends)

    return made
