"""short-form: the United Nations and its organs are named in full (un-rules C8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import TITLE, quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.checks.wording.own import own
from draftkit.checks.words import once
from draftkit.model import Finding, Severity

_FULL = {
    "UN": "United Nations",
    "UNO": "United Nations",
    "GA": "General Assembly",
    "UNGA": "General Assembly",
    "SG": "Secretary-General",
    "UNSG": "Secretary-General",
    "UNSC": "Security Council",
    "ECOSOC": "Economic and Social Council",
}
_SHORT = re.compile(
    rf"(?<![\w/.@&(\-\u2011])(?P<short>{'|'.join(sorted(_FULL, key=len, reverse=True))})(?P<of>[’'](?:s\b)?)?"
    r"(?![\w/@&\-\u2011]|\.\w)(?![ \u00a0](?:Women|Chronicle|Tourism|Habitat|Web|Global|Water|Energy|Oceans|News)\b)"
)


@rule(
    "DK709",
    "C8",
    Severity.WARNING,
    bad="the SG and the UN system",
    good="the Secretary-General and the United Nations system",
    mends=True,
)
def short_form(subject: Subject) -> Iterator[Finding]:
    """The United Nations, its principal organs and the Secretary-General are never abbreviated (un-rules C8).

    Names that bodies have given themselves ("UN-Women", "UN Chronicle"), symbols, quotations and notes are left alone; titles
    are looked at by title-form.
    """
    for passage in subject.contents:
        if passage.owner == TITLE:
            continue
        for match in own(passage.flat, _SHORT):
            instead = _FULL[match["short"]]
            if match["of"] and instead != _FULL["UN"]:
                instead += "’s"
            # a straight apostrophe is made curly first, by quotation-marks: both at once would be two answers
            certain = "" if "'" in match[0] else instead
            words, whole = once(passage.flat, match.start(), match.end(), certain)
            message = f"{subject.names[passage.owner]} has the short form {quoted(match[0])}"
            yield Finding(
                "short-form", Severity.WARNING, message, passage.owner, f'write "{instead}"', words=words, instead=whole
            )
