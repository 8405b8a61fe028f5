"""Word-level comparison of two lines by whole tokens (design, section 7).

The story is the one a person would tell: of "71/5 of 1 November 2016 and 72/4 of 1 November 2017", with one more
resolution added, only the "and" is retyped.

Example:
    >>> [(edit.op, edit.text) for edit in edits(tokens(old), tokens(new))]
    [(Op.EQUAL, 'Urges '), (Op.DELETE, 'all '), (Op.EQUAL, 'States')]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from draftkit.compare.story import told
from draftkit.compare.tokens import Edit, Op, RunToken, T, Token, Tokens, tokens

_STRETCH = 4
"""What a stretch of changes costs a reader, in letters: a story of fewer changes is better than one a letter shorter."""

LARGEST = 60_000
"""Pairs of tokens (old times new) that diff-match-patch, which is written in Python, is given to compare."""

BEYOND = 400_000_000
"""Pairs of tokens beyond which two stretches are one deletion and one insertion: no paragraph is so long, an attack is."""


def edits(old: tuple[T, ...], new: tuple[T, ...]) -> tuple[Edit[T], ...]:
    """The edits that make ``new`` of ``old``, deletions before insertions."""
    if [token.key for token in old] == [token.key for token in new]:
        return (Edit(Op.EQUAL, old, new),) if old else ()
    found = (_differences(old, new), _first(_is_telling, old, new), _first(_is_word, old, new))
    return tuple(min((_told(old, new, lengths) for lengths in found), key=_cost))


def _told(old: tuple[T, ...], new: tuple[T, ...], lengths: Iterable[tuple[Op, int]]) -> list[Edit[T]]:
    """The edits of so many tokens each, as a reader is to see them."""
    out: list[Edit[T]] = []
    at_old = at_new = 0
    for op, length in lengths:
        taken_old = old[at_old : at_old + length] if op is not Op.INSERT else ()
        taken_new = new[at_new : at_new + length] if op is not Op.DELETE else ()
        at_old, at_new = at_old + len(taken_old), at_new + len(taken_new)
        out.append(Edit(op, taken_old, taken_new))
    return told(out)


def _cost(found: Iterable[Edit[T]]) -> int:
    """How much there is to read: the letters of all changes, and each change for itself."""
    return sum(len(edit.text) + _STRETCH for edit in found if edit.op is not Op.EQUAL)


def _first(chosen: Callable[[Token], bool], old: Sequence[Token], new: Sequence[Token]) -> list[tuple[Op, int]]:
    """The differences when the chosen tokens are paired before all others (design, section 9: citations first)."""
    olds, news = ([at for at, token in enumerate(line) if chosen(token)] for line in (old, new))
    out: list[tuple[Op, int]] = []
    at_old = at_new = i = j = 0
    for op, count in _differences([old[at] for at in olds], [new[at] for at in news]) if olds and news else ():
        if op is Op.EQUAL:
            for here, there in zip(olds[i : i + count], news[j : j + count], strict=True):
                out += [*_between(old[at_old:here], new[at_new:there]), (Op.EQUAL, 1)]
                at_old, at_new = here + 1, there + 1
        i, j = i + (op is not Op.INSERT) * count, j + (op is not Op.DELETE) * count
    return [*out, *_between(old[at_old:], new[at_new:])]


def _between(old: Sequence[Token], new: Sequence[Token]) -> list[tuple[Op, int]]:
    """The differences between two words, mostly of one blank and another."""
    if not (old and new):
        return [(op, len(line)) for op, line in ((Op.DELETE, old), (Op.INSERT, new)) if line]
    if len(old) == len(new) == 1:
        return [(Op.EQUAL, 1)] if old[0].key == new[0].key else [(Op.DELETE, 1), (Op.INSERT, 1)]
    return _differences(old, new)


def _is_telling(token: Token) -> bool:
    return token.telling


def _is_word(token: Token) -> bool:
    return token.solid or token.key[:1].isalnum()


def _encode(line: Sequence[Token], codes: dict[str, str]) -> str:
    """One character for each distinct token, outside the surrogates, so that the matcher sees tokens as letters."""
    for token in line:
        if token.key not in codes:
            at = len(codes) + 0x100
            codes[token.key] = chr(at if at < 0xD800 else at + 0x800)
    return "".join(codes[token.key] for token in line)


def _differences(old: Sequence[Token], new: Sequence[Token]) -> list[tuple[Op, int]]:
    """The least differences, in tokens: (what, how many)."""
    codes: dict[str, str] = {}
    one, other = _encode(old, codes), _encode(new, codes)
    pairs = len(one) * len(other)
    if one == other:
        return [(Op.EQUAL, len(one))] if one else []
    if pairs > BEYOND:
        return [(Op.DELETE, len(one)), (Op.INSERT, len(other))]
    return _matched(one, other) if pairs <= LARGEST else _matched_long(one, other)


def _matched(old: str, new: str) -> list[tuple[Op, int]]:
    from diff_match_patch import diff_match_patch

    matcher = diff_match_patch()
    matcher.Diff_Timeout = 0  # the result must not depend on the speed of the machine
    return [(Op(op), len(text)) for op, text in matcher.diff_main(old, new, False)]


def _matched_long(old: str, new: str) -> list[tuple[Op, int]]:
    """The same for lines so long that a matcher in Python would take seconds over them."""
    from rapidfuzz.distance import Indel

    out: list[tuple[Op, int]] = []
    for code in Indel.opcodes(old, new):
        struck, written = code.src_end - code.src_start, code.dest_end - code.dest_start
        out += [(Op.EQUAL, struck)] if code.tag == "equal" else [(Op.DELETE, struck), (Op.INSERT, written)]
    return [(op, count) for op, count in out if count]


__all__ = ["Edit", "Op", "RunToken", "Token", "Tokens", "edits", "tokens"]
