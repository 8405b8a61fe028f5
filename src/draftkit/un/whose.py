"""Whose resolution a text cites: the General Assembly's, or that of a body with its own numbers (un-rules D6).

    its resolution 79/124 of ...                                      the Assembly's
    Human Rights Council resolutions 39/11 of ... and 42/19 of ...    not
    the Human Rights Council, in its resolution 42/22 of ...          not
    the adoption by the Commission, at its 72nd session, of resolution 72/7 of ...    not
    General Assembly resolution 79/124 of ...                         the Assembly's
    the mandate of the Council and resolution 79/124                  not said
    resolution 46/17 of 22 March 2021                                 not: the forty-sixth session was long ago

The word "resolution" nearest before the number counts, and the body named just before that, or which acts "in its resolution".
A number with the very date that the register has is the Assembly's, whatever the words; where they say nothing, a date far
outside of the session tells that it is not.

Example:
    >>> is_assemblys("Recalling its resolution 79/124", 25), is_assemblys("Recalling Human Rights Council resolution 2/1", 42)
    (True, False)
"""

from __future__ import annotations

import re

from draftkit.un import register, sessions
from draftkit.un.citations import at, in_session

_B = r"[ \u00a0]"
_REACH = 700
"""So many characters before a number are read; the longest lists are of some five hundred."""

NEAR = 2
"""So many years off, a date is a slip; with more it may well be the number of another body."""

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
_NAME = rf"(?:(?:{_B}(?:and|for|in|of|on|the|to)){{0,3}}{_B}[A-Z][\w’\-\u2011]*,?){{0,12}}"
_DECIDED = rf"{_B}(?:decided|requested|affirmed|reaffirmed|stated|noted|recognized|recommended){_B}(?:in|by|through)"
_ADJACENT = re.compile(rf"\b{_BODIES}{_NAME}(?:,?{_B}(?:in|through)|{_DECIDED})?{_B}$")
"""What a resolution that is not "its" is of: "Commission on the Status of Women resolution", "the Council, in resolution"."""
_ADOPTING = re.compile(rf"\badopt(?:ion|ed|s|ing)?,?{_B}by{_B}[^;]{{0,80}}\b{_BODIES}\b[^;]{{0,80}}$")
_SENTENCE = re.compile(r"[;.:]\s+(?=[A-Z(])")


def is_assemblys(text: str, start: int) -> bool | None:
    """Whether the number at ``start`` is of a resolution of the Assembly; ``None`` where neither words nor date say it."""
    cited = at(text, start)
    number, day = (_plain(cited.number), _plain(cited.date)) if cited else ("", "")
    if day and (known := register.cited(number)) and known.date == day:
        return True
    said = _said(text, start)
    return False if said is None and day and _far_off(number, day) else said


def _far_off(number: str, day: str) -> bool:
    """Whether a date is too far outside of the session to be a slip."""
    if in_session(number, day) is not False:
        return False
    first, last = sessions.years(int(number.partition("/")[0]))
    return not first - NEAR <= int(day[-4:]) <= last + NEAR


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def _said(text: str, start: int) -> bool | None:
    """What the words before the number say."""
    before = _SENTENCE.split(text[max(0, start - _REACH) : start])[-1]
    nouns = [*_NOUN.finditer(before)]
    if not nouns or nouns[-1]["noun"].lower() == "decision":
        return None if not nouns else False
    lead = before[: nouns[-1].start()]
    named = [*_NAMED.finditer(lead)]
    its = _ITS.search(lead)
    if not named:
        return True if its else None
    if named[-1]["ours"]:
        return True
    if _ADOPTING.search(lead):
        return False
    if not its:
        return False if _ADJACENT.search(lead) else None
    subject = lead[: its.start()]
    return False if _ANOTHERS.search(subject) and not _AND.search(subject) else None
