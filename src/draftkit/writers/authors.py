"""The names under which changes are tracked.

Example:
    >>> Authors().of(Kind.CONSEQUENTIAL), Authors.one("Delegation").of(Kind.CONSEQUENTIAL)
    ('Consequential change', 'Delegation')
"""

from __future__ import annotations

from dataclasses import dataclass

from draftkit.model import Kind


@dataclass(frozen=True, slots=True)
class Authors:
    """An author for each kind of change."""

    substantive: str = "Drafter"
    technical: str = "Technical update"
    consequential: str = "Consequential change"
    editorial: str = "House style"

    @classmethod
    def one(cls, name: str) -> Authors:
        """One author for all changes."""
        return cls(name, name, name, name)

    def of(self, kind: Kind | None) -> str:
        derived = {
            Kind.TECHNICAL: self.technical,
            Kind.CONSEQUENTIAL: self.consequential,
            Kind.EDITORIAL: self.editorial,
        }
        return derived.get(kind or Kind.SUBSTANTIVE, self.substantive)
