"""EDTF in and out."""

from __future__ import annotations

from datetime import date

import edtf as peer
import pytest

from cstrack.errors import UnreadableDate
from cstrack.values.edtf import Form, Precision, read_edtf

READ = {
    "2014": (date(2014, 1, 1), date(2014, 12, 31)),
    "2014-02": (date(2014, 2, 1), date(2014, 2, 28)),
    "2012-02": (date(2012, 2, 1), date(2012, 2, 29)),
    "2014-09-11": (date(2014, 9, 11), date(2014, 9, 11)),
    "2014-09-11T10:30:00Z": (date(2014, 9, 11), date(2014, 9, 11)),
    "2014-21": (date(2014, 3, 1), date(2014, 5, 31)),
    "2014-24": (date(2014, 12, 1), date(2015, 2, 28)),
    "201X": (date(2010, 1, 1), date(2019, 12, 31)),
    "20XX": (date(2000, 1, 1), date(2099, 12, 31)),
    "2014-XX": (date(2014, 1, 1), date(2014, 12, 31)),
    "2014-XX-XX": (date(2014, 1, 1), date(2014, 12, 31)),
    "2014-09-XX": (date(2014, 9, 1), date(2014, 9, 30)),
    "2014-04-01/2015-03-31": (date(2014, 4, 1), date(2015, 3, 31)),
    "2015/2020": (date(2015, 1, 1), date(2020, 12, 31)),
    "../2014-09": (None, date(2014, 9, 30)),
    "2015-06/..": (date(2015, 6, 1), None),
    "2015-06/": (date(2015, 6, 1), None),
    "/2015-06": (None, date(2015, 6, 30)),
    "../..": (None, None),
    "[2019-04,2019-05,2019-06?]": (date(2019, 4, 1), date(2019, 6, 30)),
}


@pytest.mark.parametrize("text", READ)
def test_the_days_a_text_can_mean(text):
    """The first and the last day; an open or unknown end has none."""
    found = read_edtf(text)
    assert (found.first, found.last) == READ[text]


@pytest.mark.parametrize("text", [text for text in READ if "T" not in text])
def test_what_is_read_is_written_the_same(text):
    """Open and unknown ends, qualifiers and sets are kept apart."""
    assert str(read_edtf(text)) == text


def test_the_time_of_a_day_is_left_out():
    """A period has no hours."""
    assert str(read_edtf("2014-09-11T10:30:00Z")) == "2014-09-11"


@pytest.mark.parametrize("text", ["2014-22~", "2014-09%", "2014-04-01~/2014-04-10"])
def test_approximate_dates(text):
    """``~`` and ``%`` say about; ``?`` says uncertain, which is not about."""
    assert read_edtf(text).approximate
    assert not read_edtf("2014-09?").approximate


def test_form_and_precision():
    """Each date keeps how closely it was told."""
    found = read_edtf("[2014-21,2014,2014-05-01]")
    assert found.form is Form.CHOICE
    assert [each.precision for each in found.moments] == [Precision.SEASON, Precision.YEAR, Precision.DAY]


@pytest.mark.parametrize(
    "text",
    [
        "", "unknown", "2014/15", "14-09", "2014-13", "2014-00", "2014-02-30", "2014-9", "2015-01/2014-01", "2014-25",
        "2014/2015/2016", "[]", "[2014,]", "[2014", "9999", "99XX", "2XXX", "201X-05", "2014-XX-05", "2014-22-01", "٢٠١٤",
        "../..x", "2014-09\n", "0000-01", "2014" * 100,
    ],
)  # fmt: skip
def test_what_is_not_edtf_is_refused_by_name(text):
    """The caller is told what to give; a text cannot end before it starts, nor hold digits that are not ASCII."""
    with pytest.raises(UnreadableDate, match="EDTF such as"):
        read_edtf(text)


@pytest.mark.parametrize("text", [text for text in READ if "T" not in text])
def test_another_reader_takes_what_we_write(text):
    """The package ``edtf`` parses each form that it knows; its seasons differ from British ones, so only the form is compared."""
    assert str(peer.parse_edtf(str(read_edtf(text)))).replace(" ", "") == text
