"""One process that reads files: started, asked, heard, ended with all that it started."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Any, final

from attrs import define

from cstrack.errors import NoWorker
from cstrack.export.clean import printable
from cstrack.workflow.job_object import Job, new_job
from cstrack.workflow.wire import MOST, to_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from io import BufferedReader
    from typing import TypeAlias

    #: Is told each line that a child says, and None when it can say no more.
    Hear: TypeAlias = "Callable[[Child, bytes | None], None]"

#: Bytes of what a child printed that are kept, and characters of them that a message shows.
_KEPT, _SHOWN = 4096, 200

#: What libraries print when memory is refused to them, before they end the process.
_NO_MEMORY = ("memory allocation of", "bad_alloc", "MemoryError", "ut of memory")


@final
@define(eq=False, kw_only=True)
class Child:
    """One process.

    Attributes:
        running: the process.
        job: what confines it on Windows.
        printed: the last that it printed.
        listeners: the threads that hear it.
    """

    running: subprocess.Popen[bytes]
    job: Job | None
    printed: bytes = b""
    listeners: tuple[Thread, ...] = ()

    def ask(self, question: Mapping[str, Any], content: bytes | None) -> None:
        """Ask for a file.

        Raises:
            OSError: it is dead.
        """
        stream = self.running.stdin
        assert stream is not None, "it was started with pipes"
        stream.write(to_line(question))
        if content is not None:
            stream.write(content)
        stream.flush()

    def end(self) -> None:
        """End it at once, and whatever it started. Nothing of it remains."""
        if self.job is not None:
            self.job.end()
        if sys.platform != "win32":
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.running.pid, signal.SIGKILL)
        self.running.kill()
        self.running.wait()
        for listener in self.listeners:
            listener.join(1)
        with suppress(OSError):  # a question that was never read
            self.running.stdin.close()  # type: ignore[union-attr]  # it was started with pipes

    @property
    def last_words(self) -> str:
        """The last line that it printed."""
        lines = self.printed.decode("utf-8", errors="replace").strip().splitlines()
        return printable(lines[-1])[:_SHOWN].strip() if lines else ""

    @property
    def out_of_memory(self) -> bool:
        """Whether a library said that memory was refused to it."""
        text = self.printed.decode("utf-8", errors="replace")
        return any(words in text for words in _NO_MEMORY)

    @property
    def cause(self) -> str:
        """How it ended, for a person."""
        code = self.running.returncode
        if code is not None and code < 0:
            return f"signal {_signal_name(-code)}"
        return f"exit code {code}" if code is None or code < 1 << 16 else f"exit code {code:#x}"


def start(orders: Mapping[str, Any], memory: int, hear: Hear) -> Child:
    """Start a process and give it its orders.

    Args:
        orders: what the load was told.
        memory: bytes that it may have.
        hear: is told what it says, from a thread of its own.

    Raises:
        NoWorker: it cannot be started.
    """
    paths = [os.path.abspath(path) for path in sys.path if isinstance(path, str)]  # noqa: PTH100  keeps the text of paths
    before = os.environ.get("PYTHONPATH")
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in paths if os.pathsep not in path)}
    argv = [sys.executable, *(["-B"] if sys.dont_write_bytecode else []), "-P", "-m", "cstrack.worker"]
    pipe = subprocess.PIPE
    try:
        running = subprocess.Popen(  # noqa: S603  # our own module, by the interpreter that runs
            argv, stdin=pipe, stdout=pipe, stderr=pipe, env=environ, **_apart()
        )
    except (OSError, TypeError, ValueError) as error:
        raise NoWorker(f"{sys.executable}: {error}") from error
    child = Child(running=running, job=new_job(running, memory))
    child.listeners = (
        Thread(target=_listen, args=(child, running.stdout, hear), daemon=True, name=f"cstrack hears {running.pid}"),
        Thread(target=_keep, args=(child, running.stderr), daemon=True, name=f"cstrack keeps {running.pid}"),
    )
    for listener in child.listeners:
        listener.start()
    with suppress(OSError):  # it died at once, which the listeners will tell
        child.ask({"path": paths, "environ_path": before, "told": orders}, None)
    return child


def _apart() -> dict[str, Any]:
    """A group of its own, so that an interruption from the keyboard reaches the parent alone, and the whole group can be ended."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


def _listen(child: Child, stream: BufferedReader, hear: Hear) -> None:
    with stream:
        while line := stream.readline(MOST + 1):
            hear(child, line)
        hear(child, None)


def _keep(child: Child, stream: BufferedReader) -> None:
    with stream:
        while printed := stream.read1(_KEPT):
            child.printed = (child.printed + printed)[-_KEPT:]


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)
