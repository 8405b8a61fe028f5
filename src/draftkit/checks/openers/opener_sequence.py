"""opener-sequence: repeated opening words go round bare, also, further (un-rules B3, C3)."""

from __future__ import annotations

from collections.abc import Iterator

from draftkit.assemble.leads import addressee, lead, runs
from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.model import Finding, Severity
from draftkit.un.openers import Where, base, expected_steps, form, is_addressee, step

LONGEST = 2
"""Words of an opening that surely follows the round."""


@rule("DK102", "B3, C3", Severity.WARNING)
def opener_sequence(subject: Subject) -> Iterator[Finding]:
    """Repeated opening words go round bare, "also", "further" within a section (un-rules B3, C3)."""
    place = subject.names
    for part in subject.resolution.parts:
        for where, blocks in ((Where.PREAMBULAR, part.preamble), (Where.OPERATIVE, part.operative)):
            for run in runs(blocks):
                leads = [lead(paragraph.content) for paragraph in run]
                whom = [addressee(paragraph.content) for paragraph in run]
                for paragraph, opening, expected in zip(run, leads, expected_steps(leads, whom), strict=True):
                    if expected is None or step(opening) == expected:
                        continue
                    bare = base(opening)
                    right = form(bare, expected, where)
                    # A verb that addresses somebody goes its own way in one case of six (C3), and longer phrases
                    # ("Reiterates its call upon") take the adverb unwillingly: only a hint.
                    loose = is_addressee(bare) or len(bare.split()) > LONGEST
                    severity = Severity.INFO if loose else Severity.WARNING
                    message = f"{place[paragraph.id]} opens with {quoted(opening)} where the cycle asks for {quoted(right)}"
                    yield Finding("opener-sequence", severity, message, paragraph.id, f"write *{right}*")
