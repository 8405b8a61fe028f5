"""ibid-form: how "Ibid." is written (un-rules E5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import NOTE, quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Passage, Subject
from draftkit.inline import flat
from draftkit.model import Finding, Severity, Text

_IBID = re.compile(
    r"(?P<word>[Ii](?:bid(?:em)?|dem|d)\b|IBID\b|(?i:loc|op)\. ?cit\b)"
    r"(?P<sign>\.?,?)(?P<blank>[ \u00a0]?)(?P<rest>\S?)"
)


@rule("DK509", "E5", Severity.WARNING, bad="Ibid vol. 993, No. 14531.", good="Ibid., vol. 993, No. 14531.", mends=True)
def ibid_form(subject: Subject) -> Iterator[Finding]:
    """ "Ibid." has a capital, a period and a comma before what follows, and is in roman (un-rules E5).

    Only what a note begins with is looked at: after a semicolon it is "ibid.". Italics are taken out by hand.
    """
    for note in subject.resolution.notes:
        text = flat(note.content)
        match = _IBID.match(text)
        if not match:
            continue
        passage = Passage(f"{NOTE}{note.id}", note.content)
        name = subject.names[passage.owner]
        right = "Ibid., " if match["rest"] else "Ibid."
        written = f"{match['word']}{match['sign']}{match['blank']}"
        if written.replace("\u00a0", " ").rstrip() != right.rstrip() or (match["rest"] and not match["blank"]):
            words, instead = text[: match.end()], right + match["rest"]
            if match["word"].lower() not in ("ibid", "ibidem"):
                words, instead = match[0], ""  # what stands for another source than the one before
            message = f"{name} begins with {quoted(words)}"
            yield Finding("ibid-form", Severity.WARNING, message, passage.owner, 'write "Ibid., "', words=words, instead=instead)
        elif isinstance(first := note.content[0], Text) and first.italic:
            message = f'{name} has "Ibid." in italics'
            yield Finding("ibid-form", Severity.WARNING, message, passage.owner, "write it in roman", words="Ibid")
