"""Footnote callouts in running text: signs that a person sees, and digits that a PDF glued to the words.

In: chunks and the notes put aside. Out: the chunks with each callout as a token (``CALLOUT`` key ``CALLOUT``), and findings
for what is not certain. A sign always counts; a bare digit only if it is the number of a note, and the better the sooner:

    Secretary-General,1        glued to a sign or a word
    27 February 20043          the year 2004 with note 3
    Twenty-first Century, 1    parted by a blank: only where the note is called nowhere else

Example:
    >>> mark_callouts([Chunk("its resolution of 24 May 20043 on", 1)], notes)[0][0].text
    'its resolution of 24 May 2004\\ue0003\\ue000 on'
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from draftkit.model import Finding, Findings, Severity
from draftkit.readers.page.forms import SUPERSCRIPTS
from draftkit.readers.page.page import CALLOUT, Chunk, PrintedNote
from draftkit.readers.text.notes import superscript_digits

_BRACED = re.compile(r"\$?\^\{([\d, ]{1,20})\}\$?|<sup>([\d, ]{1,20})</sup>|\$\^(\d{1,3})\$")
_SIGNS = re.compile(rf"[{SUPERSCRIPTS}]+(?:, ?[{SUPERSCRIPTS}]+)*")
_UNIT = re.compile(r"(?<![A-Za-z])[kcmdh]?m$")
"""Before a superscript, a unit of area or volume: "km²"."""
_MARKED = re.compile(r"(?<!\\)\[\^?([^\]\[\s^]{1,40})\](?!\()")
_TOKEN = re.compile(r"\S+")
_YEAR = re.compile(r"((?:.{0,60}[-–\u2011(“])?(?:19|20)\d\d)(\d{1,2})([,;:.)”’\"]*)")
_GLUED = re.compile(r"(.*[^\d])(\d{1,3})([,;:.)”’\"]*)")
_ALONE = re.compile(r"(\d{1,3})([,;:.)”’\"]*)")
_WORD = re.compile(r"[(“‘\"*]*[^\W\d_]{2,}(?:[-\u2011'’/][^\W\d_]+)*[a-zà-ÿ]")
_BELOW_THOUSAND = re.compile(r"(?<!\d)\d{1,3},$")
_ACRONYM = re.compile(r"[A-Z]{4}$")
_ABBREVIATED = re.compile(r"(?:^|[^A-Za-z])(?:paras?|chap|sect|vol|art|arts|nos?|add|rev|corr|fig|p|pp)\.$", re.IGNORECASE)
_NUMBERED = "paragraph paragraphs subparagraph article articles chapter section item items annex no. nos. rule table part parts"
_COUNTING = "of to and or from in by at for between than about some until version phase category round"
_COUNTED = frozenset(f"{_NUMBERED} {_COUNTING}".split())
"""Words after which a number counts or names something, and calls no note."""
_LONGEST_TOKEN = 80
STRONG, LIKELY, WEAK = range(3)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Digits that may be a callout: characters ``start`` to ``end`` of a chunk; ``strength`` 0 is the surest."""

    chunk: int
    start: int
    end: int
    key: str
    strength: int


def mark_callouts(parts: Sequence[Chunk], notes: Sequence[PrintedNote]) -> tuple[list[Chunk], Findings]:
    """The chunks with their callouts as tokens, and what is doubtful."""
    known = {note.key for note in notes}
    findings: list[Finding] = []
    signed = [_signed(chunk, known, findings) for chunk in parts]
    called = {key for chunk in signed for key in chunk.text.split(CALLOUT)[1::2]}
    digits = {key for key in known - called if key.isdecimal()}
    if not digits:
        return signed, tuple(findings)
    lines = {note.key: note.line for note in reversed(notes)}
    candidates = _candidates(signed, known if not called else digits)
    chosen = _chosen(candidates, {key: lines[key] for key in digits}, [chunk.line for chunk in signed], repeats=not called)
    for candidate in chosen:
        if candidate.strength == WEAK:
            around = signed[candidate.chunk].text[max(0, candidate.start - 30) : candidate.end]
            message = f'"{around}" is read as a callout of note {candidate.key}'
            findings.append(Finding("unclear-callout", Severity.WARNING, message, line=signed[candidate.chunk].line))
    return _inserted(signed, chosen), tuple(findings)


def _signed(chunk: Chunk, known: set[str], findings: list[Finding]) -> Chunk:
    """The chunk with callouts that have a sign of their own turned into tokens."""

    def braced(match: re.Match[str]) -> str:
        digits = match[1] or match[2] or match[3]
        return digits.translate(_TO_SUPERSCRIPT) if all(n.strip() in known for n in digits.split(",")) else match[0]

    def signs(match: re.Match[str]) -> str:
        if _UNIT.search(match.string[max(0, match.start() - 4) : match.start()]):
            return match[0]
        keys = [superscript_digits(key.strip()) for key in match[0].split(",")]
        if all(key in known for key in keys):
            return ",".join(f"{CALLOUT}{key}{CALLOUT}" for key in keys)
        message = f'the callout "{match[0]}" has no note; its number is kept as characters'
        findings.append(Finding("lost-note", Severity.WARNING, message, line=chunk.line))
        return match[0]

    def marked(match: re.Match[str]) -> str:
        return f"{CALLOUT}{match[1]}{CALLOUT}" if match[1] in known else match[0]

    text = chunk.text
    if "^" in text or "<sup>" in text:
        text = _BRACED.sub(braced, text)
    text = _SIGNS.sub(signs, text)
    if "[" in text:
        text = _MARKED.sub(marked, text)
    return replace(chunk, text=text) if text != chunk.text else chunk


_TO_SUPERSCRIPT = str.maketrans("0123456789", SUPERSCRIPTS)


def _candidates(parts: Sequence[Chunk], keys: set[str]) -> Iterator[_Candidate]:
    for at, chunk in enumerate(parts):
        before = ""
        for token in _TOKEN.finditer(chunk.text):
            word = token[0]
            if len(word) <= _LONGEST_TOKEN and any(c.isdecimal() for c in word):
                found = _glued(word) or _apart(word, before, chunk.text[token.end() : token.end() + 2])
                if found and found[1] in keys:
                    start = token.start() + found[0]
                    yield _Candidate(at, start, start + len(found[1]), found[1], found[2])
            before = word


def _glued(word: str) -> tuple[int, str, int] | None:
    """Where the callout begins in a word it is glued to, its number and its strength."""
    if year := _YEAR.fullmatch(word):
        return year.start(2), year[2], STRONG
    match = _GLUED.fullmatch(word)
    if not match:
        return None
    body, digits = match[1], match[2]
    last = body[-1]
    if last in ",;:”’\"":
        thousands = last == "," and len(digits) == 3 and _BELOW_THOUSAND.search(body)
        return None if thousands else (match.start(2), digits, STRONG)
    if last == ")":
        return match.start(2), digits, STRONG
    if last == ".":
        plain = len(body) > 3 and _WORD.fullmatch(body[:-1]) and not _ABBREVIATED.search(body)
        return (match.start(2), digits, STRONG) if plain else None
    if last.isalpha() and _WORD.fullmatch(body):
        return match.start(2), digits, STRONG
    return (match.start(2), digits, LIKELY) if _ACRONYM.search(body) else None


def _apart(word: str, before: str, after: str) -> tuple[int, str, int] | None:
    """A number standing alone: a callout at best where the words before it count nothing."""
    match = _ALONE.fullmatch(word)
    if not match or not before or before.lower() in _COUNTED:
        return None
    if before[-1] in ",;:.”’":
        return 0, match[1], LIKELY if not after.strip() or after.strip()[0].islower() else WEAK
    return 0, match[1], WEAK


def _chosen(
    candidates: Iterator[_Candidate], wanted: Mapping[str, int], lines: Sequence[int], *, repeats: bool
) -> list[_Candidate]:
    """For each note its best candidate in the order of the numbers, and the sure ones that call it again (un-rules E3).

    ``wanted`` has the line of each note, ``lines`` that of each chunk: a note stands below what calls it first.
    """
    by_key: dict[str, list[_Candidate]] = {}
    for candidate in candidates:
        by_key.setdefault(candidate.key, []).append(candidate)
    chosen: list[_Candidate] = []
    reached = (-1, -1)
    for key in sorted(wanted, key=int):
        mine = by_key.get(key, [])
        later = [c for c in mine if (c.chunk, c.start) > reached] or [c for c in mine if c.strength == STRONG]
        later = [c for c in later if lines[c.chunk] <= wanted[key]] or later
        if not later:
            continue
        first = min(later, key=lambda c: (c.strength, c.chunk, c.start))
        reached = max(reached, (first.chunk, first.start))
        chosen.append(first)
        if repeats:
            chosen += [c for c in mine if c.strength == STRONG and c is not first]
    return sorted(chosen, key=lambda c: (c.chunk, c.start))


def _inserted(parts: Sequence[Chunk], chosen: Sequence[_Candidate]) -> list[Chunk]:
    out = list(parts)
    by_chunk: dict[int, list[_Candidate]] = {}
    for candidate in chosen:
        by_chunk.setdefault(candidate.chunk, []).append(candidate)
    for at, found in by_chunk.items():
        text, done = out[at].text, 0
        pieces: list[str] = []
        for candidate in found:
            stretch = text[done : candidate.start]
            pieces += [stretch.rstrip(" ") if candidate.strength else stretch, CALLOUT, candidate.key, CALLOUT]
            done = candidate.end
        out[at] = replace(out[at], text="".join([*pieces, text[done:]]))
    return out
