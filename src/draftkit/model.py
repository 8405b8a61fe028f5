"""The whole model of a resolution: frozen values, no behaviour, nothing stored that can be derived.

Paragraph numbers, printed references, footnote numbers and the enacting formula are *derived* (see
``draftkit.assemble``). Where an official text departs from the derivation, the departure is stored as an explicit
override (``label``, ``form``, ``formula`` ...), so that every text reads in and prints out the same.

Example:
    >>> Paragraph("urges-observe", (Text("Urges", italic=True), Text(" States to observe paragraph "), Ref("condemns")))
    ... # prints: 3. Urges States to observe paragraph 2
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

# --- Inline: what stands inside a paragraph ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """A run of literal characters in one format. Neighbours of like format are always joined."""

    text: str
    italic: bool = False
    bold: bool = False
    superscript: bool = False


@dataclass(frozen=True, slots=True)
class Ref:
    """The number of another paragraph of this text: prints "11" or "11 (a)" (un-rules D1).

    ``form`` overrides what is printed, for the few official texts that write it in another way.
    """

    target: str
    form: str = ""


@dataclass(frozen=True, slots=True)
class Callout:
    """A footnote indicator. Two callouts of one note are the old habit of repeating an indicator (un-rules E3)."""

    note: str


Inline = Text | Ref | Callout
Content = tuple[Inline, ...]

# --- Blocks: what a text is a list of ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A preambular or operative paragraph, a subparagraph, or a paragraph of an annex.

    ``label`` is ``None`` where the number is derived from the place (un-rules A9, A10), ``""`` where the paragraph has
    none although its neighbours do, and otherwise the number just as it is printed ("4 bis.").
    """

    id: str
    content: Content
    items: tuple[Item, ...] = ()
    label: str | None = None


class Scheme(StrEnum):
    """How headings of one rank are numbered (un-rules A11)."""

    NONE = ""
    ROMAN = "roman"  # I, II ...: the numeral alone on its line
    LETTER = "letter"  # A., B. ...: on the line of the heading


@dataclass(frozen=True, slots=True)
class Heading:
    """A section heading. ``restart``: the paragraphs after it are numbered from 1 again (un-rules A9, exception)."""

    id: str
    content: Content
    scheme: Scheme = Scheme.NONE
    label: str | None = None
    restart: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; ``span`` counts the columns it covers."""

    content: Content
    span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table, kept row by row; the first ``header`` rows are its head."""

    id: str
    rows: tuple[tuple[Cell, ...], ...]
    header: int = 0


@dataclass(frozen=True, slots=True)
class Opaque:
    """What a reader could not read, kept as it was printed or by what stands for it: never numbered, never changed.

    ``kind`` says what it is ("image", "equation").
    """

    id: str
    content: Content
    kind: str


@dataclass(frozen=True, slots=True)
class ClauseEntry:
    """A clause of the library called for by a draft ("report/request@1"); the assembler puts its paragraph here."""

    id: str
    clause: str
    values: tuple[tuple[str, str], ...] = ()
    alternate: str = ""


Item = Paragraph | Table | Opaque
Block = Item | Heading | ClauseEntry

# --- The document --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, identified by name; its number follows from the first callout.

    ``ibid`` names the note whose source an opening "Ibid." stands for: the one printed before it when the text was
    read. The assembler expands the "Ibid." when another note has come between (un-rules E5). ``number`` overrides the
    number, and those after it go on from there (0: derived); some official texts begin at 2.
    """

    id: str
    content: Content
    ibid: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex, in its own numbering; ``label`` is printed as it is ("Annex", "Annex II")."""

    id: str
    label: str
    title: Content = ()
    body: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One resolution proper. Nearly every text has a single part; composite ones have A, B ... (un-rules A9).

    ``formula`` is ``None`` for "The General Assembly" with or without its comma (un-rules A2). ``meeting`` and
    ``adopted`` are the closing lines of an adopted text ("47th plenary meeting", "4 December 2024").
    """

    preamble: tuple[Block, ...] = ()
    operative: tuple[Block, ...] = ()
    annexes: tuple[Annex, ...] = ()
    label: str = ""
    title: Content = ()
    formula: Content | None = None
    meeting: str = ""
    adopted: str = ""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An agenda item: "82", "72 (a)" or a blank, and its title (empty in older texts)."""

    number: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Masthead:
    """The head of the first page (un-rules A3, A4). Dates are as printed; ``session`` 0 means unknown.

    An adopted text has ``adopted`` (a date) and ``basis`` ("on the report of the Sixth Committee (A/79/472,
    para. 7)"); a draft has ``original`` and sponsors. ``heading`` overrides the line that follows from these. ``others`` are
    lines of no known form, printed after the rest.
    """

    organ: str = "General Assembly"
    symbol: str = ""
    distribution: str = ""
    issued: str = ""
    original: str = ""
    session: int = 0
    committee: str = ""
    agenda: tuple[AgendaItem, ...] = ()
    adopted: str = ""
    basis: str = ""
    sponsors: tuple[str, ...] = ()
    heading: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """A resolution, adopted or draft. Ids are unique over paragraphs, headings, tables and annexes; and over notes."""

    masthead: Masthead
    title: Content
    parts: tuple[Part, ...]
    notes: tuple[Note, ...] = ()


# --- What passes and checks say ------------------------------------------------------------------------------------


class Kind(StrEnum):
    """Who made a change; the redline carries it as the author (design, section 7)."""

    TECHNICAL = "technical"  # the roll-forward
    EDITORIAL = "editorial"  # house style that has changed since the last text; only where asked for
    CONSEQUENTIAL = "consequential"  # numbers, references, openers, punctuation, notes
    SUBSTANTIVE = "substantive"  # the drafter


@dataclass(frozen=True, slots=True)
class Change:
    """One change that a pass made. ``confidence`` is between 0 and 1; ``paragraph`` an id, or "masthead", "note x".

    ``start`` is where ``old`` stood in the plain characters of the paragraph, each reference and callout being one; -1
    where the change is not of a place in a text.
    """

    rule: str
    kind: Kind
    paragraph: str
    old: str
    new: str
    confidence: float = 1.0
    start: int = -1


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should look at.

    ``code`` is the name of its rule ("dangling-reference"); ``line`` is of the draft file. ``words`` are those of the text that
    it is about, just as they stand there; where it is certain what to write for them, that is ``instead``.
    """

    code: str
    severity: Severity
    message: str
    paragraph: str = ""
    fix: str = ""
    line: int = 0
    words: str = ""
    instead: str = ""


Changes = tuple[Change, ...]
Findings = tuple[Finding, ...]
