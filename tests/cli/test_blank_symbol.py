"""A text pasted without its committee has a blank for a symbol; its draft is built and proved like any other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from click.testing import CliRunner

from draftkit.cli import main

if TYPE_CHECKING:
    import pytest

PASTED = """\
A/RES/79/901

Seventy-ninth session

**Safety of couriers**

79/901. Safety of couriers

*The General Assembly*,

1. *Urges* States to report;

2. *Decides* to include in the provisional agenda of its eighty-first session the item entitled “Safety of couriers”.
"""


def test_a_draft_with_a_blank_symbol_is_built_into_the_word_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("prior.md").write_text(PASTED, encoding="utf-8")
    for command in (
        "convert prior.md -o prior.docx",
        "roll prior.docx -o draft.yaml",
        "build draft.yaml -o draft.docx",
        "verify draft.docx --prior prior.docx --new draft.yaml",
    ):
        assert CliRunner().invoke(main, command.split()).exit_code == 0, command
