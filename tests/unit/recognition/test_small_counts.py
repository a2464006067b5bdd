"""Tables of an unpublished file: small counts, and the fewest other cells by which they could be computed."""

from __future__ import annotations

import pytest

from cstrack.document.masking import masked
from cstrack.facts.vocabulary import default_vocabulary
from cstrack.reading.csv import read_csv
from cstrack.recognition.head import recognise_head
from cstrack.recognition.small_counts import small_counts
from cstrack.testing import make


def shown(table, most=5):
    """The text of a table as it may be shown, blanks of masked figures taken off."""
    text = "\n".join(",".join(cell.strip() for cell in line.split("|")) for line in table.strip().splitlines()) + "\n"
    document = read_csv(make.source(text=text, name="t.csv"), text.encode()).value
    masks = small_counts(document, recognise_head(document), default_vocabulary(), most)
    again = masked(document, masks)
    assert len(again.text) == len(text)
    for row in again.grids[0].rows:
        for cell in row:
            assert cell.span is None or again.text_at(cell.span).strip() == cell.text.strip()
    return [" | ".join(cell.text.strip() for cell in row) for row in again.grids[0].rows]


def test_a_count_alone_is_masked():
    """A scorecard's count; its target, its reference and its rating stay."""
    rows = shown("Ref | Indicator | Actual | Target | RAG\n3 | Children placed far from home | 3 | 5 | 2")
    assert rows[1] == "3 | Children placed far from home | c | 5 | 2"


def test_of_a_total_and_its_parts_never_one_alone_is_hidden():
    """The smallest other part is hidden too; where the hidden parts must all be one, a further one."""
    rows = shown("Team | Children\nNorth | 3\nSouth | 12\nEast | 20\nTotal | 35")
    assert rows[1:] == ["North | c", "South | c", "East | 20", "Total | 35"]
    rows = shown("Team | Children\nNorth | 1\nSouth | 1\nEast | 20\nWest | 9\nTotal | 31")
    assert rows[1:] == ["North | c", "South | c", "East | 20", "West | c", "Total | 31"]
    rows = shown("Team | Boys | Girls | Total\nNorth | 3 | 12 | 15\nSouth | 20 | 30 | 50\nTotal | 23 | 42 | 65")
    assert rows[1:] == ["North | c | c | 15", "South | c | c | 50", "Total | 23 | 42 | 65"]


def test_the_total_is_hidden_where_there_is_no_other_part():
    """One team, one number."""
    assert shown("Team | Children\nNorth | 3\nTotal | 3")[1:] == ["North | c", "Total | c"]


def test_ratios():
    """What is left of a denominator counts as well, and the share of a ratio that is not shown is not shown."""
    table = (
        "Indicator | Num | Den | Q1 2024/25 | Target\n% in touch | 22 | 24 | 91.7% | 95%\n% seen | 30 | 60 | 50% | 90%"
    )
    assert shown(table)[1:] == ["% in touch | c | 24 | c | 95%", "% seen | 30 | 60 | 50% | 90%"]
    assert shown("Indicator | Cohort | Actual\n% seen | 24 | 12.5%")[1] == "% seen | 24 | c"


def test_a_share_beside_a_count_that_is_not_shown():
    """Its total may stand anywhere."""
    rows = shown("Age | Number of children | Share of all %\n0 to 4 | 3 | 7.5%\n5 to 9 | 37 | 92.5%\nTotal | 40 | 100%")
    assert rows[1:] == ["0 to 4 | c | c", "5 to 9 | c | c", "Total | 40 | 100%"]


def test_a_difference_to_the_period_before():
    """Twelve last time and nine fewer now is three."""
    rows = shown("Indicator | Previous | Actual | Change from last period\nChildren missing | 12 | 3 | 9")
    assert rows[1] == "Children missing | 12 | c | c"


@pytest.mark.parametrize("cell", ["3/24", "3 of 24", "12.5% (3 of 24)", "21/24 (87.5%)"])
def test_a_part_and_its_whole_in_one_cell(cell):
    """Both tell the count."""
    assert shown(f"Indicator | Actual\nChildren seen late | {cell}")[1] == "Children seen late | c"


@pytest.mark.parametrize(
    "table",
    [
        "Service | Budget £m | Forecast £m\nFostering | 3 | 4",
        "Ref | Action | Owner | Due | RAG | Priority\n1 | Publish | Director | 3/24 | 2 | 3\n2 | Train | Director | 4/24 | 1 | 1",
        "Indicator | Actual | England\nAverage number of weeks | 3 | 4",
        "Indicator | Actual\nNumber of audits completed | 4",
        "Risk | Likelihood | Impact | Score\nFunding | 3 | 4 | 5",
        "Indicator | Actual | Target\n% seen | 3% | 5%",
        "Quarter | Version\nTwo | 2",
    ],
)
def test_what_counts_nobody_stays(table):
    """Money, dates, ratings, references, times, audits and risks."""
    assert not any(cell == "c" for row in shown(table) for cell in row.split(" | "))


def test_unknown_tables_are_masked_rather_than_shown():
    """A number without a word on what it counts is taken to count people."""
    assert shown("Locality | March | June\nNorth | 4 | 31")[1] == "North | c | 31"


def test_words_in_a_cell():
    """An update tells a count as well as a column does; nothing else of it is lost."""
    rows = shown("Ref | Action | Owner | Progress\n1 | Visit | Lead | 3 children (12%) waited. All done")
    assert rows[1] == "1 | Visit | Lead | c children (c  ) waited. All done"


def test_nothing_is_masked_where_nothing_is_small():
    """Nought is no limit."""
    assert shown("Indicator | Actual\nChildren missing | 3", most=0)[1] == "Children missing | 3"
