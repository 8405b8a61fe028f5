"""Every command shown in the README, in docs/ and in the transcripts beside this file is run, in the order of its page.

A ```` ```console ```` block holds commands, each after "$ ", with what they print below them. A line "..." stands for any
lines, and "=> 2" for the exit code. A ```` ```sh ```` block holds commands alone. Those of other programs are passed over.
The folder they run in holds the examples, and the files that the page itself gives in blocks with a name
(```` ```yaml draft.yaml ````). ``pytest --accept`` writes what is printed now into the page, in the blocks that no longer
say so.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent.parent
PAGES = [PROJECT / "README.md", *sorted((PROJECT / "docs").glob("*.md"))]
TRANSCRIPTS = sorted(Path(__file__).parent.glob("*.md"))
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SCRIPT = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"^```[a-z]+ (?P<name>[\w.-]+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Command:
    """A command line, what its page says that it prints, and the exit code if the page gives one."""

    line: str
    shown: str
    code: int | None


@dataclass(frozen=True)
class Ended:
    """What a command printed, its exit code, and whether a file was written or changed."""

    out: str
    err: str
    code: int
    wrote: bool


def commands(block: str) -> list[Command]:
    """The commands of one block."""
    first, *parts = re.split(r"^\$ ", block, flags=re.MULTILINE)
    assert first == "", f"a block begins with a command, not with {first!r}"
    found = []
    for part in parts:
        line, _, shown = part.rstrip("\n").partition("\n")
        code = re.search(r"(?:^|\n)=> (\d)$", shown)
        found.append(Command(line, shown[: code.start()] if code else shown, int(code[1]) if code else None))
    return found


def run(line: str, folder: Path) -> Ended:
    """Run a draftkit command, as typed, in a folder; "> FILE" at its end works as in a shell."""
    words = shlex.split(line, comments=True)
    target = words[-1] if ">" in words else None
    arguments = words[1:-2] if target else words[1:]
    program = shutil.which("draftkit", path=str(Path(sys.executable).parent)) or "draftkit"
    environment = {**os.environ, "PYTHONUTF8": "1", "SOURCE_DATE_EPOCH": "1822694400"}
    before = _files(folder)
    done = subprocess.run([program, *arguments], cwd=folder, env=environment, capture_output=True, check=False, timeout=120)
    out = done.stdout.decode().replace("\r\n", "\n")
    wrote = _files(folder) != before
    if target:
        (folder / target).write_text(out, encoding="utf-8")
        out = ""
    return Ended(out, done.stderr.decode().replace("\r\n", "\n"), done.returncode, wrote)


def _files(folder: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def agrees(shown: str, printed: str) -> bool:
    """Whether a text is what a page shows, "..." standing for any lines."""
    pattern = "".join("(?:.*\\n)*" if line == "..." else f"{re.escape(line)}\\n" for line in shown.splitlines())
    return re.fullmatch(pattern, printed.strip("\n") + "\n" if printed.strip("\n") else "") is not None


def faults(command: Command, ended: Ended) -> list[str]:
    """What is wrong with a command that has run."""
    wrong = []
    if command.code is not None and ended.code != command.code:
        wrong.append(f"ends with {ended.code}, not {command.code}")
    if command.code is None and ended.code == 2 and not command.shown:
        wrong.append(f"fails: {ended.err}")
    if "Traceback" in ended.err:
        wrong.append(f"fails: {ended.err}")
    if ended.code == 2 and ended.wrote:
        wrong.append("is refused, but has written something")
    if ended.code == 2 and ended.err.count("\n") != 1 and not ended.err.startswith("Usage: "):
        wrong.append(f"says in several lines why it is refused: {ended.err}")
    if not agrees(command.shown, ended.out + ended.err):
        wrong.append(f"shows\n{command.shown}\nbut prints\n{ended.out}{ended.err}")
    return [f"$ {command.line}\n{what}" for what in wrong]


def run_page(source: str, folder: Path) -> tuple[str, list[str]]:
    """Run the commands of a page in order: the page as it should be, and what is wrong with it."""
    wrong: list[str] = []

    def rerun(block: re.Match[str]) -> str:
        lines = ["```console"]
        for command in commands(block[1]):
            shown, code = command.shown, command.code
            if command.line.startswith("draftkit "):
                ended = run(command.line, folder)
                found = faults(command, ended)
                wrong.extend(found)
                if found:
                    shown = (ended.out + ended.err).strip("\n")
                    code = ended.code if code is not None else None
            lines += [f"$ {command.line}", *([shown] if shown else []), *([f"=> {code}"] if code is not None else [])]
        return "\n".join([*lines, "```"])

    for line in "".join(SCRIPT.findall(source)).splitlines():
        if line.startswith("draftkit ") and run(line, folder).code == 2:
            wrong.append(f"{line}\nfails")
    return BLOCK.sub(rerun, source), wrong


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the examples."""
    for file in (PROJECT / "examples").iterdir():
        shutil.copy(file, tmp_path)
    return tmp_path


def _lay_out(page: str, folder: Path) -> None:
    """Put the page's own files into the folder, and dangling.yaml: the draft without a paragraph others refer to."""
    draft = (folder / "draft.yaml").read_text("utf-8")
    dangling = re.sub(r"  - id: urges-designate-national\n(?:    .*\n)+", "", draft)
    assert dangling != draft
    (folder / "dangling.yaml").write_text(dangling, "utf-8")
    for match in FILE.finditer(page):
        (folder / match["name"]).write_text(match["text"], "utf-8")


@pytest.mark.parametrize("page", [*PAGES, *TRANSCRIPTS], ids=lambda page: page.name)
def test_commands_print_what_their_page_shows(page: Path, folder: Path, pytestconfig: pytest.Config) -> None:
    source = page.read_text("utf-8")
    _lay_out(source, folder)
    anew, wrong = run_page(source, folder)
    if pytestconfig.getoption("--accept") and anew != source:
        page.write_text(anew, "utf-8")
        return
    assert not wrong, "\n\n".join(wrong)


@pytest.mark.parametrize("page", ["README.md", "docs/build.md", "docs/verify.md", "docs/redline.md", "docs/convert.md", "docs/roll.md"])
def test_a_page_that_teaches_shows_what_is_printed(page: str) -> None:
    blocks = BLOCK.findall((PROJECT / page).read_text("utf-8"))
    assert any(command.shown for block in blocks for command in commands(block) if command.line.startswith("draftkit "))


def test_dots_stand_for_any_lines() -> None:
    assert agrees("a\n...\nd", "a\nb\nc\nd\n")
    assert agrees("a\n...\nd", "a\nd\n")
    assert not agrees("a\n...\nd", "a\nb\ne\n")
    assert not agrees("a", "a\nb\n")


def test_a_page_that_says_something_else_is_found_out(folder: Path) -> None:
    page = "```console\n$ draftkit convert A_RES_76_901.txt -o a.md\na.md written\n=> 1\n$ draftkit schema draft\nnothing\n```"
    _, wrong = run_page(page, folder)
    assert [fault.splitlines()[1] for fault in wrong] == ["ends with 0, not 1", "shows"]


def test_the_python_of_the_readme_runs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = re.findall(r"^```python\n(.*?)^```$", (PROJECT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert len(source) == 1
    monkeypatch.chdir(folder)
    exec(compile(source[0], "README.md", "exec"), {})
    assert (folder / "rolled.docx").read_bytes().startswith(b"PK")
