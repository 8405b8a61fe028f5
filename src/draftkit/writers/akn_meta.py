"""The head of an Akoma Ntoso file: who, when and what (``meta``), and the masthead (``coverPage``).

What a draft has and an adopted text has not: its committee is a ``docCommittee``, its original language an ``inline`` of
that name, its sponsors are ``docProponent`` inside the ``docTitle`` ("Fiji and Samoa: draft resolution"). A line of no known
form is an ``inline`` named "other".

Source: "AKN4UN guidelines, part 3"; the Akoma Ntoso naming convention (OASIS LegalDocML). Nothing here reads a clock: the
day of the markup is the day of issue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from draftkit.assemble.masthead import masthead_lines
from draftkit.assemble.printed import Line, Role
from draftkit.model import Masthead
from draftkit.un.symbols import resolution_number
from draftkit.writers.akn_markup import UNKNOWN_DAY, day, element, paragraph

_CONCEPT = "/akn/ontology/concept/un"
_ROLE = "/akn/ontology/role/un"
_REFERENCES = (
    ("TLCConcept", "dateOfIssuance", f"{_CONCEPT}/dateOfIssuance", "Date of issuance"),
    ("TLCConcept", "adoptionDate", f"{_CONCEPT}/adoptionDate", "Date of adoption"),
    ("TLCConcept", "symbol", "/akn/ontology/reference/un/symbol", "Symbol"),
    ("TLCConcept", "generalDistribution", f"{_CONCEPT}/generalDistribution", "General distribution"),
    ("TLCRole", "publisher", f"{_ROLE}/publisher", "Publisher"),
    ("TLCRole", "issuingBody", f"{_ROLE}/issuingBody", "Issuing body"),
    ("TLCRole", "author", f"{_ROLE}/author", "Author"),
    ("TLCRole", "editor", f"{_ROLE}/editor", "Editor"),
    ("TLCRole", "issuer", f"{_ROLE}/issuer", "Issuer"),
    ("TLCRole", "sponsor", f"{_ROLE}/sponsor", "Sponsor"),
    ("TLCTerm", "resolutionTitle", "/akn/ontology/reference/un/resolutionTitle", "Resolution title"),
)
"""What ``refersTo`` in the rest of the file points at: (element, eId, href, showAs)."""


def meta(head: Masthead, label: str = "", component: str = "") -> Any:
    """The ``meta`` of the document, or of one of its parts ("A") or attachments ("annex_1"); those have no references."""
    one = element("meta", _identification(head, label, component))
    if not (label or component):
        organ = _camel(head.organ)
        entries = (("TLCOrganization", organ, f"/akn/ontology/organization/un/{organ}", head.organ), *_REFERENCES)
        source = element("TLCOrganization", eId="source", href="/akn/ontology/organization/draftkit", showAs="draftkit")
        listed = (element(tag, eId=eid, href=href, showAs=said) for tag, eid, href, said in entries)
        one.append(element("references", source, *listed, source="#source"))
    return one


def _identification(head: Masthead, label: str, component: str) -> Any:
    number = resolution_number(head.symbol) and head.symbol.removeprefix("A/RES/").partition(" ")[0]
    adopted, issued = day(head.adopted), day(head.issued)
    work_day = adopted if adopted != UNKNOWN_DAY else issued
    name = _slug(number or head.symbol or "resolution") + _slug(label)
    work = f"/akn/un/statement/deliberation/{_camel(head.organ)}/{work_day}/{name}"
    author = f"#{_camel(head.organ)}"
    this = f"!main/{component}"
    return element(
        "identification",
        element(
            "FRBRWork",
            element("FRBRthis", value=f"{work}/{this}"),
            element("FRBRuri", value=f"{work}/"),
            element("FRBRdate", date=adopted, name="adoption" if adopted != UNKNOWN_DAY else "unknown"),
            element("FRBRauthor", href=author, as_="#author"),
            element("FRBRcountry", value="un"),
        ),
        element(
            "FRBRExpression",
            element("FRBRthis", value=f"{work}/eng@{this}"),
            element("FRBRuri", value=f"{work}/eng@/"),
            element("FRBRdate", date=issued, name="publication"),
            element("FRBRauthor", href=author, as_="#issuer"),
            element("FRBRlanguage", language="eng"),
        ),
        element(
            "FRBRManifestation",
            element("FRBRthis", value=f"{work}/eng@/{this.rstrip('/')}.xml"),
            element("FRBRuri", value=f"{work}/eng@.xml"),
            element("FRBRdate", date=issued, name="markup"),
            element("FRBRauthor", href="#source", as_="#editor"),
        ),
        source="#source",
    )


def cover(head: Masthead) -> Any | None:
    """The ``coverPage``, or ``None`` where there is no masthead."""
    lines = list(masthead_lines(head))
    return element("coverPage", *(_line(line, head) for line in lines), eId="coverPage_1") if lines else None


def _line(line: Line, head: Masthead) -> Any:
    tag, attributes = _COVER[line.role]
    inside: list[Any] = [line.text]
    if line.role is Role.PROPOSAL and not (head.heading or head.adopted):
        inside = list(_with_sponsors(line.text, head.sponsors))
    if line.role is Role.ISSUED:
        attributes = {**attributes, "date": day(line.text)}
    if line.role is Role.SESSION:
        attributes = {**attributes, "refersTo": f"#{_camel(head.organ)}", "value": str(head.session)}
    if line.role is Role.DISTRIBUTION and head.distribution == "General":
        attributes = {**attributes, "refersTo": "#generalDistribution"}
    return paragraph(element(tag, *inside, **attributes), class_="upperRight" if line.role is Role.SYMBOL else "")


_COVER: dict[Role, tuple[str, dict[str, str]]] = {
    Role.PUBLISHER: ("docAuthority", {"refersTo": "#publisher"}),
    Role.SYMBOL: ("docNumber", {"refersTo": "#symbol"}),
    Role.ORGAN: ("docAuthority", {"refersTo": "#issuingBody", "class_": "rightBig"}),
    Role.DISTRIBUTION: ("docStatus", {"class_": "rightSmall"}),
    Role.ISSUED: ("docDate", {"refersTo": "#dateOfIssuance", "class_": "rightSmall"}),
    Role.ORIGINAL: ("inline", {"name": "original language", "class_": "rightSmall"}),
    Role.SESSION: ("session", {"eId": "coverPage_1__session_1"}),
    Role.COMMITTEE: ("docCommittee", {}),
    Role.AGENDA_ITEM: ("inline", {"name": "agenda item"}),
    Role.AGENDA_TITLE: ("inline", {"name": "agenda item name"}),
    Role.PROPOSAL: ("docTitle", {}),
    Role.BASIS: ("docProponent", {}),
    Role.OTHER: ("inline", {"name": "other"}),
}
"""The element of each line of the masthead."""


def _with_sponsors(line: str, sponsors: tuple[str, ...]) -> Iterator[Any]:
    rest = line
    for sponsor in sponsors:
        between, _, rest = rest.partition(sponsor)
        yield between
        yield element("docProponent", sponsor, refersTo="#sponsor")
    yield rest


def _camel(name: str) -> str:
    """A name as the ontology writes it: "generalAssembly"."""
    words = re.findall(r"[A-Za-z]+", name)
    return "".join(word.lower() if not at else word.capitalize() for at, word in enumerate(words)) or "organ"


def _slug(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9.]+", "-", text)
