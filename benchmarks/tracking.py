"""How long it takes to keep, to ask and to compare: against SQLite without us, and against the clock.

    python benchmarks/tracking.py [facts]

Prints the time of appending facts (1,000,000 unless told) against a bare ``executemany`` of the same rows, of asking for the state of one subject on a
day against the bare query, and of comparing two issues of a tracker of 500, 1,000 and 2,000 actions.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path
from random import Random
from time import perf_counter
from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.comparison.settled import NOTHING_SETTLED
from cstrack.comparison.tracker import compare_trackers
from cstrack.model.register import Register
from cstrack.sources.citation import Citation
from cstrack.storage.appending import Stamp, append
from cstrack.storage.layout import TABLES, connect, make
from cstrack.storage.opening import state_of
from cstrack.storage.plain import PlainPaper, plain_papers, plain_register
from cstrack.testing import records as builders

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Facts of one paper.
PAPER = 10_000

#: Words of a large plan, and how unevenly they are used: the second half as often as the first, and so on.
WORDS = [f"{chr(97 + at % 26)}{chr(97 + at // 26 % 26)}{at:x}" for at in range(3000)]
USED = [1 / (at + 10) for at in range(len(WORDS))]


def papers(facts: int) -> Iterator[PlainPaper]:
    """Papers of one record a subject, as the store keeps them; the JSON is that of a real action."""
    paper = builders.paper("plan.xlsx")
    one = builders.action(paper, "Publish the thresholds guide", subject="action-x")
    (plain,) = plain_papers(plain_register(Register(papers=(paper,), records=(one,))))
    for start in range(0, facts, PAPER):
        subjects = tuple(f"action-{at:08}" for at in range(start, min(start + PAPER, facts)))
        yield PlainPaper(
            name=f"{start}.xlsx",
            source="sha256:x",
            content=plain.content,
            records=plain.records * len(subjects),
            subjects=subjects,
        )


def appended(folder: Path, facts: int) -> tuple[float, float]:
    """Seconds with us, and seconds of the bare rows."""
    made = list(papers(facts))
    bare_rows = [
        (number, place, subject, text)
        for number, paper in enumerate(made, 1)
        for place, (subject, text) in enumerate(zip(paper.subjects, paper.records, strict=True))
    ]
    with closing(sqlite3.connect(folder / "bare.db", isolation_level=None)) as bare:
        for statement in TABLES[1:3]:
            bare.execute(statement)
        start = perf_counter()
        bare.execute("BEGIN IMMEDIATE")
        bare.executemany("INSERT INTO record VALUES (?, ?, ?, ?)", bare_rows)
        bare.execute("COMMIT")
        without = perf_counter() - start
    del bare_rows
    with closing(connect(folder / "plan.cstrack", write=True)) as store:
        start = perf_counter()
        store.execute("BEGIN IMMEDIATE")
        make(store)
        for number, paper in enumerate(made):
            append(store, date(2000 + number % 20, 1, 1).isoformat(), paper, Stamp(load=1, loaded="", version="0"))
        store.execute("COMMIT")
        ours = perf_counter() - start
    return ours, without


def asked(folder: Path, facts: int) -> tuple[float, float]:
    """Seconds of a thousand states with us, and of the bare query."""
    chance = Random(1)  # noqa: S311  # made plans, no secret
    wanted = [f"action-{chance.randrange(facts):08}" for _ in range(1000)]
    query = "SELECT content FROM record WHERE subject = ? ORDER BY paper DESC LIMIT 1"
    with closing(connect(folder / "plan.cstrack", write=False)) as store:
        start = perf_counter()
        for subject in wanted:
            store.execute(query, (subject,)).fetchone()
        without = perf_counter() - start
        start = perf_counter()
        for subject in wanted:
            state_of(store, subject, date(2030, 1, 1))
        return perf_counter() - start, without


def issue(name: str, titles: list[str]) -> Register:
    """One issue of a tracker."""
    paper = builders.paper(name)
    actions = []
    for at, title in enumerate(titles):
        cited = Citation(source=paper.source, cell=f"Plan!C{at + 2}", quote=title)
        action = builders.action(paper, title, at, ref=str(at), owners=(f"Owner {at % 40}",))
        actions.append(evolve(action, citations=(cited,)))
    return Register(papers=(paper,), records=tuple(actions))


def compared(size: int) -> float:
    """Seconds of comparing two issues, a tenth of the rows in other words and a twentieth gone."""
    chance = Random(size)  # noqa: S311  # made plans, no secret
    titles = [" ".join(chance.choices(WORDS, USED, k=10)) for _ in range(size)]
    later = [f"{title} fully" if chance.random() < 0.1 else title for title in titles if chance.random() > 0.05]
    chance.shuffle(later)
    before, after = issue("q1.xlsx", titles), issue("q2.xlsx", later)
    start = perf_counter()
    compare_trackers(before, after, NOTHING_SETTLED)
    return perf_counter() - start


def main() -> None:
    """Measure and print."""
    facts = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        ours, bare = appended(Path(folder), facts)
        print(f"append {facts:,} facts: {ours:.1f} s, bare rows {bare:.1f} s, ratio {ours / bare:.2f}")
        ours, bare = asked(Path(folder), facts)
        print(f"state of a subject: {ours:.2f} ms, bare query {bare:.2f} ms, ratio {ours / bare:.1f}")
    for size in (500, 1000, 2000):
        print(f"compare two issues of {size:,} actions: {compared(size):.2f} s")


if __name__ == "__main__":
    main()
