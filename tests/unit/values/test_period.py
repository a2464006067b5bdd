"""Periods: half-open stretches of days with the field's own names."""

from __future__ import annotations

from datetime import date

import pytest

from cstrack.errors import UnreadableDate
from cstrack.testing import make
from cstrack.values import period as periods
from cstrack.values.expressions import parse_period
from cstrack.values.period import Period, PeriodKind

MADE = {
    "2014/15": (periods.financial_year(2014), "2014-04-01/2015-03-31", PeriodKind.FINANCIAL_YEAR),
    "1999/00": (periods.financial_year(1999), "1999-04-01/2000-03-31", PeriodKind.FINANCIAL_YEAR),
    "Q1 2018/19": (periods.financial_quarter(2018, 1), "2018-04-01/2018-06-30", PeriodKind.QUARTER),
    "Q4 2018/19": (periods.financial_quarter(2018, 4), "2019-01-01/2019-03-31", PeriodKind.QUARTER),
    "academic year 2014/15": (periods.academic_year(2014), "2014-09-01/2015-08-31", PeriodKind.ACADEMIC_YEAR),
    "2014": (periods.calendar_year(2014), "2014", PeriodKind.CALENDAR_YEAR),
    "September 2014": (periods.month(2014, 9), "2014-09", PeriodKind.MONTH),
    "August 2014": (periods.monitoring_month(2014, 5), "2014-08", PeriodKind.MONTH),
    "January 2015": (periods.monitoring_month(2014, 10), "2015-01", PeriodKind.MONTH),
    "29 February 2012": (periods.day(date(2012, 2, 29)), "2012-02-29", PeriodKind.DAY),
}


@pytest.mark.parametrize("label", MADE)
def test_a_made_period_carries_the_fields_name_for_it(label):
    """Label, EDTF and kind belong together."""
    made, edtf, kind = MADE[label]
    assert (made.label, made.edtf, made.kind) == (label, edtf, kind)


NAMED = {
    "2010-04-01/2016-03-31": (PeriodKind.SPAN, "2010/11 to 2015/16"),
    "2015/2020": (PeriodKind.PROGRAMME, "2015-2020"),
    "2015/2016": (PeriodKind.PROGRAMME, "2015 to 2016"),
    "2014-22~": (PeriodKind.SEASON, "about summer 2014"),
    "2014-24": (PeriodKind.SEASON, "winter 2014/15"),
    "../2014-09": (PeriodKind.OPEN, "by September 2014"),
    "2015-06/..": (PeriodKind.OPEN, "from June 2015"),
    "2015-06/": (PeriodKind.OPEN, "June 2015 to an unknown date"),
    "../..": (PeriodKind.OPEN, "at any time"),
    "[2019-04,2019-05,2019-06?]": (PeriodKind.CHOICE, "April 2019 or May 2019 or possibly June 2019"),
    "2014-12-11~/2014-12-20~": (PeriodKind.SPAN, "mid December 2014"),
    "2014-02-21~/2014-02-28~": (PeriodKind.SPAN, "late February 2014"),
    "2020-01~/2020-04~": (PeriodKind.SPAN, "early 2020"),
    "2020-02~/2020-04~": (PeriodKind.SPAN, "about February 2020 to about April 2020"),
    "2014-12-01/2014-12-11": (PeriodKind.SPAN, "1 December 2014 to 11 December 2014"),
    "2014-04/2014-06": (PeriodKind.SPAN, "April 2014 to June 2014"),
    "201X": (PeriodKind.SPAN, "201X"),
}


@pytest.mark.parametrize("edtf", NAMED)
def test_any_edtf_has_a_kind_and_a_label(edtf):
    """A reader of a report sees the field's words; the EDTF is kept as it was."""
    found = Period.from_edtf(edtf)
    assert (found.kind, found.label) == NAMED[edtf]
    assert found.edtf == edtf
    assert str(found) == found.label


@pytest.mark.parametrize("edtf", [edtf for edtf in NAMED if edtf not in ("2015-06/", "../..", "201X")])
def test_a_label_reads_back_as_its_period(edtf):
    """What a report prints can be typed in again."""
    assert parse_period(NAMED[edtf][1]) == Period.from_edtf(edtf)


def test_the_last_day_is_inside_and_the_end_is_not():
    """Periods are half-open: a due date counts by its last day."""
    year = make.period("2014/15")
    assert year.last_day == date(2015, 3, 31)
    assert year.end == date(2015, 4, 1)
    assert year.days == 365
    assert year.contains(date(2015, 3, 31))
    assert not year.contains(date(2015, 4, 1))
    assert Period.from_edtf("../2014-09").days is None
    assert Period.from_edtf("2014-09/..").last_day is None


def test_open_ends_hold_everything_on_their_side():
    """By September 2014 holds every day up to its last."""
    by = Period.from_edtf("../2014-09")
    assert by.contains(date(1999, 1, 1))
    assert not by.contains(date(2014, 10, 1))
    assert by.overlaps(make.period("2014"))
    assert by.covers(make.period("2013"))
    assert not make.period("2013").covers(by)
    assert not by.overlaps(make.period("from October 2014"))


def test_a_year_covers_its_quarters_and_overlaps_its_neighbours_not():
    """Neighbours share no day."""
    year = make.period("2014/15")
    assert all(year.covers(periods.financial_quarter(2014, number)) for number in (1, 2, 3, 4))
    assert not year.overlaps(make.period("2015/16"))
    assert year.overlaps(make.period("2014"))


def test_periods_sort_by_their_first_day():
    """An open beginning comes first, an open end last."""
    names = ["2015/16", "from April 2014", "by September 2014", "2014/15", "April 2014"]
    order = [found.label for found in sorted(make.period(name) for name in names)]
    assert order == ["by September 2014", "April 2014", "2014/15", "from April 2014", "2015/16"]


def test_the_year_turns_on_the_first_of_april():
    """31 March still belongs to the year before."""
    assert periods.financial_year_of(date(2015, 3, 31)).label == "2014/15"
    assert periods.financial_year_of(date(2015, 4, 1)).label == "2015/16"


def test_twelve_months_to_a_day():
    """Months end on the day, whole months where it is a month's last."""
    assert periods.months_to(date(2015, 3, 31), 12) == make.period("2014/15")
    assert periods.months_to(date(2018, 6, 30), 3) == make.period("Q1 2018/19")
    assert periods.months_to(date(2015, 11, 18), 6).edtf == "2015-05-19/2015-11-18"


def test_a_window_is_rolling():
    """A rolling period says so, and its EDTF is that of its days."""
    window = periods.rolling(date(2014, 1, 1), date(2014, 12, 31))
    assert window.kind is PeriodKind.ROLLING
    assert window.edtf == "2014-01-01/2014-12-31"


@pytest.mark.parametrize(("make_it", "number"), [(periods.financial_quarter, 5), (periods.monitoring_month, 13)])
def test_numbers_that_no_year_has_are_refused(make_it, number):
    """A financial year has four quarters and twelve months."""
    with pytest.raises(ValueError, match="a financial year has"):
        make_it(2014, number)


def test_a_period_cannot_end_before_it_starts():
    """Nobody can make one by hand either."""
    with pytest.raises(ValueError, match="before it starts"):
        Period(start=date(2015, 1, 1), end=date(2014, 1, 1), kind=PeriodKind.SPAN, label="x", edtf="x")


TOLD = {
    "2013 -14": "2013-04-01/2014-03-31",
    "2014/5": "2014-04-01/2015-03-31",
    "  2014–15.": "2014-04-01/2015-03-31",
    "by 31 March 2015": "../2015-03-31",
    "due: 31/03/2015": "2015-03-31",
    "at the end of March 2015": "2015-03-31",
    "June/July 2012": "[2012-06,2012-07]",
    "Oct 12": "2012-10",
    "Sept. 2014": "2014-09",
    "sept 14": "2014-09",
    "2014-09": "2014-09",
    "Q2 24/25": "2024-07-01/2024-09-30",
    "between 11 June and 5 July 2018": "2018-06-11/2018-07-05",
}


@pytest.mark.parametrize("text", TOLD)
def test_a_cell_of_a_tracker_is_read(text):
    """A text that is one period and nothing else."""
    assert parse_period(text).edtf == TOLD[text]


def test_a_text_without_its_year_needs_the_papers_day():
    """The anchor gives what the text leaves out."""
    assert parse_period("31 January", date(2014, 12, 11)).edtf == "2015-01-31"
    with pytest.raises(UnreadableDate):
        parse_period("31 January")


@pytest.mark.parametrize(
    "text", ["", "ongoing", "12-13", "2014/15 and more", "2013/14 or in May 2014", "31 February 2014", "TBC"]
)
def test_a_text_that_is_no_one_period_is_refused(text):
    """The caller is told what can be given."""
    with pytest.raises(UnreadableDate, match="a period such as"):
        parse_period(text)
