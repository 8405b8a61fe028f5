"""What is done with files: refuse to write over an input, write whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from draftkit.errors import DraftkitError

_ZIPPED = b"PK"  # how a Word file begins


def refuse_overwriting(output: str, inputs: Iterable[str | Path]) -> None:
    """Raise if ``output`` is one of the files that were read."""
    if output == "-":
        return
    target = Path(output).resolve()
    for source in inputs:
        if str(source) != "-" and Path(source).resolve() == target:
            raise DraftkitError("the output would be written over an input", output, "give another name with -o")


def save(output: str | Path, data: str | bytes) -> None:
    """Write a file whole or not at all; "-" is standard output."""
    raw = data.encode("utf-8") if isinstance(data, str) else data
    if str(output) == "-":
        if raw.startswith(_ZIPPED) and sys.stdout.isatty():
            raise DraftkitError("a Word file cannot be shown on the screen", remedy="name a file with -o")
        stream = sys.stdout.buffer
        stream.write(raw)
        stream.flush()
        return
    target = Path(output)
    if target.is_dir():
        raise DraftkitError("this is a folder", str(output), "name a file in it")
    if not target.parent.is_dir():
        raise DraftkitError(f'there is no folder "{target.parent}"', str(output), "make it first")
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(raw)
            Path(name).chmod(0o666 & ~_umask())
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = error.strerror or "cannot be written"
        raise DraftkitError(reason, str(output), "close it in Word if it is open there, or give another name with -o") from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
