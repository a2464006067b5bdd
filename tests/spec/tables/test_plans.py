"""Tables of actions: owners, dates as they stand and as they stood, ratings as printed."""

title = "Plans of actions"

PLAN = """
    # Improvement plan, position at 31 December 2023

    | Ref | Action | Lead | Due | RAG | Progress |
    |---|---|---|---|---|---|
    | 1.1 | Publish the threshold document | Head of Safeguarding | Sept 23 | G | Completed. Published in September. |
    | 1.2 | Recruit ten social workers | HR / Principal Social Worker | end of Q4 2023/24 (was Dec 2023) | A | In progress. Six appointed. |
    | 1.3 | Hold weekly case panels | Service Manager | Ongoing | G | Panels are held. |
    | 1.4 | Review the front door | Head of MASH & Assessment | 31/09/2024 | R | Not started |
    | 1.5 | Report to the Board | DCS & HR Business Partner | Quarterly | B | Reported in October |
    """


def test_actions_of_a_table(cells):
    """The rating is the raw word; where the work stands is told by the words of its row, never by a colour."""
    cells(
        PLAN, "kind", "label", "ref", "owner", "due", "original_due", "due_event", "status", "rating",
        expected="""
        B2 | action | Publish the threshold document | 1.1 | Head of Safeguarding | 2023-09 | 2023-09 | - | completed | G
        B3 | action | Recruit ten social workers | 1.2 | HR; Principal Social Worker | 2024-03-31 | 2023-12 | - | in_progress | A
        B4 | action | Hold weekly case panels | 1.3 | Service Manager | - | - | Ongoing | unknown | G
        B5 | action | Review the front door | 1.4 | Head of MASH & Assessment | - | - | - | planned | R
        B6 | action | Report to the Board | 1.5 | DCS; HR Business Partner | - | - | Quarterly | unknown | B
        """,
    )  # fmt: skip


def test_a_day_that_there_is_not_is_a_problem(problems):
    """31 September is no date, and no other is guessed for it."""
    assert [code for code, _ in problems(PLAN)] == ["figure.unreadable"]


def test_every_date_is_kept(records):
    """The first date promised, each revised one, and the one that stands."""
    (action,) = records("""
        # Improvement plan, position at 31 March 2024

        | Ref | Action | Lead officer | Original | Revised | BRAG |
        |---|---|---|---|---|---|
        | 2.1 | Co-locate the teams | Director | 31.07.23 | end of March 2024 (was Dec 2023) | A |
        """)
    assert (action.original_due.edtf, action.due.edtf) == ("2023-07-31", "2024-03-31")
    assert [period.edtf for period in action.revised_due] == ["2023-12", "2024-03-31"]
    assert (action.rating.scheme, action.rating.word) == ("not known", "A")


def test_the_head_may_have_two_rows_and_themes_run_down(records):
    """ "Timescale" stands over "Original" and "Revised"; a row of words alone heads a section, a remark is none."""
    found = records("""
        # Plan, December 2023

        | Theme | Action | Accountability | | Timescale | |
        |---|---|---|---|---|---|
        | | | Lead officer | Supported by | Original | Revised |
        | 1. Leadership | Set up a board | Chief Executive | Finance | May 2023 | |
        | | Publish the plan | Director | Legal | June 2023 | |
        | | All leads meet each month to look at what is late. | | | | |
        """)
    assert [record.title for record in found] == ["Set up a board", "Publish the plan"]
    assert [record.owners for record in found] == [("Chief Executive",), ("Director",)]
    assert [record.due.edtf for record in found] == ["2023-05", "2023-06"]


def test_prose_rules_read_no_cell_of_a_known_table():
    """A sentence in a cell makes one record, that of its row."""
    from .conftest import records_of

    found, _ = records_of(PLAN)
    assert len(found) == 5


def test_names_of_persons_are_left_out(records):
    """Roles, not names."""
    (action,) = records("""
        # Plan, December 2023

        | Ref | Action | Lead | Due |
        |---|---|---|---|
        | 1 | Review the rota | Sarah Jones, Service Manager | May 2024 |
        """)
    assert action.owners == ("the post holder", "Service Manager")
