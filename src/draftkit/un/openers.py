"""Opening words of paragraphs: the register, and the cycle bare / also / further (un-rules B1, B3, C1, C3, J).

A *lead* is the italic phrase a paragraph opens with; its *base* is the lead without "also" and "further"; its *step*
says which of the two it has (0, 1, 2). A preamble puts the adverb behind the verb, an operative part before it.

Example:
    >>> base("Further requests"), step("Further requests"), form("Recalling", 1, Where.PREAMBULAR)
    ('Requests', 2, 'Recalling also')
    >>> expected_steps(["Welcomes", "Also welcomes", "Notes", "Welcomes"], ["", "", "", ""])
    [0, 1, 0, 0]
"""

from __future__ import annotations

import csv
import difflib
import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache

from draftkit.resources import folder


class Where(StrEnum):
    """The two lists of paragraphs that have an opening word; equal to the plain words "preambular", "operative"."""

    PREAMBULAR = "preambular"
    OPERATIVE = "operative"


ADVERBS = ("", "also", "further")
"""The adverb of each step of the cycle. "Again" is not part of it (B3)."""

_ADVERB = re.compile(r",? ?\b(also|further)\b", re.IGNORECASE)
_FRONT_ADVERBS = re.compile(r"\A(?:(?:\w+ly|once again|once more) )+", re.IGNORECASE)
_BEHIND_FIRST_WORD = ("Having ", "Reaffirming its ")
"""Beginnings of preambular phrases in which the adverb follows the first word: "Having also considered"."""

_ADDRESSEE_VERBS = frozenset(("appeals", "calls", "encourages", "invites", "requests", "urges"))
_LONGEST = 120
"""A longer "lead" is a paragraph set in italics; looking for its likeness would only take time."""


@cache
def register() -> Mapping[str, Mapping[str, int]]:
    """How often each lead occurs in the resolutions of sessions 78 to 80, by place and lead; those seen once left out."""
    found: dict[str, dict[str, int]] = {where: {} for where in Where}
    with (folder("data") / "openers.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found[row["part"]][row["lead"]] = int(row["count"])
    return found


@cache
def _bases(part: str) -> frozenset[str]:
    return frozenset(map(base, register()[part]))


def is_known(lead: str, part: str) -> bool:
    """Whether a lead, or its base, opens paragraphs of that part ("preambular" or "operative") in adopted texts."""
    return lead in register()[part] or base(lead) in _bases(part)


def opens_like_a_preamble(lead: str) -> bool:
    """Whether a paragraph opens with a participle: "Having considered" heads a section of an operative part as well (B1)."""
    return is_known(lead, Where.PREAMBULAR) and not is_known(lead, Where.OPERATIVE)


def nearest(lead: str, part: str) -> str:
    """The known base most like an unknown lead, "" if none is like it."""
    if len(lead) > _LONGEST:
        return ""
    alike = sorted(known for known in _bases(part) if known[:1] == base(lead)[:1])
    return next(iter(difflib.get_close_matches(base(lead), alike, n=1, cutoff=0.75)), "")


def base(lead: str) -> str:
    """The lead without its adverb: "Also urges" and "Further urges" are "Urges"."""
    bare = _ADVERB.sub("", lead, count=1).lstrip(", ")
    return bare[:1].upper() + bare[1:]


def step(lead: str) -> int:
    """Where in the cycle a lead stands: 0 bare, 1 also, 2 further."""
    match = _ADVERB.search(lead)
    return ADVERBS.index(match[1].lower()) if match else 0


def form(base: str, step: int, part: str) -> str:
    """The lead of a base at a step of the cycle (0, 1 or 2) in a "preambular" or "operative" paragraph (B3, C3)."""
    adverb = ADVERBS[step]
    if not adverb or not base:
        return base
    if part == Where.OPERATIVE:
        return f"{adverb.capitalize()} {base[0].lower()}{base[1:]}"
    if base.startswith(_BEHIND_FIRST_WORD):
        first, rest = base.split(" ", 1)
        return f"{first} {adverb} {rest}"
    return f"{base} {adverb}"


def is_addressee(base: str) -> bool:
    """Whether an operative base addresses somebody (C3): "Urges", "Strongly encourages", not "Calls for"."""
    words = _FRONT_ADVERBS.sub("", base, count=1).lower().split()
    return bool(words) and words[0] in _ADDRESSEE_VERBS and words[1:2] != ["for"]


def expected_steps(leads: Sequence[str], addressees: Sequence[str]) -> list[int | None]:
    """The step that each of a run of paragraphs should have, ``None`` where a paragraph has no lead (B3, C3).

    A run is what stands between two section headings. The cycle goes on while the base stays the same and, with a
    verb that addresses somebody, the addressee too; anything else begins it anew.

    Args:
        leads: the leads of the paragraphs in order, "" for a paragraph without one.
        addressees: whom each paragraph addresses, "" where that does not matter or is not known.
    """
    expected: list[int | None] = []
    previous, count = ("", ""), 0
    for lead, addressee in zip(leads, addressees, strict=True):
        bare = base(lead)
        current = (bare, addressee if is_addressee(bare) else "")
        count = count + 1 if current == previous else 0
        previous = current
        expected.append(count % len(ADVERBS) if bare else None)
    return expected
