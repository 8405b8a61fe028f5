r"""The kind of blanks and hyphens that new words take: that of the words they replace, else that of words like them beside these.

Official texts keep a day beside its month by a blank at which no line breaks, and some keep ordinals whole. Such a character
says nothing (``un.spelling``), but a list in which the last date alone is parted otherwise looks wrong in print.

Example:
    >>> in_kind("9 March 2026", "7\u00a0May 2024", "dated 7\u00a0May 2024, of")
    '9\xa0March 2026'
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_RARE = re.compile("[\u00a0\u202f\u2011]")
_JOINT = re.compile("[ \u00a0\u202f\\-\u2011]")
_HYPHENS = "-\u2011"
_LAST, _FIRST = re.compile(r"[^\s\-\u2011]*\Z"), re.compile(r"[^\s\-\u2011]*")
_LONGEST = 40
"""Characters of a word that are looked at."""

_Context = tuple[bool, str, str]
"""What a blank or hyphen stands between: whether it is a hyphen, and the sorts of the words before and after."""


def in_kind(new: str, old: str, text: str) -> str:
    """The new words with the blanks and hyphens of ``old``, the words of ``text`` that they replace.

    One by one where both have as many; else as words of the same sorts are parted. What stands between words that are parted
    nowhere else, or now so, now so, stays as it is.
    """
    if not _RARE.search(text + new):
        return new
    out, places, olds = list(new), list(_joints(new)), list(_joints(old))
    if [context[0] for _, context in places] == [context[0] for _, context in olds]:
        for (at, _), (was, _) in zip(places, olds, strict=True):
            out[at] = old[was]
        return "".join(out)
    own, around = _kinds(old), _kinds(text)
    for at, context in places:
        kinds = own.get(context) or around.get(context, set())
        if len(kinds) == 1:
            out[at] = next(iter(kinds))
    return "".join(out)


def _kinds(text: str) -> dict[_Context, set[str]]:
    """The characters that stand in each context of a text."""
    found: dict[_Context, set[str]] = {}
    for at, context in _joints(text):
        found.setdefault(context, set()).add(text[at])
    return found


def _joints(text: str) -> Iterator[tuple[int, _Context]]:
    for match in _JOINT.finditer(text):
        start, end = match.span()
        hyphen = match[0] in _HYPHENS
        before, after = _LAST.search(text, max(0, start - _LONGEST), start), _FIRST.match(text, end, end + _LONGEST)
        yield start, (hyphen, _sort(before[0] if before else "", hyphen), _sort(after[0] if after else "", hyphen))


def _sort(word: str, hyphen: bool) -> str:
    """What a word is like: a number, a citation, a name; other words are like nothing but themselves, unless a hyphen joins."""
    bare = word.strip(",.;:()[]“”‘’\ufffc")
    if bare[:1].isdigit():
        return "7/7" if "/" in bare else "7"
    if bare[:1].isupper():
        return "A"
    return "a" if hyphen and bare else bare
