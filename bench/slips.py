"""One hundred seeded slips: good texts, into each of which one slip is put, and how many of these ``draftkit check`` finds.

    python bench/slips.py                    one hundred, of every rule in turn, into official texts
    python bench/slips.py --count 500 --seed 2
    python bench/slips.py --rule DK707 --count 20    slips of one rule alone

A slip is found if its own rule finds something at the place where it was put, and found less there before. Where the official
texts are missing, those of examples/ are taken. What a slip is, is a line of ``SLIPS``; a text that has no place for it is passed
over.
"""

from __future__ import annotations

import argparse
import random
import re
from dataclasses import replace
from pathlib import Path

from edits import (
    NEW,
    Put,
    Slipped,
    added,
    anywhere,
    in_operative,
    of_masthead,
    of_paragraph,
    of_part,
    of_part_whole,
    swap,
    tail,
    where_it_says,
    with_content,
    with_note,
)
from texts import official

from draftkit import inline
from draftkit.checks import RULES, Rule, Subject
from draftkit.model import Block, Callout, Heading, Note, Opaque, Paragraph, Ref, Resolution, Scheme, Text
from draftkit.readers import read
from draftkit.tree import Section, map_sections
from draftkit.un import dates, sessions

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
TRIES = 1_500
LONGEST = 80
"""Texts with more paragraphs are passed over: the time is better spent on others."""


def main() -> None:
    """Put the slips, look for them, and say which were missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rule", help="slips of one rule, by its code or name")
    wished = parser.parse_args()
    chance = random.Random(wished.seed)
    texts = [text for text in _texts() if sum(1 for _ in of_part(text[1], "")) <= LONGEST]
    rules = [rule for rule in RULES if rule.name in SLIPS and wished.rule in (None, rule.code, rule.name)]
    without = [rule.name for rule in RULES if rule.name not in SLIPS]
    missed, nowhere, found = [], [], 0
    for at in range(wished.count):
        rule = rules[at % len(rules)]
        made = _made(rule, texts, chance)
        if made is None:
            nowhere.append(rule.name)
            continue
        name, before, slipped = made
        if _times(rule, slipped.resolution, slipped) > _times(rule, slipped.before or before, slipped):
            found += 1
        else:
            missed.append(f"{rule.code} {rule.name}: {name}, {slipped.place or 'anywhere'}")
    put = wished.count - len(nowhere)
    print(f"{found} of {put} slips found, each by its own rule at its place ({found / max(put, 1):.0%}); {len(rules)} rules")
    for line in missed:
        print(f"missed: {line}")
    if nowhere:
        print(f"no text has a place for a slip of {', '.join(sorted(set(nowhere)))}")
    if without:
        print(f"no slip is known of {', '.join(without)}")


def _texts() -> list[tuple[str, Resolution]]:
    kept = [(symbol, resolution) for _, symbol, _, resolution in official()]
    return kept or [(path.name, read(path).resolution) for path in sorted(EXAMPLES.glob("A_RES_*"))]


def _made(rule: Rule, texts: list[tuple[str, Resolution]], chance: random.Random) -> tuple[str, Resolution, Slipped] | None:
    for _ in range(TRIES):
        name, text = chance.choice(texts)
        if slipped := SLIPS[rule.name](text, chance):
            return name, text, slipped
    return None


def _times(rule: Rule, resolution: Resolution, slipped: Slipped) -> int:
    """How often the rule finds something at the place of the slip."""
    found = rule(Subject(resolution, slipped.prior))
    return sum(not slipped.place or finding.paragraph == slipped.place for finding in found)


# --- Slips that are no words ---------------------------------------------------------------------------------------


def _opening(new: str) -> Put:
    """Another opening phrase."""

    def change(paragraph: Paragraph, _: random.Random) -> Paragraph | None:
        first = paragraph.content[0] if paragraph.content else None
        if not isinstance(first, Text) or not first.italic or not first.text.strip().isalpha():
            return None
        return replace(paragraph, content=(replace(first, text=new), *paragraph.content[1:]))

    return of_paragraph(change, top=True)


def _roman_opening(paragraph: Paragraph, _: random.Random) -> Paragraph | None:
    first = paragraph.content[0] if paragraph.content else None
    if not isinstance(first, Text) or not first.italic:
        return None
    return replace(paragraph, content=inline.join((replace(first, italic=False), *paragraph.content[1:])))


def _same_opening(resolution: Resolution, chance: random.Random) -> Slipped | None:
    return swap("^(?:Also|Further) (\\w)", lambda match: match[1].upper(), "operative", italic=True)(resolution, chance)


def _small_subparagraph(paragraph: Paragraph, _: random.Random) -> Paragraph | None:
    items = [item for item in paragraph.items if isinstance(item, Paragraph)]
    first = items[0].content[0] if items and items[0].content else None
    if not isinstance(first, Text) or first.italic or not re.match("[A-Z][a-z]", first.text):
        return None
    small = replace(items[0], content=(replace(first, text=first.text[0].lower() + first.text[1:]), *items[0].content[1:]))
    return replace(paragraph, items=tuple(small if item is items[0] else item for item in paragraph.items))


def _lone_section(resolution: Resolution, _: random.Random) -> Slipped | None:
    if len(resolution.parts) > 1 or any(isinstance(block, Heading) for block in resolution.parts[0].operative):
        return None
    return Slipped(in_operative(resolution, Heading(NEW, (Text("Libraries"),), Scheme.ROMAN), 0), NEW)


def _comma_for_semicolon(paragraph: Paragraph, _: random.Random) -> Paragraph | None:
    last = paragraph.content[-1] if paragraph.content else None
    if not isinstance(last, Text) or not last.text.endswith(";"):
        return None
    return replace(paragraph, content=(*paragraph.content[:-1], replace(last, text=last.text[:-1] + ",")))


def _gone_target(paragraph: Paragraph, _: random.Random) -> Paragraph | None:
    at = next((at for at, piece in enumerate(paragraph.content) if isinstance(piece, Ref)), None)
    if at is None:
        return None
    return replace(paragraph, content=(*paragraph.content[:at], Ref("gone-for-good"), *paragraph.content[at + 1 :]))


def _singular(paragraph: Paragraph, _: random.Random) -> Paragraph | None:
    """ "Paragraph" before several references."""
    content = paragraph.content
    for at, (before, first, between, second) in enumerate(zip(content, content[1:], content[2:], content[3:], strict=False)):
        several = isinstance(first, Ref) and isinstance(second, Ref) and first.target != second.target
        if several and between == Text(" and ") and isinstance(before, Text) and before.text.endswith("paragraphs "):
            single = replace(before, text=before.text.removesuffix("s ") + " ")
            return replace(paragraph, content=(*content[:at], single, *content[at + 1 :]))
    return None


def _changed_target(resolution: Resolution, chance: random.Random) -> Slipped | None:
    known = {each.id: each for each in of_part(resolution, "operative")}
    found = [
        (each.id, piece.target)
        for each in known.values()
        for piece in each.content
        if isinstance(piece, Ref) and piece.target in known and piece.target != each.id
    ]
    if not found:
        return None
    owner, target = chance.choice(found)
    other = inline.parse("*Celebrates* the libraries of the whole world;")
    return Slipped(with_content(resolution, target, other), owner, prior=resolution)


def _again_dated(resolution: Resolution, chance: random.Random) -> Slipped | None:
    dated = re.compile(rf"its resolution (7\d/\d+ of {dates.DATE})")
    found = [match[1] for each in of_part(resolution, "preamble") for match in dated.finditer(inline.plain(each.content))]
    return tail(f", in the light of its resolution {chance.choice(found)}")(resolution, chance) if found else None


def _called_again(resolution: Resolution, chance: random.Random) -> Slipped | None:
    if not resolution.notes or resolution.masthead.session < 76:  # before that, indicators were repeated
        return None
    called = tail(f" and others[^{chance.choice(resolution.notes).id}]")(resolution, chance)
    return replace(called, place="") if called else None


def _new_note(source: str | None, *, near: bool) -> Put:
    """A new note, with the words of an earlier one unless others are given; ``near``: called right behind the earlier one."""

    def put(resolution: Resolution, chance: random.Random) -> Slipped | None:
        sources = [note for note in resolution.notes if note.content and not note.ibid]
        able = [note for note in sources if re.match(r"A/\d", inline.plain(note.content))]
        if not able:
            return None
        old = chance.choice(able)
        note = Note(NEW, inline.parse(source) if source else old.content)
        calling = [each for each in of_part(resolution, "") if Callout(old.id) in each.content]
        if not calling or not near:
            called = tail(f" and others,[^{NEW}] which it values")(resolution, chance)
            return Slipped(with_note(called.resolution, note, old.id), f"note {NEW}") if called and not near else None
        at = calling[0].content.index(Callout(old.id)) + 1
        content = (*calling[0].content[:at], Text(" and others,"), Callout(NEW), *calling[0].content[at:])
        return Slipped(with_note(with_content(resolution, calling[0].id, inline.join(content)), note, old.id), f"note {NEW}")

    return put


def _late_ibid(resolution: Resolution, chance: random.Random) -> Slipped | None:
    able = [at for at in range(2, len(resolution.notes)) if not resolution.notes[at].ibid]
    if not able:
        return None
    at = chance.choice(able)
    note = replace(resolution.notes[at], content=inline.parse("Ibid."), ibid=resolution.notes[at - 2].id)
    return Slipped(replace(resolution, notes=(*resolution.notes[:at], note, *resolution.notes[at + 1 :])), f"note {note.id}")


def _callout_before_comma(paragraph: Paragraph, _: random.Random) -> Paragraph | None:
    for at, (piece, callout) in enumerate(zip(paragraph.content, paragraph.content[1:], strict=False)):
        if isinstance(piece, Text) and isinstance(callout, Callout) and re.search("[a-z],$", piece.text):
            moved = (replace(piece, text=piece.text[:-1]), callout, Text(","))
            return replace(paragraph, content=inline.join((*paragraph.content[:at], *moved, *paragraph.content[at + 2 :])))
    return None


_REPORT = re.compile("(?:Takes note of|Welcomes|Having considered|Taking note of) the report of the Secretary-General")


def _older_report(resolution: Resolution, chance: random.Random) -> Slipped | None:
    """The symbol of a report of three sessions before, in the note of a report that is considered."""
    able = [each for each in of_part(resolution, "") if _REPORT.match(inline.plain(each.content))]
    notes = {piece.note for each in able for piece in each.content if isinstance(piece, Callout)}
    older = swap(r"^A/(7\d)/(\d+)\.$", lambda match: f"A/{int(match[1]) - 3}/{match[2]}.", "note")
    kept = tuple(note for note in resolution.notes if note.id in notes)
    made = older(replace(resolution, notes=kept), chance) if kept else None
    if not made:
        return None
    changed = {note.id: note for note in made.resolution.notes}
    whole = tuple(changed.get(note.id, note) for note in resolution.notes)
    return Slipped(replace(resolution, notes=whole), "")


def _without_note(resolution: Resolution, _: random.Random) -> Slipped | None:
    """The first report of the Secretary-General that a text names, without its note."""
    paragraphs = of_part(resolution, "")
    named = [each for each in paragraphs if "of the Secretary-General" in inline.plain(each.content).replace("\u00a0", " ")]
    first = named[0] if named else None
    if first is None or not _REPORT.match(inline.plain(first.content)):
        return None
    kept = tuple(piece for piece in first.content if not isinstance(piece, Callout))
    if len(kept) == len(first.content):
        return None
    return Slipped(with_content(resolution, first.id, inline.join(kept)), first.id)


def _agenda_before_last(resolution: Resolution, _: random.Random) -> Slipped | None:
    last = resolution.parts[-1].operative[-1:]
    if len(resolution.parts) != 1 or not last or not isinstance(last[0], Paragraph) or len(resolution.parts[0].operative) < 3:
        return None
    if not re.match("Decides to include in the provisional agenda", inline.plain(last[0].content)):
        return None

    def change(section: Section, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return (*blocks[:-2], blocks[-1], blocks[-2]) if section is Section.OPERATIVE else blocks

    return Slipped(map_sections(resolution, change), last[0].id)


def _draft(resolution: Resolution) -> Resolution:
    """The text as an L-document."""
    head = replace(resolution.masthead, symbol="A/C.6/81/L.7", distribution="Limited", session=81, original="English")
    head = replace(head, adopted="", basis="", issued="", committee="Sixth Committee")
    parts = tuple(replace(part, meeting="", adopted="") for part in resolution.parts)
    return replace(resolution, masthead=head, parts=parts)


def _of_draft(**fields: object) -> Put:
    def put(resolution: Resolution, _: random.Random) -> Slipped:
        draft = _draft(resolution)
        return Slipped(replace(draft, masthead=replace(draft.masthead, **fields)), "", before=draft)  # type: ignore[arg-type]

    return put


def _title(change: str) -> Put:
    def put(resolution: Resolution, _: random.Random) -> Slipped | None:
        text = inline.plain(resolution.title)
        return Slipped(replace(resolution, title=(Text(text + change),)), "title") if len(resolution.parts) == 1 else None

    return put


def _nearly_the_item(resolution: Resolution, _: random.Random) -> Slipped | None:
    title = next((item.title for item in resolution.masthead.agenda if len(item.title.split()) > 4), "")
    nearly = re.sub(r"(?<=[a-z]{4})s\b", "", title, count=1)
    return Slipped(replace(resolution, title=(Text(nearly),)), "title") if nearly != title else None


def _other_session(resolution: Resolution, _: random.Random) -> Slipped | None:
    head = resolution.masthead
    return Slipped(replace(resolution, masthead=replace(head, session=head.session - 1)), "masthead") if head.session else None


def _of_session_81(put: Put) -> Put:
    def changed(resolution: Resolution, chance: random.Random) -> Slipped | None:
        head = replace(resolution.masthead, session=81, symbol="A/RES/81/901")
        return put(replace(resolution, masthead=head), chance)

    return changed


def _no_annex(put: Put) -> Put:
    return lambda resolution, chance: None if any(part.annexes for part in resolution.parts) else put(resolution, chance)


def _american(match: re.Match[str]) -> str:
    return f"{match['month']} {match['day']}, {match['year']}"


def _in_figures(match: re.Match[str]) -> str:
    number = sessions.number(match[1])
    return f"{number}{'th' if number in (71, 72, 73) or number % 10 not in (1, 2, 3) else 'st'}" if number else match[0]


_AGENDA = "Decides to include in the provisional agenda of its "
_BARE = inline.parse("*The General Assembly*")
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine")

# --- The slips -----------------------------------------------------------------------------------------------------

SLIPS: dict[str, Put] = {
    "empty-paragraph": of_paragraph(lambda paragraph, _: None if paragraph.items else replace(paragraph, content=())),
    "empty-operative": of_part_whole(lambda part: replace(part, operative=())),
    "numbering": of_paragraph(lambda paragraph, _: replace(paragraph, label="99."), top=True),
    "typed-number": of_paragraph(lambda each, _: replace(each, content=(Text("7. "), *each.content), label=None), top=True),
    "bracketed-id": tail(" under paragraph \\[{id}] above"),
    "open-blank": tail(" by the end of ___"),
    "adopted-remnants": _of_draft(adopted="4 December 2024"),
    "unread-block": lambda resolution, _: Slipped(in_operative(resolution, Opaque(NEW, (Text("[map]"),), "image"), -1), NEW),
    "sponsors-order": of_masthead(sponsors=("Fiji", "Zambia", "Chile")),
    "symbol-form": of_masthead(symbol="A/RES 79-124"),
    "closing-lines": of_part_whole(lambda part: replace(part, meeting="45 plenary meeting"), ""),
    "formula": of_part_whole(lambda part: replace(part, formula=_BARE) if part.preamble else None, "formula"),
    "draft-frame": _of_draft(session=80),
    "title-form": _title("."),
    "title-and-item": _nearly_the_item,
    "sponsor-names": of_masthead(sponsors=("Iran", "Norway")),
    "subparagraph-opening": anywhere(of_paragraph(_small_subparagraph)),
    "lone-section": _lone_section,
    "annex-reference": _no_annex(tail(", as set out in the annex to the present resolution")),
    "unknown-opener": _opening("Reckons"),
    "opener-sequence": _same_opening,
    "opener-italics": of_paragraph(_roman_opening, top=True),
    "emphasis": tail(" and to do so *immediately*"),
    "final-punctuation": of_paragraph(_comma_for_semicolon, top=True),
    "quotation-marks": swap("“([^“”]*)”", '"\\1"'),
    "dashes": swap("(?<=[a-z]) – (?=[a-z])", " - "),
    "spacing": swap(r"(?<=[a-z]), (?=[a-z])", " , "),
    "abbreviations": swap(r"(?<=\d) per cent", "%"),
    "dangling-reference": of_paragraph(_gone_target),
    "unresolved-reference": tail(" as decided in paragraph 1 above"),
    "reference-direction": swap("^ above", " below"),
    "reference-plural": of_paragraph(_singular, ""),
    "reference-unit": swap(r"\bparagraph (?=\d)", "para. "),
    "charter-article": swap(r"\bArticle (?=\d+[^.;,“]* of the Charter of the United Nations)", "article "),
    "reference-list": swap(r"paragraphs (\d+) and (\d+)(?! \()", r"paragraphs \2 and \1"),
    "reference-changed": _changed_target,
    "look-alike": tail(" and in paragraph [[{id}]] of its resolution 66/246"),
    "symbol-in-text": swap(r"resolution (?=7\d/\d+)", "resolution A/RES/"),
    "citation-date": swap(r"(its resolution 7\d/\d+ of \d+ \w+ )(\d{4})", lambda match: match[1] + str(int(match[2]) - 1)),
    "undated-first-mention": swap(rf"(its resolution 7\d/\d+) of {dates.DATE}", r"\1", "preamble"),
    "citation-form": tail(" in accordance with its resolution 2625(25)"),
    "dated-again": _again_dated,
    "citation-list": swap(rf"(its resolutions )(7\d/\d+ of {dates.DATE})( and )(7\d/\d+ of {dates.DATE})", r"\1\4\3\2"),
    "citation-plural": swap(r"its resolutions (?=7\d/\d+)", "its resolution "),
    "own-organ": swap(r"^ its resolution (?=\d)", " General Assembly resolution "),
    "entitled": swap(r"(its resolution 7[4-9]/[^“”;]{0,40}, entitled “[^“”]{20,}?) \w+ (?=[^“”]{10,}”)", r"\1 libraries "),
    "unadopted": swap(r"its resolution (7[4-9])/\d+", r"its resolution \1/899"),
    "decision-number": tail(" in accordance with its decision 72/124"),
    "dangling-note": tail(" and others[^no-such-note]"),
    "repeated-callout": _called_again,
    "ibid": _late_ibid,
    "note-period": swap(r"\.$", "", "note"),
    "callout-place": of_paragraph(_callout_before_comma, ""),
    "note-order": tail(" and others,^9^ which it values"),
    "source-twice": anywhere(_new_note(None, near=False)),
    "ibid-due": _new_note(None, near=True),
    "ibid-form": _new_note("Ibid para. 3.", near=True),
    "note-form": swap(r"^(A/\d+/\d+)\.$", r"\1 and Add.1.", "note"),
    "note-symbol": swap(r"^A/(\d+)/(\d+)", r"A/\1/ \2", "note"),
    "source-in-text": tail(" and the report of its Chair (A/81/2001)"),
    "missing-note": _without_note,
    "old-report-symbol": _older_report,
    "session-past": swap(r"(agenda of its )[\w-]+( session)", r"\1seventieth\2", "operative"),
    "session-cadence": where_it_says(
        f"(?s)^(?!.*report.*report).*{_AGENDA}",
        anywhere(swap(r"(to the General Assembly at its )[\w-]+( session a report)", r"\1ninety-ninth\2", "operative")),
    ),
    "report-without-item": where_it_says(
        f"(?s)submit to the General Assembly at its ([\\w-]+) session a report.*{_AGENDA}\\1 session",
        added("*Requests* the Secretary-General to submit to the General Assembly at its ninety-ninth session a report on it;"),
    ),
    "agenda-title": swap(r"(agenda of its [\w-]+ session[^“]* item entitled “\w+ )", r"\1new ", "operative"),
    "agenda-last": _agenda_before_last,
    "ordinal-form": swap(r"(seventy-[a-z]+)(?= session)", _in_figures),
    "session-masthead": _other_session,
    "supplement-session": swap(r"^( \(A/)(7\d)(?=/\d\d\))", lambda match: f"{match[1]}{int(match[2]) - 1}", "note"),
    "present-resolution": swap("the present resolution", "this resolution"),
    "date-form": swap(rf"\b(?P<day>\d{{1,2}}) (?P<month>{dates.MONTH}) (?P<year>\d{{4}})", _american),
    "number-form": swap(
        rf"\b({'|'.join(_NUMBERS)})(?= (?:Member States|States|countries|members|meetings|reports|experts)\b)",
        lambda match: str(_NUMBERS.index(match[1]) + 2),
    ),
    "money-form": swap(r"\b(\d[\d,]*\d) dollars", r"USD \1"),
    "pronouns": swap(r"\bhis or her\b", "his/her"),
    "gendered-terms": swap(r"\bthe Chair\b(?! of the Board)", "the Chairman"),
    "house-terms": swap(r"\b(?:organi|recogni|mobili|emphasi)z(?=\w)", lambda match: match[0][:-1] + "s"),
    "cost-trigger": added("*Decides* to convene an international conference on libraries in 2030;"),
    "short-form": swap(r"\bUnited Nations(?= (?:system|bodies|entities|Secretariat)\b)", "UN"),
    "first-mention-lost": tail(" together with the members of BIBLOX"),
    "repeated-word": swap(r" (of|the|to|in|and) (?=[a-z])", r" \1 \1 "),
    "house-latin": swap("inter alia", "inter-alia"),
    "house-style": _of_session_81(tail(" and of all health-care workers")),
}
"""For each rule a slip that it is for."""


if __name__ == "__main__":
    main()
