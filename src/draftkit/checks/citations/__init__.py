"""Citations of resolutions and decisions (un-rules D6 to D10)."""

from draftkit.checks.citations.citation_date import citation_date
from draftkit.checks.citations.citation_form import citation_form
from draftkit.checks.citations.citation_list import citation_list
from draftkit.checks.citations.citation_plural import citation_plural
from draftkit.checks.citations.dated_again import dated_again
from draftkit.checks.citations.decision_number import decision_number
from draftkit.checks.citations.entitled import entitled
from draftkit.checks.citations.own_organ import own_organ
from draftkit.checks.citations.symbol_in_text import symbol_in_text
from draftkit.checks.citations.unadopted import unadopted
from draftkit.checks.citations.undated_first_mention import undated_first_mention
from draftkit.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    symbol_in_text,
    citation_date,
    undated_first_mention,
    citation_form,
    dated_again,
    citation_list,
    citation_plural,
    own_organ,
    entitled,
    unadopted,
    decision_number,
)
