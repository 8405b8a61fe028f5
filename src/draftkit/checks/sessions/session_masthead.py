"""session-masthead: the session of an adopted text is that of its number and its date (un-rules A3, D10)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import MASTHEAD, quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.model import Finding, Severity
from draftkit.un.citations import in_session
from draftkit.un.sessions import HIGHEST, capitalized, years
from draftkit.un.symbols import resolution_number

_SESSION = re.compile(r"(?P<session>\d+)/\d+")


@rule("DK607", "A3, D10", Severity.ERROR, bad="A/RES/80/901, Seventy-ninth session", good="A/RES/80/901, Eightieth session")
def session_masthead(subject: Subject) -> Iterator[Finding]:
    """The session in the masthead of an adopted text is that of its symbol, in whose year it was adopted (un-rules A3, D10).

    Texts of special sessions are left alone. What the symbol of a draft says is the matter of draft-frame.
    """
    head = subject.resolution.masthead
    number = resolution_number(head.symbol)
    match = _SESSION.fullmatch(number)
    if not match:
        return
    session = int(match["session"])
    if 0 < head.session <= HIGHEST and head.session != session:
        told = f'the masthead has the "{capitalized(head.session)} session"'
        message = f"{told}, but the symbol {quoted(head.symbol)} is of session {session}"
        fix = "correct the session or the symbol"
        yield Finding("session-masthead", Severity.ERROR, message, MASTHEAD, fix, words=head.symbol)
    if head.adopted and in_session(number, head.adopted) is False:
        first, last = years(session)
        went = f"session {session} went from September {first} to September {last}"
        message = f"the masthead has {quoted(head.adopted)}, but {went}"
        yield Finding("session-masthead", Severity.ERROR, message, MASTHEAD, "correct the date or the symbol", words=head.adopted)
