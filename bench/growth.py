"""How reading and writing grow with the size of a text: the longest example made many times as long.

    python bench/growth.py                      1, 3, 10, 30 and 100 times the longest example
    python bench/growth.py --times 37 111 370   other sizes; 37 is about 33,000 words, as long as the longest resolution
    python bench/growth.py --only text xml      some of the readers and writers

Each line has the best of two runs inside one process. The last column is the time for a word against that of the smallest
size: 1.0 is linear growth, 2.0 means that a word takes twice as long. "too large" is what a reader refuses.
"""

from __future__ import annotations

import argparse
import gc
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from draftkit.__main__ import MANY
from draftkit.errors import DraftkitError
from draftkit.model import Block, Paragraph, Resolution
from draftkit.readers import FORMATS, read
from draftkit.writers import akn, docx, draft, text

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
TIMES = (1, 3, 10, 30, 100)
RUNS = 2

WRITTEN: dict[str, tuple[str, Callable[[Resolution], str | bytes]]] = {
    "text": (".txt", text.write),
    "markdown": (".md", lambda resolution: text.write(resolution, markdown=True)),
    "yaml": (".yaml", draft.write),
    "xml": (".xml", akn.write),
    "word": (".docx", docx.write),
}
"""What is read: for each format its suffix and the writer that makes the file; there is none of PDFs."""


def longest() -> Resolution:
    """The example with the most words."""
    files = [file for file in sorted(EXAMPLES.iterdir()) if file.suffix in FORMATS and file.suffix != ".yaml"]
    return max((read(file).resolution for file in files), key=words)


def words(resolution: Resolution) -> int:
    """The words of a text as printed."""
    return len(text.write(resolution).split())


def longer(resolution: Resolution, times: int) -> Resolution:
    """The resolution with the blocks of each of its parts so many times; every copy has names of its own."""

    def repeated(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(_renamed(block, copy) for copy in range(times) for block in blocks)

    parts = (replace(part, preamble=repeated(part.preamble), operative=repeated(part.operative)) for part in resolution.parts)
    return replace(resolution, parts=tuple(parts))


def _renamed(block: Block, copy: int) -> Block:
    named = replace(block, id=f"{block.id}-{copy}") if copy else block
    if isinstance(named, Paragraph):
        return replace(named, items=tuple(_renamed(item, copy) for item in named.items))  # type: ignore[misc]
    return named


def seconds(work: Callable[[], object]) -> float:
    """The best wall time of a piece of work."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Print a line for each reader and size, then for the writer of text."""
    gc.set_threshold(MANY)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", nargs="+", type=int, default=list(TIMES))
    parser.add_argument("--only", nargs="+", choices=[*WRITTEN, "write"], default=[*WRITTEN, "write"])
    options = parser.parse_args()
    example = longest()
    sized = [longer(example, times) for times in sorted(options.times)]
    print(f"{'':<16}{'words':>10}{'ms':>10}{'ms / 1,000 words':>18}{'x the smallest':>16}")
    with tempfile.TemporaryDirectory() as folder:
        for name in options.only:
            first = 0.0
            for resolution in sized:
                count = words(resolution)
                try:
                    spent = seconds(_work(name, resolution, Path(folder)))
                except DraftkitError as error:
                    print(f"{_said(name):<16}{count:>10,}  too large: {error.what}")
                    continue
                first = first or spent / count
                figures = f"{1000 * spent:>10,.0f}{1e6 * spent / count:>18.1f}{spent / count / first:>16.2f}"
                print(f"{_said(name):<16}{count:>10,}{figures}", flush=True)


def _said(name: str) -> str:
    return "write text" if name == "write" else f"read {name}"


def _work(name: str, resolution: Resolution, folder: Path) -> Callable[[], object]:
    if name == "write":
        return lambda: text.write(resolution)
    suffix, written = WRITTEN[name]
    file = folder / f"a{suffix}"
    data = written(resolution)
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return lambda: read(file)


if __name__ == "__main__":
    main()
