"""Every example of the repository has one reader among everything installed, and it is its own."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from cstrack.hooks.contracts import Strength
from cstrack.hooks.plugins import State, plugin_of
from cstrack.hooks.registry import load_plugins
from cstrack.hooks.resolver import Step, choose_loader
from cstrack.testing.examples import papers, read_paper

ROOT = Path(__file__).resolve().parents[2]
OURS = ("torbay", "wirral", "worcestershire")


def examples() -> list[tuple[Path, str]]:
    """Every paper with the plugin that it belongs to: by its name; the core where no plugin has it."""
    found = [*papers(ROOT / "examples" / "papers")]
    found += [path for plugin in OURS for path in papers(ROOT / "plugins" / f"cstrack-{plugin}" / "tests" / "examples")]
    return [(path, next((plugin for plugin in OURS if path.name.startswith(plugin)), "core")) for path in found]


@pytest.mark.parametrize(("path", "plugin"), examples(), ids=lambda value: getattr(value, "name", value))
def test_a_paper_is_read_by_its_own_plugin_and_claimed_by_no_other(path, plugin):
    """One winner, by order and not by chance; a council without a plugin is read by the core."""
    plugins = load_plugins()
    choice = choose_loader(read_paper(path, plugins), plugins)
    assert choice.loader is not None, choice.problems
    assert plugin_of(choice.loader.id) == plugin
    assert choice.step in {Step.ALONE, Step.REFINES}
    assert {plugin_of(one.loader.id) for one in choice.candidates} <= {plugin, "core"}
    if plugin != "core":
        assert choice.candidates[0].strength >= Strength.AUTHORITY
    assert all(candidate.evidence for candidate in choice.candidates)


def test_the_examples_are_of_every_plugin_and_of_a_council_without():
    """The test above would hold of no paper too."""
    assert {plugin for _, plugin in examples()} == {*OURS, "core"}


def test_the_plugins_of_this_repository_load_strictly():
    """Each is installed, and nothing of it is only listed as failed."""
    plugins = load_plugins(only=OURS, strict=True)
    assert {row.name: row.state for row in plugins.rows if row.name in OURS} == dict.fromkeys(OURS, State.LOADED)


@pytest.mark.parametrize(("one", "other"), list(itertools.permutations(OURS, 2)))
def test_a_plugin_changes_nothing_about_anothers_papers(one, other):
    """Loaded beside it or not, the candidates are the same."""
    alone, beside = load_plugins(only=(one,)), load_plugins(only=(one, other))
    for path in papers(ROOT / "plugins" / f"cstrack-{one}" / "tests" / "examples"):
        document = read_paper(path, alone)
        ids = [
            [candidate.loader.id for candidate in choose_loader(document, some).candidates] for some in (alone, beside)
        ]
        assert ids[0] == ids[1]


@pytest.mark.parametrize("plugin", OURS)
def test_a_broken_plugin_closes_its_council_and_nobody_elses(plugin, monkeypatch):
    """The real plugin, made to fail at import: its papers are not read by the core, the others are."""
    monkeypatch.setitem(__import__("sys").modules, f"cstrack_{plugin}", None)
    plugins = load_plugins()
    assert [failure.plugin for failure in plugins.failures] == [plugin]
    for path, owner in examples():
        choice = choose_loader(read_paper(path, plugins), plugins)
        if owner == plugin:
            assert (choice.loader, choice.step) == (None, Step.UNAVAILABLE)
            assert [problem.code for problem in choice.problems] == ["loader.unavailable"]
        else:
            assert choice.loader is not None
