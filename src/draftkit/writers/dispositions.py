"""What is said about the dispositions of two texts, in the same words in every format.

Example:
    >>> summary(found)[0]
    '28 of 40 paragraphs of the new text stand word for word in the old one (70 per cent)'
"""

from __future__ import annotations

from draftkit.compare.disposition import Disposition, Matter, Row
from draftkit.compare.figures import Dispositions
from draftkit.compare.redline import Redline
from draftkit.compare.tokens import Op
from draftkit.un import sessions

MEANINGS = {
    Disposition.CARRIED: "word for word as it was, perhaps under another number",
    Disposition.TECHNICAL: "only what a rule changes: sessions, dates, citations, references, opening adverbs, final marks",
    Disposition.AMENDED: "words were changed",
    Disposition.NEW: "stands in the new text alone",
    Disposition.MOVED: "stands in another place, perhaps brought up to date",
    Disposition.MOVED_AMENDED: "stands in another place, and words were changed",
    Disposition.SPLIT: "one paragraph became several",
    Disposition.JOINED: "several paragraphs became one",
    Disposition.DROPPED: "stands in the old text alone",
}


def named(redline: Redline) -> tuple[str, str]:
    """What the two texts are called: by their symbols, or by their sessions where they have none."""
    found = []
    for head, fallback in ((redline.old, "old text"), (redline.new, "new text")):
        session = f"text of the {sessions.ordinal(head.session)} session" if 0 < head.session <= sessions.HIGHEST else fallback
        found.append(head.symbol or session)
    return found[0], found[1]


def title(redline: Redline) -> str:
    """What the table is called: "Dispositions: A/RES/79/124 to A/C.6/81/L.3"."""
    return f"Dispositions: {' to '.join(named(redline))}"


def counts(table: Dispositions) -> list[tuple[Disposition, int]]:
    """How many paragraphs have which fate; what none has is left out."""
    return [(each, count) for each, count in table.counts.items() if count]


def share(table: Dispositions) -> int:
    """The percentage of the paragraphs of the new text that stand word for word in the old one, rounded down."""
    return 100 * table.unchanged // table.paragraphs if table.paragraphs else 100


def summary(table: Dispositions) -> list[str]:
    """The figures in sentences; they inform, nothing is asked of anybody (un-rules G5)."""
    words_in, words_out = table.words(Op.INSERT), table.words(Op.DELETE)
    asked = ", ".join(_place(row) for row in table.report_requests)
    paragraphs = f"{table.paragraphs} paragraph{'' if table.paragraphs == 1 else 's'}"
    return [
        f"{table.unchanged} of {paragraphs} of the new text stand word for word in the old one ({share(table)} per cent)",
        f"{words_in} word{'' if words_in == 1 else 's'} in, {words_out} out",
        f"new report requests: {len(table.report_requests)}" + (f" ({asked})" if asked else ""),
        f"sessions named that the old text does not name: {', '.join(table.sessions) or 'none'}",
    ]


def _place(row: Row) -> str:
    return f"paragraph {row.new}" if row.new[:1].isdigit() else row.new


def place(name: str, matter: Matter) -> str:
    """What a row is called in a column: its number, or what it is."""
    return name or (matter.value if matter is Matter.MASTHEAD else "")
