"""How a specification of blocks is written: a paper on the left hand, its blocks on the right, one a line."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

import pytest

from cstrack.document.document import Document
from cstrack.reading.markdown import read_markdown
from cstrack.reading.text import read_text
from cstrack.sources.source import Source

_SHOWN = 40


def line(document: Document, at: int) -> str:
    """``3 clause (2) 4/2 <1 | words``: index, kind with its depth, label, path, the block that introduces it, words."""
    block = document.blocks[at]
    words = document.plain(block).text
    parts = (
        str(at),
        f"{block.kind.value}{block.level or ''}",
        block.label or "",
        "/".join(block.path),
        "" if block.lead is None else f"<{block.lead}",
        "|",
        words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + "...",
    )
    return " ".join(part for part in parts if part)


@pytest.fixture
def blocks() -> Callable[..., str]:
    """Renders the blocks of a paper, given as an indented text."""

    def render(paper: str, *, markdown: bool = False) -> str:
        content = textwrap.dedent(paper).lstrip("\n").encode()
        read = read_markdown if markdown else read_text
        document = read(Source(name="paper", sha256="sha256:0"), content).value
        return "\n".join(line(document, at) for at in range(len(document.blocks)))

    return render


@pytest.fixture
def expected() -> Callable[[str], str]:
    """The expected blocks, without the indentation of the test."""
    return lambda lines: textwrap.dedent(lines).strip()
