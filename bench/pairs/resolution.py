# ruff: noqa: E501  (texts stand on one line)
"""The invented resolution that most pairs begin from. Its numbers are typed, as in the official files."""

from __future__ import annotations

from pairs.word import P, Text

FRONT = (
    P("General Assembly", "Heading1"),
    P("Distr.: General\n9 December 2025", "Closing"),
    P("Eightieth session\nAgenda item 19 (*k*)", "Normal"),
    P("Resolution adopted by the General Assembly on 9 December 2025", "Heading1"),
    P("[*on the report of the Second Committee (A/80/931, para. 14)*]", "Normal"),
    P("80/931.\tCooperation among high mountain observatories", "Heading2"),
)

PREAMBLE = (
    P("*The General Assembly*,"),
    P("*Recalling* its resolutions 74/812 of 18 December 2019, 76/803 of 9 December 2021 and 78/818 of 19 December 2023,"),
    P(
        "*Recalling also* the Charter of the Union of High Mountain Observatories, opened for signature at La Paz on 4 May 1998,"
        "[^United Nations, *Treaty Series*, vol. 2931, No. 51204.]"
    ),
    P(
        "*Reaffirming* that the free exchange of observations among States serves all peoples, and that no observatory should be "
        "closed for want of spare parts,"
    ),
    P(
        "*Noting with concern* that eleven observatories above 4,000 metres have suspended their work since 2021 because of damage "
        "to access roads,[^See A/79/412, paras. 12–19.]"
    ),
    P("*Having considered* the report of the Secretary-General on the state of high mountain observatories,[^A/80/217.]"),
    P(
        "*Welcoming* the contribution of the Office for Outer Space Affairs and of the World Meteorological Organization to the "
        "training of observers,"
    ),
    P("*Bearing in mind* the needs of small mountainous States, in particular those that are landlocked,"),
)

OPERATIVE = (
    P("1.\t*Takes note* of the report of the Secretary-General and of the recommendations contained therein;"),
    P("2.\t*Calls upon* Member States to keep the access roads to observatories open throughout the year;"),
    P(
        "3.\t*Encourages* Member States and relevant organizations to share, free of charge, the observations made with the help of "
        "the measures taken under paragraph 2 above, including those made at night;[^See also resolution 76/803, annex.]"
    ),
    P(
        "4.\t*Requests* the Secretary-General to convene, not later than 30 June 2026, a meeting of experts on the repair of "
        "instruments, with full interpretation services;"
    ),
    P("5.\t*Invites* the regional commissions to submit to the meeting information on:"),
    P("(a)\tThe state of the access roads and of the power supply;", "ItemText"),
    P("(b)\tThe number of observers in training;", "ItemText"),
    P("(c)\tThe cost of spare parts in the past five years;", "ItemText"),
    P("6.\t*Urges* States that have not yet done so to consider becoming parties to the Charter as a matter of priority;"),
    P(
        "7.\t*Decides* to establish a voluntary fund for the travel of experts from developing countries, to be administered by the "
        "Secretary-General in accordance with the Financial Regulations and Rules of the United Nations;[^ST/SGB/2013/4.]"
    ),
    P(
        "8.\t*Requests* the Secretary-General to report to the General Assembly at its eighty-first session on the implementation of "
        "the present resolution, in particular paragraphs 3 and 5 above;"
    ),
    P(
        "9.\t*Decides* to include in the provisional agenda of its eighty-first session the item entitled “Cooperation among high "
        "mountain observatories”."
    ),
)

CLOSING = (P("*70th plenary meeting*\n*9 December 2025*", "Closing"),)

RESOLUTION = Text((*FRONT, *PREAMBLE, *OPERATIVE, *CLOSING))
