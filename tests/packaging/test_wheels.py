"""What is published works where no checkout is: wheels of core and plugins, in an environment that has nothing else.

The environment holds the wheels and copies of what they declare to need, so a dependency that is used and not declared
fails here, and no network is needed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
import venv
import zipfile
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

pytestmark = [pytest.mark.xdist_group("wheels"), pytest.mark.timeout(600)]

#: The extras that the consumer needs for its page.
EXTRAS = ("report",)

ENTRY_POINTS = """
from importlib.metadata import distributions
for found in distributions():
    if any(entry.group.startswith("cstrack.") for entry in found.entry_points):
        print(found.name, found.locate_file(""), sep="\\t")
"""


@dataclass(frozen=True)
class Fresh:
    """An environment with the wheels in it and no checkout.

    Attributes:
        folder: the environment.
        python: its interpreter.
        wheels: what was built and installed.
    """

    folder: Path
    python: Path
    wheels: tuple[Path, ...]

    def run(self, *argv: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run its interpreter, isolated from this one's variables and folder."""
        command = [str(self.python), "-I", "-X", "utf8", *argv]
        return subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=False)


def succeed(outcome: subprocess.CompletedProcess[str]) -> str:
    """What a child printed, after it ended well."""
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    return outcome.stdout


def needed_by(requirements: list[Requirement], extras: tuple[str, ...]) -> dict[str, metadata.Distribution]:
    """Every distribution that the requirements lead to, from those installed here, by canonical name."""
    found: dict[str, metadata.Distribution] = {}
    waiting = [(requirement, extras) for requirement in requirements]
    while waiting:
        requirement, asked = waiting.pop()
        wanted = requirement.marker is None or any(
            requirement.marker.evaluate({"extra": extra}) for extra in ("", *asked)
        )
        name = canonicalize_name(requirement.name)
        if not wanted or name in found or name.startswith("cstrack"):
            continue
        found[name] = metadata.distribution(requirement.name)
        waiting += [(Requirement(line), tuple(requirement.extras)) for line in found[name].requires or ()]
    return found


def copy(distribution: metadata.Distribution, into: Path) -> None:
    """Copy the files of an installed distribution, its scripts apart."""
    for file in distribution.files or ():
        source = Path(str(distribution.locate_file(file)))
        if ".." in file.parts or "__pycache__" in file.parts or not source.is_file():
            continue
        target = into / file
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


@pytest.fixture(scope="module")
def fresh(root, child, tmp_path_factory) -> Fresh:
    """Build every wheel, and install them with what they need where nothing else is."""
    built = tmp_path_factory.mktemp("wheels")
    projects = [
        ".",
        *(f"./{path.parent.relative_to(root).as_posix()}" for path in sorted(root.glob("plugins/*/pyproject.toml"))),
    ]
    succeed(
        child(
            "-m", "pip", "wheel", "-q", "--no-deps", "--no-index", "--no-build-isolation", "-w", str(built), *projects
        )
    )
    folder = tmp_path_factory.mktemp("fresh environment")
    venv.create(folder, with_pip=False)
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    wheels = tuple(sorted(built.glob("*.whl")))
    pip = ("-m", "pip", "--python", str(python), "install", "-q", "--no-deps", "--no-index", "--no-compile")
    succeed(child(*pip, *map(str, wheels)))
    script = "import sysconfig; print(sysconfig.get_path('purelib'))"
    ready = Fresh(folder, python, wheels)
    site = Path(succeed(ready.run("-c", script, cwd=folder)).strip())
    declared = [
        Requirement(line)
        for path in site.glob("cstrack*.dist-info")
        for line in metadata.PathDistribution(path).requires or ()
    ]
    for distribution in needed_by(declared, EXTRAS).values():
        copy(distribution, site)
    return ready


def test_every_project_of_the_repository_is_built(root, fresh):
    """Core and each plugin, in the version that its pyproject.toml says."""
    projects = [root / "pyproject.toml", *root.glob("plugins/*/pyproject.toml")]
    declared = [tomllib.loads(path.read_text(encoding="utf-8"))["project"] for path in projects]
    expected = {f"{project['name'].replace('-', '_')}-{project['version']}" for project in declared}
    assert {"-".join(path.name.split("-")[:2]) for path in fresh.wheels} == expected


def test_a_wheel_holds_all_that_the_package_reads(root, fresh):
    """Tables, profiles, templates and the marker of types are package data: one that is left out fails at a user's."""
    held = {name for wheel in fresh.wheels for name in zipfile.ZipFile(wheel).namelist()}
    sources = [root / "src", *root.glob("plugins/*/src")]
    expected = {
        path.relative_to(source).as_posix()
        for source in sources
        for path in source.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert "cstrack/py.typed" in held
    assert expected <= held, sorted(expected - held)


def test_what_is_imported_is_the_wheel(root, fresh, tmp_path):
    """Without this the tests below would say nothing: the package and its plugins come from the fresh environment."""
    where = Path(succeed(fresh.run("-c", "import cstrack; print(cstrack.__file__)", cwd=tmp_path)).strip())
    assert where.is_relative_to(fresh.folder)
    found = dict(line.split("\t") for line in succeed(fresh.run("-c", ENTRY_POINTS, cwd=tmp_path)).splitlines())
    assert set(found) == {path.name for path in (root / "plugins").iterdir() if (path / "pyproject.toml").is_file()}
    assert all(Path(place).is_relative_to(fresh.folder) for place in found.values()), found


def test_the_command_is_installed(root, fresh, tmp_path):
    """`cstrack plugins` lists the plugins that came as wheels."""
    printed = succeed(fresh.run("-m", "cstrack", "plugins", cwd=tmp_path))
    missing = [path.name for path in (root / "plugins").iterdir() if path.is_dir() and path.name not in printed]
    assert not missing, printed
    assert (fresh.python.parent / ("cstrack.exe" if sys.platform == "win32" else "cstrack")).is_file()


def test_a_project_of_somebody_elses_runs(root, fresh, tmp_path):
    """It loads papers, assesses, prints a table and writes a page."""
    papers = shutil.copytree(root / "examples" / "papers", tmp_path / "the papers £")
    consumer = shutil.copytree(Path(__file__).parent / "consumer", tmp_path / "consumer")
    page = tmp_path / "page.html"
    printed = succeed(fresh.run(str(consumer / "watch.py"), str(papers), str(page), "2015-03-31", cwd=tmp_path))
    assert not printed.endswith("\n0 findings\n"), printed
    assert page.read_text(encoding="utf-8").lstrip().lower().startswith("<!doctype html>")


def test_a_project_of_somebody_elses_is_typed(child, fresh, tmp_path):
    """mypy --strict sees the types of the installed wheel, and of nothing else."""
    consumer = shutil.copytree(Path(__file__).parent / "consumer", tmp_path / "consumer")
    options = (
        "--strict",
        "--config-file=",
        "--cache-dir",
        str(tmp_path / "cache"),
        "--python-executable",
        str(fresh.python),
    )
    succeed(child("-m", "mypy", *options, "watch.py", cwd=consumer, MYPYPATH="", PYTHONPATH=""))
