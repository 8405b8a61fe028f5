"""Many texts rolled in one run (docs/slate-file.md): a draft of each, one list, one report.

Nothing is written before the last text is rolled, and a text that cannot be rolled does not stop the others. A draft that is
there already is kept, but its text is in the list and in the report all the same: to see them again costs nobody an edit.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from draftkit.cli.rolling import told
from draftkit.cli.rolling.ask import Ask
from draftkit.cli.rolling.jobs import Job, jobs_of, require_places
from draftkit.cli.rolling.targets import refuse_replacing, require_draft, require_page, require_room
from draftkit.cli.rolling.text import RolledText, draft_of, not_carried_over, roll_text
from draftkit.cli.terminal import say
from draftkit.errors import DraftkitError
from draftkit.files import save, save_all
from draftkit.readers import load_bytes
from draftkit.readers.slate import Slate, read
from draftkit.steering import visible

MOST_NAMED = 10
"""So many of the texts that failed are named in the last line."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of a text: it rolled and its draft, if it could be; why no draft was written, "" if one was."""

    job: Job
    text: RolledText | None = None
    draft: bytes = b""
    problem: str = ""


def roll_slate(ask: Ask) -> None:
    """Roll the texts of the slate; ends with 1 if one of them could not be.

    Raises:
        DraftkitError: the slate cannot be read, or a file not be written where it says.
    """
    slate = read(load_bytes(Path(ask.slate)), ask.slate)
    jobs, folder = jobs_of(slate, ask.slate), Path(ask.slate).parent / slate.folder
    require_page(ask.report)
    require_room((ask.changes, ask.report), [ask.slate, *(job.prior for job in jobs)], coming=str(folder))
    require_places(jobs, ask.slate, {ask.changes: "the list of changes", ask.report: "the report"})
    rolled = _rolled(jobs, ask)
    texts = [outcome.text for outcome in rolled if outcome.text]
    page = told.report(texts, slate.title) if ask.report and texts else b""
    outcomes = [_written(outcome) for outcome in rolled]
    for target in (ask.changes, ask.report):
        _make(Path(target).parent)  # which is there, or is the folder of the drafts
    listed = told.as_json(_listed(outcomes, slate)) if ask.changes or ask.as_json else ""
    _say(outcomes, ask.verbose)
    save_all(((ask.changes, listed), (ask.report if page else "", page), ("-" if ask.as_json else "", listed)))
    if any(outcome.problem for outcome in outcomes):
        sys.exit(1)


def _rolled(jobs: Sequence[Job], ask: Ask) -> list[_Outcome]:
    """What becomes of the texts, in their order, with a bar for whoever watches."""
    outcomes = (_attempt(job, ask) for job in jobs)
    if not sys.stderr.isatty():
        return list(outcomes)
    with click.progressbar(outcomes, length=len(jobs), label="Rolling", file=sys.stderr) as bar:
        return list(bar)


def _attempt(job: Job, ask: Ask) -> _Outcome:
    """Roll one text. Whatever goes wrong with it is a line: the others are not to suffer."""
    text: RolledText | None = None
    try:
        text = roll_text(job.prior, job.entry.wanted, ask.intake)
        draft = draft_of(text, "yaml", job.draft)
        (require_draft if ask.force else refuse_replacing)(job.draft)
        return _Outcome(job, text, draft)
    except DraftkitError as error:
        problem = str(error)
    except RecursionError:
        problem = f"{job.prior}: nested too deep to be read"
    except Exception as error:
        problem = f"{job.prior}: a mistake in draftkit ({type(error).__name__}: {error}); report it with the file"
    return _Outcome(job, text, problem=" ".join(problem.split()))


def _written(outcome: _Outcome) -> _Outcome:
    """Write the draft."""
    if outcome.problem:
        return outcome
    try:
        _make(Path(outcome.job.draft).parent)
        save(outcome.job.draft, outcome.draft)
    except DraftkitError as error:
        return replace(outcome, problem=str(error))
    return outcome


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DraftkitError(error.strerror or "cannot be made", str(folder), "name another folder in the slate") from None


# --- What is said --------------------------------------------------------------------------------------------------


def _listed(outcomes: Sequence[_Outcome], slate: Slate) -> dict[str, object]:
    """The list for programs: the texts that were rolled, and those without a new draft. Paths are those of the slate."""
    done: list[dict[str, object]] = []
    failed: list[dict[str, object]] = []
    for outcome in outcomes:
        entry = outcome.job.entry
        names = {"prior": entry.prior, "draft": f"{slate.folder}/{entry.draft}"}
        if outcome.text:
            done.append({**names, "session": outcome.text.session, **told.listed(outcome.text)})
        if outcome.problem:
            failed.append({**names, "error": outcome.problem})
    return {"texts": done, "failed": failed}


def _say(outcomes: Sequence[_Outcome], verbose: bool) -> None:
    """A line for each text, the sum, and what has no new draft."""
    texts = [outcome.text for outcome in outcomes if outcome.text]
    for text in texts:
        told.tell_briefly(text)
        if verbose:
            told.tell_session(text)
            told.tell(text, verbose)
        if lost := not_carried_over(text):
            say(lost)
    told.tell_sum(texts)
    failed = [outcome for outcome in outcomes if outcome.problem]
    for outcome in failed:
        say(visible(f"draftkit: {outcome.job.place}: {outcome.problem}"))
    if failed:
        named = [outcome.job.entry.prior for outcome in failed]
        more = ", ..." if len(named) > MOST_NAMED else ""
        shown = ", ".join(named[:MOST_NAMED]) + more
        say(visible(f"draftkit: {len(failed)} of {len(outcomes)} texts without a new draft: {shown}"))
