"""reference-unit: "paragraph 4" in the text, "para. 4" in a note (un-rules D5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from draftkit.assemble.mentions import unquoted
from draftkit.assemble.places import NOTE
from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Passage, Subject
from draftkit.checks.words import BLANK, once
from draftkit.inline import MARK
from draftkit.model import Callout, Finding, Severity, Text
from draftkit.un import sessions

_NUMBER = r"(?:\d{1,4}|[IVX]{1,6})\b"
_FULL = {"para": "paragraph", "sect": "section", "chap": "chapter", "art": "article"}
_SHORT = {"paragraph": "para.", "section": "sect.", "chapter": "chap."}
_IN_TEXT = re.compile(
    rf"\b(?P<short>para|sect|chap|art)(?P<plural>s?)\.{BLANK}?"
    rf"(?:(?P<number>{_NUMBER})|(?<!art\.)(?<!art\.[ \u00a0])(?=[({MARK}]))"
    rf"|\b[Oo]perative{BLANK}(?P<unit>paragraphs?)(?:{BLANK}(?P<at>\d{{1,3}}\b)|(?={BLANK}{MARK}))"
    rf"|\b[Pp]reambular{BLANK}paragraphs?{BLANK}(?P<preambular>\d{{1,2}})\b"
)
_IN_NOTE = re.compile(
    rf"(?:/[\w.()-]{{1,40}}|\)|\bannex(?:{BLANK}[IVX]{{1,6}})?|\b(?:chap|sect|part)\.?{BLANK}[IVX\d]{{1,6}}),{BLANK}"
    rf"(?P<words>(?P<unit>paragraph|section|chapter)(?P<plural>s?){BLANK}(?P<number>{_NUMBER}))"
)


@rule("DK305", "D5", Severity.WARNING, bad="in para. 4 of the report", good="in paragraph 4 of the report", mends=True)
def reference_unit(subject: Subject) -> Iterator[Finding]:
    """ "Paragraph", "section", "chapter" and "article" are written out in the text and short in notes (un-rules D5).

    Nor does a text call its own paragraphs "operative paragraph 4" or "preambular paragraph 4": the numbers are of the operative
    part alone, and a paragraph of the preamble is "the fourth preambular paragraph". What stands in quotation marks is left
    alone; so is, in notes, "article", which is as usual as "art.", and what follows an article: "article 2, paragraph 3".
    """
    for passage in subject.texts:
        yield from (_short if passage.owner.startswith(NOTE) else _written_out)(passage, subject.names[passage.owner])


def _written_out(passage: Passage, name: str) -> Iterator[Finding]:
    for match in _IN_TEXT.finditer(unquoted(passage.flat)):
        if match["preambular"]:
            fix = f'write "the {sessions.ordinal(int(match["preambular"]) or 1)} preambular paragraph"'
            yield _finding(name, passage, match.start(), match.end(), "", fix)
        elif match.end() in _callouts(passage) and not match["number"] and match["short"]:
            continue  # the sentence ends there: the mark is that of a note
        elif match["unit"]:
            number = f" {match['at']}" if match["at"] else ""
            yield _finding(name, passage, match.start(), match.end(), f"{match['unit']}{number}")
        else:
            unit = _FULL[match["short"]] + match["plural"]
            end = match.end() if match["number"] else match.start() + len(match[0].rstrip())
            yield _finding(name, passage, match.start(), end, f"{unit} {match['number']}" if match["number"] else unit)


def _callouts(passage: Passage) -> frozenset[int]:
    """Where the callouts of notes stand."""
    ends = accumulate((len(piece.text) if isinstance(piece, Text) else 1 for piece in passage.content), initial=0)
    return frozenset(at for at, piece in zip(ends, passage.content, strict=False) if isinstance(piece, Callout))


def _short(passage: Passage, name: str) -> Iterator[Finding]:
    for match in _IN_NOTE.finditer(unquoted(passage.flat)):
        unit = _SHORT[match["unit"]]
        if match["plural"]:
            unit = f"{unit[:-1]}s."
        yield _finding(name, passage, match.start("words"), match.end(), f"{unit} {match['number']}")


def _finding(name: str, passage: Passage, start: int, end: int, instead: str, fix: str = "") -> Finding:
    words, written = once(passage.flat, start, end, instead)
    message = f"{name} says {quoted(passage.flat[start:end])}"
    fix = fix or f'write "{instead}"'
    return Finding("reference-unit", Severity.WARNING, message, passage.owner, fix, words=words, instead=written)
