"""The three-way merge of resolutions: what two people, or a person and a rule, made of one text, in one.

``base`` is the text both began with, ``mine`` the drafter's, ``fresh`` the other. Each is first written with the same names
(``naming``), taken apart into values and lists (``forest``), merged value by value (``values``, ``words``) and list by list
(``places``), and put together again (``texts``). Nothing of the drafter's is ever lost: where both changed the same words, the
drafter's stay and the clash is told.

Example:
    >>> merged = merge(base, mine, fresh, before=prior)
    >>> merged.resolution, merged.conflicts
"""

from draftkit.roll.merge.said import Clash, Offer, Taken
from draftkit.roll.merge.texts import Merged, merge

__all__ = ["Clash", "Merged", "Offer", "Taken", "merge"]
