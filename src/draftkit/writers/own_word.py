"""A template of one's own as a Word file: its styles, theme, fonts, settings and running heads take the place of ours.

In: the bytes of a .docx. Out: a :class:`~draftkit.writers.look.Look`. A style is known by its name, "__Single Txt", whatever
its id is; the United Nations' own files have all that are needed (un-rules A13). Styles that are draftkit's alone, such as the
end of a cell, come along from the shipped template. Nothing that leads out of the file is taken: no relationship, no macro, no
variable, no numbering. Running heads come with our symbol in them (``own_heads``).

Example:
    >>> look_of(Path("A_80_6.docx").read_bytes(), "A_80_6.docx").ids["H1"]
    'H1'
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from draftkit.errors import Unreadable
from draftkit.resources import folder
from draftkit.word.package import W, parsed, require_shallow, require_small
from draftkit.writers.look import THEME, Look
from draftkit.writers.own_heads import DOCUMENT, LINKS, heads, leads_out

STYLES = "word/styles.xml"
FONTS = "word/fontTable.xml"
SETTINGS = "word/settings.xml"

NEEDED = (
    "Normal", "__Single Txt", "_ H_1", "_ H _Ch", "_ H_2/3", "Title_H1", "Title_H2", "Title_H_CH", "XLarge", "Session",
    "Agenda_Item_Normal", "Agenda_Title_H2", "Sponsors", "Distribution", "Publication", "Original", "footnote text",
    "footnote reference", "header", "footer",
)  # fmt: skip
"""The styles that a template has to have, by the names that the United Nations gives them."""

_SETTINGS = (
    "zoom", "defaultTabStop", "characterSpacingControl", "compat", "themeFontLang", "decimalSymbol", "listSeparator",
)  # fmt: skip
"""Settings that are taken; the others say what is in that file, or lead out of it."""

_BY_HAND = frozenset({"Sponsors", "footnote text", "footer", "Release Date"})
"""Styles that give letters alone in those files, where the place on the page is put in by hand: it is ours."""

_AFTER_SPACING = (
    "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment",
    "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
)  # fmt: skip
"""What stands behind ``w:spacing`` in the properties of a paragraph (ECMA-376 part 1, 17.3.1.26)."""

_TYPES = "[Content_Types].xml"
_PARTS = (_TYPES, STYLES, FONTS, SETTINGS, THEME, DOCUMENT, LINKS)
_HEADS = re.compile(r"word/(?:header|footer)\d*\.xml")
_LARGEST = 20_000_000
"""Characters of a part."""


def look_of(data: bytes, name: str) -> Look:
    """What a Word file gives to ours.

    Raises:
        Unreadable: no Word file, one with macros, or one in which a needed style is missing.
    """
    parts = _read(data, name)
    styles = _tree(parts, STYLES, name)
    ours = parsed(_shipped(STYLES), STYLES)
    theirs = {_name(style): style for style in styles.iter(f"{W}style")}
    if missing := [style for style in NEEDED if style not in theirs]:
        what = f'the template has no style "{missing[0]}"' + (f", and {len(missing) - 1} more" if missing[1:] else "")
        raise Unreadable(what, name, f"add it, or take a Word file of the United Nations; needed are: {', '.join(NEEDED)}")
    ids = _ids(ours, theirs)
    own_heads = heads(parts, name)
    feet = any(part.startswith("word/footer") for part in own_heads)  # which go with the style that they have there
    _joined(styles, ours, theirs, ids, _BY_HAND - {"footer"} if feet else _BY_HAND)
    taken = {STYLES: styles, SETTINGS: _settings(parts, name), **own_heads}
    if FONTS in parts:
        taken[FONTS] = _fonts(_tree(parts, FONTS, name))
    if THEME in parts and not leads_out(theme := _tree(parts, THEME, name)):
        taken[THEME] = theme
    return Look(parts={part: _text(tree) for part, tree in taken.items()}, ids=ids)


def _read(data: bytes, name: str) -> Mapping[str, bytes]:
    """The parts that are taken."""
    require_small(data, name)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = {entry.filename: entry for entry in archive.infolist()}
        wanted = [entry for part, entry in entries.items() if part in _PARTS or _HEADS.fullmatch(part)]
        if any(entry.file_size > _LARGEST for entry in wanted):
            raise Unreadable("a part of it is larger than a template's can be", name, "take a smaller file")
        try:
            parts = {entry.filename: archive.read(entry) for entry in wanted}
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError):
            raise Unreadable("this Word file is broken, or has a password", name, "save it again from Word") from None
    if any(entry.lower().endswith("vbaproject.bin") for entry in entries) or b"macroEnabled" in parts.get(_TYPES, b""):
        raise Unreadable("this file has macros", name, "save it from Word as .docx, which has none")
    if STYLES not in parts:
        raise Unreadable("this is no Word file with styles", name, "give a .docx, or a folder laid out like templates/")
    return parts


def _ids(ours: Any, theirs: Mapping[str, Any]) -> dict[str, str]:
    """The id there of each of our styles; one that they have not keeps ours, or one that is free."""
    taken = {_id(style) for style in theirs.values()}
    ids: dict[str, str] = {}
    for style in ours.iter(f"{W}style"):
        own, name = _id(style), _name(style)
        if name in theirs:
            ids[own] = _id(theirs[name])
        else:
            ids[own] = next(free for free in _free(own) if free not in taken)
            taken.add(ids[own])
    return ids


def _free(own: str) -> Iterator[str]:
    yield own
    yield from (f"{own}Draftkit{number}" for number in range(1, 1000))


def _joined(styles: Any, ours: Any, theirs: Mapping[str, Any], ids: Mapping[str, str], placed: frozenset[str]) -> None:
    """Make their styles whole: without what leads elsewhere, with the space around headings, and with ours that they lack."""
    for numbering in list(styles.iter(f"{W}numPr")):
        numbering.getparent().remove(numbering)
    own = {_id(style): style for style in ours.iter(f"{W}style")}
    for style in own.values():
        if (name := _name(style)) in theirs:
            _completed(theirs[name], deepcopy(style), own, placed=name in placed)
    for style in list(own.values()):
        if _name(style) in theirs:
            continue
        style.set(f"{W}styleId", ids[_id(style)])
        style.attrib.pop(f"{W}default", None)
        for tag in ("basedOn", "next", "link"):
            for link in style.iter(f"{W}{tag}"):
                link.set(f"{W}val", ids.get(link.get(f"{W}val"), link.get(f"{W}val")))
        styles.append(style)


def _completed(style: Any, own: Any, ours: Mapping[str, Any], *, placed: bool) -> None:
    """The space around a paragraph, and its place on the page, where those files put it in by hand and not in the style."""
    mine, properties = own.find(f"{W}pPr"), style.find(f"{W}pPr")
    if own.get(f"{W}type") != "paragraph" or _name(own) == "Normal":
        return
    if placed and mine is not None:
        if properties is not None:
            style.remove(properties)
        _behind(style, mine, ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr"))
        return
    if properties is None:
        properties = style.makeelement(f"{W}pPr", {})
        _behind(style, properties, ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr"))
    spacing = properties.find(f"{W}spacing")
    if spacing is None:
        spacing = properties.makeelement(f"{W}spacing", {})
        _behind(properties, spacing, _AFTER_SPACING)
    for side in ("before", "after"):
        if spacing.get(f"{W}{side}") is None:
            spacing.set(f"{W}{side}", _spaced(own, side, ours))


def _spaced(style: Any, side: str, ours: Mapping[str, Any]) -> str:
    """The space that one of our styles sets, itself or by what it is based on."""
    for _ in range(len(ours)):
        spacing = style.find(f"{W}pPr/{W}spacing")
        if spacing is not None and spacing.get(f"{W}{side}"):
            return str(spacing.get(f"{W}{side}"))
        based = style.find(f"{W}basedOn")
        if based is None:
            break
        style = ours[based.get(f"{W}val")]
    return "0"


def _behind(parent: Any, element: Any, names: tuple[str, ...]) -> None:
    """Put an element where it belongs: before the first of those that stand behind its kind."""
    after = next((child for child in parent if child.tag in {f"{W}{name}" for name in names}), None)
    parent.append(element) if after is None else after.addprevious(element)


def _settings(parts: Mapping[str, bytes], name: str) -> Any:
    """Our settings with theirs of the kinds that say how a page is set; ``package`` takes the tracking out where none is."""
    settings = parsed(_shipped(SETTINGS), SETTINGS)
    if SETTINGS in parts:
        theirs = _tree(parts, SETTINGS, name)
        for tag in _SETTINGS:
            mine, other = settings.find(f"{W}{tag}"), theirs.find(f"{W}{tag}")
            if mine is not None and other is not None:
                settings.replace(mine, other)
    return settings


def _fonts(tree: Any) -> Any:
    """The names of fonts without the fonts: those are parts of their own."""
    for element in list(tree.iter()):
        if isinstance(element.tag, str) and element.tag.rpartition("}")[2].startswith("embed"):
            element.getparent().remove(element)
    return tree


def _shipped(part: str) -> bytes:
    """A part of the shipped template, of those that have no fields but that of tracking."""
    from jinja2 import Template

    source = (folder("templates") / "common" / part).read_text(encoding="utf-8")
    text: str = Template(source, autoescape=True).render(track=True)
    return text.encode("utf-8")


def _tree(parts: Mapping[str, bytes], part: str, name: str) -> Any:
    tree = parsed(parts[part], f"{name}, {part}")
    require_shallow(tree, f"{name}, {part}")
    return tree


def _text(tree: Any) -> str:
    from lxml import etree

    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True).decode("utf-8")


def _id(style: Any) -> str:
    return str(style.get(f"{W}styleId"))


def _name(style: Any) -> str:
    found = style.find(f"{W}name")
    return str(found.get(f"{W}val")) if found is not None else ""
