"""Footnotes that name a report of the old session name one of the coming session, its number left blank (un-rules E8).

    A/79/143.                                           A/81/___.
    A/79/143 and A/79/143/Add.1.                        A/81/___.
    A/79/142 and A/79/145.                              A/81/___ and A/81/___.
    A/79/975-E/2025/82.                                 A/81/___-E/2027/___.
    A/79/157 (Part I), A/79/207, sect. II.              A/81/___ (Part I), A/81/___, sect. II.
    A/79/6 (Sect. 26), A/79/7/Add.9.                    A/81/6 (Sect. 26), A/81/7/Add.___.
    A/77/93, A/78/514 and A/79/496.                     A/77/93, A/78/514, A/79/496 and A/81/___.
    A/79/___. A/C.6/79/L.___.                           A/81/___. A/C.6/81/L.___.
    A/79/144; see also A/77/181 and A/78/93.            A/81/___; see also A/77/181, A/78/93 and A/79/144.
    Official Records of the General Assembly,           Official Records of the General Assembly,
    Seventy-ninth Session, Supplement No. 33 (A/79/33). Eighty-first Session, Supplement No. 33 (A/81/33).

The first numbers of a session are the Official Records': they are the same each year. A note that says more than that (an
annex, "See ...", a supplement cited for the resolutions in it) is left for a person to look at; a blank of the old session that
nobody filled in is one of the coming session wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from draftkit.model import Resolution
from draftkit.roll.edits import Edit, Finder
from draftkit.roll.finders.sessions import like
from draftkit.roll.step import Step
from draftkit.un import sessions
from draftkit.un.symbols import BLANK, modified

OFFICIAL = 60
"""Below this number the documents of a session are the reports of the Official Records, with the same number each year."""

_NUMBER = rf"(?:\d+|{BLANK})"
_MODIFIER = rf"(?:/(?:Add|Rev|Corr)\.{_NUMBER})*"
_SHORT = rf"(?:(?:,|,? and) (?:Add|Corr|Rev)\.{_NUMBER})*"
_ITEM = (
    rf"(?>A/\d{{2,3}}/{_NUMBER}{_MODIFIER}(?: \((?:[Pp]art|Sect)\b[^()]*\){_MODIFIER})?"
    rf"(?:[-\u2010\u2011\u2013\u2014][ES]/\d{{4}}/{_NUMBER}{_MODIFIER})?)"  # atomic: long lists fail at once
)
_PARTED = re.compile(
    rf"A/(?P<session>\d+)/(?P<number>{_NUMBER})(?P<first>{_MODIFIER})(?:(?P<part> \([^()]*\))(?P<modifiers>{_MODIFIER}))?"
    rf"(?:(?P<hyphen>[-\u2010\u2011\u2013\u2014])(?P<organ>[ES])/(?P<year>\d{{4}})/{_NUMBER}{_MODIFIER})?"
)
_LIST = rf"{_ITEM}{_SHORT}(?:(?:,|,? and) {_ITEM}{_SHORT})*"
_BARE = re.compile(rf"(?P<see>See )?(?P<list>{_LIST})(?P<pinpoint>, sects?\. [IVXLC]+[^;]{{0,30}}?)?\.?")
_EACH = re.compile(rf"{_ITEM}|(?:Add|Corr|Rev)\.{_NUMBER}")
_GROWING = re.compile(rf"(?:See |[^;(]*\()?(?P<list>{_LIST})\)?\.?")
_SEE_ALSO = re.compile(rf"(?P<main>{_ITEM}); see also (?P<list>{_LIST})\.?")
_OWN_SERIES = frozenset({"3", "53", "53A"})
"""Supplements cited for the resolutions and declarations printed in them: they stay (Economic and Social Council, Human
Rights Council)."""


@dataclass(frozen=True, slots=True)
class _Report:
    """A symbol in a list, in its parts; ``text`` is the whole."""

    text: str
    session: int
    number: str
    added: bool
    part: str
    organ: str
    year: int


def reports_of(resolution: Resolution, step: Step) -> Finder:
    """Roll the symbols of reports in footnotes."""
    supplement = re.compile(
        rf"(?:See |see )?(?:Official Records of the General Assembly|Ibid\.), (?:(?P<session>{sessions.ORDINAL}) Session, )?"
        rf"Supplement No\. (?P<number>\w+) \(A/(?P<symbol>{step.session})/\w+{_MODIFIER}\)(?P<pinpoint>, [^;()]*)?\.?",
        re.IGNORECASE,
    )

    blank = re.compile(rf"\bA/(?:C\.\d/)?(?P<session>{step.session})/(?:L\.)?{BLANK}")

    def find(_: str, text: str) -> Iterator[Edit]:
        spaced = text.replace("\u00a0", " ")
        edits = list(whole(spaced))
        yield from edits
        for match in blank.finditer(spaced):
            start, end = match.span("session")
            if all(end <= edit.start or edit.end <= start for edit in edits):
                yield Edit(start, end, str(step.coming), "report/symbol")

    def whole(spaced: str) -> Iterator[Edit]:
        if match := supplement.fullmatch(spaced):
            yield from _supplement(match, spaced, step)
        elif match := _SEE_ALSO.fullmatch(spaced):
            yield from _see_also(match, step)
        elif match := _BARE.fullmatch(spaced):
            yield from _bare(match, step) or _growing(match, step)
        elif match := _GROWING.fullmatch(spaced):
            yield from _growing(match, step)

    return find


# --- Symbols -------------------------------------------------------------------------------------------------------


def _reports(listed: str) -> list[_Report]:
    found = []
    for match in _PARTED.finditer(listed):
        added = "Add" in match["first"] + (match["modifiers"] or "")
        year = int(match["year"] or 0)
        part = match["part"] or ""
        found.append(_Report(match[0], int(match["session"]), match["number"], added, part, match["organ"] or "", year))
    return found


def _rolled(report: _Report, step: Step) -> str:
    """The symbol of the coming report: "A/81/___", with all that is the same each year."""
    number = report.number if report.number != BLANK and int(report.number) < OFFICIAL else BLANK
    added = f"/Add.{BLANK}" if report.added else ""
    second = f"-{report.organ}/{report.year + step.cadence}/{BLANK}" if report.organ else ""
    return f"A/{step.coming}/{number}{added}{report.part}{second}"


def _bare(match: re.Match[str], step: Step) -> list[Edit]:
    """A note of reports of the old session alone; an addendum beside its report goes."""
    reports = _reports(match["list"])
    if {report.session for report in reports} != {step.session}:
        return []
    if match["see"] and not (reports[0].organ == "S" or match["pinpoint"]):
        return []
    kept = [
        report
        for at, report in enumerate(reports)
        if not any((each.number, each.part) == (report.number, report.part) and not each.added for each in reports[:at])
    ]
    return [Edit(*match.span("list"), _joined([_rolled(report, step) for report in kept]), "report/symbol")]


def _growing(match: re.Match[str], step: Step) -> list[Edit]:
    """A list of the reports of several sessions, which goes on."""
    if not _goes_on(_reports(match["list"]), step):
        return []
    return _appended(match, f"A/{step.coming}/{BLANK}")


def _goes_on(reports: list[_Report], step: Step) -> bool:
    found = sorted({report.session for report in reports})
    ends = bool(found) and reports[-1].session == found[-1] == step.session
    return ends and (len(found) > 2 or (len(found) == 2 and found[0] < step.session - 1))


def _see_also(match: re.Match[str], step: Step) -> list[Edit]:
    """A report of the old session, with those before it: it joins them."""
    (main,) = _reports(match["main"])[:1]
    if main.session != step.session:
        return []
    return [Edit(*match.span("main"), _rolled(main, step), "report/symbol"), *_appended(match, match["main"])]


def _appended(match: re.Match[str], new: str) -> list[Edit]:
    """The list with one more report at its end, and every symbol in it in full (un-rules E6)."""
    symbols: list[str] = []
    whole = ""
    for symbol in _EACH.findall(match["list"]):
        symbols.append(symbol if symbol.startswith("A/") else modified(whole, symbol))
        whole = symbol if symbol.startswith("A/") else whole
    return [Edit(*match.span("list"), _joined([*symbols, new]), "report/list")]


def _joined(symbols: list[str]) -> str:
    return " and ".join(part for part in (", ".join(symbols[:-1]), symbols[-1]) if part)


# --- Supplements ---------------------------------------------------------------------------------------------------

_PARAGRAPHS = re.compile(r"(?<=paras\. )\d+(?:(?:[-\u2013]|, | and )\d+)*|(?<=para\. )\d+")


def _supplement(match: re.Match[str], text: str, step: Step) -> Iterator[Edit]:
    session = match["session"]
    if match["number"].upper() in _OWN_SERIES or (session and sessions.number(session) != step.session):
        return
    if session:
        yield Edit(*match.span("session"), like(session, step.coming), "report/supplement")
    yield Edit(*match.span("symbol"), str(step.coming), "report/supplement")
    if match["pinpoint"]:
        for paragraph in _PARAGRAPHS.finditer(match["pinpoint"]):
            at = match.start("pinpoint")
            yield Edit(at + paragraph.start(), at + paragraph.end(), BLANK, "report/paragraph")
