"""The named rules of the roll-forward (``data/roll_rules.csv``): what each does, why, and how far it can be trusted.

Whoever adds a rule adds its row; ``bench/rolls.py --write`` puts in how many times it was applied to official pairs of
texts and how many times the Assembly did the same. The confidence of a change is that share.

Example:
    >>> rule("session/next").confidence > 0.9, rule("session/next").family
    (True, 'session')
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from draftkit.model import Kind
from draftkit.resources import folder

ENOUGH = 10
"""A share of fewer cases than these says little; until then the rule's own estimate counts."""

DONE = 0.9
"""From this confidence on a change counts as done; below it a person should check it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name ("session/next"), what it does and why in a sentence, and the rule of the texts behind it ("D11").

    ``applied`` and ``followed`` count places in official pairs; ``estimate`` is between 0 and 1.
    """

    name: str
    kind: Kind
    reason: str
    source: str
    estimate: float
    applied: int = 0
    followed: int = 0

    @property
    def family(self) -> str:
        """What kind of token the rule is about: "session", "citation"."""
        return self.name.partition("/")[0]

    @property
    def confidence(self) -> float:
        """The share of places in which the Assembly did the same, to two digits; never quite 0."""
        share = self.followed / self.applied if self.applied >= ENOUGH else self.estimate
        return max(round(share, 2), 0.01)


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its name, in the order in which the documentation lists them."""
    with (folder("data") / "roll_rules.csv").open(encoding="utf-8", newline="") as lines:
        return MappingProxyType({row["rule"]: _read(row) for row in csv.DictReader(lines)})


def rule(name: str) -> Rule:
    """The rule of a name; a name without a row is a mistake of whoever wrote the rule."""
    return rules()[name]


def _read(row: Mapping[str, str]) -> Rule:
    return Rule(
        row["rule"],
        Kind(row["kind"]),
        row["reason"],
        row["source"],
        float(row["estimate"]),
        int(row["applied"] or 0),
        int(row["followed"] or 0),
    )
