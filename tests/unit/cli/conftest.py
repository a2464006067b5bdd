"""The program, run in this process, with papers to read."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from cstrack.cli import main

PAPER = """COUNCIL

13 MARCH 2014

REPORT OF THE DIRECTOR OF CHILDREN'S SERVICES

1. Financial Position

- In 2012-13 the service had difficulties within its £73m budget.
- A stakeholder event is being held in April 2014.

RESOLVED: That

(1)  the report be noted; and

(2)  a report be presented to the next meeting of the Committee.
"""


class Run(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with one paper of Wirral and one of Torbay, in which the program runs."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "wirral-2014-03-13.txt").write_text(PAPER, encoding="utf-8")
    (tmp_path / "papers" / "torbay-2014-03-14.txt").write_text(PAPER + "\nAn appendix follows.\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def cstrack(folder, capsys):
    """Runs a command line, without its first word."""

    def run(*argv):
        code = main(argv)
        said = capsys.readouterr()
        return Run(code, said.out, said.err)

    return run
