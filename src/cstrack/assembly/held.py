"""Papers relied on that are among the papers of the same load."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.model.paper import PaperRelied
from cstrack.values.patterns import pattern
from cstrack.values.wording import day_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cstrack.model.paper import Paper
    from cstrack.model.record import Record

_NO_WORD = pattern("assembly.held.no_word", r"[^a-z0-9]++")

#: A title of fewer words ("Minutes", "Budget 2015") may be that of another paper.
_TELLING = 3


def mark_held(records: Iterable[Record], papers: tuple[Paper, ...]) -> tuple[Record, ...]:
    """The records, with every paper relied on that was itself read marked as held.

    A paper is meant where the words that rely on it print its title of three words or more, or where they name its body and the
    sentence prints its day.

    Args:
        records: records of all papers of a load.
        papers: those papers.
    """
    return tuple(
        evolve(record, held=True) if isinstance(record, PaperRelied) and _held(record, papers) else record
        for record in records
    )


def _held(relied: PaperRelied, papers: tuple[Paper, ...]) -> bool:
    here = relied.citation.source.sha256
    return any(_meant(relied, paper) for paper in papers if paper.source.sha256 != here)


def _meant(relied: PaperRelied, paper: Paper) -> bool:
    named, title, body = _words(relied.title), _words(paper.title or ""), _words(paper.body or "")
    if len(title.split()) >= _TELLING and title in named:
        return True
    if paper.date is None or paper.date.start is None or paper.date.last_day != paper.date.start:
        return False
    sentence = _words(f"{relied.title} {relied.citation.sentence or ''}")
    return bool(body.strip()) and body in named and _words(day_in_words(paper.date.start)) in sentence


def _words(text: str) -> str:
    """Words in small letters with one blank before, between and after them, so that whole words are compared."""
    return f" {_NO_WORD.sub(' ', text.casefold()).strip()} "
