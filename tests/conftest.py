"""What all tests share: ``--accept`` rewrites expected texts, ``corpus`` and ``seeds`` find the official texts."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
CASES = PROJECT / "tests" / "cases"

os.environ["DRAFTKIT_REGISTER"] = "none"  # the register of whoever runs the tests has no part in them


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what the code says now into the expected texts of tests/cases")


def _beside(name: str) -> Path:
    folder = PROJECT.parent / "shared" / name
    if not folder.is_dir():
        pytest.skip(f"needs the official texts in ../shared/{name}, which are not here")
    return folder


@pytest.fixture
def corpus() -> Path:
    """The folder of official texts beside the project."""
    return _beside("corpus")


@pytest.fixture
def seeds() -> Path:
    """The folder of pasted texts beside the project."""
    return _beside("seeds")


@pytest.fixture
def expect(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares a text with the file that holds what is expected; with ``--accept`` it writes that file."""

    def compare(file: Path, text: str) -> None:
        if request.config.getoption("--accept"):
            file.write_text(text, encoding="utf-8")
        assert file.exists(), f"{file.name} is missing: run pytest --accept, then read it"
        assert text == file.read_text(encoding="utf-8")

    return compare
