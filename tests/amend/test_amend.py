"""Amendments in words: a draft in, the text that is wanted, and what a delegation would hand in."""

from __future__ import annotations

from pathlib import Path

import pytest

from draftkit.amend import Amendments, amend, apply
from draftkit.amend.amendments import Action, Amendment, Side
from draftkit.amend.applying import apply_all
from draftkit.amend.document import document
from draftkit.amend.words import READABLE
from draftkit.errors import DraftkitError
from draftkit.inline import format as typed
from draftkit.inline import parse
from draftkit.model import Note, Resolution
from draftkit.readers import amendment_document, amendments, draft
from draftkit.readers.amendment_references import with_references
from draftkit.tree import texts
from draftkit.writers import render
from draftkit.writers.text import write

HEAD = """draftkit: 1
document: {session: 82, symbol: A/C.6/82/L.7, committee: Sixth Committee}
title: Safety of cables
"""
OLD = """
preamble:
  - {id: recalling, text: "*Recalling* its resolution 80/903 of 9 December 2025,"}
  - {id: noting, text: "*Noting* the report,[^report]"}
operative:
  - {id: urges, text: "*Urges* all States to act, and all owners to help;"}
  - {id: urges-more, text: "*Also urges* States to report;"}
  - id: calls
    text: "*Calls upon* States:"
    items:
      - {id: mark, text: "To mark the cables;"}
      - {id: guard, text: "To guard the cables;"}
  - {id: requests, text: "*Requests* the Secretary-General to report on paragraph [[calls]] above."}
notes:
  report: A/82/1310.
"""


def text(body: str) -> Resolution:
    return draft.read(HEAD + body, "draft.yaml").resolution


def said(old: str, new: str, *, oral: bool = False) -> str:
    """The instructions alone, a line each."""
    one, other = text(old), text(new)
    made = amend(one, other, by_id=True, most=READABLE)
    page = write(document(made, one, apply(made, one).resolution, oral=oral), markdown=True)
    return "\n".join(block for block in page.split("**Safety of cables**\n\n")[1].strip().split("\n\n"))


@pytest.mark.parametrize(
    ("was", "becomes", "expected"),
    [
        ("*Urges* all States to act", "*Urges* States to act", "In operative paragraph 1, replace “all States” by “States”."),
        ("act, and all", "act at once, and all", "In operative paragraph 1, after “to act”, insert “at once”."),
        ("To guard the cables", "To guard all cables", "In operative paragraph 3 (b), replace “the” by “all”."),
        ("2025,", "2025 and all that followed it,", "In the first preambular paragraph, after “9 December 2025”, insert “and all that followed it”."),
        ("the report,[", "the whole report,[", "In the second preambular paragraph, after “*Noting* the”, insert “whole”."),
        ("the report,[^report]", "the report,", "In the second preambular paragraph, delete “[footnote 1]”."),
        ("To guard the", "To guard and mend the", "In operative paragraph 3 (b), after “To guard”, insert “and mend”."),
        ("*Calls upon* States:", "*Calls upon* Member States:", "In the chapeau of operative paragraph 3, after “*Calls upon*”, insert “Member”."),
        ("A/82/1310.", "A/82/1310 and Corr.1.", "In footnote 1, after “A/82/1310”, insert “and Corr.1”."),
        ("To mark the cables;", "To watch over every ship;", "Replace operative paragraph 3 (a) by the following:\n“To watch over every ship;”"),
        ("  - {id: urges-more, text: \"*Also urges* States to report;\"}\n", "", "Delete operative paragraph 2.\nRenumber the subsequent paragraphs accordingly."),
        ("      - {id: mark, text: \"To mark the cables;\"}\n", "", "Delete operative paragraph 3 (a).\nRenumber the subsequent paragraphs accordingly."),
    ],
)  # fmt: skip
def test_words_of_a_change(was: str, becomes: str, expected: str) -> None:
    assert was in OLD
    assert said(OLD, OLD.replace(was, becomes)) == expected


def test_words_that_stand_twice_are_quoted_with_their_neighbours() -> None:
    assert said(OLD, OLD.replace("and all owners", "and owners")) == "In operative paragraph 1, replace “all owners” by “owners”."


def test_a_callout_is_quoted_with_its_word() -> None:
    new = OLD.replace("the report,[^report]", "the report,[^other]").replace("report: A/82/1310.", "other: A/82/1311.")
    assert said(OLD, new).split("\n\n")[0].startswith("In the second preambular paragraph, replace “report,[footnote 1]” by “report,[^1]”.")


def test_a_callout_that_moves_past_a_mark_is_one_amendment() -> None:
    new = OLD.replace("the report,[^report]", "the report[^report],")
    assert said(OLD, new) == "In the second preambular paragraph, replace “report,[footnote 1]” by “report[footnote 1],”."


def test_of_four_changes_a_paragraph_is_worded_anew() -> None:
    """In a document that people read; the file keeps the rest of the paragraph open to others."""
    new = OLD.replace("*Urges* all States to act, and all owners to help;", "*Urges* most States to act now, and the owners to help them;")
    assert said(OLD, new).startswith("Replace operative paragraph 1 by the following:")
    assert Action.REWORD not in {each.action for each in amend(text(OLD), text(new), by_id=True).items}


ANNEX = """annexes:
  - id: rules
    title: Rules of the house
    body:
      - {id: rules-first, text: "The first rule."}
"""


def test_an_annex_goes_and_not_its_title(tmp_path: Path) -> None:
    assert said(OLD + ANNEX, OLD) == "Delete the annex."
    assert said(OLD + ANNEX, OLD + ANNEX.replace("of the", "of this")) == "In the title of the annex, replace “the” by “this”."
    one, other = text(OLD + ANNEX.replace("title:", "label: Annex\n    title:")), text(OLD)
    made = amend(one, other, by_id=True)
    file = tmp_path / "fiji.md"
    file.write_bytes(render(document(made, one, other), "md"))
    assert "Delete the annex." in file.read_text("utf-8")
    found = amendment_document.read(str(file), one)
    assert (found.doubts, apply(found, one).resolution.parts[0].annexes) == ((), ())


def test_new_paragraphs_come_in_the_order_of_the_list() -> None:
    new = OLD.replace("  - id: calls\n", '  - {id: a, text: "*Invites* owners to help;"}\n  - {id: b, text: "*Thanks* them;"}\n  - id: calls\n')
    assert said(OLD, new) == (
        "After operative paragraph 2, insert two new operative paragraphs, reading:\n“*Invites* owners to help;”\n“*Thanks* them;”\n"
        "Renumber the subsequent paragraphs accordingly."
    )


def test_what_follows_is_no_amendment() -> None:
    """Also and further, final marks, numbers and references: only the new paragraph is said."""
    new = OLD.replace("above.", "above;") + ""
    new = new.replace("notes:\n", '  - {id: urges-last, text: "*Decides* to come back to the matter."}\nnotes:\n')
    assert said(OLD, new) == "After operative paragraph 4, insert a new operative paragraph, reading:\n“*Decides* to come back to the matter.”"


def test_what_does_not_follow_is_said() -> None:
    """A list that ends in a semicolon is meant to."""
    assert "There is no other change in operative paragraph 3." in said(
        OLD, OLD.replace('  - {id: requests, text: "*Requests* the Secretary-General to report on paragraph [[calls]] above."}\n', "").replace(
            "  - id: calls\n    text: \"*Calls upon* States:\"\n    items:\n      - {id: mark, text: \"To mark the cables;\"}\n      - {id: guard, text: \"To guard the cables;\"}\n",
            '  - {id: calls, text: "*Calls upon* States to mark the cables;"}\n',
        )
    )


def test_a_move_with_its_subparagraphs() -> None:
    lines = OLD.split("  - id: calls\n")
    calls = "  - id: calls\n" + lines[1].split("  - {id: requests")[0]
    new = OLD.replace(calls, "").replace("  - {id: urges,", calls + "  - {id: urges,")
    assert said(OLD, new).splitlines()[0] == "Move operative paragraph 3 before operative paragraph 1."


def test_oral_revisions_are_one_list() -> None:
    new = OLD.replace("act, and", "act at once, and").replace('      - {id: guard, text: "To guard the cables;"}\n', "")
    assert said(OLD, new, oral=True).splitlines() == [
        "1. In operative paragraph 1, the words “at once” are to be inserted after “to act”.",
        "2. Operative paragraph 3 (b) is to be deleted.",
    ]


@pytest.mark.parametrize("form", ["md", "txt", "docx"])
def test_a_document_is_read_again(tmp_path: Path, form: str) -> None:
    new = OLD.replace("Urges* all", "Urges* most").replace("the report,", "the last report,").replace("report: A/82/1310.", "report: A/82/1310.\n  new: A/82/1311.")
    new = new.replace("  - id: calls\n", '  - {id: commends, text: "*Commends* the owners mentioned in paragraph [[urges]] above;[^new]"}\n  - id: calls\n')
    new = new.replace('  - {id: urges-more, text: "*Also urges* States to report;"}\n', "")
    one, other = text(OLD), text(new)
    made = amend(one, other, by_id=True, sponsors=("Fiji", "Samoa"))
    file = tmp_path / f"fiji.{form}"
    file.write_bytes(render(document(made, one, apply(made, one).resolution), form))
    found = amendment_document.read(str(file), one)
    assert (found.symbol, found.sponsors, found.title, found.doubts) == ("A/C.6/82/L.7", ("Fiji", "Samoa"), "Safety of cables", ())
    applied = apply(found, one)
    assert applied.misfits == ()
    assert render(applied.resolution, "md") == render(other, "md")


@pytest.mark.parametrize(
    ("sentence", "doubt"),
    [
        ("In operative paragraph 2, replace the words “States to” with the words “Members to”.", ""),
        ("in operative paragraph 2, delete the word “States”.", ""),
        ("In operative paragraph 12, delete “all”.", "the draft has no such place"),
        ("Delete operative paragraph 12.", "the draft has no operative paragraph 12"),
        ("Delete the second half of operative paragraph 2.", "the draft has no second half"),
        ("After operative paragraph 2, insert a new operative paragraph, reading:", "no words in quotation marks follow"),
        ("After operative paragraph 2, insert something.", "this is no instruction of a known form"),
        ("Replace operative paragraph 2 by the following:", "no words in quotation marks follow"),
    ],
)
def test_sentences_of_others(tmp_path: Path, sentence: str, doubt: str) -> None:
    file = tmp_path / "fiji.md"
    file.write_text(f"In operative paragraph 1, delete “all States”.\n\n{sentence}\n\nDelete operative paragraph 2.\n", "utf-8")
    found = amendment_document.read(str(file), text(OLD))
    assert len(found.items) == 3 - bool(doubt)
    assert [(line, what[: len(doubt)]) for line, what in found.doubts] == ([(3, doubt)] if doubt else [])


IBIDS = """
operative:
  - {id: urges, text: "*Urges* all,[^first] each[^second] and one;[^third]"}
  - {id: thanks, text: "*Thanks* all[^fourth] and some.[^fifth]"}
notes:
  first: "A/82/17."
  second: {text: "Ibid., chap. II.", ibid: first}
  third: {text: "Ibid., chap. III.", ibid: second}
  fourth: {text: "Ibid., chap. IV.", ibid: third}
  fifth: {text: "Ibid., chap. V.", ibid: fourth}
"""


def test_a_new_note_in_plain_text_is_not_the_old_one(tmp_path: Path) -> None:
    """Plain text has no italics, so that words are dressed as those that they replace: not so callouts."""
    new = IBIDS.replace("[^second]", "[^new]").replace('  second: {text: "Ibid., chap. II.", ibid: first}\n', "  new: A/82/20.\n")
    new = new.replace('"Ibid., chap. III.", ibid: second', '"A/82/17, chap. III."')
    one, other = text(IBIDS), text(new)
    made = amend(one, other, by_id=True)
    file = tmp_path / "fiji.txt"
    file.write_bytes(render(document(made, one, apply(made, one).resolution), "txt"))
    applied = apply(amendment_document.read(str(file), one), one)
    assert applied.misfits == ()
    assert write(applied.resolution) == write(other)


def test_ibid_of_a_note_that_goes_is_written_out() -> None:
    """Also where the source of that note is itself an "Ibid." that an amendment words."""
    made = Amendments(
        one(Action.REPLACE, "note second", "chap. II", "chap. VI").items
        + one(Action.DELETE, "urges", "and one;[^third]").items
        + one(Action.REPLACE, "thanks", "all[^fourth]", "all[^new]").items,
        notes=(Note("new", parse("A/82/20.")),),
    )
    applied = apply(made, text(IBIDS))
    assert applied.misfits == ()
    known = {note.id: note for note in applied.resolution.notes}
    assert set(known) == {"first", "second", "new", "fifth"}
    assert typed(known["fifth"].content) == "A/82/17, chap. V."


@pytest.mark.parametrize(
    ("instruction", "expected"),
    [
        ("In operative paragraph 1, after “to act”, insert “as set out in paragraph 3 below”.", "to act as set out in paragraph [[calls]] below, and all owners"),
        ("Replace operative paragraph 2 by the following:\n\n“*Also urges* States to report on paragraph 3 (a) below;”", "on paragraph [[mark]] below;"),
        ("After operative paragraph 1, insert a new operative paragraph, reading:\n\n“*Thanks* States for paragraph 4 below;”", "for paragraph [[calls]] below;"),
        ("In operative paragraph 4, replace “paragraph 3 above” by “paragraphs 2 and 3 above”.", "on paragraphs [[urges-more]] and [[calls]] above."),
    ],
)
def test_numbers_of_a_document_lead_to_paragraphs(tmp_path: Path, instruction: str, expected: str) -> None:
    """They are those of the draft as it was issued with the amendments in it, whatever state they go into."""
    file = tmp_path / "fiji.md"
    file.write_text(f"{instruction}\n", "utf-8")
    issued = text(OLD)
    later = text(OLD.replace("operative:\n", 'operative:\n  - {id: notes, text: "*Notes* the debate;"}\n'))
    made = with_references(amendment_document.read(str(file), issued), issued)
    assert made is not None
    for state in (issued, later):
        applied = apply(made, state)
        assert applied.misfits == ()
        assert any(typed(content).endswith(expected) or expected in typed(content) for _, content in texts(applied.resolution))


def test_numbers_stay_typed_where_a_document_does_not_fit(tmp_path: Path) -> None:
    file = tmp_path / "fiji.md"
    file.write_text("In operative paragraph 1, after “to act”, insert “as in paragraph 3 below”.\n\nDelete operative paragraph 9.\n", "utf-8")
    made = amendment_document.read(str(file), text(OLD))
    assert with_references(made, text(OLD)) is None


@pytest.mark.parametrize("said", ["There is no other change in", "No consequential change is to be made in"])
def test_what_stands_is_read(tmp_path: Path, said: str) -> None:
    """Documents of earlier versions have the second sentence."""
    file = tmp_path / "fiji.md"
    file.write_text(f"In operative paragraph 1, delete “to act”.\n\n{said} operative paragraph 2.\n", "utf-8")
    found = amendment_document.read(str(file), text(OLD))
    assert (found.stands, found.doubts) == (("urges-more",), ())


# --- Applied -------------------------------------------------------------------------------------------------------


def one(action: Action, place: str, words: str = "", by: str = "", side: Side = Side.AFTER, anchor: str = "") -> Amendments:
    return Amendments((Amendment(action, place, parse(words), parse(by), side, anchor),))


@pytest.mark.parametrize(
    ("amendment", "why"),
    [
        (one(Action.DELETE, "urges", "some"), "its words are gone"),
        (one(Action.DELETE, "urges", "all"), "its words stand there twice"),
        (one(Action.DELETE, "urges", "al"), "its words are gone"),
        (one(Action.DELETE, "nothing", "all"), "is gone"),
        (one(Action.REPLACE, "urges", "some", "owners"), "already done"),
        (one(Action.REPLACE, "urges", "States", "all States"), "already done"),
        (one(Action.INSERT, "urges", "all States", "to act"), "already done"),
        (one(Action.REWORD, "mark", by="To mark the cables;"), "already done"),
        (one(Action.STRIKE, "nothing"), "already done: it is gone"),
        (one(Action.STRIKE, "calls"), "cannot go: paragraph 4 (requests) refers to it"),
        (one(Action.MOVE, "urges-more", anchor="urges"), "already done"),
        (one(Action.MOVE, "urges", anchor="nothing"), "its place is gone (nothing)"),
        (one(Action.MOVE, "calls", side=Side.UNDER, anchor="calls items"), "cannot stand under itself"),
        (one(Action.REPLACE, "urges", "act", "act as in paragraph [[nothing]]"), "refers to [[nothing]], which is not in the draft"),
        (one(Action.REPLACE, "urges", "act", "act[^nothing]"), "calls the note [^nothing], which is not in the draft"),
    ],
)
def test_what_does_not_fit_is_told_and_left_out(amendment: Amendments, why: str) -> None:
    old = text(OLD)
    applied = apply(amendment, old)
    assert [each.why for each in applied.misfits] == [why]
    assert applied.resolution == old


@pytest.mark.parametrize(
    ("action", "words", "by", "expected"),
    [
        (Action.DELETE, "States", "", "*Urges* all to act, and all owners to help;"),
        (Action.DELETE, ", and all owners to help", "", "*Urges* all States to act;"),
        (Action.DELETE, "to help", "", "*Urges* all States to act, and all owners;"),
        (Action.INSERT, "to act", "at once", "*Urges* all States to act at once, and all owners to help;"),
        (Action.INSERT, "to act", ", at once", "*Urges* all States to act, at once, and all owners to help;"),
        (Action.REPLACE, "Urges all", "*Urges* most", "*Urges* most States to act, and all owners to help;"),
    ],
)
def test_blanks_are_seen_to(action: Action, words: str, by: str, expected: str) -> None:
    applied = apply(one(action, "urges", words, by), text(OLD))
    assert applied.misfits == ()
    assert [typed(block.content) for block in applied.resolution.parts[0].operative if block.id == "urges"] == [expected]  # type: ignore[union-attr]


def test_words_are_found_in_a_later_state() -> None:
    later = OLD.replace("*Urges* all States to act", "*Urges* all States and\u00a0others to act").replace("  - id: calls\n", '  - {id: new, text: "*Thanks* them;"}\n  - id: calls\n')
    made = amend(text(OLD), text(OLD.replace("owners to help", "owners to assist").replace("To mark", "To label")), by_id=True)
    applied = apply(made, text(later))
    assert applied.misfits == ()
    assert "and\u00a0others to act, and all owners to assist;" in write(applied.resolution)
    assert "(a) To label the cables;" in write(applied.resolution)


def test_the_file_that_changed_it_before_is_named() -> None:
    first, second = one(Action.REPLACE, "urges", "act", "react"), one(Action.DELETE, "urges", "act")
    applied = apply_all([("fiji.yaml", first), ("samoa.yaml", second)], text(OLD))
    assert [(each.why, each.clash) for each in applied[1].misfits] == [("its words are gone", "fiji.yaml")]


def test_two_amendments_of_the_same_words_exclude_each_other() -> None:
    both = Amendments(one(Action.REPLACE, "urges", "act", "react").items + one(Action.DELETE, "urges", "to act").items)
    assert [each.why for each in apply(both, text(OLD)).misfits] == ["its words are those of another of these amendments"]


# --- The file ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("draftkit: 1\n", "this is no amendment file"),
        ("amendments: 2\n", "this is no amendment file"),
        ("amendments: 1\nlist:\n  - in: a\n", "this says not what is to be done"),
        ("amendments: 1\nlist:\n  - {delete: a}\n", '"in:" is missing'),
        ("amendments: 1\nlist:\n  - {in: a, replace: b}\n", '"by:" is missing'),
        ("amendments: 1\nlist:\n  - {in: a, delete: ''}\n", '"delete" is empty'),
        ("amendments: 1\nlist:\n  - {in: a, delete: b, strike: c}\n", "an amendment does one thing"),
        ("amendments: 1\nlist:\n  - {move: a}\n", "this does not say where"),
        ("amendments: 1\nlist:\n  - {move: a, after: b, before: c}\n", "this says twice where"),
        ("amendments: 1\nlist:\n  - {add: {clause: a@1}, after: b}\n", "a clause cannot stand in an amendment"),
        ("amendments: 1\nlist:\n  - {add: {text: a}, kind: poem, after: b}\n", "is no kind of thing to add"),
        ("amendments: 1\nlist:\n  - {in: a, delete: '*b'}\n", "is never closed"),
    ],
)
def test_a_wrong_file_is_refused(source: str, message: str) -> None:
    with pytest.raises(DraftkitError, match=r"^a\.yaml:\d+") as error:
        amendments.read(source, "a.yaml")
    assert message in str(error.value)
