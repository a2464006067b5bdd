"""Laws of periods: what is written reads back, ends are half-open, any text can be read."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cstrack.document.text import plain
from cstrack.errors import UnreadableDate
from cstrack.recognition.periods import recognise_periods
from cstrack.sources.span import Span
from cstrack.testing import make
from cstrack.values import period as periods
from cstrack.values.edtf import read_edtf
from cstrack.values.expressions import parse_period, read_periods
from cstrack.values.period import Period, PeriodKind

YEARS = st.integers(1990, 2049)
DAYS = st.dates(date(1990, 1, 1), date(2049, 12, 31))
SIMPLE = st.one_of(
    YEARS.map(periods.financial_year),
    YEARS.map(periods.academic_year),
    YEARS.map(periods.calendar_year),
    st.builds(periods.financial_quarter, YEARS, st.integers(1, 4)),
    st.builds(periods.month, YEARS, st.integers(1, 12)),
    DAYS.map(periods.day),
    st.builds(lambda year, season: Period.from_edtf(f"{year}-{season}"), YEARS, st.integers(21, 24)),
)


def spans(first: date, length: int) -> Period:
    """So many days from a day."""
    return Period.from_edtf(f"{first}/{first + timedelta(days=length)}")


BOUNDED = st.one_of(
    SIMPLE,
    st.builds(spans, DAYS, st.integers(1, 4000)),
    st.builds(lambda first, more: Period.from_edtf(f"{first}/{first + more}"), YEARS, st.integers(1, 45)),
    st.builds(lambda year, month: Period.from_edtf(f"{year}-{month:02}~"), YEARS, st.integers(1, 12)),
)
OPEN = st.one_of(
    SIMPLE.map(lambda each: Period.from_edtf("../" + each.edtf.rpartition("/")[2])),
    SIMPLE.map(lambda each: Period.from_edtf(each.edtf.partition("/")[0] + "/..")),
)
CHOICES = st.lists(st.builds(periods.month, YEARS, st.integers(1, 12)), min_size=2, max_size=4, unique=True).map(
    lambda months: Period.from_edtf(f"[{','.join(each.edtf for each in months)}]")
)
PERIODS = st.one_of(BOUNDED, OPEN, CHOICES)

#: Text as councils write it, and worse.
SCRAPS = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "2014/15",
                "2014/5",
                "13",
                "March",
                "MAY",
                "by",
                "since",
                "the end of",
                "Q1",
                "quarter",
                "month 3",
                "to",
                "and",
                "or",
                "-",
                "/",
                ",",
                ".",
                "(",
                ")",
                "last",
                "next",
                "this year",
                "£2m",
                "year",
                "30th",
                "31/01/2022",
                "2015-03-31",
                "early",
                "late",
                "Summer",
                "if not sooner",
                "2013 -14",
                "12 months",
                "possibly",
                "from",
                "until",
                "same period",
                "first",
            ]
        ),
        st.text(max_size=6),
        st.integers(0, 3000).map(str),
    ),
    max_size=25,
).map(" ".join)


@given(PERIODS)
def test_edtf_reads_back(period):
    """``Period.from_edtf(p.edtf) == p``."""
    assert Period.from_edtf(period.edtf) == period


@given(PERIODS)
def test_a_label_reads_back(period):
    """``parse_period(p.label) == p``: what a report prints can be typed in."""
    assert parse_period(period.label) == period


@given(PERIODS)
def test_a_period_holds_its_last_day_and_not_its_end(period):
    """Half-open: the last day is in, the day after is out."""
    if period.end is not None:
        assert period.contains(period.last_day)
        assert not period.contains(period.end)
    if period.start is not None:
        assert period.contains(period.start)
        assert not period.contains(period.start - timedelta(days=1))


@given(PERIODS, PERIODS)
def test_overlapping_is_mutual_and_follows_from_covering(one, other):
    """Whoever covers another shares its days; sharing goes both ways."""
    assert one.overlaps(other) == other.overlaps(one)
    assert not one.covers(other) or one.overlaps(other)
    assert one.covers(one)


@given(DAYS)
def test_a_day_lies_in_its_financial_year_and_in_one_of_its_quarters(day):
    """The four quarters part the year."""
    year = periods.financial_year_of(day)
    quarters = [periods.financial_quarter(year.start.year, number) for number in (1, 2, 3, 4)]
    assert year.contains(day)
    assert sum(quarter.contains(day) for quarter in quarters) == 1
    assert sum(quarter.days for quarter in quarters) == year.days


@given(st.lists(PERIODS, max_size=8))
def test_sorting_is_by_the_first_day(found):
    """An open beginning comes first."""
    starts = [each.start or date.min for each in sorted(found)]
    assert starts == sorted(starts)


@given(st.text(alphabet="0123456789-/.[],X?~% T:Z", max_size=30))
def test_any_text_is_edtf_or_is_refused(text):
    """Nothing else is raised; what is read is written the same, but for a time of day."""
    try:
        read = read_edtf(text)
    except UnreadableDate:
        return
    assert read_edtf(str(read)) == read
    assert read.first is None or read.last is None or read.first <= read.last


@given(SCRAPS, st.none() | DAYS.map(periods.day) | YEARS.map(periods.calendar_year))
def test_any_text_can_be_read(text, paper):
    """Whatever stands there: no error, no overlap, every span inside the text, the quote the words that were read."""
    document = make.document(text)
    found = recognise_periods(document, paper)
    for mention in found:
        block = document.blocks[mention.block]
        assert block.span.contains(mention.span)
        words = document.plain(block).text[mention.start : mention.end]
        assert plain(document.text, (mention.span,)).text == words.strip()
        assert mention.period.kind is PeriodKind.ROLLING or Period.from_edtf(mention.period.edtf) == mention.period
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@given(SCRAPS)
def test_without_the_papers_date_nothing_is_inferred_from_it(text):
    """No anchor, no period told from it, and no year made up; only a quarter's year may be that of one named before."""
    assert all(
        "period" not in reading.inferred or reading.unit.value == "relative"
        for reading in read_periods(plain(text, (Span(0, len(text)),)).text)
    )
