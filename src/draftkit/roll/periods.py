from __future__ import annotations
def roll_periods(resolution, step): return resolution, ()
