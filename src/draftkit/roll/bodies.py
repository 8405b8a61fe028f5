"""Whose session it is: the General Assembly's, or that of a body with its own count (un-rules D11).

    to the General Assembly at its eightieth session                     the Assembly's
    the report of the Commission on the work of its eightieth session    the Commission's
    the main part of its eightieth session                               the Assembly's, whoever is named before

The body named last before it in the sentence is whose session it is, unless the words after it say so. A number that such
a body cannot have reached, but the Assembly has, is the Assembly's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from draftkit.inline import MARK, plain
from draftkit.model import Resolution
from draftkit.roll.step import Step
from draftkit.tree import contents
from draftkit.un import sessions
from draftkit.un.bodies import Body, bodies

_B = r"[ \u00a0]"


@dataclass(frozen=True, slots=True)
class Mention:
    """Ordinals before "session" or "sessions" in a text, each with its place; ``range``: from the first to the last.

    ``assembly``: whether they are sessions of the General Assembly. ``shared``: "at their seventy-sixth and forty-fourth
    sessions, respectively" of two bodies. ``body``: the key of another body, "" if it is not one of ``data/bodies.csv``.
    """

    ordinals: tuple[tuple[int, int, int], ...]  # (number, start, end)
    start: int
    end: int
    range: bool
    assembly: bool
    shared: bool = False
    body: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """What a text says of bodies: by the word that stands for one ("Commission") its key, and the step that it takes."""

    step: Step
    short: Mapping[str, str]


def named(resolution: Resolution, step: Step) -> Named:
    """The bodies that a text names in full, each by its short word if no other has the same one."""
    text = " ".join(plain(content) for _, content in contents(resolution))
    short: dict[str, set[str]] = {}
    for body in bodies().values():
        if body.name in text:
            short.setdefault(_head(body.name), set()).add(body.key)
    return Named(step, {word: keys.pop() for word, keys in short.items() if len(keys) == 1})


def mentions(text: str, known: Named | None = None) -> Iterator[Mention]:
    """The mentions of numbered sessions in a text, in order."""
    if "ession" not in text:
        return  # saves a long search
    ordinal, group, _, _ = _patterns()
    for match in group.finditer(text):
        if re.search(r"\b(?:special|emergency)\b", match[0], re.IGNORECASE):
            continue
        found = []
        for word in ordinal.finditer(match[0]):
            number = sessions.number(word[0])
            if number is not None:
                found.append((number, match.start() + word.start(), match.start() + word.end()))
        between = bool(re.search(rf"{_B}to{_B}", match[0]))
        shared = len(found) > 1 and bool(_RESPECTIVELY.match(text, match.end()))
        assembly, body = _whose(text, match.start(), match.end(), found[-1][0], known)
        yield Mention(tuple(found), match.start(), match.end(), between, assembly, shared, body)


_RESPECTIVELY = re.compile(rf",?{_B}respectively\b")

# --- Patterns ------------------------------------------------------------------------------------------------------

_ASSEMBLY = (
    r"(?:General )?(?<!Health )(?<!Environment )(?<!Parliamentary )(?<!Oceanographic Commission )Assembly\b(?! of (?:the )?[A-Z])"
)
_MAIN = r"(?:(?:First|Second|Third|Fourth|Fifth|Sixth|Main|Decolonization) Committees?\b)"
"""The Main Committees: their sessions are the Assembly's."""
_WORDS = (
    r"(?:Commission|[Cc]ommittee|Council|Conference|Congress|Meeting|Working Group|Board|Bureau|Subcommittee|Forum|Agency|"
    r"Authority|Tribunal|Parties|Body|Panel|Group of Experts|Governing|Organization|Union|Mechanism|Assembly)\b"
    r"(?! on Contributions to| report)"
)
_OF = re.compile(rf"\s*of{_B}(?:the{_B})?(?:{_ASSEMBLY}|{_MAIN})")
_OF_OTHER = re.compile(rf"\s*of{_B}(?:the|its|their){_B}(?=[A-Z])")
_THEN = re.compile(rf",{_B}the{_B}")
"""As in "Notes that, at its sixtieth session, the Legal Subcommittee"."""
_ITS_OWN = re.compile(
    rf"\b(?:agenda{_B}(?:of|for)|(?:main|resumed|first|second){_B}parts?{_B}of){_B}(?:its|the){_B}$", re.IGNORECASE
)
"""What stands before a session of the Assembly, whoever is named before."""
_WORK_OF = re.compile(rf"\b(?:work{_B}of|report{_B}on|in){_B}its{_B}$")
_ASKED = re.compile(r"\b(?:[Rr]equest|[Dd]ecide|[Ii]nvite|[Aa]uthorize)s?\b|\bconsideration\b|\btaking a decision\b")
_REACH = 1500
"""How many characters before a session are read for the body whose it is."""
_SENTENCE = re.compile(r"[;:.]\s")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """An ordinal; ordinals before "sessions"; a body, named in full, the Assembly or a short word; the short word of a name."""
    ordinal = re.compile(rf"\b{sessions.ORDINAL}\b", re.IGNORECASE)
    joined = rf"{sessions.ORDINAL}(?:{MARK}*(?:,|,?{_B}and|{_B}to|{_B}or){MARK}*{_B}{sessions.ORDINAL}){{0,5}}"
    words = rf"(?:{_B}(?:regular|substantive|annual|resumed|main|special|emergency|plenary)){{0,3}}"
    group = re.compile(rf"\b{joined}{MARK}*{words}{_B}sessions?\b", re.IGNORECASE)
    names = "|".join(re.escape(body.name) for body in sorted(bodies().values(), key=lambda body: -len(body.name)))
    organ = re.compile(rf"\b(?:(?P<name>{names})\b|(?P<assembly>{_ASSEMBLY}|{_MAIN})|(?P<word>{_WORDS}))")
    return ordinal, group, organ, re.compile(r"Subcommittee|Commission|Committee|Council|Conference|Meeting|Forum|Authority")


def _head(name: str) -> str:
    """The word that stands for a body: "Commission" for the International Law Commission."""
    found = _patterns()[3].search(name)
    return found[0] if found else name


# --- Whose it is ---------------------------------------------------------------------------------------------------


def _whose(text: str, start: int, end: int, number: int, known: Named | None) -> tuple[bool, str]:
    """Whether the session from ``start`` to ``end`` is the Assembly's, and the key of another body."""
    organ = _patterns()[2]
    if _OF.match(text, end):
        return True, ""
    if other := _OF_OTHER.match(text, end):
        found = organ.search(text, other.end(), other.end() + 150)
        return False, _key(found, known)
    before = text[max(0, start - _REACH) : start]
    if _ITS_OWN.search(before):
        return True, ""
    sentence = _SENTENCE.split(before)[-1]
    organs = list(organ.finditer(sentence))
    if not organs and (then := _THEN.match(text, end)) and (found := organ.match(text, then.end())):
        return bool(found["assembly"]), _key(found, known)
    if not organs or organs[-1]["assembly"]:
        return True, ""
    key = _key(organs[-1], known)
    if known and _out_of_count(sentence, organs[-1], number, bodies().get(key), known.step):
        return True, ""
    return False, key


def _key(found: re.Match[str] | None, known: Named | None) -> str:
    """The key of the body that was found, by its name or the short word that stands for it in this text."""
    if not found:
        return ""
    if found["name"]:
        return next(body.key for body in bodies().values() if body.name == found["name"])
    return known.short.get(found["word"] or "", "") if known else ""


def _out_of_count(sentence: str, organ: re.Match[str], number: int, body: Body | None, step: Step) -> bool:
    """Whether a session ahead that is asked for is the Assembly's by its number, though another body is named last."""
    if not step.session < number <= step.coming or not _ASKED.search(sentence) or _WORK_OF.search(sentence):
        return False
    if body:
        return not step.year - 1 <= body.year(number) <= step.year + step.cadence + 1
    return not re.match(r" (?:on|against|for|of) ", sentence[organ.end() :])
