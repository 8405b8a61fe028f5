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
    resolution = replace(resolution, notes=_settled_notes(resolution))
    marked, findings = mark_references(resolution)
    return Reading(marked, findings)


def _usual_formula(part: Part, organ: str) -> Part:
    usual = enacting_formula(organ, replace(part, formula=None))
    return replace(part, formula=None) if part.formula == usual else part


def _settled_notes(resolution: Resolution) -> tuple[Note, ...]:
    """The notes in printed order; each "Ibid." names the note before it (E5), and only numbers out of order are kept."""
    called = list(note_numbers(replace(resolution, notes=())))
    order = {name: at for at, name in enumerate(called)}
    out: list[Note] = []
    expected = 1
    for note in sorted(resolution.notes, key=lambda note: order.get(note.id, len(order))):
        is_ibid = inline.plain(note.content).startswith("Ibid")
        number = 0 if note.number == expected else note.number
        expected = (note.number or expected) + 1
        out.append(replace(note, ibid=out[-1].id if is_ibid and out else "", number=number))
    return tuple(out)
