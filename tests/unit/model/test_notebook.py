"""Registers and points to check as a notebook shows them."""

from __future__ import annotations

from attrs import evolve

from cstrack.model.finding import Finding, Priority
from cstrack.model.register import Register
from cstrack.testing import records as make

WORDS = "<script>alert(1)</script>"


def test_a_register_shows_papers_and_counts():
    """Whatever a paper calls itself is text."""
    paper = evolve(make.paper("a.txt"), title=WORDS)
    shown = Register(papers=(paper,), records=(make.action(paper, "open the hub"),))._repr_html_()
    assert "<tr><th>Action</th><td>1</td></tr>" in shown
    assert "&lt;script&gt;" in shown
    assert "<script" not in shown


def test_a_point_to_check_shows_its_words():
    """Escaped too."""
    citation = make.cite(make.paper("a.txt"), WORDS)
    finding = Finding(code="a.b", priority=Priority.HIGH, authority=None, message=WORDS, rule="", citations=(citation,))
    shown = finding._repr_html_()
    assert shown.startswith("<p><b>high</b>: &lt;script&gt;")
    assert "<script" not in shown
