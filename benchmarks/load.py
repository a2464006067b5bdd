"""What a whole load costs against bare reading: two hundred mixed papers, by this process and by one, two and more workers.

    python benchmarks/load.py [--papers 200] [--jobs 2]

Bare reading is what each format's library does alone: text decoded, selectolax text of a page, pypdfium2 text of a PDF. It is given
so that the ratio tells how much recognition, loading and the workers add. The papers are those of ``examples`` and of the tests,
each copied with a line of its own, so that none counts as repeated.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
from selectolax.lexbor import LexborHTMLParser

from cstrack.reading.inputs import find_inputs
from cstrack.workflow.loading import load
from cstrack.workflow.pool import Pool
from cstrack.workflow.told import prepare

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[1]
PLACES = ("examples/papers/*.txt", "tests/unit/reading/pages/*.html", "tests/unit/reading/papers/*.pdf")

#: What a format lets stand behind its end.
_OWN = {".txt": "\nPaper {}\n", ".html": "<!-- {} -->", ".pdf": "\n% {}\n"}


def copied(folder: Path, count: int) -> None:
    """Write so many papers, of every kind in turn."""
    kinds = [sorted(ROOT.glob(place)) for place in PLACES]
    mixed = [cycle(found) for found in kinds if found]
    for number, papers in enumerate(islice(cycle(mixed), count)):
        path = next(papers)
        own = _OWN[path.suffix].format(number)
        (folder / f"{number:04}-{path.name}").write_bytes(path.read_bytes() + own.encode())


def bare(path: Path) -> int:
    """The text of a paper as its library gives it; how many characters it has."""
    content = path.read_bytes()
    if path.suffix == ".html":
        body = LexborHTMLParser(content.decode()).body
        return len(body.text(separator=" ")) if body else 0
    if path.suffix != ".pdf":
        return len(content.decode())
    with pypdfium2.PdfDocument(content) as opened:
        return sum(len(page.get_textpage().get_text_range()) for page in opened)


def seconds(work: Callable[[], object]) -> float:
    """How long a piece of work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _nobody(done: int, name: str) -> None:
    del done, name


def started(folder: Path) -> float:
    """From nothing to the answer of one worker on one small paper."""
    told = prepare(
        "",
        authority=None,
        loader=None,
        paper_date=None,
        no_plugins=False,
        disabled=(),
        plugins=None,
        limits=None,
        project=False,
    )
    inputs = find_inputs([min(folder.glob("*.txt"), key=lambda path: path.stat().st_size)]).value or ()

    def run() -> None:
        pool = Pool(told, 1)
        try:
            pool.hire()
            tuple(pool.arrivals(inputs, _nobody))
        finally:
            pool.close()

    return min(seconds(run) for _ in range(3))


def main() -> int:
    """Measure, and print a row for each way to load."""
    parser = argparse.ArgumentParser(description="A whole load against bare reading.")
    parser.add_argument("--papers", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=2)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        copied(folder, asked.papers)
        paths = sorted(folder.iterdir())
        size = sum(path.stat().st_size for path in paths)
        load(paths[:3], isolation="none", project=False)  # what is imported once is not counted
        reading = seconds(lambda: [bare(path) for path in paths])
        here = load(folder, isolation="none", project=False)
        whole = seconds(lambda: load(folder, isolation="none", project=False))
        print(f"{len(paths)} papers, {size / 1e6:.1f} MB, {len(here.records)} records")
        print(f"{'':34} {'seconds':>8} {'papers/s':>9} {'to bare':>8} {'to none':>8}")
        rows = [("bare reading", reading), ("isolation none", whole)]
        for jobs in sorted({1, 2, asked.jobs}):
            taken = seconds(partial(load, folder, jobs=jobs, project=False))
            rows += [(f"isolation process, {jobs} at a time", taken)]
        for name, taken in rows:
            print(f"{name:34} {taken:8.2f} {len(paths) / taken:9.1f} {taken / reading:8.1f} {taken / whole:8.2f}")
        print(f"{'one worker, start to first answer':34} {started(folder):8.2f}")
        assert load(folder, jobs=asked.jobs, project=False) == here
    return 0


if __name__ == "__main__":
    sys.exit(main())
