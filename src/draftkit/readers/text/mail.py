"""What a mail put around and into a text, taken away: quote marks, a signature, the signs of "quoted-printable".

In: the lines of a text. Out: the same without them, a finding for every line left out and one for the
codes.

Example:
    >>> lines, findings = without_mail(clean_lines("On Monday A. Lee wrote:\\n> Recalling the\\n> State=E2=80=99s decision,"))
    >>> [line.text for line in lines], findings[0].message
    (['', 'Recalling the', 'State’s decision,'], 'left out as a part of a mail: "On Monday A. Lee wrote:"')
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from draftkit.model import Finding, Findings, Severity
from draftkit.readers.text.lines import Line

_QUOTE = re.compile(r"[ \u00a0]{0,3}(?:>[ \u00a0]?){1,50}")
_WROTE = re.compile(r"(?:On |Le |Am |El )?.{0,200}\b(?:wrote|a écrit|schrieb|escribió)[ \u00a0]?:")
_ORIGINAL = re.compile(r"-{3,} ?(?:Original|Forwarded) [Mm]essage ?-{3,}|-{3,}-+ Forwarded message -+")
_SIGNATURE = ("--", "-- ")
_LONGEST_SIGNATURE = 15
"""Lines; what is longer after "-- " is text."""

_CODE = re.compile(r"=([0-9A-F]{2})")
_CODES = re.compile(r"(?:=[0-9A-F]{2})+")
_FEWEST_CODES = 2


def without_mail(lines: Sequence[Line]) -> tuple[list[Line], Findings]:
    """The lines as they were before they were mailed."""
    kept, findings = _without_signature(lines)
    kept, more = _unquoted(kept)
    kept, decoded = _printable(kept)
    return kept, (*findings, *more, *decoded)


def _without_signature(lines: Sequence[Line]) -> tuple[list[Line], Findings]:
    at = next((at for at in range(len(lines) - 1, -1, -1) if lines[at].text in _SIGNATURE), None)
    rest = [line for line in lines[at + 1 :] if line.bare] if at is not None else []
    if at is None or len(rest) > _LONGEST_SIGNATURE or any(line.text.startswith((">", "[")) for line in rest):
        return list(lines), ()
    return list(lines[:at]), tuple(_left_out(line) for line in rest)


def _unquoted(lines: Sequence[Line]) -> tuple[list[Line], Findings]:
    """The lines without their quote marks, and without the line that says who wrote them."""
    quoted = [at for at, line in enumerate(lines) if line.text.lstrip(" \u00a0").startswith(">")]
    if len(quoted) * 4 < sum(bool(line.bare) for line in lines):
        quoted = []
    before = quoted[0] if quoted else min(5, len(lines))
    out: list[Line] = []
    findings: list[Finding] = []
    for at, line in enumerate(lines):
        said = line.bare if len(line.text) < 300 else ""
        if at < before and (_ORIGINAL.fullmatch(said) or (quoted and _WROTE.fullmatch(said))):
            findings.append(_left_out(line))
            out.append(Line(line.number, ""))
        elif quoted and (match := _QUOTE.match(line.text)):
            out.append(replace(line, text=line.text[match.end() :]))
        else:
            out.append(line)
    return out, tuple(findings)


def _left_out(line: Line) -> Finding:
    return Finding("unread-line", Severity.INFO, f'left out as a part of a mail: "{line.bare}"', line=line.number)


def _printable(lines: Sequence[Line]) -> tuple[list[Line], Findings]:
    """The lines with the codes of "quoted-printable" as characters, if the text has them: "=C2=A0", "=" at a line's end."""
    coded = sum(len(_CODE.findall(line.text)) for line in lines if "=" in line.text)
    if coded < _FEWEST_CODES:
        return list(lines), ()
    soft = sum(line.text.endswith("=") for line in lines) > 1
    out: list[Line] = []
    pieces: list[str] = []
    first: Line | None = None
    for line in lines:
        first = first or line
        if soft and line.text.endswith("="):
            pieces.append(line.text[:-1])
            continue
        out.append(replace(first, text=_CODES.sub(_character, "".join([*pieces, line.text]))))
        pieces, first = [], None
    if first:
        out.append(replace(first, text=_CODES.sub(_character, "".join(pieces))))
    codes = dict.fromkeys(code[0] for line in lines for code in _CODES.finditer(line.text) if _character(code) != code[0])
    message = f"codes of a mail were read as characters: {', '.join(codes)}"
    return out, (Finding("mended-characters", Severity.INFO, message),) if codes else ()


def _character(match: re.Match[str]) -> str:
    data = bytes.fromhex(match[0].replace("=", ""))
    try:
        found = data.decode("utf-8")
    except UnicodeDecodeError:
        found = data.decode("cp1252", errors="replace")
    return found if found.isprintable() or found.isspace() else match[0]
