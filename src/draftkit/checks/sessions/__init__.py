"""Sessions of the General Assembly: those ahead, and how they are written (un-rules C5, C6, C10, D11)."""

from draftkit.checks.rule import Rule
from draftkit.checks.sessions.agenda_last import agenda_last
from draftkit.checks.sessions.agenda_title import agenda_title
from draftkit.checks.sessions.ordinal_form import ordinal_form
from draftkit.checks.sessions.report_without_item import report_without_item
from draftkit.checks.sessions.session_cadence import session_cadence
from draftkit.checks.sessions.session_masthead import session_masthead
from draftkit.checks.sessions.session_past import session_past
from draftkit.checks.sessions.supplement_session import supplement_session

RULES: tuple[Rule, ...] = (
    session_past,
    session_cadence,
    report_without_item,
    agenda_title,
    agenda_last,
    ordinal_form,
    session_masthead,
    supplement_session,
)
