"""The law of amendments: put into the draft that they were made for, they give the text that they were made of."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from draftkit.amend import amend, apply
from draftkit.assemble.printed import MASTHEAD, Role, Runs, printed
from draftkit.inline import tidy
from draftkit.model import Block, Content, Opaque, Ref, Resolution, Text
from draftkit.readers.amendments import read
from draftkit.tree import map_blocks, map_contents, texts
from draftkit.un.spelling import same
from draftkit.writers.amendments import write
from strategies import pairs

Line = tuple[Role, str, str, tuple[str, ...]]


def shown(text: Resolution) -> tuple[list[Line], list[tuple[int, str]]]:
    """The body as printed, italics and callouts marked, and the notes; blanks and hyphens of either kind are one."""
    page = printed(text)
    body = [line for line in page.lines if line.role not in MASTHEAD and line.role is not Role.MEETING]
    lines = [(line.role, line.number, marked(line.runs), tuple(map(marked, line.cells))) for line in body]
    return lines, [(note.number, marked(note.runs)) for note in page.notes]


def marked(runs: Runs) -> str:
    out = ""
    for run in runs:
        sign = "^" if run.note else "*" if run.italic else ""
        out += "".join(f"{sign}{character}" if character.strip() else " " for character in same(run.text))
    return out


def whole(text: Resolution) -> Resolution:
    """The text without references that lead nowhere or to itself, which no finished text has."""
    from draftkit.assemble import numbers

    known = numbers.paths(text)

    def content(owner: str, pieces: Content) -> Content:
        return tidy(Text("all") if isinstance(p, Ref) and (p.target not in known or p.target == owner) else p for p in pieces)

    def block(each: Block) -> Block:
        return replace(each, content=content(each.id, each.content)) if isinstance(each, Opaque) else each

    return map_blocks(map_contents(text, content), block)


@given(pairs())
@settings(max_examples=40, deadline=None)
def test_applied_amendments_give_the_new_text(pair: tuple[Resolution, Resolution]) -> None:
    old, new = map(whole, pair)
    for by_id in (True, False):
        amendments = amend(old, new, by_id=by_id)
        applied = apply(amendments, old)
        assert applied.misfits == ()
        assert shown(applied.resolution) == shown(new)


@given(pairs())
@settings(max_examples=40, deadline=None)
def test_the_file_says_the_same(pair: tuple[Resolution, Resolution]) -> None:
    old, new = map(whole, pair)
    amendments = amend(old, new, by_id=True)
    source = write(amendments)
    again = read(source, "fiji.yaml")
    assert replace(again, items=tuple(replace(each, line=0) for each in again.items)) == amendments
    assert write(again) == source


@given(pairs())
@settings(max_examples=30, deadline=None)
def test_nothing_is_amended_twice(pair: tuple[Resolution, Resolution]) -> None:
    """What was applied is told to be done, or does not fit: the text stays as it is."""
    old, new = map(whole, pair)
    amendments = amend(old, new, by_id=True)
    once = apply(amendments, old).resolution
    assert amend(once, once).items == ()
    assert len(texts_of(once)) == len(texts_of(apply(amendments, once).resolution))


def texts_of(text: Resolution) -> list[str]:
    return [name for name, _ in texts(text)]


