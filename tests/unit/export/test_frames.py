"""What was returned, as dicts, frames and tables."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from cstrack.codec.lines import KEYS
from cstrack.errors import MissingExtra
from cstrack.export.frames import to_arrow, to_dicts, to_pandas, to_polars
from cstrack.export.table import table
from cstrack.model.change import Change, ChangeKind


@pytest.fixture
def changes(records):
    before, after = records["placements"].citation, records["scheme"].citation
    moved = Change(
        kind=ChangeKind.MOVED, record_kind="action", subject="placements", before=before, after=after, from_value="2015-03-31", to_value="2015-06-30", days=91
    )  # fmt: skip
    return (moved, Change(kind=ChangeKind.ADDED, record_kind="action", subject="scheme", after=after))


def test_records_become_the_lines_of_the_contract(register):
    """Every record, those beyond the contract too."""
    told = to_dicts(register)
    assert len(told) == len(register.records)
    assert {tuple(one) for one in told} == {KEYS}


def test_findings_and_changes_become_dicts(findings, changes):
    """One flat dict each."""
    assert to_dicts(findings)[3]["code"] == "action.depends_later"
    assert to_dicts(changes)[0]["days"] == 91
    assert to_dicts(changes)[1]["from_quote"] is None


def test_frames_hold_numbers(register):
    """A frame is for computing: its numbers are floats, dates and periods stay EDTF."""
    frame = to_pandas(register.budgets)
    assert frame["value"].sum() == pytest.approx(1_400_000 + 17_000_000 + 2_000_000)
    other = to_polars(register.budgets)
    assert other["value"].sum() == pytest.approx(20_400_000)
    assert other.columns == list(KEYS)


@pytest.mark.parametrize(("package", "call"), [("pandas", to_pandas), ("polars", to_polars), ("pyarrow", to_arrow)])
def test_without_the_package_the_error_names_the_line_to_type(package, call, register, monkeypatch):
    """Frames are optional."""
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtra, match=r"cstrack\[data\]"):
        call(register)


def test_arrow_gets_the_same_rows(register, monkeypatch):
    """pyarrow is handed one dict a record, numbers as floats."""
    monkeypatch.setitem(sys.modules, "pyarrow", SimpleNamespace(Table=SimpleNamespace(from_pylist=list)))
    handed = to_arrow(register.budgets)
    assert [row["value"] for row in handed] == [1_400_000.0, 17_000_000.0, None, 2_000_000.0]


def test_anything_returned_prints_as_a_table(register, findings, changes):
    """Records, points to check and changes, each with its own headings."""
    assert "| Kind" in table(register)
    assert "Point to check" in table(findings)
    printed = table(changes)
    assert "slipped" in printed
    assert "2015-06-30" in printed
    assert table(()) == "nothing"


def test_records_of_the_contract_alone(register):
    """What `cstrack records` prints by default."""
    assert "relied" in table(register)
    assert "relied" not in table(register, all_kinds=False)
