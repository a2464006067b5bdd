"""The reader of Markdown papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.reading.encoding import binary_kind
from cstrack.reading.prose import LONGEST_LINE, MOST_CHARACTERS, read_prose

if TYPE_CHECKING:
    from cstrack.document.document import Document
    from cstrack.problems import Outcome
    from cstrack.sources.source import Source

#: Id and version of this reader, as the Source records it.
READER = "markdown 1"

#: File names of Markdown.
SUFFIXES = (".md", ".markdown")


def looks_like(head: bytes, name: str) -> tuple[str, ...]:
    """Why a file is Markdown; empty where it is not.

    Args:
        head: its first bytes.
        name: its file name.

    Returns:
        Reasons for a person. Only the name tells: the same signs stand in plain text too.
    """
    lower = name.lower()
    if not lower.endswith(SUFFIXES):
        return ()
    named = f"named {lower[lower.rindex('.') :]}"
    return (named, "its first bytes are text") if head and binary_kind(head) is None else (named,)


def read_markdown(
    source: Source, content: bytes, *, characters: int = MOST_CHARACTERS, line: int = LONGEST_LINE
) -> Outcome[Document]:
    """The document of a Markdown file; its text is the file as it stands, signs included.

    Args:
        source: the file; its encoding and reader are filled in.
        content: its bytes.
        characters: most characters of the text.
        line: most characters of a line; a longer one is read in parts, with a problem.

    Returns:
        The document with what is to be noted, or the problem that stopped it.
    """
    return read_prose(source, content, reader=READER, markdown=True, characters=characters, line=line)
