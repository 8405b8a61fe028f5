"""Sessions, each rule on a text that breaks it and on one that does not: "text in, findings out"."""

from __future__ import annotations

import pytest

from draftkit.checks import Subject
from draftkit.checks.sessions.agenda_last import agenda_last
from draftkit.checks.sessions.agenda_title import agenda_title
from draftkit.checks.sessions.ordinal_form import ordinal_form
from draftkit.checks.sessions.report_without_item import report_without_item
from draftkit.checks.sessions.session_cadence import session_cadence
from draftkit.checks.sessions.session_masthead import session_masthead
from draftkit.checks.sessions.session_past import session_past
from draftkit.checks.sessions.supplement_session import supplement_session
from draftkit.model import AgendaItem

REPORT = "{} | *Requests* the Secretary-General to submit to the General Assembly at its {} session a report on libraries;"
AGENDA = "{} | *Decides* to include in the provisional agenda of its {} session the item entitled “{}”."
TITLE = "Protection of libraries"
ITEM = (AgendaItem("82", TITLE),)

CASES = {
    "sessions that are over": (
        session_past,
        {
            "operative": [
                REPORT.format("a", "eightieth"),
                ("b | *Requests* the Secretary-General:", ["b1 | To report to the Assembly at its eighty-first session on shelves;"]),
                AGENDA.format("c", "eighty-first", TITLE),
            ],
            "session": 81,
        },
        [
            'warning: paragraph 1 (a) asks for a report at the "eightieth session"; the text is of the eighty-first',
            'warning: paragraph 2 (a) (b1) asks for a report at the "eighty-first session"; the text is of the eighty-first',
            'warning: paragraph 3 (c) puts an item on the agenda of the "eighty-first session"; the text is of the eighty-first',
        ],
    ),
    "sessions ahead, parts of the own one, and what was asked for": (
        session_past,
        {
            "operative": [
                REPORT.format("a", "eighty-second"),
                "b | *Requests* the Secretary-General to report to the Assembly at the main part of its eighty-first session;",
                "c | *Recalls* that it requests him to report to the General Assembly at its eightieth session;",
                "d | *Notes* the report submitted to the General Assembly at its eightieth session, and requests more;",
                "e | *Requests* him to take up the report submitted to the General Assembly at its eightieth session;",
                AGENDA.format("f", "eighty-second", TITLE),
            ],
            "session": 81,
        },
        [],
    ),
    "sessions of a text whose own is not known": (session_past, {"operative": [REPORT.format("a", "eightieth")]}, []),
    "a report at another session than the item": (
        session_cadence,
        {"operative": [REPORT.format("a", "eighty-second"), AGENDA.format("b", "eighty-third", TITLE)], "session": 81},
        [
            'warning: paragraph 1 (a) asks for a report at the "eighty-second session", but paragraph 2 (b) puts the item on the '
            "agenda of the eighty-third"
        ],
    ),
    "a report at the session of the item, and one without an item": (
        session_cadence,
        {
            "operative": [
                REPORT.format("a", "eighty-second"), REPORT.format("b", "eighty-third"), AGENDA.format("c", "eighty-third", TITLE),
            ],
            "session": 81,
        },
        [],
    ),
    "one of two reports at another session than the item": (
        report_without_item,
        {
            "operative": [
                REPORT.format("a", "eighty-second"), REPORT.format("b", "eighty-third"), AGENDA.format("c", "eighty-third", TITLE),
            ],
            "session": 81,
        },
        ['info: paragraph 1 (a) asks for a report at the "eighty-second session", for which the text puts no item on the agenda'],
    ),
    "reports of a text that puts nothing on the agenda": (
        report_without_item,
        {"operative": [REPORT.format("a", "eighty-second"), REPORT.format("b", "eighty-third")], "session": 81},
        [],
    ),
    "an item with nearly the title of the masthead": (
        agenda_title,
        {"operative": [AGENDA.format("a", "eighty-third", "Protection of public libraries and of the reading rooms")],
         "agenda": (AgendaItem("82", "Protection of public libraries and of their reading rooms"),), "session": 81},
        [
            'warning: operative paragraph (a) has the item "Protection of public libraries and of the reading rooms"; '
            'it is "Protection of public libraries and of their reading rooms"'
        ],
    ),
    "an item with quite another title": (
        agenda_title,
        {"operative": [AGENDA.format("a", "eighty-third", "Use of the sea")], "agenda": ITEM, "session": 81},
        ['info: operative paragraph (a) has the item "Use of the sea"; the text is under "Protection of libraries"'],
    ),
    "an item with its title, or one of its parts, or the title of the text": (
        agenda_title,
        {
            "operative": [
                AGENDA.format("a", "eighty-third", "Shelves and books: protection of libraries"),
                AGENDA.format("b", "eighty-third", "Protection of libraries"),
                "c | *Decides* to include in the provisional agenda of its eighty-third session, under the item entitled "
                "“Shelves and books”, the sub-item entitled “Care of atlases”;",
                AGENDA.format("d", "eighty-third", "Libraries of the sea"),
            ],
            "agenda": (AgendaItem("82 (b)", "Shelves and books: protection of libraries"),),
            "title": "Libraries of the sea",
            "session": 81,
        },
        [],
    ),
    "an agenda clause in the midst of the text": (
        agenda_last,
        {"operative": [AGENDA.format("a", "eighty-third", TITLE), "b | *Thanks* the libraries."], "session": 81},
        ["info: paragraph 1 (a) puts the item on the agenda, but paragraph 2 (b) follows"],
    ),
    "agenda clauses at the end": (
        agenda_last,
        {
            "operative": [
                AGENDA.format("a", "eighty-second", TITLE),
                ("b | *Decides*:", ["b1 | To include in the agenda of its eighty-third session the item;", "b2 | To meet."]),
            ],
            "annex": ["c | The shelves."],
            "session": 81,
        },
        [],
    ),
    "ordinals in other forms": (
        ordinal_form,
        {
            "preamble": ["a | *Recalling* the 81st and 82nd sessions, and its 11th special session,"],
            "operative": [
                "b | *Decides* to meet at its eighty second session;",
                "c | *Notes* what was said at its forty-seventh plenary meeting.",
            ],
        },
        [
            'warning: preambular paragraph 1 (a) has "81st"',
            'warning: preambular paragraph 1 (a) has "82nd"',
            'warning: preambular paragraph 1 (a) has "11th"',
            'warning: paragraph 1 (b) has "eighty second"',
            'warning: paragraph 2 (c) has "forty-seventh"',
        ],
    ),
    "ordinals as they are written": (
        ordinal_form,
        {
            "preamble": ["a | *Recalling* its eighty-first session, its 47th plenary meeting and the 103rd session of the Union,"],
            "operative": [
                "b | *Notes* the first plenary meeting of the Conference and the twenty-second plenary meeting of the Union;",
                "c | *Notes* “the 81st session of libraries” and the twenty second-hand books of the 2nd floor.",
            ],
        },
        [],
    ),
    "an adopted text of another session than its number": (
        session_masthead,
        {"symbol": "A/RES/80/901", "session": 79, "adopted": "4 December 2024"},
        [
            'error: the masthead has the "Seventy-ninth session", but the symbol "A/RES/80/901" is of session 80',
            'error: the masthead has "4 December 2024", but session 80 went from September 2025 to September 2026',
        ],
    ),
    "an adopted text of its session": (
        session_masthead,
        {"symbol": "A/RES/80/901", "session": 80, "adopted": "4 September 2026"},
        [],
    ),
    "a draft, and a text of a special session": (session_masthead, {"symbol": "A/RES/ES-11/1", "session": 76}, []),
    "supplements of another session than their symbol": (
        supplement_session,
        {
            "preamble": ["a | *Recalling* the plans,[^a] shelves,[^b] books[^c]"],
            "notes": {
                "a": "*Official Records of the General Assembly, Eighty-first Session, Supplement No. 26* (A/80/26).",
                "b": "See *Official Records of the Economic and Social Council, 2025, Supplement No. 7* (E/2026/27), chap. I.",
                "c": "*Ibid., Eightieth Session, Supplement No. 5A* (A/80/4).",
            },
        },
        [
            'warning: footnote 1 (a) has "Eighty-first Session, Supplement No. 26 (A/80/": it is of the eighty-first session, '
            "but the symbol is of session 80",
            'warning: footnote 2 (b) has "Economic and Social Council, 2025, Supplement No. 7 (E/2026/": it is of 2025, but the symbol is of 2026',
            'warning: footnote 3 (c) has "Supplement No. 5A (A/80/4)": it is number 5, but the symbol is of number 4',
        ],
    ),
    "supplements of the session of their symbol": (
        supplement_session,
        {
            "preamble": ["a | *Recalling* the plans,[^a] shelves[^b] and books,[^c]"],
            "notes": {
                "a": "*Official Records of the General Assembly, Eightieth Session, Supplement No. 53A* (A/80/53/Add.1), chap. I.",
                "b": "*Ibid., Supplement No. 5* and corrigendum (A/80/5 (Vol. I) and A/80/5 (Vol. I)/Corr.1).",
                "c": "*Official Records of the Economic and Social Council, 2007, Supplement No. 7* (E/2007/27).",
            },
        },
        [],
    ),
}


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("at its 81st session", "at its eighty-first session"),
        ("the eighty second regular session", "the eighty-second regular session"),
        ("the fifty-third plenary meeting", "the 53rd plenary meeting"),
    ],
)
def test_what_to_write_for_an_ordinal(said, instead, draft):
    (finding,) = ordinal_form(Subject(draft(operative=[f"a | *Notes* {said}."])))
    assert said.replace(finding.words, finding.instead) == instead or finding.instead in instead


def test_a_series_with_a_steady_rhythm_tells_the_session(draft, findings):
    """Facts of the register: the diplomatic missions came at sessions 75, 77 and 79."""
    title = "Consideration of effective measures to enhance the protection, security and safety of diplomatic and consular missions and representatives"

    def text(session):
        return draft(operative=[AGENDA.format("a", session, title)], title=title, session=79)

    assert findings(session_cadence, text("eighty-first")) == []
    assert findings(session_cadence, text("eightieth")) == [
        'info: operative paragraph (a) puts the item on the agenda of the "eightieth session", but the series has come every '
        "second session, which is the eighty-first"
    ]


@pytest.mark.parametrize("rule", sorted({case[0] for case in CASES.values()}, key=lambda rule: rule.code), ids=lambda rule: rule.name)
def test_long_texts_take_no_longer(rule, draft):
    words = "to the General Assembly at its eighty-first session, the agenda of its 81st session, the item entitled “x” " * 200
    notes = {"n": "Eighty-first Session, Supplement No. 26 (A/80/" * 200}
    list(rule(Subject(draft(operative=[f"a | *Requests* {words}", f"b | *Decides* {words}."], notes=notes, agenda=ITEM, session=80))))
