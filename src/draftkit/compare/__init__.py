"""What changed between two texts, and who changed it: the redline as data.

``align`` pairs the lines of two texts, ``words`` compares two lines, ``authorship`` says who made each change, and
``comparison`` puts it together into a ``redline``.
"""

from draftkit.callable_package import make_callable
from draftkit.compare.comparison import compare

__all__ = ["compare"]

make_callable(__name__)
