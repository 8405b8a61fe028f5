"""opener-sequence: repeated opening words go round bare, also, further (un-rules B3, C3)."""

from __future__ import annotations

from collections.abc import Iterator

from draftkit.assemble.leads import addressee, lead, runs
from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.model import Block, Finding, Heading, Paragraph, Severity, Table, Text
from draftkit.un.openers import ADVERBS, Where, base, expected_steps, form, is_addressee, step

LONGEST = 2
"""Words of an opening that surely follows the round."""

_OF_SOMEBODY = frozenset(("commends", "commending", "congratulates", "congratulating", "demands", "recommends", "reiterates"))
"""Verbs that name somebody without addressing him, or carry another verb: the adverb is left out in one case of six or more."""


@rule(
    "DK102",
    "B3, C3",
    Severity.WARNING,
    bad="*Welcomes* it; *Welcomes* that",
    good="*Welcomes* it; *Also welcomes* that",
    mends=True,
)
def opener_sequence(subject: Subject) -> Iterator[Finding]:
    """Repeated opening words go round bare, "also", "further" within a section (un-rules B3, C3).

    Verbs that address or commend somebody and openings of more than two words go their own way more often, and are only a
    question where the same verb opens the paragraph before. So is the adverb after a table, after a paragraph without a
    number, after one that opens in roman, and after a paragraph that is out of the round itself.
    """
    place = subject.names
    for part in subject.resolution.parts:
        for where, blocks in ((Where.PREAMBULAR, part.preamble), (Where.OPERATIVE, part.operative)):
            after_others = _after_others(blocks)
            for run in runs(blocks):
                leads = [lead(paragraph.content) for paragraph in run]
                pairs = zip(run, leads, strict=True)
                whom = [addressee(each.content) if is_addressee(base(opening)) else "" for each, opening in pairs]
                for at, expected in enumerate(expected_steps(leads, whom)):
                    opening, paragraph = leads[at], run[at]
                    if expected is None or step(opening) == expected:
                        continue
                    right = form(base(opening), expected, where)
                    begins = not at or base(leads[at - 1]) != base(opening)  # no adverb without a verb that it adds to
                    loose = paragraph.id in after_others or _goes_on(leads, at) or (_is_loose(base(opening)) and not begins)
                    severity = Severity.INFO if loose else Severity.WARNING
                    message = f"{place[paragraph.id]} opens with {quoted(opening)} where the cycle asks for {quoted(right)}"
                    certain = "" if loose else right
                    fix = f"write *{right}*"
                    yield Finding("opener-sequence", severity, message, paragraph.id, fix, words=opening, instead=certain)


def _is_loose(bare: str) -> bool:
    """Whether an opening follows the round less surely (C3): "Urges", "Commends", "Reiterates its call upon"."""
    words = bare.lower().split()
    return is_addressee(bare) or len(words) > LONGEST or words[0] in _OF_SOMEBODY


def _after_others(blocks: tuple[Block, ...]) -> frozenset[str]:
    """The paragraphs that stand after a table, a paragraph without a number or one that opens in roman."""
    found: list[str] = []
    between = False
    for block in blocks:
        if isinstance(block, Paragraph) and block.label != "":
            if between:
                found.append(block.id)
            between = not (isinstance(block.content[0], Text) and block.content[0].italic) if block.content else True
        else:
            between = isinstance(block, Table | Paragraph) or (between and not isinstance(block, Heading))
    return frozenset(found)


def _goes_on(leads: list[str], at: int) -> bool:
    """Whether an opening goes on rightly from the one before it, which is out of the round."""
    if not at or base(leads[at - 1]) != base(leads[at]):
        return False
    return step(leads[at]) == (step(leads[at - 1]) + 1) % len(ADVERBS)
