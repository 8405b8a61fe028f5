"""Footnotes (un-rules E1 to E6)."""

from draftkit.checks.notes.dangling_note import dangling_note
from draftkit.checks.notes.ibid import ibid
from draftkit.checks.notes.note_period import note_period
from draftkit.checks.notes.repeated_callout import repeated_callout
from draftkit.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    dangling_note,
    repeated_callout,
    ibid,
    note_period,
)
