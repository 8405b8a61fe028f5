"""What comes from the new file into the old one: text with its format, links, pictures, styles, numbering.

Everything is a copy. Ids of styles, numbers and relationships are made those of the old file; what is alike there is used, what
is missing is brought along. Bookmarks, comments and ids of editing sessions stay behind.

Example:
    >>> imports = Imports(old, new)
    >>> imports.copied(run, "word/document.xml", "word/document.xml").getparent() is None
    True
"""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from draftkit.tracking.looks import spelled
from draftkit.word.archive import Archive
from draftkit.word.elements import whole
from draftkit.word.package import R, W

_STYLED = {f"{W}pStyle": "paragraph", f"{W}rStyle": "character", f"{W}tblStyle": "table"}
LEFT = frozenset(
    f"{W}{name}"
    for name in (
        "bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd commentReference proofErr permStart permEnd "
        "lastRenderedPageBreak moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd annotationRef"
    ).split()
)
"""What does not come along."""
_UNWRAPPED = frozenset(f"{W}{name}" for name in ("sdt", "smartTag", "customXml"))
"""What text comes along without: it could not be tracked, and would stay behind empty if that is rejected."""
_VML = "{urn:schemas-microsoft-com:vml}"
_PRIVATE = re.compile(r"\{http://schemas\.microsoft\.com/office/word/20\d\d/[^}]*\}.*|.*\}rsid\w*")
_NUMBERED = 2**31 - 1


@dataclass
class Imports:
    """What was brought from one file into another."""

    old: Archive
    new: Archive
    brought: dict[str, str] = field(default_factory=dict)
    coming: list[Any] = field(default_factory=list)  # styles that were brought, and still name those of the new file
    pictures: int = 0

    def copied(self, element: Any, source: str, target: str) -> Any:
        """A copy of an element of part ``source`` of the new file for part ``target`` of the old one."""
        out = copy.deepcopy(element)
        out.tail = None
        for child in list(out.iter()):
            if child.tag in LEFT and child is not out and child.getparent() is not None:
                _drop(child)
            elif child.tag in _UNWRAPPED and child is not out:
                _unwrap(child)
            else:
                self._adapt(child, source, target)
        self._rename_shapes(out)
        return out

    def _rename_shapes(self, element: Any) -> None:
        """Give old-style drawings ids of their own, which are unique in a file (part 4, 19.1.2)."""
        shapes = [child for child in element.iter() if str(child.tag).startswith(_VML) and "id" in child.attrib]
        if shapes:
            self.pictures += 1
            names = {child.get("id"): f"{child.get('id')}_{self.pictures}" for child in shapes}
            for child in element.iter():
                if str(child.tag).startswith(_VML):
                    for name in ("id", "type"):
                        said = child.get(name, "")
                        if said.lstrip("#") in names:
                            child.set(name, said[: said.startswith("#")] + names[said.lstrip("#")])

    def _adapt(self, element: Any, source: str, target: str) -> None:
        tag = element.tag
        for name in list(element.attrib):
            if name.startswith(R):
                element.set(name, self._link(element.get(name), source, target))
            elif _PRIVATE.fullmatch(name):
                del element.attrib[name]
        if tag in _STYLED:
            element.set(f"{W}val", self.style(element.get(f"{W}val", ""), _STYLED[tag]))
        elif tag == f"{W}numId":
            element.set(f"{W}val", self.number(element.get(f"{W}val", "")))
        elif isinstance(tag, str) and tag.endswith("}docPr"):
            self.pictures += 1
            element.set("id", str(_NUMBERED // 2 + self.pictures))
        elif isinstance(tag, str) and _PRIVATE.fullmatch(tag):
            parent = element.getparent()
            if parent is not None and parent.tag == f"{W}rPr":
                parent.remove(element)

    # --- relationships and parts

    def _link(self, id_: str, source: str, target: str) -> str:
        link = next((link for link in self.new.links(source) if link.id == id_), None)
        if link is None:
            return id_
        if link.external:
            return self.old.link(target, link.kind, link.target, external=True)
        return self.old.link(target, link.kind, self.part(link.target))

    def part(self, name: str) -> str:
        """A part of the new file in the old one: the same if it is there, else a copy with all that it is related to."""
        if name in self.brought:
            return self.brought[name]
        data = self.new.blobs.get(name, b"")
        if self.old.blobs.get(name) == data:
            self.brought[name] = name
            return name
        self.brought[name] = here = self.old.free_name(name)
        self.old.add(here, data, self.new.content_type(name))
        links = self.new.links(name)
        if links:
            tree = self.old.tree(here)
            ids = {link.id: self._link(link.id, name, here) for link in links}
            for element in tree.iter():
                for key in list(element.attrib):
                    if key.startswith(R):
                        element.set(key, ids.get(element.get(key), element.get(key)))
            self.old.change(here)
        return here

    # --- styles

    @cached_property
    def _styles(self) -> tuple[Mapping[str, Any], Mapping[str, Any], dict[tuple[str, str], str]]:
        archives = (self.old, self.new)
        old, new = ({s.get(f"{W}styleId", ""): s for s in _children(archive, "styles", "style")} for archive in archives)
        named = {(s.get(f"{W}type", ""), _name(s)): id_ for id_, s in old.items()}
        return old, new, named

    def style(self, id_: str, kind: str) -> str:
        """The id in the old file of a style of the new one, which is brought along if it is not there, with those it names."""
        found = self._style(id_, kind)
        self._settle()
        return found

    def _style(self, id_: str, kind: str) -> str:
        old, new, named = self._styles
        style = new.get(id_)
        if style is None or (id_ in old and _name(old[id_]) == _name(style)):
            return id_
        if (kind, _name(style)) in named:
            return named[kind, _name(style)]
        part = self.old.related(self.old.main, "styles")
        if not part:
            return id_
        taken = old.keys() | set(named.values())
        free = id_ if id_ not in taken else next(f"{id_}{n}" for n in range(2, len(taken) + 3) if f"{id_}{n}" not in taken)
        named[kind, _name(style)] = free
        own = copy.deepcopy(style)
        own.set(f"{W}styleId", free)
        own.attrib.pop(f"{W}default", None)
        for element in own.iter():
            _strip_private(element)
        self.old.tree(part).append(own)
        self.coming.append(own)
        self.old.change(part)
        return free

    def _settle(self) -> None:
        """Bring along what the styles that were brought name: other styles, which may be in a circle, and lists."""
        while self.coming:
            own = self.coming.pop()
            for child in [c for c in own if c.tag in (f"{W}basedOn", f"{W}next", f"{W}link")]:
                wanted = self._styles[1].get(child.get(f"{W}val", ""))
                if wanted is None:
                    own.remove(child)
                else:
                    child.set(f"{W}val", self._style(child.get(f"{W}val", ""), wanted.get(f"{W}type", "paragraph")))
            for number in own.iter(f"{W}numId"):
                number.set(f"{W}val", self._number(number.get(f"{W}val", "")))

    # --- automatic numbers

    @cached_property
    def _numbers(self) -> tuple[dict[str, str], dict[str, str]]:
        """What each automatic number of both files looks like, by its id."""
        return _number_looks(self.old), _number_looks(self.new)

    def number(self, id_: str) -> str:
        """The id in the old file of a list of the new one, which is brought along if no list there is like it."""
        found = self._number(id_)
        self._settle()
        return found

    def _number(self, id_: str) -> str:
        old, new = self._numbers
        key = f"number {id_}"
        if id_ not in new:
            return "0" if id_ in old else id_  # a list that is not there shows no number
        if old.get(id_) == new[id_]:
            return id_
        if key not in self.brought:
            alike = next((name for name, seen in old.items() if seen == new[id_]), "")
            self.brought[key] = alike or self._bring_number(id_)
        return self.brought[key]

    def _bring_number(self, id_: str) -> str:
        part, there = (archive.related(archive.main, "numbering") for archive in (self.old, self.new))
        if not part:
            name = self.old.free_name("word/numbering.xml")
            root = f'<w:numbering xmlns:w="{W[1:-1]}"/>'
            self.old.add(name, root.encode(), self.new.content_type(there))
            self.old.link(self.old.main, "numbering", name)
            part = name
        here, tree = self.old.tree(part), self.new.tree(there)
        number = next(n for n in tree.iterchildren(f"{W}num") if n.get(f"{W}numId") == id_)
        named = number.find(f"{W}abstractNumId")
        abstract = next(a for a in tree.iterchildren(f"{W}abstractNum") if a.get(f"{W}abstractNumId") == named.get(f"{W}val"))
        own, own_abstract = copy.deepcopy(number), copy.deepcopy(abstract)
        ids = (e.get(f"{W}{name}", "") for name in ("numId", "abstractNumId") for e in here.iter(f"{W}num", f"{W}abstractNum"))
        free = str(max(map(whole, ids), default=0) + 1)
        own.set(f"{W}numId", free)
        own.find(f"{W}abstractNumId").set(f"{W}val", free)
        own_abstract.set(f"{W}abstractNumId", free)
        for child in [c for c in own_abstract if c.tag in (f"{W}nsid", f"{W}styleLink", f"{W}numStyleLink")]:
            own_abstract.remove(child)  # it would be taken for the list of that style, or for another of the same mark
        for style in own_abstract.iter(f"{W}pStyle"):
            style.set(f"{W}val", self._style(style.get(f"{W}val", ""), "paragraph"))
        for element in (*own.iter(), *own_abstract.iter()):
            _strip_private(element)
        last = max((at for at, c in enumerate(here) if c.tag in (f"{W}abstractNum", f"{W}numPicBullet")), default=-1)
        here.insert(last + 1, own_abstract)
        last = max((at for at, c in enumerate(here) if c.tag in (f"{W}abstractNum", f"{W}num")), default=-1)
        here.insert(last + 1, own)
        self.old.change(part)
        return free


def _strip_private(element: Any) -> None:
    """Take away the attributes of later versions of Word, which the old file may not declare."""
    for name in [name for name in element.attrib if _PRIVATE.fullmatch(name)]:
        del element.attrib[name]


def _drop(element: Any) -> None:
    parent = element.getparent()
    parent.remove(element)
    if parent.tag == f"{W}r" and not any(child.tag != f"{W}rPr" for child in parent) and parent.getparent() is not None:
        parent.getparent().remove(parent)


def _unwrap(element: Any) -> None:
    """Put what an element holds in its place."""
    content = element.find(f"{W}sdtContent") if element.tag == f"{W}sdt" else element
    for child in reversed([] if content is None else content):
        if not str(child.tag).endswith("Pr"):
            element.addnext(child)
    element.getparent().remove(element)


def _children(archive: Archive, kind: str, name: str) -> list[Any]:
    part = archive.related(archive.main, kind)
    return list(archive.tree(part).iterchildren(f"{W}{name}")) if part else []


def _name(style: Any) -> str:
    name = style.find(f"{W}name")
    return str(name.get(f"{W}val", "")).lower() if name is not None else str(style.get(f"{W}styleId", ""))


def _number_looks(archive: Archive) -> dict[str, str]:
    abstract = {a.get(f"{W}abstractNumId"): _levels(a) for a in _children(archive, "numbering", "abstractNum")}
    out: dict[str, str] = {}
    for number in _children(archive, "numbering", "num"):
        named = number.find(f"{W}abstractNumId")
        levels = None if named is None else abstract.get(named.get(f"{W}val"))
        if levels is not None:
            over = "".join(spelled(child) for child in number.iterchildren(f"{W}lvlOverride"))
            out[number.get(f"{W}numId", "")] = levels + over
    return out


def _levels(abstract: Any) -> str:
    return "".join(spelled(level) for level in abstract.iterchildren(f"{W}lvl"))


__all__ = ["LEFT", "Imports"]
