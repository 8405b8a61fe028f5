"""Two lines compared by whole tokens, shown as ``[-old-]{+new+}``."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit.assemble.printed import Run, Runs
from draftkit.compare.words import Edit, Op, Tokens, edits, tokens
from draftkit.inline import parse
from draftkit.model import Callout, Text
from strategies import contents


def runs(source: str) -> Runs:
    """Runs of a paragraph as it is typed; a note's number is not looked at here."""
    found = []
    for piece in parse(source):
        assert isinstance(piece, Text | Callout)
        found.append(Run("1", note=piece.note) if isinstance(piece, Callout) else Run(piece.text, piece.italic))
    return tuple(found)


def shown(found: tuple[Edit, ...]) -> str:
    form = {Op.EQUAL: "{}", Op.DELETE: "[-{}-]", Op.INSERT: "{{+{}+}}"}
    return "".join(form[edit.op].format(edit.text) for edit in found)


def told(old: str, new: str) -> str:
    return shown(edits(tokens(runs(old)), tokens(runs(new))))


STORIES = {
    "a citation joins a list": (
        "resolutions 71/5 of 1 November 2016 and 72/4 of 1 November 2017,",
        "resolutions 71/5 of 1 November 2016, 72/4 of 1 November 2017 and 73/8 of 1 November 2018,",
        "resolutions 71/5 of 1 November 2016[- and-]{+,+} 72/4 of 1 November 2017{+ and 73/8 of 1 November 2018+},",
    ),
    "a list of one grows": (
        "its resolution 68/1 of 3 May 2013",
        "its resolutions 68/1 of 3 May 2013 and 69/5 of 4 May 2014",
        "its [-resolution-]{+resolutions+} 68/1 of 3 May 2013{+ and 69/5 of 4 May 2014+}",
    ),
    "the oldest leaves a list and a new one comes": (
        "resolutions 68/1 of 3 May 2013 and 69/5 of 4 May 2014",
        "resolutions 69/5 of 4 May 2014 and 70/8 of 5 May 2015",
        "resolutions[- 68/1 of 3 May 2013 and-] 69/5 of 4 May 2014{+ and 70/8 of 5 May 2015+}",
    ),
    "symbols are listed the same way": (
        "A/70/423, A/74/496 and A/75/389.",
        "A/70/423, A/74/496, A/75/389 and A/76/404.",
        "A/70/423, A/74/496[- and-]{+,+} A/75/389{+ and A/76/404+}.",
    ),
    "sessions too": (
        "at its sixty-eighth and seventy-first sessions",
        "at its sixty-eighth, seventy-first and seventy-fourth sessions",
        "at its sixty-eighth[- and-]{+,+} seventy-first{+ and seventy-fourth+} sessions",
    ),
    "a citation is replaced whole, although the date is that of the old one": (
        "resolution 76/117 of 9 December 2021,",
        "resolution 77/110 of 9 December 2021,",
        "resolution [-76/117 of 9 December 2021-]{+77/110 of 9 December 2021+},",
    ),
    "a citation gets its date": (
        "the annex to resolution 71/6, to brief",
        "the annex to resolution 71/6 of 3 May 2016, to brief",
        "the annex to resolution 71/6{+ of 3 May 2016+}, to brief",
    ),
    "a date is put right": (
        "resolution 71/6 of 3 May 2016",
        "resolution 71/6 of 13 May 2016",
        "resolution 71/6 of [-3 May 2016-]{+13 May 2016+}",
    ),
    "a hyphenated ordinal is one word": (
        "at its seventy-ninth session",
        "at its eighty-first session",
        "at its [-seventy-ninth-]{+eighty-first+} session",
    ),
    "a figure with its letters is one word": ("45th plenary meeting", "49th plenary meeting", "[-45th-]{+49th+} plenary meeting"),
    "a symbol is one word": ("report A/79/143;", "report A/81/___;", "report [-A/79/143-]{+A/81/___+};"),
    "a symbol of a committee": ("A/C.6/79/L.7", "A/C.6/81/L.___", "[-A/C.6/79/L.7-]{+A/C.6/81/L.___+}"),
    "an old citation": (
        "resolution 217 A (III) of 10 December 1948",
        "resolution 2625 (XXV) of 24 October 1970",
        "resolution [-217 A (III) of 10 December 1948-]{+2625 (XXV) of 24 October 1970+}",
    ),
    "a thousand is one number": ("1,200 ships", "1,300 ships", "[-1,200-]{+1,300+} ships"),
    "a possessive is one word": ("the State’s cables", "the States’ cables", "the [-State’s-]{+States’+} cables"),
    "one word": ("Urges all States to act", "Urges States to act", "Urges[- all-] States to act"),
    "words come with the blank before them": (
        "all States to act",
        "all States of all regions to act",
        "all States{+ of all regions+} to act",
    ),
    "words that stay between two gone ones stay": (
        "sessions of the United Nations General Assembly, and of its Main Committees at Headquarters, emphasizes",
        "sessions of the General Assembly, emphasizes",
        "sessions of the[- United Nations-] General Assembly[-, and of its Main Committees at Headquarters-], emphasizes",
    ),
    "words equal by chance are retyped": (
        "The mending of cables and the rule of law",
        "New vessels for the laying of pipelines",
        "[-The mending of cables and the rule of law-]{+New vessels for the laying of pipelines+}",
    ),
    "two neighbours are one change": ("Urges all five States", "Urges any seven States", "Urges [-all five-]{+any seven+} States"),
    "names change places": ("Chile, Fiji and Ghana", "Fiji, Chile and Ghana", "[-Chile, -]Fiji{+, Chile+} and Ghana"),
    "a name changes places with longer ones": (
        "the rights of women and of girls, and peace",
        "peace, and the rights of women and of girls",
        "{+peace, and +}the rights of women and of girls[-, and peace-]",
    ),
    "items change places in a list": (
        "protection, education, health and the rule of law",
        "protection, health, education and the rule of law",
        "protection,[- education,-] health{+, education+} and the rule of law",
    ),
    "a symbol of any organ is one word": (
        "documents FCCC/CP/2015/10/Add.1 and ICC-ASP/21/20",
        "documents FCCC/CP/2016/12/Add.1 and ICC-ASP/22/21",
        "documents [-FCCC/CP/2015/10/Add.1-]{+FCCC/CP/2016/12/Add.1+} and [-ICC-ASP/21/20-]{+ICC-ASP/22/21+}",
    ),
    "a symbol with two figures changed is one word": ("A/C.2/78/L.28", "A/C.2/79/L.31", "[-A/C.2/78/L.28-]{+A/C.2/79/L.31+}"),
    "a date is one word": ("of 9 December 2021,", "of 16 December 2023,", "of [-9 December 2021-]{+16 December 2023+},"),
    "a thousand with a blank is one number": ("1 200\u00a0000 ships", "1 300\u00a0000 ships", "[-1 200\u00a0000-]{+1 300\u00a0000+} ships"),
    "a year before a number is not": ("in 2024 150 ships", "in 2024 160 ships", "in 2024 [-150-]{+160+} ships"),
    "a decade is one word": ("the 1990s", "the 2010s", "the [-1990s-]{+2010s+}"),
    "a period changes as one": ("the period 2011–2020", "the period 2021–2030", "the period [-2011–2020-]{+2021–2030+}"),
    "figures and letters are one word": ("COVID-19, G20", "COVID-23, G77", "[-COVID-19-]{+COVID-23+}, [-G20-]{+G77+}"),
    "a subparagraph keeps its letter": ("paragraph 10 (a) above", "paragraph 11 (a) above", "paragraph [-10-]{+11+} (a) above"),
    "a final mark is that mark": ("the report;", "the report.", "the report[-;-]{+.+}"),
    "the last but one loses its and": ("the report; and", "the report;", "the report;[- and-]"),
    "a dash for a hyphen is that mark": ("States - all of them - act", "States – all of them – act", "States [---]{+–+} all of them [---]{+–+} act"),
    "quotation marks are those marks": ('the "area" and', "the “area” and", 'the [-"-]{+“+}area[-"-]{+”+} and'),
    "what is put in before words that it begins or ends with": (
        "their disappearance, and to uphold the law",
        "their disappearance and to hold those responsible to account, and to uphold the law",
        "their disappearance{+ and to hold those responsible to account+}, and to uphold the law",
    ),
    "a rewritten phrase is no confetti": (
        "with a view to the goal of eradicating poverty in the world, and reports",
        "with a view to finding new ways for the fisheries of the many small islands in need, and reports",
        "with a view to [-the goal of eradicating poverty in the world-]{+finding new ways for the fisheries of the many small islands in need+}, and reports",
    ),
    "a rewritten line neither, with its commas": (
        "Stresses that growth is slow, that debts rise in every region, and that prices of food are high",
        "Notes the work of the many banks concerned, the new funds set up in the south, and their good advice to all",
        "[-Stresses that growth is slow, that debts rise in every region, and that prices of food are high-]{+Notes the work of the many banks concerned, the new funds set up in the south, and their good advice to all+}",
    ),
    "words in a row survive even there": (
        "Takes note of a project begun by one of the regional commissions under the United Nations Convention on the Law of the Sea for its members",
        "Commends, with deep thanks, scientists and divers from many islands whose studies under the United Nations Convention on the Law of the Sea saved whales",
        "[-Takes note of a project begun by one of the regional commissions-]{+Commends, with deep thanks, scientists and divers from many islands whose studies+}"
        " under the United Nations Convention on the Law of the Sea [-for its members-]{+saved whales+}",
    ),
    "small changes on both sides of a mark are two": ("item 22 (d), para. 5", "item 24 (c), para. 6", "item [-22-]{+24+} ([-d-]{+c+}), para. [-5-]{+6+}"),
    "non-breaking characters are the same": ("para.\u00a07 of the non\u2011paper", "para. 7 of the non-paper", "para. 7 of the non-paper"),
    "a note kept": ("the report,[^a] and the letter", "the new report,[^a] and the letter", "the{+ new+} report,1 and the letter"),
    "a note swapped": ("the report,[^a]", "the report,[^b]", "the report,[-1-]{+1+}"),
    "nothing before": ("States", "Urges States", "{+Urges +}States"),
}


@pytest.mark.parametrize("case", STORIES.values(), ids=STORIES)
def test_the_story_is_the_one_a_person_would_tell(case: tuple[str, str, str]) -> None:
    old, new, story = case
    assert told(old, new) == story


def test_no_text_and_all_text() -> None:
    assert edits((), ()) == ()
    assert told("", "Urges States") == "{+Urges States+}"
    assert told("Urges States", "") == "[-Urges States-]"
    assert told("Urges States", "Urges States") == "Urges States"


def test_italics_alone_are_no_change_of_words() -> None:
    (edit,) = edits(tokens(runs("*Urges* all States")), tokens(runs("*Urges all* States")))
    assert edit.op is Op.EQUAL
    assert [token.run.italic for token in edit.old] != [token.run.italic for token in edit.new]


def test_a_note_is_compared_as_what_it_is_named() -> None:
    old, new = runs("the report[^a]"), runs("the report[^b]")
    assert len(edits(tokens(old), tokens(new, {"b": "a"}))) == 1
    assert len(edits(tokens(old), tokens(new))) == 3


def test_a_repeated_callout_is_its_figure() -> None:
    once, again = Run("1", note="a"), Run("1", note="a", repeated=True)
    other = Run("2", note="b", repeated=True)
    assert shown(edits(tokens((again,)), tokens((other,)))) == "[-1-]{+2+}"
    assert [edit.op for edit in edits(tokens((once,)), tokens((again,)))] == [Op.DELETE, Op.INSERT]


lines = st.one_of(
    contents().map(lambda found: tuple(Run(p.text, p.italic) if isinstance(p, Text) else Run("7", note="n") for p in found)),
    st.lists(st.sampled_from(["the", ",", " ", "a", "b", "71/5", "A/79/1", "seventy-ninth", ";"])).map(lambda w: (Run("".join(w)),)),
    st.text(max_size=30).map(lambda text: (Run(text),)),
)


@given(lines, lines)
def test_nothing_is_lost_and_nothing_made_up(old: Runs, new: Runs) -> None:
    """Equal and deleted tokens are the old line, equal and inserted ones the new, whatever slides or is gathered."""
    olds, news = tokens(old), tokens(new)
    found = edits(olds, news)
    assert _joined(edit.old for edit in found) == olds
    assert _joined(edit.new for edit in found) == news
    for edit in found:
        assert edit.old or edit.new
        assert edit.op is not Op.EQUAL or [t.key for t in edit.old] == [t.key for t in edit.new]
        assert not (edit.old if edit.op is Op.INSERT else edit.new if edit.op is Op.DELETE else ())


@given(lines, lines)
def test_nothing_is_struck_and_written_again_at_one_place(old: Runs, new: Runs) -> None:
    found = edits(tokens(old), tokens(new))
    for struck, written in pairwise(found):
        if (struck.op, written.op) == (Op.DELETE, Op.INSERT):
            assert struck.old[0].key != written.new[0].key
            assert struck.old[-1].key != written.new[-1].key


def test_a_long_line_takes_no_longer_for_each_word() -> None:
    """A token in twenty is another one: ten times the words, and still no more than so many differences."""
    old = [f"w{at % 977}" for at in range(20_000)]
    new = [f"x{at}" if at % 20 == 7 else word for at, word in enumerate(old)]
    found = edits(tokens((Run(" ".join(old)),)), tokens((Run(" ".join(new)),)))
    assert sum(edit.op is Op.INSERT for edit in found) == 1_000


def test_the_story_is_the_same_in_every_process() -> None:
    script = "from test_words import STORIES, told; print([told(old, new) for old, new, _ in STORIES.values()])"
    stories = {_printed(script, seed) for seed in ("0", "1", "77")}
    assert len(stories) == 1


def _printed(script: str, seed: str) -> str:
    here = Path(__file__).parent
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join([str(here), str(here.parent), *sys.path])}
    return subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True).stdout


@given(lines)
def test_the_same_line_has_no_edits(line: Runs) -> None:
    assert [edit.op for edit in edits(tokens(line), tokens(line))] == [Op.EQUAL] * bool(tokens(line))


@given(lines)
def test_tokens_hold_every_character(line: Runs) -> None:
    assert "".join(token.run.text for token in tokens(line)) == "".join(run.text for run in line)


@given(lines, lines)
def test_between_two_equal_stretches_there_is_one_change(old: Runs, new: Runs) -> None:
    ops = [edit.op for edit in edits(tokens(old), tokens(new))]
    assert all((one, other) in _FOLLOWS for one, other in pairwise(ops))


_FOLLOWS = {(Op.EQUAL, Op.DELETE), (Op.EQUAL, Op.INSERT), (Op.DELETE, Op.INSERT), (Op.DELETE, Op.EQUAL), (Op.INSERT, Op.EQUAL)}

words = st.lists(st.sampled_from(["cables", "ships", "ports", "repair", "data", "States"]), min_size=4, max_size=9, unique=False)


@given(words, st.integers(0, 8))
def test_a_single_word_edit_marks_only_that_word(found: list[str], at: int) -> None:
    at %= len(found)
    new = [*found[:at], "pipelines", *found[at + 1 :]]
    marked = [edit for edit in edits(tokens((Run(" ".join(found)),)), tokens((Run(" ".join(new)),))) if edit.op is not Op.EQUAL]
    assert [edit.text for edit in marked] == [found[at], "pipelines"]


def _joined(stretches: object) -> Tokens:
    return tuple(token for stretch in stretches for token in stretch)  # type: ignore[attr-defined]
