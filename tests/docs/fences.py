"""A page of the documentation as its blocks: what runs, and what was pasted from a run."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from installing import install, installed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: A fence at the left margin, its language, and what stands in it.
FENCE = re.compile(r"^```(?P<language>[\w-]*)[^\n]*\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)

#: Blocks that run, and the one that holds what the block before it printed.
PYTHON, COMMANDS, OUTPUT = "python", ("console", "sh"), "output"

#: Command lines that are run: our own, and those with which a plugin is installed and tested.
RUN = ("cstrack ", "python -m pip install -e ", "python -m pytest ")

#: Stands on a line of its own for lines left out.
LEFT_OUT = "..."


@dataclass(frozen=True)
class Block:
    """One fenced block."""

    language: str
    body: str
    start: int
    end: int
    line: int

    @property
    def commands(self) -> list[list[str]]:
        """The command lines in it that are run, without the prompt."""
        typed = (line.strip().removeprefix("$ ") for line in self.body.splitlines())
        return [shlex.split(line) for line in typed if line.startswith(RUN)]

    @property
    def runs(self) -> bool:
        """Whether the block is run."""
        return self.language == PYTHON or (self.language in COMMANDS and bool(self.commands))


def blocks(text: str) -> list[Block]:
    """The fenced blocks of a page, in order."""
    return [
        Block(
            language=found["language"],
            body=found["body"],
            start=found.start("body"),
            end=found.end("body"),
            line=text.count("\n", 0, found.start()) + 1,
        )
        for found in FENCE.finditer(text)
    ]


def run(block: Block, namespace: dict[str, Any], folder: Path) -> str:
    """Run one block and return what it printed on standard output."""
    if block.language == PYTHON:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile("\n" * block.line + block.body, "page", "exec"), namespace)
        return printed.getvalue()
    return "".join(command(argv, folder) for argv in block.commands)


def command(argv: list[str], folder: Path) -> str:
    """Run one command line as a user would; done, or done with something for a person, is well."""
    if argv[:4] == ["python", "-m", "pip", "install"]:
        install(folder / argv[-1], folder)
        return ""
    words = argv[2:] if argv[0] == "python" else argv
    path = os.pathsep.join([*installed(folder), *filter(None, [os.environ.get("PYTHONPATH")])])
    environ = {**os.environ, "PYTHONUTF8": "1", "COLUMNS": "120", "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
    outcome = subprocess.run(
        [sys.executable, "-m", *words], cwd=folder, env=environ, capture_output=True, encoding="utf-8", check=False
    )
    told = f"{shlex.join(argv)} ended with {outcome.returncode}:\n{outcome.stdout}\n{outcome.stderr}"
    assert outcome.returncode in ((0, 1) if argv[0] == "cstrack" else (0,)), told
    assert "Traceback" not in outcome.stderr, told
    return outcome.stdout


def folded(text: str) -> list[str]:
    """The lines that are not blank, runs of blanks folded."""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def chunks(pasted: str) -> list[list[str]]:
    """The lines of a pasted output, parted where lines were left out; each as it is pasted, blank lines inside it kept."""
    parted: list[list[str]] = [[]]
    for line in pasted.splitlines():
        if line.strip() == LEFT_OUT:
            parted.append([])
        else:
            parted[-1].append(line.rstrip())
    return ["\n".join(chunk).strip("\n").splitlines() for chunk in parted]


def difference(pasted: str, printed: str) -> str | None:
    """What of the pasted output is not printed; None where all of it is, in this order."""
    lines, at = folded(printed), 0
    parted = [folded("\n".join(chunk)) for chunk in chunks(pasted)]
    for number, chunk in enumerate(parted):
        places = [
            place for place in range(at, len(lines) - len(chunk) + 1) if lines[place : place + len(chunk)] == chunk
        ]
        if number == 0:
            places = [place for place in places if place == 0]
        if number == len(parted) - 1 and chunk:
            places = [place for place in places if place + len(chunk) == len(lines)]
        if not places:
            return "\n".join(["pasted:", *chunk, "", "printed:", *lines])
        at = places[0] + len(chunk)
    return None


def anew(pasted: str, printed: str) -> str:
    """The pasted output brought up to date.

    Each stretch is found by its first line and is as many paragraphs long as it was; the first begins where the output begins,
    and one that ended the output ends it again.
    """
    parted = chunks(pasted)
    lines = [line.rstrip() for line in printed.strip("\n").splitlines()]
    written: list[str] = []
    at = 0
    for number, chunk in enumerate(parted):
        last = number == len(parted) - 1
        start = 0 if number == 0 else _start(chunk, lines, at)
        end = len(lines) if last and chunk else _end(lines, start, chunk.count(""))
        fresh = lines[start:end] if chunk else []
        written += fresh if number == 0 else [LEFT_OUT, *fresh]
        at = end if chunk else at
    return "".join(f"{line}\n" for line in written)


def _start(chunk: list[str], lines: list[str], at: int) -> int:
    if not chunk:
        return at
    wanted = chunk[0].split()
    found = next((place for place in range(at, len(lines)) if lines[place].split() == wanted), None)
    assert found is not None, f"{chunk[0]!r} is no longer printed: choose another stretch by hand"
    return found


def _end(lines: list[str], start: int, blanks: int) -> int:
    """Where a stretch ends that holds so many blank lines: before the next one."""
    for place in range(start, len(lines)):
        blanks -= not lines[place]
        if blanks < 0:
            return place
    return len(lines)


def pairs(page: list[Block]) -> Iterator[tuple[Block, Block | None]]:
    """Each block that runs, with the output pasted right after it, where there is one."""
    for block, after in zip(page, [*page, None][1:], strict=True):
        if block.runs:
            yield block, after if after is not None and after.language == OUTPUT else None
