"""The Word file around a text: parts of ``templates/``, filled and zipped.

In: the paragraphs of each slot as WordprocessingML, in the styles named here. Out: the bytes of a .docx; the same
input gives the same bytes. The prefixes "w" and "r" are declared in the document; slots and notes may use no others.

Example:
    >>> line = '<w:p><w:pPr><w:pStyle w:val="Session"/></w:pPr><w:r><w:t>Eighty-first session</w:t></w:r></w:p>'
    >>> package("l-document", {"session": [line]}, [], properties=Properties("Safety of submarine cables"))[:2]
    b'PK'
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType

from draftkit.assemble.printed import Role
from draftkit.resources import folder
from draftkit.word.dates import instant
from draftkit.writers.look import SHIPPED, THEME, Look, dressed
from draftkit.writers.own_folder import own_parts, rendered

KINDS = ("resolution", "l-document")
"""An adopted text (un-rules A3) and a draft resolution as issued (A4)."""

SLOTS = (
    "publisher",
    "symbol",
    "organ",
    "status",
    "session",
    "committee",
    "agenda",
    "proposal",
    "title",
    "body",
)
"""The places for paragraphs, in printed order. ``status``: the Distr. line, the date and the Original line."""

STYLES: Mapping[Role, str] = MappingProxyType(
    {
        Role.PUBLISHER: "Publisher",
        Role.SYMBOL: "Symbol",
        Role.ORGAN: "XLarge",
        Role.DISTRIBUTION: "Distribution",
        Role.ISSUED: "Publication",
        Role.ORIGINAL: "Original",
        Role.SESSION: "Session",
        Role.COMMITTEE: "H1",
        Role.AGENDA_ITEM: "AgendaItemNormal",
        Role.AGENDA_TITLE: "AgendaTitleH2",
        Role.PROPOSAL: "Sponsors",
        Role.BASIS: "SingleTxt",
        Role.OTHER: "SingleTxt",
        Role.TITLE: "TitleH1",
        Role.PART_LABEL: "TitleH1",
        Role.PART_TITLE: "TitleH1",
        Role.FORMULA: "SingleTxt",
        Role.PREAMBULAR: "SingleTxt",
        Role.OPERATIVE: "SingleTxt",
        Role.ITEM: "SingleTxt",
        Role.SECTION_NUMBER: "TitleH2",
        Role.SECTION_HEADING: "TitleH2",
        Role.ROW: "TableText",
        Role.MEETING: "Meeting",
        Role.ANNEX_LABEL: "TitleHCH",
        Role.ANNEX_TITLE: "TitleH1",
        Role.ANNEX_PARAGRAPH: "SingleTxt",
        Role.OPAQUE: "SingleTxt",
    }
)
"""The style id of each role, where kind and depth do not matter; :func:`style` knows where they do."""

TABLE_STYLE = "TextTable"
"""The style of a ``w:tbl`` in the body; it stands at the left edge of the text, 1267 twips in."""

TEXT_WIDTH = 7306
"""Twips between the indents of the text: 12240 less two margins of 1200 and two indents of 1267 (un-rules A13)."""

_HANGING = frozenset({"Sponsors", "TitleH1", "TitleH2", "TitleHCH"})
_FLUSH = frozenset({Role.BASIS, Role.OTHER, Role.OPAQUE})
"""Lines of text that begin at its edge, without a tab."""

_DEEPEST_ITEM = 4
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file says of itself.

    Args:
        title: the short title; the running header of a resolution has it.
        symbol: "A/C.6/81/L.7"; the running header has it.
        author: the creator in the file's properties.
        date: of creation and last change; without a time zone it is taken as UTC.
        job: the number under which the Secretariat processes the document, "26-12345"; blanks until it is known.
        released: the day of its release as the foot of the first page has it, "171126".
    """

    title: str
    symbol: str = ""
    author: str = ""
    date: datetime = datetime(1980, 1, 1, tzinfo=UTC)
    job: str = "__-_____"
    released: str = "______"


def style(role: Role, *, kind: str = "l-document", depth: int = 0) -> str:
    """The paragraph style of a line.

    "Resolution adopted by ..." is set large and breaks before the date, a sponsors' line is small (un-rules A3, A4); an
    item at depth 2 and more, "(i)", is a block (A13).
    """
    if role is Role.PROPOSAL and kind == "resolution":
        return "Adoption"
    if role is Role.ITEM and depth > 1:
        return f"SingleTxt{min(depth, _DEEPEST_ITEM)}"
    return STYLES[role]


def lead(role: Role, number: str = "", *, depth: int = 0) -> str:
    r"""What is typed before the text of a line, its number among the tabs (un-rules A13).

    Headings hang: the number ends at 1022 twips, the text begins at 1267, so both tabs stand with or without a number.

    Example:
        >>> lead(Role.OPERATIVE, "3."), lead(Role.PREAMBULAR), lead(Role.TITLE), lead(Role.ITEM, "(i)", depth=2)
        ('\t3.\t', '\t', '\t\t', '(i)\t')
    """
    if STYLES[role] in _HANGING:
        return f"\t{number}\t"
    if STYLES[role] != "SingleTxt" or role in _FLUSH:
        return number
    if role is Role.ITEM and depth > 1:
        return f"{number}\t"
    return f"\t{number}\t" if number else "\t"


def package(
    kind: str,
    slots: Mapping[str, Sequence[str]],
    footnotes: Sequence[str],
    *,
    properties: Properties,
    track: bool = False,
    first_note: int = 1,
    look: Look = SHIPPED,
) -> bytes:
    """Set paragraphs in a template.

    Args:
        kind: one of :data:`KINDS`.
        slots: ``w:p`` and ``w:tbl`` elements by slot (:data:`SLOTS`); a slot left out is empty. Every one may be
            deleted or inserted: a paragraph that is never tracked ends each cell of the masthead and the body.
        footnotes: ``w:footnote`` elements, ids from 1; the separators are in the template.
        properties: title, symbol, author and date.
        track: whether Word goes on tracking when a person edits the file.
        first_note: the number of the first footnote; Word counts on from it (ECMA-376 part 1, 17.11.20).
        look: parts and styles of one's own, and the emblem.

    Raises:
        ValueError: a kind or a slot that does not exist.
        Unreadable: a part of one's own that does not come out as XML.
    """
    if kind not in KINDS:
        raise ValueError(f"no template {kind!r}: one of {', '.join(KINDS)}")
    unknown = sorted(set(slots) - set(SLOTS))
    if unknown:
        raise ValueError(f"no slot {unknown[0]!r}: one of {', '.join(SLOTS)}")
    fields = _fields(slots, footnotes, properties) | {"track": track, "first_note": first_note}
    fields |= {"emblem": look.emblem, "theme": THEME in look.parts}
    symbol, job = _clean(properties.symbol), _clean(properties.job)
    return zipped(dressed(_parts(kind, fields, look), look, symbol=symbol, job=job, track=track))


def _fields(slots: Mapping[str, Sequence[str]], footnotes: Sequence[str], properties: Properties) -> dict[str, object]:
    from markupsafe import Markup

    fields: dict[str, object] = {slot: Markup("\n".join(slots.get(slot, ()))) for slot in SLOTS}
    # The title of the properties and the slot of the title share a name: each part of the template sees its own.
    fields["properties"] = {
        "title": _clean(properties.title),
        "symbol": _clean(properties.symbol),
        "author": _clean(properties.author),
        "date": instant(properties.date),
        "job": _clean(properties.job),
        "released": _clean(properties.released),
    }
    return fields | {"footnotes": Markup("\n".join(footnotes))}


def _parts(kind: str, fields: Mapping[str, object], look: Look) -> Iterator[tuple[str, str]]:
    """The parts of the package, a part of the kind before the common one of the same name; content types come first."""
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    templates = folder("templates")
    environment = SandboxedEnvironment(
        loader=FileSystemLoader([templates / kind, templates / "common"]),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    own = own_parts(look.folder, kind, environment.list_templates()) if look.folder else {}
    for name in sorted(environment.list_templates()):  # "[" and "_" sort before letters, as readers of packages expect
        if name in own:
            yield name, rendered(environment, own[name], fields)
        elif name not in look.parts:
            yield name, environment.get_template(name).render(fields)


def zipped(parts: Iterable[tuple[str, str | bytes]]) -> bytes:
    """Parts of a Word file by name, zipped in their order; the same parts give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts:
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # else the bytes tell on which system they were made
            archive.writestr(entry, text.encode("utf-8") if isinstance(text, str) else text)
    return out.getvalue()


def _clean(text: str) -> str:
    """Text without the characters that XML 1.0 cannot hold."""
    return _NOT_XML.sub("", text)


__all__ = ["KINDS", "SLOTS", "STYLES", "TABLE_STYLE", "TEXT_WIDTH", "Properties", "lead", "package", "style", "zipped"]
