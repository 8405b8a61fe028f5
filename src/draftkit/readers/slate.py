"""The slate (docs/slate-file.md): the texts that are rolled together -> values.

Every error names the line and says what to type. A slate comes by mail like a draft: what is written on its word stays in
its own folder, while the priors may lie elsewhere.

Example:
    >>> slate = read(b"session: 81\\ntexts: [priors/A_RES_79_124.xml]\\n", "sixth.yaml")
    >>> slate.folder, slate.entries[0].prior, slate.entries[0].draft
    ('sixth', 'priors/A_RES_79_124.xml', 'A_RES_79_124.yaml')
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath

from draftkit.errors import Unreadable
from draftkit.readers.decoding import decoded
from draftkit.steering import visible
from draftkit.un.bodies import bodies
from draftkit.un.sessions import HIGHEST
from draftkit.yaml_text import Node, load

_SHARED = frozenset("session also house-style".split())
TOP = _SHARED | {"title", "folder", "texts"}
"""The keys of a slate."""

ENTRY = _SHARED | {"prior", "draft"}
"""The keys of a text in it."""

DRAFTS = (".yaml", ".yml")
"""How the name of a draft ends."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a text is to be rolled: to which session (``None``: the text itself says it), and by which rules besides."""

    session: int | None = None
    also: frozenset[str] = frozenset()
    house_style: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A text of the slate: its prior, relative to the slate; its draft, relative to the slate's folder for drafts."""

    prior: str
    draft: str
    wanted: Wanted
    line: int


@dataclass(frozen=True, slots=True)
class Slate:
    """The texts to be rolled, in the order of the file; the folder of their drafts, relative to the slate; what it is called."""

    title: str
    folder: str
    entries: tuple[Entry, ...]


_TEXTS = 'write "texts:" and under it "- prior: FILE" for each'


def read(data: bytes, name: str) -> Slate:
    """Read a slate; ``name`` is the name of its file, after which it and the folder are called if it names neither.

    Raises:
        Unreadable: no slate, a key or value that it does not know, a path that leads elsewhere, a draft made twice.
    """
    source = decoded(data)
    if source is None:
        raise Unreadable("this is not a text file", name, "give a slate, a YAML file that names texts")
    if all(not line.strip() or line.lstrip().startswith("#") for line in source.splitlines()):
        raise Unreadable("the slate is empty", name, _TEXTS)
    top = load(source, name)
    fields = top.mapping(TOP)
    stem = PurePosixPath(name.replace("\\", "/")).stem
    title = _line(fields["title"]) if "title" in fields else ""
    folder = _inside(fields["folder"]) if "folder" in fields else stem
    shared = _wanted(fields, Wanted())
    if "texts" not in fields or not fields["texts"].sequence():
        raise fields.get("texts", top).error("the slate has no texts", _TEXTS)
    entries = tuple(_entry(node, shared) for node in fields["texts"])
    _refuse_twins(entries, fields["texts"])
    return Slate(title or stem, folder, entries)


def is_slate(data: bytes, name: str) -> bool:
    """Whether a file looks like a slate: YAML with texts that is no draft."""
    try:
        fields = load(decoded(data) or "", name).fields or {}
    except Unreadable:
        return False
    return "texts" in fields and "draftkit" not in fields


def _entry(node: Node, shared: Wanted) -> Entry:
    """A text; the name of its prior alone is enough."""
    fields = node.mapping(ENTRY) if node.text is None else {"prior": node}
    if "prior" not in fields:
        raise node.error('a text of the slate needs a "prior:"', 'write "prior: FILE", the text that is rolled')
    prior = _path(fields["prior"])
    wanted = _wanted(fields, shared)
    draft = _draft(fields["draft"]) if "draft" in fields else f"{PurePosixPath(prior).stem}.yaml"
    return Entry(prior, draft, wanted, node.line)


def _wanted(fields: dict[str, Node], otherwise: Wanted) -> Wanted:
    """How texts are to be rolled, where nothing is said as ``otherwise``."""
    return Wanted(
        _session(fields["session"]) if "session" in fields else otherwise.session,
        frozenset(map(_body, fields["also"].sequence())) if "also" in fields else otherwise.also,
        _truth(fields["house-style"], "house-style") if "house-style" in fields else otherwise.house_style,
    )


def _session(node: Node) -> int:
    value = node.scalar().strip()
    if not (value.isascii() and value.isdecimal() and len(value) <= 4 and 1 <= int(value) <= HIGHEST):
        raise node.error(f'"{value}" is not the number of a session', "write it in figures: session: 81")
    return int(value)


def _body(node: Node) -> str:
    key = node.scalar().strip()
    if key not in bodies():
        raise node.error(f'"{key}" is no body whose sessions are known', f"the keys are {', '.join(bodies())}")
    return key


def _line(node: Node) -> str:
    """A text on one line, without characters that would steer what shows it."""
    return " ".join(visible(node.scalar()).split())


def _truth(node: Node, key: str) -> bool:
    value = node.scalar().strip().lower()
    if value not in ("true", "false"):
        raise node.error(f'{key}: "{node.text}" is neither true nor false', f"write {key}: true, or leave it out")
    return value == "true"


# --- Paths ---------------------------------------------------------------------------------------------------------


def _path(node: Node) -> str:
    """A relative path with forward slashes; those of Windows are taken as well."""
    value = node.scalar().strip()
    windows = PureWindowsPath(value)
    if not value or value == "-" or not value.isprintable():
        raise node.error(f"{value!a} is not the path of a file", "write its path from the slate, priors/A_RES_79_124.xml")
    if windows.drive or windows.root or PurePosixPath(value).is_absolute():
        raise node.error(f'"{value}" is not a relative path', "write the path from the slate")
    return posixpath.normpath(value.replace("\\", "/"))


def _inside(node: Node) -> str:
    """A path of something that is written, which may lie nowhere but below the slate."""
    path = _path(node)
    if ".." in path.split("/") or ":" in path:
        raise node.error(f'"{path}" leads out of the folder of the slate', "name a place in it")
    return path


def _draft(node: Node) -> str:
    path = _inside(node)
    if PurePosixPath(path).suffix.lower() not in DRAFTS:
        raise node.error(f'"{path}" is not the name of a draft', f"name it {PurePosixPath(path).stem or 'draft'}.yaml")
    return path


def _refuse_twins(entries: tuple[Entry, ...], texts: Node) -> None:
    """Two drafts of one name would be one; names count as the same whatever their case, as on Windows."""
    made: dict[str, Entry] = {}
    for entry, node in zip(entries, texts, strict=True):
        first = made.setdefault(entry.draft.casefold(), entry)
        if first is not entry:
            what = f'the draft "{entry.draft}" is made twice: here and of {first.prior} in line {first.line}'
            raise node.error(what, 'give one of the two another "draft:"')
