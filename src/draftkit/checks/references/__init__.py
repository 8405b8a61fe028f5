"""References to paragraphs of the text itself (un-rules D1 to D5)."""

from draftkit.checks.references.charter_article import charter_article
from draftkit.checks.references.dangling_reference import dangling_reference
from draftkit.checks.references.look_alike import look_alike
from draftkit.checks.references.reference_changed import reference_changed
from draftkit.checks.references.reference_direction import reference_direction
from draftkit.checks.references.reference_list import reference_list
from draftkit.checks.references.reference_plural import reference_plural
from draftkit.checks.references.reference_unit import reference_unit
from draftkit.checks.references.unresolved_reference import unresolved_reference
from draftkit.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    dangling_reference,
    unresolved_reference,
    reference_direction,
    reference_plural,
    reference_unit,
    charter_article,
    reference_list,
    reference_changed,
    look_alike,
)
