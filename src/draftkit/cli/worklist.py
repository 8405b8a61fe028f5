"""The work plan of a text that was rolled, as the person at the terminal reads it: what to check and decide, place by place.

Example:
    Done: 3 changes (session 2, citation 1)
    Check: 2
      masthead: symbol: A/RES/79/126 -> A/C.6/82/L.___; agenda item: 80 -> ___ (a blank to fill in)
      footnote 1 (considered-report): A/80/1755 -> A/82/___ (a blank to fill in)
    Decide: 1
      paragraph 12 (welcomes-meeting): held in Nairobi on 3 and 4 June 2025 (a date or year of the old session)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from draftkit.cli.terminal import say
from draftkit.steering import visible

if TYPE_CHECKING:
    from draftkit.roll.plan.worklist import Entry, Passage, Worklist

LONGEST = 60
"""So many characters of a text are shown; the rest is in the JSON and in the report."""


def print_worklist(worklist: Worklist, verbose: bool = False) -> None:
    """Print the plan on standard error; what is done only as numbers, unless ``verbose``."""
    for line in lines(worklist, verbose):
        say(click.style(line, bold=True) if not line.startswith(" ") else line)  # click takes it off in a pipe


def lines(worklist: Worklist, verbose: bool = False) -> Iterator[str]:
    """The lines of the plan: a heading for each group that is not empty, under it a line for each task."""
    from draftkit.roll.plan.worklist import Group

    done, check, decide = (worklist.count(group) for group in (Group.DONE, Group.CHECK, Group.DECIDE))
    families = Counter(entry.rule.partition("/")[0] for entry in worklist.entries if entry.group is Group.DONE)
    listed = ", ".join(f"{family} {count}" for family, count in families.most_common())
    yield f"Done: {done} {'change' if done == 1 else 'changes'}{f' ({listed})' if listed else ''}"
    if verbose:
        yield from _tasks(worklist, Group.DONE)
    for group, count in ((Group.CHECK, check), (Group.DECIDE, decide)):
        yield f"{group.capitalize()}: {count}"
        yield from _tasks(worklist, group)


def _tasks(worklist: Worklist, group: str) -> Iterator[str]:
    for passage in worklist.passages:
        for joined in worklist.joined(passage):
            entries = [worklist.entries[at] for at in joined]
            if entries[0].group == group:
                yield visible(_task(passage, entries))


def _task(passage: Passage, entries: Sequence[Entry]) -> str:
    """A task on a line: the place, what became of what, and why a person is asked."""
    place = passage.place
    if passage.paragraph != place:
        place += f" ({passage.paragraph.removeprefix('note ')})"
    entry = entries[0]
    counted = Counter(_said(each) for each in entries)
    said = "; ".join(f"{words} ({count} times)" if count > 1 else words for words, count in counted.items())
    offer = f"; perhaps {entry.offer}" if entry.offer else ""
    why = f"({entry.why}{offer})" if entry.why else f"[{entry.rule}]"
    return f"  {place}: {said} {why}" if said else f"  {place}: {entry.why}{offer}"


def _said(entry: Entry) -> str:
    if entry.kind is None:
        return shortened(entry.text, entry.old)
    line = f"{entry.line}: " if entry.line else ""
    if not entry.new:
        return f"{line}{shortened(entry.old)} taken out"
    return f"{line}{shortened(entry.old)} -> {shortened(entry.new)}" if entry.old else f"{line}{shortened(entry.new)} put in"


def shortened(text: str, phrase: str = "") -> str:
    """A text in few characters: about the phrase in it, else its beginning.

    Example:
        >>> shortened("… contact points, held in Nairobi on 3 and 4 June 2025, and takes note of the summary …", "4 June 2025")
        '… points, held in Nairobi on 3 and 4 June 2025, and takes …'
    """
    text, phrase = " ".join(text.split()), " ".join(phrase.split())
    if len(text) <= LONGEST:
        return text
    at = max(text.find(phrase), 0)
    before = max(LONGEST - len(phrase), 0) * 2 // 3
    first = text.rfind(" ", 0, at - before) + 1 if at > before else 0
    end = first + LONGEST
    last = len(text) if end >= len(text) else max(text.rfind(" ", first + 1, end), 0) or end
    front = "… " if first and text[first] != "…" else ""
    back = " …" if last < len(text) and text[last - 1] != "…" else ""
    return f"{front}{text[first:last]}{back}"
