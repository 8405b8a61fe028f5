"""One text rolled: the draft, the list of its changes, the report."""

from __future__ import annotations

from draftkit.cli.rolling import told
from draftkit.cli.rolling.ask import Ask
from draftkit.cli.rolling.targets import form_of, refuse_replacing, require_page, require_room
from draftkit.cli.rolling.text import RolledText, draft_of, not_carried_over, roll_text
from draftkit.cli.terminal import say
from draftkit.files import save_all
from draftkit.readers.slate import Wanted


def roll_one(ask: Ask) -> None:
    """Roll the text, write what was asked for, and say what was done.

    Raises:
        DraftkitError: the text cannot be rolled, or a file not be written; nothing is written then.
    """
    form = form_of(ask.draft)
    require_page(ask.report)
    require_room((ask.draft, ask.changes, ask.report), [ask.prior])
    if form == "yaml" and not ask.force:
        refuse_replacing(ask.draft)
    text = roll_text(ask.prior, Wanted(ask.session, ask.bodies, ask.house_style), ask.intake)
    listed = told.as_json(told.listed(text)) if ask.changes or ask.as_json else ""
    made = (
        (ask.draft, draft_of(text, form, ask.draft) if ask.draft else ""),
        (ask.changes, listed),
        (ask.report, told.report([text], _headed(text)) if ask.report else ""),
        ("-" if ask.as_json else "", listed),
    )
    save_all(made)
    told.tell_session(text)
    told.tell(text, ask.verbose)
    if ask.draft:
        _warn(text, form)


def _headed(text: RolledText) -> str:
    """What stands over the report."""
    return f"{text.reading.resolution.masthead.symbol or 'A text'}, rolled to session {text.session}"


def _warn(text: RolledText, form: str) -> None:
    """Say what the new draft does not hold."""
    if form == "yaml" and text.path == "-":
        say('the draft names no prior: add "prior: FILE" to it, or give draftkit build --prior FILE')
    if lost := not_carried_over(text):
        say(lost)
