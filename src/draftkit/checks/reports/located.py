"""A finding with the file that it is in: what every form of a report is made of.

Example:
    >>> Located("A_RES_79_124.pdf", finding, "page").message
    'page 3: footnote 2 (report) is never called and will not be printed'
"""

from __future__ import annotations

from dataclasses import dataclass

from draftkit.checks.codes import code
from draftkit.model import Finding


@dataclass(frozen=True, slots=True)
class Located:
    """A finding and the file it is in, as the file was named; ``finding.line`` is 0 where it is not known.

    ``unit`` is what ``finding.line`` counts: lines, paragraphs of a Word file, pages of a PDF.
    """

    file: str
    finding: Finding
    unit: str = "line"

    @property
    def line(self) -> int:
        """The line of the file; 0 where it is not known or the file has no lines."""
        return self.finding.line if self.unit == "line" else 0

    @property
    def message(self) -> str:
        """The message, the place in front of it where that is no line: programs ask for lines only."""
        counted = self.finding.line and not self.line
        return f"{self.unit} {self.finding.line}: {self.finding.message}" if counted else self.finding.message

    @property
    def tag(self) -> str:
        """Code and name, "DK301 dangling-reference"; the name alone where it has no code."""
        number = code(self.finding.code)
        return number if number == self.finding.code else f"{number} {self.finding.code}"
