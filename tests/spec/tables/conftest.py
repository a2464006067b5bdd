"""How a table of this chapter is checked: a table of a paper, and the records of its cells."""

from __future__ import annotations

from textwrap import dedent

import pytest

from cstrack.assembly.paper import assemble_paper
from cstrack.codec.lines import line
from cstrack.facts.vocabulary import default_vocabulary
from cstrack.reading.markdown import read_markdown
from cstrack.reading.text import read_text
from cstrack.recognition.paper import recognise_paper
from cstrack.testing import make


def records_of(paper: str, *, plain: bool = False):
    """The records of the tables of a Markdown paper, or of plain text whose blanks count, and what could not be read."""
    if plain:
        text = dedent(paper).strip("\n") + "\n"
        document = read_text(make.source(text=text, name="paper.txt"), text.encode()).value
    else:
        text = "\n".join(map(str.strip, paper.strip().splitlines())) + "\n"
        document = read_markdown(make.source(text=text, name="paper.md"), text.encode()).value
    facts = recognise_paper(document, default_vocabulary())
    outcome = assemble_paper(document, facts, default_vocabulary())
    found = tuple(record for record in outcome.value or () if record.citation.cell is not None)
    for record in found:
        assert document.text_at(record.citation.span) == record.citation.quote
    return found, outcome.problems


def told(record, keys: tuple[str, ...]) -> str:
    """A record as the tables of expectations print it: its cell and the values of some keys."""
    each = line(record)
    values = (each[key] for key in keys)
    return " | ".join(
        [record.citation.cell.rpartition("!")[2], *("-" if value is None else str(value) for value in values)]
    )


def check(records, keys: tuple[str, ...], expected: str) -> None:
    """Compare each line ``cell | value of key | ...`` with the records of a cell; cells left out are not looked at."""
    found = {}
    for record in records:
        found.setdefault(record.citation.cell.rpartition("!")[2], []).append(told(record, keys))
    wrong = []
    for row in filter(None, map(str.strip, expected.splitlines())):
        wanted = " | ".join(part.strip() for part in row.split("|"))
        read = found.get(wanted.split(" | ")[0], ["nothing"])
        wrong += [f"expected {wanted}\n    read     {'; '.join(read)}"] if wanted not in read else []
    assert not wrong, "\n".join(wrong)


@pytest.fixture
def cells():
    """Checks each line ``cell | value of key | ...`` against the records of a table in Markdown."""
    return lambda paper, *keys, expected: check(records_of(paper)[0], keys, expected)


@pytest.fixture
def typed():
    """The same for a paper of plain text, typed as it stands; it gives back all its records."""

    def typed(paper: str, *keys: str, expected: str):
        records = records_of(paper, plain=True)[0]
        check(records, keys, expected)
        return records

    return typed


@pytest.fixture
def problems():
    """The codes and messages of the problems of a paper's tables."""
    return lambda paper: [(problem.code, problem.message) for problem in records_of(paper)[1]]


@pytest.fixture
def records():
    """The records of a paper's tables."""
    return lambda paper: records_of(paper)[0]
