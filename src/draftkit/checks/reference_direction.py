"""reference-direction: "above" and "below" say where the paragraph referred to stands (un-rules D1)."""

from __future__ import annotations

from collections.abc import Iterator

from draftkit.assemble import numbers
from draftkit.assemble.directions import direction_of, order, printed_list, ref_lists
from draftkit.checks.places import names, read_contents
from draftkit.model import Finding, Resolution, Severity


def reference_direction(resolution: Resolution) -> Iterator[Finding]:
    """ "Above" follows a reference to what stands before, "below" one to what comes after (un-rules D1)."""
    places, paths, place = order(resolution), numbers.paths(resolution), names(resolution)
    for owner, content in read_contents(resolution):
        for found in ref_lists(content):
            known = owner in places and all(target in paths for target in found.targets)
            right = direction_of(owner, found.targets, places)
            if not found.word or not known or right == found.word:
                continue
            printed = f"{printed_list(content, found, paths.get(owner, ()), paths)} {found.word}"
            if right:
                message, fix = f"{place[owner]} says \"{printed}\" of what stands {right}", f'write "{right}"'
            elif owner in found.targets:
                message, fix = f"{place[owner]} says \"{printed}\" of itself", "name another paragraph"
            else:
                message = f"{place[owner]} says \"{printed}\" of paragraphs on both sides of it"
                fix = "name those above and those below apart"
            yield Finding("reference-direction", Severity.ERROR, message, owner, fix)
