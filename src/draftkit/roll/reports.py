from __future__ import annotations
def roll_reports(resolution, step): return resolution, ()
