"""What is done with files: refuse to write over an input, write whole or not at all.

A link stays a link: the file that it leads to is written. A pipe or a device is written to, never replaced.
"""

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
    target = os.path.realpath(output)
    for source in inputs:
        if str(source) != "-" and os.path.realpath(source) == target:
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
    save_all([(str(output), raw)])


def save_all(made: Iterable[tuple[str, str | bytes]]) -> None:
    """Write several files, all of them or none; what has no target ("") is not written, "-" is standard output.

    Each is first written beside its place, and only when all of them are there are they put in.
    """
    shown = ""
    streams: list[tuple[str, bytes]] = []
    parts: list[tuple[Path, Path]] = []
    try:
        for shown, data in made:
            raw = data.encode("utf-8") if isinstance(data, str) else data
            if not shown:
                continue
            if shown == "-" or _is_stream(Path(shown)):
                streams.append((shown, raw))
            else:
                target = Path(os.path.realpath(shown))
                parts.append((_part(target, raw, shown), target))
        for shown, raw in streams:
            save("-", raw) if shown == "-" else Path(shown).write_bytes(raw)
        for part, target in parts:
            part.replace(target)
    except BaseException as error:
        for part, _ in parts:
            part.unlink(missing_ok=True)
        if not isinstance(error, OSError) or isinstance(error, BrokenPipeError):
            raise
        reason = error.strerror or "cannot be written"
        raise DraftkitError(reason, shown, "close it in Word if it is open there, or give another name with -o") from None


def _is_stream(target: Path) -> bool:
    """Whether a pipe or a device stands there, told before the link /dev/stdout is followed."""
    if target.is_dir():
        raise DraftkitError("this is a folder", str(target), "name a file in it")
    return target.exists() and not target.is_file()


def _part(target: Path, raw: bytes, shown: str) -> Path:
    """A file written beside the target; ``shown`` is the name that the user gave."""
    if not target.parent.is_dir():
        raise DraftkitError(f'there is no folder "{Path(shown).parent}"', shown, "make it first")
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
        Path(name).chmod(0o666 & ~_umask())
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
