"""A draft file rewritten in place: it says the new text, and everything that the person wrote about it is still there."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core_strategies import resolutions as any_resolutions
from draftkit import inline
from draftkit.model import Content, Note, Paragraph, Resolution
from draftkit.readers.draft import read
from draftkit.tree import map_contents
from draftkit.writers import draft
from draftkit.writers.redraft import redrafted
from strategies import pairs


def text_of(source: str) -> Resolution:
    return read(source, "draft.yaml").resolution


def commented(source: str, step: int) -> str:
    """A draft with a comment and an empty line before every so many of its lines that are no text."""
    out: list[str] = []
    block = -1
    for number, line in enumerate(source.splitlines()):
        depth = len(line) - len(line.lstrip())
        if not 0 <= block < depth:
            block = depth if line.endswith(": |-") else -1
            out += [" " * depth + f"# said {number}", ""] if number and number % step == 0 else []
        out.append(line)
    return "\n".join(out) + "\n"


def comments(source: str) -> list[str]:
    return sorted(re.findall(r"# said \d+", source))


@settings(deadline=None, max_examples=50)
@given(pairs(), st.integers(2, 9))
def test_an_edited_text_keeps_every_comment(texts: tuple[Resolution, Resolution], step: int) -> None:
    old, new = texts
    source = commented(draft.write(old, prior="prior.md"), step)
    assert redrafted(source, "draft.yaml", text_of(source), text_of(source)) == source
    anew = redrafted(source, "draft.yaml", text_of(source), new)
    assert text_of(anew) == new
    assert comments(anew) == comments(source)
    assert read(anew, "draft.yaml").prior == "prior.md"


@settings(deadline=None, max_examples=50)
@given(any_resolutions, any_resolutions)
def test_any_text_becomes_any_other(old: Resolution, new: Resolution) -> None:
    source = draft.write(old)
    assert redrafted(source, "draft.yaml", text_of(source), text_of(source)) == source
    anew = redrafted(source, "draft.yaml", text_of(source), text_of(draft.write(new)))
    assert text_of(anew) == text_of(draft.write(new))


def said(resolution: Resolution, old: str, new: str) -> Resolution:
    """The text with other words in all of its paragraphs."""

    def change(_: str, content: Content) -> Content:
        return inline.parse(inline.format(content).replace(old, new))

    changed = map_contents(resolution, change)
    return replace(changed, notes=tuple(replace(note, content=change("", note.content)) for note in resolution.notes))


BY_HAND = """\
# Second round.
draftkit: 1
title:   Couriers   # as in 2024
operative:
- text: |-
    *Urges* States,
    in 2025,
    to report; # this is text

- id: "requests"    # ask Fiji
  text: "*Requests* a report in 2025:"
  items:
  # first
  - {id: one, text: "In 2025, by letter"}
  - text: In 2025, by wire   # second
  number: 5.
notes: {}
"""

BY_BOTH = """\
# Second round.
draftkit: 1
title:   Couriers   # as in 2024
operative:
- id: urges-report-text
  text: |-
    *Urges* States,
    in 2027,
    to report; # this is text

- id: "requests"    # ask Fiji
  text: |-
    *Requests* a report in 2027:
  items:
  # first
  - id: one
    text: |-
      In 2027, by letter
  - id: requests-wire
    text: |-   # second
      In 2027, by wire
  number: 5.
notes: {}
"""


def test_what_was_typed_by_hand_stays_as_it_was() -> None:
    assert redrafted(BY_HAND, "draft.yaml", text_of(BY_HAND), said(text_of(BY_HAND), "2025", "2027")) == BY_BOTH


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("draftkit: 1\n# why\noperative: []\n", "draftkit: 1\n# why\noperative:\n  - id: new\n    text: |-\n      New;\n"),
        ("draftkit: 1\noperative:   # why\n", "draftkit: 1\noperative:   # why\n  - id: new\n    text: |-\n      New;\n"),
        ("draftkit: 1\ntitle: Cables", "draftkit: 1\ntitle: Cables\noperative:\n  - id: new\n    text: |-\n      New;"),
        (
            "draftkit: 1\noperative:\n\n  - id: a\n    text: A\n\n  # b\n  - id: b\n    text: B\n# end\n",
            "draftkit: 1\noperative:\n\n  - id: a\n    text: A\n\n  # b\n  - id: b\n    text: B\n\n  - id: new\n    text: |-\n      New;\n# end\n",
        ),
    ],
)
def test_a_new_paragraph_stands_as_those_around_it(source: str, expected: str) -> None:
    old = text_of(source)
    (part,) = old.parts
    new = replace(old, parts=(replace(part, operative=(*part.operative, Paragraph("new", inline.parse("New;")))),))
    assert redrafted(source, "draft.yaml", old, new) == expected


def test_a_paragraph_that_moves_takes_its_comments_along_and_one_that_goes_leaves_them() -> None:
    source = "draftkit: 1\noperative:\n  # one\n  - id: a\n    text: A\n  # two\n  - id: b  # b!\n    text: B\n\n  # three\n  - id: c\n    text: C\n"
    old = text_of(source)
    a, _, c = old.parts[0].operative
    new = replace(old, parts=(replace(old.parts[0], operative=(c, a)),))
    assert redrafted(source, "draft.yaml", old, new) == (
        "draftkit: 1\noperative:\n  # two\n  # b!\n\n  # three\n  - id: c\n    text: C\n  # one\n  - id: a\n    text: A\n"
    )


def test_a_paragraph_and_what_refers_to_it_get_another_name() -> None:
    source = "draftkit: 1\noperative:\n  # one\n  - id: a\n    text: A\n  - id: b\n    text: |-\n      See [[a]],\n      now;\n"
    old = text_of(source)
    a, b = old.parts[0].operative
    assert isinstance(a, Paragraph)
    assert isinstance(b, Paragraph)
    new = replace(old.parts[0], operative=(replace(a, id="urges"), replace(b, content=inline.parse("See [[urges]], now;"))))
    anew = redrafted(source, "draft.yaml", old, replace(old, parts=(new,)), ids={"a": "urges"})
    assert anew == source.replace("id: a", "id: urges").replace("[[a]]", "[[urges]]")


def test_notes_and_the_prior_are_written_where_they_belong() -> None:
    source = "draftkit: 1\nnotes:\n  # first\n  one: A/79/1.  # sure\n  two: A/79/2.\n"
    old = text_of(source)
    notes = (replace(old.notes[0], content=inline.parse("A/81/___.")), Note("new", inline.parse("A/81/7.")), old.notes[1])
    assert redrafted(source, "draft.yaml", old, replace(old, notes=notes), prior="A_RES_79_1.md") == (
        "draftkit: 1\nprior: A_RES_79_1.md\nnotes:\n  # first\n  one: A/81/___.  # sure\n  new: A/81/7.\n  two: A/79/2.\n"
    )
