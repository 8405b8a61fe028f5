"""What is said of findings, of what was mended and of what was not: the report on standard output, all else on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from draftkit.cli.terminal import say
from draftkit.files import save

if TYPE_CHECKING:
    from draftkit.checks.reports import Located
    from draftkit.cli.checking.fixing import Mend
    from draftkit.cli.checking.one import Checked
    from draftkit.model import Finding


def show(found: Sequence[Located], form: str) -> None:
    """The report: at a terminal in colour, unless the person wants none (no-color.org)."""
    from draftkit import __version__
    from draftkit.checks.reports import FORMATS, in_colour

    if form == "text" and sys.stdout.isatty() and not os.environ.get("NO_COLOR"):
        click.echo(in_colour(found), nl=False, color=True)
    else:
        save("-", FORMATS[form](found, __version__))


def say_sum(checked: Sequence[Checked], mendable: int | None = None) -> None:
    """How much was found in how many files, and how much of it can be mended; ``None``: what of these findings can be."""
    from draftkit.checks.reports import summary
    from draftkit.cli.checking.mending import planned

    found = [each.finding for one in checked for each in one.found]
    if mendable is None:
        drafts = (one for one in checked if one.reading.is_draft)
        mendable = sum(planned([each.finding for each in one.found], one.reading.resolution).mendable for one in drafts)
    say(summary(found, len(checked), allowed=sum(one.allowed for one in checked), mendable=mendable))


def say_mended(mend: Mend, name: str, *, verb: str = "mended") -> None:
    """A line for everything that was mended, and for what was not."""
    from draftkit.assemble.places import names

    place = names(mend.before.resolution)
    for fix in mend.done:
        for finding in fix.findings:
            say(_line(name, finding, verb, _said(finding, place.get(finding.paragraph, finding.paragraph))))
    for finding, why in mend.left:
        say(_line(name, finding, "left", f"{place.get(finding.paragraph, finding.paragraph)}: {why}"))


def _said(finding: Finding, place: str) -> str:
    from draftkit.checks.places import quoted

    return f"{place}: {quoted(finding.words)} -> {quoted(finding.instead)}"


def _line(name: str, finding: Finding, verb: str, said: str) -> str:
    from draftkit.checks.reports import Located
    from draftkit.errors import placed
    from draftkit.steering import visible

    return visible(f"{placed(name, finding.line)}: {verb}: {said} [{Located(name, finding).tag}]")


def difference(mend: Mend, name: str) -> str:
    """What mending changes in the file, as a unified diff; "" for nothing."""
    from difflib import unified_diff

    from draftkit.readers.decoding import decoded

    old, new = (_lines(decoded(data) or "") for data in (mend.old, mend.data))
    return "".join(_ended(unified_diff(old, new, name, name)))


def _lines(text: str) -> list[str]:
    *ended, last = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [*(f"{line}\n" for line in ended), *([last] if last else [])]


def _ended(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
