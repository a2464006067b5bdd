"""How fast web pages are read: the whole reader against the text that bare selectolax gives of the same pages.

    python benchmarks/web_pages.py [PAGE ...]

Without pages the ones of the tests are read, and one of them with a hundred items. Prints megabytes a second and the ratio.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from cstrack.reading.blocks import lay_out
from cstrack.reading.html import read_html
from cstrack.reading.html_flow import Flow
from cstrack.reading.html_page import open_page
from cstrack.sources.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PAGES = Path(__file__).resolve().parent.parent / "tests" / "unit" / "reading" / "pages"

#: Runs of each measurement, of which the fastest counts, and seconds after which no further run is made.
RUNS, ENOUGH = 30, 3.0


def fastest(work: Callable[[], object]) -> float:
    """Seconds of the fastest of some runs."""
    times: list[float] = []
    began = time.perf_counter()
    while len(times) < RUNS and (not times or time.perf_counter() - began < ENOUGH):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def pages(given: list[str]) -> Iterator[tuple[str, bytes]]:
    """The pages to read: name and bytes."""
    if given:
        yield from ((Path(path).name, Path(path).read_bytes()) for path in given)
        return
    for path in sorted(PAGES.glob("*.html")):
        yield path.name, path.read_bytes()
    page = (PAGES / "agenda-item.html").read_bytes()
    begin, end = page.index(b'<div class="mgContent">'), page.index(b'<ul class="social-links">')
    yield "a hundred items", page[:begin] + page[begin:end] * 100 + page[end:]


def bare(content: bytes) -> str:
    """The text of a page as selectolax gives it, furniture and all."""
    body = LexborHTMLParser(content).body
    return body.text(separator="\n", strip=True) if body else ""


def walked(content: bytes) -> Flow:
    """The passages of a page, before they are laid out."""
    page = open_page(content.decode("utf-8", errors="replace"))
    assert page is not None, "every page measured has a body"
    flow = Flow(page=page)
    flow.walk(page.main)
    return flow


def main(given: list[str]) -> None:
    """Print a line a page."""
    print(f"{'page':34} {'KB':>7} {'bare MB/s':>10} {'whole MB/s':>10} {'ratio':>6}   of which passages, layout")
    for name, content in pages(given):
        source = Source(name=name, sha256="sha256:00")
        document = read_html(source, content).value
        if document is None:
            print(f"{name:34} holds no paper")
            continue
        text, size = document.text, len(content)
        base, whole = fastest(lambda: bare(content)), fastest(lambda: read_html(source, content))  # noqa: B023
        flow = fastest(lambda: walked(content))  # noqa: B023
        layout = fastest(lambda: lay_out(text, longest=1_000_000, markdown=True))  # noqa: B023
        speeds = f"{size / 1024:7.1f} {size / base / 1e6:10.1f} {size / whole / 1e6:10.1f}"
        print(f"{name:34} {speeds} {whole / base:6.1f}   {flow / base:.1f}, {layout / base:.1f}")


if __name__ == "__main__":
    main(sys.argv[1:])
