"""Word-level comparison of two lines by whole tokens (design, section 7).

Words, citations with their dates, symbols, dates, hyphenated words and numbers are single tokens, so that the story is
the one a person would tell: of "71/5 of 1 November 2016 and 72/4 of 1 November 2017", with one more resolution added,
only the "and" is retyped. Ordinary and non-breaking blanks and hyphens compare equal (un-rules I10).

Example:
    >>> [(edit.op, edit.text) for edit in edits(tokens(old), tokens(new))]
    [(Op.EQUAL, 'Urges '), (Op.DELETE, 'all '), (Op.EQUAL, 'States')]
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from draftkit.assemble.printed import Run, Runs
from draftkit.un.citations import NUMBER
from draftkit.un.dates import DATE
from draftkit.un.symbols import SYMBOL

_S = r"[ \u00a0]"
_TOKEN = re.compile(
    rf"{SYMBOL}"
    rf"|(?<![\w/])(?:{NUMBER})(?![\w/])(?:{_S}of{_S}{DATE})?"
    rf"|{DATE}"
    r"|\d+(?:[,. \u00a0]\d{3})*(?:\.\d+)?(?![\d])"
    r"|[^\W\d_]+(?:[’'\-\u2011][^\W\d_]+)*(?:’s|’)?"
    r"|_{2,}|\s+|."
)
_SAME = str.maketrans({"\u00a0": " ", "\u2011": "-", "\u202f": " "})


class Op(Enum):
    """What an edit does."""

    EQUAL = 0
    DELETE = -1
    INSERT = 1


@dataclass(frozen=True, slots=True)
class Token:
    """A whole word, number, citation, blank or callout; ``key`` is what is compared, ``run`` has text and format."""

    key: str
    run: Run


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
            for match in _TOKEN.finditer(run.text):
                text = match[0]
                key = text.translate(_SAME)
                out.append(Token(key, Run(text, run.italic, run.bold, run.superscript)))
    return tuple(out)


def edits(old: Tokens, new: Tokens) -> tuple[Edit, ...]:
    """The edits that make ``new`` of ``old``, deletions before insertions."""
    if [token.key for token in old] == [token.key for token in new]:
        return (Edit(Op.EQUAL, old, new),) if old else ()
    codes: dict[str, str] = {}
    pairs = _differences(_encode(old, codes), _encode(new, codes))
    out: list[Edit] = []
    at_old = at_new = 0
    for op, length in pairs:
        taken_old = old[at_old : at_old + length] if op is not Op.INSERT else ()
        taken_new = new[at_new : at_new + length] if op is not Op.DELETE else ()
        at_old, at_new = at_old + len(taken_old), at_new + len(taken_new)
        out.append(Edit(op, taken_old, taken_new))
    return tuple(_slid(_deletions_first(out)))


def _encode(line: Tokens, codes: dict[str, str]) -> str:
    """One character for each distinct token, outside the surrogates, so that the matcher sees tokens as letters."""
    for token in line:
        if token.key not in codes:
            at = len(codes) + 0x100
            codes[token.key] = chr(at if at < 0xD800 else at + 0x800)
    return "".join(codes[token.key] for token in line)


def _differences(old: str, new: str) -> list[tuple[Op, int]]:
    from diff_match_patch import diff_match_patch

    matcher = diff_match_patch()
    matcher.Diff_Timeout = 0  # the result must not depend on the speed of the machine
    differences = matcher.diff_main(old, new, False)
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
        if edit is not None:
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
