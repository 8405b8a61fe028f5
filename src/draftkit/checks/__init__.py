"""The editorial checks: a resolution comes in, what a person should look at goes out. Nothing is changed.

A rule is a function of one file that reads like the sentence it enforces (``draftkit.checks.rule``); a folder holds the rules of
one matter, and its ``RULES`` are reported in their order.

Example:
    >>> [finding.message for finding in check(resolution)]
    ['paragraph 9 (calls-settlement) refers to [[condemns-acts]], which is not in the text']
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from draftkit.checks import citations, form, notes, openers, punctuation, references, sessions, wording
from draftkit.checks.form.open_blank import open_blank
from draftkit.checks.rule import Rule, Stage, rule
from draftkit.checks.subject import Subject
from draftkit.model import Finding, Findings, Resolution, Severity

RULES: tuple[Rule, ...] = (
    *form.RULES,
    *openers.RULES,
    *punctuation.RULES,
    *references.RULES,
    *citations.RULES,
    *notes.RULES,
    *sessions.RULES,
    *wording.RULES,
)
"""Every rule, in the order of the codes."""

ERRORS_IN_L_DOCUMENT: frozenset[str] = frozenset((open_blank.name,))
"""Rules whose findings are errors once the text is handed in."""

MOST_IN_A_PLACE = 100
"""No one reads more findings of a rule in a paragraph; what has more is no resolution."""


def check(resolution: Resolution, *, stage: str = Stage.DRAFT, prior: Resolution | None = None) -> Findings:
    """What the rules find in a resolution, rule by rule and in printed order.

    Args:
        stage: "draft" or "l-document".
        prior: the finished text that it was made from, for the rules that compare the two.

    Raises:
        ValueError: ``stage`` is neither.
    """
    reached = Stage(stage)
    subject = Subject(resolution, prior)
    found: list[Finding] = []
    for each in applied(reached, with_prior=prior is not None):
        strict = reached is Stage.L_DOCUMENT and each.name in ERRORS_IN_L_DOCUMENT
        findings = _fewer(each(subject))
        found += (replace(finding, severity=Severity.ERROR) for finding in findings) if strict else findings
    return tuple(found)


def _fewer(findings: Iterator[Finding]) -> list[Finding]:
    """The findings of a rule, so many of a place at most; the last of these says how many there are of it."""
    kept: list[Finding] = []
    count: Counter[str] = Counter()
    last: dict[str, int] = {}
    for finding in findings:
        place = finding.paragraph
        count[place] += 1
        if count[place] <= MOST_IN_A_PLACE:
            last[place] = len(kept)
            kept.append(finding)
    for place, at in last.items():
        if (more := count[place] - MOST_IN_A_PLACE) > 0:
            kept[at] = replace(kept[at], message=f"{kept[at].message} (and {more} more)")
    return kept


def applied(stage: str, *, with_prior: bool) -> tuple[Rule, ...]:
    """The rules that are looked for in a text of a stage, with or without a prior."""
    early = Stage(stage) is not Stage.L_DOCUMENT
    return tuple(
        each for each in RULES if not (each.stage is Stage.L_DOCUMENT and early) and (with_prior or not each.needs_prior)
    )


__all__ = ["RULES", "Rule", "Stage", "Subject", "applied", "check", "rule"]
