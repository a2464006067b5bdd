"""What only a plugin gets right: each plugin's examples read with it and without it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from cstrack.codec.lines import lines
from cstrack.hooks.contracts import LoadResult
from cstrack.hooks.registry import load_plugins
from cstrack.testing.examples import load_paper, papers, read_paper

ROOT = Path(__file__).resolve().parents[2]


class Difference(NamedTuple):
    """One field of one record that the plugin gets right; ``kind`` and ``quote`` name the record."""

    why: str
    kind: str
    quote: str
    field: str
    right: str


DIRECTOR = "The Director of Children's Services"

DIFFERENCES = {
    "wirral": (
        Difference("the office behind a short form", "action", "The DCS will present", "owner", DIRECTOR),
        Difference(
            "what Wirral calls its Cabinet Member",
            "action",
            "The Portfolio Holder will write",
            "owner",
            "The Cabinet Member for Children and Family Services",
        ),
        Difference("who acts for the council", "action", "The DCS will present", "actor", "own"),
        Difference("a service by its local name", "budget", "£0.3m", "label", "Troubled families"),
        Difference("a heading above priorities", "objective", "Adoption without delay", "firmness", "aimed"),
    ),
    "torbay": (
        Difference("the office behind a short form", "action", "The DCS will report", "owner", DIRECTOR),
        Difference("a partner as such", "action", "Social Finance will deliver", "actor", "partner"),
        Difference("a project by its local name", "budget", "£0.2m", "label", "Fostering"),
        Difference(
            "a body by its short name",
            "decision",
            "That the MMG receive",
            "owner",
            "Overview and Scrutiny Board",
        ),
        Difference("a heading above work to come", "action", "Recruitment to all vacant posts", "due", "../2015-03"),
        Difference("a lead-in of its own", "decision", "a financial strategy of five years", "outcome", "resolved"),
    ),
    "worcestershire": (
        Difference("the office behind a short form", "action", "The DCS will report to the OSPB", "owner", DIRECTOR),
        Difference("a partner as such", "action", "Babcock Prime will take over", "actor", "partner"),
        Difference("a service of its own", "action", "The Family Front Door will open", "actor", "own"),
        Difference("a programme by its local name", "budget", "£1.2m", "label", "Troubled families"),
        Difference("a heading above strands", "objective", "Fixing the front door", "firmness", "aimed"),
        Difference("a lead-in of its own", "decision", "consider the pace of savings", "outcome", "recommended"),
    ),
}

#: Plugin -> body of its examples with the plugin and without it, where they differ.
BODIES = {"torbay": ("Overview and Scrutiny Board", "O&S Board")}


def read(plugin: str, *, no_plugins: bool) -> tuple[LoadResult, ...]:
    """The examples of a plugin, read with it or by the core alone."""
    plugins = load_plugins(no_plugins=True) if no_plugins else load_plugins(only=(plugin,), strict=True)
    folder = ROOT / "plugins" / f"cstrack-{plugin}" / "tests" / "examples"
    return tuple(load_paper(read_paper(path, plugins), plugins) for path in papers(folder))


def found(results: tuple[LoadResult, ...], wanted: Difference) -> object:
    """The field of the record that a difference speaks of; None where there is no such record."""
    every = (line for result in results for line in lines(result.records, all_kinds=True))
    return next(
        (
            line[wanted.field]
            for line in every
            if line["kind"] == wanted.kind and str(line["quote"]).startswith(wanted.quote)
        ),
        None,
    )


@pytest.mark.parametrize("plugin", DIFFERENCES)
def test_five_fields_that_only_the_plugin_gets_right(plugin):
    """A plugin that changes nothing is not worth installing."""
    with_it, without = read(plugin, no_plugins=False), read(plugin, no_plugins=True)
    wanted = {one.why: one.right for one in DIFFERENCES[plugin]}
    assert {one.why: found(with_it, one) for one in DIFFERENCES[plugin]} == wanted
    alike = [one.why for one in DIFFERENCES[plugin] if found(without, one) == one.right]
    assert not alike, f"the core alone gets right: {alike}; then it is no matter of the plugin"
    assert len(wanted) >= 5


@pytest.mark.parametrize("plugin", BODIES)
def test_the_full_name_of_a_body(plugin):
    """Who met, in words that a stranger understands."""
    (with_it, *_), (without, *_) = read(plugin, no_plugins=False), read(plugin, no_plugins=True)
    assert (with_it.paper.body, without.paper.body) == BODIES[plugin]


@pytest.mark.parametrize("plugin", DIFFERENCES)
def test_nothing_is_lost_with_the_plugin(plugin):
    """What the core reads in a paper, the plugin reads too: the same figures at the same places."""
    figures = [
        {
            (line["document"], line["start"], line["value"])
            for result in read(plugin, no_plugins=alone)
            for line in lines(result.records)
            if line["value"] is not None
        }
        for alone in (False, True)
    ]
    assert figures[1] <= figures[0]
