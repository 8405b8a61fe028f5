"""References to paragraphs of the text itself (un-rules D1 to D5)."""

from draftkit.checks.references.dangling_reference import dangling_reference
from draftkit.checks.references.reference_direction import reference_direction
from draftkit.checks.references.reference_plural import reference_plural
from draftkit.checks.references.unresolved_reference import unresolved_reference
from draftkit.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    dangling_reference,
    unresolved_reference,
    reference_direction,
    reference_plural,
)
