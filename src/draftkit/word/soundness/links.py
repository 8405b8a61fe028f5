"""Rules of relationships: an id that a part uses is defined, and what it leads to is there (ECMA-376 part 2, 6.5)."""

from __future__ import annotations

from collections.abc import Iterator

from draftkit.word.package import R
from draftkit.word.soundness.parts import Fault, Part


def links_lead_somewhere(part: Part) -> Iterator[Fault]:
    """r:id, r:embed, r:link and whatever else is an id of a relationship."""
    for value in part.root.xpath("//@r:*", namespaces={"r": R.strip("{}")}):
        if value and value not in part.links:
            yield Fault(part, value.getparent(), f"the relationship {value} is not defined")
        elif value and (target := part.links[value]) and target not in part.others:
            yield Fault(part, value.getparent(), f"the relationship {value} leads to {target}, which is not there")
