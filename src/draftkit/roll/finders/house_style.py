"""House style that has changed since the last text (un-rules I10): editorial changes, made only where they are asked for.

    States parties to the Convention        States Parties to the Convention        (from session 80)
    health-care workers                     healthcare workers                      (from session 80)

They say nothing new and are none of the drafter's: the redline tracks them under a name of their own, so that a reader
of the substance can pass over them. Quotations keep their words. What each says, and from which session on official texts
write it, is in ``draftkit.un.house_style``.
"""

from __future__ import annotations

from collections.abc import Iterator

from draftkit.model import Resolution
from draftkit.roll.edits import Edit, Finder
from draftkit.roll.step import Step
from draftkit.un.house_style import usages
from draftkit.un.wording import QUOTED

RULE = "house-style"


def house_style_of(_: Resolution, step: Step) -> Finder:
    """Write the words as official texts of the coming session do."""
    wanted = [usage for usage in usages() if usage.session <= step.coming]

    def find(place: str, text: str) -> Iterator[Edit]:
        taken = {at for quote in QUOTED.finditer(text) for at in range(*quote.span())}
        for usage in wanted:
            for match in usage.pattern.finditer(text):
                if taken.isdisjoint(range(*match.span("old"))):
                    taken.update(range(*match.span("old")))
                    yield Edit(*match.span("old"), usage.like(match["old"]), RULE)

    return find
