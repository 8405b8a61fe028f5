"""A resolution as a draft file: how the YAML is set."""

from __future__ import annotations

from draftkit.model import (
    Callout,
    Cell,
    ClauseEntry,
    Heading,
    Masthead,
    Note,
    Opaque,
    Paragraph,
    Part,
    Resolution,
    Scheme,
    Table,
    Text,
)
from draftkit.writers.draft import write
from redlines import paragraph, text

HEAD = Masthead(symbol="A/C.6/81/L.___", session=81, committee="Sixth Committee")


def lines(resolution: Resolution, **how: str) -> list[str]:
    return write(resolution, **how).splitlines()


def after(key: str, found: list[str]) -> list[str]:
    return found[found.index(key) + 1 :]


def test_the_whole_file() -> None:
    made = Resolution(
        HEAD,
        (Text("Safety of submarine cables"),),
        (Part((paragraph("noting: *Noting* the forum,[^report]"),), (paragraph("urges: *Urges* States."),)),),
        (Note("report", (Text("A/79/143."),)),),
    )
    assert write(made, prior="A_RES_79_124.xml") == "\n".join(
        [
            "draftkit: 1",
            "prior: A_RES_79_124.xml",
            "document:",
            "  organ: General Assembly",
            "  committee: Sixth Committee",
            "  session: 81",
            "  symbol: A/C.6/81/L.___",
            "  sponsors: []",
            "title: Safety of submarine cables",
            "preamble:",
            "  - id: noting",
            "    text: |-",
            "      *Noting* the forum,[^report]",
            "operative:",
            "  - id: urges",
            "    text: |-",
            "      *Urges* States.",
            "notes:",
            "  report: A/79/143.",
            "",
        ]
    )


def test_items_stand_under_their_paragraph() -> None:
    found = after("operative:", lines(text(paragraph("urges: *Urges*:", paragraph("protect: To protect;")))))
    assert found[3:] == ["    items:", "      - id: protect", "        text: |-", "          To protect;"]


def test_headings_tables_and_clauses() -> None:
    table = Table("shares", ((Cell((Text("State"),), 2),), (Cell((Text("Fiji"),)), Cell((Text("2"),)))), header=1)
    made = text(Heading("one", (Text("Repair"),), Scheme.ROMAN), table, ClauseEntry("report", "report/request@1", (("topic", "cables"),)))
    assert after("operative:", lines(made)) == [
        "  - heading: Repair",
        "    id: one",
        "    scheme: roman",
        "  - id: shares",
        "    header: 1",
        "    table:",
        '      - [{text: "State", span: 2}]',
        '      - ["Fiji", "2"]',
        "  - clause: report/request@1",
        "    id: report",
        "    with:",
        "      topic: cables",
    ]


def test_a_label_of_its_own_is_kept() -> None:
    made = text(Paragraph("a", (Text("Urges."),), label="4 bis."), Paragraph("b", (Text("Notes."),), label=""))
    found = after("operative:", lines(made))
    assert found[1] == "    number: 4 bis."
    assert found[5] == "    number: none"


def test_what_yaml_would_read_otherwise_is_quoted() -> None:
    made = text(head=Masthead(symbol="null", session=81, committee="a: b", issued="#7", sponsors=("Côte d’Ivoire", "*Fiji*")))
    found = lines(made)
    assert '  committee: "a: b"' in found
    assert '  symbol: "null"' in found
    assert '  issued: "#7"' in found
    assert found[found.index("  sponsors:") + 1 :][:2] == ["    - Côte d’Ivoire", '    - "*Fiji*"']


def test_a_note_with_more_than_its_text_is_a_mapping() -> None:
    made = Resolution(HEAD, (), (Part((Paragraph("a", (Text("Noting,"), Callout("b"))),)),), (Note("b", (Text("Ibid., para. 7."),), "c", 2),))
    assert after("notes:", lines(made)) == ["  b:", "    text: Ibid., para. 7.", "    ibid: c", "    number: 2"]


def test_the_same_text_gives_the_same_file() -> None:
    assert write(text("a: *Urges*.")) == write(text("a: *Urges*."))


def test_what_could_not_be_read_says_what_it_is() -> None:
    image = Opaque("map-cables", (Text("[Map: the cables]"), Callout("source")), "image")
    found = lines(text(paragraph("urges: *Urges*:", Opaque("sum", (), "text box")), image))
    assert after("operative:", found) == [
        "  - id: urges",
        "    text: |-",
        "      *Urges*:",
        "    items:",
        "      - id: sum",
        "        unread: text box",
        '        text: ""',
        "  - id: map-cables",
        "    unread: image",
        "    text: |-",
        "      [Map: the cables][^source]",
    ]


def test_lines_of_no_known_form_are_a_list() -> None:
    head = Masthead(symbol="A/C.6/81/L.7", session=81, others=("Reissued: 5 October", "null"))
    assert after("  sponsors: []", lines(text("a: *Urges* States.", head=head)))[:3] == [
        "  others:",
        '    - "Reissued: 5 October"',
        '    - "null"',
    ]
