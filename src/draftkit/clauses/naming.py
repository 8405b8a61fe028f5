"""What a proposed clause is called: an id from its own words, and a title from its text.

Example:
    >>> id_of(["Évoque", "the", "lamps", "of", "old"]), title_of("*Notes* the {{ words }} of the lamps;")
    ('proposed/evoque-lamps-old', 'Notes the ... of the lamps')
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from draftkit import inline
from draftkit.clauses.lines import LITTLE

FAMILY = "proposed"
UNNAMED = "clause"
"""The name of a clause that has no word in Latin letters."""

LONGEST_NAME = 60
"""Characters of the name; the file of a clause is called after it, and a number may follow."""

LONGEST_TITLE = 12
"""Words of a title."""

_TELLING = 4
_BLANK = "..."
_LITTLE = frozenset("a an and as at by for from in its of on or that the their this to which with general assembly".split())
_FIELD = re.compile(r"\{\{.*?\}\}")


def id_of(own: Sequence[str]) -> str:
    """The id of a clause with these own words: its opening word and the first that tell something.

    Accents fall away, and words of other letters are left out: an id has a-z and digits alone.
    """
    opener, *rest = map(_latin, own)
    telling = [word for word in rest if word and word not in _LITTLE][:_TELLING]
    name = "-".join(word for word in (opener, *telling) if word)[:LONGEST_NAME].strip("-")
    return f"{FAMILY}/{name or UNNAMED}"


def _latin(word: str) -> str:
    """A word in small letters without accents; "" if that is no word of a-z and digits."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(sign))
    bare = bare.replace("_", "")
    return bare if bare.isascii() and bare.isalnum() else ""


def title_of(text: str) -> str:
    """The first words of a clause's text without its marks, up to its first blank if they say enough; "..." stands for one.

    Example:
        >>> title_of("*Requests* the Secretary-General to report to it at its {{ session | ordinal }} session;")
        'Requests the Secretary-General to report to it'
    """
    words = inline.plain(inline.parse(_FIELD.sub(_BLANK, text))).rstrip(",;:").split(" ")
    first = next((at for at, word in enumerate(words) if _BLANK in word), len(words))
    kept = words[: min(first if first >= _TELLING else len(words), LONGEST_TITLE)]
    if len(kept) == len(words):
        return " ".join(words)
    while len(kept) > 1 and (kept[-1] in LITTLE or kept[-1].strip("“”(),;:") in ("", _BLANK)):
        kept.pop()
    return " ".join(kept).rstrip(",;:")
