"""Where what is made goes: looked at before anything is read, so that all of it is written or nothing.

Example:
    >>> require_room(["draft.yaml", "reports/changes.json"], inputs=["A_RES_79_124.xml"])
    Traceback (most recent call last):
    draftkit.errors.DraftkitError: reports/changes.json: there is no folder "reports"; make it first
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from draftkit.errors import DraftkitError
from draftkit.files import refuse_overwriting
from draftkit.readers import load_bytes
from draftkit.readers.decoding import decoded

DRAFTS = {".yaml": "yaml", ".yml": "yaml", ".txt": "txt", ".md": "md"}
"""What a draft is written as, by the end of the output's name."""

_PAGES = (".html", ".htm")


def form_of(draft: str) -> str:
    """The format of the draft, by its name. Raises ``DraftkitError``."""
    suffix = Path(draft).suffix.lower()
    if draft in ("", "-"):
        return "yaml"
    if suffix not in DRAFTS:
        raise DraftkitError(f'a draft cannot be written as "{suffix}"', draft, "name it .yaml, .txt or .md")
    return DRAFTS[suffix]


def require_page(report: str) -> None:
    """Raise if the report would be called something else than a page."""
    suffix = Path(report).suffix.lower()
    if report not in ("", "-") and suffix not in _PAGES:
        raise DraftkitError(f'a report cannot be written as "{suffix}"', report, "name it .html; a browser prints it as PDF")


def require_room(targets: Iterable[str], inputs: Sequence[str], coming: str = "") -> None:
    """Raise if one of the files cannot be put where it should go, or would be written over an input.

    Args:
        coming: a folder that is made if it is not there yet.
    """
    for target in targets:
        if target in ("", "-"):
            continue
        refuse_overwriting(target, inputs)
        folder = Path(target).parent
        if coming and folder == Path(coming) and not folder.exists():
            continue
        if not folder.is_dir():
            raise DraftkitError(f'there is no folder "{folder}"', target, "make it first")
        if Path(target).is_dir():
            raise DraftkitError("this is a folder", target, "name a file in it")
        if not os.access(Path(target).resolve().parent, os.W_OK):
            raise DraftkitError(f'nothing may be written in "{folder}"', target, "name a file in another folder")


def refuse_replacing(draft: str) -> None:
    """Raise if a draft is there, which somebody may have edited."""
    if draft not in ("", "-") and Path(draft).exists():
        raise DraftkitError("a draft of this name is there already", draft, "give another name, or --force to write over it")


def require_draft(draft: str) -> None:
    """Raise if something else than a draft is there; a draft that is broken in the midst of work is one."""
    if not Path(draft).exists():
        return
    if Path(draft).suffix.lower() not in (".yaml", ".yml") or not _DRAFT.search(decoded(load_bytes(Path(draft))) or ""):
        raise DraftkitError("what is there is no draft, and is not written over", draft, "give the draft another name")


_DRAFT = re.compile(r"""^\ufeff?\s*\{?\s*["']?draftkit["']?\s*:""", re.MULTILINE)
"""The line with which a draft begins, wherever it stands."""
