"""Judges of Word files that are not ours: other readers, other validators. Each is skipped, saying so, where it is missing.

Each takes the bytes of a file. Readers give lines of text for "accept" or "reject"; validators give what they found, which for
a file that was changed is held against what they find in the file it was made from: ``worse``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

Validator = Callable[[bytes], Iterable[str]]


def worse(validator: Validator, data: bytes, *inputs: bytes) -> list[str]:
    """What a validator finds in a file and, so often, in none of those it was made from."""
    before: Counter[str] = Counter()
    for given in inputs:
        before |= Counter(validator(given))
    return sorted((Counter(validator(data)) - before).elements())
