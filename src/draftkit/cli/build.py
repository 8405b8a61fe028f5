"""``draftkit build``: the Word file of a draft."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from draftkit.cli.options import DATE, instant, reads_files
from draftkit.cli.terminal import say
from draftkit.errors import DraftkitError
from draftkit.files import refuse_overwriting, save
from draftkit.readers import Intake

if TYPE_CHECKING:
    from draftkit.cli.finished import Work

_TEXTS = ("txt", "md", "markdown")


@click.command("build")
@click.argument("draft")
@click.option("-o", "--output", metavar="OUT", help="The file to write: .docx, or .txt or .md for the finished text.")
@click.option("--clean", is_flag=True, help="The finished text alone, without tracked changes.")
@click.option(
    "--as",
    "form",
    type=click.Choice(["l-document", "in-place"]),
    help="l-document: a fresh masthead, only the body is tracked. in-place: in the prior's own Word file, as by default.",
)
@click.option("--prior", metavar="FILE", help="The text to track changes against, instead of the one the draft names.")
@click.option("--author", metavar="NAME", help="One author for all changes, instead of three.")
@click.option("--date", type=DATE, help="The date of the changes, 2026-10-05; by default today.")
@click.option("--explain", is_flag=True, help="A comment on each technical change that says why.")
@click.option("-v", "--verbose", is_flag=True, help="Say every change that was made to the draft.")
@reads_files
def command(
    draft: str,
    output: str | None,
    clean: bool,
    form: str | None,
    prior: str | None,
    author: str | None,
    date: datetime | None,
    explain: bool,
    verbose: bool,
    intake: Intake,
) -> None:
    """Make the Word file of a draft, with tracked changes against its prior.

    \b
    draftkit build draft.yaml -o draft.docx
    draftkit build draft.yaml --clean -o A_C.6_81_L.docx
    """
    from draftkit.cli.finished import finish_reading
    from draftkit.readers import read

    reading = read(draft, intake)
    if not reading.is_draft:
        raise DraftkitError("this is no draft", draft, "make one of it with draftkit roll")
    if author is not None and not author.strip():
        raise DraftkitError("--author has no name", remedy="give the name, or leave it out for three authors")
    target = output or (f"{Path(draft).with_suffix('.docx')}" if draft != "-" else "-")
    suffix = "docx" if target == "-" else Path(target).suffix.lstrip(".").lower()
    if suffix not in ("docx", *_TEXTS):
        raise DraftkitError(f'"{target}" is no Word file', remedy="name it with .docx, or .txt or .md for the finished text")
    work = finish_reading(reading, draft, prior=prior, intake=intake)
    refuse_overwriting(target, [draft, work.prior_path] if work.prior_path else [draft])
    save(target, _file(work, draft, suffix, Options(clean, form, author, instant(date), explain, intake)))
    _report(work, draft, target, verbose)


@dataclass(frozen=True, slots=True)
class Options:
    """How the file is made."""

    clean: bool
    form: str | None
    author: str | None
    when: datetime
    explain: bool
    intake: Intake


def _file(work: Work, draft: str, suffix: str, options: Options) -> bytes:
    resolution = work.assembled.resolution
    if suffix in _TEXTS:
        from draftkit.writers import render

        return render(resolution, suffix)
    if options.clean:
        from draftkit.writers.docx import write

        return write(resolution, date=options.when, author=options.author or "")
    return _redline(work, draft, options)


def _redline(work: Work, draft: str, options: Options) -> bytes:
    """The Word file with tracked changes: in the prior's own file if that is one, else in the template."""
    from draftkit.cli.in_place import is_word, redline_in_place
    from draftkit.compare.comparison import compare
    from draftkit.compare.redline import with_fresh_masthead
    from draftkit.writers.authors import Authors
    from draftkit.writers.docx import write_redline

    if work.prior is None:
        raise DraftkitError("the draft names no prior to track changes against", draft, 'add "prior: FILE", or give --clean')
    if options.form == "in-place" and not is_word(work.prior_path):
        remedy = "give the prior as .docx with --prior, or leave --as out: the prior is then set in the template"
        raise DraftkitError(f"the prior {work.prior_path} is no Word file to track changes in", draft, remedy)
    redline = compare(work.prior, work.assembled.resolution, by_id=True, stages=work.stages)
    authors = Authors.one(options.author) if options.author else Authors()
    if options.form != "l-document" and is_word(work.prior_path):
        tracked = redline_in_place(redline, work.places, work.prior_path, authors, options.when, options.intake)
        for what in tracked.untracked:
            say(f"  not tracked: {what}")
        data = tracked.data
    else:
        fresh = with_fresh_masthead(redline, work.assembled.resolution) if options.form == "l-document" else redline
        data = write_redline(fresh, authors, options.when)
    if options.explain and work.rolled is not None:
        from draftkit.tracking.explain import explained
        from draftkit.word.dates import instant as written

        data = explained(data, (work.styled or work.rolled).changes, authors, written(options.when), work.prior)
    return data


def _report(work: Work, draft: str, target: str, verbose: bool) -> None:
    """What was put right, and what the checks call an error: it stands in the file that was written."""
    from draftkit.checks import check
    from draftkit.model import Severity

    if verbose:
        for change in work.assembled.changes:
            say(f"  {change.rule}: {change.paragraph}: {change.old!r} -> {change.new!r}")
    counts = Counter(change.rule for change in work.assembled.changes)
    done = ", ".join(f"{rule} {count}" for rule, count in sorted(counts.items()))
    written = f"{target} written" if target != "-" else "written"
    say(written + (f" (put right: {done})" if done else ""))
    for finding in check(work.assembled.resolution):
        if finding.severity is Severity.ERROR:
            say(f"{draft}: error: {finding.message} [{finding.code}]")
