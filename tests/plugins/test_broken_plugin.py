"""A broken plugin on the command line: shown, told, and never taken for a poorer reading or for success."""

from __future__ import annotations

from pathlib import Path

import pytest

YORK = "E06000014"

#: What is wrong with the plugin -> its module.
BROKEN = {
    "raises": "raise RuntimeError('the database of York is away')",
    "exits": "import sys; sys.exit(0)",
    "misspells": "from cstrack.plugin import hookimpl\nclass P:\n    @hookimpl\n    def cstrack_loader(self): return ()\nplugin = P()",
}


@pytest.fixture(params=BROKEN)
def site(request, tmp_path) -> Path:
    """A folder of packages with York's plugin, which is broken."""
    folder = tmp_path / "site"
    metadata = folder / "cstrack_york-1.0.dist-info"
    metadata.mkdir(parents=True)
    (folder / "cstrack_york.py").write_text(BROKEN[request.param], encoding="utf-8")
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: cstrack-york\nVersion: 1.0\n", encoding="utf-8")
    points = f"[cstrack.v1]\nyork = cstrack_york:plugin\n[cstrack.v1.authorities]\n{YORK} = cstrack_york:plugin\n"
    (metadata / "entry_points.txt").write_text(points, encoding="utf-8")
    return folder


@pytest.fixture
def cstrack(child, site):
    """The command line with that folder on the path."""

    def run(*argv: str):
        return child("-m", "cstrack", *argv, PYTHONPATH=str(site))

    return run


def test_it_is_listed_and_with_check_as_failed(cstrack):
    """Without `--check` nothing is imported, so nothing has failed yet."""
    assert "york" in cstrack("plugins").stdout
    checked = cstrack("plugins", "--check")
    assert "FAILED" in checked.stdout
    assert "cstrack-york 1.0" in checked.stdout
    assert "Traceback" not in checked.stdout + checked.stderr


def test_its_councils_paper_is_not_read_by_the_core_and_the_others_are(cstrack):
    """Exit 1: done, and something needs a person."""
    outcome = cstrack("records", "examples/papers", "--format", "jsonl")
    assert outcome.returncode == 1, outcome.stderr
    assert "york-2015-01-21.txt" not in outcome.stdout
    assert "torbay-2015-02-12.txt" in outcome.stdout
    assert "york-2015-01-21.txt: the plugin york, which serves E06000014, failed" in outcome.stderr
    assert "Traceback" not in outcome.stderr


def test_alone_its_councils_paper_ends_with_nothing_read(cstrack):
    """Exit 3, with the reason; an exit of the plugin is no success."""
    outcome = cstrack("records", "examples/papers/york-2015-01-21.txt")
    assert outcome.returncode == 3, outcome.stdout
    assert "the plugin york, which serves E06000014, failed" in outcome.stderr


def test_other_councils_papers_are_untouched(cstrack):
    """Nothing of the plugin is imported for them, and nothing is said of it."""
    outcome = cstrack("records", "examples/papers/torbay-2015-02-12.txt", "--format", "jsonl")
    assert outcome.returncode == 0, outcome.stderr
    assert "york" not in outcome.stderr


def test_explain_says_why_nobody_reads_it(cstrack):
    """The step that decided, and the plugin's failure."""
    outcome = cstrack("explain", "examples/papers/york-2015-01-21.txt")
    told = outcome.stdout + outcome.stderr
    assert "the plugin that serves the authority failed" in told
    assert "Traceback" not in told


def test_without_plugins_the_core_reads_it(cstrack):
    """The way out while the plugin is mended."""
    outcome = cstrack("records", "examples/papers/york-2015-01-21.txt", "--no-plugins", "--format", "jsonl")
    assert outcome.returncode == 0, outcome.stderr
    assert "york-2015-01-21.txt" in outcome.stdout
