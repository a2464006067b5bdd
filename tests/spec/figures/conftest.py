"""How a table of this chapter is checked: a sentence, and the figures or records read in it."""

from __future__ import annotations

from datetime import date

import pytest

from cstrack.assembly.amounts import assemble_amounts
from cstrack.codec.lines import line
from cstrack.facts.facts import Facts, Head
from cstrack.facts.vocabulary import default_vocabulary
from cstrack.reading.text import read_text
from cstrack.recognition.figures import recognise_figures
from cstrack.recognition.paper import recognise_paper
from cstrack.recognition.periods import recognise_periods
from cstrack.recognition.sentences import recognise_sentences
from cstrack.testing import make
from cstrack.values.period import day

PAPER = day(date(2014, 12, 11))


def facts_of(text: str):
    """The document of a text and its facts, in a paper of 11 December 2014 of no known authority."""
    document = make.document(text)
    sentences = recognise_sentences(document)
    periods = recognise_periods(document, PAPER)
    figures, others = recognise_figures(document, sentences, periods, default_vocabulary())
    head = Head(date=PAPER, date_basis="head")
    return document, Facts(head=head, sentences=sentences, figures=figures, periods=periods, others=others)


def number(value) -> str:
    """A number without idle noughts."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def shown(mention) -> str:
    """A figure as the tables print it: value or range, unit, noun of a count, qualifier, and whether it is a difference."""
    figure = mention.figure
    value = number(figure.value) + (f"..{number(figure.value_high)}" if figure.value_high is not None else "")
    told = f"{value} {figure.unit}"
    if figure.noun and figure.unit.startswith("count"):
        told += f" of {figure.noun}"
    if figure.qualifier.value != "exactly":
        told += f" {figure.qualifier.value}"
    return told + (" change" if mention.change else "")


def compare(rows: str, read) -> None:
    """Compare each line ``text | expected`` of a table with what is read in the text; ``/`` divides lines of a paper."""
    wrong = []
    for row in filter(None, map(str.strip, rows.splitlines())):
        text, _, told = (part.strip() for part in row.rpartition("|"))
        found = read(text.replace(" // ", "\n"))
        wrong += [f"{text}\n    expected {told}\n    read     {found}"] if found != told else []
    assert not wrong, "\n".join(wrong)


@pytest.fixture
def table():
    """Checks each line ``sentence | figure; figure``."""
    return lambda rows: compare(rows, lambda text: "; ".join(shown(mention) for mention in facts_of(text)[1].figures))


@pytest.fixture
def others():
    """Checks each line ``sentence | reason: words; reason: words`` of what counts nothing."""

    def read(text: str) -> str:
        document, facts = facts_of(text)
        assert not facts.figures, [shown(mention) for mention in facts.figures]
        return "; ".join(f"{other.reason}: {document.text_at(other.span)}" for other in facts.others)

    return lambda rows: compare(rows, read)


@pytest.fixture
def records():
    """Checks each line ``text | kind key=value key=value; ...`` of the records of figures, for the keys named."""

    return lambda rows, *keys: compare(rows, lambda text: told(*facts_of(text), keys))


@pytest.fixture
def papers():
    """The same of whole papers, read as a reader reads them: ``#`` begins a heading, ``//`` a paragraph."""

    def read(text: str, keys: tuple[str, ...]) -> str:
        text = text.replace("\n", "\n\n")
        document = read_text(make.source("paper.md", text), text.encode()).value
        facts = recognise_paper(document, default_vocabulary(), paper_date=date(2014, 12, 11))
        return told(document, facts, keys)

    return lambda rows, *keys: compare(rows, lambda text: read(text, keys))


def told(document, facts, keys: tuple[str, ...]) -> str:
    """The records of figures with the keys named."""
    found = assemble_amounts(document, facts, default_vocabulary()).value or ()
    return "; ".join(
        " ".join(str(each[key]) for key in ("kind", "value", *keys) if each[key] not in (None, False))
        for each in map(line, found)
        if each["value"] is not None and each["kind"] != "movement"
    )
