"""Written references become marks: "paragraph 11 (a) above" -> paragraph [[id]] above (un-rules D1, D2).

In: a resolution whose texts are literal. Out: the same with marks, and findings for what only looks like a reference.
Only what is followed by "above", "below" or "of the present resolution" is a reference of this text; each mark prints
back just as it was written, or it is not made.

Example:
    >>> resolution, findings = mark_references(resolution)
    >>> inline.format(resolution.parts[0].operative[3].content)
    '*Also urges* States to observe paragraph [[condemns-acts]] above;'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from draftkit import inline
from draftkit.assemble import numbers
from draftkit.assemble.references import BLANK, FULL, HEAD, JOINER, LABEL, Path, printed_form
from draftkit.model import Content, Finding, Findings, Heading, Inline, Ref, Resolution, Severity, Text
from draftkit.tree import Section, map_contents, walk

_NUMBER = rf"(?:\d{{1,3}}|\([a-z]{{1,5}}\))(?:{BLANK}?\([a-z]{{1,5}}\))*"
_LIST = re.compile(
    rf"\b{HEAD}{_NUMBER}(?:{JOINER}(?:{HEAD})?{_NUMBER})*"
    rf"(?:{BLANK}(?P<way>above|below)\b|(?P<way2>{BLANK}of{BLANK}the{BLANK}present{BLANK}resolution)\b)",
    re.IGNORECASE,
)
_ONE = re.compile(rf"(?P<head>{HEAD})?(?P<number>{_NUMBER})", re.IGNORECASE)
_COMPONENT = re.compile(r"\d+|\([a-z]+\)")
_BARE = re.compile(
    rf"\b{HEAD}(?P<first>\d{{1,3}})(?:{BLANK}?\([a-z]{{1,5}}\))*(?:{JOINER}{_NUMBER})*(?P<after>.{{0,25}})", re.IGNORECASE
)
_ELSEWHERE_AFTER = re.compile(rf",?{BLANK}(?:of|thereof|in|to|contained)\b|{BLANK}?[/.]\d")
_ELSEWHERE_BEFORE = re.compile(r"(?:article|section|chapter|annex|report|ibid\.?|see)\b[^;.]{0,40}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Index:
    """Where each path leads: ``paths`` by id, ``targets`` by (numbering scope, path), ``scopes`` and ``order`` by id."""

    paths: dict[str, Path]
    targets: dict[tuple[tuple[object, ...], Path], str]
    scopes: dict[str, tuple[object, ...]]
    order: dict[str, int]


def mark_references(resolution: Resolution) -> tuple[Resolution, Findings]:
    """Make the marks. A reference that leads nowhere, or the wrong way, stays text and is a finding."""
    index = _index(resolution)
    findings: list[Finding] = []

    def mark(own: str, content: Content) -> Content:
        if own not in index.order:
            return content
        out: list[Inline] = []
        for piece in content:
            if isinstance(piece, Text) and "aragraph" in piece.text:
                out += _mark_text(piece, own, index, findings)
            else:
                out.append(piece)
        return _confirmed(content, inline.join(out), own, index, findings)

    return map_contents(resolution, mark), tuple(findings)


def _index(resolution: Resolution) -> _Index:
    paths = numbers.paths(resolution)
    targets: dict[tuple[tuple[object, ...], Path], str] = {}
    scopes: dict[str, tuple[object, ...]] = {}
    order: dict[str, int] = {}
    group = 0
    for at, place in enumerate(walk(resolution)):
        if isinstance(place.block, Heading) and place.block.restart:
            group += 1
        scope = (*place.scope, group)
        scopes[place.block.id], order[place.block.id] = scope, at
        if place.block.id in paths:
            targets.setdefault((scope, paths[place.block.id]), place.block.id)
    return _Index(paths, targets, scopes, order)


def _mark_text(piece: Text, own: str, index: _Index, findings: list[Finding]) -> Iterator[Inline]:
    text, done = piece.text, 0
    for match in _LIST.finditer(text):
        written = match[0]
        listed = _targets(written, own, index)
        problem = _problem(listed, (match["way"] or "").lower(), own, index)
        if problem:
            findings.append(_finding("unresolved-reference", own, f'"{written}" {problem}'))
            continue
        for start, end, target in listed:
            yield _like(piece, text[done : match.start() + start])
            yield Ref(target or "", form=written[start:end].replace("\u00a0", " "))  # as written, until confirmed
            done = match.start() + end
    yield _like(piece, text[done:])
    taken = [match.span() for match in _LIST.finditer(text)]
    for match in _BARE.finditer(text):
        if not any(start <= match.start() < end for start, end in taken) and _may_be_ours(match, text, own, index):
            written = match[0][: len(match[0]) - len(match["after"])]
            message = f'"{written}" may be a paragraph of this text or of another'
            findings.append(_finding("ambiguous-reference", own, message))


def _like(piece: Text, text: str) -> Text:
    return Text(text, piece.italic, piece.bold, piece.superscript)


def _targets(written: str, own: str, index: _Index) -> list[tuple[int, int, str | None]]:
    """Start, end and target of each number of a written list."""
    out: list[tuple[int, int, str | None]] = []
    before: Path = ()
    for match in _ONE.finditer(written):
        components = tuple(_COMPONENT.findall(match["number"]))
        if match["head"]:
            before = ()
        path, target = _look_up(components, before, own, index)
        before = path
        out.append((match.start("number"), match.end("number"), target))
    return out


def _look_up(components: Path, before: Path, own: str, index: _Index) -> tuple[Path, str | None]:
    """The full path that a written number stands for, and its target; a "(b)" goes on from the number before it."""
    scope = index.scopes[own]
    if components[0].startswith("("):
        base = before or index.paths.get(own, ())
        candidates = [(*base[:cut], *components) for cut in range(len(base), 0, -1)]
    else:
        candidates = [components]
    scopes = [scope]
    if scope[1] is Section.PREAMBLE:  # its paragraphs have no numbers: it can only mean the operative part
        scopes = sorted({s for s, _ in index.targets if s[0] == scope[0] and s[1] is Section.OPERATIVE}, key=str)
    for in_scope in scopes:
        for path in candidates:
            if (in_scope, path) in index.targets:
                return path, index.targets[in_scope, path]
    return components, None


def _problem(listed: list[tuple[int, int, str | None]], way: str, own: str, index: _Index) -> str:
    here = index.order[own]
    for _, _, target in listed:
        if target is None:
            return "leads to no paragraph of this text"
        if way and target != own and (index.order[target] < here) != (way == "above"):
            return f"points the wrong way: that paragraph stands {'below' if way == 'above' else 'above'}"
        if target == own:
            return "leads to the paragraph it stands in"
    return ""


def _confirmed(old: Content, new: Content, own: str, index: _Index, findings: list[Finding]) -> Content:
    """The content with each mark in the form that prints as it was written; else as it was, and a finding."""
    settled = list(new)
    for at, piece in enumerate(new):
        if not isinstance(piece, Ref):
            continue
        for form in ("", LABEL, FULL):
            settled[at] = Ref(piece.target, form)
            if printed_form(tuple(settled), at, index.paths.get(own, ()), index.paths) == piece.form:
                break
        else:
            findings.append(_finding("unresolved-reference", own, f'"{piece.form}" is written in a way that would not be kept'))
            return old
    return tuple(settled)


def _may_be_ours(match: re.Match[str], text: str, own: str, index: _Index) -> bool:
    """Whether a bare "paragraph 20" could be meant for this text: such a paragraph exists and nothing says otherwise."""
    if (index.scopes[own], (match["first"],)) not in index.targets:
        return False
    if _ELSEWHERE_AFTER.match(match["after"]):
        return False
    return not _ELSEWHERE_BEFORE.search(text[: match.start()])


def _finding(code: str, paragraph: str, message: str) -> Finding:
    severity = Severity.INFO if code == "ambiguous-reference" else Severity.WARNING
    return Finding(code, severity, message, paragraph, "put [[id]] for the number if it is a paragraph of this text")
