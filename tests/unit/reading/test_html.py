"""Web pages: what is read of them, what is left out, and that no page costs more than it should."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

import cstrack
from cstrack.codec.lines import lines
from cstrack.reading.html import looks_like, read_html
from cstrack.sources.source import Source

HERE = Path(__file__).parent
PAGES = sorted((HERE / "pages").glob("*.html"))
#: Columns in which one paper may differ from format to format: its place, and ids made of it.
PLACES = (
    "id",
    "document",
    "source",
    "start",
    "end",
    "cell",
    "page",
    "section",
    "quote",
    "sentence",
    "subject",
    "objective",
)


def _read(content: bytes, name: str = "page.html"):
    return read_html(Source(name=name, sha256="sha256:00"), content)


def _as_page(paper: str) -> str:
    spec = importlib.util.spec_from_file_location("as_page", HERE / "as_page.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.as_page(paper, "A paper")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_page_family_gives_its_words_without_its_furniture(page):
    """Navigation, scripts and cookie notices are no words of the paper."""
    outcome = _read(page.read_bytes())
    assert outcome.value.blocks
    lower = outcome.value.text.lower()
    for furniture in ("cookie", "skip to", "javascript", "function("):
        assert furniture not in lower


def test_the_same_paper_gives_the_same_records_as_a_page_and_as_text(root, tmp_path):
    """All but the columns that tell the place."""
    paper = root / "examples" / "papers" / "torbay-2015-02-12.txt"
    page = tmp_path / "torbay-2015-02-12.html"
    page.write_text(_as_page(paper.read_text(encoding="utf-8")), encoding="utf-8")

    def told(path):
        found = lines(cstrack.load(path).records)
        return [{key: value for key, value in line.items() if key not in PLACES} for line in found]

    assert told(page) == told(paper)


def test_a_page_is_known_by_its_bytes_whatever_its_name():
    """An error page that was saved as a PDF is told as what it is."""
    page = b"<!DOCTYPE html><html><head><title>404</title></head><body><h1>Page not found</h1></body></html>"
    assert looks_like(page, "report.pdf")
    outcome = _read(page, "report.pdf")
    assert outcome.value is None
    assert outcome.problems[0].code == "input.error_page"


@pytest.mark.parametrize(
    "content",
    [
        b"<div>" * 100_000,
        b"<p>word</p>" + b"<" * 400_000,
        b"<p>word</p>" + b"<!--" * 100_000,
        b"<table><tr><td colspan=100000000>word</td></tr></table>",
        b"<p>" + b"word " * 400_000 + b"</p>",
        b"<p " + b" ".join(b"a%d=1" % number for number in range(100_000)) + b">word</p>",
        b"\x00<p>word</p>\xff",
    ],
    ids=["deep", "brackets", "comments", "colspan", "one line", "attributes", "bytes"],
)
@pytest.mark.timeout(60)
def test_a_hostile_page_ends_with_its_words_or_a_problem(content):
    """Never an exception, and never silence."""
    outcome = _read(b"<html><body>" + content)
    assert outcome.value is not None or outcome.problems
