"""Footnotes, each rule on a text that breaks it and on one that does not: "text in, findings out"."""

from __future__ import annotations

import pytest

from draftkit.checks import Subject
from draftkit.checks.notes.callout_place import callout_place
from draftkit.checks.notes.ibid_due import ibid_due
from draftkit.checks.notes.ibid_form import ibid_form
from draftkit.checks.notes.missing_note import missing_note
from draftkit.checks.notes.note_form import note_form
from draftkit.checks.notes.note_order import note_order
from draftkit.checks.notes.note_symbol import note_symbol
from draftkit.checks.notes.old_report_symbol import old_report_symbol
from draftkit.checks.notes.source_in_text import source_in_text
from draftkit.checks.notes.source_twice import source_twice
from draftkit.inline import parse
from draftkit.model import Masthead, Note, Paragraph, Part, Resolution

SERIES = "United Nations, *Treaty Series*, vol. {}, No. {}."
RECORDS = "*Official Records of the General Assembly, Eightieth Session, Supplement No. {}* (A/80/{})"


def called(**notes):
    """A paragraph that calls each note in its order, and the notes."""
    words = " and ".join(f"plan {name}[^{name}]" for name in notes)
    return {"preamble": [f"x | *Recalling* {words},"], "notes": notes}


CASES = {
    "indicators before the punctuation, behind a blank, inside a word": (
        callout_place,
        {
            "preamble": ["a | *Recalling* the library plan[^a], adopted last year,", "b | *Noting* the survey, [^b]"],
            "operative": ["c | *Notes* the libra[^c]ries and [[b]][^d];"],
            "notes": {"a": "A/80/2001."},
        },
        [
            'warning: preambular paragraph 1 (a) calls [^a] behind "…ecalling the library plan" before ","',
            'warning: preambular paragraph 2 (b) calls [^b] behind "…Noting the survey," after a blank',
            'warning: operative paragraph (c) calls [^c] behind "…Notes the libra" inside a word',
        ],
    ),
    "indicators at their place, two of them, and one at the beginning": (
        callout_place,
        {
            "preamble": ["a | *Recalling* the plan,[^a] the survey[^b] and the “atlas”,[^c],[^d] of 2020[^e]"],
            "operative": ["b | *Notes* the plan.[^f]", "c= | [^g] Shelves."],
        },
        [],
    ),
    "indicators that are typed": (
        note_order,
        {"preamble": ["a | *Recalling* the plan,^3^ and the survey[^a]^2^ of libraries,"], "notes": {"a": "A/80/2001."}},
        [
            'warning: preambular paragraph 1 (a) has a typed indicator: "Recalling the plan,3"',
            'warning: preambular paragraph 1 (a) has a typed indicator: "2"',
        ],
    ),
    "raised figures that are no indicators": (
        note_order,
        {"preamble": ["a | *Recalling* the 10^6^ books on 40 m^2^ in hall B^2^ of the library,[^a]"], "notes": {"a": "A/80/2001."}},
        [],
    ),
    "a source given again": (
        source_twice,
        called(a="A/80/2001.", b="A/80/2002.", c="A/80/2001.", d="Or another plan.", e="A/80/2003.", f="Or another plan."),
        ['info: footnote 3 (c) gives the source of footnote 1 (a) again: "A/80/2001."'],
    ),
    "other places in one source": (
        source_twice,
        called(a="A/80/2001, para. 4.", b=("Ibid., para. 9.", "a"), c="A/80/2001.", d=("Ibid.", "c")),
        [],
    ),
    "the source of the note before": (
        ibid_due,
        called(
            a="A/80/2001.", b="A/80/2001.", c=SERIES.format(75, 970), d=SERIES.format(993, 14531),
            e=RECORDS.format(4, 4) + ".", f=RECORDS.format(7, 7) + ", chap. I.",
        ),
        [
            "warning: footnote 2 (b) writes out the source of footnote 1 (a)",
            "warning: footnote 4 (d) writes out the source of footnote 3 (c)",
            "warning: footnote 6 (f) writes out the source of footnote 5 (e)",
        ],
    ),
    "ibid where it is due, a remark, several sources, the whole after its part": (
        ibid_due,
        called(
            a="A/80/2001.", b=("Ibid., annex.", "a"), c="Or another plan.", d="Or another plan.",
            e=SERIES.format(75, 970)[:-1] + "; and resolution 80/901, annex.", f=SERIES.format(993, 14531),
            g=RECORDS.format(10, 10) + ", chap. I.", h=RECORDS.format(10, 10) + ".",
        ),
        [],
    ),
    "ibid in other forms": (
        ibid_form,
        called(
            a="A/80/2001.", b=("Ibid, annex.", "a"), c=("Ibid. annex I.", "a"), d=("ibid., para. 4.", "a"), e=("*Ibid.*, para. 4.", "a"),
            f="Op. cit., p. 4.", g=("Ibidem.", "a"), h=("Ibid.,para. 7.", "a"),
        ),
        [
            'warning: footnote 2 (b) begins with "Ibid, a"',
            'warning: footnote 3 (c) begins with "Ibid. a"',
            'warning: footnote 4 (d) begins with "ibid., p"',
            'warning: footnote 5 (e) has "Ibid." in italics',
            'warning: footnote 6 (f) begins with "Op. cit., p"',
            'warning: footnote 7 (g) begins with "Ibidem."',
            'warning: footnote 8 (h) begins with "Ibid.,p"',
        ],
    ),
    "ibid as it is written": (
        ibid_form,
        called(
            a="Identity of libraries, vol. 2.", b=("Ibid.", "a"), c=("Ibid., vol. 3.", "a"), d=("Ibid., *Supplement No. 4*.", "a"),
            e="See A/80/2001; ibid., annex.",
        ),
        [],
    ),
    "sources in other forms": (
        note_form,
        called(
            a="A/80/2001 and Add.1.", b="A/80/2001–E/2026/2001.", c="General Assembly resolution 80/901, annex.", d="see A/80/2001.",
            e="See General Assembly resolutions 79/901 and 80/901.", f="UNTS, vol. 4, 38544.", g="United Nations, Treaty Series, vol. 4, No. 5.",
            h="United Nations, *Treaty Series*, vol 4, 38544.", i="Official Records of the General Assembly, Eightieth Session (A/80/4).",
        ),
        [
            'warning: footnote 1 (a) has "A/80/2001 and Add.1"',
            'warning: footnote 2 (b) has "A/80/2001–E/2026/2001"',
            'warning: footnote 3 (c) has "General Assembly resolution"',
            'warning: footnote 4 (d) has "see"',
            'warning: footnote 5 (e) has "See General Assembly resolutions"',
            'warning: footnote 6 (f) has "UNTS"',
            'warning: footnote 7 (g) has "Treaty Series" in roman',
            'warning: footnote 8 (h) has "Treaty Series, vol 4, 38544."',
            'warning: footnote 9 (i) has "Official Records of the General Assembly" in roman',
        ],
    ),
    "sources in the forms that notes have": (
        note_form,
        called(
            a="A/80/2001 and A/80/2001/Add.1.", b="A/80/2001-E/2026/2001.", c="Resolution 80/901, annex.", d="See A/80/2001.",
            e="International Library Union, document LC 3/1 and Corr.1.", f="United Nations, *Treaty Series*, vols. 4, 5 and 6, No. 38544.",
            g="League of Nations, *Treaty Series*, vol. XCIV, No. 2138.", h="See " + RECORDS.format(4, 4) + ".",
            i="United Nations*, Treaty Series*, vol. 75, Nos. 970–973.",
        ),
        [],
    ),
    "symbols that none has": (
        note_symbol,
        called(a="A/80/ 2001.", b="A /80/2001.", c="A//80/2001.", d="A/80/2001.Add.1.", e="A/C6/80/5.", f="a/80/2001.", g="A.80/2001."),
        [
            f'warning: footnote {at} ({name}) has "{symbol}", which is not formed as a document symbol'
            for at, name, symbol in (
                (1, "a", "A/80/ 2001"), (2, "b", "A /80/2001"), (3, "c", "A//80/2001"), (4, "d", "A/80/2001.Add.1"), (5, "e", "A/C6/80"),
                (6, "f", "a/80/2001"), (7, "g", "A.80/2001"),
            )
        ],
    ),
    "symbols of every organ and time": (
        note_symbol,
        called(
            a="A/C.6/80/L.5/Rev.1.", b="S/26560.", c="Resolution S-10/2, annex.", d="A/CONF.157/24 (Part I), chap. III.", e="E/CN.4/2001/2.",
            f="A/80/2001 and A/80/2001/Add.1.", g="www.libraries.example/a/80/2001.", h="A/5700.", i="ST/AI/416.", j="A/80/2001-S/2026/1.",
        ),
        [],
    ),
    "sources in the text": (
        source_in_text,
        {
            "preamble": ["a | *Recalling* the report of its Chair (A/80/2001, annex),"],
            "operative": [("b | *Notes*:", ["b1 | The survey (see E/CN.4/2026/2001);", "b2 | The atlas [A/80/2003]."])],
        },
        [
            'warning: preambular paragraph 1 (a) gives a source in the text: "(A/80/2001, annex)"',
            'warning: operative paragraph (a) (b1) gives a source in the text: "(see E/CN.4/2026/2001)"',
            'warning: operative paragraph (b) (b2) gives a source in the text: "[A/80/2003]"',
        ],
    ),
    "brackets without a source, a title, and an annex": (
        source_in_text,
        {
            "operative": ["a | *Notes* resolution 217 A (III), the (new) plan and “Libraries (A/80/2001)”."],
            "annex": ["b | The survey (A/80/2001)."],
        },
        [],
    ),
    "reports without a note": (
        missing_note,
        {
            "preamble": ["a | *Having considered* the report of the Secretary-General,"],
            "operative": ["b | *Takes note with appreciation* of the report of the Secretary-General on libraries;", "c | *Notes* it.[^n]"],
            "notes": {"n": "A/80/2001."},
        },
        [
            'warning: preambular paragraph 1 (a) names "the report of the Secretary-General" and calls no note for it',
            'warning: paragraph 1 (b) names "the report of the Secretary-General" and calls no note for it',
        ],
    ),
    "reports with their note, named again, or of others": (
        missing_note,
        {
            "preamble": [
                "a | *Welcoming* the report of the Secretary-General entitled “Libraries: more; and better”;[^n]",
                "b | *Having considered* the report of the Secretary-General’s envoy,",
            ],
            "operative": ["c | *Takes note* of the report of the Secretary-General;", "d | *Welcomes* the report of the Commission."],
            "notes": {"n": "A/80/2001."},
        },
        [],
    ),
    "a report of an older session": (
        old_report_symbol,
        {
            "preamble": [
                "a | *Having considered* the report of the Secretary-General,[^a]",
                "b | *Welcoming* the reports of the Secretary-General on libraries,[^b]",
            ],
            "operative": ["c | *Takes note* of the report of the Secretary-General on shelves.[^c]"],
            "notes": {"a": "A/78/143.", "b": "A/79/144 and A/79/144/Add.1.", "c": "A/80/901."},
            "session": 81,
        },
        [
            'warning: footnote 1 (a) gives "A/78/143." of session 78 for "the report of the Secretary-General"; the text is of session 81',
            'warning: footnote 2 (b) gives "A/79/144 and A/79/144/Add.1." of session 79 for "the reports of the Secretary-General"; '
            "the text is of session 81",
            'info: footnote 3 (c) gives "A/80/901." of session 80 for "the report of the Secretary-General"; the text is of session 81',
        ],
    ),
    "a report of the own session, a list that grows, one that is recalled": (
        old_report_symbol,
        {
            "preamble": [
                "a | *Having considered* the report of the Secretary-General,[^a]",
                "b | *Welcoming* the reports of the Secretary-General on libraries,[^b]",
                "c | *Recalling* the report of the Secretary-General on shelves,[^c]",
                "d | *Welcoming* the report of the Secretary-General on books,[^d]",
            ],
            "notes": {"a": "A/81/2001.", "b": "A/78/143, A/79/144 and A/81/145.", "c": "A/60/1.", "d": "See A/78/143, annex."},
            "session": 81,
        },
        [],
    ),
}


def test_a_fixed_number_that_goes_back_is_an_error_and_one_that_leaves_others_out_an_info(findings):
    def text(*numbers):
        words = parse("*Recalling* plans[^a] and[^b] shelves,[^c]")
        notes = tuple(Note(name, parse("A/80/2001."), number=number) for name, number in zip("abc", numbers, strict=True))
        return Resolution(Masthead(), parse("Libraries"), (Part((Paragraph("x", words),)),), notes)

    assert findings(note_order, text(0, 0, 0)) == []
    assert findings(note_order, text(2, 0, 0)) == ["info: footnote 2 (a) is the first"]
    assert findings(note_order, text(0, 7, 5)) == [
        "info: footnote 7 (b) follows footnote 1",
        "error: footnote 5 (c) follows footnote 7",
    ]


@pytest.mark.parametrize(
    ("rule", "note", "instead"),
    [
        (ibid_form, "Ibid vol. 4.", "Ibid., vol. 4."),
        (ibid_form, "ibid., vol. 4.", "Ibid., vol. 4."),
        (note_form, "A/80/2001/Add.1 and Add.2.", "A/80/2001/Add.1 and A/80/2001/Add.2."),
        (note_form, "A/80/2001/E/2026/5.", "A/80/2001-E/2026/5."),
        (note_form, "resolution 80/901.", "Resolution 80/901."),
        (note_form, "See General Assembly resolution 80/901.", "See resolution 80/901."),
        (note_symbol, "See A/80/ 2001, annex.", "See A/80/2001, annex."),
    ],
)
def test_what_to_write_in_a_note(rule, note, instead, draft):
    (finding,) = rule(Subject(draft(**called(a=note))))
    assert note.replace(finding.words, finding.instead) == instead


def test_the_same_words_again_are_ibid(draft):
    (finding,) = ibid_due(Subject(draft(**called(a="A/80/2001.", b="A/80/2001."))))
    assert (finding.paragraph, finding.words, finding.instead) == ("note b", "A/80/2001.", "Ibid.")


@pytest.mark.parametrize("rule", sorted({case[0] for case in CASES.values()}, key=lambda rule: rule.code), ids=lambda rule: rule.name)
def test_long_texts_and_notes_take_no_longer(rule, draft):
    chain = {f"n{at}": ("Ibid., vol. 4.", f"n{at - 1}" if at else "") for at in range(300)}
    words = "the report (A/80/2001 and A/80/ 2001, the report of the Secretary-General " * 200
    list(rule(Subject(draft(preamble=[f"a | *Welcoming* {words}"], notes={**chain, "x": words}))))
