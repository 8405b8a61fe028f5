"""A draft brought up to date: what the drafter did stays, what is new comes in, and what both did is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from draftkit import inline
from draftkit.model import ClauseEntry, Content, Masthead, Note, Paragraph, Part, Resolution
from draftkit.roll import roll
from draftkit.roll.merge import merge
from draftkit.roll.merge.places import ordered
from draftkit.roll.merge.said import said
from draftkit.roll.merge.said import same as same_words
from draftkit.roll.merge.words import filled, weave
from draftkit.roll.update import STANDS, Updated, update
from draftkit.tree import map_contents, texts, walk
from strategies import edited, resolutions

Make = Callable[..., Resolution]


@st.composite
def threes(draw: st.DrawFn) -> tuple[Resolution, Resolution, Resolution]:
    """A text, and two people's edits of it."""
    base = draw(resolutions())
    return base, draw(edited(base)), draw(edited(base))


def in_order(resolution: Resolution) -> Resolution:
    """The text with its notes by name: the order in which they stand means nothing, and stays as it is in the file."""
    return replace(resolution, notes=tuple(sorted(resolution.notes, key=lambda note: note.id)))


quick = settings(deadline=None, max_examples=60)


@quick
@given(threes(), st.booleans())
def test_with_nothing_new_the_draft_stays_as_it_is(three: tuple[Resolution, Resolution, Resolution], same: bool) -> None:
    base, mine, _ = three
    merged = merge(base, mine, base, same_prior=same)
    assert (merged.resolution, merged.taken, merged.conflicts) == (mine, (), ())


@quick
@given(threes(), st.booleans())
def test_a_draft_that_nobody_edited_is_the_fresh_text(three: tuple[Resolution, Resolution, Resolution], same: bool) -> None:
    base, _, fresh = three
    merged = merge(base, base, fresh, same_prior=same)
    assert same_words(in_order(merged.resolution), in_order(fresh))  # the blanks stay the drafter's
    assert (merged.conflicts, merged.kept) == ((), 0)


@quick
@given(threes(), st.booleans())
def test_a_second_merge_changes_nothing(three: tuple[Resolution, Resolution, Resolution], same: bool) -> None:
    base, mine, fresh = three
    once = merge(base, mine, fresh, same_prior=same).resolution
    again = merge(fresh, once, fresh)
    assert (again.resolution, again.taken) == (once, ())


@quick
@given(threes(), st.booleans())
def test_every_word_of_the_drafter_is_there(three: tuple[Resolution, Resolution, Resolution], same: bool) -> None:
    base, mine, fresh = three
    before = {word for _, content in texts(base) for word in said(content).split()}
    after = " ".join(said(content) for _, content in texts(merge(base, mine, fresh, same_prior=same).resolution))
    added = {word for _, content in texts(mine) for word in said(content).split() if "[" not in word} - before
    assert {word for word in added if word not in after} == set()


@quick
@given(threes(), st.booleans())
def test_ids_stay_unique(three: tuple[Resolution, Resolution, Resolution], same: bool) -> None:
    merged = merge(*three, same_prior=same).resolution
    ids = [place.block.id for place in walk(merged)]
    assert len(ids) == len(set(ids))
    assert len({note.id for note in merged.notes}) == len(merged.notes)


@pytest.mark.parametrize(
    ("base", "mine", "fresh", "merged", "clash"),
    [
        ("in 2025 to all States", "in 2025 to every State", "in 2027 to all States", "in 2027 to every State", ()),
        ("in 2025 all", "in 2025 every", "in 2027 all", "in 2025 every", (("in 2025 every", "in 2027 all"),)),
        ("by 1 May 2025", "by 2 May 2025", "by 1 May 2027", "by 2 May 2025", (("by 2 May 2025", "by 1 May 2027"),)),
        ("*Urges* States", "*Also urges* States", "*Urges* States now", "*Also urges* States now", ()),
        ("its eighty-first session", "its next session", "its eighty-second session", "its next session", (("its next session", "its eighty-second session"),)),
        ("a report,[^a] and", "a full report,[^a] and", "a report,[^b] and", "a full report,[^b] and", ()),
        ("see [[a]] above", "see [[a]] and [[b]] above", "see [[a]] above now", "see [[a]] and [[b]] above now", ()),
        ("in A/81/___ and B", "in A/81/___ and C", "in A/81/143 and B", "in A/81/143 and C", ()),
        ("the same", "the same", "the same", "the same", ()),
        ("old", "new", "new", "new", ()),
        ("one two three", "one three", "one two three four", "one three four", ()),
    ],
)  # fmt: skip
def test_merges_by_whole_tokens(base: str, mine: str, fresh: str, merged: str, clash: tuple[tuple[str, str], ...]) -> None:
    woven = weave(*map(inline.parse, (base, mine, fresh)))
    assert (inline.format(woven.content), woven.clashes) == (merged, clash)


def test_a_blank_is_filled_where_the_roll_forward_writes_now_and_not_where_the_drafter_made_it() -> None:
    before, fresh, mine = map(inline.parse, ("in 2023, in Rome, by wire", "in 2025, in Rome, by wire", "in ___, in ___, by wire"))
    assert inline.format(weave(fresh, mine, fresh, before).content) == "in 2025, in ___, by wire"


def test_words_that_stand_as_before_the_roll_forward_are_offered_its_words() -> None:
    before, fresh, mine = map(inline.parse, ("in 2023, in Rome", "in 2025, in Rome", "in 2023, in all of Rome"))
    woven = weave(fresh, mine, fresh, before)
    assert (inline.format(woven.content), woven.offers) == ("in 2023, in all of Rome", (("in 2023, in all of Rome", "in 2025, in Rome"),))


def test_another_kind_of_blank_is_no_change_and_the_drafters_stay() -> None:
    base = inline.parse("of 7\u00a0May 2024 at the eighty\u2011first session, in 2025, by all")
    mine = inline.parse("of 7\u00a0May 2024 at the eighty\u2011first session, in 2025, by most")
    fresh = inline.parse("of 7 May 2024 at the eighty-first session, in 2027, by all")
    woven = weave(base, mine, fresh)
    assert inline.format(woven.content) == "of 7\u00a0May 2024 at the eighty\u2011first session, in 2027, by most"
    assert (len(woven.taken), woven.clashes) == (1, ())
    assert weave(base, base, inline.parse("of 7 May 2024 at the eighty-first session, in 2025, by all")).content == base


def test_a_date_that_comes_in_is_parted_as_the_one_that_goes() -> None:
    mine, fresh = inline.parse("of 7\u00a0May 2024, and"), inline.parse("of 9 March 2026, and")
    assert inline.format(weave(mine, mine, fresh).content) == "of 9\u00a0March 2026, and"


def test_what_came_in_is_told_among_the_words_of_the_draft() -> None:
    base, mine, fresh = map(inline.parse, ("in 2025 the work continued there", "in 2025 the work concluded there", "in 2027 the work continued there"))
    assert weave(base, mine, fresh).taken == (("in 2025 the work concluded there", "in 2027 the work concluded there"),)


def with_other_blanks(resolution: Resolution) -> Resolution:
    """The text as another program writes it."""
    other = str.maketrans("\u00a0\u2011 -", " -\u00a0\u2011")

    def change(_: str, content: Content) -> Content:
        return tuple(replace(piece, text=piece.text.translate(other)) if isinstance(piece, inline.Text) else piece for piece in content)

    head = replace(resolution.masthead, basis=resolution.masthead.basis.translate(other))
    notes = tuple(replace(note, content=change("", note.content)) for note in resolution.notes)
    return replace(map_contents(resolution, change), masthead=head, notes=notes)


@quick
@given(threes(), st.booleans())
def test_a_prior_that_differs_only_in_blanks_brings_nothing_in(three: tuple[Resolution, Resolution, Resolution], same: bool) -> None:
    base, mine, _ = three
    merged = merge(base, mine, with_other_blanks(base), same_prior=same)
    assert (merged.resolution, merged.taken, merged.conflicts) == (mine, (), ())


@pytest.mark.parametrize(
    ("mine", "fresh", "expected"),
    [("A/81/___", "A/81/7", True), ("of ___", "of 4 December 2024", True), ("A/81/7", "A/81/8", False), ("A/___", "B/7", False), ("___", "___", False)],
)
def test_a_blank_is_filled_by_what_fits(mine: str, fresh: str, expected: bool) -> None:
    assert filled(mine, fresh) is expected


@pytest.mark.parametrize(
    ("base", "mine", "fresh", "expected"),
    [
        ("abc", "abc", "axbc", "axbc"),  # new in the fresh text
        ("abc", "abyc", "axbc", "axbyc"),  # and one of the drafter's
        ("abc", "cab", "axbc", "caxb"),  # the drafter moved one
        ("abc", "abc", "cab", "cab"),  # the fresh text did
        ("abc", "bac", "cab", "bac"),  # both did: the drafter's order stays
        ("abc", "ybc", "axbc", "axybc"),
        ("", "yz", "x", "yzx"),
    ],
)
def test_lists_are_merged_in_order(base: str, mine: str, fresh: str, expected: str) -> None:
    gone = set(base) - set(mine)
    assert "".join(ordered(base, mine, [name for name in fresh if name not in gone or name == "a"])) == expected


# --- Drafts and priors ---------------------------------------------------------------------------------------------


def edit(resolution: Resolution, name: str, old: str, new: str) -> Resolution:
    """The text with other words in one paragraph."""

    def change(block: Paragraph) -> Paragraph:
        text = inline.format(block.content)
        return replace(block, content=inline.parse(text.replace(old, new))) if block.id == name else block

    part = resolution.parts[0]
    lists = {key: tuple(map(change, getattr(part, key))) for key in ("preamble", "operative")}  # type: ignore[arg-type]
    return replace(resolution, parts=(replace(part, **lists),))


def with_operative(resolution: Resolution, *blocks: Paragraph | ClauseEntry) -> Resolution:
    return replace(resolution, parts=(replace(resolution.parts[0], operative=blocks),))


@pytest.fixture
def prior(text: Make) -> Resolution:
    return text(
        preamble=["*Recalling* its resolutions 75/901 of 15 December 2020 and 77/902 of 7 December 2022,"],
        operative=[
            "*Requests* the Secretary-General to report at its eighty-first session on the couriers;",
            "*Urges* all States to protect the couriers of treaties, wherever they are;",
            "*Decides* to include the item in the provisional agenda of its eighty-first session.",
        ],
        notes=["A/79/143."],
    )


def rolled(prior: Resolution, session: int = 81) -> Resolution:
    return roll(prior, session=session).resolution


def updated(draft: Resolution, prior: Resolution, session: int, own: Resolution | None = None) -> Updated:
    return update(draft, own=own or prior, prior=prior, fresh=roll(prior, session=session))


def test_another_session_moves_all_that_the_drafter_left_alone(prior: Resolution) -> None:
    mine = edit(rolled(prior), "op-1", "on the couriers", "on the safety of couriers")
    found = updated(mine, prior, 82).merged
    assert found.resolution == edit(rolled(prior, 82), "op-1", "on the couriers", "on the safety of couriers")
    assert (found.kept, found.conflicts) == (1, ())


def test_the_same_words_changed_by_both_are_a_conflict(prior: Resolution) -> None:
    was = inline.format(rolled(prior).parts[0].operative[2].content)  # type: ignore[union-attr]
    mine = edit(rolled(prior), "op-3", was.split(" of its ")[1], "next regular session.")
    found = updated(mine, prior, 82).merged
    assert [clash.paragraph for clash in found.conflicts] == ["op-3"]
    assert "next regular session." in found.conflicts[0].yours
    assert inline.format(found.resolution.parts[0].operative[2].content).endswith("next regular session.")  # type: ignore[union-attr]


def test_what_was_struck_stays_struck_and_what_was_brought_in_stays(prior: Resolution) -> None:
    first = rolled(prior)
    one, two, _ = first.parts[0].operative
    clause = ClauseEntry("requests-more", "report/request@1")
    mine = with_operative(first, two, clause, one)  # type: ignore[arg-type]
    found = updated(mine, prior, 82).merged
    assert [block.id for block in found.resolution.parts[0].operative] == ["op-2", "requests-more", "op-1"]
    assert [(clash.paragraph, clash.yours) for clash in found.conflicts] == [("op-3", "")]


def official(prior: Resolution) -> Resolution:
    """The text as it was adopted in the end: other ids, a paragraph more, one less, one in other words."""
    _, two, three = (block for block in prior.parts[0].operative if isinstance(block, Paragraph))
    words = inline.parse("*Urges* all States to protect the couriers of treaties, wherever they may be;")
    new = Paragraph("notes-report", inline.parse("*Takes note* of the work of the Committee on couriers;"))
    listed = (replace(three, id="decides"), new, replace(two, id="urges", content=words))
    return replace(with_operative(prior, *listed), masthead=replace(prior.masthead, symbol="A/RES/79/999"))


def test_another_prior_brings_in_its_paragraphs_and_its_names(prior: Resolution) -> None:
    mine = edit(rolled(prior), "op-2", "all States", "all States and organizations")
    found = updated(mine, official(prior), 81, own=prior).merged
    assert [block.id for block in found.resolution.parts[0].operative] == ["decides", "notes-report", "urges"]
    assert inline.format(found.resolution.parts[0].operative[2].content) == (  # type: ignore[union-attr]
        "*Urges* all States and organizations to protect the couriers of treaties, wherever they may be;"
    )
    assert (found.conflicts, found.ids["op-2"]) == ((), "urges")


def test_what_is_gone_from_another_prior_stays_if_the_drafter_worked_on_it(prior: Resolution) -> None:
    mine = edit(rolled(prior), "op-1", "report", "report in full")
    found = updated(mine, official(prior), 81, own=prior).merged
    assert "op-1" in [block.id for block in found.resolution.parts[0].operative]
    assert [(clash.paragraph, clash.fresh) for clash in found.conflicts] == [("op-1", "")]


def test_what_is_gone_stays_if_the_drafter_refers_to_it(prior: Resolution) -> None:
    mine = edit(rolled(prior), "op-2", "wherever they are", "as in paragraph [[op-1]] above")
    found = updated(mine, official(prior), 81, own=prior).merged
    assert "op-1" in [block.id for block in found.resolution.parts[0].operative]


def test_a_draft_that_names_no_prior_counts_as_made_of_this_one(prior: Resolution) -> None:
    mine = edit(rolled(prior), "op-2", "wherever", "wheresoever")
    found = update(mine, own=None, prior=prior, fresh=roll(prior, session=82))
    assert found.merged.resolution == edit(rolled(prior, 82), "op-2", "wherever", "wheresoever")


def test_an_id_that_the_drafter_gave_stays(prior: Resolution) -> None:
    first = rolled(prior)
    one, two, three = first.parts[0].operative
    mine = with_operative(first, one, replace(two, id="urges-all"), three)  # type: ignore[arg-type]
    found = updated(mine, prior, 82).merged
    assert found.resolution == with_operative(rolled(prior, 82), *(
        replace(block, id="urges-all") if block.id == "op-2" else block for block in rolled(prior, 82).parts[0].operative
    ))  # type: ignore[arg-type]  # fmt: skip


def test_masthead_title_and_notes_are_merged_too(prior: Resolution) -> None:
    first = rolled(prior)
    mine = replace(
        first,
        title=inline.parse("Safety and security of couriers of treaties"),
        masthead=replace(first.masthead, sponsors=("Fiji",), agenda=(replace(first.masthead.agenda[0], number="84"),)),
        notes=(*first.notes, Note("mine", inline.parse("A/80/7."))),
    )
    found = updated(mine, prior, 82).merged.resolution
    assert inline.plain(found.title) == "Safety and security of couriers of treaties"
    assert (found.masthead.session, found.masthead.sponsors, found.masthead.agenda[0].number) == (82, ("Fiji",), "84")
    assert [inline.plain(note.content) for note in found.notes] == ["A/82/___.", "A/80/7."]


def test_parts_are_known_by_their_labels() -> None:
    def text(words: str) -> Resolution:
        parts = (Part(label="A", operative=(Paragraph("a", inline.parse("One;")),)), Part(label="B", operative=(Paragraph("b", inline.parse(words)),)))
        return Resolution(Masthead(), (), parts)

    found = merge(text("in 2025 by all"), text("in 2025 by most"), text("in 2027 by all"))
    assert found.resolution == text("in 2027 by most")


def test_what_a_drafter_left_as_in_the_prior_is_something_to_decide(prior: Resolution) -> None:
    session = inline.format(rolled(prior).parts[0].operative[2].content).split(" of its ")[1]  # type: ignore[union-attr]
    mine = edit(rolled(prior), "op-3", session, "eighty-first session.")
    (look,) = [look for look in updated(mine, prior, 81).look if look.rule == STANDS]
    assert (look.paragraph, "eighty-first" in look.text, session in look.offer) == ("op-3", True, True)
