"""The reader of plain text papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.document.document import Document
from cstrack.problems import Outcome
from cstrack.reading.blocks import lay_out

if TYPE_CHECKING:
    from cstrack.sources.source import Source

#: Id and version of this reader, as the Source records it.
READER = "text 1"


def read_text(source: Source, content: bytes) -> Outcome[Document]:
    """The document of a plain text file.

    Args:
        source: the file.
        content: its bytes.

    Returns:
        The document, or the problems that stopped it.
    """
    text = content.decode("utf-8-sig")
    layout = lay_out(text)
    known = evolve(source, encoding="utf-8", reader=READER)
    return Outcome(
        value=Document(
            source=known, text=text, blocks=layout.blocks, grids=layout.grids, furniture=layout.furniture
        )
    )
