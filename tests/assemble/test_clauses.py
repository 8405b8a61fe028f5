"""Clauses put into a draft: what is missing, when the item returns, and dates of what their values mention first."""

from __future__ import annotations

import re

import pytest

from draftkit.assemble import assemble
from draftkit.assemble.clauses import returns_at
from draftkit.clauses.clause import Clause, Type, Variable
from draftkit.clauses.library import Library
from draftkit.errors import ClauseError
from draftkit.readers import draft
from draftkit.tree import Section
from draftkit.writers.text import write as printed

SESSION = Variable("session", Type.SESSION, "next")
CLAUSES = (
    Clause("agenda/include", 1, Section.OPERATIVE, "", "*Decides* to include it in the provisional agenda of its {{ session | ordinal }} session;", variables=(SESSION,)),
    Clause("report/request", 1, Section.OPERATIVE, "", "*Requests* the Secretary-General to report at its {{ session | ordinal }} session on {{ topic }};", variables=(SESSION, Variable("topic", Type.TEXT, example="lamps"))),
    Clause("report/body", 1, Section.OPERATIVE, "", "*Notes* the report of its {{ session | ordinal }} session;", variables=(Variable("session", Type.SESSION, example="12"),)),
    Clause("law/heed", 1, Section.OPERATIVE, "", "*Recalls* resolution{% if laws | many %}s{% endif %} {{ laws }} and {{ words }};", variables=(Variable("laws", Type.RESOLUTIONS), Variable("words", Type.TEXT, "the rest"))),
)  # fmt: skip
LIBRARY = Library({clause.id: {1: clause} for clause in CLAUSES})
AGENDA = "  - {clause: agenda/include, with: {session: 84}}"


def read(*lines: str, session: int = 82, preamble: str = "[]"):
    head = f"draftkit: 1\ndocument: {{session: {session}}}\npreamble: {preamble}\noperative:\n" if session else "draftkit: 1\noperative:\n"
    return draft.read(head + "\n".join(lines), "draft.yaml").resolution


def filled(*lines: str, session: int = 82, preamble: str = "[]") -> list[str]:
    """What the draft prints as its operative part."""
    text = printed(assemble(read(*lines, session=session, preamble=preamble), LIBRARY).resolution)
    return re.split("The General Assembly,?\n\n", text)[1].strip().split("\n\n")


def error(*lines: str, session: int = 82) -> str:
    with pytest.raises(ClauseError) as caught:
        filled(*lines, session=session)
    return str(caught.value)


@pytest.mark.parametrize(
    ("lines", "session", "said"),
    [
        (["  - {clause: report/request}"], 82, 'report-request, report/request@1: 2 values are missing: session ("83"), topic ("lamps"); add each under "with:"'),
        (["  - {clause: report/request, with: {topic: x}}"], 82, 'report-request, report/request@1: the session at which the item returns is not known; write "session: 83" under "with:"'),
        (["  - {clause: report/request, with: {topic: x}}"], 0, 'report-request, report/request@1: the session at which the item returns is not known; write "session: 82" under "with:"'),
        (["  - {clause: report/request, with: {session: 83, topic: ' '}}"], 82, 'report-request, report/request@1: the value topic is missing; add "topic:" under "with:", for instance "lamps"'),
        (
            ["  - {clause: report/request, id: asks}", "  - {clause: report/body}", "  - {clause: law/heed, with: {words: x}}"], 82,
            '4 values are missing: report/request@1 (asks): session ("83"), topic ("lamps"); report/body@1 (report-body): session ("12"); law/heed@1 (law-heed): laws, of type resolutions; add each under "with:"',
        ),
        (["  - {clause: report/request, with: {session: 83, topc: x}}"], 82, 'report-request, report/request@1: the clause has no variable "topc"; did you mean "topic"?'),
        (["  - {clause: report/request, with: {session: 80, topic: x}}"], 82, 'report-request, report/request@1: the value session, 80, is a session before that of the draft, 82; write "session: 83" or a later one'),
        (["  - {clause: report/request, with: {session: eightieth, topic: x}}", AGENDA], 82, 'report-request, report/request@1: the value session, 80, is a session before that of the draft, 82; write "session: 84" or a later one'),
    ],
)  # fmt: skip
def test_what_is_missing_or_over_is_said_for_the_session_of_the_draft(lines, session, said):
    assert error(*lines, session=session) == said


def test_sessions_of_others_and_the_session_of_the_draft_itself_are_no_matter():
    assert filled("  - {clause: report/body, with: {session: 12}}") == ["Notes the report of its twelfth session."]
    assert "eighty-second" in filled("  - {clause: report/request, with: {session: 82, topic: x}}")[0]
    assert "eightieth" in filled("  - {clause: report/request, with: {session: 80, topic: x}}", session=0)[0]


def test_the_session_of_an_agenda_clause_goes_for_all():
    lines = ("  - {clause: report/request, with: {topic: lamps}}", AGENDA)
    assert filled(*lines) == [
        "1. Requests the Secretary-General to report at its eighty-fourth session on lamps;",
        "2. Decides to include it in the provisional agenda of its eighty-fourth session.",
    ]


def test_an_agenda_clause_left_standing_does_not_say_when_the_item_returns():
    old = '  - {id: ends, text: "*Decides* to include it in the provisional agenda of its eighty-second session."}'
    now = read(old, session=84)
    assert returns_at(now, read(old, session=82)) == 86
    assert returns_at(now, None) is None
    assert returns_at(read(old, session=80), None) == 82


@pytest.mark.parametrize(
    ("preamble", "values", "printed"),
    [
        ("[]", "laws: 79/124", "Recalls resolution 79/124 of 4 December 2024 and the rest."),
        ("[]", "laws: 79/124 and 80/999", "Recalls resolutions 79/124 of 4 December 2024 and 80/999 and the rest."),
        ("[]", "laws: 39/11", "Recalls resolution 39/11 and the rest."),  # or the Human Rights Council's
        ("[]", "laws: 39/11 of 28 September 2018", "Recalls resolution 39/11 of 28 September 2018 and the rest."),
        ("[]", "laws: 80/999, words: resolution 79/124", "Recalls resolution 80/999 and resolution 79/124."),  # as typed
        ("[{id: rec, text: '*Recalling* resolution 79/124,'}]", "laws: 79/124", "Recalls resolution 79/124 and the rest."),
    ],
)  # fmt: skip
def test_what_a_value_first_mentions_has_its_date(preamble, values, printed):
    assert filled(f"  - {{clause: law/heed, with: {{{values}}}}}", preamble=preamble)[-1] == printed


# --- Openers in a text without a prior ------------------------------------------------------------------------------

HEED = "  - {{clause: law/heed, id: h{0}, with: {{laws: 80/999}}}}"


def openers(*lines: str) -> list[str]:
    return [line.partition(" resolution")[0] for line in filled(*lines)]


def test_clauses_of_a_new_text_are_put_in_sequence():
    assert openers(*map(HEED.format, range(5))) == ["1. Recalls", "2. Also recalls", "3. Further recalls", "4. Recalls", "5. Also recalls"]


def test_what_stands_behind_a_clause_goes_on_with_it_and_all_else_that_is_typed_stays():
    typed = '  - {{id: t{0}, text: "*{1}* resolution 80/998;"}}'
    assert openers(
        typed.format(1, "Recalls"), typed.format(2, "Recalls"), HEED.format(1), typed.format(3, "Recalls"), HEED.format(2),
        typed.format(4, "Notes"), typed.format(5, "Further notes"),
    ) == ["1. Recalls", "2. Recalls", "3. Also recalls", "4. Further recalls", "5. Recalls", "6. Notes", "7. Further notes"]  # fmt: skip


def test_a_new_addressee_begins_anew():
    asks = '  - {{id: a{0}, text: "*Requests* {1} to act;"}}'
    report = "  - {clause: report/request, with: {session: 83, topic: lamps}}"
    lines = (asks.format(1, "the Secretariat"), report, asks.format(2, "the Secretary-General"), asks.format(3, "States"))
    assert [line[:16] for line in filled(*lines)] == ["1. Requests the ", "2. Requests the ", "3. Also requests", "4. Requests Stat"]


def test_a_second_time_changes_nothing():
    once = assemble(read(*map(HEED.format, range(3))), LIBRARY)
    assert assemble(once.resolution, LIBRARY).resolution == once.resolution
    assert [change.rule for change in once.changes] == ["clause", "clause", "clause", "opener", "opener", "punctuation"]
