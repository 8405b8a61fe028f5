"""Where the command ``draftkit`` begins, and ``python -m draftkit``."""

from __future__ import annotations

import sys

from draftkit import __version__


def main() -> None:
    """Run the command line. The version is told before click is loaded, which takes most of the start-up."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"draftkit, version {__version__}\n")
        return
    from draftkit.cli import main as run

    run(prog_name="draftkit")


if __name__ == "__main__":
    main()
