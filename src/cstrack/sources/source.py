"""A file as it was read."""

from __future__ import annotations

from typing import final

from attrs import frozen


@final
@frozen(kw_only=True)
class Source:
    """One file, known by its bytes.

    Attributes:
        name: file name without folders; what the records' column ``document`` prints.
        path: where it was read, as given by the caller; empty for text handed over in memory.
        sha256: ``sha256:`` and the hash of the bytes.
        media_type: such as ``text/plain``.
        encoding: the encoding the text was decoded with; None where the format has none.
        reader: id and version of the reader that made the text, such as ``text 1``.
        published: whether the file is a published paper; small counts of unpublished ones are masked on export.
    """

    name: str
    path: str = ""
    sha256: str
    media_type: str = "text/plain"
    encoding: str | None = None
    reader: str = ""
    published: bool = True
