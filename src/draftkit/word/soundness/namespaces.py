"""Rules of names: whatever is not of the standard may be ignored, and says so (ECMA-376 part 3, 7.2 to 7.6).

Word refuses a file with foreign names that are not declared ignorable. Comparers leave such names behind.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from draftkit.word.package import W
from draftkit.word.soundness.parts import Fault, Part

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STANDARD = (
    "http://schemas.openxmlformats.org/",
    "http://purl.oclc.org/ooxml/",
    "urn:schemas-microsoft-com:",
    "http://www.w3.org/XML/1998/namespace",
)
_PRIVATE = ("http://powertools.codeplex.com/", "http://docxodus", "urn:docxodus", "http://clippit")
"""Of comparers: what they need while they work, and nobody after."""

_FREE = frozenset({"ext", "graphicData"})
"""The elements of DrawingML in which anything may stand (part 1, 20.1.2.2.15 and 20.1.2.2.17)."""


def names_are_known(part: Part) -> Iterator[Fault]:
    """Elements and attributes are of the standard, or of a namespace that may be ignored or is asked for."""
    foreign = {uri for uri in _namespaces(part.root) if not uri.startswith(_STANDARD)}
    if not foreign or not part.root.tag.startswith(W):
        return
    ignorable = _ignorable(part.root)
    said: set[str] = set()
    for element in part.root.iter("*"):
        for name in (element.tag, *element.attrib):
            uri = name[1:].partition("}")[0] if name[0] == "{" else ""
            if uri not in foreign or uri in said:
                continue
            if uri.startswith(_PRIVATE) or not (uri in ignorable or _is_free(element, uri)):
                said.add(uri)
                yield Fault(part, element, f"{name.rpartition('}')[2]} is of {uri}, which may not be ignored")


def ignored_prefixes_are_declared(part: Part) -> Iterator[Fault]:
    """A prefix that may be ignored, or is asked for, stands for a namespace; Word refuses the file if not."""
    for element in part.root.xpath("//*[@mc:Ignorable or @Requires]", namespaces={"mc": _MC.strip("{}")}):
        wanted = f"{element.get(f'{_MC}Ignorable', '')} {element.get('Requires', '') if element.tag == f'{_MC}Choice' else ''}"
        yield from (Fault(part, element, f"the prefix {p} is not declared") for p in wanted.split() if p not in element.nsmap)


def _namespaces(root: Any) -> set[str]:
    """Every namespace that is declared anywhere in a tree."""
    from lxml import etree

    return {uri for _, (_, uri) in etree.iterwalk(root, events=("start-ns",))}


def _ignorable(root: Any) -> set[str]:
    return {root.nsmap.get(prefix, "") for prefix in root.get(f"{_MC}Ignorable", "").split()}


def _is_free(element: Any, uri: str) -> bool:
    """Whether an element around it asks for the namespace or says that it may be ignored, or is an extension."""
    for around in (element, *element.iterancestors()):
        wanted = around.get(f"{_MC}Ignorable", "") + " " + (around.get("Requires", "") if around.tag == f"{_MC}Choice" else "")
        if any(around.nsmap.get(prefix) == uri for prefix in wanted.split()):
            return True
        if around is not element and str(around.tag).rpartition("}")[2] in _FREE:
            return True
    return False
