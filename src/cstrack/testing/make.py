"""Short builders for tests: a document from its lines, a period from its label."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from cstrack.document.block import Block, BlockKind
from cstrack.document.document import Document
from cstrack.sources.source import Source
from cstrack.sources.span import Span
from cstrack.values import expressions

if TYPE_CHECKING:
    from datetime import date

    from cstrack.values.period import Period


def source(name: str = "paper.txt", text: str = "", media_type: str = "text/plain") -> Source:
    """The source of a text as if it had been read from a file of that name."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Source(name=name, sha256=f"sha256:{digest}", media_type=media_type, encoding="utf-8", reader="made 1")


def document(text: str, name: str = "paper.txt") -> Document:
    """A document whose blocks are the lines of a text, each a paragraph; blank lines are none."""
    blocks = []
    at = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        start = at + line.find(bare) if bare else at
        if bare:
            blocks.append(Block(kind=BlockKind.PARAGRAPH, pieces=(Span(start, start + len(bare)),)))
        at += len(line)
    return Document(source=source(name, text), text=text, blocks=tuple(blocks))


def period(label: str, anchor: date | None = None) -> Period:
    """A period from the words a paper would use: ``make.period("2014/15")``."""
    return expressions.parse_period(label, anchor)
