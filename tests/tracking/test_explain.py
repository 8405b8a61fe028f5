"""Comments that say why a technical change was made."""

from __future__ import annotations

from draftkit.inline import parse
from draftkit.model import Change, Kind, Masthead, Paragraph, Part, Resolution
from draftkit.roll.rules import rule
from draftkit.tracking.explain import explained
from draftkit.word.soundness import faults
from draftkit.writers.authors import Authors
from judges import integrity, oracle, pandoc, schema, worse
from judges.schema import W, trees
from tracking.marked import DATE, patched, resolution
from word_files import Comment, P, build, package


def run(name: str, text: str, author: str = "Technical update", at: int = 1) -> str:
    words = "delText" if name == "del" else "t"
    who = f'w:id="{at}" w:author="{author}" w:date="{DATE}"'
    return f'<w:{name} {who}><w:r><w:{words} xml:space="preserve">{text}</w:{words}></w:r></w:{name}>'


def plain(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def change(rule: str, old: str, new: str) -> Change:
    return Change(rule, Kind.TECHNICAL, "masthead", old, new)


def comments(data: bytes) -> list[str]:
    root = trees(data).get("word/comments.xml")
    return [] if root is None else ["".join(comment.itertext()) for comment in root]


SESSION = "<w:p>" + plain("at its ") + run("del", "eighty-first") + run("ins", "eighty-third", at=2) + plain(" session") + "</w:p>"
FILE = package(SESSION)
CHANGES = [change("session/next", "eighty-first", "eighty-third")]


def test_what_stands_side_by_side_has_one_comment() -> None:
    found = explained(FILE, CHANGES, Authors(), DATE)
    assert comments(found) == [rule("session/next").reason]
    paragraph = next(trees(found)["word/document.xml"].iter(f"{W}p"))
    assert [child.tag.removeprefix(W) for child in paragraph] == ["r", "commentRangeStart", "del", "ins", "commentRangeEnd", "r", "r"]


def test_the_file_is_sound_and_says_what_it_said() -> None:
    found = explained(FILE, CHANGES, Authors(), DATE)
    assert faults(found) == ()
    assert worse(schema.errors, found, FILE) == []
    assert worse(integrity.findings, found, FILE) == []
    for way in ("accept", "reject"):
        assert oracle.resolved(found, way) == oracle.resolved(FILE, way)
        assert pandoc.lines(found, way) == pandoc.lines(FILE, way)


def test_changes_of_others_have_none() -> None:
    data = package("<w:p>" + run("ins", "soon", "Drafter") + "</w:p>")
    assert explained(data, CHANGES, Authors(), DATE) == data


def test_without_changes_the_file_is_as_it_was() -> None:
    data = build(resolution("1. Decides to stop."))
    assert explained(data, CHANGES, Authors(), DATE) == data


def test_comments_of_others_stay_before_it() -> None:
    data = build(resolution(P("1. Reports ", Comment("why?", "soon"), " to it.")))
    data = patched(data, "word/document.xml", b"<w:sectPr>", SESSION.encode() + b"<w:sectPr>")
    assert comments(explained(data, CHANGES, Authors(), DATE)) == ["why?", rule("session/next").reason]


def test_the_masthead_is_explained_once() -> None:
    lines = "".join(f"<w:p>{run('del', old, at=at)}{run('ins', new, at=at + 1)}</w:p>" for old, new, at in (("A/79/1", "A/81/1", 1), ("5 May", "6 May", 3)))
    found = [change("masthead", "A/79/1", "A/81/1"), change("masthead", "5 May", "6 May")]
    assert comments(explained(package(lines), found, Authors(), DATE)) == [rule("masthead").reason]


def prior(*operative: str) -> Resolution:
    head = Masthead(symbol="A/RES/79/901", session=79, adopted="4 December 2024")
    paragraphs = tuple(Paragraph(f"op-{at}", parse(text)) for at, text in enumerate(operative, start=1))
    return Resolution(head, parse("Cables"), (Part(operative=paragraphs),))


def lines(*told: tuple[str, str, str, str]) -> bytes:
    """Paragraphs: what stands before the change, what is struck, what is new, and what stands behind it."""
    made = []
    for at, (before, old, new, behind) in enumerate(told):
        struck, written = run("del", old, at=2 * at) if old else "", run("ins", new, at=2 * at + 1) if new else ""
        made.append(f"<w:p>{plain(before)}{struck}{written}{plain(behind)}</w:p>")
    return package("".join(made))


def in_place(paragraph: str, rule: str, old: str, new: str) -> Change:
    return Change(rule, Kind.TECHNICAL, paragraph, old, new)


def test_every_line_of_the_masthead_has_its_reason_and_so_has_the_number_before_the_title() -> None:
    made = [change("masthead", "A/RES/79/901", "A/C.6/81/L.___"), in_place("note x", "report/symbol", "Seventy-ninth", "Eighty-first")]
    data = lines(
        ("", "A/RES/79/901", "A/C.6/81/L.___", ""),
        ("", "Seventy-ninth", "Eighty-first", " session"),
        ("", "Resolution adopted by the General Assembly on 4 December 2024", "Draft resolution", ""),
        ("", "79/901. ", "", "Cables"),
    )
    assert comments(explained(data, made, Authors(), DATE, prior())) == [rule("masthead").reason]


def test_the_rule_is_that_of_the_paragraph_where_the_words_stand() -> None:
    made = [in_place("op-1", "period/in-year", "2025", "2027"), in_place("op-2", "period/commences", "2025", "2027")]
    data = lines(("1. Plans for ", "2025", "2027", ";"), ("2. Begins in ", "2025", "2027", "."))
    found = comments(explained(data, made, Authors(), DATE, prior("Plans for 2025;", "Begins in 2025.")))
    assert found == [rule("period/in-year").reason, rule("period/commences").reason]


def test_changes_that_word_shows_as_one_have_their_reason() -> None:
    made = [in_place("op-1", "period/session-days", old, new) for old, new in (("15 April", "___"), ("31 May", "___"), ("2025", "2027"))]
    data = lines(("1. Meets from ", "15 April to 31 May 2025", "___ to ___ 2027", ";"), ("2. Stays.", "", "", ""))
    found = comments(explained(data, made, Authors(), DATE, prior("Meets from 15 April to 31 May 2025;", "Stays.")))
    assert found == [rule("period/session-days").reason]


def test_with_one_author_what_is_no_change_of_the_roll_forward_has_no_comment() -> None:
    made = [in_place("op-1", "period/in-year", "2025", "2027")]
    data = lines(("1. Plans for 2025", ", soon", "", ";")).replace(b"Technical update", b"Me")
    assert explained(data, made, Authors.one("Me"), DATE, prior("Other words.", "Plans for 2025, soon;")) == data
