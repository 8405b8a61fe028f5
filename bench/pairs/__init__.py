"""The pairs of Word files that redlines are judged on: an invented resolution, edited in fourteen ways, and three sizes.

Example:
    >>> [pair.name for pair in PAIRS][:3]
    ['usual', 'notes', 'split and merge']
"""

from __future__ import annotations

from pairs.kinds import PAIRS, Pair
from pairs.sizes import SIZES, sized

__all__ = ["PAIRS", "SIZES", "Pair", "sized"]
