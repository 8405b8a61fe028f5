"""The document that is made of a draft: its finished text as it is, as issued, as adopted, or what is issued about it.

In: the finished draft with its prior, and what is asked. Out: a text.

Example:
    >>> document(work, asked("l-document", rev=1), "draft.yaml").masthead.symbol
    'A/C.6/81/L.7/Rev.1'
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from draftkit.cli.terminal import say
from draftkit.errors import DraftkitError

if TYPE_CHECKING:
    from draftkit.cli.building.asked import Asked
    from draftkit.cli.finished import Work
    from draftkit.model import Resolution


def document(work: Work, asked: Asked, draft: str) -> Resolution:
    """The text of the document.

    Raises:
        DraftkitError: it cannot be one, with the draft that it is made of.
    """
    try:
        return _document(work, asked)
    except DraftkitError as error:
        raise error.at(draft) from None


def _document(work: Work, asked: Asked) -> Resolution:
    from draftkit.assemble import issue

    text = work.assembled.resolution
    if asked.form == "resolution":
        return issue.adopted(text, issue.Adoption(asked.number, asked.adopted, asked.basis, asked.meeting))
    if asked.form != "l-document":
        return text
    if asked.add:
        return issue.addendum(text, _names(asked) or (), asked.add)
    if asked.corr:
        return _corrigendum(work, asked)
    about = issue.Issue(_names(asked), asked.heading, asked.submitted_by, asked.consultations_on, asked.rev)
    return issue.l_document(text, about)


def _names(asked: Asked) -> tuple[str, ...] | None:
    from draftkit.assemble.issue.sponsors import names_in

    return None if asked.sponsors is None else names_in(asked.sponsors)


def _corrigendum(work: Work, asked: Asked) -> Resolution:
    from draftkit.compare.corrigendum import corrigendum

    if work.prior is None:
        raise DraftkitError("a corrigendum is to the issued text, which is not given", remedy="give it with --prior")
    return corrigendum(work.prior, work.assembled.resolution, asked.corr, lines=_printed_lines(work.prior_path))


def _printed_lines(path: str) -> list[str]:
    """The lines of the issued document, where that is a PDF."""
    if Path(path).suffix.lower() != ".pdf":
        return []
    from draftkit.readers.pdf.document import read_sheets
    from draftkit.readers.pdf.lines import read_lines

    sheets = read_sheets(Path(path).read_bytes(), path)
    return [line.text for sheet in sheets for line in read_lines(sheet)]


def require_issued(work: Work, text: Resolution, draft: str) -> None:
    """A revised text is tracked against the text as issued (un-rules G1): refuse to do it without, and tell another.

    Raises:
        DraftkitError: the draft is made against nothing, or against what is no L-document.
    """
    from draftkit.assemble.issue.symbols import before
    from draftkit.un.symbols import Symbol

    wanted = before(text.masthead.symbol)
    prior = work.prior.masthead.symbol if work.prior else ""
    parsed = Symbol.parse(prior)
    if parsed is None or parsed.type != "L":
        what = f"a revised text shows its changes against {wanted} as issued, which is not given"
        raise DraftkitError(what, draft, "give it with --prior, or --clean for a text without changes")
    if prior != wanted:
        say(f"{draft}: the changes are shown against {prior}, not against {wanted}")
