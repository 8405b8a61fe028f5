"""New lines in the Word file of the old text: each word under the name of who wrote it."""

from __future__ import annotations

import re

from draftkit.compare.comparison import compare
from draftkit.model import Block, Cell, Kind, Resolution, Table, Text
from draftkit.readers import word
from draftkit.tracking.texts import redline_text
from draftkit.word.soundness import faults
from draftkit.writers.authors import Authors
from draftkit.writers.docx import write
from judges import oracle
from judges.schema import W, trees
from redlines import text
from tracking.marked import DATE

FEES = (("Chile", "one"), ("Ghana", "two"))


def rows(*lines: tuple[str, str]) -> Table:
    return Table("t", tuple(tuple(Cell((Text(cell),)) for cell in line) for line in lines))


def signed(prior: Resolution, rolled: Resolution, drafted: Resolution) -> list[tuple[str, str]]:
    """Whose each word is that was put into the Word file of the prior."""
    old = write(prior)
    reading = word.read(old, "old.docx")
    stages = [(Kind.TECHNICAL, rolled), (Kind.SUBSTANTIVE, drafted)]
    made = redline_text(old, compare(prior, drafted, by_id=True, stages=stages), reading.lines, Authors(), DATE).data
    assert oracle.resolved(made, "reject", formats=True) == oracle.resolved(old, "accept", formats=True)
    assert faults(made) == ()
    found = trees(made)["word/document.xml"].iter(f"{W}ins")
    said = ((str(one.get(f"{W}author")), "".join(t.text or "" for t in one.iter(f"{W}t")).strip()) for one in found)
    return [(author, words) for author, words in said if re.search(r"\w", words)]


def body(*blocks: Block | str) -> Resolution:
    return text("a: *Urges* all States to protect their cables;", *blocks, "z: *Decides* to remain seized of the matter.")


def test_a_paragraph_of_the_roll_with_words_of_the_drafter() -> None:
    rolled, drafted = body("c: *Welcomes* the forum of owners;"), body("c: *Welcomes* the forum of owners in Lisbon;")
    found = signed(body(), rolled, drafted)
    assert ("Drafter", "in Lisbon") in found
    assert all(author != "Drafter" or "forum" not in words for author, words in found)


def test_a_row_of_the_roll_with_words_of_the_drafter() -> None:
    rolled, drafted = body(rows(*FEES, ("Fiji", "new fee"))), body(rows(*FEES, ("Fiji", "new fee doubled")))
    assert signed(body(rows(*FEES)), rolled, drafted) == [("Technical update", "Fiji"), ("Technical update", "new fee"), ("Drafter", "doubled")]
