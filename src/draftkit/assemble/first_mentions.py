"""The date of a resolution follows its first mention (un-rules D7).

A resolution has its date where it is first mentioned, and only there. When the drafter takes that paragraph out, or moves it
behind another one that mentions the resolution, that other mention is now the first, and is given the date.

Example:
    Recalling its resolution 80/902 of 9 December 2025,     (struck)
    1. Urges States to heed resolution 80/902;         ->   1. Urges States to heed resolution 80/902 of 9 December 2025;

The value of a clause that mentions a resolution first is given the date that the register has; what a drafter types is not.

Nothing else is touched: not a date that now stands twice, not a mention that never had one, not one that the drafter put in
before the first, nor where the drafter took the mention alone out of a paragraph that stays. Of these speaks the check
``undated-first-mention``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from draftkit.assemble.mentions import Cited, Mention, first_mentions, mentions
from draftkit.assemble.pieces import put_in
from draftkit.inline import flat
from draftkit.model import Block, Change, Changes, Kind, Paragraph, Resolution
from draftkit.tree import map_blocks, walk
from draftkit.un import register
from draftkit.un.citations import at
from draftkit.un.whose import is_assemblys

OURS_ALONE = 70
"""From this session on a number for which no body is named is the Assembly's: the Human Rights Council has not come so far.

Of 216 such first mentions in 300 official texts, 213 were the Assembly's; the others had lower numbers."""


def date_first_mentions(resolution: Resolution, bases: Sequence[Resolution]) -> tuple[Resolution, Changes]:
    """Date each mention that became the first because the paragraph of the first one went or moved.

    Args:
        bases: the texts that the draft may have been made from, the likeliest first: the prior rolled forward, the prior.
    """
    found = list(dict.fromkeys(_undated(resolution, bases)))
    changes = tuple(
        Change("date", Kind.CONSEQUENTIAL, mention.paragraph, mention.cited.number, f"{mention.cited.number} of {date}")
        for mention, date in found
    )
    return _dated(resolution, found), changes


def date_first_values(resolution: Resolution, values: Mapping[str, Collection[str]]) -> Resolution:
    """Date the first mentions that are values of clauses (un-rules D7); whatever is not surely the Assembly's stays.

    Args:
        values: the numbers of resolutions that the clauses were given, by the ids of the paragraphs that they filled.
    """
    if not values:
        return resolution
    text = {place.block.id: flat(place.block.content) for place in walk(resolution) if isinstance(place.block, Paragraph)}
    found = [
        (mention, date)
        for cited, mention in first_mentions(resolution).items()
        if not mention.date and cited.number in values.get(mention.paragraph, ()) and (date := register.adopted(cited.number))
        if _is_ours(text[mention.paragraph], mention.end - len(cited.number))
    ]
    return _dated(resolution, found)


def _is_ours(text: str, start: int) -> bool:
    said = is_assemblys(text, start)
    cited = at(text, start)
    return said if said is not None else bool(cited and (cited.session or 0) >= OURS_ALONE)


def _dated(resolution: Resolution, found: Sequence[tuple[Mention, str]]) -> Resolution:
    """The text with the dates put in behind their mentions."""
    by_paragraph: dict[str, list[tuple[Mention, str]]] = {}
    for mention, date in found:
        by_paragraph.setdefault(mention.paragraph, []).append((mention, date))

    def dated(block: Block) -> Block:
        if not isinstance(block, Paragraph) or block.id not in by_paragraph:
            return block
        content = block.content
        for mention, date in sorted(by_paragraph[block.id], key=lambda one: -one[0].end):
            content = put_in(content, mention.end, f" of {date}")
        return replace(block, content=content)

    return map_blocks(resolution, dated)


def _undated(resolution: Resolution, bases: Sequence[Resolution]) -> Iterator[tuple[Mention, str]]:
    """The mentions to date, in printed order, with their dates."""
    blocks = {place.block.id for place in walk(resolution)}
    standing = {(each.cited, each.paragraph) for each in mentions(resolution)}
    known = [(first_mentions(base), {(each.cited, each.paragraph) for each in mentions(base)}) for base in bases]
    for cited, mention in first_mentions(resolution).items():
        for firsts, places in () if mention.date else known:
            was = firsts.get(cited)
            if was is None or not was.date or was.paragraph == mention.paragraph:
                continue
            moved = (cited, was.paragraph) in standing and (cited, mention.paragraph) in places
            if (was.paragraph not in blocks or moved) and _is_sure(cited, was.date):
                yield mention, was.date
                break


def _is_sure(cited: Cited, date: str) -> bool:
    """Whether the register, if it knows the resolution, has the same date: a wrong one is not handed on."""
    known = "" if cited.others else register.adopted(cited.number)
    return not known or known == date.replace("\u00a0", " ")
