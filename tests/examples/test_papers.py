"""What the laws say of any paper holds of the example papers, through the whole trip."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

import cstrack
from cstrack.plugin import Figure


@pytest.fixture(scope="module")
def papers(root):
    """The folder of the example papers."""
    return root / "examples" / "papers"


@pytest.fixture(scope="module")
def register(papers):
    """All of them, loaded."""
    return cstrack.load(papers)


def cited(citation):
    """A citation and those that it was derived from."""
    yield citation
    for part in citation.derived_from:
        yield from cited(part)


def test_every_word_quoted_stands_in_its_paper(register, papers):
    """The span law, from the file to the record: the characters cited are the characters quoted."""
    texts = {path.name: path.read_bytes().decode("utf-8") for path in papers.iterdir()}
    quoted = [part for record in register.records for citation in record.citations for part in cited(citation)]
    assert len(quoted) >= len(register.records) > 100
    for citation in quoted:
        assert texts[citation.source.name][citation.span.start : citation.span.end] == citation.quote


def test_every_paper_says_whose_it_is_and_of_which_day(register):
    """The examples carry both, each in its own way; nothing has to be told on the command line."""
    assert len(register.papers) == 5
    for paper in register.papers:
        assert paper.authority, paper.source.name
        assert paper.date is not None, paper.source.name
        assert paper.date.last_day.isoformat() in paper.source.name


def test_every_figure_stands_inside_its_own_interval(register):
    """Decimal throughout, and what is printed is among what it can stand for."""
    figures = [record.figure for record in register.records if isinstance(getattr(record, "figure", None), Figure)]
    assert figures
    for figure in figures:
        assert isinstance(figure.value, Decimal)
        assert figure.low is None or figure.low <= figure.value
        assert figure.high is None or figure.value <= figure.high


def test_the_order_of_the_papers_changes_no_record(register, papers):
    """The same file gives the same ids, whatever else is loaded."""
    for path in sorted(papers.iterdir(), reverse=True):
        alone = cstrack.load(path)
        assert {record.id for record in alone.records} == {
            record.id for record in register.records if record.citation.source.name == path.name
        }


@pytest.mark.parametrize("suffix", [".html", ".md", ".json", ".csv", ".xlsx"])
def test_the_same_papers_give_the_same_bytes(register, papers, tmp_path, suffix):
    """No clock and no order of chance in any file that is written."""
    findings = cstrack.assess(register, as_of="2015-03-31")
    first = cstrack.export(register, findings, tmp_path / f"one{suffix}", as_of="2015-03-31")
    again = cstrack.load(papers)
    second = cstrack.export(
        again, cstrack.assess(again, as_of="2015-03-31"), tmp_path / f"two{suffix}", as_of="2015-03-31"
    )
    assert first.read_bytes() == second.read_bytes()


def test_a_paper_of_a_later_day_is_not_assessed(register):
    """July's paper is listed as at March, and nothing of it is a point to check."""
    later = "wirral-2015-07-07.txt"
    findings = cstrack.assess(register, as_of="2015-03-31")
    assert {finding.code for finding in findings if finding.document == later} == {"paper.not_yet_published"}
    quoted = {citation.source.name for finding in findings for citation in finding.citations}
    assert later not in quoted


def test_no_finding_without_words(register):
    """A point to check cites what it was read from, except where it speaks of the paper as a whole."""
    findings = cstrack.assess(register, as_of="2015-03-31")
    silent = [finding.code for finding in findings if not finding.citations]
    assert {code.partition(".")[0] for code in silent} <= {"paper"}


def test_the_lines_of_the_contract_are_json(register):
    """What `cstrack records` writes can be read by any program."""
    for line in cstrack.to_dicts(register):
        assert json.loads(json.dumps(line)) == line
