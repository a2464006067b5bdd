"""The words, numbers and dates of tables, one by one; whole tables stand in tests/spec/tables."""

from __future__ import annotations

from decimal import Decimal

import pytest

from cstrack.document.grid import Cell
from cstrack.facts.vocabulary import default_vocabulary
from cstrack.recognition.tables_aims import aim_of
from cstrack.recognition.tables_amounts import amount_of
from cstrack.recognition.tables_dates import dating_of
from cstrack.recognition.tables_heads import head_at
from cstrack.recognition.tables_owners import owners_in
from cstrack.recognition.tables_periods import before, periods_in, to_date, year_of
from cstrack.recognition.tables_words import adverse_above, role_in, unit_in
from cstrack.values.figure import Figure
from cstrack.values.missing import Direction
from cstrack.values.period import Period

WORDS = default_vocabulary()
YEAR = Period.from_edtf("2023-04-01/2024-03-31")


def grid(*rows):
    """Rows of cells of a sheet."""
    return tuple(
        tuple(Cell(text=text, address=f"S!{chr(65 + column)}{at}") for column, text in enumerate(row))
        for at, row in enumerate(rows, 1)
    )


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("Annual budget (£)", "budget"),
        ("2023/24 Latest Approved Budget £'000", "budget"),
        ("Projected outturn", "outturn"),
        ("Projected (under)/overspend", "variance"),
        ("Over/(under)spend £000", "variance"),
        ("Last report Fav/(Adv) (£)", "previous_variance"),
        ("Savings achieved / anticipated", "savings_forecast"),
        ("Explanation of variance", "comment"),
        ("Service budget", "budget"),
        ("Number of children", None),
        ("A sentence that is far too long to be the head of any column and says budget somewhere in it, as sentences do, and more", None),
    ],
)  # fmt: skip
def test_what_stands_under_a_head(head, role):
    """The whole head, else its longest phrase where that makes up half of it."""
    told = periods_in(head, YEAR)
    assert role_in(told[0].bare if told else head, WORDS.words("budget_head")) == role


@pytest.mark.parametrize(
    ("words", "above"),
    [
        ("Variance (favourable)/adverse", True),
        ("Variance Fav/(Adv)", False),
        ("Over/(under)spend", True),
        ("Surplus/(Deficit)", False),
        ("All figures £'000. Overspends are shown as positive", True),
        ("+ over budget, - under budget", True),
        ("Overspends in brackets", False),
        ("Positive variances indicate an underspend", False),
        ("Variance", None),
    ],
)
def test_which_sign_an_overspend_has(words, above):
    """Told by words; a bare head tells nothing."""
    assert adverse_above(words) is above


@pytest.mark.parametrize(
    ("words", "unit", "scale"),
    [
        ("Budget £'000", "GBP", 1000),
        ("£000s", "GBP", 1000),
        ("2024/25 £m", "GBP", 1_000_000),
        ("Variance (£)", "GBP", 1),
        ("% variance", "percent", 1),
    ],
)
def test_the_scale_of_a_head(words, unit, scale):
    """What one is printed for."""
    assert (unit_in(words).unit, unit_in(words).scale) == (unit, Decimal(scale))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("(641)", "-641000"),
        ("18,420", "18420000"),
        ("+0.289", "289"),
        ("£1.2m", "1200000"),
        ("nil", "0"),
        ("– 5", "-5000"),
        ("84.96%", "84.96"),
        ("298,128.33047", "298128330.5"),
    ],
)
def test_numbers_as_tables_print_them(text, value):
    """In a column of £'000: brackets and dashes are below nought; a sign in the cell goes before the head."""
    assert amount_of(text, "GBP", Decimal(1000)).value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("c", "c"), ("*", "c"), ("[x]", "x"), ("..", "x"), ("N/A", "z"), ("n/a - annual survey", "z"), ("-", "not stated"),
        ("TBC", "not stated"), ("low", "low"), ("", "blank"),
    ],
)  # fmt: skip
def test_why_there_is_no_number(text, reason):
    """Each symbol keeps its meaning; none is nought."""
    assert amount_of(text, "count").reason.value == reason


@pytest.mark.parametrize("text", ["0.062)", "(5", "Rec 3", "31/10/2024", "2023/24", "#REF!", "1,23", "see note 4"])
def test_what_is_no_number(text):
    """Words, dates, errors and lost brackets are no amounts."""
    assert amount_of(text, "GBP") is None


@pytest.mark.parametrize(
    ("text", "now", "earlier", "event"),
    [
        ("Sept 23", "2023-09", [], None),
        ("31.07.23", "2023-07-31", [], None),
        ("end of Q2 2023/24", "2023-09-30", [], None),
        ("June 2024 (was end of March 2024)", "2024-06", ["2024-03-31"], None),
        ("31 March 2024 revised to 30 June 2024", "2024-06-30", ["2024-03-31"], None),
        ("45646", "2024-12-20", [], None),
        ("Oct 22", "2022-10", [], None),
        ("Summer 2023", "2023-22", [], None),
        ("Ongoing", None, [], "Ongoing"),
        ("Next Board meeting", None, [], "Next Board meeting"),
    ],
)
def test_dates_of_a_plan(text, now, earlier, event):
    """As they stand now, as they stood, or the words in their place."""
    dating = dating_of(text, Period.from_edtf("2023-12-31"))
    told = None if dating.period is None else dating.period.edtf
    assert (told, [one.edtf for one in dating.earlier], dating.event) == (now, earlier, event)


def test_a_serial_number_is_an_inferred_date():
    """A spreadsheet's day that became a number of days."""
    assert dating_of("45646", None).inferred == ("due",)


def test_a_day_that_there_is_not():
    """It looks like a date: told apart from "Ongoing"."""
    assert dating_of("31/09/2024", None).impossible
    assert not dating_of("Ongoing", None).impossible


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("PSW\nSystems Manager", ("PSW", "Systems Manager")),
        ("Head of MASH & Assessment; Designated Nurse", ("Head of MASH & Assessment", "Designated Nurse")),
        ("Early Help Manager / Head of Safeguarding", ("Early Help Manager", "Head of Safeguarding")),
        ("HR and Principal Social Worker", ("HR", "Principal Social Worker")),
        ("Head of Safeguarding and the Detective Inspector", ("Head of Safeguarding and the Detective Inspector",)),
        ("Employment and Skills Manager", ("Employment and Skills Manager",)),
        ("Director + HR", ("Director", "HR")),
    ],
)
def test_owners_of_one_cell(text, owners):
    """Parted where two are named, and not where one name has an "and" in it."""
    assert owners_in(text) == owners


def test_a_target_without_a_number_points_somewhere():
    """ "Reduce further" is a figure not stated that goes down."""
    aim = aim_of("Reduce further", "percent", None)
    assert not isinstance(aim.amount, Figure)
    assert aim.amount.direction is Direction.DOWN


@pytest.mark.parametrize("text", ["Maintain 95%", "Maintain at 95%"])
def test_a_target_may_be_to_keep_what_is(text):
    """Not to reach it."""
    aim = aim_of(text, "percent", None)
    assert (aim.amount.value, aim.maintain) == (Decimal(95), True)


def test_periods_around_a_table():
    """Short years, months of the title's year, the year of a quarter, the part of a year up to a day, the quarter before."""
    assert periods_in("24/25", None)[0].period.edtf == "2024-04-01/2025-03-31"
    assert not periods_in("24/26", None)
    assert periods_in("Feb", YEAR)[0].period.edtf == "2024-02"
    quarter = Period.from_edtf("2023-10-01/2023-12-31")
    assert year_of(quarter) == YEAR
    assert to_date(YEAR, quarter).edtf == "2023-04-01/2023-12-31"
    assert before("Last quarter", quarter).edtf == "2023-07-01/2023-09-30"
    assert before("Previous", quarter) is None


def test_a_row_of_numbers_is_no_head():
    """A head holds words; years count as words."""
    rows = grid(["Service", "Budget £", "12"], ["Service", "2023", "2024"])
    assert head_at(rows, 0, WORDS, YEAR) is None
    assert head_at(rows, 1, WORDS, YEAR, money=True) is not None


def test_a_table_of_which_little_is_understood_is_left_alone():
    """Half of the heads or more must be known words."""
    heads = [
        "Measure",
        "Topic",
        "Chart title",
        "Polarity",
        "Axis",
        "Flag",
        "Table status",
        "Target",
        "Hyperlink",
        "Dps",
    ]
    assert head_at(grid(heads), 0, WORDS, YEAR) is None
    assert head_at(grid(heads[:1] + heads[7:8]), 0, WORDS, YEAR) is not None
