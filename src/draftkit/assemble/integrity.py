"""A draft holds together: every reference, callout and "Ibid." leads somewhere (un-rules D3, E5).

A reference to a paragraph that is gone is an error that names both ends, never a guess.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from draftkit.assemble import numbers
from draftkit.assemble.notes import is_ibid
from draftkit.assemble.references import Path
from draftkit.errors import BrokenDraft
from draftkit.model import Callout, Ref, Resolution
from draftkit.tree import texts, walk

_NOTE = "note "
"""How the place of a note begins; the id of a paragraph has no blank."""


def require_whole(resolution: Resolution, before: Resolution | None) -> None:
    """Raise ``BrokenDraft`` if a reference leads to no numbered paragraph, a callout or an "Ibid." to no note.

    References in notes are looked at too; a callout in a note is refused, for notes call no notes.

    The message names every place that refers, with its number in this draft, and what the target was in ``before``.
    """
    problems = [*_references(resolution, before), *_callouts(resolution), *_ibids(resolution, before)]
    if problems:
        raise BrokenDraft("; ".join(problems), remedy="bring the target back under its id, or change the places that refer to it")


def _references(resolution: Resolution, before: Resolution | None) -> list[str]:
    paths = numbers.paths(resolution)
    before_paths = numbers.paths(before) if before else {}
    present = {place.block.id for place in walk(resolution)}
    places: dict[str, list[str]] = defaultdict(list)
    for name, content in texts(resolution):
        for piece in content:
            if isinstance(piece, Ref) and piece.target not in paths:
                place = _place(name, paths, before_paths)
                if place not in places[piece.target]:
                    places[piece.target].append(place)
    problems: list[str] = []
    for target, names in places.items():
        was = f" (paragraph {' '.join(before_paths[target])} of the prior)" if target in before_paths else ""
        fault = "has no number" if target in present else "is not in the draft"
        verb = "refers" if len(names) == 1 else "refer"
        problems.append(f"{_listed(names)} {verb} to [[{target}]]{was}, which {fault}")
    return problems


def _callouts(resolution: Resolution) -> list[str]:
    known = {note.id for note in resolution.notes}
    paths = numbers.paths(resolution)
    problems: list[str] = []
    for name, content in texts(resolution):
        for note in (piece.note for piece in content if isinstance(piece, Callout)):
            if name.startswith(_NOTE):
                problems.append(f"{name} calls the note [^{note}]: notes call no notes")
            elif note not in known:
                problems.append(f"{_place(name, paths, {})} calls the note [^{note}], which is not among the notes")
    return problems


def _ibids(resolution: Resolution, before: Resolution | None) -> list[str]:
    known = {note.id for text in (resolution, before) if text for note in text.notes}
    return [
        f'note {note.id} is "Ibid." of note {note.ibid}, which is gone'
        for note in resolution.notes
        if note.ibid and note.ibid not in known and is_ibid(note.content)
    ]


def _place(name: str, paths: Mapping[str, Path], before: Mapping[str, Path]) -> str:
    """A paragraph by its number, the number it had in the prior if that was another, and its id."""
    if name.startswith(_NOTE):
        return name
    if name not in paths:
        return f'the paragraph "{name}"'
    formerly = f", formerly {' '.join(before[name])}" if before.get(name, paths[name]) != paths[name] else ""
    return f"paragraph {' '.join(paths[name])}{formerly} ({name})"


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
