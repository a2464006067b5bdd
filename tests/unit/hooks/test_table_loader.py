"""core.table: documents that are nothing but tables, told apart from papers and from tables of unknown heads."""

from __future__ import annotations

import io

import pytest
import xlsxwriter

import cstrack
from cstrack.hooks.contracts import Strength
from cstrack.hooks.table_loader import TableLoader
from cstrack.reading.csv import read_csv
from cstrack.reading.markdown import read_markdown
from cstrack.testing import make

BUDGET = "Budget 2023/24 £'000,,\nService,Budget,Forecast\nFostering,9540,9640\nNotes,see below,\n"


def document(text, name="budget.csv", read=read_csv):
    """A document of a text."""
    return read(make.source(text=text, name=name), text.encode()).value


def load(path, **more):
    """The register of a file, without plugins."""
    return cstrack.load(path, isolation="none", project=False, no_plugins=True, **more)


def test_known_heads_are_a_layout():
    """The evidence names the sheet and what it is."""
    match = TableLoader().recognise(document(BUDGET))
    assert (match.strength, match.evidence) == (Strength.LAYOUT, ("budget has the heads of a budget",))


def test_unknown_heads_are_nobodys():
    """A table that no vocabulary knows needs a profile; the message says so."""
    assert TableLoader().recognise(document("colour,shape\nred,round\n")) is None


def test_a_paper_is_not_taken_from_the_loader_of_papers():
    """A document with prose is a paper, whatever tables it holds."""
    paper = "A sentence of prose.\n\n| Service | Budget £ |\n|---|---|\n| Fostering | 5 |\n"
    assert TableLoader().recognise(document(paper, "paper.md", read_markdown)) is None


def test_rows_are_accounted_for(tmp_path):
    """Read = used + skipped with a reason; what the head does not explain is a note, whose it is a warning."""
    path = tmp_path / "budget.csv"
    path.write_text(BUDGET.replace("Budget,Forecast", "Budget,Colour of folder"), encoding="utf-8")
    register = load(path)
    assert [record.label for record in register.budgets] == ["Fostering"]
    codes = [problem.code for problem in register.problems]
    assert codes == ["paper.authority_unknown", "paper.date_unknown", "table.column_unread"]
    assert register.papers[0].loader == "core.table"


def test_hidden_sheets_are_left_out_and_told(tmp_path):
    """An old copy that is hidden makes no records; a hidden row does."""
    path = tmp_path / "2023-12-31 plan.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        for name in ("Plan", "Old"):
            sheet = book.add_worksheet(name)
            for at, row in enumerate(
                [("Ref", "Action", "Lead", "Due"), ("1", "Act", "DCS", "May 2024"), ("2", "Go", "HR", "TBC")]
            ):
                sheet.write_row(at, 0, row)
        sheet.hide()
        book.get_worksheet_by_name("Plan").set_row(2, None, None, {"hidden": True})
    register = load(path, authority="E08000015")
    assert [action.ref for action in register.actions] == ["1", "2"]
    told = [problem.message for problem in register.problems]
    assert any("hidden sheets were left out: Old" in message for message in told)
    assert any("1 hidden rows were read" in message for message in told)


def test_numbers_of_a_workbook_reach_the_records_as_decimals(tmp_path):
    """0.1 + 0.2 is 0.3, and a share of 0.935 is 93.5 per cent."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet("Scorecard 2023-24")
    sheet.write_row(0, 0, ["Indicator", "Q1 2023/24", "Target"])
    sheet.write_row(1, 0, ["Visits in time", 0.935, 0.1 + 0.2], book.add_format({"num_format": "0.0%"}))
    book.close()
    path = tmp_path / "scorecard.xlsx"
    path.write_bytes(stream.getvalue())
    register = load(path)
    assert [str(record.figure.value) for record in register.observations] == ["93.5"]
    assert [str(record.figure.value) for record in register.targets] == ["30"]
    assert register.observations[0].citation.cell == "Scorecard 2023-24!B2"


@pytest.mark.parametrize("text", ["c", "x", "-", "N/A"])
def test_a_missing_value_is_kept_with_its_reason(tmp_path, text):
    """It is a record whose figure is not stated, and no nought."""
    path = tmp_path / "scorecard.csv"
    path.write_text(f"Indicator,Q1 2023/24,Target\nVisits in time,{text},90%\n", encoding="utf-8")
    (observation,) = load(path).observations
    assert observation.figure.printed == text
