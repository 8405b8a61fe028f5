"""Words found in a draft as they are read on paper: references by their numbers, footnotes as "[footnote 3]".

Example:
    >>> Found(draft).words("urges-observe", atoms(parse("paragraph 2 above")))
    (Text('paragraph '), Ref('condemns'), Text(' above'))
"""

from __future__ import annotations

from dataclasses import dataclass, field

from draftkit import inline
from draftkit.amend.atoms import Atoms, atoms, content_of, keys
from draftkit.amend.quoting import Quoting
from draftkit.amend.sheet import Sheet
from draftkit.assemble.printed import note_numbers
from draftkit.model import Content, Resolution
from draftkit.un.spelling import same


@dataclass(slots=True)
class Found:
    """A draft in which words are looked up."""

    draft: Resolution
    sheet: Sheet = field(init=False)
    quoting: Quoting = field(init=False)
    known: dict[str, tuple[str, list[int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.sheet = Sheet.of(self.draft)
        self.quoting = Quoting(self.draft, self.draft)

    def words(self, place: str, words: Atoms) -> Content | None:
        """The words as the draft has them, marks and all; ``None`` if they stand not just once in the place."""
        content = self.sheet.content(place)
        if content is None:
            return None
        line, starts = self.printed(place, content)
        wanted = keys(words)
        spots = [at for at in _all(line, wanted) if _whole(line, at, at + len(wanted))]
        row = atoms(content)
        fitting = [at for at in spots if at in starts and (at + len(wanted) == len(line) or at + len(wanted) in starts)]
        if len(fitting) != 1:
            return None
        first = starts.index(fitting[0])
        end = fitting[0] + len(wanted)
        return content_of(row[first : starts.index(end) if end in starts else len(row)])

    def printed(self, place: str, content: Content) -> tuple[str, list[int]]:
        """What a place says on paper, and where each of its atoms begins there."""
        if place not in self.known:
            starts: list[int] = []
            line = ""
            shown = iter(self.quoting.pieces(place, content))
            for piece, text in zip(content, shown, strict=True):
                if len(text) and len(inline.flat((piece,))) == len(text):
                    starts += range(len(line), len(line) + len(text))
                else:
                    starts.append(len(line))
                line += text
            self.known[place] = same(line), starts
        return self.known[place]

    def note(self, number: str) -> str:
        """The name of the footnote with a number, "" if there is none."""
        return next((name for name, n in note_numbers(self.draft).items() if str(n) == number), "")


def _all(line: str, wanted: str) -> list[int]:
    found, at = [], line.find(wanted) if wanted else -1
    while at >= 0:
        found.append(at)
        at = line.find(wanted, at + 1)
    return found


def _whole(line: str, start: int, stop: int) -> bool:
    def joined(at: int) -> bool:
        return 0 < at < len(line) and line[at - 1].isalnum() and line[at].isalnum()

    return not joined(start) and not joined(stop)
