"""The forms of the blocks of a resolution in plain text: what each looks like, in one table of patterns.

In: a text, with or without Markdown's marks. Out: whether it is a title line, a label, a heading, a closing line ...

Example:
    >>> label("(a) All States to report"), is_meeting("47th plenary meeting"), is_heading("A. Oceans")
    (('(a)', 'All States to report'), True, True)
"""

from __future__ import annotations

import re
from functools import lru_cache

from draftkit.readers.page.page import CALLOUT
from draftkit.un import dates, labels, openers
from draftkit.un.symbols import BLANK

_LIST_MARK = re.compile(r"[-+*•] +(?=\(|\d)")
_LABEL = re.compile(rf"({labels.LABEL.pattern}|\d{{1,3}} (?:bis|ter|quater)\.)[ \u00a0]+(?=\S)")
_ESCAPED_NUMBER = re.compile(r"(\d{1,3})\\\.")
_NUMBER = re.compile(r"(\d{1,3})\.")
_LOW = re.compile(r"(?:[a-z]|[ivx]{2,4})\.")
_TITLE = re.compile(r"((?:(?:ES|S)-)?\d{1,3}/\d{1,3})\.[ \u00a0]+(?=\S)|((?:(?:ES|S)-)?\d{1,3}/\d{1,3})\.$")
_FORMULA = re.compile(r"T(?i:he (?:General Assembly|Security Council|Economic and Social Council),?)")
_MEETING = re.compile(
    r"(?:\d{1,3}(?:st|nd|rd|th)|_{2,}) (?:\(?[a-z]{1,20}\)? )?(?:plenary )?meeting|\d{1,3}e séance(?: plénière)?", re.IGNORECASE
)
_FRENCH_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_DATE = re.compile(rf"{dates.DATE}|(?:1er|\d{{1,2}}) (?:{_FRENCH_MONTHS}) \d{{4}}")
"""A few texts of the Official Records were put out in French among the English ones."""
_ANNEX = re.compile(r"(?:Annex|Appendix|Enclosure)(?: (?:[IVXL]{1,6}|\d{1,2}|[A-Z]))?")
PART = r"[A-Z](?:[-\u2013][A-Z])?"
"""A regular expression for the letter of a part, or of several: "A", "A-C"."""

_PART = re.compile(PART)
_ROMAN_ALONE = re.compile(r"[IVXL]{1,7}")
_LETTERED = re.compile(r"(?:[A-Z]|[IVXL]{1,7})\.[ \u00a0]+\S")
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""The signs of notes, digit by digit."""
_THOUSANDS = re.compile(r"(?<!\d)\d{1,3},\d{3}$")
_CLOSERS = "*_”’\"')] \u00a0"
_LONGEST_HEADING = 200
_LONGEST_LEAD = 9
"""Words; one more than the longest opening phrase on record."""

ENDS = ",;:."


def bare(text: str) -> str:
    """A text without the marks around it: bold, italics, the signs of a Markdown heading."""
    return text.lstrip("# ").strip("* \u00a0")


def unbold(text: str) -> str:
    """A heading's text without the marks that make it bold."""
    if text.startswith("#"):
        return text.lstrip("#").rstrip("#").strip()
    return text[2:-2].strip() if is_bold(text) else text


def label(text: str) -> tuple[str, str]:
    """The label that a paragraph begins with ("", "3.", "(a)") and the rest."""
    head = text[:12]
    if mark := _LIST_MARK.match(head):
        return _labelled(text[mark.end() :]) if _LABEL.match(text[mark.end() : mark.end() + 12]) else ("", text)
    return _labelled(text)


def _labelled(text: str) -> tuple[str, str]:
    head = _ESCAPED_NUMBER.sub(r"\1.", text[:6], count=1)
    match = _LABEL.match(head + text[6:16])
    if not match:
        return "", text
    return match[1], (head + text[6:])[match.end() :]


def number(printed: str) -> int | None:
    """The value of a paragraph's number, "12." is 12."""
    match = _NUMBER.fullmatch(printed)
    return int(match[1]) if match else None


def is_low(printed: str) -> bool:
    """A label of the third or fourth degree, "a." or "ii.", which running text may begin with by chance."""
    return bool(_LOW.fullmatch(printed))


def title_number(text: str) -> tuple[str, str]:
    """The number before a title and the title: "59/37. Consideration of ..."."""
    whole = unbold(text)
    match = _TITLE.match(whole)
    return (match[1] or match[2], whole[match.end() :]) if match else ("", text)


def is_formula(text: str) -> bool:
    """The organ's line that a body begins with (un-rules A2)."""
    return len(text) < 60 and bool(_FORMULA.fullmatch(text.replace("*", "").strip()))


def is_meeting(text: str) -> bool:
    """The first closing line (un-rules A7)."""
    return len(text) < 60 and bool(_MEETING.fullmatch(bare(text)))


def is_date(text: str) -> bool:
    """A date and nothing else."""
    return len(text) < 30 and bool(_DATE.fullmatch(bare(text)))


def is_adopted(text: str) -> bool:
    """The second closing line: a date, or the blank for one."""
    return is_date(text) or bare(text) == BLANK


def is_annex(text: str) -> bool:
    """The label of an annex, alone on its line."""
    return len(text) < 40 and bool(_ANNEX.fullmatch(bare(text)))


def is_part(text: str) -> bool:
    """The letter of a part of a composite resolution, alone on its line."""
    return len(text) < 12 and bool(_PART.fullmatch(bare(text)))


def is_roman(text: str) -> bool:
    """The Roman numeral of a section, alone on its line (un-rules A11)."""
    return len(text) < 20 and bool(_ROMAN_ALONE.fullmatch(bare(text)))


def is_bold(text: str) -> bool:
    """Markdown for a heading: the whole in bold, or with its signs in front."""
    if text.startswith("#"):
        return text.lstrip("#").startswith(" ")
    return len(text) > 4 and text.startswith("**") and text.endswith("**") and "**" not in text[2:-2].strip("*")


def is_heading(text: str) -> bool:
    """What stands alone, is short and neither numbered nor ended like a paragraph: a heading, for lack of bold."""
    if is_bold(text):
        return True
    words = bare(text)
    if not words or len(words) > _LONGEST_HEADING or label(words)[0] or ends(words) or not words[0].isupper():
        return False
    return is_roman(words) or bool(_LETTERED.match(words)) or not (lead(words, "preambular") or lead(words, "operative"))


def stands_alone(text: str) -> bool:
    """Whether a text is of a form that never runs on into the next."""
    return any(form(text) for form in _ALONE)


def is_row(text: str) -> bool:
    """A row of a table: cells parted by " | "."""
    return " | " in text or (text.startswith("|") and text.endswith("|") and len(text) > 1)


_ALONE = (is_formula, is_row, is_meeting, is_date, is_annex, is_part, is_bold, is_roman)


def ends(text: str) -> bool:
    """Whether a text ends as a paragraph does, its callouts and closing marks left aside."""
    return ending(text) in ENDS


def ending(text: str) -> str:
    """The sign that a text ends with, its callouts and closing marks left aside; "x" for a letter or none."""
    tail = text[-40:]
    while tail:
        shorter = tail.rstrip(_CLOSERS + SUPERSCRIPTS)
        if shorter.endswith(CALLOUT):
            shorter = shorter[:-1].rpartition(CALLOUT)[0]
        elif shorter.endswith("}") and "^{" in shorter:
            shorter = shorter.rpartition("^{")[0]
        elif shorter[-1:].isdecimal():  # a callout glued to the sign before it: "Secretary-General,1", "1999,[2]"
            stripped = shorter.rstrip("0123456789 [^")
            glued = stripped[-1:] in ENDS and len(shorter) - len(stripped) < 6 and not _THOUSANDS.search(shorter)
            shorter = stripped if glued else shorter
        if shorter == tail:
            break
        tail = shorter
    return tail[-1] if tail and tail[-1] in ENDS else "x"


def lead(text: str, part: str) -> str:
    """The longest known opening phrase, "" if none, of a "preambular" or "operative" paragraph; marks are left aside.

    The longest wins, but what follows a phrase already known is not part of it: "Takes note of", "Stresses the importance"
    and, in an operative part, "Encourages further" are read without their ends (un-rules B1, C3).
    """
    opening = text[:200].replace("*", "").replace("\u00a0", " ")
    return _lead(opening, part) if opening[:1].isupper() else ""


@lru_cache(maxsize=4096)
def _lead(opening: str, part: str) -> str:
    words = opening.split(" ")[:_LONGEST_LEAD]
    phrases = (" ".join(words[:count]).rstrip(",;:.") for count in range(len(words), 0, -1))
    known = [phrase for phrase in phrases if phrase and openers.is_known(phrase, part)]
    loose = _LOOSE_ENDS[part]
    return next((phrase for phrase in known if not loose.search(phrase)), known[0] if known else "")


_LOOSE_ENDS = {
    "preambular": re.compile(r" (?:of|to)$| the "),
    "operative": re.compile(r" (?:of|to|also|further)$| the "),
}
"""Ends that an opening phrase has only where nothing shorter is known."""
