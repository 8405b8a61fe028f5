"""Whose resolution a text cites: the General Assembly's, or that of a body with its own numbers (un-rules D6).

    its resolution 79/124 of ...                                      the Assembly's
    Human Rights Council resolutions 39/11 of ... and 42/19 of ...    not
    the Human Rights Council, in its resolution 42/22 of ...          not
    the adoption by the Commission, at its 72nd session, of resolution 72/7 of ...    not
    General Assembly resolution 79/124 of ...                         the Assembly's

The word "resolution" nearest before the number counts, and the body named nearest before that in the same sentence.

Example:
    >>> is_assemblys("Recalling its resolution 79/124", 25), is_assemblys("Recalling Human Rights Council resolution 2/1", 42)
    (True, False)
"""

from __future__ import annotations

import re

_B = r"[ \u00a0]"
_REACH = 700
"""So many characters before a number are read; the longest lists are of some five hundred."""

_NOUN = re.compile(r"\b(?P<noun>[Rr]esolution|[Dd]ecision)s?\b")
_BODIES = (
    r"(?:Council|Commission|Conference|Congress|Forum|Programme|Organization|Authority|Agency|Union|Bank|Board|Tribunal|Parties|"
    r"Executive Committee|(?:Heritage|Heads|Health|Environment|Nations-Habitat|Habitat) (?:Committee|Assembly))"
)
_OURS = rf"(?:(?:General{_B})?(?<!Health )(?<!Environment )(?<!Habitat )Assembly)\b(?!{_B}of{_B}the{_B}(?!United{_B}Nations))"
_NAMED = re.compile(rf"\b(?:(?P<ours>{_OURS})|(?P<other>{_BODIES})\b)")
_ITS = re.compile(rf"\bits(?:{_B}(?:[a-z]+|,)){{0,4}}{_B}$")
_ANOTHERS = re.compile(rf"\b{_BODIES}(?:[^,;.]{{0,60}})?,?(?:{_B}(?:in|by|through|under|with|of|pursuant{_B}to|and))*{_B}$")
_AND = re.compile(rf"\band{_B}$|\bRecalling\b[^,]*$")
"""Behind these "its" may be the Assembly's again: "the report of the Council and its resolution"."""
_SENTENCE = re.compile(r"[;.:]\s+(?=[A-Z(])")


def is_assemblys(text: str, start: int) -> bool | None:
    """Whether the number at ``start`` is of a resolution of the Assembly; ``None`` where the words do not say it."""
    before = _SENTENCE.split(text[max(0, start - _REACH) : start])[-1]
    nouns = [*_NOUN.finditer(before)]
    if not nouns or nouns[-1]["noun"].lower() == "decision":
        return None if not nouns else False
    lead = before[: nouns[-1].start()]
    named = [*_NAMED.finditer(lead)]
    its = _ITS.search(lead)
    if not named:
        return True if its else None
    if named[-1]["ours"] or not its:
        return bool(named[-1]["ours"])
    subject = lead[: its.start()]
    return False if _ANOTHERS.search(subject) and not _AND.search(subject) else None
