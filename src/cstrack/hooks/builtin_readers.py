"""Our own readers, as they come in through the door."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.hooks.contracts import Match, Strength
from cstrack.reading.text import read_text

if TYPE_CHECKING:
    from cstrack.document.document import Document
    from cstrack.hooks.contracts import Limits, Reader
    from cstrack.problems import Outcome
    from cstrack.sources.source import Source

#: File suffix -> media type.
TEXTS = {".txt": "text/plain", ".text": "text/plain", ".md": "text/markdown", ".markdown": "text/markdown"}


@final
@frozen(kw_only=True)
class TextReader:
    """Plain text and Markdown: papers saved from a publishing system print both in one file.

    Attributes:
        id: its id.
        media_types: what it reads.
    """

    id: str = "core.text"
    media_types: tuple[str, ...] = ("text/plain", "text/markdown")

    def recognise(self, head: bytes, name: str) -> Match | None:  # noqa: ARG002  # the suffix alone tells; bytes are for others
        """By the suffix: a text file carries no mark of its own."""
        suffix = PurePath(name).suffix.lower()
        if suffix not in TEXTS:
            return None
        return Match(strength=Strength.GENERIC, evidence=(f"its name ends in {suffix}",))

    def read(self, source: Source, content: bytes, limits: Limits) -> Outcome[Document]:
        """The document, or the problems that stopped it."""
        return read_text(source, content, limits)


READERS: tuple[Reader, ...] = (TextReader(),)
