# ruff: noqa: E501  (texts stand on one line)
"""Fourteen pairs, each of one kind of change.

A pair says what its files cannot: which paragraphs were moved in truth, by words that each holds, and whether OLD holds
tracked changes itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from pairs.resolution import CLOSING, FRONT, PREAMBLE, RESOLUTION
from pairs.word import P, Table, Text, written


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts; ``files`` gives them as Word files that have no id in common."""

    name: str
    old: Text
    new: Text
    moved: tuple[str, ...] = ()
    tracked_before: bool = False

    def files(self) -> tuple[bytes, bytes]:
        return written(self.old, f"{self.name}, old"), written(self.new, f"{self.name}, new")


def _usual() -> Pair:
    new = RESOLUTION.edited(
        ("9 December 2021 and 78/818 of 19 December 2023", "9 December 2021, 78/818 of 19 December 2023 and 80/931 of 9 December 2025"),
        ("[^See A/79/412, paras. 12–19.]", ""),
        ("eleven observatories above 4,000 metres have", "fourteen observatories above 4,000 metres have"),
        ("observatories,[^A/80/217.]", "observatories,[^A/81/204.]"),
        ("training of observers,", "training of observers,[^See A/81/188, annex II.]"),
        ("30 June 2026", "30 June 2027"),
        ("of instruments, with", "of instruments and of their housings, with"),
        ("(b)\tThe number", "(c)\tThe number"),
        ("(c)\tThe cost", "(d)\tThe cost"),
        ("eighty-first session on the", "eighty-second session on the"),
        ("eighty-first session the item", "eighty-second session the item"),
    )
    new = new.with_block(P("(b)\tThe languages in which instruction is given;", "ItemText"), "The number of observers")
    return Pair("usual", RESOLUTION, new.moved("Bearing in mind", "Noting with concern"), ("small mountainous States",))


def _notes() -> Pair:
    new = RESOLUTION.edited(
        ("[^United Nations, *Treaty Series*, vol. 2931, No. 51204.]", "[^United Nations, *Treaty Series*, vol. 3014, No. 51204.]"),
        ("[^See A/79/412, paras. 12–19.]", ""),
        ("spare parts,", "spare parts,[^See *Official Records of the General Assembly, Eightieth Session*, 42nd meeting.]"),
        ("at night;[^See also resolution 76/803, annex.]", "at night;"),
        ("[^ST/SGB/2013/4.]", "[^ST/SGB/2013/4 and Amend.1.]"),
    )
    return Pair("notes", RESOLUTION, new)


def _split_and_merge() -> Pair:
    new = RESOLUTION.edited(
        (" serves all peoples, and that no", " serves all peoples,\n\n*Reaffirming also* that no"),
        ("training of observers,", "training of observers, and bearing in mind the needs of small mountainous States, in particular "
         "those that are landlocked,"),
    )  # fmt: skip
    return Pair("split and merge", RESOLUTION, new.without("Bearing in mind"))


def _formats() -> Pair:
    old = RESOLUTION.edited(("the report of the Secretary-General and", "the report of the **Secretary-General** and"))
    new = RESOLUTION.edited(
        ("*Recalling also*", "*Recalling* also"),
        ("*Noting with concern*", "*Noting* with concern"),
        ("*Treaty Series*", "Treaty Series"),
        ("as a matter of priority", "*as a matter of priority*"),
        ("throughout the year", "**throughout the year**"),
    )
    at = new.place("Resolution adopted")
    blocks = tuple(P(block.text, "Heading2") if n == at and isinstance(block, P) else block for n, block in enumerate(new.blocks))
    return Pair("formats", old, replace(new, blocks=blocks))


_ROWS = (
    ("Observatory", "Height (metres)", "Opened", "Remarks"),
    ("Chajnapata", "4,210", "1987", "Road closed from May to August"),
    ("Ganda Pass", "4,655", "1991", "Open all year"),
    ("Lower Suri", "3,980", "2004", "Two instruments out of use"),
    ("Tarkhan", "4,402", "1978", "To be moved by 2028"),
    ("Upper Suri", "5,012", "2011", "Open all year; no power at night"),
    ("Vellano", "4,120", "1969", "Closed"),
)


def _table() -> Pair:
    edited = ("Lower Suri", "3,980", "2004", "Three instruments out of use")
    inserted = ("Kesh Ridge", "4,318", "2025", "New; four observers in training")
    rows = (*_ROWS[:3], inserted, edited, *_ROWS[5:])
    title = P("Annex\nObservatories above 3,900 metres", "Heading2")
    old, new = (replace(RESOLUTION, blocks=(*RESOLUTION.blocks, title, Table(held), P("", "Normal"))) for held in (_ROWS, rows))
    return Pair("table", old, new)


def _header() -> Pair:
    new = replace(
        RESOLUTION.edited(("30 June 2026", "30 June 2027")),
        masthead="United Nations\tA/C.2/81/L.31",
        header="**A/C.2/81/L.31**\tCooperation among high mountain observatories",
        footer="{=PAGE|2}/4\t26-18842",
    )
    return Pair("header", RESOLUTION, new)


def _numbers() -> Pair:
    items = (
        ("", "*Takes note* of the report of the Secretary-General;"),
        ("_Ref20801", "*Calls upon* Member States to keep the access roads to observatories open throughout the year;"),
        ("", "*Invites* the regional commissions to submit information on the cost of spare parts;"),
        ("_Ref20802", "*Decides* to establish a voluntary fund for the travel of experts from developing countries;"),
        ("", "*Requests* Member States to report on the measures taken under paragraph {=REF _Ref20801 \\r \\h|FIRST} above and on their "
         "contributions to the fund established under paragraph {=REF _Ref20802 \\r \\h|SECOND} above;"),
        ("", "*Decides* to review the question at its eighty-second session."),
    )  # fmt: skip

    def blocks(first: str, second: str) -> tuple[P, ...]:
        said = (text.replace("FIRST", first).replace("SECOND", second) for _, text in items)
        return tuple(
            P(f"{{#{name}|{text}}}" if name else text, level=0) for (name, _), text in zip(items, said, strict=True)
        )

    old = Text((*FRONT, *PREAMBLE, *blocks("2", "4"), *CLOSING))
    new = Text((*FRONT, *PREAMBLE, *blocks("3", "5"), *CLOSING)).edited(
        ("report on the measures taken", "report in writing on the measures taken"),
    )
    return Pair("numbers", old, new.with_block(P("*Endorses* the recommendations contained therein;", level=0), "{#_Ref20801"))


def _moves() -> Pair:
    new = RESOLUTION.moved("Having considered", "Recalling also")
    new = new.edited(
        ("1.\t*Takes", "2.\t*Takes"), ("2.\t*Calls", "3.\t*Calls"), ("paragraph 2 above", "paragraph 3 above"),
        ("3.\t*Encourages", "4.\t*Encourages"), ("4.\t*Requests", "5.\t*Requests"), ("5.\t*Invites", "6.\t*Invites"),
        ("6.\t*Urges*", "1.\t*Urges*"), ("States that have not yet done so to consider", "all States that have not yet done so to consider"),
        ("paragraphs 3 and 5 above", "paragraphs 4 and 6 above"),
    )  # fmt: skip
    return Pair("moves", RESOLUTION, new.moved("Urges", "Takes note"), ("Having considered", "becoming parties to the Charter"))


def _links() -> Pair:
    old = RESOLUTION.edited(
        ("the report of the Secretary-General on the state", "the {>https://undocs.org/A/80/217|report of the Secretary-General} on the state"),
        ("Outer Space Affairs", "Outer\u2011Space Affairs"),
        ("Secretary-General to convene", "Secretary\u2011General to convene"),
        ("full interpretation services", "full inter\u00adpretation services"),
        ("9 December 2025*", "9 December 2025*\nNew York"),
    )
    old = old.edited(("contained therein", "contained {>https://undocs.org/A/80/217/Add.1|in its addendum}"))
    new = RESOLUTION.edited(
        ("the report of the Secretary-General on the state", "the {>https://undocs.org/A/81/204|report of the Secretary-General} on the current state"),
        ("Secretary-General to convene", "Secretary\u2011General to convene"),
        ("9 December 2025*", "9 December 2025*"),
        ("contained therein", "contained {>https://undocs.org/A/80/217/Add.1|in its second addendum}"),
        ("voluntary fund for the travel", "voluntary fund\nfor the travel"),
        ("mountain observatories”.", "mountain observatories”.\f"),
    )  # fmt: skip
    return Pair("links", old, new)


def _quotes() -> Pair:
    old = RESOLUTION.edited(("“Cooperation among high mountain observatories”", '"Cooperation among high mountain observatories"'))
    old = old.edited(("paras. 12–19", "paras. 12-19"), ("30 June 2026", "30\u00a0June 2026"), ("free of charge", "free  of charge"))
    new = RESOLUTION.edited(
        ("spare parts,", "spare parts – wherever they are made –"),
        ("4,000 metres", "4,000\u00a0metres"),
        ("paragraph 2 above", "paragraph\u00a02 above"),
        ("the Charter as a matter", "the Union’s Charter as a matter"),
        ("A/80/931, para. 14", "A/80/931,\u00a0para. 14"),
    )
    return Pair("quotes", old, new)


def _tracked_before() -> Pair:
    old = RESOLUTION.edited(
        ("since 2021 because", "since {-2021-}{+2020+} because"),
        ("open throughout the year", "open {+and lit +}throughout the year"),
        ("2.\t*Calls", "2.\t{-*Calls*-}{+*Appeals*+}*"),
        ("upon* Member States to keep", "to* Member States to keep"),
        ("at night;[^See also resolution 76/803, annex.]", "at night;{+[^See also resolution 76/803, annex.]+}"),
    )
    new = RESOLUTION.edited(
        ("since 2021 because", "since 2020 because"),
        ("open throughout the year", "open and lit throughout the whole year"),
        ("*Calls upon* Member States to keep", "*Appeals to* Member States to keep"),
        ("30 June 2026", "30 June 2027"),
        ("for the travel of experts", "for the travel and the lodging of experts"),
    )
    return Pair("tracked before", old, new, tracked_before=True)


_MEASURES = ("the survey of", "the repair of", "the lighting of", "the staffing of", "the heating of", "access to", "the renaming of", "the closing of")
_PLACES = (
    "the northern domes", "the guest house", "the cable car", "the weather mast", "the lower road", "the upper road", "the archive",
    "the workshop", "the mirror hall", "the power house",
)  # fmt: skip


def _typed(numbers: list[int], inserted: tuple[int, ...] = ()) -> tuple[P, ...]:
    """Operative paragraphs with typed numbers; the last one refers to another."""
    out = []
    for at, n in enumerate(numbers, 1):
        what = f"{_MEASURES[n % 8]} {_PLACES[n // 8 % 10]}"
        text = f"*Approves* the sum of {n + 3},{(n * 37) % 900 + 100} dollars for {what} in the biennium 2026–2027"
        if n in inserted:
            text = f"*Regrets* that nothing was said in the report about observers from island States (group {n - 1000})"
        out.append(P(f"{at}.\t{text};"))
    return tuple(out)


def _renumbered() -> Pair:
    numbers = list(range(80))
    after = [n for n in numbers if n != 52]
    for at, n in ((10, 1001), (31, 1002), (70, 1003)):
        after.insert(at, n)
    old = Text((*FRONT, *PREAMBLE, *_typed(numbers), *CLOSING))
    return Pair("renumbered", old, Text((*FRONT, *PREAMBLE, *_typed(after, (1001, 1002, 1003)), *CLOSING)))


def _long() -> Pair:
    def paragraph(n: int, *, later: bool) -> P:
        session, year = ("eighty-second", 2027) if later and n % 10 == 0 else ("eighty-first", 2026)
        what = f"{_MEASURES[n % 8]} {_PLACES[n // 8 % 10]} of district {n // 80 + 1}"
        note = f"[^A/{80 + n % 3}/{100 + n}, para. {n % 40 + 1}.]" if n % 25 == 0 else ""
        return P(
            f"{n}.\t*Requests* the Secretary-General to report at its {session} session on {what}, and to submit by {n % 28 + 1} May "
            f"{year} an account of the {n * 13 % 700 + 20} working days spent on it;{note}"
        )

    old, new = (
        Text((*FRONT, *PREAMBLE, *(paragraph(n, later=later) for n in range(1, 587)), *CLOSING)) for later in (False, True)
    )
    return Pair("long", old, new)


_KINDS: tuple[Callable[[], Pair], ...] = (
    _usual, _notes, _split_and_merge, _formats, _table, _header, _numbers, _moves, _links, _quotes, _tracked_before, _renumbered, _long,
)  # fmt: skip

PAIRS = (*(kind() for kind in _KINDS), Pair("no change", RESOLUTION, RESOLUTION))
"""In the order in which they are printed."""
