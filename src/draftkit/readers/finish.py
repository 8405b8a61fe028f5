"""The last step of every reader of finished texts: what the drafter wrote out by hand becomes model.

In: a resolution whose blocks are composed and named. Out: the same with references marked (``prose``), "Ibid." tied to the
note it stands for, the enacting formula left out where it is the usual one, and the findings.
"""

from __future__ import annotations

from dataclasses import replace

from draftkit import inline
from draftkit.assemble.printed import enacting_formula, note_numbers
from draftkit.model import Note, Part, Resolution
from draftkit.readers import Reading
from draftkit.readers.prose import mark_references


def finish(resolution: Resolution) -> Reading:
    """Derive what can be derived, and say what is in doubt."""
    parts = tuple(_usual_formula(part, resolution.masthead.organ) for part in resolution.parts)
    resolution = replace(resolution, parts=parts)
    resolution = replace(resolution, notes=_tied_ibids(resolution))
    marked, findings = mark_references(resolution)
    return Reading(marked, findings)


def _usual_formula(part: Part, organ: str) -> Part:
    usual = enacting_formula(organ, replace(part, formula=None))
    return replace(part, formula=None) if part.formula == usual else part


def _tied_ibids(resolution: Resolution) -> tuple[Note, ...]:
    """The notes in printed order, each "Ibid." with the name of the note before it (un-rules E5)."""
    order = note_numbers(resolution)
    notes = sorted(resolution.notes, key=lambda note: order.get(note.id, len(order) + 1))
    out: list[Note] = []
    for note in notes:
        is_ibid = inline.plain(note.content).startswith("Ibid")
        out.append(replace(note, ibid=out[-1].id) if is_ibid and out else note)
    return tuple(out)
