"""How near a page of draftkit's comes to the official one: the same text set by both, measured word by word.

In: official PDFs of draft resolutions (``../shared/corpus/l-documents``). Each is read, built again as an L-document, turned into
a PDF by LibreOffice, and its first page laid beside the official one: the share of lines that break at the same word, and how
far each piece of the masthead stands from its place, in points.

    python bench/pages.py                           every document
    python bench/pages.py A_C.6_80_L.12 --show      one, with the lines that break elsewhere
    python bench/pages.py --keep DIR                keep the files, to look at
    python bench/pages.py --slack 20                lines of text that are 20 twips, one point, longer

LibreOffice is not Word: where a line is justified Word narrows blanks to take in one word more, LibreOffice 7.4 only widens
them. ``--slack`` lengthens the lines by a little, which says how many breaks are other for that alone; the template of draftkit
keeps the measure of the official files.
"""

from __future__ import annotations

import argparse
import ctypes
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

HERE = Path(__file__).resolve().parent
OFFICIAL = HERE.parents[1] / "shared" / "corpus" / "l-documents"
_GAP = 24.0
"""Points between two words beyond which they are two pieces of the masthead."""
_FOOT = 700.0
"""Points from the top where the foot of the page begins: job number, bar code, recycling sign."""
_RAISED = 4.5
"""Points by which the number of a note is raised at most."""
_FORMULA = "TheGeneralAssembly"


@dataclass(frozen=True, slots=True)
class Word:
    """A word: where it begins and ends, and the line its letters stand on, in points from the upper left corner."""

    left: float
    base: float
    right: float
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """The words of one line of the page."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """Letters, figures and slashes alone: programs see blanks and hyphens in other places."""
        return re.sub(r"[^\w/]", "", "".join(word.text for word in self.words))


@dataclass(frozen=True, slots=True)
class Compared:
    """One document: how many lines break alike, of how many; the pieces of the masthead with their offsets; other breaks."""

    name: str
    alike: int
    lines: int
    pieces: tuple[tuple[str, float, float], ...]
    others: tuple[str, ...]


def main() -> int:
    options = _options()
    names = options.names or sorted(file.stem for file in OFFICIAL.glob("*.pdf"))
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(options.keep or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        _built(names, folder, _slack(folder, options.slack))
        found = [compared(name, OFFICIAL / f"{name}.pdf", folder / f"{name}.pdf") for name in names]
    for one in found:
        _tell(one, options.show)
    alike, lines = sum(one.alike for one in found), sum(one.lines for one in found)
    print(f"all: {alike} of {lines} lines of first pages break alike ({alike / max(1, lines):.0%})")
    return 0


def compared(name: str, official: Path, ours: Path) -> Compared:
    """The first pages of two PDFs of one text."""
    rows, other = _rows(official), _rows(ours)
    heads, bodies = zip(*(_parted(page) for page in (rows, other)), strict=True)
    there = {row.text for row in other}
    body = [row for row in bodies[0] if row.words[0].base < _FOOT and not row.words[0].text.startswith("____")]
    missed = [row for row in body if row.text not in there]
    others = tuple(" ".join(word.text for word in row.words) for row in missed)
    return Compared(name, len(body) - len(missed), len(body), tuple(_offsets(*heads)), others)


def _offsets(official: Sequence[Row], ours: Sequence[Row]) -> Iterator[tuple[str, float, float]]:
    """Each piece of the official masthead with how far ours stands to its right, and below; one may be there twice."""
    places = list(_pieces(ours))
    for text, x, y in _pieces(official):
        if (found := next((place for place in places if place[0] == text), None)) is not None:
            places.remove(found)
            yield text, found[1] - x, found[2] - y


def _pieces(rows: Sequence[Row]) -> Iterator[tuple[str, float, float]]:
    """What stands together in a line of the masthead: its text, its left edge (the symbol: its right one), its foot."""
    for row in rows:
        piece: list[Word] = []
        for word in (*row.words, None):
            if piece and (word is None or word.left - piece[-1].right > _GAP):
                text = "".join(one.text for one in piece)
                edge = piece[-1].right if "/" in text else piece[0].left
                yield text, edge, piece[-1].base
                piece = []
            if word is not None:
                piece.append(word)


def _parted(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The masthead with heading and title, and the text from the organ's line on."""
    at = next((n for n, row in enumerate(rows) if row.text.startswith(_FORMULA) and row.words[0].left > 130), len(rows))
    return list(rows[:at]), list(rows[at:])


def _rows(pdf: Path) -> list[Row]:
    """The lines of the first page from top to bottom: words whose letters stand at one height, raised ones among them."""
    rows: list[list[Word]] = []
    for word in sorted(_words(pdf), key=lambda word: (word.base, word.left)):
        row = next((row for row in rows[-2:] if abs(word.base - row[-1].base) < _RAISED and _beside(row, word)), None)
        row.append(word) if row is not None else rows.append([word])
    return [Row(tuple(sorted(row, key=lambda word: word.left))) for row in rows]


def _words(pdf: Path) -> Iterator[Word]:
    """The words of the first page: letters without a blank between them, at one height."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    page = pypdfium2.PdfDocument(pdf)[0]
    letters, height = page.get_textpage(), page.get_height()
    x, y = ctypes.c_double(), ctypes.c_double()
    word: Word | None = None
    for at in range(letters.count_chars()):
        letter = letters.get_text_range(at, 1)
        pdfium.FPDFText_GetCharOrigin(letters, at, x, y)
        right, base = letters.get_charbox(at, loose=True)[2], height - y.value
        if word and (not letter.strip() or abs(base - word.base) > 1 or x.value < word.right - 2):
            yield word
            word = None
        if letter.strip():
            word = replace(word, right=right, text=word.text + letter) if word else Word(x.value, base, right, letter)
    if word:
        yield word


def _beside(row: Sequence[Word], word: Word) -> bool:
    """Whether a word stands beside all the words of a line, over none of them."""
    return all(word.left >= one.right - 1 or word.right <= one.left + 1 for one in row)


def _slack(folder: Path, twips: int) -> list[str]:
    """The option that lays a template over the shipped one whose lines of text are longer."""
    if not twips:
        return []
    source = (HERE.parent / "templates" / "common" / "word" / "styles.xml").read_text("utf-8")
    before, name, style = source.partition('w:styleId="SingleTxt"')
    own = folder / "template" / "word"
    own.mkdir(parents=True, exist_ok=True)
    (own / "styles.xml").write_text(before + name + style.replace('w:right="1267"', f'w:right="{1267 - twips}"', 1), "utf-8")
    return ["--template", str(own.parent)]


def _built(names: Sequence[str], folder: Path, template: Sequence[str]) -> None:
    """Our PDFs of the official texts."""
    draftkit = [sys.executable, "-m", "draftkit"]
    for name in names:
        draft = folder / f"{name}.yaml"
        _run([*draftkit, "convert", str(OFFICIAL / f"{name}.pdf"), "-o", str(draft)])
        _run([*draftkit, "build", str(draft), "--as", "l-document", "--clean", *template, "-o", str(draft.with_suffix(".docx"))])
    files = [str(folder / f"{name}.docx") for name in names]
    with tempfile.TemporaryDirectory() as profile:
        user = f"-env:UserInstallation={Path(profile).as_uri()}"
        _run(["soffice", user, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files])


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)


def _tell(one: Compared, show: bool) -> None:
    across, down = [x for _, x, _ in one.pieces], [y for _, _, y in one.pieces]
    far = max((max(abs(x), abs(y)) for _, x, y in one.pieces), default=0.0)
    print(
        f"{one.name}: {one.alike} of {one.lines} lines break alike; "
        f"masthead, {len(one.pieces)} pieces: "
        f"median {statistics.median(across or [0]):+.1f} across, {statistics.median(down or [0]):+.1f} down, farthest {far:.1f}"
    )
    if show:
        for text, x, y in one.pieces:
            print(f"    {x:+6.1f} {y:+6.1f}  {text}")
        for line in one.others:
            print(f"    breaks elsewhere: {line}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="A_C.6_80_L.12; all without")
    parser.add_argument("--show", action="store_true", help="each piece of the masthead, and the lines that break elsewhere")
    parser.add_argument("--slack", metavar="TWIPS", type=int, default=0, help="lines of text longer by this")
    parser.add_argument("--keep", metavar="DIR", help="where the files are left")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
