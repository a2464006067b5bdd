"""How a table of this chapter is checked: a sentence or a short paper, and the records read in it."""

from __future__ import annotations

import textwrap
from datetime import date

import pytest

from cstrack.assembly.statements import assemble_statements
from cstrack.codec.lines import line
from cstrack.facts.facts import Facts, Head
from cstrack.facts.profile import CORE
from cstrack.facts.vocabulary import default_vocabulary
from cstrack.reading.text import read_text
from cstrack.recognition.periods import recognise_periods
from cstrack.recognition.sentences import recognise_sentences
from cstrack.recognition.statements import recognise_statements
from cstrack.testing import make
from cstrack.values.period import day

PAPER = day(date(2023, 6, 15))
VOCABULARY = default_vocabulary()


def records_of(text: str, authority: str | None = None, profile=CORE):
    """The records of the statements of a text, in a paper of 15 June 2023."""
    document = read_text(make.source("paper.txt", text), text.encode()).value
    sentences = recognise_sentences(document)
    periods = recognise_periods(document, PAPER)
    head = Head(date=PAPER, date_basis="head", authority=authority)
    statements = recognise_statements(document, head, sentences, periods, VOCABULARY, profile)
    facts = Facts(head=head, sentences=sentences, periods=periods, statements=statements)
    found = assemble_statements(document, facts, VOCABULARY, profile).value or ()
    return tuple(sorted(found, key=lambda record: (record.citation.span.start, record.id)))


def told(record, keys) -> str:
    """What a record says in its line, for the keys named, and its words."""
    each = line(record)
    parts = [str(each[key]) for key in keys if each[key] not in (None, False)]
    return " ".join(parts)


@pytest.fixture
def table():
    """Checks each line ``text | value value; value value`` of the records of one kind, for the keys named."""

    def check(rows: str, kind: str, *keys: str) -> None:
        wrong = []
        for row in filter(None, map(str.strip, rows.splitlines())):
            text, _, expected = (part.strip() for part in row.rpartition("|"))
            lines = text.replace(" // ", "\n\n")
            found = "; ".join(told(one, keys) for one in records_of(lines) if line(one)["kind"] == kind)
            wrong += [f"{text}\n    expected {expected}\n    read     {found}"] if found != expected else []
        assert not wrong, "\n".join(wrong)

    return check


@pytest.fixture
def paper():
    """The records of one kind of a paper, each as ``values: words``, one a line."""

    def check(text: str, kind: str, keys: tuple[str, ...], expected: str) -> None:
        found = [
            f"{told(one, keys)}: {' '.join(one.citation.quote.split())[:60].strip()}"
            for one in records_of(textwrap.dedent(text).strip() + "\n")
            if line(one)["kind"] == kind
        ]
        assert found == [row.strip() for row in expected.strip().splitlines()]

    return check
