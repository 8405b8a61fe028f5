"""The way into the command line."""

from __future__ import annotations

import subprocess
import sys

from click.testing import CliRunner

from draftkit.cli import main


def test_the_version_is_told_the_same_with_and_without_click():
    direct = subprocess.run([sys.executable, "-m", "draftkit", "--version"], capture_output=True, text=True, check=True)
    assert direct.stdout == CliRunner().invoke(main, ["--version"], prog_name="draftkit").output


def test_the_version_loads_no_library():
    script = (
        "import sys; sys.argv = ['draftkit', '--version']; from draftkit.__main__ import main; main();"
        "assert not {'click', 'lxml', 'ruamel', 'jinja2'} & set(sys.modules), 'a library was loaded'"
    )
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)


def test_wrong_usage_is_one_line():
    for arguments in (["bild"], ["--bad"], ["build"], ["roll", "x", "--session", "many"]):
        result = CliRunner().invoke(main, arguments, prog_name="draftkit")
        assert result.exit_code == 2
        assert result.output.count("\n") == 1
        assert result.output.startswith("draftkit: ")
