"""Laws of the assembler over any editing of one text: insert, delete, move, in any order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from draftkit import inline
from draftkit.assemble import assemble
from draftkit.assemble.mentions import first_mentions
from draftkit.assemble.numbers import paths
from draftkit.assemble.printed import note_numbers, printed
from draftkit.model import Callout, Item, Masthead, Note, Opaque, Paragraph, Part, Ref, Resolution
from draftkit.tree import contents, texts, unread, walk

LEADS = (
    "*Urges*", "*Requests*", "*Welcomes*", "*Also urges*", "*Further requests*", "*Decides,*", "*Also* urges", "*Further* *requests*",
    "*Also*\u00a0*urges*", "*Further\u00a0requests*", "*Also* **urges**", "*Also* ***requests***", "*Further* *also requests*", "*Also*,",
)  # fmt: skip
"""Opening words as they are typed: whole, split over runs, half in italics, with non-breaking blanks."""
ENDINGS = (
    ";", ".", ",", "", ":", "”", ";[^n0]", " see [[one]] below", "?", "; and", ", and", "; *and*", " as “so”", " as “so.”", " (so)",
    " see [[one]][^n0]", "*.*", " ...", "; or",
)  # fmt: skip
WHOM = ("States", "the Secretary-General", "the report of the keepers")


def paragraph(name: str, lead: str, whom: str, rest: str, items: tuple[Paragraph, ...] = ()) -> Paragraph:
    return Paragraph(name, inline.parse(f"{lead} {whom} to act{rest}"), items)


BEFORE = Resolution(
    Masthead(session=79),
    inline.parse("Lighthouses"),
    (
        Part(
            tuple(Paragraph(f"recall-{n}", inline.parse(f"*Recalling{adverb}* its resolution 79/90{n} of {n + 1} December 2024,[^n{n}]")) for n, adverb in enumerate(("", " also", " further"))),
            (
                paragraph("one", "*Urges*", "States", ";"),
                paragraph("two", "*Also urges*", "States", ":", (Paragraph("two-a", inline.parse("To act;")), Paragraph("two-b", inline.parse("To see[^n3] subparagraph [[two-a]] above;")))),
                paragraph("three", "*Requests*", "the Secretary-General", " under paragraphs [[one]] and [[two-a]] above and resolution 79/900;[^n4]"),
                paragraph("four", "*Requests*", "States", " under paragraph [[five]] below;"),
                paragraph("five", "*Decides*", "States", " under resolutions 79/900, 79/901 and 79/902."),
                Opaque("map", inline.parse("[Map, see paragraph [[three]] below][^n3]"), "image"),
            ),
        ),
    ),
    (
        Note("n0", inline.parse("United Nations, *Treaty Series*, vol. 75, No. 970.")),
        Note("n1", inline.parse("Ibid., vol. 80, No. 4."), "n0"),
        Note("n2", inline.parse("A/79/1, para. 4.")),
        Note("n3", inline.parse("Ibid., annex."), "n2"),
        Note("n4", inline.parse("Ibid."), "n3"),
    ),
)  # fmt: skip

edits = st.lists(
    st.tuples(
        st.sampled_from(["insert", "delete", "move", "retype"]), st.booleans(), st.integers(0, 9), st.integers(0, 9),
        st.sampled_from(LEADS), st.sampled_from(WHOM), st.sampled_from(ENDINGS),
    ),
    max_size=5,
)  # fmt: skip


def edited(steps) -> Resolution:
    """The text after the edits, its references to paragraphs that are gone taken out."""
    (part,) = BEFORE.parts
    lists = {True: list(part.preamble), False: list(part.operative)}
    for at, (what, in_preamble, here, there, verb, whom, rest) in enumerate(steps):
        blocks = lists[in_preamble]
        if what == "insert":
            blocks.insert(min(here, len(blocks)), paragraph(f"new-{at}", verb, whom, rest))
        elif blocks and what == "delete":
            del blocks[here % len(blocks)]
        elif blocks and what == "move":
            blocks.insert(there % len(blocks), blocks.pop(here % len(blocks)))
        elif blocks:
            old = blocks[here % len(blocks)]
            blocks[here % len(blocks)] = replace(old, content=paragraph("x", verb, whom, rest).content)
    made = replace(BEFORE, parts=(replace(part, preamble=tuple(lists[True]), operative=tuple(lists[False])),))
    known = paths(made)

    def whole(block: Item) -> Item:
        kept = tuple(piece for piece in block.content if not isinstance(piece, Ref) or piece.target in known)
        items = {"items": tuple(map(whole, block.items))} if isinstance(block, Paragraph) else {}
        return replace(block, content=inline.tidy(kept), **items)

    (part,) = made.parts
    return replace(made, parts=(replace(part, preamble=tuple(map(whole, part.preamble)), operative=tuple(map(whole, part.operative))),))


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(edits)
def test_assembling_again_changes_nothing(steps):
    once = assemble(edited(steps), before=BEFORE).resolution
    assert assemble(once, before=BEFORE).resolution == once
    again = assemble(once, before=once)
    assert (again.resolution, again.changes) == (once, ())


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(edits)
def test_no_paragraph_note_or_reference_is_lost(steps):
    draft = edited(steps)
    done = assemble(draft, before=BEFORE).resolution
    assert [place.block.id for place in walk(done)] == [place.block.id for place in walk(draft)]
    assert [note.id for note in done.notes] == [note.id for note in draft.notes]
    refs = [[piece for piece in content if isinstance(piece, Ref)] for _, content in contents(draft)]
    assert [[piece for piece in content if isinstance(piece, Ref)] for _, content in contents(done)] == refs


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(edits)
def test_only_notes_that_were_called_nowhere_are_called_anew(steps):
    done = assemble(edited(steps), before=BEFORE)
    drafted, finished = calls(done.filled), calls(done.resolution)
    assert drafted <= finished
    assert all(drafted[note] == 0 and count == 1 for note, count in (finished - drafted).items())
    assert sum((finished - drafted).values()) == sum(change.rule == "note" for change in done.changes)


def calls(resolution: Resolution) -> Counter[str]:
    return Counter(piece.note for _, content in contents(resolution) for piece in content if isinstance(piece, Callout))


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(edits)
def test_every_mention_that_became_the_first_has_the_date_that_the_first_had(steps):
    draft = edited(steps)
    done = first_mentions(assemble(draft, before=BEFORE).resolution)
    standing = {place.block.id for place in walk(draft)}
    for cited, was in first_mentions(BEFORE).items():
        if cited in done and was.paragraph not in standing:
            assert done[cited].date == was.date


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(edits)
def test_what_could_not_be_read_stays_as_it_is(steps):
    draft = edited(steps)
    assert list(unread(assemble(draft, before=BEFORE).resolution)) == list(unread(draft))


def words_of(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in re.findall(r"\w+|[^\w\s]", text))


def literal(resolution: Resolution) -> list[str]:
    return ["".join(getattr(piece, "text", " ") for piece in content) for _, content in texts(resolution)]


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(edits)
def test_no_word_comes_or_goes_but_in_a_change_that_is_told(steps):
    done = assemble(edited(steps), before=BEFORE)
    drafted, finished = words_of(literal(done.filled)), words_of(literal(done.resolution))
    assert finished - drafted <= words_of(change.new for change in done.changes)
    assert drafted - finished <= words_of(change.old for change in done.changes)


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(edits)
def test_every_operative_paragraph_that_is_new_or_last_ends_as_it_should(steps):
    done = assemble(edited(steps), before=BEFORE).resolution
    operative = [line for line in printed(done).lines if line.role in ("operative", "item")]
    if operative:
        last = "".join(run.text for run in operative[-1].runs if not run.note)
        assert last.endswith((".", ":", "?", ".”", "; or"))
    for line, after in pairwise(operative):
        if (line.role, after.role) != ("operative", "item"):  # what announces subparagraphs is the drafter's
            words = "".join(run.text for run in line.runs if not run.note)
            assert words.endswith("...") or not words.endswith((".", "and", "and;", "?;", ";;"))


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(edits)
def test_notes_are_numbered_in_the_order_of_their_callouts_and_the_first_is_no_ibid(steps):
    done = assemble(edited(steps), before=BEFORE).resolution
    assert list(note_numbers(done).values()) == list(range(1, len(note_numbers(done)) + 1))
    notes = {note.id: note for note in done.notes}
    order = list(note_numbers(done))
    for before, name in zip(["", *order], order, strict=False):
        if inline.plain(notes[name].content).startswith("Ibid"):
            assert notes[name].ibid == before != ""
