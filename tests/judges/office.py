"""LibreOffice, accepting or rejecting all changes: a process and a profile of its own for each file, about 1.3 s.

It is driven by a macro in its own Basic, through UNO: it needs no Python of LibreOffice's.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from judges.pandoc import folded

_MACRO = Path(__file__).with_name("office.bas")
_LONGEST = 120
_SET_UP = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    '<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item>'
    "</oor:items>"
)
"""Or else its first start lays its own empty library over this one."""

_BASIC = "http://openoffice.org/2000/library"


def lines(data: bytes, way: str) -> list[str]:
    """The paragraphs of the body with what stands in cells, notes as {fn: text}; empty ones are left out."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("needs LibreOffice, which is not here")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source, target = folder / "redline.docx", folder / "said.txt"
        source.write_bytes(data)
        _profile(folder / "profile")
        call = f'macro:///Standard.Module1.Main("{source.as_uri()}","{target.as_uri()}",".uno:{way.title()}AllTrackedChanges")'
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        subprocess.run([program, profile, "--headless", "--norestore", call], capture_output=True, timeout=_LONGEST, check=False)
        assert target.is_file(), "LibreOffice could not read the file"
        found = [folded(line) for line in target.read_text(encoding="utf-8").split("\n")]
    return [line for line in found if line]


def _profile(folder: Path) -> None:
    """A profile whose standard library holds the macro."""
    user = folder / "user"
    basic = user / "basic"
    (basic / "Standard").mkdir(parents=True)
    code = escape(_MACRO.read_text(encoding="utf-8"))
    script = "http://openoffice.org/2000/script"
    module = f'<script:module xmlns:script="{script}" script:name="Module1" script:language="StarBasic">{code}</script:module>'
    _write(basic / "Standard" / "Module1.xba", "script:module", module)
    for kind, elements in (("script", '<library:element library:name="Module1"/>'), ("dialog", "")):
        named = f'xmlns:library="{_BASIC}" library:name="Standard" library:readonly="false" library:passwordprotected="false"'
        _write(basic / "Standard" / f"{kind}.xlb", "library:library", f"<library:library {named}>{elements}</library:library>")
        listed = '<library:library library:name="Standard" library:link="false"/>'
        whole = f'<library:libraries xmlns:library="{_BASIC}">{listed}</library:libraries>'
        _write(basic / f"{kind}.xlc", "library:libraries", whole)
    (user / "registrymodifications.xcu").write_text(_SET_UP, encoding="utf-8")


def _write(file: Path, root: str, xml: str) -> None:
    """LibreOffice asks for the declarations as well."""
    kind = root.partition(":")[2]
    heads = '<?xml version="1.0" encoding="UTF-8"?>', f'<!DOCTYPE {root} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "{kind}.dtd">'
    file.write_text("\n".join((*heads, xml)), encoding="utf-8")
