"""One name for the same promise in all papers of a register."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.comparison.known import Known
from cstrack.comparison.matching import pair_known

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cstrack.model.paper import Paper
    from cstrack.model.record import Record
    from cstrack.model.register import Register


def with_subjects(register: Register) -> Register:
    """A register whose records say which of them are the same promise.

    The papers of one authority are gone through by date; a record that is like one of an earlier paper takes over its subject, any
    other becomes a subject of its own, named after itself. Records of one paper never share a subject.

    Args:
        register: papers of one or several authorities.

    Returns:
        The same records in the same order, each with a ``subject``.
    """
    printed: dict[str, list[Record]] = defaultdict(list)
    for record in register.records:
        printed[record.citation.source.sha256].append(record)
    papers: dict[str | None, list[Paper]] = defaultdict(list)
    for paper in register.papers:
        papers[paper.authority].append(paper)
    subjects: dict[str, str] = {}
    for authority, own in papers.items():
        by_paper = [printed[paper.source.sha256] for paper in sorted(own, key=_by_date)]
        subjects |= _alone(by_paper) if authority is None else _followed(by_paper)
    return evolve(register, records=tuple(evolve(record, subject=subjects[record.id]) for record in register.records))


def _by_date(paper: Paper) -> tuple[date, str]:
    start = paper.date.start if paper.date is not None else None
    return (start or date.max, paper.source.name)


def _alone(papers: Iterable[Sequence[Record]]) -> Mapping[str, str]:
    """Papers of nobody known may be of different authorities."""
    return {record.id: record.id for records in papers for record in records}


def _followed(papers: Iterable[Sequence[Record]]) -> Mapping[str, str]:
    """Subjects by the ids of records; each promise is known by its latest wording."""
    subjects: dict[str, str] = {}
    places: dict[str, int] = {}
    known = Known()
    for records in papers:
        again = {pair.after.id: subjects[pair.before.id] for pair in pair_known(known, records)}
        for record in records:
            subject = subjects[record.id] = again.get(record.id, record.id)
            known.put(places.setdefault(subject, len(places)), record)
    return subjects
