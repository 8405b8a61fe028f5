"""Where the command ``draftkit`` begins, and ``python -m draftkit``."""

from __future__ import annotations

import gc
import sys

from draftkit import __version__

MANY = 100_000
"""So many objects are made before the collector of cycles looks at them: the values of the model have no cycles, and looking
again and again at a long text takes a third of the time that reading it takes."""


def main() -> None:
    """Run the command line. The version is told before click is loaded, which takes most of the start-up."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"draftkit, version {__version__}\n")
        return
    from draftkit.cli import main as run

    gc.set_threshold(MANY)
    run(prog_name="draftkit")


if __name__ == "__main__":
    main()
