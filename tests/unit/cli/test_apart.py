"""Options that say where files are read, how many at a time, and how much of each."""

from __future__ import annotations

import pytest

ROWS = ["records", "papers", "--format", "jsonl", "--no-plugins"]


def test_processes_change_nothing_that_is_printed(cstrack, folder):
    """On standard output and on standard error."""
    here = cstrack(*ROWS, "--isolation", "none")
    assert here.code == 0
    assert here.out
    assert cstrack(*ROWS) == here
    assert cstrack(*ROWS, "--isolation", "process", "--jobs", "1") == here


@pytest.mark.parametrize("command", ["explain", "text"])
def test_one_paper_looked_at_prints_the_same_from_a_process(cstrack, folder, command):
    """An account travels, and the text."""
    here = cstrack(command, "papers/wirral-2014-03-13.txt", "--isolation", "none")
    assert here.code == 0
    assert here.out
    assert cstrack(command, "papers/wirral-2014-03-13.txt") == here


def test_a_report_takes_them_too(cstrack, folder):
    """The other command that reads many files."""
    asked = ["report", "papers", "--as-of", "2015-03-31", "--no-plugins"]
    assert cstrack(*asked, "--jobs", "2") == cstrack(*asked, "--isolation", "none")


@pytest.mark.parametrize("command", ["records", "report", "explain", "text"])
def test_a_limit_holds_for_every_command_that_reads(cstrack, folder, command):
    """Given once, or again for another."""
    path = "papers/wirral-2014-03-13.txt"
    ended = cstrack(command, path, "--limit", "bytes=20", "--limit", "seconds=60")
    assert ended.code == 3
    assert "is larger than 20 bytes" in ended.err


@pytest.mark.parametrize(
    ("limit", "told"),
    [
        ("seconds=x", "the limit seconds is a whole number from 1 on, not 'x'"),
        ("seconds=-1", "not '-1'"),
        ("seconds=0", "the limit seconds is a whole number from 1 on, not 0"),
        ("seconds=1e9", "not '1e9'"),
        ("seconds=\u0661", "not '\u0661'"),
        ("seconds", "write for example seconds=60"),
        ("second=1", "unknown limit 'second'. Known: bytes, expanded"),
    ],
)
def test_a_limit_that_cannot_be_meant_is_wrong_use(cstrack, folder, limit, told):
    """One line that says what is wrong, before anything is read."""
    ended = cstrack("records", "papers", "--limit", limit)
    assert ended.code == 2
    assert ended.out == ""
    assert told in ended.err
    assert ended.err.count("\n") == 1


def test_limits_of_the_settings_give_way_to_those_of_the_command_line(cstrack, folder):
    """As everything in the settings does."""
    (folder / "cstrack.toml").write_text("[limits]\nbytes = 20\n", encoding="utf-8")
    assert cstrack("records", "papers").code == 3
    assert cstrack("records", "papers", "--limit", "bytes=20000", "--no-plugins").code == 0


def test_the_doctor_lists_every_limit(cstrack, folder):
    """With the names by which they are changed."""
    told = cstrack("doctor").out
    assert "seconds 30" in told
    assert "memory 1,073,741,824" in told
