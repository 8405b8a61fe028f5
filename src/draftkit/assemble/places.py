"""What a place of the text is called by whoever reads it on paper: "paragraph 10 (a)", "footnote 3", "masthead".

A section, a part or an annex is named where the number alone does not say which place is meant: "section IV, paragraph 4".

Example:
    >>> places(resolution)["reporting-all"], names(resolution)["reporting-all"]
    ('paragraph 10 (a)', 'paragraph 10 (a) (reporting-all)')
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from draftkit.assemble import numbers
from draftkit.assemble.printed import note_numbers
from draftkit.inline import plain
from draftkit.model import Annex, Block, ClauseEntry, Heading, Opaque, Paragraph, Part, Resolution, Scheme
from draftkit.tree import Section, sections

MASTHEAD = "masthead"
TITLE = "title"
FORMULA = "formula"
NOTE = "note "
"""What stands before the id of a note where a place is named."""

LONGEST_HEADING = 60
"""So many characters of a heading without a number are its name."""

_FIXED = {TITLE: "title", FORMULA: "enacting formula", MASTHEAD: "masthead"}


def places(resolution: Resolution) -> dict[str, str]:
    """What every place that has text is called, by the id that a finding or a change carries ("title", "note x" too)."""
    found = dict(_FIXED)
    labels = numbers.labels(resolution)
    several = len(resolution.parts) > 1
    named: list[_Named] = []
    for part in resolution.parts:
        inside = f"part {part.label}, " if several and part.label else ""
        found |= {annex.id: f"title of {inside}{annex.label or 'the annex'}" for annex in part.annexes}
        named += _part(part, inside, labels)
    found |= {each.id: each.name for each in _told_apart(named)}
    numbered = note_numbers(resolution)
    for note in resolution.notes:
        found[f"{NOTE}{note.id}"] = f"footnote{f' {numbered[note.id]}' if note.id in numbered else ''}"
    return found


def names(resolution: Resolution) -> dict[str, str]:
    """The same with the id, as a message has it: "paragraph 10 (a) (reporting-all)", "the masthead"."""
    titles = {annex.id for part in resolution.parts for annex in part.annexes}
    return {
        key: f"{'the ' if key in _FIXED or key in titles else ''}{name}{'' if key in _FIXED else f' ({key.removeprefix(NOTE)})'}"
        for key, name in places(resolution).items()
    }


# --- The blocks of a part -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Named:
    """A block: what it is called in its section, which section that is, and in which part or annex ("annex II, ").

    ``of``: the section is part of the name, "opening paragraph of section IV". ``apart`` tells it from others of its kind,
    where that is no number: a heading by its words, a table by which it is.
    """

    id: str
    core: str
    section: str = ""
    inside: str = ""
    of: bool = False
    apart: str = ""

    @property
    def name(self) -> str:
        if self.of and self.section:
            return f"{self.inside}{self.core} of {self.section}"
        return f"{self.inside}{f'{self.section}, ' if self.section else ''}{self.core}"


def _part(part: Part, inside: str, labels: Mapping[str, str]) -> Iterator[_Named]:
    for section, at, blocks in sections(part):
        where = inside + _annex(part.annexes[at]) if section is Section.ANNEX else inside
        found = [replace(each, inside=where) for each in _list(section, blocks, labels)]
        counted = Counter(each.core for each in found if not (each.of or each.apart))
        clear = max(counted.values(), default=1) == 1
        yield from (replace(each, section="") if each.apart or (clear and not each.of) else each for each in found)


def _annex(annex: Annex) -> str:
    return f"{annex.label[:1].lower()}{annex.label[1:]}, " if annex.label else "annex, "


def _list(section: Section, blocks: Sequence[Block], labels: Mapping[str, str]) -> Iterator[_Named]:
    """The blocks of a list, section by section."""
    numeral = where = ""
    before = 0
    for head, group in _groups(blocks):
        if head:
            numeral, where = _section(head, labels[head.id], numeral, where)
            numbered = bool(labels[head.id])
            yield _Named(head.id, "heading", where, of=numbered, apart="" if numbered else _words(head))
        yield from (replace(each, section=where) for each in _group(section, group, labels, where, before))
        before += sum(isinstance(block, Paragraph | ClauseEntry) for block in group)


def _groups(blocks: Sequence[Block]) -> Iterator[tuple[Heading | None, list[Block]]]:
    """Each heading with what stands below it; what stands before the first has none."""
    head: Heading | None = None
    group: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            yield head, group
            head, group = block, []
        else:
            group.append(block)
    yield head, group


def _section(head: Heading, label: str, numeral: str, where: str) -> tuple[str, str]:
    """The Roman numeral that holds from a heading on, and what its section is called."""
    bare = label.rstrip(".")
    if not bare:  # a heading within a numbered section is none of its own, unless the numbers begin again
        return (numeral, where) if numeral and not head.restart else (numeral, _words(head))
    if " " in bare:
        return "", bare  # it says itself what it is: "Chapter I"
    if head.scheme is Scheme.LETTER:
        return numeral, f"section {numeral}.{bare}" if numeral else f"section {bare}"
    return bare, f"section {bare}"


def _words(head: Heading) -> str:
    words = " ".join(plain(head.content).split())
    return f'"{words if len(words) <= LONGEST_HEADING else words[:LONGEST_HEADING].rstrip() + "…"}"'


def _group(section: Section, group: Sequence[Block], labels: Mapping[str, str], where: str, before: int) -> Iterator[_Named]:
    """What stands below a heading, ``where`` being its section; ``before`` counts the paragraphs above it in the list."""
    counted = [block for block in group if isinstance(block, Paragraph | ClauseEntry)]
    sole = "operative " if section is Section.OPERATIVE and len(counted) == 1 and not where else ""
    total, passed = Counter(_after(counted, labels)), Counter[str]()
    numbered = any(labels[block.id] for block in counted)
    last = ""
    for block in group:
        if not isinstance(block, Paragraph | ClauseEntry):
            yield _thing(block)
            continue
        before += 1
        kind = "clause" if isinstance(block, ClauseEntry) else "paragraph"
        number, of = labels[block.id].rstrip("."), False
        if section is Section.PREAMBLE:
            core = f"preambular {kind} {before}"
        elif number:
            core, last = f"{kind} {number}", number
        else:
            passed[last] += 1
            core, of = _unnumbered(sole + kind, f" {passed[last]}" if total[last] > 1 else "", last, numbered)
        yield _Named(block.id, core, of=of)
        if isinstance(block, Paragraph):
            yield from _items(block, core, of, labels)


def _after(counted: Sequence[Paragraph | ClauseEntry], labels: Mapping[str, str]) -> Iterator[str]:
    """For each paragraph without a number the one that stands before it, "" if none does."""
    last = ""
    for block in counted:
        last = labels[block.id].rstrip(".") or last
        if not labels[block.id]:
            yield last


def _unnumbered(kind: str, at: str, last: str, others: bool) -> tuple[str, bool]:
    """What a paragraph without a number is called, and whether its section is part of that.

    ``at`` says which it is where there are several; ``last`` is the number before it; ``others``: some have a number.
    """
    if last:
        return f"unnumbered {kind}{at} after paragraph {last}", False
    return f"{'opening ' if others else 'unnumbered ' if at else ''}{kind}{at}", True


def _items(paragraph: Paragraph, core: str, of: bool, labels: Mapping[str, str]) -> Iterator[_Named]:
    without = [item.id for item in paragraph.items if isinstance(item, Paragraph) and not labels[item.id]]
    for item in paragraph.items:
        if not isinstance(item, Paragraph):
            yield _thing(item)
            continue
        label = labels[item.id].rstrip(".")
        at = f" {without.index(item.id) + 1}" if len(without) > 1 and not label else ""
        name = f"{core} {label}" if label else f"{core}, unnumbered item{at}"
        yield _Named(item.id, name, of=of)
        yield from _items(item, name, of, labels)


def _thing(block: Block) -> _Named:
    """What has no number: a table, or what could not be read."""
    kind = block.kind if isinstance(block, Opaque) else "table"
    return _Named(block.id, kind, apart=kind)


def _told_apart(named: Sequence[_Named]) -> Iterator[_Named]:
    """The same, with what tells headings and tables from the others of their kind where there are any."""
    total = Counter((each.inside, each.core) for each in named if each.apart)
    seen = Counter[tuple[str, str]]()
    for each in named:
        key = each.inside, each.core
        if each.apart and total[key] > 1:
            seen[key] += 1
            each = replace(each, core=f"{each.core} {each.apart if each.apart != each.core else seen[key]}")
        yield each
