"""How long draftkit takes, as ratios within one run: machines differ, ratios less so.

    python bench/bench.py            every command against a bare ``python -c pass``; growth with the size of the text

Each command is timed as a whole process, the median of several runs.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
DRAFTKIT = [sys.executable, "-m", "draftkit"]
RUNS = 7
SIZES = (1, 10, 100)


def timed(command: list[str], runs: int = RUNS) -> float:
    """The median wall time of a command in seconds, after one run that is not counted."""
    times = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def text_of(paragraphs: int, year: int) -> str:
    """A plain text of a length; two years differ in one paragraph of ten."""
    body = [
        f"{n}. Requests the Secretary-General to continue to report on measure {n} taken under paragraph {max(1, n - 1)} above"
        f"{f' in {year}' if n % 10 == 0 else ''};"
        for n in range(1, paragraphs + 1)
    ]
    return "\n\n".join(["The General Assembly,", "Recalling its earlier decisions,", *body]) + "\n"


def main() -> None:
    """Print the two tables."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        bare = timed([sys.executable, "-c", "pass"])
        draft, prior = EXAMPLES / "draft.yaml", next(iter(sorted(EXAMPLES.glob("*80*.md"))))
        commands = {
            "--version": ["--version"],
            "convert to text": ["convert", str(prior), "-o", str(out / "a.txt")],
            "roll": ["roll", str(prior), "--session", "82", "-o", str(out / "r.yaml"), "--force"],
            "build": ["build", str(draft), "-o", str(out / "b.docx")],
            "check": ["check", str(draft)],
        }
        print(f"{'whole process':<18}{'x bare python':>14}")
        for name, arguments in commands.items():
            print(f"{name:<18}{timed([*DRAFTKIT, *arguments]) / bare:>14.1f}")
        print(f"\n{'paragraphs':<18}{'convert':>14}{'redline':>14}   (x the smallest)")
        first: tuple[float, float] | None = None
        for size in SIZES:
            old, new = out / f"old{size}.txt", out / f"new{size}.txt"
            old.write_text(text_of(40 * size, 2024), "utf-8")
            new.write_text(text_of(40 * size, 2026), "utf-8")
            convert = timed([*DRAFTKIT, "convert", str(old), "-o", str(out / "c.yaml")], 3)
            redline = timed([*DRAFTKIT, "redline", str(old), str(new), "-o", str(out / "c.docx")], 3)
            first = first or (convert, redline)
            print(f"{40 * size:<18}{convert / first[0]:>14.1f}{redline / first[1]:>14.1f}")


if __name__ == "__main__":
    main()
