"""Old Word files: refused with the way out, or converted by LibreOffice where it is installed."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from pathlib import Path
from shutil import which

import pytest

from draftkit.errors import Unreadable
from draftkit.readers import Intake, legacy, read
from draftkit.readers import text as text_reader
from draftkit.writers import render

OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
TEXT = """82/14. Safety of submarine cables

The General Assembly,

Recalling its resolution 80/903 of 4 December 2025,

1. Takes note of the report of the Secretary-General;

2. Decides to consider the item at its eighty-fourth session.
"""


def refusal(path: Path, intake: Intake = Intake()) -> str:  # noqa: B008 - frozen
    with pytest.raises(Unreadable) as caught:
        read(path, intake)
    return str(caught.value).replace(f"{path.parent}/", "")


def program(folder: Path, script: str) -> str:
    """A stand-in for LibreOffice."""
    path = folder / "soffice-stand-in"
    path.write_text(f"#!{sys.executable}\nimport sys, time, pathlib\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("old.doc", "Word's format of before 2007"), ("old.odt", "LibreOffice's format"), ("OLD.RTF", "Rich Text")],
)
def test_refused_with_the_way_out(tmp_path: Path, name: str, kind: str) -> None:
    (tmp_path / name).write_bytes(OLD_WORD if name == "old.doc" else b"{\\rtf1 words}")
    remedy = "save the file as .docx, or let LibreOffice convert it: --convert-with soffice"
    assert refusal(tmp_path / name) == f"{name}: {kind} is not read; {remedy}"


def test_an_old_file_under_a_new_name_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "old.docx").write_bytes(OLD_WORD)
    said = "old.docx: this is a Word file of before 2007, whatever its name says; name the file .doc"
    assert refusal(tmp_path / "old.docx") == said


def test_a_word_file_with_a_password_is_said_to_have_one(tmp_path: Path) -> None:
    (tmp_path / "locked.docx").write_bytes(OLD_WORD + "EncryptedPackage".encode("utf-16-le"))
    assert refusal(tmp_path / "locked.docx") == "locked.docx: this Word file is locked with a password; save it without one"


def test_a_program_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "old.doc").write_bytes(OLD_WORD)
    said = 'old.doc: the program "no-such-office" was not found; install LibreOffice, or give the path of its soffice'
    assert refusal(tmp_path / "old.doc", Intake(converter="no-such-office")) == said


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script with a first line that names Python")
@pytest.mark.parametrize("script", ["sys.exit(1)", "pass"])
def test_a_program_that_makes_nothing_of_it(tmp_path: Path, script: str) -> None:
    (tmp_path / "old.doc").write_bytes(OLD_WORD)
    said = "old.doc: LibreOffice could not convert it; save the file as .docx in Word"
    assert refusal(tmp_path / "old.doc", Intake(converter=program(tmp_path, script))) == said


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script with a first line that names Python")
def test_a_program_that_does_not_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legacy, "LONGEST", 1)
    (tmp_path / "old.doc").write_bytes(OLD_WORD)
    said = "old.doc: LibreOffice took longer than 1 seconds; save the file as .docx in Word"
    assert refusal(tmp_path / "old.doc", Intake(converter=program(tmp_path, "time.sleep(60)"))) == said


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script with a first line that names Python")
def test_what_a_program_that_does_not_end_has_started_is_ended_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legacy, "LONGEST", 1)
    (tmp_path / "old.doc").write_bytes(OLD_WORD)
    script = "import os\nif os.fork() == 0:\n    pathlib.Path(__file__).with_name('child').write_text(str(os.getpid()))\ntime.sleep(60)"
    refusal(tmp_path / "old.doc", Intake(converter=program(tmp_path, script)))
    child = int((tmp_path / "child").read_text())
    for _ in range(50):  # whoever inherits it takes it from the list in a moment
        if not _runs(child):
            return
        time.sleep(0.1)
    pytest.fail("it still runs")


def _runs(process: int) -> bool:
    """Whether a process is there, and not only its entry in the list."""
    state = Path(f"/proc/{process}/stat")
    if Path("/proc/self").exists():
        return state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z"
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.skipif(which("soffice") is None, reason="needs LibreOffice")
@pytest.mark.parametrize("suffix", ["doc", "odt", "rtf"])
def test_libreoffice_makes_it_readable(tmp_path: Path, suffix: str) -> None:
    resolution = text_reader.read(TEXT, "cables.txt").resolution
    (tmp_path / "cables.docx").write_bytes(render(resolution, "docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", suffix, "--outdir", tmp_path, tmp_path / "cables.docx"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    reread = read(tmp_path / f"cables.{suffix}", Intake(converter="soffice")).resolution
    assert render(reread, "txt").decode() == render(resolution, "txt").decode()
