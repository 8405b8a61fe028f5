"""Where the command ``draftkit`` begins, and ``python -m draftkit``."""

from __future__ import annotations

import gc
import io
import sys

from draftkit import __version__

MANY = 100_000
"""So many objects are made before the collector of cycles looks at them: the values of the model have no cycles, and looking
again and again at a long text takes a third of the time that reading it takes."""


def as_utf_8() -> None:
    """Let all that is printed go out as UTF-8 with line feeds, as files are written (``draftkit.files``).

    Windows has its own characters and line ends for a pipe or a file, and no sign for many letters of names. A terminal keeps
    what it understands; what it cannot show is a question mark there.
    """
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):  # none at all, or that of a program which runs this one
            continue
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def main() -> None:
    """Run the command line. The version is told before click is loaded, which takes most of the start-up."""
    as_utf_8()
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"draftkit, version {__version__}\n")
        return
    from draftkit.cli import main as run

    gc.set_threshold(MANY)
    run(prog_name="draftkit")


if __name__ == "__main__":
    main()
