"""``draftkit check --fix``: what is mended, what is left, where it is written, and that all else stays as it is typed."""

from __future__ import annotations

import json
import os
import shutil
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from draftkit import inline
from draftkit.cli import main
from draftkit.cli.checking import fixing
from draftkit.cli.checking.fixing import mend_file
from draftkit.cli.checking.mending import mended, planned
from draftkit.cli.checking.one import Asked
from draftkit.errors import DraftkitError
from draftkit.model import AgendaItem, ClauseEntry, Finding, Masthead, Note, Paragraph, Part, Resolution, Severity
from draftkit.readers import draft

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def run(*arguments: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, [*map(str, arguments)], prog_name="draftkit", catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


# --- What can be mended ----------------------------------------------------------------------------------------------


def text(*operative: str, note: str = "A/81/1.") -> Resolution:
    blocks = tuple(Paragraph(f"p{at}", inline.parse(each)) for at, each in enumerate(operative, 1))
    masthead = Masthead(symbol="A/C.6/81/L.3", agenda=(AgendaItem("81", "This and that"),), sponsors=("Fiji", "Netherlands"))
    return Resolution(masthead, inline.parse("A title"), (Part(operative=(*blocks, ClauseEntry("seized", "seized/remain@1"))),), (Note("n", inline.parse(note)),))


def found(place: str, words: str, instead: str, code: str = "present-resolution") -> Finding:
    return Finding(code, Severity.WARNING, "wrong", place, "", 0, words, instead)


def after(resolution: Resolution, *findings: Finding) -> Resolution:
    return mended(resolution, planned(findings, resolution).fixes)[0]


@pytest.mark.parametrize(
    ("typed", "findings", "expected"),
    [
        ("*Urges* this resolution", [("this resolution", "the present resolution")], "*Urges* the present resolution"),
        ("this, this and this", [("this", "that")] * 3, "that, that and that"),
        ("*Alarmed by* it", [("*Alarmed by*", "*Alarmed* by")], "*Alarmed* by it"),
        ("*Urges further* it", [("Urges further", "Urges also")], "*Urges also* it"),
        ("see *Official* Records", [("Official Records", "Official records")], "see *Official* records"),
        ("paragraph 3 above[^n] and", [("paragraph 3", "paragraph [[p2]]")], "paragraph [[p2]] above[^n] and"),
        ("paragraphs [[p2]] above", [("paragraphs \ufffc", "paragraph \ufffc")], "paragraph [[p2]] above"),
        ("a  % of \\*it\\*", [("% of", "per cent of")], "a per cent of \\*it\\*"),
    ],
)
def test_words_are_put_in_the_place_of_others_and_formats_and_marks_stay(typed, findings, expected):
    before = text(typed, "*Notes* it")
    changed = after(before, *(found("p1", *each) for each in findings))
    assert inline.format(changed.parts[0].operative[0].content) == expected
    assert changed.parts[0].operative[1:] == before.parts[0].operative[1:]


def test_titles_notes_and_the_masthead_are_mended_too():
    changed = after(text("*Urges* it"), found("title", "title", "name"), found("note n", "A/81/1", "A/81/2"), found("masthead", "Netherlands", "Netherlands (Kingdom of the)"))
    assert inline.plain(changed.title) == "A name"
    assert inline.plain(changed.notes[0].content) == "A/81/2."
    assert changed.masthead.sponsors == ("Fiji", "Netherlands (Kingdom of the)")


@pytest.mark.parametrize(
    ("findings", "why"),
    [
        ([found("p1", "this", "that")], '"this" stands 2 times in the draft, once in what was found'),
        ([found("p1", "these", "those")], '"these" stands nowhere in the draft, once in what was found'),
        ([found("gone", "this", "that")], '"this" stands nowhere in the draft, once in what was found'),
        ([found("p1", "Urges", "Asks"), found("p1", "Urges", "Begs", "opener-sequence")], "two rules ask for other words"),
        ([found("p1", "*Urges*", "*Urges")], '"*Urges" does not fit in there'),
        ([found("p1", "Urges", "Urges \ufffc")], '"Urges \ufffc" does not fit in there'),
        ([found("seized", "remain", "be")], "it stands in a clause, not in the draft"),
    ],
)
def test_what_is_not_certain_is_left_with_the_reason(findings, why):
    before = text("*Urges* this and this")
    plan = planned(findings, before)
    assert not plan.fixes
    assert {reason for _, reason in plan.left} == {why}


def test_what_has_nothing_to_write_for_it_is_no_fix():
    plan = planned([found("p1", "this", ""), found("p1", "", "that")], text("this"))
    assert (plan.fixes, plan.left, plan.mendable) == ((), (), 0)


def test_of_two_fixes_of_the_same_words_one_waits():
    before = text("this resolution here")
    fixes = planned([found("p1", "this resolution", "the present resolution"), found("p1", "resolution here", "resolution")], before).fixes
    changed, made = mended(before, fixes)
    assert inline.plain(changed.parts[0].operative[0].content) in ("the present resolution here", "the present resolution")
    assert 1 <= len(made) <= 2


# --- The file ---------------------------------------------------------------------------------------------------------

DRAFT = """\
draftkit: 1
# first round
title:   Libraries   # as before
operative:
  - id: urges   # ask Fiji
    text: "*Urges* States to  heed the libraries' needs;"
  # draftkit: allow DK202
  - text: |-
      *Decides* to read the libraries'
      books.
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    file = tmp_path / "draft.yaml"
    file.write_bytes(DRAFT.encode())
    return file


def test_only_the_words_are_changed(own: Path, tmp_path: Path) -> None:
    status, out, err = run("check", "--fix", "--select", "DK202", own, "-o", tmp_path / "new.yaml")
    assert (status, out) == (0, "")
    assert err == f'{own}:5: mended: paragraph 1 (urges): "libraries\'" -> "libraries’" [DK202 quotation-marks]\nno findings in 1 file; 1 allowed\n'
    assert (tmp_path / "new.yaml").read_text("utf-8") == DRAFT.replace("libraries' needs", "libraries’ needs")
    assert own.read_bytes() == DRAFT.encode()


@pytest.mark.parametrize("encode", [lambda s: b"\xef\xbb\xbf" + s.encode(), lambda s: s.replace("\n", "\r\n").encode(), lambda s: s.replace("- id: urges", "- id: urges\r", 1).replace("\r   #", "   #").encode()])
def test_mark_and_line_ends_stay(own: Path, encode) -> None:
    own.write_bytes(encode(DRAFT))
    assert run("check", "--fix", own, "--in-place", "--select", "DK202")[0] == 0
    assert own.read_bytes() == encode(DRAFT.replace("libraries' needs", "libraries’ needs"))


def test_words_over_two_lines_are_mended_and_stay_on_two(own: Path) -> None:
    own.write_text(DRAFT.replace("  # draftkit: allow DK202\n", "").replace("libraries'\n      books", 'books of\n      the "old\n      and" new'), "utf-8")
    run("check", "--fix", own, "--in-place", "--select", "DK202")
    assert own.read_text("utf-8").endswith("read the books of\n      the “old\n      and” new.\n")


def test_a_difference_is_shown_and_nothing_written(own: Path) -> None:
    status, out, err = run("check", "--fix", own, "--diff", "--select", "DK202")
    assert status == 1
    assert [line for line in out.splitlines() if line[:1] in "+-"] == [
        f"--- {own}",
        f"+++ {own}",
        "-    text: \"*Urges* States to  heed the libraries' needs;\"",
        '+    text: "*Urges* States to  heed the libraries’ needs;"',
    ]
    assert err.endswith("1 warning in 1 file; 1 can be mended with --fix; 1 allowed\n")
    assert own.read_bytes() == DRAFT.encode()


def test_in_place_keeps_who_may_read_it_and_a_file_without_faults_is_not_touched(own: Path) -> None:
    own.chmod(0o600)
    run("check", "--fix", "--in-place", own)
    assert stat.S_IMODE(own.stat().st_mode) == 0o600 or os.name == "nt"
    before = own.stat()
    run("check", "--fix", "--in-place", own)
    assert own.stat() == before


def test_what_is_left_is_the_report_after_mending(own: Path) -> None:
    own.write_text(DRAFT.replace("*Decides* to read", "*Decides* [[gone]] to read"), "utf-8")
    status, out, _ = run("check", "--fix", "--in-place", own, "--json", "--select", "DK202,DK301")
    assert status == 1
    assert [each["code"] for each in json.loads(out)["findings"]] == ["DK301"]


def test_what_is_not_selected_is_not_mended(own: Path) -> None:
    run("check", "--fix", "--in-place", own, "--ignore", "DK202")
    assert "libraries' needs" in own.read_text("utf-8")


def test_a_draft_in_another_folder_names_its_prior_from_there(tmp_path: Path) -> None:
    for file in EXAMPLES.iterdir():
        shutil.copy(file, tmp_path)
    (tmp_path / "sub").mkdir()
    assert run("check", "--fix", "--ignore", "DK4", tmp_path / "draft.yaml", "-o", tmp_path / "sub" / "new.yaml")[0] == 0
    assert draft.read((tmp_path / "sub" / "new.yaml").read_text("utf-8"), "new.yaml").prior == "../A_RES_80_903.md"
    refused = run("check", "--fix", tmp_path / "draft.yaml", "-o", tmp_path / "A_RES_80_903.md")
    assert (refused[0], "over an input" in refused[2]) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--fix", "draft.yaml"), "give one of -o OUT, --in-place and --diff with --fix"),
        (("--fix", "draft.yaml", "--diff", "--in-place"), "give one of -o OUT, --in-place and --diff with --fix"),
        (("draft.yaml", "--diff"), "-o, --in-place and --diff go with --fix"),
        (("draft.yaml", "-o", "new.yaml"), "-o, --in-place and --diff go with --fix"),
        (("--fix", "draft.yaml", "draft.yaml", "-o", "new.yaml"), "-o takes one draft; --in-place takes several"),
        (("--fix", "draft.yaml", "-o", "draft.yaml"), "the output would be written over an input"),
        (("--fix", "text.txt", "--in-place"), "text.txt: only drafts can be mended; convert it first"),
        (("--fix", "broken.yaml", "--in-place"), "broken.yaml"),
        (("--fix", "-", "--diff"), "save it and give its name"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(own: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str) -> None:
    monkeypatch.chdir(own.parent)
    Path("text.txt").write_text("The General Assembly\n\nDecides to meet.\n", "utf-8")
    Path("broken.yaml").write_text("x: [", "utf-8")
    before = {path.name: path.read_bytes() for path in own.parent.iterdir()}
    status, _, err = run("check", *arguments)
    assert status == 2
    assert said in err
    assert err.count("\n") == 1
    assert {path.name: path.read_bytes() for path in own.parent.iterdir()} == before


def test_rules_that_contradict_each_other_change_nothing(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = fixing.check_reading

    def contrary(reading, name, asked):
        checked = real(reading, name, asked)
        old, new = ("Urges", "Asks") if "Urges" in reading.source else ("Asks", "Urges")
        located = type(checked.found[0]) if checked.found else None
        from draftkit.checks.reports import Located

        assert located in (None, Located)
        return type(checked)(reading, checked.resolution, (Located(name, found("urges", old, new)),))

    monkeypatch.setattr(fixing, "check_reading", contrary)
    mend = mend_file(str(own), Asked())
    assert mend.data == mend.old
    assert mend.done == ()
    assert [why for _, why in mend.left] == ["it cannot be put right together with what else is found"]


def test_a_draft_that_could_no_longer_be_built_is_not_made(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from draftkit.checks.reports import Located

    real = fixing.check_reading

    def breaking(reading, name, asked):
        if "Asks" in reading.source:
            raise DraftkitError("broken")
        checked = real(reading, name, asked)
        return type(checked)(reading, checked.resolution, (Located(name, found("urges", "Urges", "Asks")),))

    monkeypatch.setattr(fixing, "check_reading", breaking)
    assert mend_file(str(own), Asked()).data == DRAFT.encode()


TABLE = """\
draftkit: 1
operative:
  - id: t
    table:
      - [Item, "the \\"old\\" one" ]   # as agreed
      - ['it''s', b, all of ours]   # the second
  - id: d
    text: |-
      *Decides* to meet.
"""


def test_words_in_a_table_are_changed_as_they_are_typed(tmp_path: Path) -> None:
    own = tmp_path / "draft.yaml"
    own.write_text(TABLE, "utf-8")
    assert run("check", "--fix", own, "--in-place", "--select", "DK202")[0] == 0
    assert own.read_text("utf-8") == TABLE.replace('\\"old\\"', "“old”").replace("it''s", "it’s")


def test_a_table_whose_words_are_typed_in_another_way_is_left_as_it_is(tmp_path: Path) -> None:
    own = tmp_path / "draft.yaml"
    typed = TABLE.replace('\\"old\\"', "\\x22old\\x22")
    own.write_text(typed, "utf-8")
    _, _, err = run("check", "--fix", own, "--in-place", "--select", "DK202")
    assert own.read_text("utf-8") == typed.replace("it''s", "it’s")
    assert "left:" in err


def test_where_one_value_would_say_something_else_the_others_are_changed_as_they_are_typed() -> None:
    reading = draft.read(TABLE, "draft.yaml")
    findings = (found("t", "Item", "Item: all"), found("t", "all of", "all  # of"), found("t", "b", "c"), found("d", "meet", "stay"))
    fixes = planned(findings, reading.resolution).fixes
    data, made = fixing._rewritten(TABLE.encode(), "draft.yaml", reading, fixes)
    assert [fix.words for fix in made] == ["b", "meet"]
    assert data.decode() == TABLE.replace("b,", "c,").replace("meet", "stay")


def test_the_sum_of_a_difference_counts_what_comes_to_light_while_mending(own: Path) -> None:
    losses = "".join(f"  - text: |-\n      *Alarmed by* the loss of {what},\n" for what in ("books", "shelves"))
    own.write_text(DRAFT.replace("operative:", f"preamble:\n{losses}operative:"), "utf-8")
    _, _, err = run("check", "--fix", own, "--diff", "--select", "DK1")
    assert "Alarmed also" in err
    told = sum(" would be mended: " in line for line in err.splitlines())
    assert f"; {told} can be mended with --fix" in err


# --- The law ----------------------------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    ["libraries'", '"books"', "5 %", "5%", "i.e.", "this resolution", " - ", "—", "readers", "and", "of  ", "[[a]]", "(a)", "resolution 79/124", ",", ";", "paragraph 1 above", "*Urges*", "“", "e.g."]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)
STYLES = st.sampled_from(["block", "folded", "quoted"])


def typed(style: str, words: str, indent: str) -> str:
    if style == "quoted":
        escaped = words.replace('"', '\\"')
        return f'"{escaped}"'
    return f"|-\n{indent}  " + (words.replace(" ", f"\n{indent}  ", 1) if style == "folded" and not words.startswith(" ") else words)


@st.composite
def drafts(make) -> str:
    lines = ["draftkit: 1", "# c0", f"title: {typed('quoted', make(TEXTS), '')}  # c1", "operative:"]
    for at in range(make(st.integers(1, 3))):
        text = typed(make(STYLES), f"*Urges* {make(TEXTS)};", "    ")
        lines += [f"  # k{at}", f"  - id: {'abc'[at]}  # i{at}", f"    text: {text}"]
    return "\n".join(lines) + "\n"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(drafts())
def test_mending_twice_is_mending_once_and_no_comment_is_lost(tmp_path: Path, source: str) -> None:
    file = tmp_path / "any.yaml"
    file.write_bytes(source.encode())
    try:
        once = mend_file(str(file), Asked())
    except DraftkitError:
        return  # not a draft at all
    file.write_bytes(once.data)
    twice = mend_file(str(file), Asked())
    assert twice.data == once.data
    assert twice.done == ()
    lines = once.data.decode().splitlines()
    assert [line for line in lines if "  # i" in line] == [line for line in source.splitlines() if "  # i" in line]
    assert all(f"# {mark}" in once.data.decode() for mark in ("c0", "c1", "k0"))
    assert len(twice.before.found) <= len(once.before.found) or once.done


def test_what_is_not_serious_enough_is_not_mended(own: Path) -> None:
    run("check", "--fix", "--in-place", "--severity", "error", "--select", "DK202", own)
    assert own.read_text("utf-8") == DRAFT


def test_a_draft_whose_references_are_broken_is_mended_all_the_same(own: Path) -> None:
    own.write_text(DRAFT.replace("*Decides* to", "*Decides* under paragraph [[gone]] to"), "utf-8")
    status, out, _ = run("check", "--fix", "--in-place", "--select", "DK202,DK301", own)
    assert (status, out.count("\n")) == (1, 1)
    assert "DK301" in out
    assert "libraries’ needs" in own.read_text("utf-8")


def test_notes_titles_and_subparagraphs_change_in_their_words_alone(tmp_path: Path) -> None:
    source = (
        "draftkit: 1\ntitle: 'Libraries and readers \" of \"books\" here'   # t\noperative:\n  - text: |-\n      *Urges* States:[^n]\n    items:\n"
        "      - text: >-   # i\n          To open\n          the library's  doors;\n      - text: To read.\nnotes:   # n\n  n:   The library's report.\n"
    )
    file = tmp_path / "draft.yaml"
    file.write_text(source, "utf-8")
    run("check", "--fix", "--in-place", "--select", "DK202", file)
    after = file.read_text("utf-8")
    assert after.replace("library’s", "library's").splitlines()[2:] == source.splitlines()[2:]
    assert after.count("library’s") == 2


def test_a_difference_stands_beside_a_report_for_programs_not_in_it(own: Path) -> None:
    status, out, err = run("check", "--fix", own, "--diff", "--select", "DK202", "--format", "json")
    assert {each["code"] for each in json.loads(out)["findings"]} == {"DK202"}
    assert "\n+" in err
    assert "\n+" not in out
    assert status == 1
