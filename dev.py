"""The front door of a checkout: one file that needs nothing but Python.

    python dev.py demo      install into .venv-cstrack, read examples/papers, print the report, write a page
    python dev.py test      the same environment, every test, those of the plugins included
    python dev.py --help    the other commands

What follows the command is handed on: ``python dev.py test -k money``. Every command that runs is printed as
it could be typed. Standard library only, and written so that Python 3.8 can read it and say that it is too old.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Sequence

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv-cstrack"
STAMP = ENVIRONMENT / "installed.txt"
PAGE = ROOT / "output" / "report.html"
NEEDED = (3, 11)

#: What each command runs inside the environment, and the line that ``--help`` shows for it.
COMMANDS = {
    "demo": "read the papers of examples/ and print the report",
    "test": "run every test, those of the plugins included",
    "check": "lint, formatting and types, without the tests",
    "docs": "build the documentation, warnings are errors",
    "golden": "write the golden files anew from what the code reads today",
    "fuzz": "files changed at random, a thousand of each format, then the laws with many more random examples",
    "hostile": "every hostile file alone: seconds, memory, and what came of it",
    "cstrack": "the command line itself, on paths relative to where you stand",
    "install": "make or mend the environment and stop",
}

#: Commands that need nothing of what the tests need: a third of the time of the first installation.
USING = ("demo", "cstrack")


class SetupError(Exception):
    """Nothing further can be done; the text says why and what to do."""


def main(argv: list[str]) -> int:
    """Read the arguments, bring the environment up to date and run one command.

    Args:
        argv: the words after ``dev.py``.

    Returns:
        The exit code of the command, or 2 where it could not be started.
    """
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # a legacy Windows console
    options = read_arguments(argv)
    runner = Runner(dry=options.dry_run)
    try:
        install(runner, "all" if options.command in USING else "all,dev", options.find_links)
        return run(runner, options.command, options.rest)
    except SetupError as reason:
        print(f"dev.py: {reason}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def too_old(version: Sequence[int]) -> str | None:
    """The line for a Python that is too old, or None where it is new enough."""
    if tuple(version[:2]) >= NEEDED:
        return None
    needed, present = (".".join(str(part) for part in found[:2]) for found in (NEEDED, version))
    return f"dev.py: cstrack needs Python {needed} or newer, and this is {present}: run dev.py with a newer one"


def read_arguments(argv: list[str]) -> argparse.Namespace:
    """Our own options stand before the command; all that follows the command belongs to it."""
    listing = "\n".join(f"  {name:8} {meaning}" for name, meaning in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="dev.py",
        usage="python dev.py [--dry-run] [--find-links DIR] COMMAND [ARGUMENTS OF THE COMMAND]",
        description="commands:\n" + listing,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--dry-run", action="store_true", help="print the commands and run none of them")
    parser.add_argument(
        "--find-links", metavar="DIR", help="install from the wheels in DIR and from nowhere else (no network)"
    )
    parser.add_argument("command", choices=list(COMMANDS), metavar="COMMAND", help="one of the commands above")
    parser.add_argument("rest", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    return parser.parse_args(argv)


class Runner:
    """Prints each command as it could be typed, and runs it unless this is a dry run."""

    def __init__(self, dry: bool) -> None:
        """Remember whether to run or only to print."""
        self.dry = dry

    def __call__(self, argv: list[str], cwd: Path = ROOT, quiet: bool = False, **variables: str) -> int:
        """Run ``argv`` without a shell.

        Args:
            argv: program and arguments.
            cwd: the folder to run it in.
            quiet: what it prints goes to standard error, so that standard output stays the command's own.
            variables: set in the child's environment besides ours.

        Returns:
            The exit code; 128 and the number of the signal where a signal ended it.
        """
        print("> " + plain(argv), file=sys.stdout if self.dry else sys.stderr, flush=True)
        if self.dry:
            return 0
        environ = dict(os.environ, PYTHONUTF8="1", **variables)
        try:
            code = subprocess.call(argv, cwd=str(cwd), env=environ, stdout=sys.stderr if quiet else None)
        except OSError as error:
            raise SetupError(f"cannot run {argv[0]}: {error}") from error
        return code if code >= 0 else 128 - code


def plain(argv: list[str]) -> str:
    """The command as this system's shell would take it, from the root of the checkout."""
    words = [os.path.relpath(word, str(ROOT)) if word.startswith(str(ENVIRONMENT)) else word for word in argv]
    return subprocess.list2cmdline(words) if os.name == "nt" else " ".join(shlex.quote(word) for word in words)


def python_of(environment: Path) -> Path:
    """Where an environment keeps its interpreter."""
    return environment / "Scripts" / "python.exe" if os.name == "nt" else environment / "bin" / "python"


def install(runner: Runner, extras: str, find_links: str | None) -> None:
    """Make the environment where it is missing or broken; install where a pyproject.toml changed.

    Core and plugins go in as one editable installation: a plugin alone would look for cstrack on the index.

    Args:
        runner: runs the commands, or prints them.
        extras: "all" is enough to use cstrack; "all,dev" holds it too.
        find_links: a folder of wheels to install from instead of the index.

    Raises:
        SetupError: the environment could not be made or filled.
    """
    wanted = fingerprint(extras)
    recorded = STAMP.read_text(encoding="utf-8") if STAMP.is_file() else ""
    gone = set(names(recorded)) - set(names(wanted)) - {"all", "all,dev"}
    if not sound(python_of(ENVIRONMENT)) or gone:
        create(runner)
    elif recorded in (wanted, fingerprint("all,dev")):
        return
    if not runner.dry:
        STAMP.unlink(missing_ok=True)
        print(f"dev.py: installing into {ENVIRONMENT.name} (a minute or two the first time)", file=sys.stderr)
    argv = [str(python_of(ENVIRONMENT)), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if find_links:
        argv += ["--no-index", "--find-links", str(Path(find_links).resolve())]
    argv += ["-e", f".[{extras}]"]
    for plugin in plugins():
        argv += ["-e", "./" + plugin.relative_to(ROOT).as_posix()]
    if runner(argv, quiet=True):
        raise SetupError(
            "the installation failed, see above. It needs the network once (pip's own settings and PIP_* variables"
            " are respected); without a network: python dev.py --find-links FOLDER-OF-WHEELS ..."
        )
    if not runner.dry:
        STAMP.write_text(wanted, encoding="utf-8")


def create(runner: Runner) -> None:
    """Make the environment anew, from the interpreter that runs this file."""
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        raise SetupError(
            "this Python cannot make environments with pip; on Debian or Ubuntu: sudo apt install " + package
        )
    base = getattr(sys, "_base_executable", None) or sys.executable
    if runner([base, "-m", "venv", "--clear", str(ENVIRONMENT)], quiet=True):
        raise SetupError(f"could not make the environment {ENVIRONMENT}: delete that folder and try again")


def sound(python: Path) -> bool:
    """Whether an interpreter starts, has pip and is of the version that runs this file."""
    probe = f"import pip, sys; sys.exit(sys.version_info[:2] != {tuple(sys.version_info[:2])!r})"
    try:
        outcome = subprocess.run(
            [str(python), "-c", probe], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
        )
    except OSError:
        return False
    return outcome.returncode == 0


def plugins() -> list[Path]:
    """The folders of the plugins of this repository, in the order of their names."""
    return sorted(found.parent for found in ROOT.glob("plugins/*/pyproject.toml"))


def fingerprint(extras: str) -> str:
    """What an installation depends on: extras, the place of the checkout, every pyproject.toml; one a line.

    An editable installation points at the folder, so a checkout that moved is installed again.
    """
    lines = [f"{digest(str(ROOT).encode('utf-8'))}  {extras}"]
    for folder in [ROOT, *plugins()]:
        declared = folder / "pyproject.toml"
        lines.append(f"{digest(declared.read_bytes())}  {declared.relative_to(ROOT).as_posix()}")
    return "\n".join(lines) + "\n"


def digest(content: bytes) -> str:
    """SHA-256, in hex digits."""
    return hashlib.sha256(content).hexdigest()


def names(stamp: str) -> list[str]:
    """What the lines of a fingerprint speak of."""
    return [line.split("  ", 1)[1] for line in stamp.splitlines() if "  " in line]


def run(runner: Runner, command: str, rest: list[str]) -> int:
    """Run one command with what the user added to it."""
    python = [str(python_of(ENVIRONMENT)), "-m"]
    if command == "install":
        return 0
    if command == "demo":
        return demo(runner, python, rest)
    if command == "test":
        return runner([*python, "pytest", "-n", "auto", "--dist", "loadgroup", *rest])
    if command == "check":
        return check(runner, python, rest)
    if command == "docs":
        return runner([*python, "sphinx", "-W", "--keep-going", "-b", "html", "docs", "docs/_build/html", *rest])
    if command == "golden":
        return runner([*python, "pytest", "--update-golden", *(rest or ["-k", "golden"])])
    if command == "hostile":
        return runner([python[0], "tests/hostile/table.py", *rest])
    if command == "fuzz":
        return fuzz(runner, python, rest)
    return runner([*python, "cstrack", *rest], cwd=Path.cwd())


def demo(runner: Runner, python: list[str], rest: list[str]) -> int:
    """The main job on the papers of the repository: the report printed, and written as one page."""
    page = PAGE.relative_to(ROOT).as_posix()
    if not runner.dry:
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.unlink(missing_ok=True)
    report = ["cstrack", "report", "examples/papers", "--as-of", "2015-03-31", "--to", page]
    code = runner([*python, *report, *rest])
    if PAGE.is_file():
        print(f"dev.py: the page is {PAGE}", file=sys.stderr)
    return code


def fuzz(runner: Runner, python: list[str], rest: list[str]) -> int:
    """The mutants, and the laws where nothing further was asked: ``python dev.py fuzz 5000 --format pdf`` is mutants alone."""
    codes = [runner([python[0], "tests/hostile/mutants.py", *rest])]
    if not rest:
        codes.append(runner([*python, "pytest", "tests/laws"], HYPOTHESIS_PROFILE="long"))
    return next((code for code in codes if code), 0)


def check(runner: Runner, python: list[str], rest: list[str]) -> int:
    """Lint, formatting and types; each is run, and the first that failed gives the exit code."""
    places = ("plugins/*/src", "examples/*.py", "tests/packaging/consumer/*.py")
    typed = [
        "src",
        "dev.py",
        *(found.relative_to(ROOT).as_posix() for place in places for found in sorted(ROOT.glob(place))),
    ]
    codes = [
        runner([*python, "ruff", "check", "."]),
        runner([*python, "ruff", "format", "--check", "."]),
        runner([*python, "mypy", "--strict", *(rest or typed)]),
    ]
    return next((code for code in codes if code), 0)


if __name__ == "__main__":
    complaint = too_old(sys.version_info[:2])
    if complaint:
        sys.exit(complaint)
    sys.exit(main(sys.argv[1:]))
