"""`cstrack explain`, `text`, `plugins` and `doctor`."""

from __future__ import annotations

import json

import pytest

from cstrack.cli.console import progress

PAPER = "papers/wirral-2014-03-13.txt"


def test_explain_names_the_loader_and_why(cstrack):
    """Candidates with strength and evidence, and the step that decided."""
    ended = cstrack("explain", PAPER, "--no-plugins")
    assert ended.code == 0
    assert "Loader: core.paper (any prose paper), because no other loader recognises the document" in ended.out
    assert "Authority: Wirral Borough Council (E08000015), by its file name" in ended.out
    assert "Date: 13 March 2014" in ended.out
    assert "generic" in ended.out


def test_a_plugin_changes_what_explain_says(cstrack):
    """With the council's plugin installed it is the one that reads its paper."""
    pytest.importorskip("cstrack_wirral", reason="the plugin of Wirral is not installed")
    assert "Loader: wirral." in cstrack("explain", PAPER).out


def test_explain_says_what_was_seen_on_a_line(cstrack, folder):
    """Records with their rule, figures, periods, and what is no figure and why."""
    lines = (folder / PAPER).read_text(encoding="utf-8").splitlines()
    number = next(at for at, line in enumerate(lines, 1) if "£73m" in line)
    by_line = cstrack("explain", PAPER, "--no-plugins", "--line", str(number))
    by_words = cstrack("explain", PAPER, "--no-plugins", "--words", "£73M BUDGET")
    assert by_line.out == by_words.out
    assert "Loader" not in by_line.out
    assert all(
        word in by_line.out for word in ("record", "figure", "period", "rule figure.money", "2012-04-01/2013-03-31")
    )
    assert "April 2014" not in by_line.out


def test_explain_says_that_nothing_was_seen(cstrack):
    """And shows the line."""
    assert cstrack("explain", PAPER, "--no-plugins", "--line", "2").out.startswith("Nothing was seen on")
    assert cstrack("explain", PAPER, "--no-plugins", "--line", "999").out.endswith(
        "a line that the text does not have\n"
    )
    assert cstrack("explain", PAPER, "--no-plugins", "--words", "zebra").out == "No line prints these words.\n"


def test_text_prints_what_citations_point_into(cstrack, folder):
    """For a text file the decoded file untouched."""
    ended = cstrack("text", PAPER)
    assert ended.code == 0
    assert ended.out == (folder / PAPER).read_text(encoding="utf-8")


def test_plugins_are_listed(cstrack):
    """Without --check nothing is imported; with it what each offers."""
    listed = cstrack("plugins")
    assert listed.code == 0
    assert "core" in listed.out
    assert "core.html" in cstrack("plugins", "--check").out
    told = json.loads(cstrack("plugins", "--json").out)
    assert told[0]["name"] == "core"
    assert set(told[0]) == {"name", "distribution", "version", "state", "authorities", "detail"}


def test_the_doctor_says_what_is_there(cstrack):
    """Python, dependencies, optional parts or the line that installs them, plugins, limits."""
    ended = cstrack("doctor")
    assert ended.code == 0
    assert all(
        word in ended.out for word in ("Python", "attrs", "jinja2, for web pages", "Plugins", "bytes", "Terminal")
    )


def test_the_doctor_names_the_line_that_installs_what_is_missing(cstrack, monkeypatch):
    """An optional part that is not there is no fault."""
    monkeypatch.setattr("cstrack.cli.doctor._version", lambda name: None if name == "jinja2" else "1.0")
    ended = cstrack("doctor")
    assert ended.code == 0
    assert (
        'jinja2, for web pages (--to report.html): not installed: python -m pip install "cstrack[report]"' in ended.out
    )


class Terminal:
    """Standard error as a terminal."""

    def __init__(self):
        self.text = ""

    def isatty(self):
        return True

    def write(self, text):
        self.text += text

    def flush(self):
        pass


def test_progress_is_shown_on_a_terminal_when_there_is_much_to_do(monkeypatch):
    """From five files on, on standard error; wiped at the end."""
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    show = progress()
    show(0, 4, "a.txt")
    assert terminal.text == ""
    show(2, 5, "b\x1b.txt")
    assert "reading 3 of 5: b\ufffd.txt" in terminal.text
    show(5, 5, "")
    assert terminal.text.endswith("\r")


def test_progress_is_not_shown_in_a_pipe(capsys):
    """A log is no place for it."""
    assert progress() is None
