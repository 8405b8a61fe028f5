"""Opening words kept in sequence: Urges / Also urges / Further urges (un-rules B3, C3).

Only where the drafter changed the neighbourhood: a paragraph that stands after the same paragraph as in the text before
keeps its words, official habits and all. Where there is no text before, it is the draft without the clauses that it calls for:
these, and what stands behind one, are put in sequence, and all else that the drafter typed stays (one official text in six says
"Requests ..., Requests ..." somewhere).

Example:
    a new "Urges States ..." between "Urges States ..." and "Also urges States ..." becomes "Also urges States ...",
    and the one after it "Further urges States ..."
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from draftkit.assemble.leads import addressee, lead, reopened, runs
from draftkit.model import Block, Change, Changes, ClauseEntry, Kind, Paragraph, Resolution
from draftkit.tree import Section, map_blocks, map_sections, sections, walk
from draftkit.un import openers
from draftkit.un.openers import Where


@dataclass(frozen=True, slots=True)
class _Before:
    """A paragraph in the text before: the id of the one before it in its run ("" for none), and its lead."""

    after: str
    lead: str


def typed_alone(draft: Resolution) -> Resolution | None:
    """The draft without its calls for clauses, as the text before one that has none; ``None`` where it calls for none."""
    calls = any(isinstance(place.block, ClauseEntry) for place in walk(draft))

    def typed(_: Section, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(block for block in blocks if not isinstance(block, ClauseEntry))

    return map_sections(draft, typed) if calls else None


def keep_in_sequence(resolution: Resolution, before: Resolution | None) -> tuple[Resolution, Changes]:
    """Put the adverb of every paragraph right whose neighbour is not the one that it had in ``before``.

    Without a text before nothing is changed: an official text has its own habits.
    """
    if before is None:
        return resolution, ()
    known = _neighbours(before)
    new_leads: dict[str, tuple[str, str]] = {}
    for part in resolution.parts:
        for section, _, blocks in sections(part):
            if section is Section.ANNEX:
                continue
            where = Where.PREAMBULAR if section is Section.PREAMBLE else Where.OPERATIVE
            for run in runs(blocks):
                new_leads |= _settled(run, where, known)

    def settled(block: Block) -> Block:
        if not isinstance(block, Paragraph) or block.id not in new_leads:
            return block
        return replace(block, content=reopened(block.content, new_leads[block.id][1]))

    changed = map_blocks(resolution, settled)
    return changed, tuple(Change("opener", Kind.CONSEQUENTIAL, name, old, new) for name, (old, new) in new_leads.items())


def _neighbours(resolution: Resolution) -> dict[str, _Before]:
    found: dict[str, _Before] = {}
    for part in resolution.parts:
        for _, _, blocks in sections(part):
            for run in runs(blocks):
                for at, paragraph in enumerate(run):
                    found[paragraph.id] = _Before(run[at - 1].id if at else "", lead(paragraph.content))
    return found


def _settled(run: tuple[Paragraph, ...], where: Where, known: Mapping[str, _Before]) -> dict[str, tuple[str, str]]:
    """The leads of a run that must change: id -> (old, new)."""
    out: dict[str, tuple[str, str]] = {}
    previous: Paragraph | None = None
    previous_lead = ""
    for paragraph in run:
        own = lead(paragraph.content)
        settled = own
        if _has_verb(own) and not _undisturbed(paragraph, previous, previous_lead, known):
            goes_on = previous is not None and _goes_on(paragraph, own, previous, previous_lead)
            step = (openers.step(previous_lead) + 1) % len(openers.ADVERBS) if goes_on else 0
            if openers.step(own) != step:
                settled = openers.form(openers.base(own), step, where)
                out[paragraph.id] = (own, settled)
        previous, previous_lead = paragraph, settled
    return out


def _has_verb(lead: str) -> bool:
    """Whether a lead is one adverb at most and a verb; what is left of "*Also* urges" or "Further also" is for the check."""
    base = openers.base(lead)
    return bool(base) and not openers.step(base) and not base[:2].isupper()


def _undisturbed(paragraph: Paragraph, previous: Paragraph | None, previous_lead: str, known: Mapping[str, _Before]) -> bool:
    """Whether a paragraph opens as before and stands after the same paragraph, which opens as before."""
    before = known.get(paragraph.id)
    if before is None or before.lead != lead(paragraph.content):
        return False
    if before.after != (previous.id if previous else ""):
        return False
    return previous is None or known[previous.id].lead == previous_lead


def _goes_on(paragraph: Paragraph, own: str, previous: Paragraph, previous_lead: str) -> bool:
    """Whether the cycle goes on: the same verb and, with a verb that addresses somebody, the same addressee (C3)."""
    base = openers.base(own)
    if base != openers.base(previous_lead):
        return False
    return not openers.is_addressee(base) or addressee(paragraph.content) == addressee(previous.content)
