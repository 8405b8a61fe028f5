"""The first page of an official XML file: masthead and closing lines, and reading aloud an element.

In: elements of an Akoma Ntoso document. Out: a ``Masthead`` and the meeting lines.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from draftkit.assemble.printed import proposal
from draftkit.model import AgendaItem, Masthead

NS = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
SPACE = re.compile(r"\s+")


def local_name(element: Any) -> str:
    """The name of an element without its namespace; "" for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def text(element: Any) -> str:
    """All characters of an element in one line; "" for none."""
    return "" if element is None else SPACE.sub(" ", "".join(element.itertext())).strip()


def masthead(cover: Any, preface: Any, root: Any) -> Masthead:
    """The masthead of a document; without a cover page, what its number and metadata tell."""
    if cover is None:
        number = "" if preface is None else text(preface.find(f".//{NS}docNumber")).rstrip(".")
        day = next((d.get("date", "") for d in root.iter(f"{NS}FRBRdate") if d.get("name") == "adoption"), "")
        return Masthead(symbol=f"A/RES/{number}" if number else "", session=_session(number), adopted=_written(day))
    inlines = [(e.get("name", ""), text(e)) for e in cover.iter(f"{NS}inline")]
    session = cover.find(f".//{NS}session")
    title = cover.find(f".//{NS}docTitle")
    line = text(title)
    sponsors = () if title is None else tuple(text(proponent) for proponent in title.iter(f"{NS}docProponent"))
    basis = next((text(e) for e in cover.iter(f"{NS}docProponent") if e.getparent() is not title), "")
    organ = next((text(a) for a in cover.iter(f"{NS}docAuthority") if a.get("refersTo") == "#issuingBody"), "")
    adopted = line.rpartition(" on ")[2] if line.startswith("Resolution") else ""
    head = Masthead(
        organ=organ or "General Assembly",
        symbol=text(cover.find(f".//{NS}docNumber")),
        distribution=text(cover.find(f".//{NS}docStatus")).removeprefix("Distr.:").strip(),
        issued=text(cover.find(f".//{NS}docDate")),
        session=int(session.get("value", "0")) if session is not None and session.get("value", "").isdecimal() else 0,
        original=next((said.removeprefix("Original:").strip() for name, said in inlines if name == "original language"), ""),
        committee=text(cover.find(f".//{NS}docCommittee")),
        agenda=_agenda(inlines),
        adopted=adopted,
        basis=basis.removeprefix("[").removesuffix("]"),
        sponsors=sponsors,
    )
    return replace(head, heading="" if line == proposal(head) else line)


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


def _session(number: str) -> int:
    head = number.partition("/")[0]
    return int(head) if head.isdecimal() else 0


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
    day = text(conclusions.find(f".//{NS}docDate"))
    whole = SPACE.sub(" ", " ".join(" ".join(p.itertext()) for p in conclusions.iter(f"{NS}p"))).strip()
    return whole.removesuffix(day).strip(), day
