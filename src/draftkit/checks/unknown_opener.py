"""unknown-opener: a paragraph opens with an italic phrase that adopted texts use (un-rules B1, C1, J)."""

from __future__ import annotations

from collections.abc import Iterator

from draftkit.assemble.leads import lead, runs
from draftkit.checks.places import names, quoted
from draftkit.model import Finding, Resolution, Severity
from draftkit.un.openers import Where, is_known, nearest


def unknown_opener(resolution: Resolution) -> Iterator[Finding]:
    """A paragraph opens with an italic phrase of the register of opening words (un-rules B1, C1)."""
    place = names(resolution)
    for part in resolution.parts:
        for where, blocks in ((Where.PREAMBULAR, part.preamble), (Where.OPERATIVE, part.operative)):
            for paragraph in (each for run in runs(blocks) for each in run if each.content):
                opening = lead(paragraph.content)
                if not opening:
                    message, severity, fix = "does not open in italics", Severity.INFO, "set its opening words in italics"
                elif not is_known(opening, where):
                    message = f"opens with {quoted(opening)}, which is not a known {where} opening"
                    alike = nearest(opening, where)
                    severity, fix = Severity.WARNING, f'perhaps "{alike}"' if alike else "choose another opening"
                else:
                    continue
                yield Finding("unknown-opener", severity, f"{place[paragraph.id]} {message}", paragraph.id, fix)
