"""The same papers give the same register, in whatever process they are read and however many work at a time."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

import cstrack
from cstrack.codec.plain import to_plain
from cstrack.workflow.loading import load

ROOT = Path(__file__).resolve().parents[2]
PAPERS = ROOT / "examples" / "papers"

#: Reads papers given as arguments, in whatever way the script is run, and prints how many and how many records.
SCRIPT = """
import sys
import cstrack
register = cstrack.load({papers!r}, jobs=2)
print(len(register.papers), len(register.records))
"""


def counted() -> str:
    register = cstrack.load(PAPERS, isolation="none")
    return f"{len(register.papers)} {len(register.records)}\n"


@pytest.fixture
def mixed(folder):
    """The example papers with what else lies in a folder: broken, repeated, empty, packed, no papers."""
    place = folder(
        empty="",
        binary=bytes(range(256)) * 20,
        windows="Spending of £1.2m – on transport – in 2013/14 is reported.".encode("cp1252"),
        long__md="# Plan\n\n" + "The hub will open by 31 March 2015. " * 300,
        page__pdf=b"<html><body><h1>Not found</h1></body></html>",
        bomb__xlsx=b"PK\x03\x04" + b"\0" * 500,
        strange__xyz=b"\x7fELF" + bytes(100),
    )
    for path in sorted(PAPERS.iterdir()):
        shutil.copy(path, place / f"n-{path.name}")
    shutil.copy(PAPERS / "york-2015-01-21.txt", place / "y-again.txt")
    with zipfile.ZipFile(place / "more.zip", "w") as archive:
        archive.write(PAPERS / "torbay-2015-02-12.txt", "deep/torbay-2015-02-12.md")
        archive.writestr("inner.zip", b"PK\x05\x06" + bytes(18))
        archive.writestr("__MACOSX/._x.txt", "x")
    return place


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_any_number_of_workers_gives_what_this_process_gives(mixed, jobs):
    """Papers, records and problems, in the same order, to the last character."""
    here, apart = load(mixed, isolation="none"), load(mixed, jobs=jobs)
    assert len(here.papers) >= 10
    assert len({problem.code for problem in here.problems}) >= 5
    assert apart == here
    assert json.dumps(to_plain(apart)) == json.dumps(to_plain(here))


def test_settings_dates_and_loaders_hold_in_the_workers(mixed):
    """What a call and a cstrack.toml say is told to each."""
    (mixed / "cstrack.toml").write_text(
        '[cstrack]\nauthority = "York"\npublished = false\n[plugins]\ndisabled = ["torbay"]\n[limits]\ncharacters = 50000\n',
        encoding="utf-8",
    )
    for said in (
        {"paper_date": "2015-02-01"},
        {"authority": "Leeds", "no_plugins": True, "loader": "core.paper"},
        {"project": False, "limits": {"line": 1_000}},
    ):
        assert load(mixed, jobs=2, **said) == load(mixed, isolation="none", **said), said


def test_progress_is_told_from_the_callers_thread(mixed):
    """Every file once, before it is read; all are done at the end."""
    told = []
    load(mixed, jobs=2, watch=lambda *step: told.append(step))
    total = told[-1][1]
    assert told[-1] == (total, total, "")
    assert len({name for *_, name in told[:-1]}) == total == len(told) - 1
    assert all(done <= number for number, (done, *_) in enumerate(told))


def test_a_caller_that_stops_ends_the_workers(mixed):
    """An exception of the one who watches."""

    class StopError(Exception):
        pass

    def stop(done, total, name):
        if done:
            raise StopError

    with pytest.raises(StopError):
        load(mixed, jobs=2, watch=stop)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_a_script_without_a_guard(child, tmp_path):
    """No `if __name__ == "__main__"`: the workers never run the caller's script."""
    script = tmp_path / "script.py"
    script.write_text(SCRIPT.format(papers=str(PAPERS)), encoding="utf-8")
    outcome = child(str(script), cwd=tmp_path)
    assert (outcome.stdout, outcome.stderr) == (counted(), "")


def test_a_script_from_standard_input(tmp_path):
    """Where there is no file that another process could import."""
    outcome = subprocess.run(
        [sys.executable, "-"],
        input=SCRIPT.format(papers=str(PAPERS)),
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (outcome.stdout, outcome.stderr) == (counted(), "")


def test_a_cell_of_a_notebook(child, tmp_path):
    """Code that is compiled and run in a namespace of its own, with standard output replaced, as kernels do."""
    cell = (
        "import io, sys\nshown = io.StringIO()\nsys.stdout = shown\n"
        f"exec(compile({SCRIPT.format(papers=str(PAPERS))!r}, '<cell 1>', 'exec'), {{'__name__': '__main__'}})\n"
        "sys.stdout = sys.__stdout__\nprint(shown.getvalue(), end='')"
    )
    outcome = child("-c", cell, cwd=tmp_path)
    assert (outcome.stdout, outcome.stderr) == (counted(), "")


def test_a_path_that_the_script_added_holds_in_the_workers(tmp_path):
    """The package itself may stand on it, and so may a plugin."""
    script = f"import sys\nsys.path.insert(0, {str(ROOT / 'src')!r})\n" + SCRIPT.format(papers=str(PAPERS))
    outcome = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert (outcome.stdout, outcome.stderr) == (counted(), "")


def test_a_folder_of_papers_is_no_place_to_import_from(child, tmp_path):
    """A file named as a module, lying where the command is run, is a file and no module."""
    for name in ("json.py", "attr.py", "zlib.py"):
        (tmp_path / name).write_text("raise SystemExit('taken over')", encoding="utf-8")
    shutil.copy(PAPERS / "york-2015-01-21.txt", tmp_path)
    command = "import sys; sys.path = [p for p in sys.path if p]; import cstrack; print(len(cstrack.load('.').papers))"
    outcome = child("-P", "-c", command, cwd=tmp_path)
    assert outcome.stdout == "1\n", outcome.stderr


def test_papers_come_from_standard_input_too(tmp_path):
    """The parent reads it and hands it on."""
    content = (PAPERS / "york-2015-01-21.txt").read_bytes()
    runs = [
        subprocess.run(
            [sys.executable, "-m", "cstrack", "records", "-", "--format", "jsonl", "--isolation", how],
            input=content,
            capture_output=True,
            check=False,
        )
        for how in ("process", "none")
    ]
    assert runs[0].stdout == runs[1].stdout
    assert runs[0].stdout.count(b"\n") > 5
    assert runs[0].returncode == runs[1].returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX has them")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)])
def test_workers_end_with_the_program(mock_site, folder, tmp_path, number, code):
    """Ctrl-C ends them at once, with what they started; where the program itself is killed, they see that it is gone."""
    place = folder(k="MOCK bears")
    environ = {
        **os.environ,
        "PYTHONPATH": f"{mock_site}{os.pathsep}{ROOT / 'src'}",
        "MOCK_NOTES": str(tmp_path / "notes"),
    }
    argv = [sys.executable, "-m", "cstrack", "records", str(place), "--limit", "seconds=2"]
    with subprocess.Popen(argv, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        wait_for(lambda: (tmp_path / "notes").exists() and (tmp_path / "notes").read_text(encoding="ascii"), 60)
        started = [int(word) for word in (tmp_path / "notes").read_text(encoding="ascii").split()]
        running.send_signal(number)
        _, told = running.communicate(timeout=30)
    assert running.returncode == code
    assert b"Traceback" not in told
    wait_for(lambda: not any(map(cmdline, started)), 30)


def cmdline(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def wait_for(what, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline, "it did not come to pass"
        time.sleep(0.05)
