"""The paragraphs of a text as sources of a clause: each with the symbol of the text, and the number that the clause's file gives.

Operative paragraphs have their printed numbers; those of a preamble are counted from its first.

Example:
    >>> found = list(sources_of(resolution, labels(resolution)))
    >>> named(found, "preambular 2", "A_RES_79_124.xml").number, found[0].section
    (2, <Section.PREAMBLE: 'preamble'>)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from draftkit.clauses.lines import line_of
from draftkit.clauses.match import Place
from draftkit.errors import DraftkitError
from draftkit.model import Content, Paragraph, Resolution
from draftkit.tree import Section


@dataclass(frozen=True, slots=True)
class Source:
    """A paragraph of a text: the symbol of the text ("" if it has none), the number (0 if it has none), and itself."""

    symbol: str
    number: int
    section: Section
    paragraph: Paragraph

    @property
    def contents(self) -> tuple[Content, ...]:
        """The paragraph and its subparagraphs."""
        return self.paragraph.content, *(item.content for item in self.paragraph.items if isinstance(item, Paragraph))

    @property
    def is_plain(self) -> bool:
        """Whether it has no subparagraphs but plain ones: others stand in no clause."""
        return all(isinstance(item, Paragraph) and not item.items for item in self.paragraph.items)


def sources_of(resolution: Resolution, labels: Mapping[str, str]) -> Iterator[Source]:
    """The paragraphs of the preambles and of the operative parts, without what stands under them.

    Args:
        labels: the printed numbers of the text's paragraphs by their ids (``assemble.numbers.labels``).
    """
    for part in resolution.parts:
        for section, blocks in ((Section.PREAMBLE, part.preamble), (Section.OPERATIVE, part.operative)):
            paragraphs = (block for block in blocks if isinstance(block, Paragraph))
            for count, block in enumerate(paragraphs, 1):
                label = labels.get(block.id, "").rstrip(".")
                number = count if section is Section.PREAMBLE else int(label) if label.isdecimal() else 0
                yield Source(resolution.masthead.symbol, number, section, block)


def named(sources: Sequence[Source], name: str, file: str) -> Source:
    """The paragraph that a person means by its number, "preambular 2", or its id; ``file`` is for the error.

    Raises:
        DraftkitError: there is none, or more than one.
    """
    number = name.removeprefix("preambular").replace("paragraph", "").strip()
    section = Section.PREAMBLE if name.startswith("preambular") else Section.OPERATIVE
    found = [source for source in sources if source.paragraph.id == name] or [
        source for source in sources if source.section is section and number == str(source.number) != "0"
    ]
    if len(found) == 1:
        return found[0]
    what = f'there are {len(found)} paragraphs "{name[:40]}"' if found else f'there is no paragraph "{name[:40]}"'
    raise DraftkitError(what, file, 'write 4, "preambular 2", or the id that "draftkit clause match" shows')


def place_of(source: Source) -> Place:
    """The paragraph as a place in which clauses are looked for (``clauses.match``)."""
    content, *items = source.contents
    names = tuple(item.id for item in source.paragraph.items if isinstance(item, Paragraph))
    return Place(source.paragraph.id, source.section, line_of(content, items), names, source.is_plain)
