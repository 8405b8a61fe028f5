"""``draftkit amend``: amendments to a draft, made of two texts or put into a draft."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from draftkit.cli.options import reads_files
from draftkit.cli.terminal import say
from draftkit.errors import DraftkitError, placed
from draftkit.files import refuse_overwriting, save
from draftkit.readers import Intake, Reading, load_bytes, read

if TYPE_CHECKING:
    from draftkit.amend.amendments import Amendments
    from draftkit.amend.applying import Applied
    from draftkit.model import Resolution

FORMS = ("md", "txt", "docx", "html", "yaml")
"""What amendments can be written as."""

_REVISION = re.compile(r"/Rev\.\d+$")

Named = list[tuple[str, "Amendments"]]


@click.command("amend")
@click.argument("texts", nargs=-1, required=True, metavar="OLD NEW | --apply FILE DRAFT")
@click.option("-o", "--output", metavar="OUT", default="-", help="The file to write: .docx, .md, .txt, .html or .yaml.")
@click.option("--sponsor", "sponsors", metavar="STATE", multiple=True, help="Whose amendments they are; may be repeated.")
@click.option("--oral", is_flag=True, help="Write oral revisions, one numbered list to be read out.")
@click.option("--apply", "files", metavar="FILE", multiple=True, help="Put these amendments into DRAFT; may be repeated.")
@click.option("--issued", metavar="TEXT", help="With --apply: the draft as it was issued, whose numbers a document uses.")
@click.option("--json", "as_json", is_flag=True, help="With --apply: list what does not fit as JSON.")
@reads_files
def command(
    texts: tuple[str, ...],
    output: str,
    sponsors: tuple[str, ...],
    oral: bool,
    files: tuple[str, ...],
    issued: str | None,
    as_json: bool,
    intake: Intake,
) -> None:
    """Write what turns OLD into NEW as amendments, or put amendments into a draft.

    \b
    draftkit amend A_C.6_81_L.7.docx wanted.yaml --sponsor Fiji -o amendment.docx
    draftkit amend A_C.6_81_L.7.docx wanted.yaml -o fiji.yaml
    draftkit amend --apply fiji.yaml --apply samoa.md draft.yaml -o amended.yaml
    """
    if files:
        if len(texts) != 1 or sponsors or oral:
            raise click.UsageError("--apply takes one DRAFT, and neither --sponsor nor --oral")
        _apply(texts[0], files, output, issued, as_json, intake)
        return
    if len(texts) != 2 or issued or as_json:
        raise click.UsageError("give OLD and NEW; --issued and --json go with --apply")
    _write(texts[0], texts[1], output, sponsors, oral, intake)


# --- Amendments made -----------------------------------------------------------------------------------------------


def _write(old: str, new: str, output: str, sponsors: tuple[str, ...], oral: bool, intake: Intake) -> None:
    from draftkit.amend import amend, apply
    from draftkit.amend.words import MOST, READABLE

    refuse_overwriting(output, [old, new])
    form = "md" if output == "-" else Path(output).suffix.lstrip(".").lower()
    form = {"yml": "yaml", "markdown": "md", "htm": "html"}.get(form, form)
    if form not in FORMS:
        raise DraftkitError(f'amendments cannot be written as "{form}"', output, f"name the file .{', .'.join(FORMS)}")
    if oral and form == "yaml":
        raise DraftkitError("oral revisions are a document", output, "name the file .docx, .md or .txt, or leave out --oral")
    states = _states(sponsors)
    before, after = read(old, intake), read(new, intake)
    draft, wanted = _finished(before, old, intake), _finished(after, new, intake)
    most = MOST if form == "yaml" else READABLE
    made = amend(draft, wanted, by_id=_same_ids(before, after, old, new), sponsors=states, most=most)
    if form != "yaml" and not made.items:
        raise DraftkitError("the two texts say the same: there is nothing to amend", new, "give the text as it should become")
    if form == "yaml":
        from draftkit.writers.amendments import write

        data = write(made).encode()
    else:
        from draftkit.amend.document import document
        from draftkit.writers import render

        data = render(document(made, draft, apply(made, draft).resolution, oral=oral), form)
    save(output, data)
    count = len(made.items)
    say(f"{count} amendment{'' if count == 1 else 's'}{'' if output == '-' else f', {output} written'}")


def _states(typed: tuple[str, ...]) -> tuple[str, ...]:
    """The sponsors by their short names in order, as those of a draft resolution (un-rules A5)."""
    from draftkit.assemble.issue.sponsors import names_in, sponsors

    return sponsors(name for each in typed for name in names_in(each))


def _finished(reading: Reading, path: str, intake: Intake) -> Resolution:
    from draftkit.cli.finished import finish_reading

    if not reading.is_draft:
        return reading.resolution
    return finish_reading(reading, path, intake=intake).assembled.resolution


def _same_ids(before: Reading, after: Reading, old: str, new: str) -> bool:
    """Whether one id is one paragraph in both: the new text is a draft that was made from the old one, or of the same text."""
    from draftkit.cli.finished import prior_of

    if not after.is_draft:
        return False
    prior = prior_of(after, new)
    priors = [prior_of(before, old), old] if before.is_draft else [old]
    return any(prior and each and Path(prior).resolve() == Path(each).resolve() for each in priors)


# --- Amendments applied --------------------------------------------------------------------------------------------


def _apply(path: str, files: tuple[str, ...], output: str, issued: str | None, as_json: bool, intake: Intake) -> None:
    from draftkit.amend.applying import apply_all

    refuse_overwriting(output, [path, *files, *([issued] if issued else [])])
    if as_json and output == "-":
        raise click.UsageError("--json needs the amended text in a file: give -o OUT")
    reading = read(path, intake)
    draft = reading.resolution
    form = Path(output).suffix.lstrip(".").lower() if output != "-" else "yaml" if reading.is_draft else "md"
    if reading.is_draft and form not in ("yaml", "yml"):
        remedy = "name it .yaml; draftkit build makes the Word file of it"
        raise DraftkitError("a draft that is amended stays YAML", output, remedy)
    numbered = _finished(read(issued, intake), issued, intake) if issued else draft
    named = [(file, _read(file, numbered)) for file in files]
    for file, made in named:
        _compare_symbols(file, made.symbol, numbered.masthead.symbol)
    applied = apply_all(named, draft)
    result = applied[-1].resolution if issued else _marked(named, applied)
    save(output, _rendered(path, reading, result, form))
    _tell(named, applied, draft, output, as_json)


def _read(file: str, draft: Resolution) -> Amendments:
    """The amendments of a file: for draftkit, or a document."""
    from draftkit.readers import amendment_document, amendments

    suffix = Path(file).suffix.lower()
    if suffix in amendment_document.FORMATS:
        from draftkit.readers.amendment_references import with_references

        made = amendment_document.read(file, draft)
        marked = with_references(made, draft)
        if marked is None:
            _tell_typed(file, made)
        return marked or made
    if suffix not in (".yaml", ".yml"):
        remedy = f"give one of .yaml, {', '.join(amendment_document.FORMATS)}"
        raise DraftkitError("amendments cannot be read from such a file", file, remedy)
    from draftkit.readers.decoding import decoded

    source = decoded(load_bytes(Path(file)))
    if source is None:
        raise DraftkitError("this is not a text file", file, "give the amendments as .yaml")
    return amendments.read(source.replace("\r\n", "\n").replace("\r", "\n"), file)


def _compare_symbols(file: str, meant: str, own: str) -> None:
    """Say so if amendments are to another document than the one that they are put into; a revision of it is the same."""
    from draftkit.un.symbols import resolution_number

    to, of = (_REVISION.sub("", resolution_number(symbol) or symbol.strip()) for symbol in (meant, own))
    if to and of and "_" not in f"{to}{of}" and to != of:
        say(f"{file}: these are amendments to {meant}, and the text is {own}: see whether the right file was given")


def _tell_typed(file: str, made: Amendments) -> None:
    """Say which amendments bring in numbers of paragraphs that nobody can look up: what the document amends is another state."""
    from draftkit.amend.applying import brought
    from draftkit.assemble.typed_references import LIST, is_elsewhere, where
    from draftkit.inline import plain

    for each in made.items:
        for text in map(plain, brought(each)):
            for match in LIST.finditer(text):
                if where(text, match.end()) and not is_elsewhere(text, match):
                    said = f'"{match[0]}" stays typed, as not all of this file fits the text whose numbers it has'
                    say(f"{placed(file, each.line)}: {said}: write [[id]], or give that text with --issued")


def _marked(named: Named, applied: Sequence[Applied]) -> Resolution:
    """The amended text. Numbers typed in a document are references only if all of it fits, and it is the only one."""
    from draftkit.readers.amendment_document import FORMATS, with_marks

    last = applied[-1]
    alone = len(named) == 1 and Path(named[0][0]).suffix.lower() in FORMATS
    if alone and not last.misfits and not named[0][1].doubts:
        return with_marks(last.resolution, last.touched)
    return last.resolution


def _rendered(path: str, reading: Reading, result: Resolution, form: str) -> bytes:
    """The amended text as a file; a draft keeps its comments."""
    if not reading.is_draft:
        from draftkit.writers import render

        return render(result, form)
    from draftkit.readers import draft as drafts
    from draftkit.readers.decoding import decoded
    from draftkit.writers.redraft_file import redrafted_file

    data = load_bytes(Path(path))
    if result == reading.resolution:
        return data
    source = decoded(data) or ""
    return redrafted_file(data, source, path, reading.resolution, result, lambda text: drafts.read(text, path).resolution)


def _tell(named: Named, applied: Sequence[Applied], draft: Resolution, output: str, as_json: bool) -> None:
    """Say what did not fit, a line each, and end with 1 if there is any."""
    from draftkit.assemble.places import names

    places = names(draft) | names(applied[-1].resolution)
    rows = [row for (file, made), done in zip(named, applied, strict=True) for row in _rows(file, made, done)]
    total = sum(len(made.items) + len(made.doubts) for _, made in named)
    if as_json:
        keys = ("file", "line", "paragraph", "why", "clash")
        misfits = [dict(zip(keys, row, strict=True)) for row in rows]
        click.echo(json.dumps({"amendments": total, "misfits": misfits}, indent=2, ensure_ascii=False))
    for file, line, place, why, clash in rows:
        said = f"{places.get(place, place)}: {why}" if place else why
        say(f"{placed(file, line)}: {said}{f'; {clash} changed it before' if clash else ''}")
    count = f"{total - len(rows)} of {total} amendment{'' if total == 1 else 's'} applied"
    say(count if output == "-" else f"{count}, {output} written")
    sys.exit(1 if rows else 0)


def _rows(file: str, made: Amendments, applied: Applied) -> list[tuple[str, int, str, str, str]]:
    """What of a file did not fit, in the order of its lines: (file, line, place, why, the file that it clashes with)."""
    unread = [(file, line, "", what, "") for line, what in made.doubts]
    misfits = [(file, each.amendment.line, each.amendment.place, each.why, each.clash) for each in applied.misfits]
    return sorted(unread + misfits, key=lambda row: row[1])
