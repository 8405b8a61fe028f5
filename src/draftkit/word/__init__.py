"""What a Word file is made of, for all that read or write one: its package, its parts as trees, its tracked changes.

Nothing here knows of resolutions.
"""
