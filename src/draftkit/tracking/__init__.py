"""Tracked changes written into a Word file itself: what did not change stays as it was, byte for byte.

``files`` compares two Word files; ``texts`` writes the redline of two texts into the Word file of the old one. Both end in
``cuts``, which marks the stretches of a paragraph, by the ``pen``.
"""

from draftkit.tracking.files import Tracked, redline_files

__all__ = ["Tracked", "redline_files"]
