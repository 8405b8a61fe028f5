"""Runs a command and writes what it took: REPORT SECONDS COMMAND... -> "seconds processor megabytes" in REPORT.

A process of its own, and a small one: the peak memory of a process begins with that of the one that started it.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time

try:
    import resource
except ImportError:  # Windows does not tell
    resource = None  # type: ignore[assignment]


def main() -> None:
    report, longest, *command = sys.argv[1:]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    stop = threading.Timer(float(longest), process.kill)
    stop.start()
    process.wait()
    stop.cancel()
    spent = time.perf_counter() - start
    processor, memory = 0.0, 0.0
    if resource is not None:
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        processor, memory = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    with open(report, "w") as file:  # noqa: PTH123  (without pathlib this process is smaller)
        file.write(f"{spent} {processor} {memory}")
    sys.exit(process.returncode)


if __name__ == "__main__":
    main()
