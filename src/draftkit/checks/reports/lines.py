"""Findings as a person reads them: a line each, at a terminal with colour and a second line, and a sum at the end.

Example:
    >>> text([Located("draft.yaml", finding)])
    'draft.yaml:31: error: paragraph 9 (calls) refers to [[acts]], ...; take it out [DK301 dangling-reference]\n'
    >>> summary([finding], files=1)
    '1 error in 1 file'
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from draftkit.checks.codes import source
from draftkit.checks.places import quoted
from draftkit.checks.reports.located import Located
from draftkit.errors import placed
from draftkit.model import Finding, Severity
from draftkit.steering import visible

_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}
_PLACE, _DIM = "1", "2"
"""ECMA-48, 8.3.117 (select graphic rendition): bold, faint."""


def text(found: Sequence[Located]) -> str:
    """A line for each finding: "file:line: severity: message; fix [code name]"."""
    return "".join(f"{line(each)}\n" for each in found)


def line(each: Located) -> str:
    """The finding on one line, without a character that a terminal would take for a command."""
    place, severity, said, tag = _pieces(each)
    return f"{place}: {severity}: {said} [{tag}]"


def in_colour(found: Sequence[Located]) -> str:
    """The same for a terminal: below each line the words that it is about, what to write for them, and whose rule it is."""
    return "".join(_coloured(each) for each in found)


def _coloured(each: Located) -> str:
    place, severity, said, tag = _pieces(each)
    colour = _COLOURS[each.finding.severity]
    first = f"{_in(_PLACE, place)}: {_in(colour, severity)}: {said} {_in(_DIM, f'[{tag}]')}\n"
    below = visible("  ".join(filter(None, (_words(each.finding), _source(each.finding)))))
    return first + (f"    {_in(_DIM, below)}\n" if below else "")


def _pieces(each: Located) -> tuple[str, str, str, str]:
    finding = each.finding
    said = f"{finding.message}; {finding.fix}" if finding.fix else finding.message
    place = placed(each.file, finding.line, each.unit)
    return visible(place), str(finding.severity), visible(said), visible(each.tag)


def _words(finding: Finding) -> str:
    if not finding.words:
        return ""
    return f"{quoted(finding.words)} -> {quoted(finding.instead)}" if finding.instead else quoted(finding.words)


def _source(finding: Finding) -> str:
    cited = source(finding.code)
    return f"(un-rules {cited})" if cited else ""


def _in(style: str, words: str) -> str:
    return f"\x1b[{style}m{words}\x1b[0m"


def summary(found: Iterable[Finding], files: int, *, allowed: int = 0, mendable: int = 0) -> str:
    """What was found in how many files, "2 errors, 1 warning in 1 file; 2 can be mended with --fix".

    ``allowed`` counts what the drafts themselves allow, ``mendable`` what ``--fix`` would put right.
    """
    counted = Counter(finding.severity for finding in found)
    parts = ", ".join(many(counted[severity], str(severity)) for severity in Severity if counted[severity])
    said = [f"{parts or 'no findings'} in {many(files, 'file')}"]
    if mendable:
        said.append(f"{mendable} can be mended with --fix")
    if allowed:
        said.append(f"{allowed} allowed")
    return "; ".join(said)


def many(count: int, noun: str) -> str:
    """A number and its noun: "1 error", "2 errors".

    Example:
        >>> many(2, "info")
        '2 infos'
    """
    return f"{count} {noun}{'' if count == 1 else 's'}"
