"""A template of one's own as a folder: parts that take the place of shipped ones of the same name.

The folder is laid out like ``templates/``: ``common/word/styles.xml`` serves every kind, ``l-document/word/header-odd.xml`` one;
``word/styles.xml`` at its top is the same as in ``common``. A part may name fields and ask whether there are any; it can do
nothing else, so that a folder that came by mail can be laid over without fear.

Example:
    >>> own_parts(Path("ours"), "l-document", ["word/styles.xml"])
    {'word/styles.xml': PosixPath('ours/word/styles.xml')}
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from draftkit.errors import Unreadable

if TYPE_CHECKING:
    from jinja2 import Environment

LARGEST = 2_000_000
"""Bytes of a part; the longest shipped one has 25,000."""

_MOST_FILES = 200
_KINDS = ("resolution", "l-document", "common")
_ALLOWED = frozenset({"Template", "Output", "TemplateData", "Name", "Getattr", "Const", "If", "Compare", "Operand", "Not"})
"""What a part may hold of Jinja: fields, and whether there are any. No loop, no call, no part of another."""


def own_parts(folder: Path, kind: str, names: Iterable[str]) -> Mapping[str, Path]:
    """The parts of a folder, by the name of the part whose place they take.

    Raises:
        Unreadable: no folder; a file in it that is no part, too large, or lies elsewhere.
    """
    if not folder.is_dir():
        raise Unreadable("there is no such folder", str(folder), "give a folder laid out like templates/, or a .docx")
    known, found = set(names), {}
    files = sorted(path for path in folder.rglob("*") if not path.is_dir() and not _hidden(path.relative_to(folder)))
    if len(files) > _MOST_FILES:
        raise Unreadable(f"the folder has more than {_MOST_FILES} files", str(folder), "give the folder of the template alone")
    for path in sorted(files, key=lambda path: path.relative_to(folder).parts[0] == kind):  # those of the kind come last
        name = _name(path, folder, kind)
        if not name:
            continue
        if name not in known:
            raise Unreadable("no part of the template is called so", str(path), f"name it as one of {_some(known)}")
        _require_inside(path, folder)
        found[name] = path
    return found


def rendered(environment: Environment, path: Path, fields: Mapping[str, object]) -> str:
    """A part with its fields filled in.

    Raises:
        Unreadable: it asks for more than fields, or what comes out is no XML.
    """
    from jinja2 import TemplateError

    from draftkit.word.package import parsed

    try:
        source = path.read_text(encoding="utf-8")
        _require_plain(environment.parse(source), path)
        text = environment.from_string(source).render(fields)
    except UnicodeDecodeError:
        raise Unreadable("this part is not in UTF-8", str(path), "save it as UTF-8") from None
    except TemplateError as error:
        line = getattr(error, "lineno", 0)
        where = f"{path}:{line}" if line else str(path)
        raise Unreadable(f"this part cannot be filled: {error.message}", where, "compare it with the shipped one") from None
    parsed(text.encode("utf-8"), str(path))
    return text


def _require_plain(tree: object, path: Path) -> None:
    from jinja2 import nodes

    assert isinstance(tree, nodes.Node)
    for node in tree.find_all(nodes.Node):
        if type(node).__name__ not in _ALLOWED:
            what = f"a part of a template can name fields and ask for them, not {type(node).__name__}"
            raise Unreadable(what, f"{path}:{node.lineno}", "write it out")


def _name(path: Path, folder: Path, kind: str) -> str:
    """The name of the part, "" for one of another kind."""
    parts = path.relative_to(folder).parts
    if parts[0] in _KINDS:
        return "/".join(parts[1:]) if parts[0] in (kind, "common") else ""
    return "/".join(parts)


def _require_inside(path: Path, folder: Path) -> None:
    if not path.resolve().is_relative_to(folder.resolve()):
        raise Unreadable("this link leads out of the folder", str(path), "put the part itself into the folder")
    if not path.is_file() or path.stat().st_size > LARGEST:
        raise Unreadable("this is no part, or too large for one", str(path), "take it out of the folder")


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") and part != ".rels" for part in path.parts)


def _some(names: Iterable[str]) -> str:
    return ", ".join(sorted(name for name in names if name.startswith("word/") and not name.startswith("word/_")))
