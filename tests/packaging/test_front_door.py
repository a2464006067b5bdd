"""dev.py: what a newcomer meets first, on a machine of which nothing is known but that it has Python."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import flit_core
import pytest

#: A project that needs nothing from anywhere: its build backend lies beside it.
PROJECT = """
[build-system]
requires = []
build-backend = "flit_core.buildapi"
backend-path = ["."]
[project]
name = "{name}"
version = "1"
description = "Stands for the real one."
[project.optional-dependencies]
all = []
dev = []
"""

MAIN = """
import os, sys
import cstrack_dummy
print(sys.argv[1:], os.environ["PYTHONUTF8"], os.getcwd())
sys.exit(7)
"""

#: Runs dev.py as it stands, after something about the interpreter was changed.
CHANGED = """
import runpy, sys
{change}
sys.argv = ["dev.py", "test"]
runpy.run_path({path!r}, run_name="__main__")
"""


@pytest.fixture
def checkout(root, tmp_path) -> Path:
    """A checkout of a small project with one plugin, in a folder that careless quoting breaks."""
    folder = tmp_path / "the council's £ papers, ö"
    for place, name in ((folder, "cstrack"), (folder / "plugins" / "cstrack-dummy", "cstrack_dummy")):
        package = place / "src" / name
        package.mkdir(parents=True)
        (package / "__init__.py").write_text('"""Stands for the real one."""\n', encoding="utf-8")
        (place / "pyproject.toml").write_text(PROJECT.format(name=name), encoding="utf-8")
        shutil.copytree(Path(flit_core.__file__).parent, place / "flit_core")
    (folder / "src" / "cstrack" / "__main__.py").write_text(MAIN, encoding="utf-8")
    shutil.copyfile(root / "dev.py", folder / "dev.py")
    return folder


def commands(printed: str) -> list[str]:
    """The commands that a run printed."""
    return [line.removeprefix("> ") for line in printed.splitlines() if line.startswith("> ")]


def test_python_3_8_can_read_it(root):
    """A file that an old Python cannot parse answers a newcomer with a traceback."""
    ast.parse((root / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 8))


def test_an_old_python_is_told_in_one_line(child, checkout):
    """Which version is needed, and which this is."""
    script = CHANGED.format(change="sys.version_info = (3, 8, 18)", path=str(checkout / "dev.py"))
    outcome = child("-c", script, cwd=checkout)
    assert outcome.returncode == 1
    assert (
        outcome.stderr == "dev.py: cstrack needs Python 3.11 or newer, and this is 3.8: run dev.py with a newer one\n"
    )


def test_a_python_without_pip_is_told_which_package_to_install(child, checkout):
    """Debian leaves out what makes environments; the line names its package."""
    script = CHANGED.format(change="sys.modules['ensurepip'] = None", path=str(checkout / "dev.py"))
    outcome = child("-c", script, cwd=checkout)
    assert outcome.returncode == 2
    assert re.fullmatch(r"dev\.py: .* sudo apt install python3\.\d+-venv\n", outcome.stderr)


def test_a_dry_run_prints_the_plain_commands_and_runs_none(child, checkout):
    """Make the environment, install core and plugins at once, run the tests with what the user added."""
    outcome = child("dev.py", "--dry-run", "test", "-k", "money or time", cwd=checkout)
    made, installed, tested = commands(outcome.stdout)
    assert outcome.returncode == 0
    assert made.endswith("-m venv --clear .venv-cstrack")
    assert re.search(r"-m pip install .* -e ['\"]?\.\[all,dev\]['\"]? -e \./plugins/cstrack-dummy$", installed)
    assert re.search(r"-m pytest -n auto .* -k ['\"]money or time['\"]$", tested)
    assert not (checkout / ".venv-cstrack").exists()


def test_wheels_of_a_folder_replace_the_index(child, checkout):
    """Where there is no network, a folder of wheels is enough, and nothing else is asked."""
    outcome = child("dev.py", "--dry-run", "--find-links", "my wheels", "demo", cwd=checkout)
    installed = commands(outcome.stdout)[1]
    assert "--no-index --find-links" in installed
    assert str(checkout / "my wheels") in installed.replace("'\"'\"'", "'")


def test_the_demonstration_installs_only_what_it_needs(child, checkout):
    """The tools of the tests are most of the first installation; who only looks does not wait for them."""
    made, installed, shown = commands(child("dev.py", "--dry-run", "demo", cwd=checkout).stdout)
    assert made.endswith(".venv-cstrack")
    assert "[all]" in installed
    assert shown.endswith("-m cstrack report examples/papers --as-of 2015-03-31 --to output/report.html")


def test_an_unknown_command_is_refused(child, checkout):
    """With the commands there are."""
    outcome = child("dev.py", "deploy", cwd=checkout)
    assert outcome.returncode == 2
    assert "demo" in outcome.stderr


@pytest.mark.timeout(600)
def test_the_environment_is_made_once_and_mended_where_broken(child, checkout):
    """From nothing; then no installation at all; then again after a change; then anew where pip is gone."""

    def run() -> tuple[subprocess.CompletedProcess[str], list[str]]:
        outcome = child("dev.py", "cstrack", "report", "a £ b", cwd=checkout, PIP_NO_INDEX="1", PYTHONUTF8="0")
        return outcome, commands(outcome.stderr)

    outcome, ran = run()
    assert outcome.returncode == 7, outcome.stderr
    assert outcome.stdout == f"['report', 'a £ b'] 1 {checkout}\n"
    assert len(ran) == 3

    assert len(run()[1]) == 1

    declared = checkout / "plugins" / "cstrack-dummy" / "pyproject.toml"
    declared.write_text(declared.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    outcome, ran = run()
    assert outcome.returncode == 7
    assert ["pip install" in command for command in ran] == [True, False]

    (pip,) = (checkout / ".venv-cstrack").rglob("site-packages/pip")
    shutil.rmtree(pip)
    outcome, ran = run()
    assert outcome.returncode == 7, outcome.stderr
    assert "-m venv --clear" in ran[0]


def test_the_run_of_the_tests_is_the_front_door(root):
    """.ci/run runs `python dev.py test` and nothing weaker: no selection, and its exit code is the run's."""
    lines = (root / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    spoken = [line for line in lines if line and not line.startswith("#")]
    assert spoken[0] == "set -euo pipefail"
    assert spoken[-1] == 'exec python3 dev.py test "$@" </dev/null'
    assert sys.platform == "win32" or (root / ".ci" / "run").stat().st_mode & 0o111
