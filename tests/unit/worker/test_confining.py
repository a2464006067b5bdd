"""A worker keeps itself within bounds, even where its parent cannot."""

from __future__ import annotations

import signal
import sys

import pytest

from cstrack.worker import confining
from cstrack.worker.confining import alarmed

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="on Windows the parent confines its workers")


def test_memory_beyond_the_limit_is_refused(child):
    """In a process of its own: a limit cannot be taken back."""
    script = (
        "from cstrack.worker.confining import confine\nimport resource\nconfine(300_000_000)\n"
        "try:\n    bytearray(400_000_000)\nexcept MemoryError:\n    print('refused')\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE))"
    )
    assert child("-c", script).stdout == "refused\n(0, 0)\n"


def test_a_limit_that_cannot_be_set_stops_nothing(monkeypatch):
    """A system that does not know it, or already allows less."""
    import resource

    asked = []

    def refuse(kind, limits):
        asked.append(kind)
        raise ValueError("not permitted")

    monkeypatch.setattr(resource, "setrlimit", refuse)
    confining.confine(1)
    assert asked == [resource.RLIMIT_AS, resource.RLIMIT_CORE]


def test_the_alarm_is_set_for_the_file_and_no_longer(child):
    """It is the system's, with its usual effect: the end of the process. Not here, where an alarm watches over the tests."""
    script = (
        "import signal\nfrom cstrack.worker.confining import GRACE, alarmed\n"
        "with alarmed(60):\n    left, _ = signal.getitimer(signal.ITIMER_REAL)\n"
        "    print(60 < left <= 60 + GRACE, signal.getsignal(signal.SIGALRM) is signal.SIG_DFL)\n"
        "print(signal.getitimer(signal.ITIMER_REAL)[0])"
    )
    assert child("-c", script).stdout == "True True\n0.0\n"


def test_an_alarm_ends_a_loop_that_nothing_else_ends(child):
    """Asked to count without an end, in a process whose parent does not look."""
    script = "import cstrack.worker.confining as c\nc.GRACE = 0\nwith c.alarmed(1):\n    while True:\n        pass\n"
    assert child("-c", script).returncode == -signal.SIGALRM


def test_nothing_of_it_is_done_on_windows(monkeypatch):
    """There is neither such a limit nor such an alarm."""
    before = signal.getsignal(signal.SIGALRM)
    monkeypatch.setattr(sys, "platform", "win32")
    confining.confine(1)
    confining.end_with_parent()
    with alarmed(1):
        assert signal.getsignal(signal.SIGALRM) is before
