"""What is printed to a pipe or a file is UTF-8 with line feeds, whatever the system would write by itself."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from draftkit.__main__ import as_utf_8

DRAFT = "draftkit: 1\ntitle: Cables\noperative:\n  - id: notes-report\n    text: |-\n      *Takes note* of the report of the Secretary-General on Lake Xǁaa‑gora;\n"


def printed(folder: Path, *arguments: str) -> tuple[int, str, str]:
    """Exit code, output and errors of a command as Windows of Western Europe runs it."""
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    done = subprocess.run([sys.executable, "-m", "draftkit", *arguments], cwd=folder, env=environment, capture_output=True, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_every_report_is_utf_8(tmp_path: Path) -> None:
    (tmp_path / "draft.yaml").write_text(DRAFT, encoding="utf-8")
    code, out, _ = printed(tmp_path, "clause", "match", "draft.yaml", "--json", "--loose")
    assert code == 0
    assert "Lake Xǁaa‑gora" in out
    assert json.loads(out)[0]["matches"][0]["values"] == {"topic": "Lake Xǁaa‑gora"}
    code, out, _ = printed(tmp_path, "clause", "show", "agenda/include-sub-item")
    assert (code, "“{{ item }}”" in out) == (0, True)
    code, out, error = printed(tmp_path, "clause", "show", "ǁaa")
    assert (code, out, "ǁaa" in error) == (2, "", True)


class _Terminal(io.BytesIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("terminal", "expected"), [(False, "é\u2011x\n".encode()), (True, b"\xe9?x\r\n")])
def test_a_terminal_is_written_to_as_it_understands(monkeypatch: pytest.MonkeyPatch, terminal: bool, expected: bytes) -> None:
    raw = _Terminal() if terminal else io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="cp1252", newline="\r\n"))
    monkeypatch.setattr(sys, "stderr", None)
    as_utf_8()
    sys.stdout.write("é\u2011x\n")
    sys.stdout.flush()
    assert raw.getvalue() == expected
