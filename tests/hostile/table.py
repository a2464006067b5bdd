"""Every hostile file alone through the command line: its size, the time and memory it took, and what came of it.

    python tests/hostile/table.py [WORD ...]

With words only files whose names hold one of them. The memory is that of the largest process that was at work; the time includes
the start of two interpreters.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import files  # noqa: E402  # stands beside this file, which is no package

#: The promise of SECURITY.md, with the start of the interpreters beside the seconds of the file.
SECONDS, MEMORY = 30 + 5, 1 << 30

#: The word with which this file starts itself to write the files.
WRITE = "--write"

_CODE = re.compile(r"\[([a-z]+\.[a-z_]+)\]$", re.MULTILINE)


def write_all(folder: Path) -> None:
    """Write the files of the threats T01 to T04 by names that tell the threat.

    In a process of its own: on Linux what is started begins with the peak of memory of what starts it.
    """
    secret = folder / "secret.txt"
    secret.write_text("the word is xyzzy", encoding="utf-8")
    for threat, made in files.THREATS.items():
        for name, content in made(secret).items():
            (folder / f"{threat}-{name}").write_bytes(content)


def measured(path: Path) -> tuple[float, int, int, str]:
    """Seconds, bytes of memory, exit code and outcome of one file."""
    start = time.monotonic()
    with (
        tempfile.TemporaryFile() as told,
        subprocess.Popen(
            [sys.executable, "-m", "cstrack", "records", str(path), "--format", "jsonl"],
            stdout=subprocess.DEVNULL,
            stderr=told,
        ) as running,
    ):
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - start
        told.seek(0)
        lines = told.read().decode("utf-8", errors="replace")
    codes = ", ".join(dict.fromkeys(_CODE.findall(lines))) or "records"
    outcome = f"{codes} (TRACEBACK)" if "Traceback" in lines else codes
    return seconds, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024), running.returncode, outcome


def main(wanted: list[str]) -> int:
    """Print a row a file.

    Returns:
        1 where a file broke the promise.
    """
    broken = 0
    print(f"{'file':44} {'bytes':>12} {'seconds':>8} {'MiB':>6} {'exit':>4}  outcome")
    with tempfile.TemporaryDirectory() as made:
        subprocess.run([sys.executable, __file__, WRITE, made], check=True)
        for path in sorted(Path(made).glob("T*")):
            if wanted and not any(word in path.name for word in wanted):
                continue
            seconds, memory, code, outcome = measured(path)
            kept = seconds <= SECONDS and memory <= MEMORY and code in (0, 1, 3) and "TRACEBACK" not in outcome
            broken += not kept
            size = path.stat().st_size
            told = f"{path.name:44} {size:12,} {seconds:8.1f} {memory >> 20:6,} {code:4}  {outcome}"
            print(told if kept else f"{told}  BROKEN", flush=True)
    return int(broken > 0)


if __name__ == "__main__":
    if sys.argv[1:2] == [WRITE]:
        write_all(Path(sys.argv[2]))
    else:
        sys.exit(main(sys.argv[1:]))
