"""draftkit: the next iteration of a General Assembly resolution, with true tracked changes."""

__version__ = "0.1.0"
