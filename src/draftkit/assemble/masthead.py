"""The head of the first page as printed lines (un-rules A3, A4): what stands before the title.

In: a masthead. Out: its lines in printed order.

Example:
    >>> [line.text for line in masthead_lines(Masthead(symbol="A/C.6/81/L.7", session=81, sponsors=("Fiji", "Samoa")))][-2:]
    ['Eighty-first session', 'Fiji and Samoa: draft resolution']
"""

from __future__ import annotations

from collections.abc import Iterator

from draftkit.assemble.lines import Line, Role, Run
from draftkit.model import Masthead
from draftkit.un.sessions import capitalized
from draftkit.un.symbols import resolution_number


def masthead_lines(head: Masthead) -> Iterator[Line]:
    """The lines of the masthead in printed order (un-rules A3, A4), the title not among them."""
    if head.symbol or head.session:
        yield from _known_lines(head)
    for at, other in enumerate(head.others):
        yield Line(f"masthead.{Role.OTHER}.{at}", Role.OTHER, (Run(other),))


def _known_lines(head: Masthead) -> Iterator[Line]:
    fixed: list[tuple[Role, str]] = [
        (Role.PUBLISHER, "United Nations"),
        (Role.SYMBOL, head.symbol),
        (Role.ORGAN, head.organ),
        (Role.DISTRIBUTION, f"Distr.: {head.distribution}" if head.distribution else ""),
        (Role.ISSUED, head.issued),
        (Role.ORIGINAL, f"Original: {head.original}" if head.original else ""),
        (Role.SESSION, f"{capitalized(head.session)} session" if head.session else ""),
        (Role.COMMITTEE, "" if head.adopted else head.committee),
    ]
    for role, text in fixed:
        if text:
            yield Line(f"masthead.{role}", role, (Run(text),))
    for at, item in enumerate(head.agenda):
        if item.number:
            word = "items" if " and " in item.number or "," in item.number else "item"
            yield Line(f"masthead.agenda-item.{at}", Role.AGENDA_ITEM, (Run(f"Agenda {word} {item.number}"),))
        if item.title:
            yield Line(f"masthead.agenda-title.{at}", Role.AGENDA_TITLE, (Run(item.title),))
    if line := proposal(head):
        yield Line("masthead.proposal", Role.PROPOSAL, (Run(line),))
    if head.basis:
        yield Line("masthead.basis", Role.BASIS, (Run("["), Run(head.basis, italic=True), Run("]")))


def proposal(head: Masthead) -> str:
    """The line before the title: who adopted the text, or whose draft it is (un-rules A4, A5, A7).

    "" for an adopted text of which only the number is known, as of one pasted without its first page.
    """
    if head.heading:
        return head.heading
    if head.adopted:
        return f"Resolution adopted by the {head.organ} on {head.adopted}"
    if resolution_number(head.symbol):
        return ""
    if not head.sponsors:
        return "Draft resolution"
    *first, last = head.sponsors
    listed = f"{', '.join(first)} and {last}" if first else last
    return f"{listed}: draft resolution"
