"""The promises that the contracts hold by themselves."""

from __future__ import annotations

import pytest

from cstrack.errors import UnknownName
from cstrack.hooks.contracts import LoadResult, Match, Strength
from cstrack.hooks.doors import HOOKS, Doors
from cstrack.hooks.plugins import Plugins
from cstrack.model.paper import Paper
from cstrack.testing import make

PAPER = Paper(source=make.source())


def test_a_match_needs_a_reason():
    """A strength alone tells a person nothing."""
    with pytest.raises(ValueError, match="a match needs at least one reason"):
        Match(strength=Strength.EXACT, evidence=())


def test_strengths_are_an_order():
    """And nothing to calibrate."""
    assert sorted(Strength) == [Strength.GENERIC, Strength.LAYOUT, Strength.AUTHORITY, Strength.EXACT]


def test_rows_read_are_used_or_skipped():
    """No row is lost without a reason."""
    with pytest.raises(ValueError, match=r"3 rows read, but 1 used and \{'blank': 1\} skipped"):
        LoadResult(paper=PAPER, records=(), rows_read=3, rows_used=1, rows_skipped={"blank": 1}, empty_because="x")


def test_nothing_is_empty_without_a_reason():
    """An empty list is no answer."""
    with pytest.raises(ValueError, match="a result without records needs empty_because"):
        LoadResult(paper=PAPER, records=(), rows_read=0, rows_used=0)


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_that_a_plugin_inherits_brings_nothing(hook):
    """A plugin may take the doors as its base for the sake of its type checker."""
    assert getattr(Doors(), hook)() == ()


@pytest.mark.parametrize(("kind", "call"), [("loader", Plugins.loader), ("exporter", Plugins.exporter)])
def test_an_id_that_nobody_has_is_the_callers_mistake(kind, call):
    """Told with those that are known: here none."""
    with pytest.raises(UnknownName, match=rf"unknown {kind} 'x\.y'\.$"):
        call(Plugins(), "x.y")
