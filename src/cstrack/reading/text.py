"""The reader of plain text papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.reading.encoding import binary_kind
from cstrack.reading.prose import LONGEST_LINE, MOST_CHARACTERS, read_prose

if TYPE_CHECKING:
    from cstrack.document.document import Document
    from cstrack.problems import Outcome
    from cstrack.sources.source import Source

#: Id and version of this reader, as the Source records it.
READER = "text 1"

#: File names of plain text.
SUFFIXES = (".txt", ".text")

#: File names that say a file is something else, however readable its bytes are.
_OTHERS = (
    ".md", ".markdown", ".csv", ".tsv", ".html", ".htm", ".xhtml", ".xml", ".json", ".jsonl", ".toml", ".yaml", ".yml",
    ".ini", ".py", ".js", ".css", ".rtf", ".svg", ".log", ".docx", ".doc", ".xlsx", ".xls", ".ods", ".odt", ".pdf",
)  # fmt: skip


def looks_like(head: bytes, name: str) -> tuple[str, ...]:
    """Why a file is plain text; empty where it is not.

    Args:
        head: its first bytes.
        name: its file name.

    Returns:
        Reasons for a person. A file named ``.txt`` is taken whatever it holds, so that the reader can say what it is.
    """
    lower = name.lower()
    named = lower.endswith(SUFFIXES)
    readable = bool(head) and binary_kind(head) is None and not _is_markup(head)
    if not named and (lower.endswith(_OTHERS) or not readable):
        return ()
    reasons = [f"named {lower[lower.rindex('.') :]}"] if named else []
    return (*reasons, "its first bytes are text") if readable else tuple(reasons)


def _is_markup(head: bytes) -> bool:
    begin = head[:512].lstrip().lower()
    return begin.startswith((b"<!doctype", b"<html", b"<?xml"))


def read_text(
    source: Source, content: bytes, *, characters: int = MOST_CHARACTERS, line: int = LONGEST_LINE
) -> Outcome[Document]:
    """The document of a plain text file.

    Hashes, bold lines and pipes count here too: papers that were made into text often keep them.

    Args:
        source: the file; its encoding and reader are filled in.
        content: its bytes.
        characters: most characters of the text.
        line: most characters of a line; a longer one is read in parts, with a problem.

    Returns:
        The document with what is to be noted, or the problem that stopped it.
    """
    return read_prose(source, content, reader=READER, markdown=False, characters=characters, line=line)
