"""What stands in docs/: links that lead somewhere, and drafts that are drafts."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from draftkit.readers import draft

PROJECT = Path(__file__).resolve().parent.parent.parent
PAGES = [*sorted(PROJECT.glob("*.md")), *sorted((PROJECT / "docs").glob("*.md")), PROJECT / "examples" / "README.md"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(PROJECT)))
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    targets = [target for target in re.findall(r"\]\(([^)#\s]+)", text) if "://" not in target]
    missing = [target for target in targets if not (page.parent / target).exists()]
    assert not missing


def _yaml_blocks() -> list[str]:
    return re.findall(r"^```yaml\n(.*?)^```$", (PROJECT / "docs" / "draft-file.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("block", _yaml_blocks(), ids=lambda block: block.strip().splitlines()[0])
def test_drafts_in_the_manual_are_read_and_fit_the_schema(block: str) -> None:
    if block.startswith("- "):
        block = "operative:\n" + "".join(f"  {line}\n" for line in block.splitlines())
    source = block if block.startswith("draftkit:") else f"draftkit: 1\n{block}"
    assert draft.read(source, "draft-file.md").resolution
    schema = json.loads((PROJECT / "src" / "draftkit" / "schemas" / "draft.json").read_text("utf-8"))
    assert not list(Draft202012Validator(schema).iter_errors(YAML(typ="safe").load(source)))


def test_the_manual_names_every_key() -> None:
    manual = (PROJECT / "docs" / "draft-file.md").read_text("utf-8")
    keys = draft._TOP | draft._DOCUMENT | draft._PART | draft._PARAGRAPH | draft._HEADING | draft._TABLE | draft._CLAUSE
    assert {key for key in keys if not re.search(rf"\b{key}\b", manual)} == set()


def test_the_map_names_every_module() -> None:
    """CONTRIBUTING opens with the map: each package, each module beside them, each reader and writer is on it."""
    source = PROJECT / "src" / "draftkit"
    files = [*source.glob("*.py"), *(source / "readers").glob("*.py"), *(source / "writers").glob("*.py")]
    names = {file.name for file in files} - {"__init__.py", "akn_markup.py", "akn_meta.py"}
    names |= {f"{file.parent.name}/" for file in source.glob("*/__init__.py")}
    guide = (PROJECT / "CONTRIBUTING.md").read_text("utf-8").partition("\n## ")[0]
    assert {name for name in names if name not in guide} == set()
