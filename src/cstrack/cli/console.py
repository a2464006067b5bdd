"""What the commands print, and where: results on standard output, everything else on standard error."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, TextIO

from cstrack.export.clean import printable
from cstrack.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cstrack.problems import Problem

#: From this many files on a terminal shows how far a run is.
MUCH = 5

_SEVERITIES = {Severity.NOTE: "note", Severity.WARNING: "warning", Severity.ERROR: "error"}


def prepare_streams() -> None:
    """Let no character stop a run: what a console cannot show is replaced.

    A console of Windows may know cp1252 alone, where a tick or an arrow would raise.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def say(text: str) -> None:
    """A result for a person, on standard output."""
    _write(sys.stdout, text if text.endswith("\n") else f"{text}\n")


def give(text: str) -> None:
    """A result for a program, on standard output: UTF-8 with line feeds, whatever the console is.

    On a terminal it is shown as any other text; a file or a pipe gets the exact bytes.
    """
    stream = sys.stdout
    if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
        stream.flush()
        stream.buffer.write(text.encode("utf-8"))
        stream.buffer.flush()
    else:
        _write(stream, text)


def tell(text: str) -> None:
    """A line about the run, on standard error."""
    _write(sys.stderr, f"{printable(text)}\n")


def tell_problems(problems: Iterable[Problem], *, quiet: bool = False) -> None:
    """One line a problem: how grave, where, what to do.

    Args:
        problems: what could not be read or trusted.
        quiet: errors alone.
    """
    for problem in problems:
        if quiet and problem.severity is not Severity.ERROR:
            continue
        place = "" if not problem.document or problem.document in problem.message else f"{problem.document}: "
        tell(f"{_SEVERITIES[problem.severity]}: {place}{problem.message} [{problem.code}]")


def progress() -> Callable[[int, int, str], None] | None:
    """What shows how far a load is; None where nobody would see it."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, total: int, name: str) -> None:
        if total < MUCH:
            return
        line = f"reading {done + 1} of {total}: {printable(name)[:60]}" if done < total else ""
        _write(sys.stderr, f"\r{line.ljust(90)}\r" if done >= total else f"\r{line.ljust(90)}")

    return show


def _write(stream: TextIO, text: str) -> None:
    stream.write(text)
    stream.flush()
