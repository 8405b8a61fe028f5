from __future__ import annotations
from dataclasses import dataclass

@dataclass(frozen=True, slots=True)
class Look:
    paragraph: str
    why: str
    text: str

def stale(old, new, step): return ()
