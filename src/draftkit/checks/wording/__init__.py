"""Words of the house (un-rules C4)."""

from draftkit.checks.rule import Rule
from draftkit.checks.wording.present_resolution import present_resolution

RULES: tuple[Rule, ...] = (
    present_resolution,
)
