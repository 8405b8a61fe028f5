"""Rules of fields: begin, separate and end belong together, whether changes are accepted or rejected (17.16.18)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from draftkit.word.package import W
from draftkit.word.soundness.parts import CONTAINERS, Fault, Part

_STORIES = tuple(f"{W}{name}" for name in ("txbxContent", "footnote", "endnote", "comment", "body", "hdr", "ftr"))
_GONE = {"accepted": {"del", "moveFrom"}, "rejected": {"ins", "moveTo"}}
_Sign = tuple[Any, frozenset[str]]
"""A sign of a field, and the changes that it stands in."""


def fields_are_whole(part: Part) -> Iterator[Fault]:
    """In both readings each field begins, separates once at most, and ends; its signs stand in changes of the same kind."""
    stories: dict[Any, list[_Sign]] = {}
    for sign in part.root.iter(f"{W}fldChar"):
        stories.setdefault(next(sign.iterancestors(*_STORIES), part.root), []).append((sign, _changes(sign)))
    for signs in stories.values():
        for way, gone in _GONE.items():
            yield from _torn(part, [(sign, kinds) for sign, kinds in signs if not kinds & gone], way)


def _changes(sign: Any) -> frozenset[str]:
    kinds: set[str] = set()
    for around in sign.iterancestors():
        if around.tag == f"{W}txbxContent":
            break
        if around.tag in CONTAINERS:
            kinds.add(around.tag.rpartition("}")[2])
        elif around.tag == f"{W}tr" and (properties := around.find(f"{W}trPr")) is not None:
            kinds |= {tag.rpartition("}")[2] for tag in CONTAINERS if properties.find(tag) is not None}
    return frozenset(kinds)


def _torn(part: Part, signs: Iterable[_Sign], way: str) -> Iterator[Fault]:
    opened: list[list[_Sign]] = []
    for sign, kinds in signs:
        kind = sign.get(f"{W}fldCharType")
        if kind == "begin":
            opened.append([(sign, kinds)])
        elif not opened or (kind == "separate" and len(opened[-1]) > 1):
            yield Fault(part, sign, f"{way}, a field has a sign too many ({kind})")
        else:
            opened[-1].append((sign, kinds))
            if kind == "end" and len({k for _, k in opened.pop()}) > 1:
                yield Fault(part, sign, "the signs of a field stand in changes of different kinds")
    yield from (Fault(part, field[0][0], f"{way}, a field has no end") for field in opened)
