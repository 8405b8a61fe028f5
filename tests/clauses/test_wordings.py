"""The wordings of the standard library, filled with what ``clause show`` tells a drafter to write, read right."""

from __future__ import annotations

import re

import pytest

from draftkit.clauses import fill, load
from draftkit.clauses.clause import NEXT, Clause, Type
from draftkit.clauses.written import SCHEMA
from draftkit.resources import folder

LIBRARY = load()
CLAUSES = tuple(LIBRARY.every())
TWICE = re.compile(r"\b(?!that\b|had\b)([a-z]+) \1\b", re.IGNORECASE)
BAD = re.compile(r"““|””|\.\.|,,|;;|  | [,;]|\b(?:the|an?|its) (?:the|an?|its)\b|paragraphs? paragraph")


def samples(clause: Clause, *, flags: bool) -> dict[str, str]:
    found = {}
    for variable in clause.variables:
        value = variable.example or variable.default or ""
        if variable.type is Type.FLAG:
            value = "yes" if flags else ""
        elif value == NEXT or (variable.type is Type.SESSION and not value):
            value = "81"
        if value:
            found[variable.name] = value
    return found


@pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.reference)
def test_no_wording_says_a_word_or_a_mark_twice(clause: Clause) -> None:
    for flags in (False, True):
        for wording in ("", *(alternate.name for alternate in clause.alternates)):
            text = fill(clause, samples(clause, flags=flags), next_session=81, alternate=wording)
            assert not TWICE.search(text), (wording, text)
            assert not BAD.search(text), (wording, text)


@pytest.mark.parametrize(
    ("clause", "wording", "expected"),
    [
        ("agenda/include-view", "recommendation", "and to continue to examine the question of a convention on judicial archives;"),
        ("appeal/make", "consider", "*Appeals* to all States to consider lending experts on judicial archives;"),
        ("appreciation/express", "efforts", "for the efforts of the Advisory Panel on Judicial Archives to complete its guidelines;"),
        ("call/encouraging", "reiterating_for", "*Reiterating its call* for the opening of registers of treaties,"),
        ("call/reiterate", "generally", "*Reiterates its call* for the return of archives that were removed;"),
        ("commend/work", "continued", "*Commends* the Advisory Panel on Judicial Archives for the continued progress in its work;"),
        ("committee/sessions", "concluding", "conduct the concluding session in New York for the purposes of adopting the draft convention;"),
        ("committee/sessions", "places", "*Decides* that the Ad Hoc Committee shall hold its sessions in New York and Geneva;"),
        ("committee/sessions", "resume", "shall resume its session for four days, from 5 to 8 April 2027;"),
        ("concern/express", "that", "*Expresses concern* that judicial archives are being lost in armed conflicts;"),
        ("concern/recognizing", "reiterating", "*Reiterating its deep concern* about the loss of many archives,"),
        ("concern/recognizing", "reiterating_at", "*Reiterating its deep concern* at the loss of many archives,"),
        ("considering/desirable", "desirability", "*Recognizing* the desirability of keeping a register of judicial archives,"),
        ("cooperation/urge", "calls_all", "all States to cooperate to recover judicial archives that have been unlawfully removed;"),
        ("day/proclaim", "named", "*Decides* to proclaim 9 June as World Courier Day;"),
        ("day/proclaim", "purpose", "*Decides* to proclaim 9 June the International Day to Protect Judicial Archives;"),
        ("decade/proclaim", "week", "*Proclaims* 9 to 15 June of each year the World Judicial Archives Week;"),
        ("gender/equality", "active", "is essential to the achievement of peace and justice,"),
        ("gratitude/host", "notes", "the support of the Government of Kenya in facilitating the work of the register of treaties;"),
        ("gratitude/host", "offer", "the offer of the Government of Kenya to host the conference on judicial archives;"),
        ("ilc/draw-attention", "topic", "on the topic “Couriers between courts” ahead of its second reading;"),
        ("ilc/programme", "one", "to include the topic “Couriers between courts” in its programme of work"),
        ("justice/independence", "contribution", "contribution of the Office of Archives Legal Assistance to the system"),
        ("law/preparation", "adopted", "*Noting* that the Rules on Registers were adopted by the United Nations Commission"),
        ("look-forward/to", "notes", "*Notes* the forthcoming conference on judicial archives;"),
        ("mandate/reaffirm", "as", "the Advisory Panel on Judicial Archives, as a standing body of independent keepers of archives,"),
        ("mindful/that", "cognizant_of", "*Cognizant* of the absence of inventories in many archives,"),
        ("note/recommendation", "recalling", "of the International Law Commission that a convention be elaborated,"),
        ("recall/annexed-text", "text", "contains the text of the articles on the protection of judicial archives,"),
        ("recall/council-established", "regarding", "of 24 March 2017, in particular paragraph 8 thereof,"),
        ("recall/resolution-in-which", "decided_by", "by which it decided to establish a register of judicial archives,"),
        ("recommendations/endorse", "adopted", "adopted by the Advisory Panel on Judicial Archives at its fourth session;"),
        ("request/secretary-general", "ensure", "to ensure that the register of treaties is kept up to date;"),
        ("uncitral/publish", "several", "to publish the Model Law and the guide to its enactment, including electronically,"),
        ("work/of", "done", "the work done by the Advisory Panel on Judicial Archives to preserve court records,"),
        ("working-group/establish", "continue", "continue its consideration of the draft guidelines on judicial archives, and for this purpose"),
        ("working-group/establish", "draft", "establish a working group with a view to considering the draft guidelines on judicial archives;"),
    ],
)
def test_a_value_has_the_grammar_of_its_wording(clause: str, wording: str, expected: str) -> None:
    known = LIBRARY.get(f"{clause}@1")
    assert expected in fill(known, samples(known, flags=False), next_session=81, alternate=wording)


@pytest.mark.parametrize(
    ("clause", "values", "expected"),
    [
        ("recall/resolutions", {"resolutions": "79/124"}, "*Recalling* its resolution 79/124 of 4 December 2024,"),
        ("recall/resolutions", {"resolutions": "79/124, 77/108"}, "*Recalling* its resolutions 77/108 of 7 December 2022 and 79/124 of 4 December 2024,"),
        ("budget/advisory-paragraph", {"paragraphs": "12"}, "*Takes note* of paragraph 12 of the report of the Advisory Committee;"),
        ("budget/advisory-paragraph", {"paragraphs": "12 and 14"}, "*Takes note* of paragraphs 12 and 14 of the report of the Advisory Committee;"),
        ("budget/advisory-paragraph", {"paragraphs": "IV.3 to IV.5"}, "*Takes note* of paragraphs IV.3 to IV.5 of the report of the Advisory Committee;"),
        ("observer/invite", {"organization": "International Institute of Lamps"}, "*Decides* to invite the International Institute of Lamps to participate in the sessions and the work of the General Assembly in the capacity of observer;"),
        ("resources/existing", {"action": "to support lamps"}, "*Requests* the Secretary-General, within existing resources, to support lamps;"),
        ("agenda/include", {"session": "81", "title": "“Lamps”"}, "*Decides* to include in the provisional agenda of its eighty-first session the item entitled “Lamps”;"),
        ("budget/section-considered", {}, "*Having considered* the report of the Secretary-General and the related report of the Advisory Committee,"),
    ],
)  # fmt: skip
def test_number_article_and_marks_agree(clause: str, values: dict[str, str], expected: str) -> None:
    assert fill(LIBRARY.get(f"{clause}@1"), values, next_session=None) == expected


def test_every_file_names_the_schema_beside_it() -> None:
    library = folder("clause_library")
    assert (library / SCHEMA).is_file()
    for file in library.glob("*/*.yaml"):
        assert file.read_text("utf-8").startswith(f"# yaml-language-server: $schema=../{SCHEMA}\n"), file.name


def test_no_two_wordings_are_the_same() -> None:
    seen: dict[str, str] = {}
    for clause in CLAUSES:
        for text in (clause.text, *(alternate.text for alternate in clause.alternates)):
            words = re.sub(r"\W+", " ", re.sub(r"\{\{ *\w+", "{{ x", text))
            assert seen.setdefault(f"{clause.part} {words}", clause.reference) == clause.reference, text
