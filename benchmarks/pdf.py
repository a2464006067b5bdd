"""Pages a second of the whole PDF reader against bare text of pypdfium2, on the same bytes.

``python benchmarks/pdf.py [FILE.pdf ...]``; without files, on the PDF papers of the tests.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2

from cstrack.reading.pdf import read_pdf
from cstrack.sources.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable

_PAPERS = Path(__file__).parents[1] / "tests" / "unit" / "reading" / "papers"

#: Runs of each; the best counts, since others use the machine too.
_RUNS = 15


def bare(content: bytes) -> int:
    """The text of every page, as pypdfium2 gives it; the number of pages."""
    opened = pypdfium2.PdfDocument(content)
    count = len(opened)
    for at in range(count):
        page = opened[at]
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    opened.close()
    return count


def whole(content: bytes) -> None:
    """The document: lines, tables, headings, blocks."""
    read_pdf(Source(name="paper.pdf", sha256="sha256:00"), content)


def best(run: Callable[[], object]) -> float:
    """Seconds of the fastest of some runs."""
    taken = []
    for _ in range(_RUNS):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return min(taken)


def main(paths: list[str]) -> None:
    """Print a line a file."""
    print(f"{'file':50} {'pages':>5} {'bare pages/s':>12} {'whole pages/s':>13} {'times':>6}")
    for path in map(Path, paths) if paths else sorted(_PAPERS.glob("*.pdf")):
        content = path.read_bytes()
        pages = bare(content)
        plain, reader = best(lambda content=content: bare(content)), best(lambda content=content: whole(content))
        print(f"{path.name[:50]:50} {pages:5} {pages / plain:12.0f} {pages / reader:13.0f} {reader / plain:6.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
