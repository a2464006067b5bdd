"""One name for the same promise in all papers of a register."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.comparison.matching import pair_records

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    subjects: dict[str, str] = {}
    for authority in register.authorities:
        papers = sorted((paper for paper in register.papers if paper.authority == authority), key=_by_date)
        _name(papers, register, subjects, alone=authority is None)
    return evolve(register, records=tuple(evolve(record, subject=subjects[record.id]) for record in register.records))


def _by_date(paper: Paper) -> tuple[date, str]:
    start = paper.date.start if paper.date is not None else None
    return (start or date.max, paper.source.name)


def _name(papers: list[Paper], register: Register, subjects: dict[str, str], *, alone: bool) -> None:
    last_seen: dict[str, Record] = {}
    for paper in papers:
        mine = tuple(record for record in register.records if record.citation.source.sha256 == paper.source.sha256)
        known: Mapping[str, str] = {}
        if not alone:
            pairs = pair_records(tuple(last_seen.values()), mine)
            known = {pair.after.id: subjects[pair.before.id] for pair in pairs}
        for record in mine:
            subjects[record.id] = known.get(record.id, record.id)
        last_seen |= {subjects[record.id]: record for record in mine}
