"""The report before it is printed: whose, in what order, and what stays apart."""

from __future__ import annotations

from cstrack.export.compose import compose
from cstrack.model.register import Register
from cstrack.problems import Problem, Severity
from cstrack.testing import records as make


def section(report, title):
    return next(part for part in report.walk() if part.title == title)


def texts(table):
    return [[entry.text for entry in row] for row in table.rows]


def lines(report):
    page = next(part for part in report.walk() if part.lines)
    return {line.label: [entry.text for entry in line.entries] for line in page.lines}


def test_a_paper_later_than_the_day_is_listed_and_nothing_of_it_is_shown(register, findings, context):
    """A paper later than the as-at date is listed as not yet published and not assessed."""
    report = compose(register, findings, context)
    assert texts(section(report, "Not yet published, and not assessed").tables[0])[0][2] == "torbay-2015-09-01.txt"
    shown = [entry.text for part in report.walk() for table in part.tables for row in table.rows for entry in row]
    assert "a later promise" not in shown
    assert "1 paper read. E06000027." in [part.note for part in report.walk()]


def test_points_to_check_stand_by_priority_with_document_section_and_words(register, findings, context):
    """High before medium before low before note; each cites document, section and words."""
    table = section(compose(register, findings, context), "Torbay Council: points to check").tables[0]
    assert [row[0] for row in texts(table)] == ["high", "medium", "low", "note"]
    assert texts(table)[0][2:] == ["torbay-2014-12-11.txt, 1", "“create placements”"]


def test_what_is_about_others_stands_apart(register, findings, context):
    """The 400,000 families of England are not Torbay's: they are in no table of its own."""
    report = compose(register, findings, context)
    own = texts(section(report, "Reported figures").tables[0])
    assert [row[0] for row in own] == ["vacancy rate"]
    others = texts(section(report, "About others").tables[0])
    assert [row[:3] for row in others] == [["England", "families", "about 400,000"]]


def test_open_work_is_ordered_by_its_last_day(register, findings, context):
    """Dated first, then due by an event, then without a date; what is done stands apart."""
    opened, closed = section(compose(register, findings, context), "Actions by due date").tables
    assert [row[:3] for row in texts(opened)] == [
        ["2014/15", "create placements", "in progress; due; depends on something later"],
        ["the next meeting", "report back", "planned"],
        ["no date", "create an assurance scheme", "planned"],
    ]
    assert [row[:3] for row in texts(closed)] == [["completed", "2 November 2014", "recruit a director"]]


def test_a_due_date_of_a_table_is_its_last_day(register, findings, context):
    """A due date counts by its last day, so a workbook sorts by that day."""
    opened = section(compose(register, findings, context), "Actions by due date").tables[0]
    assert opened.rows[0][0].value.isoformat() == "2015-03-31"


def test_money_is_told_in_words_with_its_purse_and_whose_it_is(register, findings, context):
    """Overspend in words rather than signs; the fund is never a default; the whole council's money is called so."""
    table = section(compose(register, findings, context), "Money").tables[0]
    rows = texts(table)
    assert rows[0][:6] == ["2014/15", "overspend", "overspend", "£1.4m", "forecast", "not stated"]
    assert ["no year stated", "Shortfall (the whole council's)", "budget gap", "£17m"] in [row[:4] for row in rows]
    assert "“most of the £6.3m” (no figure)" in [row[3] for row in rows]


def test_the_page_of_a_paper_has_about_ten_lines(register, findings, context):
    """What it is, what was resolved and is due, what money moved, what is not known, what it leaves out."""
    told = lines(compose(register, findings, context))
    assert 8 <= len(told) <= 14
    assert told["What it is"] == ["Torbay Council; 11 December 2014"]
    assert told["Resolved"] == ["(I) approve the five year strategy"]
    assert told["Noted"] == ["note the overspend"]
    assert told["Due"] == ["create placements: is due 2014/15"]
    assert told["Depends on"] == ["create placements: funding begins later"]
    assert told["Money"][0] == "forecast overspend £1.4m in 2014/15"
    assert told["Money that moves"] == ["£2.3m from reserves to the overspend"]
    assert told["Targets"] == ["children: 1 a month, by 2014/15: on track"]
    assert told["Not known"][0] == "1 planned action carries no date"
    assert told["Relied on, not held"] == ["Appendix 1: dashboard"]


def test_a_concern_is_never_on_the_first_page(register, findings, context):
    """Members' remarks are matters raised: they stand in the tables alone."""
    report = compose(register, findings, context)
    assert not any("feared" in text for entries in lines(report).values() for text in entries)
    assert "a feared gap" in [row[1] for row in texts(section(report, "Money").tables[0])]


def test_silence_is_told_and_is_no_fault(context):
    """A paper without money, targets, dates and decisions says so in one line."""
    paper = make.paper()
    told = lines(compose(Register(papers=(paper,)), (), context))
    assert told["Not in this paper"] == ["no money in this paper", "no targets", "no dated actions"]
    assert list(told) == ["What it is", "Not in this paper"]


def test_no_points_is_no_praise(context):
    """Where nothing was found the report says that this judges nobody."""
    report = compose(Register(papers=(make.paper(),)), (), context)
    assert "no judgement" in section(report, "Torbay Council: points to check").note


def test_what_could_not_be_read_is_in_the_report(context):
    """A report that hides a file it could not read looks complete and is not."""
    problem = Problem(code="input.empty", message="b.txt holds no text", severity=Severity.ERROR, document="b.txt")
    report = compose(Register(papers=(make.paper(),), problems=(problem,)), (), context)
    assert texts(report.sections[-1].tables[0]) == [["error", "b.txt", "b.txt holds no text"]]


def test_authorities_are_kept_apart(context):
    """Two councils' papers make two parts; what nobody is known for stands under no name."""
    register = Register(
        papers=(make.paper(), make.paper("b.txt", authority="E08000015"), make.paper("c.txt", authority=None))
    )
    titles = [part.title for part in compose(register, (), context).sections]
    assert titles == ["Torbay Council", "Wirral Borough Council", "Authority not known"]


def test_every_citation_is_listed_once(register, findings, context):
    """The numbers of the citations are those of one list."""
    cited = compose(register, findings, context).citations
    assert len(cited) == len(set(cited))
    assert {citation.quote for citation in cited} >= {"£1.4m", "create placements"}
