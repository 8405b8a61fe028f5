"""The public API: the six names, also after the packages of the same names were imported."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PRIOR = Path(__file__).resolve().parent.parent / "examples" / "A_RES_80_903.md"

SCRIPT = """
import draftkit
prior = draftkit.read({prior!r}).resolution
for _ in range(2):
    rolled = draftkit.roll(prior, session=82).resolution
    finished = draftkit.assemble(rolled, before=prior).resolution
import draftkit.roll.edits as edits, draftkit.assemble.numbers
from draftkit import roll, assemble, check, compare
assert roll(prior, session=82).resolution == rolled and assemble(rolled, before=prior).resolution == finished
assert edits.__name__ == "draftkit.roll.edits"
draftkit.write(compare(prior, finished, by_id=True), {out!r})
print(len(check(finished)))
"""


def test_functions_are_found_before_and_after_their_packages(tmp_path):
    out = tmp_path / "redline.docx"
    script = SCRIPT.format(prior=str(PRIOR), out=str(out))
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert out.read_bytes()[:2] == b"PK"


def test_an_unknown_name_is_an_attribute_error():
    script = "import draftkit\ntry: draftkit.nothing\nexcept AttributeError as error: print(error)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "module 'draftkit' has no attribute 'nothing'\n"
