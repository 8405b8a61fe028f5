"""A text written into the Word file of another, and read as a reviewer does: ``[-old-]{+new+}``, for tests.

What is asked of every redline is asked here: both directions by judges that are not ours, soundness, and that paragraphs without
a change keep their very XML.

Example:
    >>> redlined(resolution("1. Urges all States;"), resolution("1. Urges States;")).changed
    ['1. Urges[- all-] States;']
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from draftkit.compare.comparison import compare
from draftkit.model import Resolution
from draftkit.readers import word
from draftkit.tracking.texts import redline_text
from draftkit.word.revisions import Mode
from draftkit.word.soundness import faults
from draftkit.writers.authors import Authors
from judges import oracle, pandoc
from judges.schema import W, errors, trees
from word_files import Block, File, P, build

DATE = "2026-10-05T09:00:00Z"
_CHANGES = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"))
_SIGNS = {"ins": "{{+{}+}}", "del": "[-{}-]", "moveFrom": "[<{}<]", "moveTo": "{{>{}>}}"}


def resolution(*blocks: Block | str, title: str = "79/124. Safety of submarine cables") -> File:
    """A resolution as anybody types one; a text is a paragraph."""
    found = (title, "The General Assembly,", "Recalling its resolution 71/5,", *blocks)
    return File(tuple(P(block) if isinstance(block, str) else block for block in found))


@dataclass(frozen=True, slots=True)
class Redlined:
    """A redline. ``lines`` are its paragraphs, ``changed`` those of them with a change, ``notes`` the same of the notes."""

    data: bytes
    lines: list[str]
    untracked: tuple[str, ...]

    @property
    def changed(self) -> list[str]:
        return [line for line in self.lines if any(sign in line for sign in ("[-", "{+", "[<", "{>", "{was", "[¶]", "{¶}"))]

    @property
    def heads(self) -> list[str]:
        """The paragraphs of headers and footers."""
        parts = [root for root in trees(self.data).values() if root.tag in (f"{W}hdr", f"{W}ftr")]
        return [shown(p) for root in parts for p in root.iter(f"{W}p")]

    @property
    def notes(self) -> list[str]:
        root = trees(self.data).get("word/footnotes.xml")
        found = [] if root is None else ["".join(map(shown, n.iter(f"{W}p"))).strip() for n in root if n.get(f"{W}type") is None]
        return [line for line in found if line]


def patched(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """A file with other XML in one part, in the first place where it stands."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            blob = source.read(name)
            assert name != part or old in blob
            target.writestr(name, blob.replace(old, new, 1) if name == part else blob)
    return out.getvalue()


def redlined(old: File | bytes, new: File | Resolution | bytes, *, revisions: Mode | None = None) -> Redlined:
    """Write the text of ``new`` into ``old``, and let it be judged; against ``new`` only if that is a file too."""
    before = old if isinstance(old, bytes) else build(old)
    after = build(new) if isinstance(new, File) else new
    reading = word.read(before, "old.docx", revisions)
    wanted = word.read(after, "new.docx").resolution if isinstance(after, bytes) else after
    found = redline_text(before, compare(reading.resolution, wanted), reading.lines, Authors(), DATE, revisions=revisions)
    way = "accept" if revisions is None else revisions.value
    assert oracle.resolved(found.data, "reject", formats=True) == oracle.resolved(before, way, formats=True)
    assert oracle.stories(found.data, "reject") == oracle.stories(before, way)
    assert pandoc.lines(found.data, "reject") == pandoc.lines(before, way)
    assert word.read(found.data, "out.docx", Mode.REJECT).resolution == reading.resolution
    if isinstance(after, bytes) and not found.untracked:
        assert oracle.resolved(found.data, "accept", formats=True) == oracle.resolved(after, "accept", formats=True)
        assert pandoc.lines(found.data, "accept", formats=True) == pandoc.lines(after, "accept", formats=True)
    assert faults(found.data) == ()
    assert not set(errors(found.data)) - set(errors(before))
    if revisions is None:
        unchanged_is_untouched(before, found.data)
    main = trees(found.data)["word/document.xml"]
    return Redlined(found.data, [shown(p) for p in main.iter(f"{W}p")], found.untracked)


def unchanged_is_untouched(before: bytes, after: bytes) -> None:
    """Every paragraph without a change is one that the old file has, with the very same XML, and so is every part."""
    had, has = trees(before), trees(after)
    for name in had.keys() & has.keys():
        olds = [etree.tostring(p, with_tail=False) for p in had[name].iter(f"{W}p")]
        for p in has[name].iter(f"{W}p"):
            if next(p.iter(*_CHANGES), None) is None and not _is_rest(p):
                assert etree.tostring(p, with_tail=False) in olds
    with zipfile.ZipFile(io.BytesIO(before)) as one, zipfile.ZipFile(io.BytesIO(after)) as other:
        for name in one.namelist():
            if name not in has or next(has[name].iter(*_CHANGES), None) is None:
                assert one.read(name) == other.read(name) or name.startswith("[") or name.endswith(".rels")


def _is_rest(paragraph: Any) -> bool:
    """Whether a paragraph is what is left of one that was parted."""
    before = paragraph.getprevious()
    return before is not None and before.find(f"{W}pPr/{W}rPr/{W}ins") is not None


def shown(paragraph: Any) -> str:
    """A paragraph with its changes; a callout is "^", a field stands in "<>", italics are "*...*"."""
    text = "".join(_shown(paragraph))
    for name, sign in (("ins", "{¶}"), ("del", "[¶]"), ("moveFrom", "[<¶]"), ("moveTo", "{>¶}")):
        if paragraph.find(f"{W}pPr/{W}rPr/{W}{name}") is not None:
            text += sign
    if paragraph.find(f"{W}pPr/{W}pPrChange") is not None:
        text += "{was otherwise}"
    return text


def _shown(element: Any) -> Iterator[str]:
    for child in element:
        name = etree.QName(child).localname
        if name in _SIGNS:
            yield _SIGNS[name].format("".join(_shown(child)))
        elif name == "r":
            yield _run(child)
        elif name in ("hyperlink", "sdt", "sdtContent", "fldSimple", "smartTag"):
            yield from _shown(child)


def _run(run: Any) -> str:
    signs = {"tab": "\t", "br": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "footnoteReference": "^", "t": "", "delText": ""}
    text = ""
    for child in run:
        name = etree.QName(child).localname
        if name == "fldChar":
            text += {"begin": "<", "end": ">"}.get(child.get(f"{W}fldCharType"), "")
        text += signs.get(name, "") + (child.text or "" if name in ("t", "delText") else "")
    change = run.find(f"{W}rPr/{W}rPrChange")
    if change is None or not text:
        return text
    was = [etree.QName(each).localname for each in change.iter(f"{W}i", f"{W}b", f"{W}rStyle", f"{W}vertAlign")]
    return f"{text}{{was {' '.join(was) or 'plain'}}}"
