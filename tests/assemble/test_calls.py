"""Texts with calls for clauses: a paragraph is given up only where the assembler makes the very same of it again."""

from __future__ import annotations

import pytest

from draftkit.assemble import assemble
from draftkit.assemble.calls import with_calls
from draftkit.clauses.clause import Clause, Type, Variable
from draftkit.clauses.library import Library
from draftkit.clauses.match import index
from draftkit.model import ClauseEntry
from draftkit.readers import text as plain_text
from draftkit.tree import Section, walk
from draftkit.writers.text import write as printed

NOTE = Clause(
    "lamps/note", 2, Section.OPERATIVE, "", "*Notes* the old state of the {{ what }} of the Assembly;",
    variables=(Variable("what", Type.TEXT),),
)  # fmt: skip
LIBRARY = Library({NOTE.id: {NOTE.version: NOTE}})


def called(body: str) -> list[ClauseEntry]:
    resolution = plain_text.read(f"Lamps\n\nThe General Assembly,\n\n{body}", "text.md").resolution
    changed = with_calls(resolution, LIBRARY, index(LIBRARY.every()))
    assert printed(assemble(changed, LIBRARY).resolution) == printed(resolution)
    return [place.block for place in walk(changed) if isinstance(place.block, ClauseEntry)]


def test_a_paragraph_that_is_a_clause_is_an_entry_with_its_values() -> None:
    (entry,) = called("1. *Urges* States to go on;\n\n2. *Notes* the old state of the lamps of the Assembly.\n")
    assert (entry.clause, dict(entry.values)) == ("lamps/note@2", {"what": "lamps"})


@pytest.mark.parametrize(
    "body",
    [
        "1. *Notes* the old state of the lamps of the Council.\n",
        "1. *Notes* the *old state* of the lamps of the Assembly.\n",  # italics that the clause does not have
        "1. *Notes* the old state[^1] of the lamps of the Assembly.\n\n[^1]: A/81/1.\n",  # a note that it would lose
        f"1. *Notes* the old state of the {'very ' * 20} lamps of the Assembly.\n",  # hardly the clause's words
    ],
)
def test_a_paragraph_that_would_come_out_otherwise_stays(body: str) -> None:
    assert called(body) == []


def test_also_is_put_in_again_and_what_stands_behind_an_entry_stays_as_it_was() -> None:
    notes = "{0}. *{1}* the old state of the {2} of the Assembly;"
    body = [notes.format(1, "Notes", "lamps"), notes.format(2, "Also notes", "lights"), "3. *Also notes* the masts."]
    assert [dict(entry.values)["what"] for entry in called("\n\n".join(body))] == ["lamps"]
    body[2] = "3. *Urges* States to act"
    assert [dict(entry.values)["what"] for entry in called("\n\n".join(body) + ".")] == ["lamps", "lights"]
    behind = [notes.format(1, "Notes", "lamps"), "2. *Notes* their age."]
    assert called("\n\n".join(behind)) == []
