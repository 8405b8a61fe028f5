"""What a draft allows itself: findings that a comment of the person's has answered, and comments that answer nothing any more.

Example:
    >>> judged(findings, (Allow(30, ("DK301",), frozenset({"calls"}), "calls"),), parents={}, asked=lambda name: True).kept
    ()
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from draftkit.checks.choosing import fits, meant, near
from draftkit.checks.places import quoted
from draftkit.model import Finding, Findings, Severity

UNUSED = "unused-allow"


@dataclass(frozen=True, slots=True)
class Allow:
    """A comment "# draftkit: allow DK301".

    Args:
        line: where it stands.
        tokens: the codes, beginnings of codes and names in it.
        places: the places for which it speaks, as findings name them; ``None``: all.
        place: the one at which it stands, "" for the whole file.
    """

    line: int
    tokens: tuple[str, ...]
    places: frozenset[str] | None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """The findings that are left, how many are allowed, and what there is to say of the comments."""

    kept: Findings
    allowed: int
    unused: Findings


def judged(
    findings: Sequence[Finding], allows: Sequence[Allow], parents: Mapping[str, str], asked: Callable[[str], bool]
) -> Judged:
    """Take out what is allowed.

    Args:
        parents: the paragraph above each subparagraph; whoever allows something for a paragraph does so for all in it.
        asked: whether findings of a name were looked for at all; a comment about others may be of use another time.
    """
    kept: list[Finding] = []
    used: set[tuple[int, str]] = set()
    for finding in findings:
        places = frozenset(_upwards(finding.paragraph, parents))
        fitting = {
            (at, token)
            for at, allow in enumerate(allows)
            if allow.places is None or allow.places & places
            for token in allow.tokens
            if fits(token, finding.code)
        }
        used |= fitting
        if not fitting:
            kept.append(finding)
    return Judged(tuple(kept), len(findings) - len(kept), tuple(_unused(allows, used, asked)))


def _upwards(place: str, parents: Mapping[str, str]) -> Iterator[str]:
    """A place and those that it lies in."""
    while place:
        yield place
        place = parents.get(place, "")


def _unused(allows: Sequence[Allow], used: set[tuple[int, str]], asked: Callable[[str], bool]) -> Iterator[Finding]:
    """What there is to say of the comments: of each one thing, the first that is wrong with it."""
    for at, allow in enumerate(allows):
        unknown = [token for token in allow.tokens if not meant(token)]
        idle = [token for token in allow.tokens if (at, token) not in used and all(map(asked, meant(token)))]
        if not allow.tokens:
            yield _finding(allow, "a comment allows nothing: it names no code", 'name the codes, as "# draftkit: allow DK301"')
        elif unknown:
            remedy = f"write {' or '.join(near(unknown[0]))}" if near(unknown[0]) else "draftkit check --explain all lists them"
            what = "is no code or name of a rule" if len(unknown) == 1 else "are no codes or names of rules"
            yield _finding(allow, f"a comment allows {_listed(map(quoted, unknown))}, which {what}", remedy)
        elif allow.places == frozenset():
            yield _finding(allow, "a comment allows nothing: no paragraph follows it", "put it above or behind the one it is for")
        elif idle:
            yield _finding(allow, f"a comment allows {_listed(idle)}, but nothing of that is found here", "take it out")


def _listed(tokens: Iterable[str]) -> str:
    *first, last = tokens
    return f"{', '.join(first)} and {last}" if first else last


def _finding(allow: Allow, message: str, fix: str) -> Finding:
    return Finding(UNUSED, Severity.INFO, message, allow.place, fix, allow.line)
