"""A redline proved against files of any kind.

A redline that was made in the prior's own Word file is held against that file as it is, and against a new Word file likewise. One
that was set in the template, or made for a new text of another kind, is read, and the texts are compared.

Example:
    >>> proved("changes.docx", "old.docx", "new.docx", Intake()).accept
    True
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from draftkit.assemble.printed import printed
from draftkit.cli.finished import text_of
from draftkit.compare.proof import Proof, Way, against_text, prove, said, together
from draftkit.compare.word_proof import against_file
from draftkit.errors import DraftkitError, Unreadable
from draftkit.readers import FORMATS, Intake, load_bytes
from draftkit.readers.word.numbering import Numbering
from draftkit.readers.word.styles import Styles
from draftkit.word.beside import beside
from draftkit.word.opened import Opened, opened
from draftkit.word.readout import body, readout
from draftkit.word.retyping import retyped
from draftkit.word.revisions import Mode, count, resolve

if TYPE_CHECKING:
    from draftkit.model import Resolution
    from draftkit.word.package import WordFile
    from draftkit.word.readout import Label

_PROGRAM = b"<Application>draftkit</Application>"
_PROPERTIES = "docProps/app.xml"
_NAMED = re.compile(r'"[^"]*"| in [^\s,]+\.xml\b|(?<=relationship )\S+|(?<=leads to )[^\s,]+|-?\b[^\s,]*\d[^\s,]*')
"""Names, parts, relationships and numbers in the telling of a fault."""
_WRONG_HEADS = ("accepted, masthead: ", "rejected, masthead: ")
_HEAD = 2
"""Lines of a masthead by which a fresh one is known: the publisher's and the symbol."""


def proved(redline: str, old: str, new: str, intake: Intake) -> Proof:
    """Prove a redline by the paths of the files.

    Raises:
        DraftkitError: one of them cannot be read.
    """
    data = load_bytes(Path(redline))
    file = opened(data, redline)
    both = resolve(file.word, Mode.ACCEPT), resolve(file.word, Mode.REJECT)
    share = retyped(file.word)
    prior = _file(old, intake) if _is_word(old) else None
    if prior is None or _is_set_in_the_template(file, prior, *both):
        after, before = text_of(new, prior=old, intake=intake), text_of(old, intake=intake)
        accepted, rejected = (body(word) for word in both)
        faults = _new_faults(data, [])
        proof = prove(accepted, rejected, old=before, new=after, retyped=share, faults=faults)
        heads = [line for line in proof.differences if line.startswith(_WRONG_HEADS)]
        if len(heads) == len(_WRONG_HEADS) and (made := _as_issued(after, data, redline)):
            return prove(accepted, rejected, old=before, new=made, retyped=share, faults=faults)
        return proof
    accepting = _against_new(data, file, both[0], old, new, intake)
    rejecting = _against_file("rejected", "prior", prior, file, both[1])
    return together(accepting, rejecting, retyped=share, faults=_new_faults(data, [old, new]))


def _as_issued(text: Resolution, data: bytes, redline: str) -> Resolution | None:
    """The text under the untracked masthead of an L-document that a file has, as ``build --as l-document`` sets it.

    What options say there is taken from the file: the line before the title, the number of a revision and its date. ``None``
    where the file has no such masthead.
    """
    from draftkit.assemble.issue import l_document
    from draftkit.readers import word

    head, other = (word.read(data, redline, mode).resolution.masthead for mode in (Mode.ACCEPT, Mode.REJECT))
    if head != other:
        return None
    try:
        made = l_document(text)
    except DraftkitError:
        return None
    own = made.masthead
    fresh = replace(own, sponsors=head.sponsors, heading=head.heading)
    if re.fullmatch(re.escape(own.symbol) + r"/Rev\.\d+", head.symbol):
        fresh = replace(fresh, symbol=head.symbol, issued=head.issued)
    return replace(made, masthead=fresh)


def _against_new(data: bytes, file: Opened, accepted: WordFile, old: str, new: str, intake: Intake) -> Way:
    if _is_word(new):
        return _against_file("accepted", "new", _file(new, intake), file, accepted)
    from draftkit.readers import word

    read = word.read(data, file.archive.name, Mode.ACCEPT).resolution
    return against_text("accepted", said(printed(read)), text_of(new, prior=old, intake=intake))


def _against_file(way: str, whose: str, wanted: Opened, file: Opened, found: WordFile) -> Way:
    one, other = readout(wanted.word, wanted.links, _labels(wanted.word)), readout(found, file.links, _labels(found))
    return against_file(way, one, other, (whose, beside(wanted, wanted.word), beside(file, found, unused=True)))


def _labels(word: WordFile) -> Label:
    """Says the automatic numbers of a file."""
    styles = Styles.of(word.styles)
    numbering = Numbering.of(word.numbering, styles)
    return lambda paragraph: numbering.label(paragraph, styles.of_paragraph(paragraph))


def _is_word(path: str) -> bool:
    return FORMATS.get(Path(path).suffix.lower()) == "word"


def _file(path: str, intake: Intake) -> Opened:
    """A Word file without tracked changes of its own.

    Raises:
        Unreadable: it has some, and nobody said what is to be done with them.
    """
    file = opened(load_bytes(Path(path)), path)
    found = count(file.word)
    if not found:
        return file
    if not intake.revisions:
        changes = "1 tracked change" if found == 1 else f"{found:,} tracked changes"
        raise Unreadable(f"the file has {changes}", path, "accept or reject them: --accept-input or --reject-input")
    return replace(file, word=resolve(file.word, Mode(intake.revisions)))


def _is_set_in_the_template(file: Opened, prior: Opened, accepted: WordFile, rejected: WordFile) -> bool:
    """Whether a redline is not the prior's own file: draftkit made it and not the prior, or with a masthead of its own."""
    if _PROGRAM not in file.archive.blobs.get(_PROPERTIES, b""):
        return False
    if _PROGRAM not in prior.archive.blobs.get(_PROPERTIES, b""):
        return True
    wanted, found, other = ([line.text for line in body(word) if line.text] for word in (prior.word, rejected, accepted))
    return wanted != found and wanted[:_HEAD] != found[:_HEAD] == other[:_HEAD]


def _new_faults(data: bytes, inputs: Sequence[str]) -> tuple[str, ...]:
    """The faults of a redline that are more of their kind than all inputs have together; places and ids shift."""
    from draftkit.word.soundness import faults

    found = faults(data)
    had = [fault for path in inputs if found and _is_word(path) for fault in faults(load_bytes(Path(path)))]
    left = Counter(_kind(fault) for fault in had)
    new = set()
    for fault in sorted(found, key=lambda fault: fault not in had):  # what stands where it stood is the input's
        if left[_kind(fault)]:
            left[_kind(fault)] -= 1
        else:
            new.add(fault)
    return tuple(fault for fault in found if fault in new)


def _kind(fault: str) -> str:
    """What is wrong, without the part, the place, ids and names."""
    return _NAMED.sub("...", fault.partition(": ")[2])
