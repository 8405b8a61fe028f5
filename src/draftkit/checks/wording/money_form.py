"""money-form: an amount is "12,000,000 dollars", its currency in words and behind it (un-rules C8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.checks.wording.own import own
from draftkit.checks.words import BLANK, once
from draftkit.model import Finding, Severity

_CURRENCIES = {
    "US$": "United States dollars",
    "USD": "United States dollars",
    "EUR": "euros",
    "€": "euros",
    "GBP": "pounds sterling",
    "£": "pounds sterling",
    "CHF": "Swiss francs",
}
_CODE = r"US\$|USD\b|EUR\b|€|GBP\b|£|CHF\b"
_AMOUNT = rf"\d+(?:,\d{{3}})*(?:\.\d+)?(?:{BLANK}(?:million|billion|trillion)\b)?"
_MONEY = re.compile(
    rf"(?<![\w$])(?:(?P<before>{_CODE}){BLANK}?(?P<first>{_AMOUNT})"
    rf"|(?P<amount>{_AMOUNT}){BLANK}?(?P<behind>{_CODE})"
    rf"|(?P<name>U\.?S\.?{BLANK}dollars)\b"
    rf"|(?P<digits>\d{{5,12}})(?={BLANK}(?:United{BLANK}States{BLANK})?(?:dollars|euros)\b))(?![\d$])"
)


@rule(
    "DK704",
    "C8",
    Severity.WARNING,
    bad="USD 5 million and 250000 dollars",
    good="5 million United States dollars and 250,000 dollars",
    mends=True,
)
def money_form(subject: Subject) -> Iterator[Finding]:
    """An amount has its currency in words behind it, and commas in thousands: "12,000,000 dollars" (un-rules C8).

    Quotations, notes and tables are left alone. "$" alone is found by abbreviations: whose dollars they are, it does not say.
    """
    for passage in subject.paragraphs:
        for match in own(passage.flat, _MONEY):
            instead = _written(match)
            words, whole = once(passage.flat, match.start(), match.end(), instead)
            message = f"{subject.names[passage.owner]} has the amount {quoted(match[0])}"
            yield Finding(
                "money-form", Severity.WARNING, message, passage.owner, f'write "{instead}"', words=words, instead=whole
            )


def _written(match: re.Match[str]) -> str:
    if match["digits"]:
        return f"{int(match['digits']):,}"
    if match["name"]:
        return "United States dollars"
    return f"{match['first'] or match['amount']} {_CURRENCIES[match['before'] or match['behind']]}"
