"""cost-trigger: words that may bring a programme budget implication with them (un-rules G4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.assemble.leads import lead
from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.checks.wording.own import own
from draftkit.checks.words import BLANK, once
from draftkit.inline import flat
from draftkit.model import Finding, Paragraph, Severity
from draftkit.tree import Section, walk
from draftkit.un.openers import base

_VERBS = frozenset(("Decides", "Requests"))
_BODY = (
    "conference|meeting|session|working group|group of (?:governmental )?experts|expert group|committee|commission|panel|"
    "mechanism|tribunal|secretariat|fund|office|unit|dialogue|debate|forum|summit|event|consultations"
)
_COSTLY = re.compile(
    rf"\b(?:convene|hold|establish|set{BLANK}up){BLANK}(?:a|an|one|two|three|four|\d)\b(?:{BLANK}[\w\-\u2011]+){{0,7}}?{BLANK}(?:{_BODY})s?\b"
    rf"|\b(?:summary|verbatim){BLANK}records\b"
    rf"|\b(?:full{BLANK})?conference{BLANK}(?:services|servicing|facilities)\b"
    rf"|\b(?:simultaneous{BLANK})?interpretation(?:{BLANK}(?:services|in|into|from|and{BLANK}translation)\b)"
    rf"|\badditional{BLANK}(?:meetings|meeting{BLANK}days|weeks|posts|staff|resources)\b"
    rf"|\btravel{BLANK}(?:costs|expenses)\b"
)
_REPORT = re.compile(
    rf"\b(?:submit|prepare|present)\b[^;:]{{0,120}}?\breports?\b|\breport{BLANK}to{BLANK}the{BLANK}General{BLANK}Assembly\b"
)
_FREE = re.compile(
    rf"(?:existing|available){BLANK}(?:\w+{BLANK})?resources|voluntary{BLANK}(?:\w+{BLANK})?(?:contributions|funding|resources)"
    r"|extrabudgetary|without (?:additional|extra) cost|no additional cost|cost-neutral",
    re.IGNORECASE,
)
_FIX = "it may have programme budget implications (rule 153): ask the Secretariat early, or say from which resources"


@rule(
    "DK708",
    "G4",
    Severity.INFO,
    bad="*Decides* to convene a conference with summary records",
    good="*Decides* to convene a conference, within existing resources",
)
def cost_trigger(subject: Subject) -> Iterator[Finding]:
    """What the Secretariat has to do for a text may have to be paid: rule 153 asks for an estimate first (un-rules G4).

    Only paragraphs that decide or request are looked at, for words that found a body, convene a meeting, or ask for records,
    conference services, interpretation, posts or travel; and, where the prior text is known, for reports that it did not ask for.
    Where a paragraph says "within existing resources" or speaks of voluntary contributions, it is left alone.
    """
    asked = _reports_before(subject)
    said = {passage.owner: passage.flat for passage in subject.paragraphs}
    deciding, stem = False, ""
    for step in subject.places:
        if step.section is not Section.OPERATIVE or not isinstance(step.block, Paragraph):
            continue
        text = said[step.block.id]
        if step.depth == 0:
            deciding, stem = base(lead(step.block.content)) in _VERBS, text
        if not deciding:
            continue
        matches = list(own(text, _COSTLY))
        if asked is not None and step.block.id not in asked:
            matches += own(text, _REPORT)
        if matches and not _FREE.search(text) and not _FREE.search(stem):
            costly = ", ".join(dict.fromkeys(quoted(match[0]) for match in matches))
            words, _ = once(text, *matches[0].span())
            message = f"{subject.names[step.block.id]} may cost something: {costly}"
            yield Finding("cost-trigger", Severity.INFO, message, step.block.id, _FIX, words=words)


def _reports_before(subject: Subject) -> frozenset[str] | None:
    """The paragraphs of the prior text that ask for a report; ``None`` without a prior text."""
    if subject.prior is None:
        return None
    return frozenset(
        step.block.id
        for step in walk(subject.prior)
        if isinstance(step.block, Paragraph) and _REPORT.search(flat(step.block.content))
    )
