"""The scripts that people copy run, and print what an analyst would want."""

from __future__ import annotations

from pathlib import Path

import pytest

SCRIPTS = sorted(path.name for path in (Path(__file__).resolve().parents[2] / "examples").glob("*.py"))


@pytest.fixture
def example(root, child, tmp_path):
    """Runs a script in a folder of its own, where it may write."""

    def run(name: str, *argv: str):
        return child(str(root / "examples" / name), *argv, cwd=tmp_path, PYTHONIOENCODING="utf-8")

    return run


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_fits_on_a_screen(root, name):
    """Under 40 lines: a script is read before it is run."""
    assert len((root / "examples" / name).read_text(encoding="utf-8").splitlines()) < 40


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_runs_without_arguments(example, name):
    """Nothing has to be prepared, and nothing is complained of."""
    outcome = example(name)
    assert outcome.returncode == 0, outcome.stderr
    assert outcome.stdout.strip()
    assert outcome.stderr == ""


def test_what_slipped_quotes_both_papers(example):
    """Dates of December that passed, and what July says became of one: the reshaped service is live."""
    printed = example("01_what_slipped.py").stdout
    passed, _, since = printed.partition("What the later paper says")
    assert "28 February 2015" in passed
    assert "closed" in since
    assert "wirral-2014-12-15.txt" in since
    assert "wirral-2015-07-07.txt" in since


def test_the_budget_becomes_a_workbook_with_numbers(example, tmp_path):
    """Sums are numbers in the workbook, so that somebody can go on with them."""
    openpyxl = pytest.importorskip("openpyxl")
    assert example("02_budget_to_excel.py", "money.xlsx").returncode == 0
    book = openpyxl.load_workbook(tmp_path / "money.xlsx", read_only=True)
    cells = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
    book.close()
    assert 7_200_000 in cells


def test_councils_are_compared_by_one_indicator_and_period(example):
    """York and Wirral print referrals of the same year; each number names its paper."""
    printed = example("03_compare_councils.py", "referrals_n").stdout
    assert "2013/14" in printed
    assert "4,066 (wirral-2014-12-15.txt, E08000015)" in printed
    assert "1,424 (york-2015-01-21.txt, E06000014)" in printed


def test_the_records_become_a_frame(example):
    """Records are counted by council, and actions stand in the order of their dates."""
    pytest.importorskip("pandas")
    printed = example("04_records_to_pandas.py").stdout
    assert "E08000015" in printed
    assert "2015-03" in printed


def test_a_paper_is_checked_and_a_missing_one_told(example):
    """The example's sums are looked at; a paper that is not there is one line and no traceback."""
    assert "not itemised" in example("05_check_a_paper.py").stdout
    outcome = example("05_check_a_paper.py", "nowhere.txt")
    assert outcome.returncode == 3
    assert "nowhere.txt" in outcome.stdout
    assert "Traceback" not in outcome.stderr


def test_a_plan_is_tracked_over_three_quarters(example):
    """Each kind of change of the story, with its cells."""
    printed = example("06_track_a_plan.py").stdout
    second, _, third = printed.partition("Plan!C6 > Plan!C6")[2].partition("\n\n")
    assert "slipped: Give every contact a decision within one working day, 92 days [Plan!C6 > Plan!C6]" in printed
    assert "no_longer_reported: Audit the files of children on repeat protection plans [Plan!C11]" in printed
    assert "reworded: Offer a health passport to care leavers who ask for one" in second
    assert "withdrawn: Write a placement sufficiency statement" in third
    assert "weakened: Contacts with a decision within one working day [Measures!C4 > Measures!C4]" in printed
    assert "pushed: Care leavers in education, employment or training, 183 days" in third
    assert "restated: Contacts with a decision within one working day" in third
