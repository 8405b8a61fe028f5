"""A resolution as plain text or Markdown: one block for each printed paragraph, blocks parted by a blank line.

Masthead first, then from the organ's line on the body, then "-----", the notes and the closing lines.

Example:
    >>> print(write(resolution))
    The General Assembly,
    <BLANKLINE>
    Having considered the report of the Secretary-General,[1]
    <BLANKLINE>
    -----
    <BLANKLINE>
    [1] A/79/143.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from draftkit.assemble.printed import Line, Printed, Role, Run, Runs, printed
from draftkit.model import Resolution

RULE = "-----"
"""The line between the body and what stands at the foot of its pages."""

_BOLD = frozenset(
    {Role.SESSION, Role.AGENDA_TITLE, Role.PROPOSAL, Role.TITLE, Role.SECTION_NUMBER, Role.SECTION_HEADING,
     Role.ANNEX_LABEL, Role.ANNEX_TITLE, Role.PART_LABEL, Role.PART_TITLE}
)  # fmt: skip
_MARKDOWN_SPECIAL = re.compile(r"[\\*^]|\[(?=[\^\[])")


def write(resolution: Resolution, *, markdown: bool = False) -> str:
    """The whole text, ending in a line end."""
    return write_printed(printed(resolution), markdown=markdown)


def write_printed(page: Printed, *, markdown: bool = False) -> str:
    """The same for a text already worked out."""
    show = _markdown if markdown else _plain
    body = [_block(line, show, markdown) for line in page.lines if line.role is not Role.MEETING]
    closing = [_block(line, show, markdown) for line in page.lines if line.role is Role.MEETING]
    notes = [f"[^{n.number}]: {show(n.runs)}" if markdown else f"[{n.number}] {show(n.runs)}" for n in page.notes]
    foot = [*notes, *(["\n".join(closing)] if closing else [])]
    return "\n\n".join([*body, *([RULE, *foot] if foot else [])]) + "\n"


def _block(line: Line, show: Callable[[Runs], str], markdown: bool) -> str:
    if line.cells:
        return " | ".join(show(cell) for cell in line.cells)
    text = show(line.runs)
    if markdown and line.role in _BOLD and text:
        return f"**{_numbered(line.number, text)}**"
    return _numbered(line.number, text)


def _numbered(number: str, text: str) -> str:
    return f"{number} {text}".strip() if number else text


def _plain(runs: Runs) -> str:
    return "".join(f"[{run.text}]" if run.note else run.text for run in runs)


def _markdown(runs: Runs) -> str:
    return "".join(_markdown_run(run) for run in runs)


def _markdown_run(run: Run) -> str:
    if run.note:
        return f"[^{run.text}]"
    text = _MARKDOWN_SPECIAL.sub(r"\\\g<0>", run.text)
    stars = "*" * (run.italic + 2 * run.bold)
    text = f"{stars}{text}{stars}"
    return f"^{text}^" if run.superscript else text
