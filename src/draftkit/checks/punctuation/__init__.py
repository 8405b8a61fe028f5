"""How paragraphs end, and the characters of a text (un-rules B2, C2, C8)."""

from draftkit.checks.punctuation.abbreviations import abbreviations
from draftkit.checks.punctuation.dashes import dashes
from draftkit.checks.punctuation.final_punctuation import final_punctuation
from draftkit.checks.punctuation.quotation_marks import quotation_marks
from draftkit.checks.punctuation.spacing import spacing
from draftkit.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    final_punctuation,
    quotation_marks,
    dashes,
    spacing,
    abbreviations,
)
