"""Figures in their place: spans, intervals, what is inherited, and what counts nothing."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstrack.facts.vocabulary import default_vocabulary
from cstrack.recognition.figures import recognise_figures
from cstrack.recognition.periods import recognise_periods
from cstrack.recognition.sentences import recognise_sentences
from cstrack.testing import make
from cstrack.values.figure import Qualifier
from cstrack.values.period import day

VOCABULARY = default_vocabulary()


def read(text):
    """The document of a text, its periods, figures and what is none, in a paper of 11 December 2014."""
    document = make.document(text)
    periods = recognise_periods(document, day(date(2014, 12, 11)))
    figures, others = recognise_figures(document, recognise_sentences(document), periods, VOCABULARY)
    return document, periods, figures, others


def words(text):
    """The printed form of each figure of a text."""
    document, _, figures, _ = read(text)
    return [document.text_at(figure.span) for figure in figures]


def test_the_span_is_the_printed_form_with_qualifier_and_noun():
    """What a reader would underline: short, with the words that bound it and the head of what it counts."""
    assert words("It has received over 700 referrals in the quarter.") == ["over 700 referrals"]
    assert words("A further 35+ children have a plan.") == ["35+ children"]
    assert words("The process has a 20-week limit.") == ["20-week limit"]
    assert words("A budget of £73m (10% of the total).") == ["£73m", "10%"]


def test_the_span_points_into_the_page_as_printed():
    """Emphasis and odd blanks of the page stay in the quotation."""
    assert words("Up to **£1.5m** of capital.") == ["Up to **£1.5m"]
    assert words("It cost £2\u00a0million.") == ["£2\u00a0million"]


def test_a_figure_knows_the_interval_it_stands_for():
    """Rounding and the words around it make the interval."""
    (rounded,) = read("It is £7.2m.")[2]
    assert (rounded.figure.low, rounded.figure.high) == (Decimal(7_150_000), Decimal(7_250_000))
    (over,) = read("It has over 700 referrals.")[2]
    assert (over.figure.low, over.figure.low_open, over.figure.high) == (Decimal(700), True, None)
    (share,) = read("The rate is below 10%.")[2]
    assert (share.figure.low, share.figure.high, share.figure.high_open) == (Decimal(0), Decimal(10), True)


def test_periods_come_first():
    """What a period covers is no figure."""
    assert not read("In 2014/15 and by 31 March 2015 it met in Quarter 2 2014/15.")[2]


def test_an_inherited_unit_says_where_it_comes_from():
    """The second of a pair takes the unit of the first, cites it, and names the unit as inferred."""
    document, _, (first, second), _ = read("Posts went from 46 FTE to 40.")
    assert second.figure.unit == "FTE"
    assert [document.text_at(span) for span in second.derived_from] == [document.text_at(first.span)]
    assert second.inferred == ("unit",)


def test_a_share_keeps_the_parts_it_was_made_of():
    """The ratio in brackets behind a percentage is its numerator and denominator."""
    share, *_ = read("Checks: 83.3% up to date (90/108 children).")[2]
    assert (share.numerator.value, share.denominator.value) == (Decimal(90), Decimal(108))


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("about 40 children", Qualifier.ABOUT),
        ("c.40 children", Qualifier.ABOUT),
        ("nearly 40 children", Qualifier.ABOUT),
        ("more than 40 children", Qualifier.OVER),
        ("fewer than 40 children", Qualifier.UNDER),
        ("no fewer than 40 children", Qualifier.AT_LEAST),
        ("40 or more children", Qualifier.AT_LEAST),
        ("up to 40 children", Qualifier.AT_MOST),
        ("40 children", Qualifier.EXACTLY),
    ],
)
def test_what_bounds_a_count(text, qualifier):
    """The longest words right before or behind the number."""
    (found,) = read(f"It saw {text}.")[2]
    assert found.figure.qualifier is qualifier


def test_over_a_stretch_of_time_is_no_bound():
    """ "Over 12 months" says during; "for over 12 months" says more than."""
    assert read("It was spent over 12 months.")[2][0].figure.qualifier is Qualifier.EXACTLY
    assert read("They waited for over 12 months.")[2][0].figure.qualifier is Qualifier.OVER


def test_an_agenda_entry_is_no_count():
    """A number at the start of a line that is no sentence numbers the entry."""
    _, _, figures, others = read("4 Children and Families Portfolio Budget Monitoring\n12 children were adopted.")
    assert [figure.figure.value for figure in figures] == [Decimal(12)]
    assert [other.reason for other in others] == ["item number"]


def test_mail_and_web_addresses_hold_no_figure():
    """Digits of an address are not even looked at."""
    assert not read("Write to team42@council.gov.uk or see https://council.gov.uk/item7 today.")[2]


def test_a_word_of_a_plugin_makes_a_noun():
    """What a plugin adds to the vocabulary is counted, and canonical."""
    document = make.document("It runs one Wellbeing Pod.")
    vocabulary = VOCABULARY.extended("noun", {"wellbeing pod": "pod", "pod": "pod"})
    (found,), _ = recognise_figures(document, recognise_sentences(document), (), vocabulary)
    assert found.figure.noun == "pod"


@given(st.text(alphabet=st.sampled_from("£0123456789,.%-/()+ kmKM onetwofrchilduspabv\n'"), max_size=200))
def test_no_text_breaks_the_reading(text):
    """Whatever the page prints: no error, every figure inside the text, in order, none over a period."""
    document, periods, figures, others = read(text)
    for mention in (*figures, *others):
        assert 0 <= mention.span.start < mention.span.end <= len(document.text)
        assert not any(mention.span.overlaps(period.span) and mention in others for period in periods)
    places = [(figure.span.start, figure.span.end) for figure in figures]
    assert places == sorted(places)


def test_a_part_cites_the_whole_it_is_of():
    """ "Half of this" stands for a part of the sum before it, and says which."""
    document, _, (whole, part), _ = read("It had £500K in year one. Half of this was set aside.")
    assert [document.text_at(span) for span in part.derived_from] == [document.text_at(whole.span)]
    assert part.inferred == ()
