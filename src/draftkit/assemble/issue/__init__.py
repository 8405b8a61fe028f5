"""What becomes of a finished text when it is issued: an L-document, its addendum, an adopted resolution.

In: a finished text. Out: the same with the masthead of the document that it becomes, "___" where the Secretariat fills in.
Corrigenda are made of two texts, in ``compare/corrigendum.py``.
"""

from draftkit.assemble.issue.addendum import addendum
from draftkit.assemble.issue.adopted import Adoption, adopted
from draftkit.assemble.issue.l_document import Issue, l_document

__all__ = ["Adoption", "Issue", "addendum", "adopted", "l_document"]
