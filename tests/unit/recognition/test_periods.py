"""Dates and periods in their place on the page, and what they do in their sentence."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from cstrack.document.block import Block, BlockKind
from cstrack.document.document import Document
from cstrack.facts.mention import PeriodRole
from cstrack.recognition.periods import recognise_periods
from cstrack.sources.span import Span
from cstrack.testing import make
from cstrack.values.period import Period, day

PAPER = day(date(2014, 12, 11))


def only(text, paper=PAPER):
    """The one mention of a text."""
    (mention,) = recognise_periods(make.document(text), paper)
    return mention


ROLES = {
    "It will be done by 31 March 2015.": PeriodRole.DUE,
    "The review is due in March 2015.": PeriodRole.DUE,
    "Deadline: 31 March 2015": PeriodRole.DUE,
    "Completed: 31 March 2014": PeriodRole.EVENT,
    "Initiation in September 2015, if not sooner.": PeriodRole.DUE,
    "It must close before April 2015.": PeriodRole.DUE,
    "It has run since September 2013.": PeriodRole.SINCE,
    "It goes live from June 2015.": PeriodRole.SINCE,
    "It stays until the end of March 2015.": PeriodRole.UNTIL,
    "One child a month through to April 2015.": PeriodRole.UNTIL,
    "Visits are planned up to 31 May 2015.": PeriodRole.UNTIL,
    "There were 300 children as at 31 March 2014.": PeriodRole.AS_AT,
    "Spend to 30th November 2014 was £3m.": PeriodRole.AS_AT,
    "The loan is extended to 30th November 2016.": PeriodRole.UNTIL,
    "It stood £3m above the limit at the end of October 2014.": PeriodRole.AS_AT,
    "The Month 3 position was noted.": PeriodRole.AS_AT,
    "The event is taking place at the end of December 2014.": PeriodRole.EVENT,
    "It was approved on 17 September 2014.": PeriodRole.EVENT,
    "A conference took place in February 2014.": PeriodRole.EVENT,
    "In 2013/14 it was stable.": PeriodRole.DURING,
    "It fell over the last 6 months.": PeriodRole.DURING,
    "Date of decision: 11/12/2014": PeriodRole.DOCUMENT,
    "11 DECEMBER 2014": PeriodRole.DOCUMENT,
    "To: Scrutiny Board On: 11th December 2014": PeriodRole.DOCUMENT,
    "The Council met on 11 December 2014 and agreed it.": PeriodRole.EVENT,
}


@pytest.mark.parametrize("text", ROLES)
def test_a_date_has_a_role(text):
    """The words before it, and the tense of its sentence, say what it does."""
    assert only(text).role is ROLES[text]


def test_the_span_takes_in_a_preposition_that_changes_what_is_meant():
    """ "By" bounds, "in" does not; the quote is the page's own words."""
    text = "It closes\nby the end of March 2015. It was agreed in May 2014."
    document = make.document(text)
    first, second = recognise_periods(document, PAPER)
    assert document.text_at(first.span) == "by the end of March 2015"
    assert document.text_at(second.span) == "May 2014"
    assert document.plain(document.blocks[1]).text[first.start : first.end] == "by the end of March 2015"
    assert (first.block, second.block) == (1, 1)


def test_by_a_day_that_has_passed_is_where_figures_stood():
    """ "By September 2010 this had risen" is no due date; "was to be done by" is one, however late."""
    risen, delivered, due = recognise_periods(
        make.document(
            "By September 2010 this had risen.\n£2m had been delivered by 30 June 2014.\nIt was to be done by March 2013."
        ),
        PAPER,
    )
    assert (risen.role, risen.period.edtf) == (PeriodRole.AS_AT, "2010-09")
    assert (delivered.role, delivered.period.edtf) == (PeriodRole.AS_AT, "2014-06-30")
    assert (due.role, due.period.edtf) == (PeriodRole.DUE, "../2013-03")


def test_a_date_broken_by_a_line_end_or_a_page_is_one():
    """A block's pieces are read as one text, and the span runs over the gap."""
    text = "It was agreed on 30\xa0\nOctober\n\n- 3 -\n\n2014 by Council."
    gap = text.index("\n\n- 3 -")
    after = text.index("2014")
    block = Block(kind=BlockKind.PARAGRAPH, pieces=(Span(0, gap), Span(after, len(text))))
    document = Document(source=make.source(), text=text, blocks=(block,))
    (mention,) = recognise_periods(document, None)
    assert mention.period.edtf == "2014-10-30"
    assert document.text_at(mention.span).startswith("30\xa0\nOctober")
    assert document.text_at(mention.span).endswith("2014")


def test_dashes_of_any_kind():
    """A word processor's en dash is a dash."""
    assert only("The plan 2016/17 – 2019/20 is set.").period.edtf == "2016-04-01/2020-03-31"
    assert only("Spend in 2012‑13 fell.").period.edtf == "2012-04-01/2013-03-31"


def test_last_quarter_goes_back_from_the_quarter_the_paper_speaks_of():
    """A title names the quarter reported; the paper's own date is later."""
    found = recognise_periods(
        make.document("Performance - Quarter 1 2018/19\n42 against 34 last quarter."), Period.from_edtf("2018-09-03")
    )
    assert [mention.period.label for mention in found] == ["Q1 2018/19", "Q4 2017/18"]
    assert found[1].inferred == ("period",)


def test_a_quarter_named_before_gives_its_year():
    """Quarter 1, without its year, is the one named in the title."""
    found = recognise_periods(
        make.document("Quarter 1 2016/17 report\nIn quarter 1 it rose."), Period.from_edtf("2018")
    )
    assert [mention.period.label for mention in found] == ["Q1 2016/17", "Q1 2016/17"]


def test_a_vague_date_of_the_paper_tells_nothing_that_it_leaves_open():
    """A paper of 2016 was written in one of two financial years: "this year" is not told."""
    paper = Period.from_edtf("2016")
    assert recognise_periods(make.document("The savings of this year and over the last 6 months."), paper) == ()
    assert only("It grew by £10m since 2010/11.", paper).period.edtf == "2010-04-01/.."
    assert only("A conference took place in February.", paper).period.edtf == "2016-02"


def test_the_rule_is_named():
    """What read a period is told, with the words that bound it."""
    assert only("It closes by March 2015.").rule == "period.month.by"
    assert only("In 2013/14 it was stable.").rule == "period.financial_year"


def test_mentions_do_not_overlap_and_stand_in_reading_order():
    """Dates claim their characters once."""
    found = recognise_periods(
        make.document("From 1 April 2014 to 31 March 2015, in Q1 2014/15 and 2013.\nIn 2012."), PAPER
    )
    spans = [mention.span for mention in found]
    assert spans == sorted(spans)
    assert not any(one.overlaps(other) for one, other in pairwise(spans))
