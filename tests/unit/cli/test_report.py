"""`cstrack report`."""

from __future__ import annotations

import json

import pytest

from cstrack.cli.outcome import exit_code
from cstrack.model.finding import Finding, Priority
from cstrack.problems import Problem, Severity


def test_the_report_is_printed_for_a_day(cstrack):
    """Pages, summaries and points to check, each council apart."""
    ended = cstrack("report", "papers", "--as-of", "2014-05-31")
    assert ended.code == 0
    assert ended.out.startswith("What the papers say\n===================\nAs at 31 May 2014\n")
    assert ended.out.index("Torbay Council") < ended.out.index("Wirral Borough Council")
    assert "points to check" in ended.out
    assert max(map(len, ended.out.splitlines())) <= 120


def test_without_a_day_the_report_speaks_for_today(cstrack):
    """The command line alone has a default day."""
    assert "\nAs at " in cstrack("report", "papers").out


def test_files_are_written_by_their_suffix(cstrack, folder):
    """Several at once; what was written is told on standard error."""
    names = ["r.html", "r.md", "r.json", "r.csv", "r.xlsx", "r.txt", "r.jsonl"]
    ended = cstrack("report", "papers", "--as-of", "2014-05-31", *(part for name in names for part in ("--to", name)))
    assert ended.code == 0
    assert all((folder / name).stat().st_size > 100 for name in names)
    assert [f"written: {name}" for name in names] == [
        line for line in ended.err.splitlines() if line.startswith("written")
    ]
    assert json.loads((folder / "r.json").read_text(encoding="utf-8"))["as_of"] == "2014-05-31"


def test_a_file_that_is_there_is_refused_before_anything_is_read(cstrack, folder):
    """Unless --force."""
    (folder / "r.md").write_text("mine", encoding="utf-8")
    ended = cstrack("report", "papers", "--to", "r.md")
    assert ended.code == 2
    assert "r.md exists" in ended.err
    assert (folder / "r.md").read_text(encoding="utf-8") == "mine"
    assert cstrack("report", "papers", "--to", "r.md", "--force").code == 0
    assert (folder / "r.md").read_text(encoding="utf-8").startswith("# What the papers say")


def test_an_exporter_can_be_named_and_write_to_standard_output(cstrack):
    """Then nothing else is printed there."""
    ended = cstrack(
        "report", "papers", "--as-of", "2014-05-31", "--exporter", "core.markdown", "-o", "-", "--title", "Two councils"
    )
    assert ended.code == 0
    assert ended.out.startswith("# Two councils\n")


def test_another_authoritys_register_is_refused_in_one_line(cstrack, folder):
    """A council's own layout is for its own papers; the other files are written all the same."""
    pytest.importorskip("cstrack_wirral", reason="the plugin of Wirral is not installed")
    argv = ("--as-of", "2014-05-31", "--exporter", "wirral.portfolio-summary", "-o", "own.md", "--to", "r.json", "-q")
    ended = cstrack("report", "papers", *argv)
    assert ended.code == 2
    assert "wirral.portfolio-summary serves E08000015" in ended.err
    assert (folder / "r.json").is_file()
    assert not (folder / "own.md").exists()
    assert cstrack("report", "papers/wirral-2014-03-13.txt", *argv, "--force").code == 0
    assert (folder / "own.md").is_file()


def test_points_to_check_as_lines(cstrack):
    """For programs: code, documents, message, expected."""
    ended = cstrack("report", "papers", "--as-of", "2014-05-31", "--format", "findings-jsonl")
    told = [json.loads(line) for line in ended.out.splitlines()]
    assert told
    assert {"code", "documents", "cells", "message", "expected"} <= set(told[0])


def test_a_problem_of_an_input_stands_in_the_report_too(cstrack, folder):
    """A report that hides what it could not read looks whole."""
    (folder / "papers" / "empty.txt").write_bytes(b"")
    ended = cstrack("report", "papers", "--as-of", "2014-05-31")
    assert ended.code == 1
    assert "What could not be read or trusted" in ended.out


def problem(severity):
    return Problem(code="input.empty", message="m", severity=severity)


def finding(priority):
    return Finding(code="a.b", priority=priority, authority=None, message="", rule="", citations=())


@pytest.mark.parametrize(
    ("problems", "findings", "fail_on", "code"),
    [
        ((), (), None, 0),
        ((problem(Severity.WARNING), problem(Severity.NOTE)), (), None, 0),
        ((problem(Severity.ERROR),), (), None, 1),
        ((), (finding(Priority.HIGH),), None, 0),
        ((), (finding(Priority.HIGH),), "high", 1),
        ((), (finding(Priority.MEDIUM),), "high", 0),
        ((), (finding(Priority.MEDIUM),), "low", 1),
        ((), (finding(Priority.NOTE),), "note", 1),
    ],
)
def test_what_needs_a_person_is_1(problems, findings, fail_on, code):
    """Errors do; points to check do only from the priority that --fail-on names."""
    assert exit_code(problems, findings, fail_on) == code
