"""The bytes of the file that ``build`` writes.

In: the finished draft, the text of the document, what is asked. Out: bytes, of a Word file or a text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from draftkit.cli.building.document import require_issued
from draftkit.cli.terminal import say
from draftkit.errors import DraftkitError

if TYPE_CHECKING:
    from draftkit.cli.building.asked import Asked
    from draftkit.cli.finished import Work
    from draftkit.compare.redline import Redline
    from draftkit.model import Resolution
    from draftkit.readers import Intake
    from draftkit.writers.authors import Authors
    from draftkit.writers.look import Look

TEXTS = ("txt", "md", "markdown")


@dataclass(frozen=True, slots=True)
class Options:
    """How the file is made."""

    asked: Asked
    clean: bool
    author: str | None
    when: datetime
    explain: bool
    intake: Intake


def file(work: Work, text: Resolution, draft: str, suffix: str, options: Options) -> bytes:
    """The file: a text, a clean Word file, or one with tracked changes."""
    from draftkit.cli.building.looks import look

    if suffix in TEXTS:
        from draftkit.writers import render

        return render(text, suffix)
    dress = look(options.asked.template, options.asked.emblem)
    if options.clean or options.asked.add or options.asked.corr:
        from draftkit.writers.docx import write

        return write(text, date=options.when, author=options.author or "", look=dress)
    return _tracked(work, text, draft, options, dress)


def _tracked(work: Work, text: Resolution, draft: str, options: Options, dress: Look) -> bytes:
    """The Word file with tracked changes: in the prior's own file if that is one, else in the template."""
    from draftkit.cli.in_place import is_word
    from draftkit.writers.authors import Authors
    from draftkit.writers.docx import write_redline

    form = options.asked.form
    if options.asked.rev:
        require_issued(work, text, draft)
    if work.prior is None:
        raise DraftkitError("the draft names no prior to track changes against", draft, 'add "prior: FILE", or give --clean')
    if form == "in-place" and not is_word(work.prior_path):
        remedy = "give the prior as .docx with --prior, or leave --as out: the prior is then set in the template"
        raise DraftkitError(f"the prior {work.prior_path} is no Word file to track changes in", draft, remedy)
    authors = Authors.one(options.author) if options.author else Authors()
    redline = _redline(work, text)
    if is_word(work.prior_path) and (form in ("", "in-place") or (options.asked.rev and not options.asked.fresh)):
        if options.asked.template or options.asked.emblem:
            remedy = "give --as l-document too, for a file in the template"
            raise DraftkitError("the changes are tracked in the prior's own Word file, which keeps its look", draft, remedy)
        data = _in_place(work, redline, authors, options)
    else:
        data = write_redline(_fresh(redline, text) if options.asked.fresh else redline, authors, options.when, look=dress)
    return _explained(work, data, authors, options)


def _redline(work: Work, text: Resolution) -> Redline:
    from draftkit.compare.comparison import compare

    assert work.prior is not None
    *before, (kind, _) = work.stages
    return compare(work.prior, text, by_id=True, stages=[*before, (kind, text)])


def _fresh(redline: Redline, text: Resolution) -> Redline:
    from draftkit.compare.redline import with_fresh_masthead

    return replace(with_fresh_masthead(redline, text), new=text.masthead)


def _in_place(work: Work, redline: Redline, authors: Authors, options: Options) -> bytes:
    from draftkit.cli.in_place import redline_in_place

    tracked = redline_in_place(redline, work.places, work.prior_path, authors, options.when, options.intake)
    for what in tracked.untracked:
        say(f"  not tracked: {what}")
    return tracked.data


def _explained(work: Work, data: bytes, authors: Authors, options: Options) -> bytes:
    if not options.explain or work.rolled is None:
        return data
    from draftkit.tracking.explain import explained
    from draftkit.word.dates import instant

    return explained(data, (work.styled or work.rolled).changes, authors, instant(options.when), work.prior)
