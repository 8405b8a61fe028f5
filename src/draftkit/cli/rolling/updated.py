"""A draft that somebody has worked on, brought up to date: the same file with what is new in it (``roll --update``).

Every edit of the drafter stays, and so do comments, the order of keys and blank lines; where the drafter and the roll-forward
changed the same words, both are told and the command ends with 1.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from draftkit.cli.finished import prior_of
from draftkit.cli.rolling import told
from draftkit.cli.rolling.ask import Ask
from draftkit.cli.rolling.targets import form_of, refuse_replacing, require_room
from draftkit.cli.rolling.text import RolledText, read_text, relative, roll_text
from draftkit.cli.terminal import say
from draftkit.cli.worklist import shortened
from draftkit.errors import DraftkitError, Unreadable
from draftkit.files import save_all
from draftkit.readers import Intake, Reading, load_bytes, read
from draftkit.readers.slate import Wanted
from draftkit.steering import visible

if TYPE_CHECKING:
    from draftkit.model import Resolution
    from draftkit.roll.update import Updated

LONGEST = 160
"""So many characters of words in conflict are shown: with the words around them they seldom have more."""



def update_draft(ask: Ask) -> None:
    """Bring the draft up to date, write it, and say what came in and what is in conflict.

    Raises:
        DraftkitError: a text cannot be read or rolled, or a file not be written; nothing is written then.
    """
    if form_of(ask.draft) != "yaml":
        raise DraftkitError("a draft brought up to date stays YAML", ask.draft, "name it .yaml; draftkit convert writes others")
    draft = _draft(ask)
    own_path = prior_of(draft, ask.update)
    require_room((ask.draft, ask.changes), [path for path in (ask.prior, ask.update, own_path) if path])
    if not ask.force:
        refuse_replacing(ask.draft)
    session = ask.session or draft.resolution.masthead.session or None
    text = roll_text(ask.prior, Wanted(session, ask.bodies, ask.house_style), ask.intake)
    own = _own(own_path, ask, text)
    if not _same_file(own_path or "-", ask.prior):
        _require_series(ask, text.reading.resolution, [draft.resolution, *([own] if own else [])])
    updated = _updated(draft, own, text)
    data = _rewritten(ask, draft, updated, own_path)
    listed = told.as_json(_listed(text, updated)) if ask.changes or ask.as_json else ""
    save_all(((ask.draft, data), (ask.changes, listed), ("-" if ask.as_json else "", listed)))
    _say(updated, text, ask.verbose)
    if ask.prior == "-":
        say(f'the draft still says "prior: {draft.prior}"' if draft.prior else "the draft names no prior")
    sys.exit(1 if updated.merged.conflicts else 0)


def _draft(ask: Ask) -> Reading:
    if ask.update == "-":
        raise DraftkitError("a draft to bring up to date is a file", "--update", "give the name of the draft")
    reading = read_text(ask.update, ask.intake)
    if not reading.is_draft:
        raise DraftkitError("this is no draft", ask.update, "give the .yaml file that draftkit roll wrote")
    return reading


def _own(path: str, ask: Ask, text: RolledText) -> Resolution | None:
    """The text that the draft was made of, ``None`` if it names none."""
    if not path:
        return None
    if _same_file(path, ask.prior):
        return text.reading.resolution
    try:
        return read(path, Intake(ask.intake.revisions, ask.intake.converter)).resolution
    except Unreadable as error:
        what = f"its prior cannot be read: {error.where}: {error.what}"
        missing = 'put it back under that name; without it and without "prior:" the draft counts as made of PRIOR'
        raise Unreadable(what, ask.update, missing if not Path(path).exists() else error.remedy) from None


def _require_series(ask: Ask, prior: Resolution, known: Sequence[Resolution]) -> None:
    """Raise if the prior is of another series than the draft and its own prior: their titles have nothing in common."""
    from draftkit.inline import plain
    from draftkit.roll.lineage import alike

    new, olds = plain(prior.title), [plain(each.title) for each in known]
    if not new or not all(olds) or any(alike(old, new) for old in olds):
        return
    what = f'this is of another series than {ask.update}: "{shortened(new)}", not "{shortened(olds[-1])}"'
    raise DraftkitError(what, ask.prior, "name the right prior, or roll it anew")


def _same_file(one: str, other: str) -> bool:
    return "-" not in (one, other) and os.path.realpath(one) == os.path.realpath(other)


def _updated(draft: Reading, own: Resolution | None, text: RolledText) -> Updated:
    from draftkit.roll.update import update

    return update(draft.resolution, own=own, prior=text.reading.resolution, fresh=text.rolled)


# --- The file ------------------------------------------------------------------------------------------------------


def _rewritten(ask: Ask, draft: Reading, updated: Updated, own_path: str) -> bytes:
    """The draft's file with the new text; the same bytes where nothing is new."""
    from draftkit.readers import draft as drafts
    from draftkit.readers.decoding import decoded
    from draftkit.writers.redraft_file import redrafted_file

    data = load_bytes(Path(ask.update))
    target = ask.draft if ask.draft not in ("", "-") else ask.update
    stays = _same_file(own_path or "-", ask.prior) and _same_file(str(Path(target).parent), str(Path(ask.update).parent))
    prior = "" if stays else relative(ask.prior, target)
    if updated.merged.resolution == draft.resolution and prior in ("", draft.prior):
        return data
    merged = updated.merged
    return redrafted_file(
        data,
        decoded(data) or "",
        ask.update,
        draft.resolution,
        merged.resolution,
        lambda source: drafts.read(source, ask.update).resolution,
        ids=merged.ids,
        notes=merged.notes,
        prior=prior,
    )


# --- What is said --------------------------------------------------------------------------------------------------


def _listed(text: RolledText, updated: Updated) -> dict[str, Any]:
    """What is listed for programs: as for a text rolled, with what came in and what is in conflict."""
    merged = updated.merged
    return {
        **_plan(text, updated),
        "taken": [{"paragraph": each.paragraph, "old": each.old, "new": each.new} for each in merged.taken],
        "conflicts": [{"paragraph": each.paragraph, "yours": each.yours, "fresh": each.fresh} for each in merged.conflicts],
        "kept": merged.kept,
    }


def _plan(text: RolledText, updated: Updated) -> dict[str, Any]:
    from draftkit.roll import Rolled
    from draftkit.roll.plan.worklist import as_json, worklist

    rolled = Rolled(updated.merged.resolution, updated.changes, updated.look)
    return dict(as_json(worklist(text.reading.resolution, rolled)))


def _say(updated: Updated, text: RolledText, verbose: bool) -> None:
    """What came in (each with ``verbose``), how many edits stay, every conflict, and what is left to decide."""
    from draftkit.assemble.places import names

    merged = updated.merged
    place = names(text.rolled.resolution) | names(merged.resolution)
    told.tell_session(text)
    clashes = len(merged.conflicts)
    say(f"{len(merged.taken)} taken in, {merged.kept} of yours kept, {clashes} conflict{'' if clashes == 1 else 's'}")
    for taken in merged.taken if verbose else ():
        say(visible(f"  {place.get(taken.paragraph, taken.paragraph)}: {_short(taken.old)} -> {_short(taken.new)}"))
    for clash in merged.conflicts:
        yours, fresh = _short(clash.yours, "taken out"), _short(clash.fresh, "taken out")
        say(visible(f"  conflict: {place.get(clash.paragraph, clash.paragraph)}: yours: {yours}; the roll-forward: {fresh}"))
    looks = [*dict.fromkeys(look for look in updated.look if look.offer or verbose)]
    if updated.look:
        say(f"{len(updated.look)} to decide{'' if verbose or len(looks) == len(updated.look) else '; -v lists them'}")
    for look in looks:
        offer = f"; perhaps {look.offer}" if look.offer else ""
        said = f"{shortened(look.text)} ({look.why}{offer})" if look.text else f"{look.why}{offer}"
        say(visible(f"  {place.get(look.paragraph, look.paragraph)}: {said}"))


def _short(text: str, nothing: str = "nothing") -> str:
    return f'"{text if len(text) <= LONGEST else shortened(text)}"' if text else nothing
