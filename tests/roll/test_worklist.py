"""The changes as a person's work: groups, order, places, and where in a text they stand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings

from draftkit.assemble.lines import Role
from draftkit.inline import MARK, parse
from draftkit.model import Cell, Change, Kind, Paragraph, Resolution, Table
from draftkit.roll import Look, Rolled, roll
from draftkit.roll.plan.sources import sources, titles
from draftkit.roll.plan.stretches import Op, flat_runs
from draftkit.roll.plan.worklist import Group, Worklist, as_json, worklist
from draftkit.roll.rules import rules
from strategies import resolutions

from .conftest import Make

PROJECT = Path(__file__).resolve().parents[2]


def shown(plan: Worklist, paragraph: str) -> list[str]:
    """The lines of a passage as a redline, each change and look with its entry."""
    marks = {Op.KEPT: "{}", Op.STRUCK: "[-{}-]", Op.NEW: "{{+{}+}}"}
    lines = []
    for each in next(passage for passage in plan.passages if passage.paragraph == paragraph).spots:
        told = (marks[s.op].format(s.text) + "".join(f"<{look}>" for look in s.looks) for s in each.stretches)
        lines.append("".join(told))
    return lines


def prior(text: Make) -> Resolution:
    return text(
        ["*Having considered* the report of the Secretary-General,[^n1]"],
        [
            "*Takes note* of the report;",
            "*Notes* the seminar held in Lima in March 2025;",
            "*Requests* a report at its eighty-first session;",
        ],
        ["A/79/143."],
    )


def test_what_is_sure_is_done_a_blank_is_checked_a_look_is_decided(text: Make) -> None:
    plan = worklist(prior(text), roll(prior(text), session=81))
    body = [(entry.group, entry.place, entry.old, entry.new) for entry in plan.entries if entry.paragraph != "masthead"]
    assert body == [
        (Group.DECIDE, "paragraph 2", "March 2025", ""),
        (Group.DONE, "paragraph 3", "eighty-first", "eighty-third"),
        (Group.CHECK, "footnote 1", "A/79/143", "A/81/___"),
    ]
    assert (plan.paragraphs, plan.untouched) == (5, 2)
    assert (plan.symbols, plan.sessions) == (("A/RES/79/901", "A/C.6/81/L.___"), (79, 81))


def test_a_change_of_the_masthead_names_its_line(text: Make) -> None:
    plan = worklist(prior(text), roll(prior(text), session=81))
    assert [entry.place for entry in plan.entries if entry.paragraph == "masthead"] == [
        "masthead, symbol",
        "masthead, distribution",
        "masthead, date of issue",
        "masthead, original language",
        "masthead, session",
        "masthead, committee",
        "masthead, agenda item",
        "masthead, adopted",
        "masthead, basis",
        "masthead, closing lines",
        "masthead, closing lines",
    ]
    assert plan.passages[0].place == "masthead"


def test_every_blank_of_the_masthead_can_be_a_task_and_stands_at_its_line(text: Make) -> None:
    plan = worklist(prior(text), roll(prior(text), session=81))
    head = plan.passages[0]
    told = {each.spot.role: {plan.entries[s.change].line for s in each.stretches if s.change >= 0} for each in head.spots}
    assert [sorted(told[role]) for role in (Role.SYMBOL, Role.AGENDA_ITEM, Role.PROPOSAL)] == [["symbol"], ["agenda item"], ["adopted"]]
    blanks = [[plan.entries[at].line for at in task] for task in plan.joined(head, apart=True) if plan.entries[task[0]].why]
    assert blanks == [["symbol"], ["date of issue"], ["agenda item"]]
    assert [len(task) for task in plan.joined(head)] == [3, 8]


def test_what_is_less_sure_is_checked(text: Make) -> None:
    old = text(operative=["*Requests* a report in 2025;"])
    change = Change("period/in-year", Kind.TECHNICAL, "op-1", "2025", "2027", 0.8, 21)
    plan = worklist(old, Rolled(text(operative=["*Requests* a report in 2027;"]), (change,)))
    assert [(entry.group, entry.why) for entry in plan.entries] == [(Group.CHECK, "80% sure")]


def test_the_reason_and_the_source_are_those_of_the_rule(text: Make) -> None:
    plan = worklist(prior(text), roll(prior(text), session=81))
    entry = next(entry for entry in plan.entries if entry.rule == "session/next")
    assert entry.reason == rules()["session/next"].reason
    assert [(source.label, source.title) for source in entry.sources] == [("D11", "Ordinals of sessions"), ("H", "Cadence")]


def test_a_passage_shows_both_texts(text: Make) -> None:
    plan = worklist(prior(text), roll(prior(text), session=81))
    places = [entry.paragraph for entry in plan.entries]
    assert shown(plan, "op-2") == [f"Notes the seminar held in Lima in March 2025<{places.index('op-2')}>;"]
    assert shown(plan, "op-3") == ["Requests a report at its [-eighty-first-]{+eighty-third+} session;"]
    assert shown(plan, "note n1") == ["[-A/79/143-]{+A/81/___+}."]
    assert [passage.before for passage in plan.passages] == [0, 2, 0, 0]


def test_the_masthead_shows_only_the_lines_that_changed(text: Make) -> None:
    assert shown(worklist(prior(text), roll(prior(text), session=81)), "masthead") == [
        "[-A/RES/79/901-]{+A/C.6/81/L.___+}",
        "Distr.: [-General-]{+Limited+}",
        "[-11 December 2024-]{+___+}",
        "{+Original: English+}",
        "[-Seventy-ninth-]{+Eighty-first+} session",
        "{+Sixth Committee+}",
        "Agenda item [-83-]{+___+}",
        "[-Resolution adopted by the General Assembly on 4 December 2024-]{+Draft resolution+}",
        "[-[-][-on the report of the Sixth Committee (A/79/470, para. 8)-][-]-]",
        "[-47th plenary meeting-]",
        "[-4 December 2024-]",
    ]


def table(text: Make, *years: str) -> Resolution:
    old = text(operative=["*Decides* as follows:"])
    rows = ((Cell(parse("Year")),), *((Cell(parse(year)),) for year in years))
    return replace(old, parts=(replace(old.parts[0], operative=(*old.parts[0].operative, Table("years", rows, header=1))),))


def test_of_a_table_the_head_and_the_rows_that_changed_are_shown(text: Make) -> None:
    changes = (Change("period/year", Kind.TECHNICAL, "years", "2024", "2026", 0.9, 3),)
    look = Look("years", "a date", "in 2025", start=3, end=7)
    rolled = Rolled(table(text, "in 2020", "in 2025", "in 2026"), changes, (look,))
    plan = worklist(table(text, "in 2020", "in 2025", "in 2024"), rolled)
    assert shown(plan, "years") == ["Year", "in 2025<0>", "in [-2024-]{+2026+}"]


def test_changes_of_one_rule_in_one_place_are_one_task(text: Make) -> None:
    old, new = text(operative=["*Plans* for 2025, 2026 and A/79/1;"]), text(operative=["*Plans* for 2027, 2028 and A/81/___;"])
    told = [("period/year", "2025", "2027", 10), ("period/year", "2026", "2028", 16), ("report/symbol", "A/79/1", "A/81/___", 25)]
    changes = tuple(Change(rule, Kind.TECHNICAL, "op-1", old, new, 0.95, start) for rule, old, new, start in told)
    plan = worklist(old, Rolled(new, changes))
    assert shown(plan, "op-1") == ["Plans for [-2025-]{+2027+}, [-2026-]{+2028+} and [-A/79/1-]{+A/81/___+};"]
    assert plan.joined(plan.passages[0]) == ((0, 1), (2,))


def test_a_change_that_nobody_can_place_is_kept(text: Make) -> None:
    old = text(operative=["*Requests* a report;"])
    change = Change("other/rule", Kind.EDITORIAL, "nowhere", "colour", "color", 0.95, 4)
    plan = worklist(old, Rolled(text(operative=["*Requests* a new report;"]), (change,), (Look("lost", "why", "words"),)))
    assert [(passage.paragraph, passage.spots) for passage in plan.passages] == [("nowhere", ()), ("lost", ())]


def test_a_wrong_place_still_shows_the_difference(text: Make) -> None:
    old, new = text(operative=["*Requests* a report in 2025;"]), text(operative=["*Requests* a report in 2027;"])
    change = Change("period/in-year", Kind.TECHNICAL, "op-1", "2025", "2027", 0.95, 2)
    plan = worklist(old, Rolled(new, (change,)))
    assert shown(plan, "op-1") == ["Requests a report in [-2025;-]{+2027;+}"]
    assert [stretch.change for stretch in plan.passages[0].spots[0].stretches] == [-1, -1, 0, 0]


def test_json_has_the_keys_of_the_contract_first(text: Make) -> None:
    found = as_json(worklist(prior(text), roll(prior(text), session=81)))
    assert list(found) == ["changes", "look"]
    assert list(found["changes"][0]) == ["rule", "kind", "paragraph", "old", "new", "confidence", "group", "place", "reason"]
    assert [list(look) for look in found["look"]] == [["paragraph", "why", "text", "rule", "offer", "place"]]


@settings(max_examples=60, deadline=None)
@given(resolutions())
def test_nothing_is_lost(made: Resolution) -> None:
    """Every change and look is one entry, in one passage; a passage holds the old text and the new one."""
    old = replace(made, masthead=replace(made.masthead, session=79))
    rolled = roll(old, session=81)
    plan = worklist(old, rolled)
    assert sorted((e.old, e.new) for e in plan.entries if e.kind) == sorted((c.old, c.new) for c in rolled.changes)
    assert sorted(e.text for e in plan.entries if not e.kind) == sorted(look.text for look in rolled.look)
    assert sorted(at for passage in plan.passages for at in passage.entries) == list(range(len(plan.entries)))
    for each in (each for passage in plan.passages for each in passage.spots):
        was = (flat_runs((stretch.run,)) for stretch in each.stretches if stretch.op is not Op.NEW)
        now = (flat_runs((stretch.run,)) for stretch in each.stretches if stretch.op is not Op.STRUCK)
        assert "".join(was).replace(MARK, "") == each.spot.was.replace(MARK, "")
        assert "".join(now) == each.spot.now


def test_a_paragraph_of_items_is_not_its_items(text: Make) -> None:
    old = text(operative=["*Requests*:"])
    stem = replace(old.parts[0].operative[0], items=(Paragraph("item", parse("A report at its eighty-first session;")),))
    old = replace(old, parts=(replace(old.parts[0], operative=(stem,)),))
    plan = worklist(old, roll(old, session=81))
    assert [passage.paragraph for passage in plan.passages] == ["masthead", "item"]


def test_every_source_of_a_rule_is_called_as_in_the_documentation() -> None:
    page = " ".join((PROJECT / "docs" / "rules.md").read_text("utf-8").split())
    cited = {source for rule in rules().values() for source in sources(rule.source)}
    assert [source for source in cited if not source.title and f"**{source.label}. " in page] == [], "add it to data/rule_sources.csv"
    assert [label for label, title in titles().items() if f"**{label}. {title}" not in page] == []
