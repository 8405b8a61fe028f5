"""``draftkit convert``: read any format, write any format."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from draftkit.cli.terminal import say
from draftkit.errors import DraftkitError
from draftkit.files import refuse_overwriting, save


@click.command("convert")
@click.argument("sources", metavar="SRC...", nargs=-1, required=True)
@click.option("-o", "--output", metavar="OUT", help='Where one source goes; its suffix says the format. "-": the screen.')
@click.option("--to", "formats", metavar="FORMATS", help="Formats for --out-dir, parted by commas: yaml, txt, md, docx.")
@click.option("--out-dir", metavar="DIR", type=click.Path(file_okay=False), help="The folder for the converted files.")
@click.option("-v", "--verbose", is_flag=True, help="Say what the reader is not sure of.")
def command(sources: tuple[str, ...], output: str | None, formats: str | None, out_dir: str | None, verbose: bool) -> None:
    """Read any format, write any format.

    \b
    draftkit convert A_RES_79_124.xml -o A_RES_79_124.md
    draftkit convert A_RES_79_124.xml                     prints plain text
    draftkit convert *.xml --to txt,docx --out-dir texts
    """
    if out_dir is None and len(sources) > 1:
        raise click.UsageError("several sources need --out-dir (and --to)")
    if out_dir is None:
        target = output or "-"
        refuse_overwriting(target, sources)
        form = formats or (Path(target).suffix.lstrip(".").lower() if target != "-" else "txt")
        save(target, _convert(sources[0], form, verbose))
        return
    if output:
        raise click.UsageError("give either -o or --out-dir")
    failed = _convert_all(sources, _formats(formats), Path(out_dir), verbose)
    if failed:
        say(f"draftkit: {len(failed)} of {len(sources)} files could not be converted: {', '.join(failed[:10])}")
        sys.exit(1)


def _formats(formats: str | None) -> list[str]:
    listed = [form.strip().lower() for form in (formats or "").split(",") if form.strip()]
    if not listed:
        raise click.UsageError("say the formats: --to txt")
    return listed


def _convert(source: str, form: str, verbose: bool) -> bytes:
    from draftkit.readers import read
    from draftkit.writers import render

    reading = read(source)
    if verbose:
        for finding in reading.findings:
            say(f"{source}: {finding.severity}: {finding.paragraph}: {finding.message} [{finding.code}]")
    return render(reading.resolution, form)


def _convert_all(sources: Sequence[str], formats: Sequence[str], folder: Path, verbose: bool) -> list[str]:
    folder.mkdir(parents=True, exist_ok=True)
    failed: list[str] = []
    with click.progressbar(sources, label="Converting", file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        for source in bar:
            try:
                for form in formats:
                    target = folder / f"{Path(source).stem}.{form}"
                    refuse_overwriting(str(target), [source])
                    save(target, _convert(source, form, verbose))
            except DraftkitError as error:
                say(f"draftkit: {error}")
                failed.append(source)
    return failed
