"""Citations of resolutions and decisions (un-rules D6 to D10)."""

from draftkit.checks.citations.citation_date import citation_date
from draftkit.checks.citations.symbol_in_text import symbol_in_text
from draftkit.checks.citations.undated_first_mention import undated_first_mention
from draftkit.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    symbol_in_text,
    citation_date,
    undated_first_mention,
)
