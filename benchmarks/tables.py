"""How fast workbooks and CSV are read: the whole reader against bare python-calamine, and the csv module, on the same files.

    python benchmarks/tables.py [ROWS]

Makes a workbook and a CSV file of so many rows (50,000 without a number) of eight columns, words and numbers of several formats. Prints
rows a second and the ratio.
"""

from __future__ import annotations

import csv
import hashlib
import io
import sys
import time
from typing import TYPE_CHECKING

import xlsxwriter
from python_calamine import CalamineWorkbook

from cstrack.reading.csv import read_csv
from cstrack.reading.xlsx import read_xlsx
from cstrack.sources.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: Rows where no number is given, and runs of each measurement, of which the fastest counts.
ROWS, RUNS = 50_000, 7


def rows_of(count: int) -> Iterator[tuple[str | float, ...]]:
    """Rows of a made table."""
    for at in range(count):
        yield (
            f"Service {at % 97}",
            "Children looked after",
            f"E08{at % 151:06}",
            1000 + at * 1.5,
            at % 100 / 100,
            at,
            at * 0.37,
            "2024-25",
        )


def workbook(count: int) -> bytes:
    """A workbook of one sheet, two of its columns in formats that show numbers otherwise than they are."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet("Budget")
    formats = {3: book.add_format({"num_format": "#,##0;(#,##0)"}), 4: book.add_format({"num_format": "0.0%"})}
    for at, row in enumerate(rows_of(count)):
        for column, value in enumerate(row):
            sheet.write(at, column, value, formats.get(column))
    book.close()
    return stream.getvalue()


def table(count: int) -> str:
    """The same rows as CSV, one cell of each quoted."""
    stream = io.StringIO()
    csv.writer(stream).writerows((*row, "Fostering, adoption") for row in rows_of(count))
    return stream.getvalue()


def fastest(work: Callable[[], object]) -> float:
    """Seconds of the fastest of some runs."""
    times: list[float] = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def bare_workbook(content: bytes) -> list[object]:
    """Every row of every sheet as python-calamine gives it."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names]


def main(count: int) -> None:
    """Measure and print."""
    content, text = workbook(count), table(count)
    encoded = text.encode()
    source = Source(name="budget", sha256="sha256:" + hashlib.sha256(content).hexdigest())
    for name, bare, read in (
        ("xlsx", lambda: bare_workbook(content), lambda: read_xlsx(source, content)),
        ("csv", lambda: list(csv.reader(io.StringIO(text))), lambda: read_csv(source, encoded)),
    ):
        least, whole = fastest(bare), fastest(read)
        print(
            f"{name:5} bare {count / least:>12,.0f} rows/s   read {count / whole:>12,.0f} rows/s   ratio {whole / least:.2f}"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
