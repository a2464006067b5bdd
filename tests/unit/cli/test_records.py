"""`cstrack records`."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys

from cstrack.codec.lines import KEYS


def test_lines_are_the_contract(cstrack, folder):
    """One JSON object a line, every key in order; the words stand where the line says."""
    ended = cstrack("records", "papers", "--format", "jsonl", "--no-plugins")
    assert ended.code == 0
    lines = [json.loads(line) for line in ended.out.splitlines()]
    assert {tuple(line) for line in lines} == {KEYS}
    money = next(line for line in lines if line["value"] == "73000000" and line["document"].startswith("wirral"))
    text = (folder / "papers" / "wirral-2014-03-13.txt").read_text(encoding="utf-8")
    assert text[money["start"] : money["end"]] == money["quote"]
    assert (money["kind"], money["authority"], money["period"]) == ("budget", "E08000015", "2012-04-01/2013-03-31")


def test_a_file_that_is_piped_is_utf8(child, folder):
    """Whatever the console is: programs read it."""
    ended = child(
        "-m",
        "cstrack",
        "records",
        "-q",
        "--format",
        "jsonl",
        str(folder / "papers"),
        PYTHONIOENCODING="cp1252",
        PYTHONUTF8="0",
    )
    assert '"quote": "£73m"' in ended.stdout


def test_csv_is_safe_and_for_excel_when_asked(cstrack):
    """The same columns; --excel begins with a mark."""
    plain = cstrack("records", "papers", "--format", "csv", "-q")
    assert tuple(next(csv.reader(io.StringIO(plain.out)))) == KEYS
    assert cstrack("records", "papers", "--format", "csv", "--excel", "-q").out.startswith("\ufeffkind")
    assert cstrack("records", "papers", "--format", "csv", "--raw", "-q").code == 0


def test_a_file_is_written_whole_where_one_is_named(cstrack, folder):
    """PowerShell's `>` writes another encoding; -o writes the very bytes, and keeps a file that is there."""
    ended = cstrack("records", "papers", "--format", "csv", "--excel", "-q", "-o", "records.csv")
    assert (ended.code, ended.out) == (0, "")
    assert (folder / "records.csv").read_bytes().startswith(b"\xef\xbb\xbfkind,")
    assert cstrack("records", "papers", "-o", "records.csv").code == 2
    assert cstrack("records", "papers", "-o", "records.csv", "--force", "-q").code == 0


def test_the_table_shows_the_words(cstrack):
    """What a person reads by default."""
    ended = cstrack("records", "papers", "-q")
    assert "73000000" in ended.out
    assert "its £73m budget" in " ".join(ended.out.replace("|", " ").split())
    assert max(map(len, ended.out.splitlines())) <= 120


def test_more_kinds_when_asked_for(cstrack):
    """By default the contract's kinds alone."""
    kinds = {
        json.loads(line)["kind"] for line in cstrack("records", "papers", "--format", "jsonl", "-q").out.splitlines()
    }
    assert kinds <= {"budget", "observation", "target", "action", "decision", "objective", "judgement"}
    more = cstrack("records", "papers", "--format", "jsonl", "--all-kinds", "-q").out.splitlines()
    assert kinds <= {json.loads(line)["kind"] for line in more}


def test_one_bad_file_is_1_and_the_others_are_done(cstrack, folder):
    """One clear line for each bad input, on standard error."""
    (folder / "papers" / "empty.txt").write_bytes(b"")
    (folder / "papers" / "binary.txt").write_bytes(bytes(range(256)) * 20)
    ended = cstrack("records", "papers", "missing.txt", "--format", "jsonl")
    assert ended.code == 1
    assert {json.loads(line)["document"] for line in ended.out.splitlines()} == {
        "wirral-2014-03-13.txt",
        "torbay-2014-03-14.txt",
    }
    told = [line for line in ended.err.splitlines() if line.startswith("error: ")]
    assert [line.rpartition("[")[2] for line in sorted(told)] == ["input.binary]", "input.empty]", "input.missing]"]


def test_warnings_change_nothing_and_can_be_silenced(cstrack, folder):
    """A paper of nobody known is read, with a warning."""
    (folder / "plain.txt").write_text("1. Costs of £1m were met.\n", encoding="utf-8")
    ended = cstrack("records", "plain.txt", "--format", "jsonl")
    assert ended.code == 0
    assert "[paper.authority_unknown]" in ended.err
    assert cstrack("records", "plain.txt", "--format", "jsonl", "-q").err == ""


def test_standard_input_is_a_dash(folder):
    """A paper can be piped in."""
    paper = (folder / "papers" / "wirral-2014-03-13.txt").read_bytes()
    argv = [sys.executable, "-m", "cstrack", "records", "-", "-q", "--format", "jsonl"]
    ended = subprocess.run(argv, input=paper, capture_output=True, check=False)
    assert json.loads(ended.stdout.splitlines()[0])["document"] == "standard input"


def test_no_control_character_of_a_paper_reaches_standard_error(cstrack, folder):
    """Nor does one of a file's name."""
    ended = cstrack("records", "papers", "evil\x1b[31m.txt")
    assert "\x1b" not in ended.err
