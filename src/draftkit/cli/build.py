"""``draftkit build``: the Word file of a draft."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from draftkit.cli.building.asked import Asked, document_options
from draftkit.cli.options import DATE, instant, reads_files
from draftkit.cli.terminal import say
from draftkit.errors import DraftkitError
from draftkit.files import refuse_overwriting, save
from draftkit.readers import Intake

if TYPE_CHECKING:
    from draftkit.cli.finished import Work
    from draftkit.model import Resolution


@click.command("build")
@click.argument("draft")
@click.option("-o", "--output", metavar="OUT", help="The file to write: .docx, or .txt or .md for the finished text.")
@click.option("--clean", is_flag=True, help="The finished text alone, without tracked changes.")
@document_options
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
    asked: Asked,
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
    draftkit build draft.yaml --clean --as l-document --sponsors "Fiji, Ghana"
    draftkit build draft.yaml --rev 1 --prior A_C.6_81_L.7.docx

    \b
    --as l-document  a fresh masthead, only the body is tracked
    --as resolution  the adopted text: number, date, basis and meeting
    --as in-place    in the prior's own Word file, as by default
    """
    from draftkit.cli.building.document import document
    from draftkit.cli.building.made import TEXTS, Options, file
    from draftkit.cli.finished import finish_reading
    from draftkit.readers import read

    reading = read(draft, intake)
    if not reading.is_draft:
        raise DraftkitError("this is no draft", draft, "make one of it with draftkit roll")
    if author is not None and not author.strip():
        raise DraftkitError("--author has no name", remedy="give the name, or leave it out for three authors")
    target = output or (f"{Path(draft).with_suffix('.docx')}" if draft != "-" else "-")
    suffix = "docx" if target == "-" else Path(target).suffix.lstrip(".").lower()
    if suffix not in ("docx", *TEXTS):
        raise DraftkitError(f'"{target}" is no Word file', remedy="name it with .docx, or .txt or .md for the finished text")
    work = finish_reading(reading, draft, prior=prior, intake=intake)
    inputs = (draft, work.prior_path, asked.emblem, asked.template)
    refuse_overwriting(target, [name for name in inputs if name])
    text = document(work, asked, draft)
    save(target, file(work, text, draft, suffix, Options(asked, clean, author, instant(date), explain, intake)))
    _report(work, text, draft, target, verbose)


def _report(work: Work, text: Resolution, draft: str, target: str, verbose: bool) -> None:
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
    about_another = not any(part.operative for part in text.parts)  # an addendum, a corrigendum
    for finding in check(work.assembled.resolution if about_another else text):
        if finding.severity is Severity.ERROR:
            say(f"{draft}: error: {finding.message} [{finding.code}]")
