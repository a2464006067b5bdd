"""The chain of hashes by which a changed byte of a store is found.

Each paper's hash takes in the hash of the paper before it, so that none can be changed, taken out or put in between. SQLite's own
integrity check does not see changed content.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Stands between the parts of what is hashed; no JSON holds it.
_BETWEEN = "\x1f"


def digest(text: str) -> str:
    """SHA-256 of a text, as hexadecimal digits."""
    return sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()


def content_hash(paper: str, records: Iterable[str]) -> str:
    """Hash of what a paper holds, whatever its records were matched with."""
    return digest(_BETWEEN.join((paper, *records)))


def subject_hash(subjects: Iterable[str]) -> str:
    """Hash of the subjects of a paper's records, in their order."""
    return digest(_BETWEEN.join(subjects))


def link(previous: str, *parts: str | int | None) -> str:
    """Hash of one entry on top of the one before it."""
    return digest(_BETWEEN.join((previous, *("" if part is None else str(part) for part in parts))))
