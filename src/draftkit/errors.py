"""The exceptions of draftkit; everything else that can go wrong is a value (a finding).

    DraftkitError             one line for the user: what, where, what to do; exit code 2
    |-- Unreadable            an input that cannot be read: wrong format, too large, broken
    |-- MarkupError           a paragraph's marks are wrong ("*" never closed)
    |-- BrokenDraft           a draft that cannot be assembled: a reference to a paragraph that is gone
    `-- ClauseError           a clause that cannot be read or filled
"""

from __future__ import annotations


class DraftkitError(Exception):
    """A failure that a person can mend.

    Args:
        what: what is wrong, without a final period.
        where: file and place, "draft.yaml:31, urges-reporting".
        remedy: what to do about it.
    """

    def __init__(self, what: str, where: str = "", remedy: str = "") -> None:
        self.what, self.where, self.remedy = what, where, remedy
        super().__init__(what, where, remedy)

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head}; {self.remedy}" if self.remedy else head

    def at(self, where: str) -> DraftkitError:
        """The same error with its place put in front of the place it already knows."""
        return type(self)(self.what, f"{where}, {self.where}" if self.where else where, self.remedy)


class Unreadable(DraftkitError):
    """An input that cannot be read as what it claims to be."""


class MarkupError(DraftkitError):
    """The marks of a paragraph are not well formed."""


class BrokenDraft(DraftkitError):
    """A draft that cannot be assembled."""


class ClauseError(DraftkitError):
    """A clause that cannot be read, found or filled."""


def placed(file: str, line: int, unit: str = "line") -> str:
    """A place as a person reads it: "draft.yaml:31", "A_RES_79_124.pdf, page 3"; the file alone where it is not known."""
    if not line:
        return file
    return f"{file}:{line}" if unit == "line" else f"{file}, {unit} {line}"
