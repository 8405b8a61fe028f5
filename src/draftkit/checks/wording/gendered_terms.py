"""gendered-terms: an office or a people is not called after men (un-rules C7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.checks.wording.own import own
from draftkit.checks.words import once
from draftkit.model import Finding, Severity

_TERMS = {
    "chairman": "Chair",
    "chairmen": "Chairs",
    "chairwoman": "Chair",
    "vice-chairman": "Vice-Chair",
    "vice-chairmen": "Vice-Chairs",
    "co-chairman": "Co-Chair",
    "mankind": "humankind, or humanity",
    "manpower": "personnel, or staff",
    "man-made": "caused by humans",
    "manmade": "caused by humans",
    "man-hours": "working hours",
    "spokesman": "spokesperson",
    "spokesmen": "spokespersons",
    "spokeswoman": "spokesperson",
    "policeman": "police officer",
    "policemen": "police officers",
    "fireman": "firefighter",
    "firemen": "firefighters",
    "businessman": "businessperson",
    "businessmen": "business people",
    "fishermen": "fishers",
    "fisherman": "fisher",
    "workmen": "workers",
    "servicemen": "military personnel",
    "layman": "layperson",
    "laymen": "laypersons",
    "stewardess": "flight attendant",
}
_STEMS = ("mankind", "manpower", "man-", "man\u2011", "manmade", "chairm", "chairw", "kesm", "kesw", "policem", "firem",
          "sinessm", "fisherm", "workmen", "servicem", "laym", "stewardess")  # fmt: skip
"""What a text has that has such a word: most have none."""
_WORD = re.compile(
    r"(?<![\w\-\u2011])(?:(?:vice|co)[-\u2011])?(?:chair|spokes|police|fire|business|fisher|work|service|lay)m[ae]n(?!\w)"
    r"|(?<!heritage of )(?<!security of )(?<![\w\-\u2011])mankind\b"
    r"|(?<![\w\-\u2011])(?:manpower|man[-\u2011]?made|man[-\u2011]hours|chairwoman|spokeswoman|stewardess)\b",
    re.IGNORECASE,
)


@rule("DK706", "C7", Severity.INFO, bad="the Chairman of the Committee", good="the Chair of the Committee")
def gendered_terms(subject: Subject) -> Iterator[Finding]:
    """An office, a profession or all people have a name that is of men and women: "Chair", "humankind" (un-rules C7).

    Quotations and notes are left alone, and words of law: "the common heritage of mankind", "the peace and security of mankind".
    """
    for passage in subject.contents:
        lower = passage.flat.lower()
        if not any(stem in lower for stem in _STEMS):
            continue
        for match in own(passage.flat, _WORD):
            term = _TERMS.get(match[0].lower().replace("\u2011", "-"))
            if not term:
                continue
            words, _ = once(passage.flat, match.start(), match.end())
            message = f"{subject.names[passage.owner]} has {quoted(match[0])}"
            yield Finding("gendered-terms", Severity.INFO, message, passage.owner, f"perhaps {quoted(term)}", words=words)
