"""One file checked: read, finished if it is a draft, looked at by the rules, less what it allows and what nobody asked for.

Example:
    >>> checked = check_file("draft.yaml", Asked())
    >>> [each.tag for each in checked.found], checked.allowed
    (['DK301 dangling-reference'], 0)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from draftkit.checks.choosing import Choice
from draftkit.errors import BrokenDraft
from draftkit.readers import Intake, Reading

if TYPE_CHECKING:
    from draftkit.checks.allowing import Judged
    from draftkit.checks.reports import Located
    from draftkit.model import Finding, Resolution

AS_IT_IS, EVERYTHING = Intake(), Choice()
"""Nothing is done with a file before it is read; every finding is wanted."""

_BROKEN = frozenset({"dangling-reference", "dangling-note"})
_READERS = frozenset({"unresolved-reference"})
"""What the reader of a finished text has said, and why: it makes a mark of every reference that leads somewhere."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of every file: its stage, the prior instead of its own, which findings, and how files are read."""

    stage: str = "draft"
    prior: str | None = None
    choice: Choice = EVERYTHING
    intake: Intake = AS_IT_IS


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that was checked.

    Args:
        resolution: the finished text that the rules saw.
        found: what is wanted of their findings, in the order of the file.
        allowed: how many a draft itself allows.
        broken: why a draft could not be finished, "" if it could.
    """

    reading: Reading
    resolution: Resolution
    found: tuple[Located, ...]
    allowed: int = 0
    broken: str = ""


def check_file(name: str, asked: Asked) -> Checked:
    """The findings of a file's reader and of the rules. A draft is checked as ``build`` would finish it: what the assembler
    puts right is no finding.

    Raises:
        DraftkitError: the file, its prior or a clause cannot be read.
    """
    from draftkit.readers import read

    return check_reading(read(name, asked.intake), name, asked)


def check_reading(reading: Reading, name: str, asked: Asked) -> Checked:
    """The same for a file already read; ``name`` is its path."""
    from draftkit.checks import check
    from draftkit.checks.reports import Located
    from draftkit.checks.reports.elsewhere import elsewhere
    from draftkit.tree import walk

    resolution, prior, broken = _finished(reading, name, asked)
    found = check(resolution, stage=asked.stage, prior=prior)
    findings = [*reading.findings, *(each for each in found if reading.is_draft or each.code not in _READERS)]
    if broken and not any(finding.code in _BROKEN for finding in findings):
        findings.append(_in_a_clause(broken))
    above = {place.block.id: place.parent for place in walk(resolution) if place.parent}
    judged = _judged(reading, name, findings, above, asked.stage, with_prior=prior is not None)
    said = (*judged.kept, *judged.unused)
    placed = [_on_its_line(each if reading.is_draft else elsewhere(each), reading, above) for each in said]
    wanted = sorted(filter(asked.choice.takes, placed), key=lambda finding: finding.line)
    return Checked(reading, resolution, tuple(Located(name, each, reading.unit) for each in wanted), judged.allowed, broken)


def _finished(reading: Reading, name: str, asked: Asked) -> tuple[Resolution, Resolution | None, str]:
    """The text to check, the one that it was made from, and why a draft cannot be finished."""
    from draftkit.cli.finished import finish_reading, text_of

    if not reading.is_draft:
        prior = text_of(asked.prior, intake=asked.intake) if asked.prior else None
        return reading.resolution, prior, ""
    try:
        work = finish_reading(reading, name, prior=asked.prior, intake=asked.intake)
    except BrokenDraft as error:
        return reading.resolution, None, error.what
    return work.assembled.resolution, work.prior, ""


def _in_a_clause(broken: str) -> Finding:
    """What is broken, where that stands in a clause: the rules do not see into one."""
    from draftkit.model import Finding, Severity

    return Finding("broken-draft", Severity.ERROR, broken, fix="bring the target back, or change what refers to it")


def _judged(
    reading: Reading, name: str, findings: Sequence[Finding], above: dict[str, str], stage: str, *, with_prior: bool
) -> Judged:
    """The findings without those that the draft allows."""
    from draftkit.checks import RULES, applied
    from draftkit.checks.allowing import judged
    from draftkit.readers.allows import allows

    unasked = {rule.name for rule in RULES} - {rule.name for rule in applied(stage, with_prior=with_prior)}
    comments = allows(reading.source, name, reading.lines) if reading.is_draft else ()
    return judged(findings, comments, above, lambda rule: rule not in unasked)


def _on_its_line(finding: Finding, reading: Reading, above: dict[str, str]) -> Finding:
    """A finding with its line; what comes from a clause stands on the clause's."""
    place = finding.paragraph
    while place and place not in reading.lines:
        place = above.get(place, "")
    return replace(finding, line=finding.line or reading.lines.get(place, 0))
