"""Findings as a person, a script or a code host reads them: text, JSON and SARIF 2.1.0. Pure: strings come out.

Example:
    >>> text([Located("draft.yaml", finding)])
    'draft.yaml:31: error: paragraph 9 (calls) refers to [[acts]], ...; take it out [DK301 dangling-reference]\n'
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from draftkit.checks import RULES
from draftkit.checks.codes import code, sentence
from draftkit.errors import placed
from draftkit.model import Finding, Severity

_SARIF_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


@dataclass(frozen=True, slots=True)
class Located:
    """A finding and the file it is in, as the file was named; ``finding.line`` is 0 where it is not known.

    ``unit`` is what ``finding.line`` counts: lines, paragraphs of a Word file, pages of a PDF.
    """

    file: str
    finding: Finding
    unit: str = "line"

    @property
    def line(self) -> int:
        """The line of the file; 0 where it is not known or the file has no lines."""
        return self.finding.line if self.unit == "line" else 0

    @property
    def message(self) -> str:
        """The message, the place in front of it where that is no line: programs ask for lines only."""
        counted = self.finding.line and not self.line
        return f"{self.unit} {self.finding.line}: {self.finding.message}" if counted else self.finding.message


def text(found: Sequence[Located]) -> str:
    """A line for each finding: "file:line: severity: message; fix [code name]"."""
    return "".join(f"{_line(each)}\n" for each in found)


def _line(each: Located) -> str:
    finding = each.finding
    remedy = f"; {finding.fix}" if finding.fix else ""
    line = f"{placed(each.file, finding.line, each.unit)}: {finding.severity}: {finding.message}{remedy} [{_tag(finding)}]"
    return "".join(sign if sign.isprintable() or sign == "\u00a0" else " " for sign in line)  # no escapes for the terminal


def _tag(finding: Finding) -> str:
    number = code(finding.code)
    return number if number == finding.code else f"{number} {finding.code}"


def as_json(found: Sequence[Located]) -> str:
    """The findings as JSON; the keys are stable (design, section 6)."""
    return _dump({"findings": [_entry(each) for each in found]})


def _entry(each: Located) -> Mapping[str, str | int]:
    finding = each.finding
    return {
        "file": each.file,
        "code": code(finding.code),
        "rule": finding.code,
        "severity": str(finding.severity),
        "paragraph": finding.paragraph,
        "line": each.line,
        "message": each.message,
        "fix": finding.fix,
        "words": finding.words,
        "instead": finding.instead,
    }


def sarif(found: Sequence[Located], version: str) -> str:
    """The findings as a SARIF 2.1.0 log with a description of every rule; ``version`` is draftkit's own."""
    names = list(dict.fromkeys((*(rule.name for rule in RULES), *(each.finding.code for each in found))))
    rules = [{"id": code(name), "name": name, "shortDescription": {"text": sentence(name)}} for name in names]
    index = {name: at for at, name in enumerate(names)}
    driver = {"name": "draftkit", "version": version, "rules": rules}
    results = [_result(each, index[each.finding.code]) for each in found]
    return _dump({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]})


def _result(each: Located, rule: int) -> Mapping[str, Any]:
    finding = each.finding
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(each.file)}}
    if each.line:
        physical["region"] = {"startLine": each.line}
    location: dict[str, Any] = {"physicalLocation": physical}
    if finding.paragraph:
        location["logicalLocations"] = [{"name": finding.paragraph}]
    return {
        "ruleId": code(finding.code),
        "ruleIndex": rule,
        "level": _SARIF_LEVELS[finding.severity],
        "message": {"text": f"{each.message}; {finding.fix}" if finding.fix else each.message},
        "locations": [location],
    }


def _uri(file: str) -> str:
    from urllib.parse import quote

    return quote(file.replace("\\", "/"), safe="/:")


def _dump(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


FORMATS: Mapping[str, Callable[[Sequence[Located], str], str]] = {
    "text": lambda found, _: text(found),
    "json": lambda found, _: as_json(found),
    "sarif": sarif,
}
"""The forms of a report by the name that ``--format`` takes; each is given the findings and draftkit's version."""
