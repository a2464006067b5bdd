"""What keeps this process within bounds even where its parent cannot: memory, core files, time.

Where a system has none of these (Windows) the parent confines its children by a job object.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager, suppress
from threading import Thread
from time import sleep
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Seconds between two looks at whether the parent is there.
_LOOK = 0.5

#: Seconds after its own limit at which a process ends that nobody ended: its parent is gone.
GRACE = 10


def confine(memory: int) -> None:
    """Let this process have so much address space and no more, and leave no core file behind.

    Args:
        memory: bytes.
    """
    if sys.platform == "win32":
        return
    import resource

    for kind, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)):
        with suppress(ValueError, OSError):  # a system that does not know the limit, or already allows less
            resource.setrlimit(kind, (most, most))


def end_with_parent() -> None:
    """End this process, and all that it started, soon after its parent has gone without ending it.

    A thread looks for that. A library that lets no thread run meets the alarm instead: see :func:`alarmed`.
    """
    if sys.platform == "win32":
        return
    import os
    import signal

    parent, own = os.getppid(), os.getpid()

    def look() -> None:
        while os.getppid() == parent:
            sleep(_LOOK)
        if os.getpgid(0) == own:
            os.killpg(own, signal.SIGKILL)
        os.kill(own, signal.SIGKILL)

    Thread(target=look, daemon=True, name="cstrack parent").start()


@contextmanager
def alarmed(seconds: int) -> Iterator[None]:
    """End this process some seconds after the limit of a file, should its parent not have done so.

    The system does it, so that no loop of a library can keep it from happening.
    """
    if sys.platform == "win32":
        yield
        return
    import signal

    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds + GRACE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
