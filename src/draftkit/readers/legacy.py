"""Word files of before 2007 and their kin -> .docx, by LibreOffice where it is installed and only when it is asked for.

In: the bytes of a .doc, .odt or .rtf, and the name of LibreOffice's program. Out: the bytes of a .docx. The program gets a copy
in a folder and with a profile of their own, so it neither sees other files nor a window that is open.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from draftkit.errors import Unreadable

if TYPE_CHECKING:
    from subprocess import Popen

FORMATS = {".doc": "Word's format of before 2007", ".odt": "LibreOffice's format", ".rtf": "Rich Text"}
"""What can be converted, by the end of the file's name."""

LONGEST = 120
"""Seconds; the longest resolution takes LibreOffice four."""

_USUAL_PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
"""Where LibreOffice is, on systems that do not put it on the path."""


def converted(data: bytes, name: str, program: str) -> bytes:
    """The file as .docx.

    Raises:
        Unreadable: no program is given, it is not to be found, or it cannot make anything of the file.
    """
    suffix = Path(name).suffix.lower()
    if not program:
        what = f"{FORMATS.get(suffix, FORMATS['.doc'])} is not read"
        remedy = "save the file as .docx, or let LibreOffice convert it: --convert-with soffice"
        raise Unreadable(what, name, remedy)
    import tempfile
    from shutil import which

    found = which(program) or next((place for place in _USUAL_PLACES if program == "soffice" and Path(place).exists()), "")
    if not found:
        raise Unreadable(f'the program "{program}" was not found', name, "install LibreOffice, or give the path of its soffice")
    with tempfile.TemporaryDirectory(prefix="draftkit-") as folder:
        return _convert(data, name, found, Path(folder), suffix if suffix in FORMATS else ".doc")


def _convert(data: bytes, name: str, program: str, folder: Path, suffix: str) -> bytes:
    source, target = folder / f"source{suffix}", folder / "source.docx"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "docx", "--outdir", str(folder), str(source)]
    try:
        if not _ended_in_time(command):
            raise Unreadable(f"LibreOffice took longer than {LONGEST} seconds", name, "save the file as .docx in Word")
        return target.read_bytes()
    except OSError:
        raise Unreadable("LibreOffice could not convert it", name, "save the file as .docx in Word") from None


def _ended_in_time(command: Sequence[str]) -> bool:
    """Whether a program came to its end; if not, it is ended, and the programs that it has started with it."""
    import subprocess

    quiet = subprocess.DEVNULL  # not a pipe: a program that this one has started would hold it open
    process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        process.wait(LONGEST)
    except subprocess.TimeoutExpired:
        return False
    finally:
        if process.poll() is None:
            _end(process)
    return True


def _end(process: Popen[bytes]) -> None:
    """End a process and, where the system knows of groups, those that it has started."""
    import os
    import signal

    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
