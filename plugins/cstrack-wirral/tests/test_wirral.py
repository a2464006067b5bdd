"""Wirral's plugin keeps the contracts, and reads the papers it was made for."""

from __future__ import annotations

from pathlib import Path

from cstrack.hooks.registry import load_plugins
from cstrack.testing import ExporterContract, LoaderContract
from cstrack.testing.examples import load_paper, papers, read_paper

EXAMPLES = Path(__file__).parent / "examples"


class TestLoaders(LoaderContract):
    """Every paper of the council."""

    plugin = "wirral"
    examples = EXAMPLES


class TestExporter(ExporterContract):
    """The council's own report."""

    exporter = "wirral.portfolio-summary"
    examples = EXAMPLES


def test_the_founding_papers_are_read(shared):
    """By the plugin, with an account of every sentence and no error."""
    plugins = load_plugins({next(iter(load_plugins().exporter("wirral.portfolio-summary").authorities))})
    found = [path for path in papers(shared / "papers" / "founding") if path.name.startswith("wirral-")]
    assert found
    for path in found:
        result = load_paper(read_paper(path, plugins), plugins)
        assert result.paper.loader.startswith("wirral.")
        assert result.records
        assert not [problem for problem in result.problems if problem.severity == "error"]
