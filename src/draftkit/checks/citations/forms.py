"""Forms in which resolutions are cited wrongly, and what to write for them (un-rules D6).

Example:
    >>> form = FORMS[0]
    >>> match = form.pattern.search("Recalling GA resolution 79/124")
    >>> match["wrong"], form.right(match)
    ('GA resolution', 'General Assembly resolution')
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from draftkit.checks.citations.periods import LAST_IN_ROMAN, assembly_sessions, council_years, roman
from draftkit.checks.words import BLANK

_RESOLUTION = rf"\bresolutions?{BLANK}"
_OURS = rf"\b(?:its|General{BLANK}Assembly){BLANK}resolutions?{BLANK}"
_COUNCIL = rf"(?<!\band{BLANK})\bSecurity{BLANK}Council{BLANK}resolutions?{BLANK}"
_SOCIAL = rf"\bSocial{BLANK}Council{BLANK}resolutions?{BLANK}"
_YEAR = r"(?:19[4-9]\d|20\d\d)"
_NUMBER = rf"\d{{1,4}}(?:/\d|{BLANK}?\()"
_END = r"(?![\w/])"
_ORGANS = {
    "UNGA": "General Assembly",
    "GA": "General Assembly",
    "UNSC": "Security Council",
    "SC": "Security Council",
    "ECOSOC": "Economic and Social Council",
    "HRC": "Human Rights Council",
}
_SHORT = rf"\b(?P<organ>{'|'.join(_ORGANS)}){BLANK}"


@dataclass(frozen=True, slots=True)
class Form:
    """A wrong form: the group ``wrong`` of ``pattern`` gives way to what ``right`` says, "" if that is not certain.

    ``fix`` is what to do then; a text without any of the ``signs`` has no such form. ``its``: it is one only where "its" is the
    General Assembly's.
    """

    pattern: re.Pattern[str]
    right: Callable[[re.Match[str]], str]
    fix: str = ""
    signs: tuple[str, ...] = ()
    its: bool = False


def _session(match: re.Match[str]) -> str:
    number = int(match["session"])
    return f"{match['number']} ({roman(number)})" if 0 < number <= LAST_IN_ROMAN else ""


def _bracketed(match: re.Match[str]) -> str:
    return f"{match['number']} ({match['of']})"


def _year(match: re.Match[str]) -> str:
    first, last = council_years(int(match["number"]))
    return f"{match['number']} ({first})" if first == last else ""


def _parted(match: re.Match[str]) -> str:
    return f"{match['of']}/{match['number']}"


def _without_session(match: re.Match[str]) -> str:
    first, last = assembly_sessions(int(match["number"]))
    return f"{match['number']} ({roman(first)})" if first == last else ""


def _unsure(_: re.Match[str]) -> str:
    return ""


FORMS: tuple[Form, ...] = (
    # the organ and the noun: "GA resolution", "UNSCR 1325", "Res. 79/124", "resolution No. 79/124"
    Form(
        re.compile(rf"(?P<wrong>{_SHORT}(?P<noun>resolutions?|decisions?))\b"),
        lambda match: f"{_ORGANS[match['organ']]} {match['noun']}",
        signs=tuple(_ORGANS),
    ),
    Form(
        re.compile(rf"(?P<wrong>{_SHORT}[Rr]es\b\.?){BLANK}?(?=\d)"),
        lambda match: f"{_ORGANS[match['organ']]} resolution",
        signs=tuple(_ORGANS),
    ),
    Form(re.compile(rf"(?P<wrong>\bUNSCR)(?={BLANK}\d)"), lambda _: "Security Council resolution", signs=("UNSCR",)),
    Form(
        re.compile(rf"(?<![/.\w])(?<!GA{BLANK})(?<!SC{BLANK})(?<!HRC{BLANK})(?<!SOC{BLANK})(?P<wrong>[Rr]es\.)(?={BLANK}?{_NUMBER})"),
        lambda _: "resolution",
        signs=("es.",),
    ),
    Form(
        re.compile(rf"\b(?P<wrong>(?P<noun>resolutions?){BLANK}(?:[Nn]os?\.|number|#))(?={BLANK}?{_NUMBER})"),
        lambda match: match["noun"],
        signs=("o.", "os.", "number", "#"),
    ),
    # the Assembly's: "2625(XXV)", "2625 XXV", "2625 (25)", "31/16A", "S10/2", "79-124"
    Form(
        re.compile(rf"(?<![\w/.])(?P<wrong>(?P<number>\d{{1,4}}(?:{BLANK}[A-Z])?)\((?P<of>{_YEAR}|[IVX]{{1,7}})\))"), _bracketed
    ),
    Form(
        re.compile(rf"{_RESOLUTION}(?P<wrong>(?P<number>\d{{3,4}}(?:{BLANK}[A-Z])?){BLANK}(?P<of>[IVX]{{1,7}}))\b(?!\))"),
        _bracketed,
    ),
    Form(
        re.compile(rf"{_OURS}(?P<wrong>(?P<number>\d{{3,4}}(?:{BLANK}[A-Z])?){BLANK}?\((?P<session>\d{{1,2}})\))"),
        _session,
        "write the session in Roman numerals",
        its=True,
    ),
    Form(
        re.compile(rf"(?<![\w/.\-\u2011])(?P<wrong>(?P<number>\d{{2}}/\d{{1,3}})(?P<letter>[A-Z])){_END}"),
        lambda match: f"{match['number']} {match['letter']}",
    ),
    Form(
        re.compile(rf"{_RESOLUTION}(?P<wrong>(?P<kind>ES|S)(?:{BLANK}|/|{BLANK}-{BLANK})?(?P<number>\d{{1,2}}/\d{{1,3}})){_END}"),
        lambda match: f"{match['kind']}-{match['number']}",
    ),
    Form(
        re.compile(rf"{_OURS}(?P<wrong>(?P<of>\d\d)(?:[\-\u2011\u2013]|{BLANK}/{BLANK}?|/{BLANK})(?P<number>\d{{1,3}})){_END}"),
        _parted,
        its=True,
    ),
    Form(
        re.compile(rf"(?:{_OURS}|(?<!Council{BLANK}){_RESOLUTION}(?=\d+{BLANK}of{BLANK}\d{{1,2}}{BLANK}\w+{BLANK}19(?:4[6-9]|[56]\d|7[0-6])\b))(?P<wrong>(?P<number>[1-3]\d{{3}})){_END}(?!{BLANK}?\(|{BLANK}[A-Z]\b|{BLANK}[IVX]+\b|,\d)"),
        _without_session,
        'write the session behind it, "2625 (XXV)"',
        its=True,
    ),
    # the Security Council's: "2175/2014", "79/124", "2175"
    Form(
        re.compile(rf"{_COUNCIL}(?P<wrong>(?P<number>\d{{1,4}})/{_YEAR}){_END}"),
        _year,
        "write the year in brackets",
        ("Security",),
    ),
    Form(
        re.compile(rf"{_COUNCIL}(?P<wrong>\d{{1,3}}/\d{{1,3}}){_END}"),
        _unsure,
        'the Security Council has "2175 (2014)": correct the number or the organ',
        ("Security",),
    ),
    Form(
        re.compile(rf"{_COUNCIL}(?P<wrong>(?P<number>\d{{2,4}})){_END}(?!{BLANK}?\()"),
        _year,
        'write the year behind it, "2175 (2014)"',
        ("Security",),
    ),
    # the Economic and Social Council's: "47/2006", "2006-47", "79/124"
    Form(re.compile(rf"{_SOCIAL}(?P<wrong>(?P<number>\d{{1,3}})/(?P<of>{_YEAR})){_END}"), _parted, signs=("Social",)),
    Form(
        re.compile(rf"{_SOCIAL}(?P<wrong>(?P<of>{_YEAR})[\-\u2011\u2013](?P<number>\d{{1,3}})){_END}"), _parted, signs=("Social",)
    ),
    Form(
        re.compile(rf"{_SOCIAL}(?P<wrong>\d{{1,3}}/\d{{1,3}}){_END}"),
        _unsure,
        'the Economic and Social Council has "2006/47": correct the number or the organ',
        ("Social",),
    ),
)
"""Every wrong form."""
