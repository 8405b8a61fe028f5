"""reference-direction: "above" and "below" say where the paragraph referred to stands (un-rules D1)."""

from __future__ import annotations

from collections.abc import Iterator

from draftkit.assemble import numbers
from draftkit.assemble.directions import direction_of, order, printed_list, ref_lists
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.model import Finding, Severity


@rule("DK303", "D1", Severity.ERROR, bad="paragraph 9 below", good="paragraph 9 above")
def reference_direction(subject: Subject) -> Iterator[Finding]:
    """ "Above" follows a reference to what stands before, "below" one to what comes after (un-rules D1).

    An earlier subparagraph of the same paragraph stands above. In drafts the assembler puts the word right, unless the
    paragraphs stand on both sides.
    """
    places, paths, place = order(subject.resolution), numbers.paths(subject.resolution), subject.names
    for passage in subject.contents:
        for found in ref_lists(passage.content):
            known = passage.owner in places and all(target in paths for target in found.targets)
            right = direction_of(passage.owner, found.targets, places)
            if not found.word or not known or right == found.word:
                continue
            printed = f"{printed_list(passage.content, found, paths.get(passage.owner, ()), paths)} {found.word}"
            if right:
                message, fix = f"{place[passage.owner]} says \"{printed}\" of what stands {right}", f'write "{right}"'
            elif passage.owner in found.targets:
                message, fix = f"{place[passage.owner]} says \"{printed}\" of itself", "name another paragraph"
            else:
                message = f"{place[passage.owner]} says \"{printed}\" of paragraphs on both sides of it"
                fix = "name those above and those below apart"
            yield Finding("reference-direction", Severity.ERROR, message, passage.owner, fix)
