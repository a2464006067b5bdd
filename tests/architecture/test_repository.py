"""The repository speaks of itself alone: of no machine, no index and nobody's folder."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

#: Written in halves, so that this file does not name what it forbids.
MACHINE = tuple(f"/{folder}/" for folder in ("work", "root", "tmp"))
INDEX = ("pypi.org/" + "simple", "python" + "hosted.org", "extra-index" + "-url", "--index" + "-url")
LOCKS = {"uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "conda-lock.yml", "pixi.lock", "package-lock.json"}


@pytest.fixture(scope="session")
def tracked(root: Path) -> list[Path]:
    """Every file under version control; in an unpacked archive there is no telling what is the repository's."""
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this checkout is not under git")
    names = [name for name in listed.decode("utf-8").split("\0") if name]
    return [root / name for name in names if (root / name).is_file()]


def holding(files: list[Path], words: tuple[str, ...], root: Path) -> list[str]:
    """Each file that holds one of the words, with the line."""
    return [
        f"{path.relative_to(root).as_posix()}:{number}: {word}"
        for path in files
        for number, line in enumerate(path.read_bytes().split(b"\n"), 1)
        for word in words
        if word.encode() in line
    ]


def test_no_file_names_a_folder_of_somebodys_machine(tracked, root):
    """A path that exists on one machine is no part of a project."""
    found = holding(tracked, MACHINE, root)
    assert not found, "\n".join(found)


def test_no_file_names_a_package_index(tracked, root):
    """Where packages come from is the business of whoever installs: pip's own settings say it."""
    found = holding(tracked, INDEX, root)
    assert not found, "\n".join(found)


def test_no_lock_file_is_kept(tracked):
    """A lock file records the index that it was resolved against."""
    found = [path.name for path in tracked if path.name in LOCKS or path.name.startswith("pylock")]
    assert not found


def test_text_is_utf8_with_line_feeds(tracked, root):
    """Golden files and citations compare bytes; papers alone keep the line ends they came with."""
    kinds = {".py", ".toml", ".md", ".json", ".yaml", ".j2", ".css", ".js", ".cfg", ".ini"}
    files = [path for path in tracked if path.suffix in kinds and "papers" not in path.parts]
    broken = [path.relative_to(root).as_posix() for path in files if b"\r" in path.read_bytes()]
    assert not broken
    for path in files:
        path.read_text(encoding="utf-8")
