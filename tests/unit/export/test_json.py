"""Everything as JSON."""

from __future__ import annotations

import json

from cstrack.codec.lines import KEYS
from cstrack.codec.plain import from_plain
from cstrack.export.findings import finding_lines
from cstrack.export.json import JsonExporter, LinesExporter, json_line
from cstrack.model.finding import Finding
from cstrack.model.register import Register


def test_the_register_and_the_findings_come_back(register, findings, context):
    """The file is the register: what was written can be read again."""
    whole = json.loads(JsonExporter().export(register, findings, context))
    assert (whole["as_of"], whole["cstrack"]) == ("2015-03-31", "0.1.0")
    assert from_plain(Register, whole["register"]) == register
    assert [from_plain(Finding, one) for one in whole["findings"]] == list(findings)


def test_the_lines_are_those_of_the_records_command(register, findings, context):
    """One object a line, the contract's keys in order."""
    lines = LinesExporter().export(register, findings, context).decode().splitlines()
    assert [tuple(json.loads(line)) for line in lines] == [KEYS] * len(lines)
    assert len(lines) == 14


def test_half_a_character_does_not_stop_the_file():
    """UTF-8 has no form for a lone surrogate; JSON has."""
    assert json.loads(json_line({"a": "\ud800"})) == {"a": "\ud800"}


def test_findings_as_lines_name_code_documents_and_what_the_numbers_say(findings):
    """For programs that act on points to check."""
    told = [json.loads(line) for line in finding_lines(findings).splitlines()]
    assert [one["code"] for one in told][:2] == ["arithmetic.share_agrees", "action.due"]
    assert told[1]["documents"] == ["torbay-2014-12-11.txt"]
    assert {"message", "expected", "cells", "quotes", "rule", "state"} <= set(told[1])
