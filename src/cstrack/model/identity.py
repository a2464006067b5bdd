"""Ids of records: the same file gives the same ids, whatever else is loaded."""

from __future__ import annotations

from hashlib import sha256


def record_id(kind: str, source_hash: str, place: str, ordinal: int = 0) -> str:
    """The id of a record.

    Args:
        kind: kind of the record: ``budget``.
        source_hash: ``sha256:...`` of the file.
        place: start offset, or cell address.
        ordinal: 0 for the first record of this kind at this place.

    Returns:
        ``<kind>-<16 hexadecimal digits>``.

    >>> record_id("budget", "sha256:00", "1612")
    'budget-bff5e049be649322'
    """
    digest = sha256("\x1f".join((source_hash, kind, place, str(ordinal))).encode()).hexdigest()
    return f"{kind}-{digest[:16]}"
