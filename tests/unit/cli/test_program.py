"""The exit code of a run, and the one line that a mistake gets."""

from __future__ import annotations

import os
import subprocess
import sys

import click
import pytest

from cstrack.cli import main, options
from cstrack.cli.console import prepare_streams
from cstrack.cli.program import program
from cstrack.errors import StoreError
from cstrack.version import VERSION


def test_version_and_help(cstrack):
    """Both end with 0 and print on standard output."""
    assert cstrack("--version") == (0, f"cstrack, version {VERSION}\n", "")
    shown = cstrack("-h")
    assert shown.code == 0
    assert all(name in shown.out for name in ("report", "records", "explain", "text", "plugins", "doctor"))


def test_the_version_is_that_of_the_distribution(root):
    """pyproject.toml and the program say the same."""
    assert f'version = "{VERSION}"' in (root / "pyproject.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["records", "papers", "--nope"], "cstrack records: No such option"),
        (["records"], "Missing argument 'PATHS...'. See cstrack records --help"),
        (["frobnicate"], "cstrack: No such command"),
        (
            ["report", "papers", "--as-of", "31/03/2015"],
            "cannot read '31/03/2015' as a date: give a date such as 2015-03-31",
        ),
        (["records", "papers", "--authority", "Wirrall"], "unknown authority 'Wirrall'"),
        (["records", "papers", "--loader", "x.y"], "unknown loader 'x.y'. Known: core.paper"),
        (["records", "papers", "--disable", "nobody"], "unknown plugin 'nobody'"),
        (["report", "papers", "--to", "a.zip"], "unknown suffix of a file to write '.zip'. Known: .csv"),
        (["report", "papers", "--to", "no/a.html"], "the folder no is not there: make it first"),
        (["report", "papers", "--exporter", "core.html"], "--exporter ID and -o FILE go together"),
        (["report", "papers", "--exporter", "x.y", "-o", "a"], "unknown exporter 'x.y'"),
        (["report", "papers", "--fail-on", "never"], "Invalid value for '--fail-on'"),
        (["explain", "papers/wirral-2014-03-13.txt", "--line", "0"], "Invalid value for '--line'"),
        (["plugin", "new", "devon", "--authority", "Narnia"], "unknown authority 'Narnia'"),
    ],
)
def test_wrong_use_is_one_line_and_2(cstrack, argv, words):
    """What happened, to what, and what to do; nothing on standard output."""
    ended = cstrack(*argv)
    assert ended.code == 2
    assert words in ended.err
    assert len(ended.err.splitlines()) == 1
    assert ended.out == ""


@pytest.mark.parametrize("command", ["records", "report", "text", "explain"])
def test_nothing_read_is_3(cstrack, command):
    """A missing file, alone, in one or two lines that say what to do."""
    ended = cstrack(command, "papers/wirral-2014-03-31.txt")
    assert ended.code == 3
    assert "did you mean" in ended.err
    assert ended.out == ""


def raising(error):
    @click.command(name="raising")
    def command():
        raise error

    return command


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (RuntimeError("no luck"), 3, "internal error: RuntimeError: no luck"),
        (StoreError("a.cstrack", "is no store"), 4, "a.cstrack: is no store"),
        (KeyboardInterrupt(), 130, "interrupted"),
    ],
)
def test_no_error_leaves_as_a_traceback(cstrack, monkeypatch, error, code, words):
    """3 internal error, 4 a store, 130 interrupted."""
    monkeypatch.setitem(program.commands, "raising", raising(error))
    ended = cstrack("raising")
    assert ended.code == code
    assert words in ended.err
    assert "Traceback" not in ended.err


def test_a_traceback_is_printed_when_it_is_asked_for(cstrack, monkeypatch):
    """For whoever reports the error."""
    monkeypatch.setitem(program.commands, "raising", raising(RuntimeError("no luck")))
    assert "Traceback" in cstrack("--traceback", "raising").err


def test_a_closed_pipe_is_no_error(folder):
    """`cstrack records | head -1` ends quietly."""
    argv = [sys.executable, "-m", "cstrack", "records", "-q", "--format", "jsonl", str(folder / "papers")]
    with subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        run.stdout.close()
        assert run.stderr.read() == b""
        assert run.wait() == 0


def test_a_console_that_knows_few_characters_stops_nothing(folder):
    """A console of Windows may know cp1252 alone; what it cannot show is replaced."""
    (folder / "papers" / "york.txt").write_text("1. Costs of £1m ✓ are “known”.\n", encoding="utf-8")
    for encoding in ("cp1252", "ascii"):
        run = [sys.executable, "-m", "cstrack", "report", str(folder / "papers"), "--as-of", "2015-03-31"]
        environ = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
        ended = subprocess.run(run, env=environ, capture_output=True, check=False)
        assert ended.returncode == 0
        assert b"Traceback" not in ended.stderr
        assert ended.stdout.startswith(b"What the papers say")


def test_streams_that_cannot_be_prepared_are_left(monkeypatch):
    """A notebook's streams are no text files."""
    monkeypatch.setattr("sys.stdout", object())
    prepare_streams()


def test_the_default_day_is_today():
    """The one place where a clock is read."""
    assert options.today().year >= 2025


def test_main_takes_the_arguments_of_the_process(monkeypatch, capsys):
    """As the console script calls it."""
    monkeypatch.setattr("sys.argv", ["cstrack", "--version"])
    assert main() == 0
    assert "version" in capsys.readouterr().out
