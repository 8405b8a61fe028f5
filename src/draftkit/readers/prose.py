"""Written references become marks: "paragraph 11 (a) above" -> paragraph [[id]] above (un-rules D1, D2).

In: a resolution whose texts are literal. Out: the same with marks, and findings for what only looks like a reference.
A reference is one of this text only if its words say so ("above", "below", "of the present resolution", "of section II
above", "of the annex to the present resolution", "of this article"); where they do not, a person is asked. Each mark
prints back just as it was written, or it is not made.

Example:
    >>> resolution, findings = mark_references(resolution)
    >>> inline.format(resolution.parts[0].operative[3].content)
    '*Also urges* States to observe paragraph [[condemns-acts]] above;'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from draftkit import inline
from draftkit.assemble.directions import first_callers
from draftkit.assemble.references import FULL, LABEL, Path, printed_form
from draftkit.assemble.typed_references import LIST, OF_PARAGRAPH, ONE, is_elsewhere, where
from draftkit.model import Content, Finding, Findings, Inline, Note, Ref, Resolution, Severity, Text
from draftkit.readers.targets import Index, Range
from draftkit.tree import map_contents

_COMPONENT = re.compile(r"\d+|\([a-z]+\)", re.IGNORECASE)
_NEIGHBOUR = re.compile(r"\bthe (?:foregoing|preceding|previous|following|next) (?:sub)?paragraphs?\b", re.IGNORECASE)
_NOT_KEPT = "stays a typed number: it is not written as draftkit writes numbers"


@dataclass(frozen=True, slots=True)
class _Number:
    """One number of a written list: where it stands in the text, and the paragraphs that it may mean."""

    start: int
    end: int
    targets: tuple[str, ...]


def mark_references(resolution: Resolution) -> tuple[Resolution, Findings]:
    """Make the marks. A reference that leads nowhere, to more than one or the wrong way stays text and is a finding."""
    marker = _Marker(Index.of(resolution), [])
    marked = map_contents(resolution, marker.mark)
    callers = first_callers(resolution)
    notes = tuple(marker.mark_note(note, callers.get(note.id, "")) for note in marked.notes)
    return replace(marked, notes=notes), tuple(dict.fromkeys(marker.findings))  # each once for a paragraph


@dataclass(frozen=True, slots=True)
class _Marker:
    """The index of one resolution, and the findings so far."""

    index: Index
    findings: list[Finding]

    def mark(self, own: str, content: Content) -> Content:
        """The content of the block ``own`` with marks; titles have none."""
        return self._mark(own, content, own) if own in self.index.order else content

    def mark_note(self, note: Note, caller: str) -> Note:
        """A note stands where it is first called. What it names without "above" is nearly always another text."""
        if caller not in self.index.order:
            return note
        return replace(note, content=self._mark(caller, note.content, f"note {note.id}"))

    def _mark(self, own: str, content: Content, name: str) -> Content:
        out: list[Inline] = []
        for piece in content:
            if isinstance(piece, Text) and "para" in piece.text.lower():
                out += self._mark_text(piece, own, name)
            else:
                out.append(piece)
        return self._confirmed(content, out, name)

    def _mark_text(self, piece: Text, own: str, name: str) -> Iterator[Inline]:
        text, done = piece.text, 0
        in_note = name != own
        for match in LIST.finditer(text):
            numbers, said = self._read(text, match, own)
            if said is None:
                if not in_note and self._may_be_ours(text, match, own):
                    self._doubt(name, f'"{match[0]}" may be a paragraph of this text or of another')
                continue
            written = text[match.start() : said.end()]
            problem = self._problem(numbers, (said["way"] or said["side"] or "").lower(), own)
            if not problem and (piece.italic or piece.bold or piece.superscript):
                problem = _NOT_KEPT
            if problem:
                self._warn(name, f'"{written}" {problem}')
                continue
            if any(len(number.targets) > 1 for number in numbers):
                self._doubt(name, f'"{written}" may be any of {max(len(n.targets) for n in numbers)} paragraphs with that number')
                continue
            for number in numbers:
                yield _like(piece, text[done : number.start])
                yield Ref(number.targets[0], form=text[number.start : number.end])  # as written, until confirmed
                done = number.end
        yield _like(piece, text[done:])
        for neighbour in () if in_note else _NEIGHBOUR.finditer(text):
            self._doubt(name, f'"{neighbour[0]}" has no number: see that it still stands next to the paragraph it means')

    def _read(self, text: str, match: re.Match[str], own: str) -> tuple[list[_Number], re.Match[str] | None]:
        """The numbers of a written list, and the words that say where they count, ``None`` if it is not said."""
        outer = OF_PARAGRAPH.match(text, match.end()) if match[0][:3].lower() == "sub" else None
        said = where(text, (outer or match).end())
        if said is None:
            return [], None
        within = self._range(said, own)
        base: Path = tuple(_COMPONENT.findall(outer["number"])) if outer else ()
        return list(self._numbers(match, within, own, base)), said

    def _range(self, said: re.Match[str], own: str) -> Range:
        kind = (said["kind"] or "").lower()
        if said["here"]:
            return self.index.resolution(own)
        if kind == "section":
            return self.index.section(own, said["label"])
        if kind:
            return self.index.part(said["label"])
        if said["way"] or (said["own"] and (own in self.index.paths or said["own"].lower() == "annex")):
            return self.index.numbering(own)
        return None if said["own"] else self.index.annex(own, said["annex"] or "")

    def _numbers(self, match: re.Match[str], within: Range, own: str, base: Path) -> Iterator[_Number]:
        before = base
        for one in ONE.finditer(match[0]):
            components = tuple(_COMPONENT.findall(one["number"]))
            if one["head"]:
                before = base
            before, targets = self._look_up(components, before, within, own, fixed=bool(base))
            yield _Number(match.start() + one.start("number"), match.start() + one.end("number"), targets)

    def _look_up(self, components: Path, before: Path, within: Range, own: str, *, fixed: bool) -> tuple[Path, tuple[str, ...]]:
        """The full path that a written number stands for, and its targets; a "(b)" goes on from the number before it.

        ``fixed``: it is said of which paragraph it is a subparagraph, so that the own paragraph does not count.
        """
        candidates = [components]
        if components[0].startswith("("):
            base = before if before or fixed else tuple(self.index.paths.get(own, ()))
            lowest = 0 if base and base[0].startswith("(") else 1  # items of a paragraph without a number
            candidates = [(*base[:cut], *components) for cut in range(len(base), lowest - 1, -1)]
        for path in candidates:
            if targets := self.index.find(within, path):
                return path, targets
        return components, ()

    def _problem(self, numbers: list[_Number], way: str, own: str) -> str:
        order = self.index.order
        for number in numbers:
            if not number.targets:
                return "leads to no paragraph of this text"
            if number.targets == (own,) and (way or len(numbers) == 1):
                return "leads to the paragraph it stands in"
            if way and not any((order[target] < order[own]) == (way == "above") for target in number.targets):
                return f"points the wrong way: that paragraph stands {'below' if way == 'above' else 'above'}"
        return ""

    def _confirmed(self, old: Content, new: list[Inline], name: str) -> Content:
        """The content with each mark in the form that prints as it was written; else as it was, and a finding."""
        paths = self.index.paths
        own = paths.get(name, ())
        settled = [piece for piece in new if not isinstance(piece, Text) or piece.text]
        written = list(settled)
        for at, piece in enumerate(written):
            if isinstance(piece, Ref):
                for form in ("", LABEL, FULL):
                    settled[at] = Ref(piece.target, form)
                    if printed_form(settled, at, own, paths) == piece.form:
                        break
        for at, piece in enumerate(written):
            if isinstance(piece, Ref) and printed_form(settled, at, own, paths) != piece.form:
                self._warn(name, f'"{piece.form}" {_NOT_KEPT}')
                return old
        return inline.join(settled)

    def _may_be_ours(self, text: str, match: re.Match[str], own: str) -> bool:
        """Whether a bare "paragraph 20" could be meant for this text: such paragraphs exist and nothing says otherwise."""
        if is_elsewhere(text, match):
            return False
        numbers = self._numbers(match, self.index.numbering(own), own, ())
        return all(number.targets and number.targets != (own,) for number in numbers)

    def _doubt(self, name: str, message: str) -> None:
        self.findings.append(_finding("ambiguous-reference", Severity.INFO, name, message))

    def _warn(self, name: str, message: str) -> None:
        self.findings.append(_finding("unresolved-reference", Severity.WARNING, name, message))


def _finding(code: str, severity: Severity, name: str, message: str) -> Finding:
    return Finding(code, severity, message, name, "put [[id]] for the number if it is a paragraph of this text")


def _like(piece: Text, text: str) -> Text:
    return Text(text, piece.italic, piece.bold, piece.superscript)
