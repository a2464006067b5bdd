"""What is said of a child that ended, and what confines it."""

from __future__ import annotations

import ctypes
import os
import struct
import subprocess
import sys
from types import SimpleNamespace

import pytest

from cstrack.errors import BadLimit
from cstrack.hooks.contracts import Limits
from cstrack.reading.inputs import Input
from cstrack.workflow import jobs, lost
from cstrack.workflow.child import Child
from cstrack.workflow.job_object import Extended, Job, limits, new_job
from cstrack.workflow.jobs import jobs_for


def ended(code: int | None, printed: bytes = b"") -> Child:
    return Child(running=SimpleNamespace(returncode=code), job=None, printed=printed)


@pytest.mark.parametrize(
    ("code", "cause"),
    [(-6, "signal SIGABRT"), (-200, "signal 200"), (1, "exit code 1"), (3221225477, "exit code 0xc0000005")],
)
def test_how_it_ended_is_told_in_words(code, cause):
    """Signals by their names, codes of Windows as they are looked up."""
    assert ended(code).cause == cause


def test_its_last_words_are_one_line_that_no_terminal_obeys():
    """Of much that it printed the end is kept."""
    child = ended(1, b"first\nred \x1b[31malert\xff\n\n")
    assert child.last_words == "red \ufffd[31malert\ufffd"
    assert ended(1).last_words == ""
    assert len(ended(1, b"x" * 4_000).last_words) == 200


@pytest.mark.parametrize(
    "printed", [b"memory allocation of 9 bytes failed", b"std::bad_alloc", b"MemoryError\n", b"Out of memory"]
)
def test_a_library_that_was_refused_memory_says_so(printed):
    """It then ends the process: that is memory, and no crash."""
    assert ended(-6, printed).out_of_memory
    assert not ended(-6, b"assertion failed").out_of_memory


def test_who_was_at_work_is_named():
    """Where it is known."""
    found, usual = Input(path="a", name="a.txt"), Limits()
    (problem,) = lost.killed(found, usual, "wirral.paper").problems
    assert (problem.plugin, problem.code) == ("wirral", "worker.killed")
    assert problem.message.startswith("a.txt: given up after 30 seconds while wirral.paper was at work")
    (problem,) = lost.out_of_memory(found, usual, "").problems
    assert problem.plugin is None
    assert "1,073,741,824 bytes of memory:" in problem.message
    (problem,) = lost.died(found, ended(-11, b"oh"), "").problems
    assert "(signal SIGSEGV: oh): save it anew" in problem.message


def test_a_job_of_windows_is_asked_for_as_its_documentation_says():
    """The structure's size on systems of 64 bits, and the two flags; tried on no Windows."""
    if struct.calcsize("P") == 8:
        assert ctypes.sizeof(Extended) == 144
    wanted = limits(123)
    assert (wanted.basic.flags, wanted.process_memory) == (0x2100, 123)


def test_a_job_is_ended_once():
    """Its number may belong to another thing afterwards."""
    calls = []
    kernel = SimpleNamespace(
        TerminateJobObject=lambda number, code: calls.append(("end", number.value, code)),
        CloseHandle=lambda number: calls.append(("close", number.value)),
    )
    job = Job(kernel, 7)
    job.end()
    job.end()
    assert calls == [("end", 7, 1), ("close", 7)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has jobs")
def test_other_systems_have_no_jobs():
    """There the process confines itself."""
    with subprocess.Popen([sys.executable, "-c", ""]) as running:
        assert new_job(running, 1) is None


def test_as_many_files_at_a_time_as_processors(monkeypatch):
    """At most eight where nobody says how many, since each may need a gibibyte."""
    monkeypatch.setattr(jobs, "_processors", lambda: 64)
    assert jobs_for(None) == 8
    monkeypatch.setattr(jobs, "_processors", lambda: 0)
    assert jobs_for(None) == 1
    assert jobs_for(30) == 30
    with pytest.raises(BadLimit):
        jobs_for(0)


def test_processors_are_counted_on_systems_that_bind_no_program(monkeypatch):
    """macOS and Windows know how many there are."""
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    assert jobs._processors() == 3
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert jobs._processors() == 1
