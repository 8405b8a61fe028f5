"""Pairs by size, for time and memory: one paragraph of ten is edited, one in a hundred put in, taken out or moved."""

from __future__ import annotations

from pairs.word import P, Text, written

SIZES = {"40 paragraphs": (40, 10), "400, 170 notes": (400, 170), "4,000 paragraphs": (4000, 40)}
"""Paragraphs and notes."""


def _paragraph(n: int, notes: int, size: int, *, later: bool) -> P:
    years = f"{2020 + n % 5}–{2023 + n % 4}" if later and n % 10 == 0 else f"{2019 + n % 5}–{2022 + n % 4}"
    note = f"[^A/{70 + n % 9}/{n}, para. {n % 30 + 1}.]" if n * notes // size != (n - 1) * notes // size else ""
    return P(
        f"*Requests* the bodies named in decision {n % 60 + 10}/{400 + n} to keep measure {n} in view in the period {years}, "
        f"with regard to the {n * 7 % 90 + 5} observations made by Member States,{note} and to report thereon in good time;"
    )


def sized(name: str) -> tuple[bytes, bytes]:
    """Two Word files of a size."""
    size, notes = SIZES[name]
    old = [_paragraph(n, notes, size, later=False) for n in range(1, size + 1)]
    new = [_paragraph(n, notes, size, later=True) for n in range(1, size + 1)]
    for at in range(size // 40, size, max(size // 4, 100)):
        new.insert(at, P(f"*Emphasizes* that nothing in measure {at} prejudices the work of other bodies;"))
        if at + 20 < len(new):
            del new[at + 20]
    return written(Text(tuple(old)), f"{name}, old"), written(Text(tuple(new)), f"{name}, new")
