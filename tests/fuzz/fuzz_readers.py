"""Fuzz a reader: whatever the bytes, it reads them or raises an error of draftkit, in bounded time and memory.

    python tests/fuzz/fuzz_readers.py akn --minutes 10 [--seeds DIR]

Guided by coverage (atheris, which runs libFuzzer; Linux only). The seeds are the project's examples in the reader's format,
and the files of DIR. What is read is also written as text and as a draft, for a reading that cannot be written is no use. A
find is left as "crash-...", "timeout-..." (over 5 s) or "oom-..." (over 1 GiB) in the folder it was started from; what is
mended becomes a case in ``tests/readers/test_hostile.py``.

Of a Word file only one part is changed, the first byte says which, and the file is zipped anew: else nearly every change would
only break a check sum.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["draftkit"]):
    from draftkit.errors import DraftkitError
    from draftkit.readers import Reading, akn, draft, pdf, text, word
    from draftkit.writers import render

PROJECT = Path(__file__).resolve().parent.parent.parent
SECONDS, MEGABYTES, LONGEST = 5, 1024, 60_000
PARTS = ("word/document.xml", "word/footnotes.xml", "word/styles.xml", "word/_rels/document.xml.rels", "[Content_Types].xml")


def read_text(data: bytes) -> Reading:
    return text.read(data.decode("utf-8", "replace"), "fuzz.txt")


def read_draft(data: bytes) -> Reading:
    return draft.read(data.decode("utf-8", "replace"), "fuzz.yaml")


def read_akn(data: bytes) -> Reading:
    return akn.read(data, "fuzz.xml")


def read_pdf(data: bytes) -> Reading:
    return pdf.read(data, "fuzz.pdf")


def read_word(data: bytes) -> Reading:
    """One part of a real file changed; whether its revisions are accepted or rejected, the first byte says too."""
    first, changed = (data[0], data[1:]) if data else (0, b"")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in _WORD.items():
            archive.writestr(name, changed if name == PARTS[first % len(PARTS)] else content)
    return word.read(out.getvalue(), "fuzz.docx", list(word.Mode)[first // len(PARTS) % len(word.Mode)])


READERS: dict[str, tuple[Callable[[bytes], Reading], str]] = {
    "akn": (read_akn, "xml"),
    "draft": (read_draft, "yaml"),
    "pdf": (read_pdf, "pdf"),
    "text": (read_text, "txt"),
    "word": (read_word, "docx"),
}
_WORD: dict[str, bytes] = {}


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def seeds(form: str, folder: Path | None) -> Iterator[bytes]:
    """The examples in a format, and what a folder has of it."""
    if form == "pdf":
        yield from pdfs()
    for file in sorted((PROJECT / "examples").glob("*.md")):
        resolution = text.read(file.read_text(encoding="utf-8"), file.name).resolution
        if form != "pdf":
            yield render(resolution, form)
        if form == "txt":
            yield file.read_bytes()
    for file in sorted(folder.rglob(f"*.{form}")) if folder else ():
        yield file.read_bytes()


def pdfs() -> Iterator[bytes]:
    """Small files, their streams unpacked so that a change in them counts."""
    sys.path.insert(0, str(PROJECT / "tests" / "readers" / "pdf"))
    from small_pdf import Leaf, pdf

    head = Leaf().text(72, 740, "A/RES/81/37", "b", 14).text(72, 700, "81/37. Safety of submarine cables", "b", 12)
    body = head.runs(72, 660, [("The General Assembly", "i"), (",", "")])
    body.runs(72, 640, [("Recalling", "i"), (" its resolution 79/12 of 4 December 2024,", ""), ("1", "^")])
    body.text(72, 620, "1.").runs(96, 620, [("Urges", "i"), (" all States to protect cables, and in particular the", "")])
    body.line(72, 120, 200).runs(72, 105, [("1", "^"), (" A/79/143.", "")])
    rest = Leaf().text(72, 740, "A/RES/81/37").text(72, 700, "long-").text(72, 688, "term ones;").picture(100, 300, 200, 200)
    for at in range(4):
        rest.line(72, 500 - 20 * at, 400).text(80, 504 - 20 * at, "State").text(300, 504 - 20 * at, str(at))
    yield pdf([body, rest])
    yield pdf([body])


def try_one(read: Callable[[bytes], Reading]) -> Callable[[bytes], None]:
    def try_it(data: bytes) -> None:
        try:
            resolution = read(data).resolution
        except (DraftkitError, RecursionError):  # the command line makes one line of both
            return
        render(resolution, "txt")
        render(resolution, "yaml")

    return try_it


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("reader", choices=sorted(READERS))
    options.add_argument("--minutes", type=float, default=10)
    options.add_argument("--seeds", type=Path, help="a folder with more files of the format")
    given = options.parse_args()
    read, form = READERS[given.reader]
    corpus = Path(tempfile.mkdtemp(prefix="draftkit-fuzz-"))
    for at, data in enumerate(seeds(form, given.seeds)):
        if form != "docx":
            (corpus / f"seed-{at}").write_bytes(data)
            continue
        parts = unpacked(data)
        _WORD.update(parts if not _WORD else {})
        for place, name in enumerate(PARTS):
            (corpus / f"seed-{at}-{place}").write_bytes(bytes([place]) + parts.get(name, b""))
    limits = [f"-timeout={SECONDS}", f"-rss_limit_mb={MEGABYTES}", f"-max_len={LONGEST}"]
    atheris.Setup([sys.argv[0], *limits, f"-max_total_time={round(given.minutes * 60)}", str(corpus)], try_one(read))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
