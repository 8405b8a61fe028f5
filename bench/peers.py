"""The tools that make a redline of two Word files, each as one command: OLD NEW OUT.

The peers live in an environment of their own, ``bench/.venv``, from ``requirements/bench.txt``; one that is missing is left
out. ``ran`` gives the time and the peak memory of the whole process and of those that it started.

Example:
    >>> ran(PEERS["docx-scalpel"], old, new, out)
    Run(seconds=0.52, processor=0.61, megabytes=104.0)
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).resolve().parent
LONGEST = 600

_REDLINES = """
import sys, warnings
warnings.simplefilter("ignore")
from python_redlines import {engine}
old, new, out = sys.argv[1:]
with open(out, "wb") as file:
    file.write({engine}().run_redline("Peer", old, new{options})[0])
"""
_SCALPEL = """
import sys
from pathlib import Path
from docx_scalpel import DocxDiffSettings, docx_diff_compare
old, new, out = map(Path, sys.argv[1:])
how = DocxDiffSettings(author_for_revisions="Peer", pre_accept_input_revisions=True)
out.write_bytes(docx_diff_compare(old.read_bytes(), new.read_bytes(), how))
"""
_JUBARTE = """
import sys
from pathlib import Path
from jubarte_redlines import compare_documents
old, new, out = map(Path, sys.argv[1:])
out.write_bytes(compare_documents(old.read_bytes(), new.read_bytes(), author="Peer"))
"""


@dataclass(frozen=True, slots=True)
class Peer:
    """``command`` makes the words of the command from OLD, NEW, OUT and a folder that it may write into."""

    name: str
    command: Callable[[Path, Path, Path, Path], list[str]]
    present: Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Run:
    """What a run took, on the clock and of the processors; ``said`` is what it complained of if it wrote no file.

    Memory is that of the largest process. Where the system does not tell, the last two figures are 0.
    """

    seconds: float
    processor: float
    megabytes: float
    said: str = ""


def _python() -> Path:
    return HERE / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _has(module: str) -> bool:
    if not _python().is_file():
        return False
    return subprocess.run([_python(), "-c", f"import {module}"], capture_output=True, check=False).returncode == 0


def _script(name: str, code: str, module: str) -> Peer:
    return Peer(name, lambda old, new, out, _: [str(_python()), "-c", code, str(old), str(new), str(out)], lambda: _has(module))


def _draftkit(old: Path, new: Path, out: Path, _: Path) -> list[str]:
    command = [sys.executable, "-m", "draftkit", "redline", str(old), str(new), "-o", str(out)]
    return [*command, "--accept-input", "--date", "2026-01-05"]


def _office() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def _profile(folder: Path, code: str) -> None:
    """The profile of the tests' judge, with another macro in it."""
    sys.path.append(str(HERE.parent / "tests"))
    from judges import office

    office._profile(folder)
    module = folder / "user" / "basic" / "Standard" / "Module1.xba"
    head, _, _ = module.read_text("utf-8").partition('script:language="StarBasic">')
    module.write_text(f'{head}script:language="StarBasic">{escape(code)}</script:module>', "utf-8")


def _libreoffice(old: Path, new: Path, out: Path, folder: Path) -> list[str]:
    _profile(folder / "profile", (HERE / "compare.bas").read_text("utf-8"))
    call = f'macro:///Standard.Module1.Main("{old.as_uri()}","{new.as_uri()}","{out.as_uri()}")'
    return [_office() or "", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", call]


_ENGINE = "python_redlines_{}".format
PEERS = {
    peer.name: peer
    for peer in (
        Peer("draftkit", _draftkit, lambda: True),
        _script("Docxodus", _REDLINES.format(engine="DocxodusEngine", options=", detect_moves=True"), _ENGINE("docxodus")),
        _script("docx-scalpel", _SCALPEL, "docx_scalpel"),
        _script("PowerTools", _REDLINES.format(engine="XmlPowerToolsEngine", options=""), _ENGINE("ooxmlpowertools")),
        _script("jubarte", _JUBARTE, "jubarte_redlines"),
        Peer("LibreOffice", _libreoffice, lambda: _office() is not None),
    )
}
"""By the name in the tables: Docxodus and PowerTools (WmlComparer) are the two engines of python-redlines."""


def ran(peer: Peer, old: Path, new: Path, out: Path) -> Run:
    """Runs a tool, LONGEST seconds at most; if it wrote no file, what it said last is told."""
    out.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report"
        watched = [sys.executable, "-I", "-S", str(HERE / "watch.py"), str(report), str(LONGEST)]
        command = peer.command(old, new, out, Path(folder))
        done = subprocess.run([*watched, *command], capture_output=True, stdin=subprocess.DEVNULL, check=False)
        seconds, processor, megabytes = map(float, report.read_text().split())
    words = (done.stdout + done.stderr).decode(errors="replace").strip()
    return Run(seconds, processor, megabytes, "" if out.is_file() else (words.splitlines() or [f"exit {done.returncode}"])[-1])
