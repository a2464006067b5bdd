"""A file, or a plugin, that hangs, crashes, exits or needs all memory ends as one problem, and the others are read."""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path

import pytest

import cstrack
from cstrack.errors import NothingRead, NoWorker, UnknownName
from cstrack.problems import Severity

NEIGHBOURS = ["a-torbay-2014-12-11.txt", "m-torbay-2014-12-11.txt", "z-torbay-2014-12-11.txt"]

pytestmark = pytest.mark.usefixtures("mock")


def read(register):
    return [paper.source.name for paper in register.papers]


def problem_of(register, document):
    (problem,) = [one for one in register.problems if one.document == document and one.severity is Severity.ERROR]
    return problem


def alive(pid: int) -> bool:
    """Whether a process runs; one that is dead and unburied does not."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return stat.rpartition(")")[2].split()[0] not in {"Z", "X"}


@pytest.mark.parametrize(
    ("does", "code", "words"),
    [
        ("raises", "input.unreadable", "mock.reader failed on k.txt: ValueError: no luck"),
        ("exits", "input.unreadable", "sys.exit: 0"),
        ("rubbish", "plugin.bad_return", "mock.reader returned int where a Outcome is due"),
        ("leaves", "worker.died", "exit code 0) while mock.reader was at work"),
        ("aborts", "worker.died", "signal SIGABRT"),
        ("crashes", "worker.died", "signal SIGSEGV"),
        ("interrupts", "worker.died", "KeyboardInterrupt"),
        ("closes", "worker.died", ""),
        ("allocates", "worker.memory", "needs more than 1,073,741,824 bytes of memory"),
        ("grows", "worker.memory", "needs more than 1,073,741,824 bytes of memory"),
    ],
)
def test_a_reader_that_fails_loses_its_file_alone(folder, does, code, words):
    """Whatever it does, in the order of the files and with the plugin named."""
    register = cstrack.load(folder(k=f"MOCK {does}"), jobs=1)
    assert read(register) == NEIGHBOURS
    problem = problem_of(register, "k.txt")
    assert problem.code == code
    assert words in problem.message
    assert "Traceback" not in problem.message


@pytest.mark.parametrize("does", ["hangs", "spins"])
@pytest.mark.parametrize("kind", ["MOCK", "LOADER", "RECOGNISE"])
def test_what_takes_too_long_is_given_up(folder, does, kind):
    """Readers and loaders, asleep or busy; the message says who was at work."""
    register = cstrack.load(folder(k=f"{kind} {does}"), limits={"seconds": 2})
    assert read(register) == NEIGHBOURS
    problem = problem_of(register, "k.txt")
    assert problem.code == "worker.killed"
    assert "k.txt: given up after 2 seconds while mock." in problem.message
    assert problem.plugin == "mock"


@pytest.mark.parametrize(
    ("does", "code"), [("aborts", "worker.died"), ("raises", "loader.failed"), ("rubbish", "plugin.bad_return")]
)
def test_a_loader_is_kept_apart_as_a_reader_is(folder, does, code):
    """It runs where the file is read."""
    register = cstrack.load(folder(k=f"LOADER {does}"))
    assert read(register) == NEIGHBOURS
    assert problem_of(register, "k.txt").code == code


def test_a_result_that_cannot_be_sent_is_a_bad_return(folder):
    """Only the plugin's own process would understand it."""
    register = cstrack.load(folder(k="LOADER odd"))
    assert read(register) == NEIGHBOURS
    problem = problem_of(register, "k.txt")
    assert problem.code == "plugin.bad_return"
    assert problem.plugin == "mock"


@pytest.mark.parametrize("command", ["explain", "text"])
def test_one_file_looked_at_is_ended_too(child, folder, mock, command):
    """Where it hangs and where it crashes; the program says so in a line."""
    place = folder(neighbours=False, h="MOCK hangs", k="MOCK aborts")
    for name, words in (("h", "given up after 2 seconds"), ("k", "signal SIGABRT")):
        argv = ("-m", "cstrack", command, str(place / f"{name}.txt"), "--limit", "seconds=2")
        outcome = child(*argv, PYTHONPATH=f"{mock}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
        assert outcome.returncode == 3, outcome.stderr
        assert words in outcome.stderr
        assert "Traceback" not in outcome.stderr


def test_what_a_plugin_prints_disturbs_nothing(folder, capfd):
    """Neither the talk of the processes nor what the program prints; standard input is empty."""
    register = cstrack.load(folder(k="LOADER prints", l="LOADER listens"), jobs=1)
    assert read(register) == [NEIGHBOURS[0], "k.txt", "l.txt", *NEIGHBOURS[1:]]
    assert capfd.readouterr() == ("", "")


def test_many_bad_files_one_after_the_other(folder):
    """Each costs a worker; each good file among them is read."""
    bad = {f"{letter}{number}": "MOCK aborts" for letter in "bny" for number in range(2)}
    register = cstrack.load(folder(**bad), jobs=2)
    assert read(register) == NEIGHBOURS
    assert [one.document for one in register.problems if one.code == "worker.died"] == [
        f"{one}.txt" for one in sorted(bad)
    ]


def test_nothing_read_says_why(folder):
    """Where the one file died there is no register."""
    with pytest.raises(NothingRead, match=r"signal SIGABRT"):
        cstrack.load(folder(neighbours=False, k="MOCK aborts"))


def test_a_file_does_not_pay_for_an_earlier_one(folder):
    """A worker that had read others before is replaced, and its file tried once more: the verdict is a fresh worker's."""
    place = folder(neighbours=False, a="LOADER nothing", b="MOCK allocates", c="LOADER nothing ", d="MOCK aborts")
    register = cstrack.load(place, jobs=1)
    assert read(register) == ["a.txt", "c.txt"]
    assert [one.code for one in register.problems if one.code.startswith("worker.")] == ["worker.memory", "worker.died"]


@pytest.mark.skipif(sys.platform == "win32", reason="groups of processes are told by their numbers in /proc")
def test_what_a_worker_started_ends_with_it(folder, tmp_path, monkeypatch):
    """A plugin's own child does not outlive the file."""
    monkeypatch.setenv("MOCK_NOTES", str(tmp_path / "notes"))
    cstrack.load(folder(k="MOCK bears"), limits={"seconds": 2})
    worker, grandchild = map(int, (tmp_path / "notes").read_text(encoding="ascii").split())
    deadline = time.monotonic() + 10
    while (alive(worker) or alive(grandchild)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not alive(worker)
    assert not alive(grandchild)


def test_nothing_is_left_behind(folder, tmp_path):
    """No process, no thread, no open file, no file in the folder of temporary files."""
    place = folder(k="MOCK aborts", l="MOCK hangs")

    def counted():
        return sorted(tmp_path.parent.iterdir()), threading.active_count(), len(list(Path("/dev/fd").iterdir()))

    before = counted()
    cstrack.load(place, limits={"seconds": 1})
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
    assert counted() == before


def test_an_error_of_the_caller_is_raised_here(folder):
    """The same as without processes."""
    place = folder()
    with pytest.raises(UnknownName, match="unknown loader 'nobody'"):
        cstrack.load(place, loader="nobody")
    with pytest.raises(UnknownName, match="unknown plugin 'nobody'"):
        cstrack.load(place, disabled=["nobody"])


def test_where_no_process_can_be_started_the_call_says_so(folder, monkeypatch):
    """An interpreter that is none, and one that ends at once."""
    place = folder()
    monkeypatch.setattr(sys, "executable", str(place / "no-python"))
    with pytest.raises(NoWorker, match="isolation='none'"):
        cstrack.load(place)
    monkeypatch.undo()
    with pytest.raises(NoWorker, match="cannot be started"):
        cstrack.load(place, limits={"memory": 1_000_000})


def test_a_plugin_that_a_paper_needed_and_that_failed_is_told_as_in_this_process(folder, mock):
    """What is said of plugins comes back with the files, each once."""
    (mock / "cstrack_mock.py").write_text("raise RuntimeError('away')", encoding="utf-8")
    place = folder(k="MOCK nothing", l="MOCK hangs")
    apart, here = cstrack.load(place, jobs=2), cstrack.load(place, isolation="none")
    assert apart == here
    assert [one.code for one in apart.problems if one.plugin == "mock"] == ["plugin.failed"]
