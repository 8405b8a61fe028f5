"""Rules of notes and comments: what is called is there, once (ECMA-376 part 1, 17.11 and 17.13.4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterator, Sequence

from draftkit.word.package import W
from draftkit.word.soundness.parts import FALLBACK, Fault, Part

_NOTES = {"footnote": "footnotes", "endnote": "endnotes"}


def notes_are_cited_once(parts: Sequence[Part]) -> Iterator[Fault]:
    """Every callout has a note, and a note has one callout: one that is moved or written anew is another note."""
    for kind, root in _NOTES.items():
        defined = yield from _defined(parts, kind, root)
        cited: Counter[str] = Counter()
        for part in parts:
            for callout in part.root.iter(f"{W}{kind}Reference"):
                key = callout.get(f"{W}id", "")
                cited[key] += next(callout.iterancestors(FALLBACK), None) is None
                if key not in defined:
                    yield Fault(part, callout, f"{kind} {key} is called and not there")
                elif cited[key] == 2:
                    yield Fault(part, callout, f"{kind} {key} is called twice")


def comments_are_there(parts: Sequence[Part]) -> Iterator[Fault]:
    """Every reference to a comment leads to one."""
    defined = yield from _defined(parts, "comment", "comments")
    for part in parts:
        for tag in ("commentReference", "commentRangeStart"):
            for sign in part.root.iter(f"{W}{tag}"):
                if (key := sign.get(f"{W}id", "")) not in defined:
                    yield Fault(part, sign, f"comment {key} is called and not there")


def _defined(parts: Sequence[Part], kind: str, root: str) -> Generator[Fault, None, set[str]]:
    """Yields the faults of the definitions; returns the ids that are defined."""
    ids: set[str] = set()
    for part in parts:
        if part.root.tag == f"{W}{root}":
            for note in part.root.iterchildren(f"{W}{kind}"):
                key = note.get(f"{W}id", "")
                if key in ids:
                    yield Fault(part, note, f"{kind} {key} is there twice")
                ids.add(key)
    return ids
