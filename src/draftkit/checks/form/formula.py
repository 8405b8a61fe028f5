"""formula: the organ's line has a comma where a preamble follows, and none where there is no preamble (un-rules A2)."""

from __future__ import annotations

from collections.abc import Iterator

from draftkit import inline
from draftkit.assemble.leads import lead
from draftkit.checks.places import FORMULA, quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.inline import plain
from draftkit.model import Finding, Paragraph, Part, Severity
from draftkit.un.openers import Where, is_known


@rule(
    "DK011",
    "A2",
    Severity.ERROR,
    bad="The General Assembly, Takes note ...",
    good="The General Assembly Takes note ...",
    mends=True,
)
def formula(subject: Subject) -> Iterator[Finding]:
    """The organ's line names the organ, and ends with a comma where a preamble follows and only there (un-rules A2).

    A text in sections may have a preamble in each of them: it has the comma. Where a draft writes no line of its own, the
    line is made as it should be.
    """
    organ = subject.resolution.masthead.organ
    for part in subject.resolution.parts:
        if part.formula is None:
            continue
        written = plain(part.formula).strip()
        bare, wanted = written.rstrip(" ,"), "," if has_preamble(part) else ""
        marked = inline.format(part.formula).strip()
        if organ not in written:
            what = f"does not name the {organ}" if written else "is missing"
            yield _finding(what, f"The {organ}{wanted}", written, "")
        elif not written.endswith((",", ":")) and wanted:
            yield _finding(f"has no comma before the preamble: {quoted(written)}", f"{bare},", marked, f"{marked},")
        elif written.endswith(",") and not wanted:
            what = f"has a comma, but no preamble follows: {quoted(written)}"
            yield _finding(what, bare, marked, _without_comma(marked))


def has_preamble(part: Part) -> bool:
    """Whether the part has a preamble, or a section of it has."""
    if part.preamble:
        return True
    blocks = (block for block in part.operative if isinstance(block, Paragraph))
    return any(is_known(opening, Where.PREAMBULAR) for block in blocks if (opening := lead(block.content)))


def _without_comma(marked: str) -> str:
    """The line as a draft has it, without the comma at its end, be that in italics or not."""
    return marked[:-2].rstrip(" ,") + "*" if marked.endswith(",*") else marked.rstrip(" ,")


def _finding(what: str, right: str, words: str, instead: str) -> Finding:
    message = f"the enacting formula {what}"
    return Finding("formula", Severity.ERROR, message, FORMULA, f'write "{right}"', words=words, instead=instead)
