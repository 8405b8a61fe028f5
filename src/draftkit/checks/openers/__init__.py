"""How paragraphs open (un-rules B1, B3, C1, C3), and what else stands in italics (C9)."""

from draftkit.checks.openers.emphasis import emphasis
from draftkit.checks.openers.opener_italics import opener_italics
from draftkit.checks.openers.opener_sequence import opener_sequence
from draftkit.checks.openers.unknown_opener import unknown_opener
from draftkit.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    unknown_opener,
    opener_sequence,
    opener_italics,
    emphasis,
)
