"""Comments that say why a technical change was made."""

from __future__ import annotations

from draftkit.model import Change, Kind
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
