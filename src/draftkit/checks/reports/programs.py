r"""Findings as programs read them: JSON, SARIF 2.1.0, and the commands that GitHub takes from the output of a workflow.

Example:
    >>> github([Located("draft.yaml", finding)])
    '::error file=draft.yaml,line=31,title=DK301 dangling-reference::paragraph 9 (calls) refers to [[acts]], ...\n'
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from draftkit.checks import RULES
from draftkit.checks.codes import code, sentence, source
from draftkit.checks.reports.explained import as_markdown, stated
from draftkit.checks.reports.located import Located
from draftkit.model import Severity
from draftkit.steering import visible

_DRIVE = re.compile(r"[A-Za-z]:/")
_SARIF_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_GITHUB_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


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
        "source": source(finding.code),
    }


def sarif(found: Sequence[Located], version: str) -> str:
    """The findings as a SARIF 2.1.0 log with a description of every rule; ``version`` is draftkit's own."""
    names = list(dict.fromkeys((*(rule.name for rule in RULES), *(each.finding.code for each in found))))
    index = {name: at for at, name in enumerate(names)}
    driver = {"name": "draftkit", "version": version, "rules": list(map(_descriptor, names))}
    results = [_result(each, index[each.finding.code]) for each in found]
    return _dump({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]})


def _descriptor(name: str) -> Mapping[str, Any]:
    """A rule as a reportingDescriptor (SARIF 2.1.0, 3.49); its help is shown beside its findings."""
    described: dict[str, Any] = {"id": code(name), "name": name, "shortDescription": {"text": sentence(name)}}
    rule = next((rule for rule in RULES if rule.name == name), None)
    if rule is not None:
        described["help"] = {"text": stated(rule), "markdown": as_markdown(rule)}
        described["defaultConfiguration"] = {"level": _SARIF_LEVELS[rule.severity]}
    return described


def _result(each: Located, rule: int) -> Mapping[str, Any]:
    finding = each.finding
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(each.file)}}
    if each.line:
        physical["region"] = {"startLine": each.line}
    location: dict[str, Any] = {"physicalLocation": physical}
    if finding.paragraph:
        location["logicalLocations"] = [{"name": finding.paragraph}]
    words = {key: value for key, value in (("words", finding.words), ("instead", finding.instead)) if value}
    return {
        "ruleId": code(finding.code),
        "ruleIndex": rule,
        "level": _SARIF_LEVELS[finding.severity],
        "message": {"text": f"{each.message}; {finding.fix}" if finding.fix else each.message},
        "locations": [location],
        **({"properties": words} if words else {}),
    }


def _uri(file: str) -> str:
    """A file as a URI reference (RFC 3986): a colon in a relative path would be read as the end of a scheme."""
    from urllib.parse import quote

    path = _slashed(file)
    return f"file:///{path[:2]}{quote(path[2:])}" if _DRIVE.match(path) else quote(path)


def _slashed(file: str) -> str:
    """A path with slashes, as URIs and code hosts want it."""
    return file.replace("\\", "/")


def _dump(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


# --- GitHub ---------------------------------------------------------------------------------------------------------


def github(found: Sequence[Located]) -> str:
    """A workflow command for each finding, which GitHub shows beside the line of the file in a pull request."""
    return "".join(_command(each) for each in found)


def _command(each: Located) -> str:
    finding = each.finding
    properties = {"file": _slashed(each.file), **({"line": str(each.line)} if each.line else {}), "title": each.tag}
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    message = f"{each.message}; {finding.fix}" if finding.fix else each.message
    return f"::{_GITHUB_LEVELS[finding.severity]} {given}::{_data(message)}\n"


def _data(value: str) -> str:
    """A value as GitHub's own toolkit escapes it (actions/toolkit, command.ts), the percent sign first; a log is a terminal."""
    return visible(value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
