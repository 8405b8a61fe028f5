"""The text that is checked, and what the rules ask of it again and again: each is worked out once.

Example:
    >>> subject = Subject(resolution)
    >>> subject.names["reporting-all"], subject.texts[0].plain
    ('paragraph 10 (a) (reporting-all)', 'Safety of submarine cables')
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from draftkit.assemble.places import names
from draftkit.inline import flat, plain
from draftkit.model import Content, Paragraph, Resolution
from draftkit.tree import Place, contents, texts, unread, walk


@dataclass(frozen=True)
class Passage:
    """The content of a block, a title or a note. ``owner`` is its key in ``Subject.names``."""

    owner: str
    content: Content

    @cached_property
    def plain(self) -> str:
        """Its words; callouts and references are left out."""
        return plain(self.content)

    @cached_property
    def flat(self) -> str:
        """Its words with a sign for each callout and reference (``draftkit.inline.flat``)."""
        return flat(self.content)


@dataclass(frozen=True)
class Subject:
    """A finished text, and the finished text it was made from, if it is known."""

    resolution: Resolution
    prior: Resolution | None = None

    @cached_property
    def names(self) -> dict[str, str]:
        """What each place is called in a message: "paragraph 10 (a) (reporting-all)"."""
        return names(self.resolution)

    @property
    def is_assemblys(self) -> bool:
        """Whether it is a text of the General Assembly: in those of other organs "its resolution" is not the Assembly's."""
        return self.resolution.masthead.organ == "General Assembly"

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Every block in printed order (``draftkit.tree.walk``)."""
        return tuple(walk(self.resolution))

    @cached_property
    def paragraphs(self) -> tuple[Passage, ...]:
        """Every paragraph and subparagraph, those of the annexes too."""
        return tuple(Passage(place.block.id, place.block.content) for place in self.places if isinstance(place.block, Paragraph))

    @cached_property
    def contents(self) -> tuple[Passage, ...]:
        """Title, paragraphs, headings and cells of tables, without what could not be read: it has no form to check."""
        return tuple(self._read(contents(self.resolution)))

    @cached_property
    def texts(self) -> tuple[Passage, ...]:
        """The same and the notes."""
        return tuple(self._read(texts(self.resolution)))

    def _read(self, found: Iterator[tuple[str, Content]]) -> Iterator[Passage]:
        unreadable = {block.id for block in unread(self.resolution)}
        return (Passage(owner, content) for owner, content in found if owner not in unreadable)
