"""The report as a web page."""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser

import pytest

from cstrack.errors import MissingExtra
from cstrack.export import html as page_of
from cstrack.export.html import HtmlExporter
from cstrack.model.register import Register

VOID = {"meta", "link", "br", "img", "input", "hr"}


class Page(HTMLParser):
    """Tags, ids and the order of headings; complains of what is not closed."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.ids, self.links, self.headings, self.open = [], [], [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        self.tags.append((tag, told))
        if tag not in VOID:
            self.open.append(tag)
        if "id" in told:
            self.ids.append(told["id"])
        if tag == "a":
            self.links.append(told["href"])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture
def text(register, findings, context):
    return HtmlExporter().export(register, findings, context).decode()


@pytest.fixture
def page(text):
    return Page(text)


def test_every_element_is_closed_and_every_id_is_one(page):
    """A page that browsers have to mend is read differently by each."""
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))


def test_every_link_leads_to_a_place_of_the_page(page):
    """It works offline: nothing is fetched, nothing leads outside."""
    assert page.links
    assert all(link.startswith("#") and link[1:] in page.ids for link in page.links)
    assert not [told for _, told in page.tags if "src" in told or told.get("rel") == "stylesheet"]


def test_it_has_no_script_and_a_policy_that_allows_none(page, text):
    """Nothing of a document can run, and the browser is told so."""
    assert not [tag for tag, _ in page.tags if tag == "script"]
    policy = next(told["content"] for tag, told in page.tags if told.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'")
    assert text.startswith("<!doctype html>")


def test_headings_descend_by_one(page):
    """A screen reader's outline has no gap."""
    assert page.headings[0] == 1
    assert all(after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False))


def test_tables_have_captions_and_scopes(page):
    """Each heading cell says whether it heads a column or a row."""
    kinds = [tag for tag, _ in page.tags]
    assert kinds.count("caption") == kinds.count("table") > 5
    assert all(told.get("scope") in {"col", "row"} for tag, told in page.tags if tag == "th")


def test_it_can_be_used_without_a_mouse(page):
    """A link to skip to the report, a language, a region that scrolls by keyboard."""
    assert ("a", {"class": "skip", "href": "#main"}) in page.tags
    assert next(told for tag, told in page.tags if tag == "html")["lang"] == "en-GB"
    assert all(told["tabindex"] == "0" for tag, told in page.tags if told.get("class") == "scroll")


def test_each_figure_opens_the_words_it_was_read_from(text):
    """A summary with the figure, in it the sentence, document and section, and the way to the list of sources."""
    opened = re.search(r'<summary>£1\.4m<span class="marks">.*?</details>', text, re.DOTALL)
    assert opened is not None
    assert "<q>the forecast overspend of £1.4m</q>" in opened[0]
    assert "torbay-2014-12-11.txt, 1" in opened[0]
    assert re.search(r'href="#source-[0-9]+"', opened[0])


def test_colour_is_never_the_only_sign(text):
    """A state is told in words; no class of the page is named for a colour."""
    assert "<td" in text
    assert not re.search(r'class="[^"]*(red|amber|green)', text)


def test_the_same_report_has_the_same_bytes(register, findings, context):
    """No time, no random id."""
    first, second = (HtmlExporter().export(register, findings, context) for _ in range(2))
    assert first == second


def test_an_empty_register_is_a_page(context):
    """Nothing to tell is told, not failed."""
    assert b"<main" in HtmlExporter().export(Register(), (), context)


def test_without_jinja2_the_error_names_the_line_to_type(register, findings, context, monkeypatch):
    """An optional dependency that is not there is no traceback."""
    page_of._environment.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(MissingExtra, match=r"cstrack\[report\]"):
        HtmlExporter().export(register, findings, context)
    page_of._environment.cache_clear()
