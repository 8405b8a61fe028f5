from __future__ import annotations
def roll_notes(resolution, step): return resolution, ()
