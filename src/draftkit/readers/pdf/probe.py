"""Reads the PDF on standard input and says by its exit code whether it came to an end; run as a process of its own.

In: the bytes of a PDF that may be made to take forever. Out: exit code 0 once it is read or found unreadable. Where the
system can limit a process, it may not take more memory or time than given here.

Example:
    $ python -P -m draftkit.readers.pdf.probe < A_RES_80_901.pdf
"""

from __future__ import annotations

import sys

from draftkit.errors import Unreadable
from draftkit.readers.pdf.document import LONGEST, open_sheets

MOST_MEMORY = 2 << 30
"""Bytes."""


def main() -> int:
    """Read the file and forget it."""
    _limit()
    data = sys.stdin.buffer.read()
    try:
        open_sheets(data, "standard input")
    except Unreadable:
        return 0  # the caller finds out the same
    except MemoryError:
        return 1
    return 0


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows: only the time is limited, by the caller
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
