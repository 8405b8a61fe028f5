"""Each rule on a text that breaks it and on one that does not: "text in, findings out"."""

from __future__ import annotations

from pathlib import Path
from runpy import run_path

import pytest

from draftkit.checks import RULES, Subject, check
from draftkit.checks.citations.citation_date import citation_date
from draftkit.checks.citations.symbol_in_text import symbol_in_text
from draftkit.checks.citations.undated_first_mention import undated_first_mention
from draftkit.checks.form.adopted_remnants import adopted_remnants
from draftkit.checks.form.bracketed_id import bracketed_id
from draftkit.checks.form.empty_operative import empty_operative
from draftkit.checks.form.empty_paragraph import empty_paragraph
from draftkit.checks.form.numbering import numbering
from draftkit.checks.form.open_blank import open_blank
from draftkit.checks.form.sponsors_order import sponsors_order
from draftkit.checks.form.symbol_form import symbol_form
from draftkit.checks.form.typed_number import typed_number
from draftkit.checks.form.unread_block import unread_block
from draftkit.checks.notes.dangling_note import dangling_note
from draftkit.checks.notes.ibid import ibid
from draftkit.checks.notes.note_period import note_period
from draftkit.checks.notes.repeated_callout import repeated_callout
from draftkit.checks.openers.opener_sequence import opener_sequence
from draftkit.checks.openers.unknown_opener import unknown_opener
from draftkit.checks.punctuation.final_punctuation import final_punctuation
from draftkit.checks.references.dangling_reference import dangling_reference
from draftkit.checks.references.reference_direction import reference_direction
from draftkit.checks.references.reference_plural import reference_plural
from draftkit.checks.references.unresolved_reference import unresolved_reference
from draftkit.checks.wording.present_resolution import present_resolution
from draftkit.inline import parse
from draftkit.model import AgendaItem, Cell, ClauseEntry, Opaque, Severity, Table, Text

FILLER = ["first | *Notes* the report;", "second | *Welcomes* the report;", "third | *Stresses* its importance;"]

CASES = {
    "a reference to a paragraph that is gone": (
        dangling_reference,
        {"operative": ["condemns | *Condemns* such acts;", "calls | *Calls upon* States to act under paragraph [[acts]] above."]},
        ["error: paragraph 2 (calls) refers to [[acts]], which is not in the text"],
    ),
    "a reference to a preambular paragraph, from a note": (
        dangling_reference,
        {"preamble": ["alarmed | *Alarmed* by such acts,[^n]"], "operative": FILLER, "notes": {"n": "See paragraph [[alarmed]]."}},
        ["error: footnote 1 (n) refers to [[alarmed]], which has no number"],
    ),
    "references that hold, one to a clause still to be filled in": (
        dangling_reference,
        {
            "preamble": ["alarmed | *Alarmed* by what paragraph [[second]] below tells,"],
            "operative": [*FILLER, ClauseEntry("report", "report/request@1"), "last | *Recalls* paragraph [[report]] above."],
        },
        [],
    ),
    "a callout without its note, and a note without its callout": (
        dangling_note,
        {"preamble": ["recalls | *Recalling* the Charter,[^charter]"], "notes": {"report": "A/79/143."}},
        [
            "error: preambular paragraph 1 (recalls) calls [^charter], which is not among the notes",
            "warning: footnote (report) is never called and will not be printed",
        ],
    ),
    "a callout with its note": (
        dangling_note,
        {"preamble": ["recalls | *Recalling* the report,[^report]"], "notes": {"report": "A/79/143."}},
        [],
    ),
    "numbers typed by hand": (
        unresolved_reference,
        {
            "operative": [
                "a | *Recalls* paragraphs 2, 3 and 11 (a) above;",
                "b | *Notes* the data received pursuant to paragraph 20 since 2007;",
                "c | *Notes* paragraph 8 of the present resolution.",
            ]
        },
        [
            'warning: paragraph 1 (a) says "paragraphs 2, 3 and 11 (a) above" as plain text',
            'info: paragraph 2 (b) says "paragraph 20" as plain text, which may be a paragraph of this text',
            'warning: paragraph 3 (c) says "paragraph 8 of the present resolution" as plain text',
        ],
    ),
    "paragraphs of other texts": (
        unresolved_reference,
        {
            "operative": [
                "a | *Recalls* paragraph 48 of its resolution 66/246 and paragraphs 80 to 90 of resolution 61/105;",
                "b | *Recalls* article 2, paragraph 7, of the Charter and Article 13, paragraph 1 (a), of the Charter;",
                "c | *Notes* section II, paragraph 7, of that resolution, paragraph 34 thereof and paragraph [[a]] above.",
            ]
        },
        [],
    ),
    "resolutions first mentioned without their date": (
        undated_first_mention,
        {
            "preamble": ["a | *Recalling* its resolutions 79/124 and 78/69 of 5 December 2023,"],
            "operative": [
                "b | *Recalls* resolutions 79/124 and 78/69, the report “Results of resolution 79/127” and resolution 80/999;",
                "c | *Notes* the request in paragraph 4 of resolution 78/112.",
            ],
        },
        [
            "info: preambular paragraph 1 (a) is the first to mention resolution 79/124, and has no date for it",
            "info: paragraph 2 (c) is the first to mention resolution 78/112, and has no date for it",
        ],
    ),
    "a date in a form that is not read is not called missing": (
        undated_first_mention,
        {
            "preamble": [
                "a | *Recalling* its resolution 79/124 of December 4, 2024, resolution 78/69 of 5 December and resolution 78/112 of 7.12.2023,",
                "b | *Recalling also* its resolution 79/126 of the fourteen States,",
            ]
        },
        ["info: preambular paragraph 2 (b) is the first to mention resolution 79/126, and has no date for it"],
    ),
    "dates in a form that is not read": (
        citation_date,
        {
            "preamble": [
                "a | *Recalling* its resolutions 79/124 of December 4, 2024, 78/69 of 5 Decembre 2023 and 78/112 of 7 Dec. 2023,",
                "b | *Recalling also* its resolution 79/124 of 4 December and Security Council resolution 1 (2019) of March 3rd, 2019,",
                "c | *Recalling further* its resolution 80/999 of 2025-12-09 and resolution 79/124 of  4  December 2024,",
            ]
        },
        [
            'warning: preambular paragraph 1 (a) cites 79/124 of "December 4, 2024": the date cannot be read',
            'warning: preambular paragraph 1 (a) cites 78/69 of "5 Decembre 2023": the date cannot be read',
            'warning: preambular paragraph 1 (a) cites 78/112 of "7 Dec. 2023": the date cannot be read',
            'warning: preambular paragraph 2 (b) cites 79/124 of "4 December": the date cannot be read',
            'warning: preambular paragraph 2 (b) cites 1 (2019) of "March 3rd, 2019": the date cannot be read',
            'warning: preambular paragraph 3 (c) cites 80/999 of "2025-12-09": the date cannot be read',
        ],
    ),
    "what follows a citation and is no date": (
        citation_date,
        {
            "preamble": [
                "a | *Recalling* resolutions 79/124 of 14 Member States, 78/69 of 4 December and 22 December 2006 and 78/112 of May 7 others,",
            ]
        },
        [],
    ),
    "resolutions with their dates, and those of others": (
        undated_first_mention,
        {
            "preamble": ["a | *Recalling* its resolution 79/124, adopted without a vote on 4 December 2024,"],
            "operative": [
                "b | *Recalls* section II of its resolution 78/112, annex, of 7 December 2023 and Security Council resolution 2175 (2014);",
                "c | *Welcomes* what the Human Rights Council decided in its resolution 53/11 and decision 79/124.",
            ],
            "annex": ["d | The rules follow resolution 79/127."],
        },
        [],
    ),
    "blanks in the masthead, the text and a note": (
        open_blank,
        {
            "symbol": "A/C.6/81/L.___",
            "agenda": (AgendaItem("___", "Protection of libraries"),),
            "operative": ["a | *Takes note* of the report;[^r]", "b | *Decides* to meet on ___ October 2026."],
            "notes": {"r": "A/81/___."},
        },
        [
            'info: the masthead has an open blank in its symbol: "A/C.6/81/L.___"',
            'info: the masthead has an open blank in its agenda item: "___"',
            'info: paragraph 2 (b) has an open blank: "___"',
            'info: footnote 1 (r) has an open blank: "A/81/___."',
        ],
    ),
    "no blanks": (open_blank, {"symbol": "A/C.6/81/L.5", "operative": FILLER, "notes": {"r": "A/81/7."}}, []),
    "openings nobody uses": (
        unknown_opener,
        {
            "preamble": ["a | *Recaling* the Charter,", "b | Seeing the Charter,", "c | *Recalls* the Charter,"],
            "operative": ["d | *Cheers* States that act;", "e | *Further urges* States to act."],
            "annex": ["f | An annex opens as it likes"],
        },
        [
            'warning: preambular paragraph 1 (a) opens with "Recaling", which is not a known preambular opening',
            "info: preambular paragraph 2 (b) does not open in italics",
            'warning: preambular paragraph 3 (c) opens with "Recalls", which is not a known preambular opening',
            'warning: paragraph 1 (d) opens with "Cheers", which is not a known operative opening',
        ],
    ),
    "openings that begin as known ones do are rare, not wrong": (
        unknown_opener,
        {
            "preamble": ["a | *Expressing its boundless admiration* for librarians,", "b | *Taking not* of the report,"],
            "operative": ["c | *Warmly encourages* States to act;", "d | *Reiterates its plea* to all States."],
        },
        [
            'info: preambular paragraph 1 (a) opens with "Expressing its boundless admiration", which is not a known preambular opening',
            'warning: preambular paragraph 2 (b) opens with "Taking not", which is not a known preambular opening',
            'info: paragraph 1 (c) opens with "Warmly encourages", which is not a known operative opening',
            'info: paragraph 2 (d) opens with "Reiterates its plea", which is not a known operative opening',
        ],
    ),
    "known openings, and a paragraph that goes on with the one before": (
        unknown_opener,
        {
            "preamble": ["a | *Noting with appreciation also* the work,", "b | *Reaffirming further its commitment* to act,"],
            "operative": ["c | *Decides* to adopt the following text:", "d= | The text.", "e | *Also* *requests* a report."],
        },
        [],
    ),
    "repeated verbs without their adverbs": (
        opener_sequence,
        {
            "preamble": ["a | *Recalling* this,", "b | *Recalling further* that,", "c | *Noting* this,", "d | *Recalling* it,"],
            "operative": [
                "e | *Welcomes* the report;",
                "f | *Welcomes* the panel;",
                "g | *Requests* the Secretary-General to report;",
                "h | *Requests* the Secretary-General to publish it;",
                "i | *Also requests* all States to help;",
            ],
        },
        [
            'warning: preambular paragraph 2 (b) opens with "Recalling further" where the cycle asks for "Recalling also"',
            'warning: paragraph 2 (f) opens with "Welcomes" where the cycle asks for "Also welcomes"',
            'info: paragraph 4 (h) opens with "Requests" where the cycle asks for "Also requests"',
            'info: paragraph 5 (i) opens with "Also requests" where the cycle asks for "Requests"',
        ],
    ),
    "a long opening takes the adverb or not": (
        opener_sequence,
        {"operative": ["a | *Expresses its appreciation* to some;", "b | *Expresses its appreciation* to others."]},
        ['info: paragraph 2 (b) opens with "Expresses its appreciation" where the cycle asks for "Also expresses its appreciation"'],
    ),
    "the cycle of three, begun anew by another verb, another addressee and a heading": (
        opener_sequence,
        {
            "preamble": [f"p{at} | *{lead}* it," for at, lead in enumerate(
                ["Recalling", "Recalling also", "Recalling further", "Recalling", "Noting with concern", "Noting with concern also"]
            )],
            "operative": [
                "a | *Decides* this;",
                "b | *Also decides* that;",
                "# s | Reports",
                "c | *Decides* more;",
                "d | *Urges* all States to act;",
                "e | *Also urges* States to sign;",
                "f | *Urges* the Secretary-General to report.",
            ],
        },
        [],
    ),
    "wrong marks at the end": (
        final_punctuation,
        {
            "preamble": ["a | *Recalling* the Charter;", "b | *Noting* the report,[^n]"],
            "operative": [
                "c | *Notes* the report.",
                ("d | *Urges* States;", ["e | To act; and", "f | To act further"]),
                "g | *Recalls* paragraph [[c]]",
                "h | *Decides* to meet again;",
            ],
        },
        [
            "warning: preambular paragraph 1 (a) ends with a semicolon, not with a comma",
            "error: paragraph 1 (c) ends with a period, not with a semicolon",
            "warning: paragraph 2 (d) ends with a semicolon, not with a colon",
            'error: paragraph 2 (a) (e) ends with "and", not with a semicolon',
            "error: paragraph 2 (b) (f) ends with no punctuation mark, not with a semicolon",
            "error: paragraph 3 (g) ends with no punctuation mark, not with a semicolon",
            "warning: paragraph 4 (h) ends with a semicolon, not with a period",
        ],
    ),
    "a bare verb over subparagraphs, and an agenda": (
        final_punctuation,
        {
            "preamble": [("p | *Reaffirming*", ["q | Its aims,"])],
            "operative": [("a | *Approves* this agenda:", ["a1=1. | Opening.", "a2=2. | Closing."]), "b | *Decides* to meet."],
        },
        [],
    ),
    "a declaration in whole sentences": (
        final_punctuation,
        {"operative": ["a | We, the librarians, have met.", "b | We are resolved to lend.", "c | *Decide* to meet."]},
        [],
    ),
    "questions to a court, and raised figures after the mark": (
        final_punctuation,
        {"operative": ["a | *Takes note* of the reports;^1-17^", ("b | *Asks* the Court:", ["b1 | What follows?", "b2 | For whom?"]), "c | *Decides* to meet."]},
        [],
    ),
    "right marks at the end: subparagraphs close the text, a colon announces an unnumbered text and a table": (
        final_punctuation,
        {
            "preamble": [("a | *Recalling*:", ["b | The Charter;", "c | The Statute,"]), "d | *Noting* the report,[^n]"],
            "operative": [
                "e | *Decides* to adopt the following text:",
                "f= | Any ending will do",
                "g | *Decides* on these dates:",
                Table("t", ((Cell((Text("2026"),)),),)),
                ("h | *Urges* States:", [("i | To act:", ["j | At once;", "k | Together;"]), "l | To report.[^n]"]),
            ],
            "annex": ["m | No rule holds here"],
        },
        [],
    ),
    "each stretch numbered anew may end with a period": (
        final_punctuation,
        {"operative": ["a | *Notes* this.", "## s | Pensions", "b | *Notes* that;", "c | *Notes* more."]},
        [],
    ),
    "the wrong direction": (
        reference_direction,
        {
            "operative": [
                "a | *Recalls* paragraphs [[b]] and [[c]] above;",
                ("b | *Urges* States:", ["b1 | To act as in subparagraph [[b2]] above;", "b2 | To report under paragraph [[b1]] below;"]),
                "c | *Recalls* paragraphs [[a]] and [[d]] above;",
                "d | *Recalls* paragraph [[d]] above.",
            ]
        },
        [
            'error: paragraph 1 (a) says "2 and 3 above" of what stands below',
            'error: paragraph 2 (a) (b1) says "(b) above" of what stands below',
            'error: paragraph 2 (b) (b2) says "2 (a) below" of what stands above',
            'error: paragraph 3 (c) says "1 and 4 above" of paragraphs on both sides of it',
            'error: paragraph 4 (d) says "4 above" of itself',
        ],
    ),
    "the right direction": (
        reference_direction,
        {
            "preamble": ["p | *Guided* by paragraph [[a]] below,"],
            "operative": [
                "a | *Recalls* paragraphs [[b]] to [[c]] below;",
                ("b | *Urges* States:", ["b1 | To act;", "b2 | To act under subparagraph [[b1]] above;"]),
                "c | *Recalls* paragraph [[gone]] above and paragraph [[a]] of the present resolution.",
            ],
        },
        [],
    ),
    "one paragraph too many, one too few": (
        reference_plural,
        {"operative": [*FILLER, "d | *Recalls* paragraph [[first]] and [[second]] above, and paragraphs [[third]] above."]},
        ['warning: paragraph 4 (d) says "paragraph 1 and 2"', 'warning: paragraph 4 (d) says "paragraphs 3"'],
    ),
    "plurals that hold": (
        reference_plural,
        {
            "operative": [
                ("a | *Urges* States:", ["a1 | To act;", "a2 | To report;"]),
                "b | *Recalls* paragraph [[a1]] and [[a2]] above, paragraphs [[a1]] and [[a2]] above and paragraph [[a]] above;",
                "c | *Recalls* paragraphs [[a]] and [[b]] above and paragraphs [[a]] and 7 of another text.",
            ]
        },
        [],
    ),
    "labels out of sequence": (
        numbering,
        {
            "preamble": ["p=1. | *Noting* this,"],
            "operative": ["a | *Notes* this;", "b=4. | *Notes* that;", ("c | *Urges* States:", ["c1 | To act;", "c2=(d) | To report."])],
        },
        [
            'warning: preambular paragraph 1 (p) is labelled "1.", but should have no number',
            'warning: paragraph 4 (b) is labelled "4.", where "2." comes next',
            'warning: paragraph 5 (d) (c2) is labelled "(d)", where "(b)" comes next',
        ],
    ),
    "rows of another kind, and items that go on over a line without a label": (
        numbering,
        {
            "operative": [
                ("a | *Approves* the agenda:", ["a1=1. | Opening;", "a2=2. | Closing;"]),
                ("b | *Decides* on panels:", ["b1 | Opening;", "b2 | Closing;"]),
                "c= | Panel 1: halls;",
                ("d= | Panel 2: books;", ["d1=(c) | Chairs;", "d2=(d) | Speakers;"]),
                ("g | *Adopts* this plan:", ["g1=1.1 | Halls;", "g2=1.2 | Books;"]),
                "e | *Decides* to meet.",
            ]
        },
        [],
    ),
    "a number on a sole paragraph": (
        numbering,
        {"operative": ["a=1. | *Adopts* the following text:", "b= | The text."]},
        ['warning: paragraph 1 (a) is labelled "1.", but should have no number'],
    ),
    "labels in sequence, and free ones in an annex": (
        numbering,
        {
            "operative": ["a=1. | *Notes* this;", "b | *Notes* that;", "## s | Pensions", "c=1. | *Notes* more;", "d | *Notes* all."],
            "annex": ["e=7. | A rule", "f=3. | Another"],
        },
        [],
    ),
    "Ibid. after the wrong note, or after none": (
        ibid,
        {
            "preamble": ["a | *Recalling* these,[^one] those[^two] and others,[^three]"],
            "notes": {"one": "Ibid., para. 3.", "two": "A/79/1.", "three": ("Ibid., para. 7.", "one")},
        },
        [
            'error: footnote 1 (one) is "Ibid.", but no note stands before it',
            'error: footnote 3 (three) is "Ibid." for footnote 1 (one), but footnote 2 (two) stands before it',
        ],
    ),
    "Ibid. in a chain": (
        ibid,
        {
            "preamble": ["a | *Recalling* these,[^one] those[^two] and others,[^three]"],
            "notes": {"one": "A/79/1.", "two": ("Ibid., para. 3.", "one"), "three": ("Ibid., para. 7.", "one"), "never": "Ibid."},
        },
        [],
    ),
    "what is left of an adopted text": (
        adopted_remnants,
        {
            "symbol": "A/RES/79/124",
            "adopted": "4 December 2024",
            "basis": "on the report of the Sixth Committee (A/79/472, para. 7)",
            "meeting": "47th plenary meeting",
            "closing": "4 December 2024",
        },
        [
            'error: the symbol of an adopted text is left: "A/RES/79/124"',
            'error: the date of an adopted text is left: "4 December 2024"',
            'error: the bracket line of an adopted text is left: "on the report of the Sixth Committee (A/79/472, para. 7)"',
            'error: a closing line of an adopted text is left: "47th plenary meeting"',
            'error: a closing line of an adopted text is left: "4 December 2024"',
        ],
    ),
    "a clean masthead": (adopted_remnants, {"symbol": "A/C.6/81/L.5", "original": "English", "operative": FILLER}, []),
    "a note without its period": (
        note_period,
        {"preamble": ["a | *Recalling* this,[^n]"], "notes": {"n": "A/79/143"}},
        ["warning: footnote 1 (n) does not end with a period"],
    ),
    "notes with a period": (
        note_period,
        {"notes": {"n": "A/79/143.", "m": "United Nations, *Treaty Series*, vol. 500, No. 7310."}},
        [],
    ),
    "this resolution": (
        present_resolution,
        {"operative": ["a | *Decides* to review this resolution at its next session."]},
        ['warning: operative paragraph (a) says "this resolution"'],
    ),
    "the present resolution": (present_resolution, {"operative": ["a | *Recalls* the present resolution and these resolutions."]}, []),
    "a symbol in running text": (
        symbol_in_text,
        {"operative": [("a | *Recalls* A/RES/79/124;", ["b | And A/RES/ES-11/1."])]},
        ['warning: operative paragraph (a) has the symbol "A/RES/79/124"', 'warning: operative paragraph (a) (b) has the symbol "A/RES/ES-11/1"'],
    ),
    "nothing but blanks or a callout": (
        empty_paragraph,
        {
            "preamble": ["a | "],
            "operative": ["# h | ", ("b | *Urges* States:", ["b1 | ", "b2 | To act."]), "c | [^n]"],
            "notes": {"n": "A/79/143."},
        },
        [
            "error: preambular paragraph 1 (a) has no text",
            "error: heading (h) has no text",
            "error: paragraph 1 (a) (b1) has no text",
            "error: paragraph 2 (c) has no text",
        ],
    ),
    "words, a reference alone, and a table": (
        empty_paragraph,
        {"operative": ["# h | Loans", *FILLER, "d | [[first]]", Table("t", ((Cell(()),),))]},
        [],
    ),
    "marks typed with too few brackets": (
        bracketed_id,
        {
            "operative": ["condemns-acts | *Condemns* such acts;", "b | *Recalls* paragraph [condemns-acts] above [report]."],
            "notes": {"report": "See [condemns-acts]."},
        },
        [
            'warning: paragraph 2 (b) has "[condemns-acts]" as plain text',
            'warning: paragraph 2 (b) has "[report]" as plain text',
            'warning: footnote (report) has "[condemns-acts]" as plain text',
        ],
    ),
    "marks, and brackets that hold no id of the text": (
        bracketed_id,
        {"operative": [*FILLER, r"d | *Recalls* paragraph [[first]] above,[^n] [sic] and \\[[first]]."], "notes": {"n": "A/79/143."}},
        [],
    ),
    "numbers typed before the text": (
        typed_number,
        {
            "preamble": ["a | 1. *Recalling* the Charter,"],
            "operative": ["b | 8. *Calls upon* States to act;", ("c | *Urges* States:", ["c1 | (a) To act;", "c2 | (iv) To report;", "c3 | b) To pay."])],
        },
        [
            'warning: preambular paragraph 1 (a) begins with the typed number "1."',
            'warning: paragraph 1 (b) begins with the typed number "8."',
            'warning: paragraph 2 (a) (c1) begins with the typed number "(a)"',
            'warning: paragraph 2 (b) (c2) begins with the typed number "(iv)"',
            'warning: paragraph 2 (c) (c3) begins with the typed number "b)"',
        ],
    ),
    "figures that are no numbers of paragraphs, and labels that are written": (
        typed_number,
        {"operative": ["a | 10 years have passed;", "b= | 1. A line of a quoted text;", "c | (in) vain;", "d | 2030 is near;", "e | [[a]]. Done."]},
        [],
    ),
    "everything written under the preamble": (
        empty_operative,
        {"preamble": ["a | *Recalling* the Charter,"], "operative": ["# h | Loans"]},
        ["warning: the text has no operative paragraph"],
    ),
    "a sole paragraph, from the library": (empty_operative, {"operative": [ClauseEntry("report", "report/request@1")]}, []),
    "sponsors as they signed": (
        sponsors_order,
        {"sponsors": ("Fiji", "Zambia", "Chile", "State of Palestine", "Türkiye")},
        [
            'warning: the sponsor "Chile" stands after "Fiji"',
            'warning: the sponsor "Türkiye" stands after "Zambia"',
        ],
    ),
    "sponsors in order, whatever their accents and brackets": (
        sponsors_order,
        {
            "sponsors": (
                "Angola", "Bahamas (The)", "Costa Rica", "Côte d’Ivoire", "Croatia", "Guinea", "Guinea-Bissau", "Türkiye",
                "Turkmenistan", "Zambia", "State of Palestine",
            )
        },
        [],
    ),
    "a symbol without its session": (
        symbol_form,
        {"symbol": "A/C.6/L5"},
        ['warning: the masthead has "A/C.6/L5", which is not formed as a document symbol'],
    ),
    "a symbol with a blank": (symbol_form, {"symbol": "A/C.6/81/L.___", "session": 81}, []),
    "the symbol of an adopted text": (symbol_form, {"symbol": "A/RES/74/261 B"}, []),
    "no symbol yet": (symbol_form, {"symbol": "___"}, []),
    "a note called again in a draft": (
        repeated_callout,
        {
            "session": 81,
            "preamble": ["a | *Recalling* the report,[^r]", "b | *Noting* the report,[^r]"],
            "operative": ["c | *Takes note* of the report.[^r]"],
            "notes": {"r": "A/79/143."},
        },
        [
            "warning: preambular paragraph 2 (b) calls [^r] again, which preambular paragraph 1 (a) calls",
            "warning: operative paragraph (c) calls [^r] again, which preambular paragraph 1 (a) calls",
        ],
    ),
    "a note called again in a text of the seventy-fourth session": (
        repeated_callout,
        {
            "session": 74,
            "adopted": "18 December 2019",
            "preamble": ["a | *Recalling* the report,[^r]", "b | *Noting* the report,[^r]"],
            "notes": {"r": "A/74/143."},
        },
        [],
    ),
    "an image left in the text, and one in an annex": (
        unread_block,
        {"operative": [*FILLER, Opaque("map", (Text("[map]"),), "image")], "annex": [Opaque("sum", (), "equation")]},
        [
            "warning: image (map) could not be read: what stands for it is printed",
            "warning: annex, equation (sum) could not be read: what stands for it is printed",
        ],
    ),
    "nothing unread": (unread_block, {"operative": FILLER}, []),
    "an image after the last paragraph, and one after the last subparagraph": (
        final_punctuation,
        {
            "operative": [
                "a | *Notes* the map:",
                Opaque("map", (Text("[map]"),), "image"),
                ("b | *Urges* States:", ["b-a | To act;", "b-b | To see.", Opaque("view", (Text("[view]"),), "image")]),
                Opaque("sum", (Text("[sum]"),), "equation"),
            ]
        },
        [],
    ),
    "a paragraph before an image that ends with nothing": (
        final_punctuation,
        {"operative": ["a | *Notes* the map", ("b | *Urges* States to act", [Opaque("map", (Text("[map]"),), "image")])]},
        [
            "error: paragraph 1 (a) ends with no punctuation mark, not with a semicolon",
            "error: paragraph 2 (b) ends with no punctuation mark, not with a period",
        ],
    ),
    "symbols in notes and tables": (
        symbol_in_text,
        {"operative": ["a | *Recalls* its resolution 79/124;", Table("t", ((Cell((Text("A/RES/79/124"),)),),))], "notes": {"n": "A/RES/79/124."}},
        [],
    ),
    "dates that official texts have got wrong, with the day, month or year of another": (
        citation_date,
        {
            "preamble": [
                "a | *Recalling* its resolution 78/69 of 5 December 2024,",
                "b | *Recalling also* its resolutions 78/31 of 6 December 2023 and 78/68 of 9 December 2023,",
                "c | *Recalling further* General Assembly resolutions 79/211 of 23 December 2024 and 79/40 of 7 December 2024,[^n]",
                "d | *Reaffirming* resolution 78/145\u00a0of 21\u00a0December 2023,",
            ],
            "notes": {"n": "See resolution 78/289 of 24 June 2024."},
        },
        [
            "warning: preambular paragraph 1 (a) cites 78/69 of 5 December 2024, but it was adopted on 5 December 2023",
            "warning: preambular paragraph 2 (b) cites 78/31 of 6 December 2023, but it was adopted on 4 December 2023",
            "warning: preambular paragraph 2 (b) cites 78/68 of 9 December 2023, but it was adopted on 5 December 2023",
            "warning: preambular paragraph 3 (c) cites 79/211 of 23 December 2024, but it was adopted on 19 December 2024",
            "warning: preambular paragraph 3 (c) cites 79/40 of 7 December 2024, but it was adopted on 2 December 2024",
            "warning: preambular paragraph 4 (d) cites 78/145 of 21 December 2023, but it was adopted on 19 December 2023",
            "warning: footnote 1 (n) cites 78/289 of 24 June 2024, but it was adopted on 19 June 2024",
        ],
    ),
    "a letter has a date of its own; numbers that the register does not know have the year of their session": (
        citation_date,
        {
            "operative": [
                "a | *Recalls* its resolutions 75/257 A of 7 July 2021 and 75/257 B of 31 December 2020;",
                "b | *Recalls* its resolutions 79/990 of 5 December 2025 and 79/991 of 31 June 2025.",
            ]
        },
        [
            "warning: paragraph 1 (a) cites 75/257 A of 7 July 2021, but it was adopted on 31 December 2020",
            "warning: paragraph 1 (a) cites 75/257 B of 31 December 2020, but it was adopted on 7 July 2021",
            "warning: paragraph 2 (b) cites 79/990 of 5 December 2025, but its session went from September 2024 to September 2025",
            "warning: paragraph 2 (b) cites 79/991 of 31 June 2025, which is no day of the calendar",
        ],
    ),
    "right dates, September between two sessions, no date, and texts of other bodies": (
        citation_date,
        {
            "preamble": [
                "a | *Recalling* its resolutions 75/257 of 31 December 2020, 75/257 B of 7 July 2021 and 74/92 A and B of 13 December 2019,",
                "b | *Recalling also* its resolutions 79/990 of 5 September 2025, 80/991 of 12 September 2025 and 79/124,",
                "c | *Recalling* Human Rights Council resolutions 39/11 of 28 September 2018,[^n] 48/11 of 8 October 2021 and 52/14 of 3 April 2023,",
                "d | *Noting* the adoption, by the Commission for Asia at its seventy-second session, of resolution 72/7 of 19 May 2016,",
                "e | *Recalling* its decision 79/512 of 1 May 2020, Economic and Social Council resolution 2020/5 of 18 June 2020, "
                "Security Council resolution 2175 (2014) of 29 August 2014 and its resolution 217 A (III) of 10 December 1948,",
            ],
            "operative": ["f | *Notes* that such panels were convened through resolution 54/18 of 12 October 2023."],
            "notes": {"n": "See resolution 79/124."},
        },
        [],
    ),
}  # fmt: skip

EVERY_CASE = {
    (path.name, name): case
    for path in sorted(Path(__file__).parent.glob("test_*.py"))
    for name, case in (CASES if path.name == Path(__file__).name else run_path(str(path)).get("CASES", {})).items()
}
"""The cases of all files of this folder: each has its own in CASES."""


@pytest.mark.parametrize("case", EVERY_CASE.values(), ids=[f"{file} {name}" for file, name in EVERY_CASE])
def test_a_rule_finds_what_breaks_it_and_nothing_else(case, draft, findings):
    rule, text, expected = case
    assert findings(rule, draft(**text)) == expected


def test_every_rule_has_a_case_that_trips_and_one_that_passes():
    tripped = {rule for rule, _, expected in EVERY_CASE.values() if expected}
    passed = {rule for rule, _, expected in EVERY_CASE.values() if not expected}
    alone = {rule for rule in RULES if not rule.needs_prior}  # one that compares two texts has tests of its own
    assert alone - tripped == alone - passed == set()


def test_every_finding_carries_the_code_of_its_rule_a_fix_and_the_place_it_is_about(draft):
    for rule, text, _ in EVERY_CASE.values():
        for finding in rule(Subject(draft(**text))):
            assert finding.code == rule.name
            assert finding.fix


def test_a_rule_says_what_it_asks_for_in_one_sentence():
    assert dangling_reference.sentence == "A reference names a paragraph that is in the text and has a number (un-rules D3)."
    assert all(rule.sentence for rule in RULES)


def test_an_unknown_opening_is_told_the_known_one_it_is_like(draft):
    findings = list(unknown_opener(Subject(draft(preamble=["a | *Recaling* the Charter,"]))))
    assert [finding.fix for finding in findings] == ['perhaps "Recalling"']


def test_an_opening_of_the_other_part_is_told_so_and_a_rare_one_is_left_alone(draft):
    findings = list(unknown_opener(Subject(draft(preamble=["a | *Recalls* the Charter,", "b | *Expressing its boundless admiration* to all,"]))))
    assert [finding.fix for finding in findings] == [
        "open it with a participle: a verb in the present opens operative paragraphs",
        "keep it if it is meant: it is rare",
    ]


def test_a_mark_typed_with_too_few_brackets_is_shown_as_it_should_be(draft):
    text = draft(operative=["condemns | *Condemns* it;", "b | *Recalls* paragraph [condemns] above [report]."], notes={"report": "A/79/143."})
    assert [finding.fix for finding in bracketed_id(Subject(text))] == ["write [[condemns]]", "write [^report]"]


def test_a_wrong_date_is_put_right(draft):
    text = draft(preamble=["a | *Recalling* its resolutions 78/69 of 5 December 2024 and 79/990 of 5 December 2025,"])
    assert [finding.fix for finding in citation_date(Subject(text))] == ['write "78/69 of 5 December 2023"', "correct the number or the date"]


def test_a_sponsor_is_told_its_place(draft):
    text = draft(sponsors=("Fiji", "Chile", "State of Palestine", "Zambia"))
    assert [finding.fix for finding in sponsors_order(Subject(text))] == [
        'put it before "Fiji": the order is alphabetical',
        "put the State of Palestine last",
    ]


def test_blanks_and_remnants_are_errors_only_in_an_l_document(draft):
    text = draft(operative=["a | *Decides* to meet."], symbol="A/C.6/81/L.___", adopted="4 December 2024", meeting="47th plenary meeting")
    assert [(each.code, each.severity) for each in check(text)] == [("open-blank", Severity.INFO)]
    assert [(each.code, each.severity) for each in check(text, stage="l-document")] == [
        ("open-blank", Severity.ERROR),
        ("adopted-remnants", Severity.ERROR),
        ("adopted-remnants", Severity.ERROR),
    ]


def test_the_form_of_what_could_not_be_read_is_not_checked(draft):
    said = "this resolution ___ paragraph [[second]], [[third]] below, paragraph 3 above, [second] A/RES/79/124"
    unread = Opaque("map", parse(said), "image")
    assert check(draft(operative=[*FILLER[:2], "third | *Stresses* it.", unread])) == ()


def test_only_an_l_document_must_be_read_in_full(draft):
    frame = {"distribution": "Limited", "original": "English", "session": 81, "agenda": (AgendaItem("82", "Libraries of States"),)}
    text = draft(operative=["a | *Decides* to meet.", Opaque("map", (Text("[map]"),), "image")], **frame)
    assert check(text) == ()
    assert [(each.code, each.severity) for each in check(text, stage="l-document")] == [("unread-block", Severity.WARNING)]


def test_a_stage_that_is_none_is_refused(draft):
    with pytest.raises(ValueError, match="final"):
        check(draft(), stage="final")
