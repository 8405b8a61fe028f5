"""Citations that look stale after the roll-forward, for a person: with what has the same title now, where that is known.

In: the text of a paragraph as rolled, what was changed in it, the step and what may be the last iteration. Out: where each
stands, why it is shown, the rule and the offer.

    Recalling its resolution 77/40 of 7 December 2022      citation/latest-of, offer "79/40 of 2 December 2024"
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from draftkit.roll.finders.citations import OLDEST, PINPOINT, dated_as, newer_of, next_of
from draftkit.roll.finders.councils import may_have_moved
from draftkit.roll.lineage import before, is_own, plain_number, series_of, session_of
from draftkit.roll.step import Step
from draftkit.un import register
from draftkit.un.citations import Citation, lists
from draftkit.un.symbols import BLANK

Shown = tuple[int, int, str, str, str]  # start, end, why, rule, offer
_B = r"[ \u00a0]"
_LATEST = re.compile(rf"\b(?:latest|most{_B}recent(?:ly)?)\b[^;.]{{0,60}}$")
_PARAGRAPH = re.compile(rf"\bparagraphs?{_B}(?P<numbers>\d[^,;.]{{0,30}}?){_B}of{_B}[^,;.]{{3,25}}$")

_AND_BLANK = re.compile(rf"\ufffc?{_B}and{_B}{BLANK}")


def citations_left(text: str, new: Collection[int], step: Step, last: tuple[str, ...]) -> Iterator[Shown]:
    """The citations of a paragraph that a person must look at; ``new``: the places of what rules put in."""
    for cited in lists(text):
        final = cited[-1]
        if may_have_moved(cited, text, step):
            if not _AND_BLANK.match(text, final.end):
                yield final.start, final.end, "there may be a newer one; the register does not know it", "citation/other-body", ""
        elif is_own(cited, text):
            yield from _of_assembly(cited, text, new, step, last)


def _of_assembly(
    cited: tuple[Citation, ...], text: str, new: Collection[int], step: Step, last: tuple[str, ...]
) -> Iterator[Shown]:
    final = cited[-1]
    number = plain_number(final)
    if len(last) > 1 and number in last:
        why = f"one of {len(last)} that may be the last iteration: {', '.join(last)}"
        yield final.start, final.end, why, "citation/candidates", ""
    elif final.start in new:
        words = before(text, final.start)
        paragraph = _PARAGRAPH.search(words)
        if PINPOINT.search(words) and not (paragraph and final.start - len(words) + paragraph.start("numbers") in new):
            yield final.start, final.end, "the paragraph number was that of the older text", "citation/pinpoint-left", ""
    elif newest := _newest(final, text, step):
        newer = dated_as(newest, register.adopted(newest) or step.adopted, True)
        says = ", and this one is called the latest" if _LATEST.search(before(text, cited[0].start)) else ""
        offer = newer if final.date else newest
        yield final.start, final.end, f"a newer resolution has the same title: {newer}{says}", "citation/latest-of", offer


def _newest(citation: Citation, text: str, step: Step) -> str:
    """The newest text with the title of a cited one; of the own series the next; "" if it is the last."""
    number = plain_number(citation)
    if newer := newer_of(citation, text, step):
        return newer[-1]
    series = series_of(citation, text)
    own = bool(series) and register.fold(register.title(series[-1])) == register.fold(step.title)
    near = step.session - OLDEST <= session_of(number) <= step.session
    return (next_of(number, step) or step.number) if own and near and number != step.number else ""
