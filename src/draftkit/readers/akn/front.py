"""The first page of an official XML file: its masthead, and the closing lines of an adopted text.

In: elements of an Akoma Ntoso document. Out: a ``Masthead``, and the closing lines.

Example:
    >>> closing(conclusions)  # <conclusions><p>47th plenary meeting<eol/><docDate>4 December 2024</docDate></p></conclusions>
    ('47th plenary meeting', '4 December 2024')
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import replace
from typing import Any

from draftkit.assemble.masthead import proposal
from draftkit.model import AgendaItem, Masthead
from draftkit.readers.akn.elements import NS, SPACE, local_name, text, whole_number
from draftkit.un import sessions

_DISTRIBUTION = re.compile(r"Distr\.\s*:?\s*")
_ORIGINAL = re.compile(r"Original\s*:?\s*")
_SESSION = re.compile(rf"(?P<ordinal>{sessions.ORDINAL})\s+session", re.IGNORECASE)
GENERAL_ASSEMBLY = "General Assembly"
SYMBOLS = {
    GENERAL_ASSEMBLY: "A/RES/",
    "Security Council": "S/RES/",
    "Economic and Social Council": "E/RES/",
    "Human Rights Council": "A/HRC/RES/",
}
"""The organs whose resolutions have a symbol of their own, and how it begins (un-rules F)."""


def masthead(cover: Any, preface: Any, root: Any) -> Masthead:
    """The masthead of a document; without a cover page, what its number, its metadata and the organ's line tell."""
    if cover is None:
        return _without_cover(preface, root)
    inlines = [(e.get("name", ""), text(e)) for e in cover.iter(f"{NS}inline")]
    title = cover.find(f".//{NS}docTitle")
    line = text(title)
    sponsors = () if title is None else tuple(text(proponent) for proponent in title.iter(f"{NS}docProponent"))
    head = Masthead(
        organ=text(_issuing_body(cover)) or _organ_of_formula(root),
        symbol=text(cover.find(f".//{NS}docNumber")),
        distribution=_DISTRIBUTION.sub("", text(cover.find(f".//{NS}docStatus")), count=1),
        issued=text(cover.find(f".//{NS}docDate")),
        session=_session_of(cover.find(f".//{NS}session")),
        original=next((_ORIGINAL.sub("", said, count=1) for name, said in inlines if name == "original language"), ""),
        committee=text(cover.find(f".//{NS}docCommittee")),
        agenda=_agenda(inlines),
        adopted=line.rpartition(" on ")[2] if line.startswith("Resolution") else "",
        basis=text(_basis(cover, title)).removeprefix("[").removesuffix("]"),
        sponsors=sponsors,
        others=tuple(_others(cover, title)),
    )
    return replace(head, heading="" if line == proposal(head) else line)


def _without_cover(preface: Any, root: Any) -> Masthead:
    number = "" if preface is None else text(preface.find(f".//{NS}docNumber")).rstrip(".")
    day = next((d.get("date", "") for d in root.iter(f"{NS}FRBRdate") if d.get("name") == "adoption"), "")
    organ = _organ_of_formula(root)
    session = whole_number(number.partition("/")[0]) if organ == GENERAL_ASSEMBLY else 0
    symbol = f"{SYMBOLS[organ]}{number}" if number and organ in SYMBOLS else number
    return Masthead(organ, symbol, session=session if session <= sessions.HIGHEST else 0, adopted=_written(day))


def _organ_of_formula(root: Any) -> str:
    """The organ as its line before the preamble names it ("The Security Council,")."""
    said = text(next(root.iter(f"{NS}formula"), None)).removesuffix(",").removeprefix("The ")
    return said if said in SYMBOLS else GENERAL_ASSEMBLY


def _issuing_body(cover: Any) -> Any:
    return next((body for body in cover.iter(f"{NS}docAuthority") if body.get("refersTo") == "#issuingBody"), None)


def _basis(cover: Any, title: Any) -> Any:
    return next((one for one in cover.iter(f"{NS}docProponent") if one.getparent() is not title), None)


def _session_of(element: Any) -> int:
    """The number of a session of the Assembly; 0 for another's ("2023 session"), which stays a line of its own."""
    value = 0 if element is None else whole_number(element.get("value"))
    if 0 < value <= sessions.HIGHEST:
        return value
    written = _SESSION.fullmatch(text(element))
    return sessions.number(written["ordinal"]) or 0 if written else 0


_ONCE = ("docNumber", "docStatus", "docDate", "docTitle", "docCommittee")
_NAMED = frozenset({"original language", "agenda item", "agenda item name"})


def _others(cover: Any, title: Any) -> Iterator[str]:
    """What the cover page says besides the fields of a masthead, a line for each paragraph."""
    known = {cover.find(f".//{NS}{name}") for name in _ONCE} | {_issuing_body(cover), _basis(cover, title)}
    known |= {body for body in cover.iter(f"{NS}docAuthority") if body.get("refersTo") == "#publisher"}
    known |= {one for one in cover.iter(f"{NS}inline") if one.get("name") in _NAMED}
    session = cover.find(f".//{NS}session")
    if _session_of(session):
        known.add(session)

    lines = [_said(cover, {*known, *cover}), *(_said(paragraph, known) for paragraph in cover if paragraph not in known)]
    yield from filter(None, (SPACE.sub(" ", line).strip() for line in lines))


def _said(element: Any, left_out: Container[Any]) -> str:
    """The characters of an element without those of some elements in it; a blank where a line ends."""
    inside = ((" " if child in left_out else _said(child, left_out)) + (child.tail or "") for child in element)
    apart = " " if local_name(element) in ("p", "eol", "br") else ""
    return f"{apart}{element.text or ''}{''.join(inside)}{apart}"


def _agenda(inlines: list[tuple[str, str]]) -> tuple[AgendaItem, ...]:
    """The agenda items; a title belongs to the number before it, further titles stand alone."""
    items: list[AgendaItem] = []
    for name, said in inlines:
        if name == "agenda item" and said:
            items.append(AgendaItem(said.removeprefix("Agenda items").removeprefix("Agenda item").strip()))
        elif name == "agenda item name" and said:
            if items and not items[-1].title:
                items[-1] = replace(items[-1], title=said)
            else:
                items.append(AgendaItem("", said))
    return tuple(items)


def _written(day: str) -> str:
    from datetime import date

    from draftkit.un import dates

    try:
        return dates.format(date.fromisoformat(day))
    except ValueError:
        return ""


def closing(conclusions: Any) -> tuple[str, str]:
    """The meeting and the date under an adopted text (un-rules A7)."""
    if conclusions is None:
        return "", ""
    day = conclusions.find(f".//{NS}docDate")
    return SPACE.sub(" ", _said(conclusions, {day})).strip(), text(day)
