"""Web pages: what each element becomes in the reading text, and what is said of what is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from cstrack.problems import Severity
from cstrack.reading.html import looks_like, read_html
from cstrack.sources.source import Source

PAGES = Path(__file__).parent / "pages"


def _read(page: str | bytes, name: str = "page.html"):
    content = page if isinstance(page, bytes) else page.encode()
    return read_html(Source(name=name, sha256="sha256:00"), content)


def _lines(page: str | bytes) -> list[str]:
    """The lines of the reading text that hold something."""
    return [line for line in _read(page).value.text.splitlines() if line]


def _codes(outcome) -> list[str]:
    return [problem.code for problem in outcome.problems]


def test_an_agenda_item_keeps_its_parts_and_reads_its_decision_once():
    """Decision, minutes and documents are headings; the minutes' copy of the decision goes with the line that leads to it."""
    outcome = _read((PAGES / "agenda-item.html").read_bytes())
    assert [line for line in outcome.value.text.splitlines() if line] == [
        "# Agenda item",
        "## Children's Services 5 year plan",
        "Meeting of Council, Thursday, 30 October 2014 5.30 pm (Item 76.)",
        "To consider the 5 year plan for Children’s Services.",
        "#### Decision:",
        "**Resolved:**",
        "(i) that the 5 year financial strategy be approved;",
        "(ii) that the projected overspend in 2015/16 (£2.3m) be funded from reserves; and",
        "(iii) that a report be received every quarter.",
        "#### Minutes:",
        "The Council considered the plan. Members asked how the reserves would be repaid.",
        "(Note: one member left before the vote.)",
        "#### Supporting documents:",
        "- Appendix 1 - Financial strategy",
        "- Appendix 2 - Dashboard",
    ]
    assert _codes(outcome) == ["paper.repeated_words"]


def test_label_lines_of_a_decision_stand_alone_and_its_lists_keep_their_numbers():
    """``start``, ``type`` and ``value`` count as a browser counts them."""
    lines = _lines((PAGES / "decision-details.html").read_bytes())
    assert lines[2:6] == [
        "Decision Maker: Cabinet",
        "Decision status: Recommendations Approved",
        "Is Key decision?: Yes",
        "Is subject to call in?: Yes",
    ]
    assert "c. up to £11.49m may be drawn in two tranches; and" in lines
    assert lines[lines.index("d. the higher base budget from 2023/24 is noted, of which") + 1 :][:2] == [
        "  i. half is for staff",
        "  iv. half is for homes",
    ]
    assert {"Publication date: 11/02/2022", "Date of decision: 08/02/2022"} <= set(lines)


def test_a_meeting_has_numbered_items_tables_and_says_what_it_only_begins():
    """Cut minutes are told of, with their item; a merged cell stands in its first place."""
    outcome = _read((PAGES / "meeting.html").read_bytes())
    lines = outcome.value.text.splitlines()
    assert "### 12. Budget 2016/17" in lines
    assert "### 13. Work programme" in lines
    assert not any("RESOLVED" in line for line in lines[lines.index("#### Minutes:") :])
    rows = [[cell.text for cell in row] for row in outcome.value.grids[1].rows]
    assert rows == [
        ["Service", "Budget 2015/16 £'000", "Outturn"],
        ["Placements", "39,971", "40,883"],
        ["", "1,007", "944"],
        ["Total", "", "41,827"],
    ]
    (shortened,) = (problem for problem in outcome.problems if problem.code == "paper.shortened")
    assert "item 12" in shortened.message


def test_layout_tables_and_definitions_are_label_lines():
    """A table of two columns whose first holds labels is no table of figures."""
    assert _lines((PAGES / "issue-history.html").read_bytes())[3:8] == [
        "Decision type: Key",
        "Decision status: Recommendations Approved",
        "Notice of proposed decision first published: 05/11/2021",
        "Decision due: 27 Jan 2022 by Cabinet",
        "Lead member: Cabinet Member for Children",
    ]
    assert _lines("<table><tr><td>one</td></tr><tr><td>another</td></tr></table>") == ["one", "another"]


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<p><b>Background</b><br>It cost £2m.<br>It was much.</p>", ["**Background**", "It cost £2m. It was much."]),
        ("<p>(1) first<br>(2) second</p>", ["(1) first", "(2) second"]),
        ("<p>It cost £1.2m<sup>1</sup> on the 2<sup>nd</sup> day.</p>", ["It cost £1.2m¹ on the 2nd day."]),
        ("<ul><li><b>A lead.</b> Words.<ul><li>inner</ul></ul>", ["- **A lead.** Words.", "  - inner"]),
        ("<ol reversed><li>z<li>y</ol>", ["2. z", "1. y"]),
        ("<p class=MsoListParagraph style='margin-left:72pt'>·&nbsp;&nbsp; inner</p>", ["  - inner"]),
        ("<p>seen</p><p style='display: none'>a long text that is hidden</p><p hidden>too</p>", ["seen"]),
        ("<body hidden><p>shown by a script</p>", ["shown by a script"]),
        ("<title>Only a title</title><p>Words.</p>", ["# Only a title", "Words."]),
        ("<p><b>One title<br>Another</b><br>Words.</p>", ["**One title**", "**Another**", "Words."]),
        ("<p><b><strong>Lead.</strong></b> Words.</p>", ["**Lead.** Words."]),
        ("<p>a&#xe000;b &#xe001;<b>c</b></p>", ["ab c"]),
        (
            "<div>loose <b>words</b> <i>here</i><p>and a block</p>tail</div>",
            ["loose words here", "and a block", "tail"],
        ),
    ],
)
def test_elements_become_the_lines_a_reader_sees(page, lines):
    """One case an element."""
    assert _lines(page) == lines


def test_struck_words_are_left_out_and_told():
    """What is struck out is not in force."""
    outcome = _read("<p>The <del>old £1m</del><ins>new £2m</ins> sum.</p>")
    assert outcome.value.text == "The new £2m sum."
    assert "old £1m" in outcome.problems[0].message


@pytest.mark.parametrize(
    ("content", "encoding", "codes"),
    [
        ("<p>£1.2m – café".encode(), "utf-8", []),
        ("<p>£1.2m – café".encode("utf-8-sig"), "utf-8", []),
        ("<html><p>£1.2m – café</html>".encode("utf-16"), "utf-16-le", ["text.encoding"]),
        ("<meta charset=windows-1252><p>£1.2m – café".encode("cp1252"), "cp1252", []),
        ("<meta charset=shift_jis><p>£1.2m – café".encode("cp1252"), "cp1252", ["text.encoding"]),
        ("<meta charset=utf-8><p>£1.2m – café".encode("cp1252"), "cp1252", ["text.encoding"]),
        ("<meta charset=iso-8859-1><p>£1.2m – café".encode(), "utf-8", []),
    ],
)
def test_a_declared_encoding_is_believed_only_where_it_can_be_true(content, encoding, codes):
    """T21: the same words from every encoding, and the one used is recorded."""
    outcome = _read(content)
    assert outcome.value.text == "£1.2m – café"
    assert outcome.value.source.encoding == encoding
    assert _codes(outcome) == codes


@pytest.mark.parametrize(
    ("head", "name", "known"),
    [
        (b"<!DOCTYPE html><p>x", "paper.pdf", True),
        (b"\xef\xbb\xbf<html>", "paper", True),
        (b'<?xml version="1.0"?><html xmlns="x">', "paper.xml", True),
        (b'<?xml version="1.0"?><rss>', "paper.xml", False),
        (b"%PDF-1.4", "paper.html", False),
        (b"# A heading <b>", "paper.md", False),
    ],
)
def test_a_page_is_told_by_its_bytes(head, name, known):
    """The name counts only where the bytes tell nothing."""
    assert bool(looks_like(head, name)) is known


def test_a_page_under_another_name_is_noted_and_a_sign_in_page_is_none():
    """Neither is silence."""
    misnamed = _read("<html><p>A paper.", "paper.pdf")
    assert [(one.code, one.severity) for one in misnamed.problems] == [("input.misnamed", Severity.NOTE)]
    asked = _read("<title>Sign in</title><input type=password><p>Please sign in.")
    assert asked.value is None
    assert _codes(asked) == ["input.error_page"]


def test_a_line_longer_than_the_limit_is_told():
    """It is read in parts, never in silence."""
    assert _codes(_read("<p>" + "word " * 300_000)) == ["text.line_too_long"]


@pytest.mark.parametrize("count", [30_000])
@pytest.mark.parametrize("piece", ["<option>x", "x<br>", "<dt>a<dd>b", "<li>x", "<p>x"])
@pytest.mark.timeout(60)
def test_repeated_elements_cost_in_step_with_their_number(piece, count):
    """Each of these took a time that grows with the square in some version of the reader or of its parser."""
    outcome = _read("<!doctype html><body><select>" + piece * count if "option" in piece else piece * count)
    assert outcome.value is not None or outcome.problems


@pytest.mark.parametrize(
    "opened",
    [
        "<div class=mgSubItemTitleTxt>",
        "<table><caption>",
        "<ul>",
        "<table><tr><td>a<td>",
        "<dl><dt>",
        "<li>",
        "<h1><div>",
    ],
)
def test_elements_inside_each_other_are_read_once_each(opened):
    """Headings in headings, captions in captions, lists straight in lists: in no more than one pass, and no words are lost."""
    words = "The hub opens by 31 March 2015. " * 12
    outcome = _read(f"<html><body><p>First.</p>{opened * 90}{words}")
    assert outcome.value is not None, outcome.problems
    assert outcome.value.text.count("The hub opens by 31 March 2015.") == 12
