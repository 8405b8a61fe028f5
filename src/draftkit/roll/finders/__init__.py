"""What changes: for each kind of token a finder, from the text as it was to edits that name their rule.

A finder is made for a text and a step, and then asked about each paragraph; ``draftkit.roll.edits`` makes its edits.
"""

from __future__ import annotations

from draftkit.roll.finders.citations import citations_of
from draftkit.roll.finders.councils import councils_of
from draftkit.roll.finders.meetings import meetings_of
from draftkit.roll.finders.periods import periods_of
from draftkit.roll.finders.pinpoints import pinpoints_of
from draftkit.roll.finders.sessions import sessions_of

BODY = (sessions_of, meetings_of, citations_of, councils_of, periods_of, pinpoints_of)
"""Those of the body; where two want the same place, the first has it."""
