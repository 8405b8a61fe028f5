"""Judges a redline: what other programs read in it when all is accepted or rejected, and what validators find.

The judges are those of the tests (``tests/judges``) and, beside the project, ``../shared/tools/revisions.py``. One that is
missing says nothing: its figure is None. "Exact" is what all that are there say.

Example:
    >>> judged(Case(old, new, moved=()), out).text
    True
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from marks import marks

PROJECT = Path(__file__).resolve().parent.parent
SHARED = PROJECT.parent / "shared"
sys.path[:0] = [str(PROJECT / "tests"), str(SHARED / "tools")]

import pytest  # noqa: E402  (what the judges say when they are missing is pytest's)

from judges import office, pandoc, schema, sdk  # noqa: E402

try:
    import revisions
except ImportError:
    revisions = None  # type: ignore[assignment]

Reading = Callable[[bytes, str], Any]
Validator = Callable[[bytes], Iterable[str]]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WAYS = ("accept", "reject")
WAITING = 8
"""Files whose readings are kept, so that the inputs are read once for all tools."""


@dataclass(frozen=True, slots=True)
class Case:
    """Two files; accepted must read as ``new``, rejected as ``old``, each with its own changes accepted."""

    old: bytes
    new: bytes
    moved: tuple[str, ...] = ()

    def want(self, way: str) -> bytes:
        return self.new if way == "accept" else self.old


@dataclass(frozen=True, slots=True)
class Verdict:
    """``by`` holds what each reader says, by name; ``lint`` and ``sdk`` are what the inputs have not."""

    text: bool
    formats: bool
    by: dict[str, bool]
    office: bool | None
    sdk: int | None
    schema: int | None
    lint: list[str] | None
    characters: int
    whole: int
    hidden: int
    broken: int
    moves: int
    false_moves: int
    revisions: int


def judged(case: Case, out: bytes, *, with_office: bool = True) -> Verdict:
    """Asks every judge."""
    by: dict[str, bool] = {}
    for name, reading in READINGS.items():
        said = same(case, out, reading)
        if said is not None:
            by[name] = said
    return Verdict(
        text=all(by[name] for name in by if not name.endswith("formats")),
        formats=all(by.values()),
        by=by,
        office=same(case, out, office.lines) if with_office else None,
        sdk=more(case, out, _sdk),
        schema=more(case, out, schema.errors),
        lint=lint(case, out),
        **asdict(marks(out, case.moved)),
    )


class NotAsked(Exception):
    """Of a reader that is known not to read what it is asked."""


def same(case: Case, out: bytes, reading: Reading, ways: tuple[str, ...] = WAYS) -> bool | None:
    """Whether a reader reads in the redline what it reads in the two files. One that stumbles over the redline says no."""
    for way in ways:
        try:
            want = _wanted(reading, case.want(way))
        except pytest.skip.Exception:
            return None
        try:
            if reading(out, way) != want:
                return False
        except NotAsked:
            continue
        except Exception:  # whatever a reader makes of a broken file
            return False
    return True


@lru_cache(16 * WAITING)
def _wanted(reading: Reading, data: bytes) -> Any:
    return reading(data, "accept")


def more(case: Case, out: bytes, validator: Validator) -> int | None:
    """How many errors more than the inputs have, by what is said, wherever it is said."""
    try:
        before = _errors(validator, case.old) | _errors(validator, case.new)
        return (_errors(validator, out) - before).total()
    except pytest.skip.Exception:
        return None


def _sdk(data: bytes) -> list[str]:
    """The validator's errors; on a busy machine it now and then says nothing at all, and is asked again."""
    for _ in range(3):
        with suppress(ValueError):
            return sdk.errors(data)
    pytest.skip("the validator says nothing")


@lru_cache(4 * WAITING)
def _errors(validator: Validator, data: bytes) -> Counter[str]:
    return Counter(error.partition(": ")[2] for error in validator(data))


def lint(case: Case, out: bytes) -> list[str] | None:
    """The faults that the inputs have not, without their places."""
    try:
        from draftkit.word.soundness import faults
    except ImportError:
        return None

    def causes(data: bytes) -> Counter[str]:
        return Counter(fault.partition(": ")[2] for fault in faults(data))

    return sorted((causes(out) - (causes(case.old) | causes(case.new))).elements())


# --- readings


def _ours() -> Any:
    if revisions is None:
        pytest.skip("needs ../shared/tools/revisions.py beside the project")
    return revisions


def _body(data: bytes, way: str, *, formats: bool) -> list[str]:
    found: list[str] = _ours().text(io.BytesIO(data), way, formats)
    return found


def _resolved(data: bytes, way: str) -> dict[str, Any]:
    parts = _ours().parts(io.BytesIO(data))
    return {name: root if name == "word/styles.xml" else revisions.resolve(root, way) for name, root in parts.items()}


def _line(p: Any, *, formats: bool) -> Any:
    """The text of a paragraph, or its stretches with italics and bold; blanks at the ends of these are nobody's."""
    spans = [(" ".join(text.split()), italic, bold) for text, italic, bold in revisions.spans(p) if text.strip()]
    return spans if formats else revisions._norm("".join(text for text, _, _ in revisions.spans(p)))


def _stories(data: bytes, way: str, *, formats: bool) -> dict[str, Any]:
    """Headers and footers as a set of texts, notes in the order in which they are cited."""
    parts = _resolved(data, way)
    said: dict[str, Any] = {}
    for kind in ("header", "footer"):
        found = [root for name, root in parts.items() if re.fullmatch(rf"word/{kind}\d*\.xml", name)]
        texts = (str([line for p in root.iter(f"{_W}p") if (line := _line(p, formats=formats))]) for root in found)
        said[kind] = sorted({text for text in texts if text != "[]"})
    for kind in ("footnote", "endnote"):
        notes = {note.get(f"{_W}id"): note for note in parts.get(f"word/{kind}s.xml", ())}
        cited = [call.get(f"{_W}id") for call in parts["word/document.xml"].iter(f"{_W}{kind}Reference")]
        said[kind] = [[_line(p, formats=formats) for p in notes[key].iter(f"{_W}p")] if key in notes else None for key in cited]
    return said


def _styles(data: bytes, way: str) -> list[tuple[str, str]]:
    """The name of the style of each paragraph of the body that has text."""
    parts = _resolved(data, way)
    styles = parts["word/styles.xml"].iter(f"{_W}style")
    names = {style.get(f"{_W}styleId"): style.find(f"{_W}name").get(f"{_W}val").lower() for style in styles}
    out = []
    for p in parts["word/document.xml"].iter(f"{_W}p"):
        style = p.find(f"{_W}pPr/{_W}pStyle")
        if line := _line(p, formats=False):
            out.append((names.get(style.get(f"{_W}val"), "") if style is not None else "normal", line))
    return out


def _pandoc(data: bytes, way: str) -> list[str]:
    """It does not reject changes of format (w:rPrChange): where there are any, its formats of the old text are not asked for."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        changed = any(b"<w:rPrChange" in archive.read(name) for name in archive.namelist())
    if way == "reject" and changed:
        raise NotAsked
    return pandoc.lines(data, way, formats=True)


READINGS: dict[str, Reading] = {
    "body": lambda data, way: _body(data, way, formats=False),
    "body, formats": lambda data, way: _body(data, way, formats=True),
    "notes and headers": lambda data, way: _stories(data, way, formats=False),
    "notes and headers, formats": lambda data, way: _stories(data, way, formats=True),
    "styles, formats": _styles,
    "pandoc": lambda data, way: pandoc.lines(data, way),
    "pandoc, formats": _pandoc,
}
"""By name; those that also look at formats end in "formats"."""
