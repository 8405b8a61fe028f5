"""``draftkit convert``: read any format, write any format; many files on all cores.

What is written where is settled before anything is read, so a name that would be written twice, or over an input, is an
error line and not a lost file.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from draftkit.cli.options import reads_files
from draftkit.cli.terminal import say, told
from draftkit.errors import DraftkitError
from draftkit.files import refuse_overwriting, save
from draftkit.readers import Intake
from draftkit.writers import ALIASES, FORMATS

if TYPE_CHECKING:
    from draftkit.model import Resolution

FEW = 8
"""So many files are done before other processes have started."""

_MOST_PROCESSES = 61  # Windows waits for no more
_DRAFTS = frozenset({"yaml", "yml"})


@click.command("convert")
@click.argument("sources", metavar="SRC...", nargs=-1, required=True)
@click.option("-o", "--output", metavar="OUT", help='Where one source goes; its suffix says the format. "-": the screen.')
@click.option("--to", "formats", metavar="FORMATS", help=f"Formats for --out-dir, parted by commas: {', '.join(FORMATS)}.")
@click.option("--out-dir", metavar="DIR", type=click.Path(file_okay=False), help="The folder for the converted files.")
@click.option("--clauses", is_flag=True, help="In drafts: call for the clauses that paragraphs are, word for word.")
@click.option("--skip-existing", is_flag=True, help="Leave files that are there already as they are.")
@click.option("-v", "--verbose", is_flag=True, help="Say what the reader is not sure of.")
@reads_files
def command(
    sources: tuple[str, ...],
    output: str | None,
    formats: str | None,
    out_dir: str | None,
    clauses: bool,
    skip_existing: bool,
    verbose: bool,
    intake: Intake,
) -> None:
    """Read any format, write any format.

    \b
    draftkit convert A_RES_79_124.xml -o A_RES_79_124.md
    draftkit convert A_RES_79_124.xml                     prints plain text
    draftkit convert - -o draft.docx                      reads a draft or a text from standard input
    draftkit convert *.xml --to txt,docx --out-dir texts
    """
    wish = _Wish(verbose, intake, clauses)
    if out_dir is None:
        _convert_one(sources, output or "-", formats, skip_existing, wish)
        return
    if output:
        raise click.UsageError("give either -o or --out-dir")
    if "-" in sources:
        raise click.UsageError("standard input has no name for --out-dir: give -o")
    listed = _formats(formats)
    folder = Path(out_dir)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DraftkitError(error.strerror or "cannot be made", out_dir, "give another folder with --out-dir") from None
    failed = _convert_all(_jobs(tuple(dict.fromkeys(sources)), listed, folder, skip_existing), wish)
    if failed:
        more = ", ..." if len(failed) > 10 else ""
        say(f"draftkit: {len(failed)} of {len(sources)} files could not be converted: {', '.join(failed[:10])}{more}")
        sys.exit(1)


def _convert_one(sources: Sequence[str], target: str, formats: str | None, skip_existing: bool, wish: _Wish) -> None:
    if len(sources) > 1:
        raise click.UsageError("several sources need --out-dir (and --to)")
    listed = _formats(formats or (Path(target).suffix.lstrip(".") if target != "-" else "txt"))
    if len(listed) > 1:
        raise click.UsageError("several formats need --out-dir")
    refuse_overwriting(target, sources)
    if skip_existing and target != "-" and Path(target).exists():
        return
    told, (data,) = _read_and_render(sources[0], listed, wish)
    for line in told:
        say(line)
    save(target, data)
    if target != "-":
        say(f"{target} written")


def _formats(given: str | None) -> list[str]:
    listed = list(dict.fromkeys(form.strip().lower() for form in (given or "").split(",") if form.strip()))
    if not listed:
        raise click.UsageError(f"say the format: --to {', '.join(FORMATS)}")
    for form in listed:
        if ALIASES.get(form, form) not in FORMATS:
            raise DraftkitError(f'"{form}" cannot be written', remedy=f"the formats are {', '.join(FORMATS)}")
    return listed


@dataclass(frozen=True, slots=True)
class _Wish:
    """How every source is to be read: what the reader is not sure of is said or not; and whether drafts call for clauses."""

    verbose: bool
    intake: Intake
    clauses: bool = False


@dataclass(frozen=True, slots=True)
class _Job:
    """A source and the files that are made of it: (format, file). ``refusal`` says why it cannot be done at all."""

    source: str
    targets: tuple[tuple[str, str], ...]
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What is to be said about a source."""

    source: str
    lines: tuple[str, ...] = ()
    failed: bool = False


def _jobs(sources: Sequence[str], formats: Sequence[str], folder: Path, skip_existing: bool) -> Iterator[_Job]:
    """The work, in the order of the sources. Names count as the same whatever their case, as on Windows."""
    inputs = {Path(source).resolve() for source in sources}
    inside = folder.resolve()
    taken: dict[str, str] = {}
    for source in sources:
        name = Path(source).stem
        first = taken.setdefault(name.casefold(), source)
        targets = [(form, f"{name}.{form}") for form in formats]
        if first != source:
            yield _Job(source, (), f"{folder / targets[0][1]} is made of {first}; convert one of them into another folder")
            continue
        over = next((file for _, file in targets if inside / file in inputs), "")
        if over:
            yield _Job(source, (), f"{folder / over} would be written over an input; give another folder with --out-dir")
            continue
        wanted = ((form, str(folder / file)) for form, file in targets if not (skip_existing and (inside / file).exists()))
        yield _Job(source, tuple(wanted))


def _convert_all(jobs: Iterable[_Job], wish: _Wish) -> list[str]:
    """Do the work, say what there is to say in the order of the sources, and give back the sources that failed."""
    listed = [job for job in jobs if job.targets or job.refusal]
    outcomes = _outcomes(listed, wish)
    if not sys.stderr.isatty():
        return [outcome.source for outcome in map(_tell, outcomes) if outcome.failed]
    with click.progressbar(outcomes, length=len(listed), label="Converting", file=sys.stderr) as bar:
        done = list(bar)  # lines said meanwhile would break the bar
    return [outcome.source for outcome in map(_tell, done) if outcome.failed]


def _tell(outcome: _Outcome) -> _Outcome:
    for line in outcome.lines:
        say(line)
    return outcome


def _outcomes(jobs: Sequence[_Job], wish: _Wish) -> Iterator[_Outcome]:
    """The outcomes in the order of the jobs, from several processes where that is worth while."""
    processes = min(_cores(), _MOST_PROCESSES)
    done = 0
    if len(jobs) > FEW and processes > 1:
        from concurrent.futures import ProcessPoolExecutor
        from concurrent.futures.process import BrokenProcessPool

        size = max(1, min(16, len(jobs) // (4 * processes)))
        try:
            with ProcessPoolExecutor(processes, initializer=_leave_interrupts) as pool:
                for outcome in pool.map(_do, jobs, [wish] * len(jobs), chunksize=size):
                    done += 1
                    yield outcome
        except (BrokenProcessPool, OSError, ImportError):
            pass  # no processes to be had, or one was ended from outside: the rest is done here
    for job in jobs[done:]:
        yield _do(job, wish)


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _leave_interrupts() -> None:
    """An interrupt at the keyboard is for the first process alone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _do(job: _Job, wish: _Wish) -> _Outcome:
    """Convert one file. Whatever goes wrong with it is a line: the others are not to suffer."""
    lines: tuple[str, ...] = ()
    try:
        if job.refusal:
            raise DraftkitError(job.refusal, job.source)
        lines, rendered = _read_and_render(job.source, [form for form, _ in job.targets], wish)
        for (_, target), data in zip(job.targets, rendered, strict=True):
            save(target, data)
    except DraftkitError as error:
        problem = str(error)
    except RecursionError:
        problem = f"{job.source}: nested too deep to be read"
    except Exception as error:
        problem = f"{job.source}: a mistake in draftkit ({type(error).__name__}: {error}); report it with the file"
    else:
        return _Outcome(job.source, lines)
    return _Outcome(job.source, (*lines, f"draftkit: {' '.join(problem.split())}"), failed=True)


def _read_and_render(source: str, formats: Sequence[str], wish: _Wish) -> tuple[tuple[str, ...], list[bytes]]:
    """What the reader is not sure of, if that is wanted; and the file in each format."""
    from draftkit.cli.finished import finish_reading
    from draftkit.readers import load_bytes, read
    from draftkit.writers import render

    reading = read(source, wish.intake)
    doubts = tuple(told(reading, source)) if wish.verbose else ()
    if not reading.is_draft:
        return doubts, [render(_drafted(reading.resolution, form, wish), form) for form in formats]
    finished = reading.resolution
    if set(formats) - _DRAFTS:
        finished = finish_reading(reading, source, intake=wish.intake).assembled.resolution
    # a draft as a draft is the file itself, comments and all
    return doubts, [load_bytes(Path(source)) if form in _DRAFTS else render(finished, form) for form in formats]


def _drafted(resolution: Resolution, form: str, wish: _Wish) -> Resolution:
    """What is written: in a draft with entries for clauses, if they are wished for."""
    if not wish.clauses or form not in _DRAFTS:
        return resolution
    from draftkit.cli.clauses.entries import with_entries

    return with_entries(resolution, wish.intake.libraries)
