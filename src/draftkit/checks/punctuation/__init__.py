"""How paragraphs end, and the characters of a text (un-rules B2, C2)."""

from draftkit.checks.punctuation.final_punctuation import final_punctuation
from draftkit.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    final_punctuation,
)
