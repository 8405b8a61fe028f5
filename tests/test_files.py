"""Files are written whole or not at all; links, pipes and devices stay what they are."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from draftkit.errors import DraftkitError
from draftkit.files import refuse_overwriting, save, save_all


def test_a_file_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    save(target, "one")
    save(target, "two")
    assert target.read_text() == "two"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes, which Windows has not")
def test_a_pipe_is_written_to_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    save(pipe, "text")
    reader.join(10)
    assert read == [b"text"]
    assert pipe.is_fifo()


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="needs /dev/null")
def test_a_device_is_written_to(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to("/dev/null")
    save(link, "text")
    assert link.is_symlink()
    assert Path("/dev/null").is_char_device()


def test_a_link_stays_and_its_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    far, link = tmp_path / "far" / "a.txt", tmp_path / "link"
    link.symlink_to(far)
    for text in ("one", "two"):  # first the link leads to nothing
        save(link, text)
        assert far.read_text() == text
    assert link.is_symlink()
    assert list((tmp_path / "far").iterdir()) == [far]


def test_a_link_in_a_circle_is_no_traceback(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.symlink_to(two)
    two.symlink_to(one)
    refuse_overwriting(str(one), [tmp_path / "a.txt"])
    with pytest.raises(DraftkitError, match="written over an input"):
        refuse_overwriting(str(one), [one])


def test_a_folder_and_a_missing_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DraftkitError, match="this is a folder"):
        save(tmp_path, "a")
    with pytest.raises(DraftkitError, match="there is no folder"):
        save(tmp_path / "no" / "a.txt", "a")


def test_several_files_are_written_or_none(tmp_path: Path) -> None:
    made = [(str(tmp_path / "draft.yaml"), "draft"), (str(tmp_path / "nowhere" / "list.json"), "list")]
    with pytest.raises(DraftkitError, match="there is no folder"):
        save_all(made)
    assert list(tmp_path.iterdir()) == []
    save_all([made[0], ("", "not written"), (str(tmp_path / "list.json"), b"list")])
    assert sorted(file.name for file in tmp_path.iterdir()) == ["draft.yaml", "list.json"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_where_a_device_is_full_no_file_is_written(tmp_path: Path) -> None:
    with pytest.raises(DraftkitError, match="No space left"):
        save_all([(str(tmp_path / "draft.yaml"), "draft"), ("/dev/full", "list")])
    assert list(tmp_path.iterdir()) == []
