"""An instant as the parts of a Word file write it.

Example:
    >>> instant(datetime(2026, 10, 5, 9, tzinfo=UTC))
    '2026-10-05T09:00:00Z'
"""

from __future__ import annotations

from datetime import UTC, datetime


def instant(date: datetime) -> str:
    """A W3C date and time; without a time zone it is taken as UTC."""
    aware = date if date.tzinfo else date.replace(tzinfo=UTC)
    return aware.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
