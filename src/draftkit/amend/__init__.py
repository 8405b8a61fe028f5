"""Amendments to a draft: what they are, made of two texts, said in words, read from words, and applied to a draft.

``making`` makes them, ``document`` says them as an amendment document does (un-rules F), ``reading`` reads such a document
again, and ``applying`` puts them into any later state of the draft, telling those that no longer fit.

Example:
    >>> amendments = amend(draft, wanted)
    >>> applied = apply(amendments, draft)
    >>> applied.misfits
    ()
"""

from __future__ import annotations

from draftkit.amend.amendments import Action, Amendment, Amendments, Side
from draftkit.amend.applying import Applied, Misfit, apply
from draftkit.amend.making import amend

__all__ = ["Action", "Amendment", "Amendments", "Applied", "Misfit", "Side", "amend", "apply"]
