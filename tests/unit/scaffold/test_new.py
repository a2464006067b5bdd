"""A new plugin's tests pass before its author has changed a word."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from cstrack.errors import NotWritten, UnknownAuthority
from cstrack.scaffold.new import new_plugin

DEVON = "E10000008"


@pytest.mark.parametrize(("slug", "authority"), [("devon", DEVON), ("acme-york", "York")])
@pytest.mark.timeout(300)
def test_the_tests_of_a_new_plugin_pass_once_it_is_installed(tmp_path, slug, authority):
    """Written, built and installed as its author will do it, in a folder of its own, and run there."""
    made = new_plugin(slug, authority, tmp_path)
    site = tmp_path / "site"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-index", "--no-deps"]
    built = subprocess.run(
        [*pip, "--no-build-isolation", "--target", str(site), str(made)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert built.returncode == 0, built.stderr
    environ = {**os.environ, "PYTHONPATH": str(site), "PYTHONUTF8": "1"}
    argv = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", "error"]
    outcome = subprocess.run(argv, cwd=made, env=environ, capture_output=True, encoding="utf-8", check=False)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    assert "passed" in outcome.stdout
    assert "skipped" not in outcome.stdout


def test_what_is_written(tmp_path):
    """A distribution with entry points of the plugin's name and the authority's code, and no word left to fill in."""
    made = new_plugin("acme-devon", "Devon", tmp_path)
    assert made == tmp_path / "cstrack-acme-devon"
    declared = tomllib.loads((made / "pyproject.toml").read_text(encoding="utf-8"))
    assert declared["project"]["name"] == "cstrack-acme-devon"
    points = declared["project"]["entry-points"]
    assert points == {
        "cstrack.v1": {"acme-devon": "cstrack_acme_devon:plugin"},
        "cstrack.v1.authorities": {DEVON: "cstrack_acme_devon:plugin"},
    }
    written = {path.relative_to(made).as_posix(): path for path in made.rglob("*") if path.is_file()}
    assert set(written) == {
        "pyproject.toml",
        "README.md",
        "src/cstrack_acme_devon/__init__.py",
        "src/cstrack_acme_devon/acme-devon.toml",
        "src/cstrack_acme_devon/py.typed",
        "tests/test_cstrack_acme_devon.py",
        "tests/examples/acme-devon-2015-01-20.txt",
        "tests/examples/acme-devon-2015-01-20.txt.golden.json",
    }
    for path in written.values():
        assert b"$" not in path.read_bytes().replace("£".encode(), b""), path
        assert b"\r" not in path.read_bytes()


def test_the_code_of_a_new_plugin_is_clean(tmp_path, root):
    """What we hand to others keeps our own rules: lint, formatting, types."""
    made = new_plugin("devon", DEVON, tmp_path)
    # Where imports of cstrack are sorted to depends on whether its source lies in the same project.
    for argv in (
        ["ruff", "check", "--no-cache", "--config", str(root / "pyproject.toml"), "--extend-ignore", "I001", "src"],
        ["ruff", "format", "--check", "--no-cache", "--line-length", "120", "."],
        ["mypy", "--strict", "--no-incremental", "src"],
    ):
        outcome = subprocess.run(
            [sys.executable, "-m", *argv], cwd=made, capture_output=True, encoding="utf-8", check=False
        )
        assert outcome.returncode == 0, outcome.stdout + outcome.stderr


@pytest.mark.parametrize("slug", ["Devon", "core", "de von", "../devon", "devon.x", "1devon", "", "d" * 80, "devon-"])
def test_a_name_that_cannot_be_a_plugins_is_refused(tmp_path, slug):
    """In one line, and nothing is written."""
    with pytest.raises(
        NotWritten, match="cannot be a plugin's name: use small letters, digits and dashes, such as 'devon'"
    ):
        new_plugin(slug, DEVON, tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_there_is_left_alone(tmp_path):
    """Somebody's work stands in it."""
    (tmp_path / "cstrack-devon").mkdir()
    with pytest.raises(NotWritten, match="it is there already"):
        new_plugin("devon", DEVON, tmp_path)
    assert not list((tmp_path / "cstrack-devon").iterdir())


def test_an_unknown_authority_is_refused(tmp_path):
    """Before anything is written."""
    with pytest.raises(UnknownAuthority):
        new_plugin("devon", "E99999999", tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    """A file stands where the folder would."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(NotWritten):
        new_plugin("devon", DEVON, tmp_path / "file")


def test_the_same_plugin_is_written_twice_alike(tmp_path):
    """No clock, no chance."""
    first, second = (new_plugin("devon", DEVON, tmp_path / name) for name in ("a", "b"))
    contents = [
        {path.relative_to(made): path.read_bytes() for path in made.rglob("*") if path.is_file()}
        for made in (first, second)
    ]
    assert contents[0] == contents[1]
    assert Path("README.md") in contents[0]
