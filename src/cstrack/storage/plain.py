"""Papers as the store keeps them: canonical JSON, one text for the paper and one a record."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, final

from attrs import frozen

from cstrack.codec.plain import from_plain, to_plain
from cstrack.model.paper import Paper
from cstrack.model.record import Record
from cstrack.model.register import Register
from cstrack.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


@final
@frozen(kw_only=True)
class PlainPaper:
    """One paper, ready to be written.

    Attributes:
        name: file name.
        source: hash of the file.
        content: paper and problems as JSON. Where the file lay is left out: the same paper from another folder is the same paper.
        records: each record as JSON, without its subject.
        subjects: the subject of each.
    """

    name: str
    source: str
    content: str
    records: tuple[str, ...]
    subjects: tuple[str, ...]


def plain_papers(register: Mapping[str, Any]) -> Iterator[PlainPaper]:
    """The papers of a register, each with what was read from it.

    Args:
        register: plain form of a register.

    Yields:
        One a paper, in order. Problems of no paper stay with the first.
    """
    papers = register["papers"]
    names = {paper["source"]["name"] for paper in papers}
    for at, paper in enumerate(papers):
        source = paper["source"]
        mine = [one for one in register["records"] if one["citations"][0]["source"]["sha256"] == source["sha256"]]
        problems = [
            one
            for one in register["problems"]
            if one["document"] == source["name"] or (at == 0 and one["document"] not in names)
        ]
        yield PlainPaper(
            name=source["name"],
            source=source["sha256"],
            content=_json({"paper": paper, "problems": problems}),
            records=tuple(_json({**one, "subject": ""}) for one in mine),
            subjects=tuple(one["subject"] for one in mine),
        )


def plain_register(register: Register) -> Any:
    """The plain form of a register, without the folders in which its papers lay."""
    return _without_path(to_plain(register))


def read_paper(content: str, records: Iterable[tuple[str, str]]) -> Register:
    """The register of one paper.

    Args:
        content: its JSON.
        records: subject and JSON of each record, in order.

    Raises:
        UnreadableNoun: another version wrote it, in a form that this one does not know.
    """
    plain = json.loads(content)
    return Register(
        papers=(from_plain(Paper, plain["paper"]),),
        records=tuple(read_record(text, subject) for subject, text in records),
        problems=tuple(from_plain(Problem, one) for one in plain["problems"]),
    )


def read_record(content: str, subject: str) -> Record:
    """One record from its JSON and its subject."""
    record: Record = from_plain(Record, {**json.loads(content), "subject": subject})
    return record


def names_of(content: str) -> tuple[str, str]:
    """File name and hash of the paper that a JSON text holds."""
    source = json.loads(content)["paper"]["source"]
    return source["name"], source["sha256"]


def _json(plain: Any) -> str:
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", errors="backslashreplace").decode("utf-8")


def _without_path(plain: Any) -> Any:
    if isinstance(plain, dict):
        blank = {"path": ""} if "sha256" in plain and "path" in plain else {}
        return {key: _without_path(value) for key, value in plain.items()} | blank
    if isinstance(plain, list | tuple):
        return [_without_path(one) for one in plain]
    return plain
