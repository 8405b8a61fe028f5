"""What the rules of the texts are called: ``data/rule_sources.csv`` has the titles of docs/rules.md.

Example:
    >>> sources("D11 H")
    (Source(label='D11', title='Ordinals of sessions'), Source(label='H', title='Cadence'))
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from draftkit.resources import folder


@dataclass(frozen=True, slots=True)
class Source:
    """A rule of the texts: its label in docs/rules.md and what it is called there, "" where it has no entry."""

    label: str
    title: str = ""


def sources(labels: str) -> tuple[Source, ...]:
    """The rules that a row of ``data/roll_rules.csv`` names, "D11 H"."""
    return tuple(Source(label, titles().get(label, "")) for label in labels.split())


@cache
def titles() -> Mapping[str, str]:
    """The title of every rule of the texts by its label."""
    with (folder("data") / "rule_sources.csv").open(encoding="utf-8", newline="") as lines:
        return MappingProxyType({row["label"]: row["title"] for row in csv.DictReader(lines)})
