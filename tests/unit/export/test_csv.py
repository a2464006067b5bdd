"""The records as CSV."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

from cstrack.codec.lines import KEYS
from cstrack.export.csv import CsvExporter, rows
from cstrack.model.budget import Measure
from cstrack.testing import records as make
from cstrack.values.figure import Figure


def read(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_the_columns_are_the_keys_of_the_records_lines(register):
    """One contract for lines and columns."""
    assert rows(register.records).splitlines()[0] == ",".join(KEYS)


def test_a_row_a_record(register, findings, context):
    """Empty cells where nothing applies; true and false in words; lists joined."""
    told = read(CsvExporter().export(register, findings, context).decode())
    assert told[0]["kind"] == "budget"
    assert (told[0]["value"], told[0]["change"], told[0]["due"]) == ("1400000", "false", "")


def test_a_number_below_nought_stays_a_number():
    """Only text of a document can be a formula: -5 is -5."""
    record = make.observation(make.paper(), Figure(value=Decimal(-5), printed="-5"), "=cmd()")
    told = read(rows((record,)))
    assert told[0]["value"] == "-5"
    assert told[0]["label"] == "'=cmd()"
    assert told[0]["quote"] == "'-5"


def test_raw_text_is_left_for_programs():
    """What is joined with other files must be the very text."""
    record = make.budget(make.paper(), make.gbp_m("1"), Measure.GAP, label="=cmd()")
    assert read(rows((record,), raw=True))[0]["label"] == "=cmd()"


def test_for_excel_it_begins_with_a_mark_and_ends_lines_as_windows_does(register):
    """Without the mark Excel reads £ as Â£."""
    text = rows(register.records, excel=True)
    assert text.startswith("\ufeffkind,")
    assert text.count("\r\n") == text.count("\n")
