"""What confines a child on Windows: a job object, which ends all its processes together and keeps each within its memory.

Source:
    Microsoft Learn, Win32 API, "Job Objects" and JOBOBJECT_EXTENDED_LIMIT_INFORMATION.
"""

from __future__ import annotations

import ctypes
import sys
from typing import TYPE_CHECKING, Any, ClassVar, final

from attrs import define

if TYPE_CHECKING:
    import subprocess

_KILL_ON_CLOSE, _PROCESS_MEMORY = 0x2000, 0x100
_EXTENDED_LIMITS = 9


class _Basic(ctypes.Structure):
    _fields_: ClassVar = [
        ("per_process_user_time", ctypes.c_int64),
        ("per_job_user_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("minimum_working_set", ctypes.c_size_t),
        ("maximum_working_set", ctypes.c_size_t),
        ("active_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    ]


class Extended(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION: 144 bytes where pointers have eight."""

    _fields_: ClassVar = [
        ("basic", _Basic),
        ("counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    ]


@final
@define(eq=False)
class Job:
    """A job object.

    Attributes:
        kernel: the library that knows it.
        number: its number; 0 once it is closed.
    """

    kernel: Any
    number: int

    def end(self) -> None:
        """End every process in it."""
        if self.number:
            self.kernel.TerminateJobObject(ctypes.c_void_p(self.number), 1)
            self.kernel.CloseHandle(ctypes.c_void_p(self.number))
            self.number = 0


def limits(memory: int) -> Extended:
    """What a job may do: so much memory for each process, and no life after its parent."""
    wanted = Extended()
    wanted.basic.flags = _KILL_ON_CLOSE | _PROCESS_MEMORY
    wanted.process_memory = memory
    return wanted


def new_job(running: subprocess.Popen[bytes], memory: int) -> Job | None:
    """A job object around a process that has been given nothing to do yet.

    Args:
        running: the process.
        memory: bytes that it, and each process that it starts, may have.

    Returns:
        The job; None where the system has none, and the process confines itself.
    """
    if sys.platform == "win32":
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = ctypes.c_void_p
        number = kernel.CreateJobObjectW(None, None)
        if number:
            wanted, job = limits(memory), ctypes.c_void_p(number)
            kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(wanted), ctypes.sizeof(wanted))
            kernel.AssignProcessToJobObject(job, ctypes.c_void_p(int(running._handle)))  # noqa: SLF001
            return Job(kernel, number)
    return None
