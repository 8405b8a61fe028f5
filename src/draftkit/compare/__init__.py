"""What changed between two texts, and who changed it: the redline as data.

``align`` pairs the lines of two texts, ``words`` compares two lines, ``authorship`` says who made each change, and
``comparison`` puts it together into a ``redline``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from draftkit.callable_package import make_callable

if TYPE_CHECKING:
    from draftkit.compare.redline import Redline
    from draftkit.model import Kind, Resolution


def compare(old: Resolution, new: Resolution, *, by_id: bool = False, stages: Sequence[tuple[Kind, Resolution]] = ()) -> Redline:
    """Compare two texts; see ``draftkit.compare.comparison.compare``, which is loaded when it is called."""
    from draftkit.compare.comparison import compare as compared

    return compared(old, new, by_id=by_id, stages=stages)


__all__ = ["compare"]

make_callable(__name__)
