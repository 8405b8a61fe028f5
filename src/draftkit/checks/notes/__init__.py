"""Footnotes (un-rules E1 to E6, E8)."""

from draftkit.checks.notes.callout_place import callout_place
from draftkit.checks.notes.dangling_note import dangling_note
from draftkit.checks.notes.ibid import ibid
from draftkit.checks.notes.ibid_due import ibid_due
from draftkit.checks.notes.ibid_form import ibid_form
from draftkit.checks.notes.missing_note import missing_note
from draftkit.checks.notes.note_form import note_form
from draftkit.checks.notes.note_order import note_order
from draftkit.checks.notes.note_period import note_period
from draftkit.checks.notes.note_symbol import note_symbol
from draftkit.checks.notes.old_report_symbol import old_report_symbol
from draftkit.checks.notes.repeated_callout import repeated_callout
from draftkit.checks.notes.source_in_text import source_in_text
from draftkit.checks.notes.source_twice import source_twice
from draftkit.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    dangling_note,
    repeated_callout,
    ibid,
    note_period,
    callout_place,
    note_order,
    source_twice,
    ibid_due,
    ibid_form,
    note_form,
    note_symbol,
    source_in_text,
    missing_note,
    old_report_symbol,
)
