"""Each door lets in what it is for."""

from __future__ import annotations

import inspect

import pytest

from cstrack.hooks.admission import KINDS
from cstrack.hooks.doors import HOOKS, Doors
from cstrack.hooks.registry import load_plugins
from cstrack.values.units import canonical

PLUGIN = """
from attrs import frozen
from cstrack.plugin import *
from cstrack.plugin import hookimpl

@frozen(kw_only=True)
class Thing:
    id: str
    title: str = "a thing"
    media_types: tuple = ("text/x-thing",)
    authorities: frozenset = frozenset()
    refines: object = None
    suffix: str = ".thing"
    def recognise(self, *asked): return None
    def read(self, source, content, limits): ...
    def load(self, document, context): ...
    def check(self, register, history, as_of): return ()
    def export(self, register, findings, context): return b""

class Plugin(Doors):
    @hookimpl
    def {hook}(self):
        return {returned}

plugin = Plugin()
"""


@pytest.fixture
def through(install):
    """What a plugin brings through one door, seen from the other side."""

    def through(hook: str, returned: str):
        install("cstrack-guest", PLUGIN.format(hook=hook, returned=returned))
        plugins = load_plugins(only=("guest",), strict=True)
        assert next(row.name for row in plugins.rows if row.distribution == "cstrack-guest") == "guest"
        return plugins

    return through


def test_hook_readers(through):
    """A reader of a kind of file that the core does not know."""
    assert through("cstrack_readers", "[Thing(id='guest.thing')]").readers[-1].media_types == ("text/x-thing",)


def test_hook_loaders(through):
    """A loader."""
    assert through("cstrack_loaders", "[Thing(id='guest.thing')]").loader("guest.thing").title == "a thing"


def test_hook_checks(through):
    """A check."""
    assert through("cstrack_checks", "(Thing(id='guest.thing') for _ in range(1))").checks[-1].id == "guest.thing"


def test_hook_exporters(through):
    """An exporter."""
    assert through("cstrack_exporters", "[Thing(id='guest.thing')]").exporter("guest.thing").suffix == ".thing"


def test_hook_exporters_have_a_suffix_with_its_stop(install):
    """`--to report.thing` chooses by suffix."""
    install(
        "cstrack-guest", PLUGIN.format(hook="cstrack_exporters", returned="[Thing(id='guest.thing', suffix='thing')]")
    )
    assert "a suffix begins with a stop" in load_plugins(only=("guest",)).failures[0].message


def test_hook_vocabularies(through):
    """Further words; one that the core knows keeps its meaning."""
    plugins = through(
        "cstrack_vocabularies", "[Vocabulary(terms={'noun': {'Hubs4Kids': 'home', 'families': 'tribe'}})]"
    )
    assert plugins.vocabulary.words("noun")["hubs4kids"] == "home"
    assert plugins.vocabulary.words("noun")["families"] == "family"


def test_hook_units(through):
    """Lines of definitions, which the figures of the run can use."""
    assert through("cstrack_units", "['place = [placement]']").units == ("place = [placement]",)
    assert canonical("places") == "place"


def test_every_hook_has_its_kind():
    """What comes in through a door is looked at, whichever door it is."""
    assert set(HOOKS) == set(KINDS)


@pytest.mark.parametrize("hook", HOOKS)
def test_every_hook_takes_no_argument_and_says_what_it_is_for(hook):
    """An argument that is added later breaks no plugin; one that is taken away breaks all."""
    function = getattr(Doors, hook)
    assert list(inspect.signature(function).parameters) == ["self"]
    assert function.__doc__


@pytest.mark.parametrize("hook", HOOKS)
def test_every_hook_stands_on_the_page_of_doors_with_its_arguments(root, hook):
    """What a plugin author reads is what the code expects."""
    assert f"`{hook}(self)`" in (root / "docs" / "reference" / "doors.md").read_text(encoding="utf-8")
