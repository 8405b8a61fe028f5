"""What an "Ibid." stands for (un-rules E5, E6)."""

from __future__ import annotations

import pytest

from draftkit import inline
from draftkit.assemble.notes import full, settle_ibids
from draftkit.model import Masthead, Note, Paragraph, Part, Resolution


@pytest.mark.parametrize(
    ("source", "ibid", "meant"),
    [
        ("United Nations, *Treaty Series*, vol. 75, No. 970.", "Ibid., vol. 2404, No. 43425.", "United Nations, *Treaty Series*, vol. 2404, No. 43425."),
        ("United Nations, *Treaty Series*, vol. 75, Nos. 970–973.", "Ibid., No. 974.", "United Nations, *Treaty Series*, vol. 75, No. 974."),
        ("A/80/12, para. 4.", "Ibid.", "A/80/12, para. 4."),
        ("A/80/12, para. 4.", "Ibid", "A/80/12, para. 4."),
        ("A/80/12, para. 4.", "Ibid., paras. 7–9.", "A/80/12, paras. 7–9."),
        ("A/80/12, para. 4.", "Ibid., annex.", "A/80/12, annex."),
        ("A/80/12, annex.", "Ibid., para. 4.", "A/80/12, annex, para. 4."),
        ("A/80/12, chap. II, sect. B, para. 4.", "Ibid., chap. III.", "A/80/12, chap. III."),
        ("A/80/12.", "Ibid., annex II.", "A/80/12, annex II."),
        ("*Official Records of the General Assembly, Seventy-ninth Session, Supplement No. 26* (A/79/26), chap. I.",
         "Ibid., *Eightieth Session, Supplement No. 26* (A/80/26).",
         "*Official Records of the General Assembly, Eightieth Session, Supplement No. 26* (A/80/26)."),
        ("*Official Records of the General Assembly, Eightieth Session, Supplement No. 26* (A/80/26).",
         "Ibid., *Supplement No. 17* (A/80/17), chap. V.",
         "*Official Records of the General Assembly, Eightieth Session, Supplement No. 17* (A/80/17), chap. V."),
        ("*Official Records of the General Assembly, Eightieth Session, Supplement No. 26* (A/80/26), chap. I.",
         "Ibid., chap. V.",
         "*Official Records of the General Assembly, Eightieth Session, Supplement No. 26* (A/80/26), chap. V."),
    ],
)  # fmt: skip
def test_an_ibid_written_out(source, ibid, meant):
    notes = {"one": Note("one", inline.parse(source)), "two": Note("two", inline.parse(ibid), "one")}
    assert inline.format(full(notes["two"], notes)) == meant


def test_chains_are_followed_and_those_that_lead_nowhere_are_left():
    notes = {
        "a": Note("a", inline.parse("A/80/1, para. 2.")),
        "b": Note("b", inline.parse("Ibid., para. 3."), "a"),
        "c": Note("c", inline.parse("Ibid."), "b"),
        "lost": Note("lost", inline.parse("Ibid., para. 9."), "gone"),
        "round": Note("round", inline.parse("Ibid."), "trip"),
        "trip": Note("trip", inline.parse("Ibid."), "round"),
    }
    assert inline.plain(full(notes["c"], notes)) == "A/80/1, para. 3."
    assert inline.plain(full(notes["lost"], notes)) == "Ibid., para. 9."
    assert inline.plain(full(notes["round"], notes)) == "Ibid."


def test_an_ibid_whose_source_is_nowhere_keeps_its_words_and_what_it_names():
    notes = (Note("one", inline.parse("A/80/12.")), Note("two", inline.parse("Ibid., para. 4."), "lost"))
    text = Resolution(Masthead(), (), (Part(operative=(Paragraph("a", inline.parse("Notes it[^one] and[^two]")),)),), notes)
    assert settle_ibids(text, None) == (text, ())
