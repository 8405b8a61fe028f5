"""Word-level comparison of two lines by whole tokens (design, section 7).

Words, citations with their dates, symbols, dates, hyphenated words and numbers are single tokens, so that the story is
the one a person would tell: of "71/5 of 1 November 2016 and 72/4 of 1 November 2017", with one more resolution added,
only the "and" is retyped. A citation's date belongs to its number: it is compared only where that stays. Ordinary and non-breaking blanks and hyphens compare equal (un-rules I10).

Example:
    >>> [(edit.op, edit.text) for edit in edits(tokens(old), tokens(new))]
    [(Op.EQUAL, 'Urges '), (Op.DELETE, 'all '), (Op.EQUAL, 'States')]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from draftkit.assemble.printed import Run, Runs
from draftkit.un.citations import NUMBER
from draftkit.un.dates import DATE
from draftkit.un.symbols import SYMBOL

_S = r"[ \u00a0]"
_TOKEN = re.compile(
    rf"(?P<symbol>{SYMBOL})"
    rf"|(?<![\w/])(?P<number>{NUMBER})(?![\w/])(?:(?P<of>{_S}of{_S})(?P<date>{DATE}))?"
    rf"|{DATE}"
    r"|\d+(?:st|nd|rd|th)\b"
    r"|\d+(?:[,. \u00a0]\d{3})*(?:\.\d+)?(?![\d])"
    r"|[^\W\d_]+(?:[’'\-\u2011][^\W\d_]+)*(?:’s|’)?"
    r"|_{2,}|\s+|."
)
_STRETCH = 4
"""What a stretch of changes costs a reader, in letters: a story of fewer changes is better than one a letter shorter."""

_SAME = str.maketrans({"\u00a0": " ", "\u2011": "-", "\u202f": " "})


class Op(Enum):
    """What an edit does."""

    EQUAL = 0
    DELETE = -1
    INSERT = 1


@dataclass(frozen=True, slots=True)
class Token:
    """A whole word, number, citation, blank or callout; ``key`` is what is compared, ``run`` has text and format.

    ``cites``: the number of a resolution or a symbol.
    """

    key: str
    run: Run
    cites: bool = False


Tokens = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of tokens; an EQUAL one has its tokens of the new text in ``new`` and of the old in ``old``."""

    op: Op
    old: Tokens = ()
    new: Tokens = ()

    @property
    def text(self) -> str:
        return "".join(token.run.text for token in self.new or self.old)


def tokens(runs: Runs, note_keys: Mapping[str, str] | None = None) -> Tokens:
    """The tokens of a line. ``note_keys`` names each note by what it is compared as; by default its id.

    A token never spans two runs: a reference or a change of italics ends a word.
    """
    out: list[Token] = []
    for run in runs:
        if run.note and not run.repeated:
            out.append(Token(f"\0{(note_keys or {}).get(run.note, run.note)}", run))
        elif run.note:
            out.append(Token(f"\1{run.text}", run))
        elif run.ref:
            out.append(Token(run.text, run))
        else:
            for text, key, cites in (part for match in _TOKEN.finditer(run.text) for part in _parted(match)):
                out.append(Token(key, Run(text, run.italic, run.bold, run.superscript), cites))
    return tuple(out)


def _parted(match: re.Match[str]) -> Iterator[tuple[str, str, bool]]:
    """A match as tokens: text, key, whether it cites. Of "71/5 of 1 November 2016" the "of" and the date are keyed by "71/5"."""
    if not match["date"]:
        yield match[0], match[0].translate(_SAME), bool(match["symbol"] or match["number"])
        return
    key = ""
    for part in (match["number"], match["of"], match["date"]):
        key += part.translate(_SAME)
        yield part, key, part == match["number"]


def edits(old: Tokens, new: Tokens) -> tuple[Edit, ...]:
    """The edits that make ``new`` of ``old``, deletions before insertions."""
    if [token.key for token in old] == [token.key for token in new]:
        return (Edit(Op.EQUAL, old, new),) if old else ()
    plain, cited = _told(old, new, _differences(old, new)), _told(old, new, _cited_first(old, new))
    return tuple(min(plain, cited, key=_cost))


def _told(old: Tokens, new: Tokens, lengths: Iterable[tuple[Op, int]]) -> list[Edit]:
    """The edits of so many tokens each, as a reader is to see them."""
    out: list[Edit] = []
    at_old = at_new = 0
    for op, length in lengths:
        taken_old = old[at_old : at_old + length] if op is not Op.INSERT else ()
        taken_new = new[at_new : at_new + length] if op is not Op.DELETE else ()
        at_old, at_new = at_old + len(taken_old), at_new + len(taken_new)
        out.append(Edit(op, taken_old, taken_new))
    return _slid(_deletions_first(out))


def _cost(found: Sequence[Edit]) -> int:
    """How much there is to read: the letters of all changes, and each change for itself."""
    return sum(len(edit.text) + _STRETCH for edit in found if edit.op is not Op.EQUAL)


def _cited_first(old: Tokens, new: Tokens) -> list[tuple[Op, int]]:
    """The differences when citations and symbols are paired before all other words (design, section 9)."""
    olds, news = ([at for at, token in enumerate(line) if token.cites] for line in (old, new))
    out: list[tuple[Op, int]] = []
    at_old = at_new = i = j = 0
    for op, count in _differences([old[at] for at in olds], [new[at] for at in news]) if olds and news else ():
        if op is Op.EQUAL:
            for here, there in zip(olds[i : i + count], news[j : j + count], strict=True):
                out += [*_differences(old[at_old:here], new[at_new:there]), (Op.EQUAL, 1)]
                at_old, at_new = here + 1, there + 1
        i, j = i + (op is not Op.INSERT) * count, j + (op is not Op.DELETE) * count
    return [*out, *_differences(old[at_old:], new[at_new:])]


def _encode(line: Sequence[Token], codes: dict[str, str]) -> str:
    """One character for each distinct token, outside the surrogates, so that the matcher sees tokens as letters."""
    for token in line:
        if token.key not in codes:
            at = len(codes) + 0x100
            codes[token.key] = chr(at if at < 0xD800 else at + 0x800)
    return "".join(codes[token.key] for token in line)


def _differences(old: Sequence[Token], new: Sequence[Token]) -> list[tuple[Op, int]]:
    from diff_match_patch import diff_match_patch

    codes: dict[str, str] = {}
    matcher = diff_match_patch()
    matcher.Diff_Timeout = 0  # the result must not depend on the speed of the machine
    differences = matcher.diff_main(_encode(old, codes), _encode(new, codes), False)
    matcher.diff_cleanupSemantic(differences)
    return [(Op(op), len(text)) for op, text in differences]


def _deletions_first(found: Sequence[Edit]) -> list[Edit]:
    """Between two equal stretches one deletion and one insertion, in this order."""
    out: list[Edit] = []
    deleted: Tokens = ()
    inserted: Tokens = ()
    for edit in (*found, None):
        if edit is not None and edit.op is not Op.EQUAL:
            deleted, inserted = deleted + edit.old, inserted + edit.new
            continue
        if deleted:
            out.append(Edit(Op.DELETE, old=deleted))
        if inserted:
            out.append(Edit(Op.INSERT, new=inserted))
        deleted = inserted = ()
        if edit is None:
            continue
        if out and out[-1].op is Op.EQUAL:
            edit = Edit(Op.EQUAL, out[-1].old + edit.old, out.pop().new + edit.new)
        out.append(edit)
    return out


def _slid(found: list[Edit]) -> list[Edit]:
    """Let a lone insertion or deletion begin with its blank or comma: "States[ of all regions]", not "[States of ]all"."""
    for at in range(1, len(found) - 1):
        before, edit, after = found[at - 1 : at + 2]
        if before.op is not Op.EQUAL or after.op is not Op.EQUAL or edit.op is Op.EQUAL:
            continue
        changed = edit.old or edit.new
        # the stretch may slide left over tokens that are equal to its own end
        steps = 0
        while steps < len(before.new) - 1 and _slides(before, changed, steps) and not _opens_well(changed, before, steps):
            steps += 1
        if steps and _opens_well(changed, before, steps):
            found[at - 1 : at + 2] = _moved(before, edit, after, steps)
    return [edit for edit in found if edit.old or edit.new]


def _window(changed: Tokens, before: Edit, steps: int) -> Tokens:
    """The changed tokens after sliding left ``steps`` tokens."""
    tail = before.new[len(before.new) - steps :] if steps else ()
    return (*tail, *changed)[: len(changed)]


def _slides(before: Edit, changed: Tokens, steps: int) -> bool:
    window = _window(changed, before, steps)
    return before.new[-1 - steps].key == window[-1].key


def _opens_well(changed: Tokens, before: Edit, steps: int) -> bool:
    return _window(changed, before, steps)[0].key in (" ", ",", ";")


def _moved(before: Edit, edit: Edit, after: Edit, steps: int) -> list[Edit]:
    """The three edits with ``steps`` tokens handed from ``before`` to the change, and as many from its end to ``after``."""
    kept = Edit(Op.EQUAL, before.old[:-steps], before.new[:-steps])
    if edit.op is Op.INSERT:
        whole = (*before.new[-steps:], *edit.new)
        slid = Edit(Op.INSERT, new=whole[: len(edit.new)])
        grown = Edit(Op.EQUAL, (*before.old[-steps:], *after.old), (*whole[len(edit.new) :], *after.new))
    else:
        whole = (*before.old[-steps:], *edit.old)
        slid = Edit(Op.DELETE, old=whole[: len(edit.old)])
        grown = Edit(Op.EQUAL, (*whole[len(edit.old) :], *after.old), (*before.new[-steps:], *after.new))
    return [kept, slid, grown]
