"""What a paper's head matter says of itself."""

from __future__ import annotations

import json
from datetime import date

import pytest
from attrs import evolve

from cstrack.facts.profile import CORE, PaperProfile
from cstrack.reading.text import read_text
from cstrack.recognition.head import recognise_head
from cstrack.recognition.head_dates import date_in_name
from cstrack.testing import make


def read(text, name="paper.txt", path=""):
    """A document read as the reader reads it."""
    source = make.source(name, text)
    return read_text(evolve(source, path=path), text.encode()).value


def head(text, name="paper.txt", profile=CORE, path="", **told):
    """The head of a text."""
    return recognise_head(read(text, name, path), profile, **told)


REPORT = """
Title: **Fostering Strategy – Update**

Wards Affected: All

To: **Overview and Scrutiny Board** On: **4th June 2015**

Contact: **Executive Lead**

1. Purpose

- 1.1 The purpose of this report is to tell members how the strategy that was agreed on 2 March 2014 is carried out.
"""

MINUTES = """
CHILDREN AND YOUNG PEOPLE SCRUTINY COMMITTEE

12 JANUARY 2016

PLACEMENTS BUDGET

Summary

1. The Committee is asked to note the position.
"""

MODERN = """
Issue - meetings

Early Help Review

Meeting: 21/09/2017 - Cabinet Member for Children Signings (Item 5)

5 Early Help Review pdf icon PDF 73 KB

The review was noted.
"""

DECISION = """
Decision details

Short Breaks Contract

Decision Maker: Executive Member for Children

Decision status: Recommendations Approved

Is Key decision?: Yes

Purpose:

To let the contract.

Publication date: 31/01/2019

Date of decision: 08/02/2019

Effective from: 16/02/2019
"""


def test_labelled_lines_give_title_body_and_date():
    """Several labels may stand in one line."""
    found = head(REPORT)
    assert (found.title, found.body) == ("Fostering Strategy - Update", "Overview and Scrutiny Board")
    assert (found.date.edtf, found.date_basis) == ("2015-06-04", "head")


def test_lines_without_labels_are_told_by_their_shape():
    """A body ends in the word for a body, a date stands alone, the title is what remains."""
    found = head(MINUTES)
    assert found.body == "Children and Young People Scrutiny Committee"
    assert (found.date.edtf, found.date_basis) == ("2016-01-12", "head")
    assert found.title == "PLACEMENTS BUDGET"


def test_a_page_of_a_publishing_system():
    """Furniture is no title; the meeting's line names day, body and item."""
    found = head(MODERN)
    assert found.title == "Early Help Review"
    assert found.body == "Cabinet Member for Children Signings"
    assert found.date.edtf == "2017-09-21"


def test_the_day_of_the_decision_counts_more_than_its_publication():
    """Labels below the text count too; who decides is the body."""
    found = head(DECISION)
    assert found.title == "Short Breaks Contract"
    assert found.body == "Executive Member for Children"
    assert found.date.edtf == "2019-02-08"


def test_what_was_found_is_shown_where_it_stands():
    """Each piece of evidence is the page's own words, and the block of the title is named."""
    document = read(REPORT)
    found = recognise_head(document, CORE)
    quotes = {name: document.text_at(span) for name, span in found.evidence}
    assert quotes["title"] == "Fostering Strategy – Update"
    assert quotes["body"] == "Overview and Scrutiny Board"
    assert quotes["date"] == "4th June 2015"
    assert "Fostering" in document.plain(document.blocks[found.block]).text


def test_the_head_ends_before_the_first_numbered_section():
    """What follows is the text."""
    document = read(REPORT)
    ends = recognise_head(document, CORE).ends
    assert document.plain(document.blocks[ends]).text == "Purpose"


def test_a_profile_names_the_bodies_in_full():
    """A council's own short form of a body."""
    profile = PaperProfile(
        id="x.paper", title="x", bodies={"CYP OSC": "Children and Young People Overview and Scrutiny Committee"}
    )
    assert head("CYP OSC\n\n3 May 2016\n\nBudget\n", profile=profile).body == profile.bodies["CYP OSC"]


def test_minutes_name_the_body_that_met():
    """ "Minutes of the meeting of ... held on ..."."""
    found = head("Minutes of the Corporate Parenting Board held on 3 May 2016\n\n1. Apologies\n\nNone were sent.\n")
    assert found.body == "Corporate Parenting Board"
    assert (found.date.edtf, found.date_basis) == ("2016-05-03", "head")


def test_what_was_told_counts_most():
    """Date and authority given by the caller are taken as they are."""
    found = head(
        REPORT, "wirral-2014.txt", authority="E06000027", authority_basis="project", paper_date=date(2020, 1, 2)
    )
    assert (found.authority, found.authority_basis) == ("E06000027", "project")
    assert (found.date.edtf, found.date_basis) == ("2020-01-02", "argument")


NAMES = {
    "wirral-2014-03-13.txt": "2014-03-13",
    "13-03-2014 cabinet.txt": "2014-03-13",
    "Cabinet 13 March 2014.txt": "2014-03-13",
    "wirral_20140313.txt": "2014-03-13",
    "wirral-2015-03.txt": "2015-03",
    "Scrutiny-March-2015.pdf": "2015-03",
    "wirral-2019.txt": "2019",
    "budget-2014-15.txt": None,
    "plan-2014-99-99.txt": None,
    "report-31022014.txt": None,
    "paper.txt": None,
    "E08000015.txt": None,
}


@pytest.mark.parametrize("name", NAMES)
def test_the_date_in_a_files_name(name):
    """A day, a month or a year; a financial year is not when a paper was written."""
    found = date_in_name(name)
    assert (found and found.edtf) == NAMES[name]


def test_a_date_that_only_the_name_gives_is_marked():
    """Inferred, and said so."""
    found = head("Agenda item\n\nUpdate\n\nMinutes:\n\nThe update was noted.\n", "x-2019.txt")
    assert (found.date.edtf, found.date_basis) == ("2019", "name")


BOUNDED = {
    "The Month 3 position (2024/25) is a forecast overspend of £5m.": ("x-2024.txt", "2024-07/2024-12"),
    "A visit was held on 5 July 2018. A report will be made by 30 September 2018.": ("paper.txt", "2018-07/2018-09"),
    "The 2015/16 overspend was £5m.": ("x-2016.txt", "2016-04/2016-12"),
    "The budget proposals for 2018-19 are set out.": ("x-2018.txt", "2018-01/2018-03"),
    "A visit was held on 5 July 2018.": ("paper.txt", "2018-07~"),
    "There were 300 children as at 31 March 2017.": ("paper.txt", "2017-04~"),
    "There were 310 children as at 31 March 2017, to be read again.": ("x-2014.txt", "2014"),
}


@pytest.mark.parametrize("text", BOUNDED)
def test_an_undated_paper_is_bounded_by_its_text(text):
    """After the latest day spoken of as past, before the first that is to come, in the year of its name."""
    name, edtf = BOUNDED[text]
    found = head(f"Agenda item\n\nUpdate\n\nMinutes:\n\n{text}\n", name)
    assert found.date.edtf == edtf
    assert found.date_basis == ("name" if edtf == "2014" else "body")


def test_nothing_dates_a_paper_that_tells_no_day():
    """Silence is no date."""
    found = head("Agenda item\n\nUpdate\n\nMinutes:\n\nThe update was noted.\n")
    assert (found.date, found.date_basis) == (None, None)


AUTHORITIES = [
    ("Torbay Council\n\nFostering\n\n1. Purpose\n\nText.", "paper.txt", "E06000027", "head"),
    ("Children's Services in Medway\n\nMinutes:\n\nText.", "paper.txt", "E06000035", "head"),
    ("Wirral and Torbay Council\n\n1. Purpose\n\nText.", "paper.txt", "E06000027", "head"),
    ("Fostering\n\nE.mail: someone@torbay.gov.uk\n\n1. Purpose\n\nText.", "wirral-2014.txt", "E06000027", "domain"),
    ("Fostering\n\n1. Purpose\n\nSee https://democracy.wirral.gov.uk/x for more.", "paper.txt", "E08000015", "domain"),
    ("Fostering\n\n1. Purpose\n\nText.", "029-windsor-and-maidenhead-2016.txt", "E06000040", "name"),
    ("Fostering\n\n1. Purpose\n\nText.", "E08000015-2016.txt", "E08000015", "name"),
    ("Fostering\n\n1. Purpose\n\nText.", "reading-2016.txt", "E06000038", "name"),
    ("Fostering\n\n1. Purpose\n\nText.", "reading-list-2016.txt", None, None),
    ("Fostering\n\n1. Purpose\n\nLiverpool City Council hires 130 people. Liverpool is near.", "paper.txt", None, None),
    ("Fostering\n\n1. Purpose\n\nWrite to a@wirral.gov.uk or b@torbay.gov.uk.", "paper.txt", None, None),
    ("Report of Ofsted to Wirral and Torbay\n\n1. Purpose\n\nText.", "paper.txt", None, None),
]


@pytest.mark.parametrize(("text", "name", "code", "basis"), AUTHORITIES)
def test_whose_paper_it_is(text, name, code, basis):
    """Head matter before domains before the file's name; what is only spoken of in the text is nobody's paper."""
    found = head(text + "\n", name)
    assert (found.authority, found.authority_basis) == (code, basis)


def test_a_folder_names_the_authority_where_nothing_else_does():
    """The nearest folder counts."""
    found = head("Fostering\n\n1. Purpose\n\nText.\n", path="papers/torbay/2014/paper.txt")
    assert (found.authority, found.authority_basis) == ("E06000027", "name")


def test_the_date_tells_authorities_of_one_name_apart():
    """Somerset is a county until 2023 and a unitary after."""
    assert head("Somerset Council\n\n3 May 2019\n\nBudget\n").authority == "E10000027"
    assert head("Somerset Council\n\n3 May 2024\n\nBudget\n").authority == "E06000066"


EXEMPT = {
    "NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A of the Local Government Act 1972": True,
    "OFFICIAL-SENSITIVE": True,
    "Exempt report": True,
    "CONFIDENTIAL": True,
    "Appendix 2 is not for publication by virtue of paragraph 3 of Schedule 12A": False,
    "Exempt information: none": False,
    "For publication": False,
    "OFFICIAL": False,
}


@pytest.mark.parametrize("line", EXEMPT)
def test_papers_that_are_not_for_publication(line):
    """A marking of the paper itself, not of an appendix."""
    assert head(f"Cabinet\n\n{line}\n\nBudget\n\n1. Purpose\n\nText of it.\n").exempt is EXEMPT[line]


def test_a_marking_at_the_foot_counts():
    """A line of its own on a later page."""
    assert head("Budget\n\n1. Purpose\n\nText of it.\n\n2. Detail\n\nMore of it.\n\nOFFICIAL - SENSITIVE\n").exempt


def test_an_empty_paper_has_an_empty_head():
    """No block, no head."""
    found = recognise_head(make.document(""), CORE)
    assert (found.title, found.body, found.date, found.authority, found.ends, found.evidence) == (
        None,
        None,
        None,
        None,
        0,
        (),
    )


def gold(shared):
    """Authority and date of the founding and the further papers: name, folder, GSS code, year."""
    told = {
        "torbay-2014-12-11.txt": ("E06000027", "2014-12-11"),
        "wirral-2014-03-13.txt": ("E08000015", "2014-03-13"),
        "wirral-2015-03.txt": ("E08000015", "2015-03"),
        "wirral-2019.txt": ("E08000015", "2019"),
        "worcestershire-2015-11-18.txt": ("E10000034", "2015-11-18"),
    }
    lines = (shared / "gold" / "dev-documents.jsonl").read_text(encoding="utf-8").splitlines()
    told |= {each["doc"]: (each["gss"], each["date"]) for each in map(json.loads, lines)}
    return [(path, *told[path.name]) for path in sorted((shared / "papers").glob("*/*.txt"))]


def test_real_papers_are_dated_and_owned(shared):
    """At least 24 of 25 have their authority, each its year, and a date known closer holds or lies in the one found."""
    owned, undated = 0, []
    for path, code, when in gold(shared):
        found = head(path.read_text(encoding="utf-8"), path.name)
        owned += found.authority == code
        if str(found.date.start)[:4] != when[:4]:
            undated.append(f"{path.name}: {found.date.edtf}, not {when}")
    assert owned >= 24
    assert not undated, "\n".join(undated)


def test_real_papers_without_a_telling_name_are_never_given_to_another(shared):
    """With a neutral file name nothing is guessed: an authority or a printed date is the right one, or none."""
    for path, code, when in gold(shared):
        found = head(path.read_text(encoding="utf-8"))
        assert found.authority in (code, None), path.name
        assert found.date_basis != "head" or found.date.edtf == when, path.name


STAMPED = {
    "Children's Scrutiny Committee, Tuesday, 14 June 2022 6.30 pm": ("2022-06-14", "Children's Scrutiny Committee"),
    "Report of the Director of Children's Services, 21 March 2024": ("2024-03-21", None),
    "Report to Cabinet - 3 February 2016": ("2016-02-03", "Cabinet"),
    "Minutes of the Health and Wellbeing Board, 5 March 2019 at 10.00am": ("2019-03-05", "Health and Wellbeing Board"),
    "Thursday 6 September 2018 - Schools Forum": ("2018-09-06", "Schools Forum"),
    "Cabinet | 12 January 2021 | 2pm": ("2021-01-12", "Cabinet"),
    "Performance Board (4 July 2015)": ("2015-07-04", "Performance Board"),
    "Children's Improvement Board, March 2017": ("2017-03", "Children's Improvement Board"),
    "Budget Council 25/02/2020, 19:00 hrs": ("2020-02-25", "Budget Council"),
    "Council, 20th July 2023, 4.30pm, Town Hall": ("2023-07-20", "Council"),
    "Fostering Strategy - Briefing for members, January 2014": ("2014-01", None),
}


@pytest.mark.parametrize("line", STAMPED)
def test_a_date_beside_other_words_is_the_papers_own(line):
    """It stands apart in a line of the head: behind a body, an office or a comma, before a time or the end."""
    found = head(f"{line}\n\nPlacement Sufficiency\n\n1. Purpose\n\n1.1 To tell members what has been done.\n")
    assert (found.date.edtf, found.body) == STAMPED[line]
    assert found.date_basis == "head"


REPORTED = (
    "Improvement Plan - progress at 31 March 2018",
    "Budget Monitoring - 30 September 2019",
    "Performance Report - September 2018",
    "Annual Report to 31 March 2016",
    "Inspection of services, 12 June 2018",
    "On Tuesday, 14 June 2016, the home closed.",
)


@pytest.mark.parametrize("line", REPORTED)
def test_a_date_that_a_line_reports_on_is_not_the_papers(line):
    """The position reported, an inspection, a sentence: the paper was written later."""
    found = head(f"{line}\n\nPlacement Sufficiency\n\n1. Purpose\n\n1.1 To tell members what has been done.\n")
    assert found.date_basis != "head"


def test_a_line_with_place_or_time_is_no_title():
    """The page of a meeting: body and day in one line, then where it met."""
    found = head(
        "Agenda and minutes\n\nSchools Panel - Monday, 17th February, 2014 7.00 pm\n\nVenue: Town Hall\n\nPlacements\n"
    )
    assert (found.title, found.body, found.date.edtf) == ("Placements", "Schools Panel", "2014-02-17")
