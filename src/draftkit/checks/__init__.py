"""The editorial checks: a resolution comes in, what a person should look at goes out. Nothing is changed.

A rule is a function of one file that reads like the sentence it enforces; its code is its name with hyphens, and the
first line of its docstring is that sentence.

Example:
    >>> [finding.message for finding in check(resolution)]
    ['paragraph 9 (calls-settlement) refers to [[condemns-acts]], which is not in the text']
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from enum import StrEnum

from draftkit.checks.adopted_remnants import adopted_remnants
from draftkit.checks.bracketed_id import bracketed_id
from draftkit.checks.citation_date import citation_date
from draftkit.checks.dangling_note import dangling_note
from draftkit.checks.dangling_reference import dangling_reference
from draftkit.checks.empty_operative import empty_operative
from draftkit.checks.empty_paragraph import empty_paragraph
from draftkit.checks.final_punctuation import final_punctuation
from draftkit.checks.ibid import ibid
from draftkit.checks.note_period import note_period
from draftkit.checks.numbering import numbering
from draftkit.checks.open_blank import open_blank
from draftkit.checks.opener_sequence import opener_sequence
from draftkit.checks.present_resolution import present_resolution
from draftkit.checks.reference_direction import reference_direction
from draftkit.checks.reference_plural import reference_plural
from draftkit.checks.repeated_callout import repeated_callout
from draftkit.checks.sponsors_order import sponsors_order
from draftkit.checks.symbol_form import symbol_form
from draftkit.checks.symbol_in_text import symbol_in_text
from draftkit.checks.typed_number import typed_number
from draftkit.checks.undated_first_mention import undated_first_mention
from draftkit.checks.unknown_opener import unknown_opener
from draftkit.checks.unread_block import unread_block
from draftkit.checks.unresolved_reference import unresolved_reference
from draftkit.model import Finding, Findings, Resolution, Severity

Rule = Callable[[Resolution], Iterator[Finding]]


class Stage(StrEnum):
    """How far a text has come: one still worked on, or one to be handed in as an L-document."""

    DRAFT = "draft"
    L_DOCUMENT = "l-document"


RULES: tuple[Rule, ...] = (
    empty_paragraph,
    empty_operative,
    dangling_reference,
    dangling_note,
    repeated_callout,
    unresolved_reference,
    bracketed_id,
    reference_direction,
    reference_plural,
    numbering,
    typed_number,
    unknown_opener,
    opener_sequence,
    final_punctuation,
    ibid,
    note_period,
    present_resolution,
    symbol_in_text,
    citation_date,
    undated_first_mention,
    open_blank,
    symbol_form,
    sponsors_order,
    adopted_remnants,
    unread_block,
)
"""Every rule, in the order in which findings are reported."""

ONLY_L_DOCUMENT: frozenset[Rule] = frozenset((adopted_remnants, unread_block))
"""Rules that a draft still worked on may break: its base is an adopted text, read as well as it could be."""

ERRORS_IN_L_DOCUMENT: frozenset[Rule] = frozenset((open_blank,))
"""Rules whose findings are errors once the text is handed in."""


def check(resolution: Resolution, *, stage: str = Stage.DRAFT) -> Findings:
    """What the rules find in a resolution, rule by rule and in printed order.

    Args:
        stage: "draft" or "l-document".

    Raises:
        ValueError: ``stage`` is neither.
    """
    reached = Stage(stage)
    found: list[Finding] = []
    for rule in RULES:
        if rule in ONLY_L_DOCUMENT and reached is not Stage.L_DOCUMENT:
            continue
        if rule in ERRORS_IN_L_DOCUMENT and reached is Stage.L_DOCUMENT:
            found += (replace(finding, severity=Severity.ERROR) for finding in rule(resolution))
        else:
            found += rule(resolution)
    return tuple(found)


def code(rule: Rule) -> str:
    """The stable code of a rule: "dangling-reference"."""
    return rule.__name__.replace("_", "-")


def sentence(rule: Rule) -> str:
    """What a rule asks for: the first line of its docstring."""
    return (rule.__doc__ or "").strip().partition("\n")[0]


__all__ = ["RULES", "Rule", "Stage", "check", "code", "sentence"]
