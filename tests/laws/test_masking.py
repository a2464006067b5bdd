"""No sum gives back a count that is masked, and masking moves no character."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cstrack.document.masking import covered, masked
from cstrack.facts.vocabulary import default_vocabulary
from cstrack.reading.csv import read_csv
from cstrack.recognition.head import recognise_head
from cstrack.recognition.small_counts import SMALL, small_counts
from cstrack.testing import make

COUNTS = st.lists(st.lists(st.integers(0, 30), min_size=2, max_size=4), min_size=2, max_size=5).filter(
    lambda rows: len({len(row) for row in rows}) == 1
)


def table_of(rows):
    """A table of counts with its totals: texts by row and column, heads and labels left out."""
    whole = [[*row, sum(row)] for row in rows]
    return [*whole, [sum(column) for column in zip(*whole, strict=True)]]


def shown(numbers):
    """What a reader sees of it: numbers, and None where one is masked."""
    width = len(numbers[0])
    lines = ["Team," + ",".join(f"Group {chr(65 + at)}" for at in range(width - 1)) + ",Total"]
    lines += [
        f"{'Team' if at + 1 < len(numbers) else 'Total'} {chr(65 + at)}," + ",".join(map(str, row))
        for at, row in enumerate(numbers)
    ]
    text = "\n".join(lines) + "\n"
    document = read_csv(make.source(text=text, name="t.csv"), text.encode()).value
    again = masked(document, small_counts(document, recognise_head(document), default_vocabulary()))
    rows = [[cell.text for cell in row][1:] for row in again.grids[0].rows][1:]
    return [[None if cell == "c" else int(cell) for cell in row] for row in rows]


@given(COUNTS)
def test_no_small_count_is_shown_or_left_over(rows):
    """Nothing from 1 to 5 is printed, and of no total is a single part missing."""
    seen = shown(table_of(rows))
    assert not any(1 <= cell <= SMALL for row in seen for cell in row if cell is not None)
    lines = [*seen, *map(list, zip(*seen, strict=True))]
    for line in lines:
        if line[-1] is not None and any(line):
            assert sum(cell is None for cell in line[:-1]) != 1, line


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=4))
def test_no_character_moves(text, places):
    """What is not covered stands where it stood."""
    stretches = [(start, min(start + length, len(text))) for start, length in places if start < len(text)]
    again = covered(text, stretches)
    assert len(again) == len(text)
    hidden = {at for start, end in stretches for at in range(start, end)}
    assert all(again[at] == text[at] for at in range(len(text)) if at not in hidden)
