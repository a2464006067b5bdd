"""Papers that were pages: wrapped lines, page numbers, running heads, tables, Markdown's own signs."""

from __future__ import annotations


def test_wrapped_lines_are_one_paragraph(blocks, expected):
    """Lines broken at one column are joined, those that begin like a label or a bullet too; what ends early stands alone."""
    paper = """
        The Committee considered a report of the Director on the position at the
        end of the quarter. The forecast was an overspend, as set out in paragraph
        12. The figures were provisional, and members asked for a table of the
        - as they said - bare costs. Nothing more was said.
        The Chair thanked all.
    """
    assert blocks(paper) == expected("""
        0 paragraph | The Committee considered a report of the...
        1 paragraph | The Chair thanked all.
    """)


def test_one_paragraph_a_line_stays_so(blocks, expected):
    """Where every line is a paragraph none is joined."""
    paper = """
        Minutes:
        Officers took members through the paper.
        Last year services overspent by £2.5 million, from placements and Section 17 costs, and the year before.
        Some savings slipped.
    """
    assert blocks(paper) == expected("""
        0 heading2 | Minutes:
        1 paragraph | Officers took members through the paper.
        2 paragraph | Last year services overspent by £2.5 mil...
        3 paragraph | Some savings slipped.
    """)


def test_what_a_page_break_cuts_is_joined(blocks, expected):
    """Form feeds, page numbers and running heads belong to no block and do not end a sentence."""
    paper = (
        "Report of the Director\n\nServices have been reviewed and will be\n\nPage 3 of 9\n\fCabinet 12 July Page 2\n\n"
        "delivered by a partner, as the Cabinet has decided for all of the\n\n17\n\nSchools.\n\n\fCabinet 12 July Page 3\n\nThe end.\n"
    )
    assert blocks(paper) == expected("""
        0 heading2 | Report of the Director
        1 paragraph | Services have been reviewed and will be...
        2 paragraph | The end.
    """)


def test_a_list_in_small_letters_is_not_joined(blocks, expected):
    """Lines that begin in small letters go on with a sentence only where one was left open by a capital."""
    paper = """
        The plan covers

        a summary of the progress that was made in the year

        feedback from the visit of the inspectors in March
    """
    assert blocks(paper) == expected("""
        0 paragraph | The plan covers
        1 paragraph | a summary of the progress that was made...
        2 paragraph | feedback from the visit of the inspector...
    """)


def test_tables_of_pipes_and_tabs(blocks, expected):
    """Each printed cell is a block; a line with one tab is a label and its value, and a lone pipe is nothing."""
    paper = """
        | Measure | Q1 | Q2 |
        |---|---:|---|
        | Placements | £1m | |

        Indicator\tTarget\tActual
        Visits\t95%\t90%

        Decision number: |
        Cabinet noted the report. |
    """
    assert blocks(paper) == expected("""
        0 cell | Measure
        1 cell | Q1
        2 cell | Q2
        3 cell | Placements
        4 cell | £1m
        5 cell | Indicator
        6 cell | Target
        7 cell | Actual
        8 cell | Visits
        9 cell | 95%
        10 cell | 90%
        11 paragraph | Decision number:
        12 paragraph | Cabinet noted the report.
    """)


def test_markdown(blocks, expected):
    """Underlined headings, quotations, fences, soft line ends, emphasis, links and closing hashes."""
    paper = """
        Improvement plan
        ================

        *Draft* for __members__

        > The Board heard that 5 of 7
        > Actions are done.

        1. **Front door**
           Open the hub by March.
        2. Practice

           - Train staff
             - managers first
           - Audit cases

        ```
        | not | a table |
        - nor a bullet
        ```

        ### 2.1 Money ###

        The gap is \\*£2m\\*.
        See [the report](http://example.org/x).
    """
    assert blocks(paper, markdown=True) == expected("""
        0 heading1 | Improvement plan
        1 paragraph | Draft for members
        2 paragraph | The Board heard that 5 of 7 Actions are...
        3 clause1 1. 1 | Front door Open the hub by March.
        4 clause1 2. 2 | Practice
        5 bullet1 - 2 <4 | Train staff
        6 bullet2 - 2 <5 | managers first
        7 bullet1 - 2 <4 | Audit cases
        8 paragraph | | not | a table |
        9 paragraph | - nor a bullet
        10 heading3 2.1 2/2.1 | Money
        11 paragraph 2/2.1 | The gap is *£2m*. See the report.
    """)


def test_text_taken_from_a_pdf(blocks, expected):
    """No blank lines, glued labels, numbers of pages beside form feeds: titles stand where the text above has ended."""
    paper = (
        "1\r\nInspection of services\r\nThe quality of services has improved in all areas since the last inspection\r\n"
        "in 2016. Practice is not yet good in every team, as set out below.\r\nWhat needs to improve\r\n"
        "◼ The quality of plans and of the analysis in them, so that children in all\r\nteams are helped.\r\n"
        "9. Meetings are well attended by partners, and most of them lead to plans\r\nthat\r\n\f2\r\nwork.\r\n"
        "10.When children remain at risk, this is known.\r\nKey Points\r\nA. The first of the points is that costs rose.\r\n"
        "B. The second is that they fell.\r\n"
    )
    assert blocks(paper) == expected("""
        0 heading2 | Inspection of services
        1 paragraph | The quality of services has improved in...
        2 heading2 | What needs to improve
        3 bullet1 ◼ | The quality of plans and of the analysis...
        4 clause1 9. 9 | Meetings are well attended by partners,...
        5 clause1 10. 10 | When children remain at risk, this is kn...
        6 heading2 | Key Points
        7 clause1 A. A | The first of the points is that costs ro...
        8 clause1 B. B | The second is that they fell.
    """)
