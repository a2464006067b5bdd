"""Which plugins are there is told from metadata alone."""

from __future__ import annotations

import sys

import pytest

from cstrack.hooks.discovery import Offer, discover
from cstrack.hooks.failure import Phase
from cstrack.hooks.plugins import State
from cstrack.hooks.registry import list_plugins


def offer(name: str) -> Offer:
    """The offer of one plugin, among those that this environment has installed."""
    return next(found for found in discover() if found.name == name)


def test_listing_imports_nothing(install):
    """A plugin whose import ends the program can still be listed."""
    install("cstrack-exits", "import sys; sys.exit(0)", authorities=("E06000001",))
    row = next(row for row in list_plugins() if row.name == "exits")
    assert row.state is State.FOUND
    assert (row.distribution, row.version, row.authorities) == ("cstrack-exits", "1.0", ("E06000001",))
    assert "cstrack_exits" not in sys.modules


def test_the_core_stands_first():
    """Our own plugin is listed like any other."""
    first, *others = list_plugins()
    assert (first.name, first.distribution, first.state) == ("core", "cstrack", State.LOADED)
    assert [row.name for row in others] == sorted(row.name for row in others)


def test_a_disabled_plugin_is_shown_as_disabled(install):
    """What the settings switch off is listed, not hidden."""
    install("cstrack-quiet", "")
    assert next(row.state for row in list_plugins(disabled=("quiet",)) if row.name == "quiet") is State.DISABLED


def test_two_distributions_of_one_name_are_both_refused(install):
    """Which of them would win depends on the order of folders, so neither does, and both are named."""
    install("cstrack-twin", "raise RuntimeError", plugins={"twin": "cstrack_twin:plugin"})
    install(
        "cstrack-other-twin",
        "raise RuntimeError",
        plugins={"twin": "cstrack_other_twin:plugin"},
        authorities=("E06000001",),
    )
    found = offer("twin")
    assert found.phase is Phase.NAME
    assert (
        found.refused
        == "cstrack-other-twin 1.0 and cstrack-twin 1.0 both claim the name twin: uninstall one; neither is loaded"
    )
    assert found.authorities == {"E06000001"}


def test_another_version_of_the_doors_is_refused_unimported(install):
    """The version stands in the group's name, so that it is known before any code runs; so is whom the plugin serves."""
    install("cstrack-later", "raise RuntimeError", group="cstrack.v2", authorities=("E06000001",))
    found = offer("later")
    assert found.phase is Phase.API
    assert found.refused == "it speaks v2 of the doors and this cstrack speaks v1: install a matching version"
    assert found.authorities == {"E06000001"}
    assert "cstrack_later" not in sys.modules


def test_a_plugin_may_speak_two_versions(install, site):
    """One that lists itself in v1 and in v2 is used in v1."""
    install("cstrack-both", "")
    points = next(site.glob("cstrack_both*.dist-info")) / "entry_points.txt"
    points.write_text(points.read_text() + "[cstrack.v2]\nboth = cstrack_both:later\n")
    assert offer("both").refused is None


@pytest.mark.parametrize(
    ("name", "told"), [("core", "cstrack's own"), ("Loud", "small letters"), ("a.b", "small letters")]
)
def test_a_name_that_cannot_be_one_is_refused(install, name, told):
    """Names are the first part of ids; a stop or a capital in them would make two of one."""
    install("cstrack-odd", "", plugins={name: "cstrack_odd:plugin"})
    assert told in (offer(name).refused or "")


def test_an_authority_that_is_no_code_is_refused(install):
    """`wirral` in the group of authorities would never match a paper."""
    install("cstrack-coded", "", authorities=("wirral",))
    assert "wirral, which is no GSS code" in (offer("coded").refused or "")


def test_authorities_that_point_nowhere_are_refused(install, site):
    """A misspelt value would make the plugin one for every authority."""
    install("cstrack-stray", "")
    points = next(site.glob("cstrack_stray*.dist-info")) / "entry_points.txt"
    points.write_text(points.read_text() + "[cstrack.v1.authorities]\nE06000001 = cstrack_stray:plugim\n")
    assert "no plugin of cstrack.v1 has that value" in (offer("stray").refused or "")


def test_metadata_that_nobody_can_read_hides_no_other_plugin(install, site, monkeypatch):
    """One broken distribution must not take the others with it."""
    install("cstrack-whole", "")

    def fail(*_, **__):
        raise ValueError("somebody's entry_points.txt")

    monkeypatch.setattr("cstrack.hooks.discovery.entry_points", fail)
    assert offer("whole").refused is None
