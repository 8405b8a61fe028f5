"""The addendum to an L-document: the States that have joined its sponsors (un-rules A5, F).

In: a draft and the names of those that join. Out: a document of its own, with the masthead and the title of the draft.

Example:
    >>> addendum(text, ["Samoa", "Fiji"], 1).masthead.symbol
    'A/C.6/81/L.7/Add.1'
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from draftkit.assemble.issue.l_document import Issue, l_document
from draftkit.assemble.issue.sponsors import listed, sponsors
from draftkit.assemble.issue.symbols import issued
from draftkit.errors import DraftkitError
from draftkit.model import Heading, Paragraph, Part, Resolution, Text
from draftkit.un.symbols import BLANK

TITLE = "Addendum"


def addendum(text: Resolution, joining: Sequence[str], number: int) -> Resolution:
    """The addendum as a text.

    Raises:
        DraftkitError: nobody joins, a name that is no State, or one that is a sponsor already.
    """
    if not joining:
        raise DraftkitError("an addendum names the States that join", remedy='give them with --sponsors "Fiji, Samoa"')
    draft = l_document(text, Issue())
    names = sponsors(joining)
    if again := sorted(set(names) & set(draft.masthead.sponsors)):
        raise DraftkitError(f"sponsors of the draft already: {listed(again)}", remedy="give those alone that join")
    says = f"Add the following {'country' if len(names) == 1 else 'countries'} to the list of sponsors of draft resolution"
    body = (
        Heading("addendum", (Text(TITLE),)),
        Paragraph("add-sponsors", (Text(f"{says} {draft.masthead.symbol}:"),)),
        Paragraph("sponsors", (Text(listed(names)),)),
    )
    symbol = issued(draft.masthead.symbol, "Add", number)
    head = replace(draft.masthead, symbol=symbol, issued=BLANK)
    return Resolution(head, text.title, (Part(preamble=body, formula=()),))
