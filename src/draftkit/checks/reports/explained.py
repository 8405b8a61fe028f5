"""A rule in full, as ``draftkit check --explain`` shows it, and all of them as a table; the one in docs/check.md is made here.

Example:
    >>> explained("DK303").splitlines()[0]
    'DK303 reference-direction (error)'
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks import RULES, Rule, Stage
from draftkit.checks.codes import OTHERS, code
from draftkit.model import Severity

_RULES_PAGE = "docs/rules.md"

_CITED = re.compile(r" \(un-rules [^)]*\)(?=[.:]?$)")

_SEVERITIES = {
    Severity.ERROR: "a mistake for certain",
    Severity.WARNING: "nearly always a mistake",
    Severity.INFO: "a question to a person",
}


def explained(name: str) -> str:
    """All there is to say of a rule, or of another finding, by its name."""
    rule = next((rule for rule in RULES if rule.name == name), None)
    if rule is None:
        number, sentence = OTHERS[name]
        return f"{number} {name}\n{sentence}\n\nallow:     # draftkit: allow {number}\n"
    return "".join(f"{line}\n" for line in _lines(rule))


def _lines(rule: Rule) -> Iterator[str]:
    yield f"{rule.code} {rule.name} ({rule.severity})"
    yield from (stated(rule), "")
    if rule.reason:
        yield from (*rule.reason.splitlines(), "")
    for key, value in _facts(rule):
        yield f"{f'{key}:':10} {value}"


def _facts(rule: Rule) -> Iterator[tuple[str, str]]:
    if rule.bad:
        yield "wrong", rule.bad
    if rule.good:
        yield "right", rule.good
    yield "source", ", ".join(f"un-rules {each} ({_RULES_PAGE}#{each.lower()})" for each in _cited(rule)) or "draftkit's own"
    yield "severity", f"at most {rule.severity}, {_SEVERITIES[rule.severity]}{_when(rule)}"
    yield "allow", f"# draftkit: allow {rule.code}"
    yield "fix", "--fix mends it where it is certain what to write" if rule.mends else "a person has to decide"


def _when(rule: Rule) -> str:
    conditions = [
        "in texts to be handed in (--stage l-document)" if rule.stage is Stage.L_DOCUMENT else "",
        "where the prior is known" if rule.needs_prior else "",
    ]
    said = " and ".join(filter(None, conditions))
    return f"; looked for {said} only" if said else ""


def stated(rule: Rule) -> str:
    """Its sentence, without the source that a docstring names and that is told beside it."""
    return _CITED.sub("", rule.sentence)


def _cited(rule: Rule) -> list[str]:
    return [each.strip() for each in rule.source.split(",") if each.strip()]


def listed() -> str:
    """Every rule on a line: code, severity, name and sentence."""
    rows = [(rule.code, str(rule.severity), rule.name, stated(rule)) for rule in RULES]
    rows += [(number, "", name, sentence) for name, (number, sentence) in OTHERS.items()]
    rows.sort()
    wide = max(len(name) for _, _, name, _ in rows)
    return "".join(f"{number}  {severity:7}  {name:{wide}}  {sentence}\n" for number, severity, name, sentence in rows)


# --- docs/check.md -------------------------------------------------------------------------------------------------


def anchor(rule: Rule) -> str:
    """Where the rule stands on the page."""
    return rule.code.lower()


def table() -> str:
    """The rules as the table of docs/check.md, whose links are those of that folder."""
    head = "| code | name | severity | what it asks for | source |\n|---|---|---|---|---|\n"
    return head + "".join(map(_row, sorted(RULES, key=lambda rule: rule.code)))


def others_table() -> str:
    """What is found that is of no rule, by code."""
    rows = sorted((number, name, sentence) for name, (number, sentence) in OTHERS.items())
    return "| code | name | what it says |\n|---|---|---|\n" + "".join(f"| {' | '.join(map(_cell, row))} |\n" for row in rows)


def _row(rule: Rule) -> str:
    when = "".join(
        (
            ", L-documents only" if rule.stage is Stage.L_DOCUMENT else "",
            ", with a prior only" if rule.needs_prior else "",
        )
    )
    mends = " `--fix`" if rule.mends else ""
    links = ", ".join(f"[{each}](rules.md#{each.lower()})" for each in _cited(rule))
    first = f'<a id="{anchor(rule)}"></a>{rule.code}'
    return f"| {first} | `{rule.name}` | {rule.severity}{when} | {_cell(stated(rule))}{mends} | {links} |\n"


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


def as_markdown(rule: Rule) -> str:
    """A rule as a code host shows it beside a finding."""
    shown = [f"**{stated(rule)}**", rule.reason]
    shown.append("\n".join(f"- {key}: {_code(value)}" for key, value in (("wrong", rule.bad), ("right", rule.good)) if value))
    shown.append(f"Allow it with `# draftkit: allow {code(rule.name)}`.")
    return "\n\n".join(filter(None, shown))


def _code(value: str) -> str:
    return f"`` {value} ``" if "`" in value else f"`{value}`"
