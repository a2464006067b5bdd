"""The issues of one report over time: which papers are issues of the same, in which order, and what moved from each to the next."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from cstrack.comparison.compare import compare
from cstrack.comparison.rows import is_tracker
from cstrack.comparison.tracker import compare_trackers
from cstrack.model.change import Step
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cstrack.comparison.dates import Trail
    from cstrack.comparison.settled import Settled
    from cstrack.model.paper import Paper
    from cstrack.model.register import Register

#: Of a file's name, what differs from issue to issue: numbers, quarters, months, versions.
_ISSUE = pattern(
    "comparison.issues.issue",
    r"(?i)\b(?:q|v|m)?[0-9]{1,8}|\b(?:q|qtr|quarter|month|m|v|version|final|draft|jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)\b",
)
_OTHER = pattern("comparison.issues.other", r"[^a-z]{1,40}")


def series_of(register: Register, *, joined: bool = False) -> tuple[tuple[Register, ...], ...]:
    """The papers of a register by the report they are issues of, each in order of time.

    Trackers of one authority whose file names differ by numbers, quarters and months alone are issues of one tracker. Papers of prose of
    one authority are one row of papers.

    Args:
        register: papers of several dates.
        joined: trackers of one authority are issues of one, whatever their files are called.

    Returns:
        One tuple a report, of one register an issue; reports with a single issue too.
    """
    groups: dict[tuple[str | None, str], list[Register]] = defaultdict(list)
    for paper in register.papers:
        part = register.for_source(paper.source.sha256)
        kind = "" if joined else stem_of(paper.source.name)
        kind = kind if is_tracker(part) else "\x00papers"
        groups[paper.authority, kind].append(part)
    return tuple(tuple(sorted(group, key=_by_date)) for group in groups.values())


def stem_of(name: str) -> str:
    """What a file's name keeps from issue to issue.

    >>> stem_of("Improvement Plan 2023-24 Q2 v3.xlsx"), stem_of("improvement-plan_q3.xlsx")
    ('improvement plan', 'improvement plan')
    """
    plain = name.casefold().rpartition(".")[0].replace("_", " ")
    return " ".join(_OTHER.sub(" ", _ISSUE.sub(" ", plain)).split())


def steps(issues: Sequence[Register], settled: Settled) -> Iterator[Step]:
    """What moved from each issue to the next; dates are followed from the first issue on.

    Args:
        issues: the issues of one report, in order of time.
        settled: what somebody decided of doubtful pairs.
    """
    trails: Mapping[str, Trail] = {}
    for before, after in pairwise(issues):
        if is_tracker(before) and is_tracker(after):
            compared = compare_trackers(before, after, settled, trails)
            changes, trails = compared.changes, compared.trails
        else:
            changes = compare(before, after, settled)
        one, two = before.papers[0], after.papers[0]
        yield Step(
            before=one.source.name, after=two.source.name, earlier=day_of(one), later=day_of(two), changes=changes
        )


def since_issue(issues: tuple[Register, ...], since: str) -> tuple[Register, ...]:
    """The issue that was asked for, and the last one; nothing where there is none, or it is the last itself.

    Args:
        issues: the issues of one report, in order of time.
        since: a file name, or ISO text of a day, of which the last issue up to it counts.
    """
    named = [issue for issue in issues if issue.papers[0].source.name == since]
    if not named:
        try:
            limit = date.fromisoformat(since)
        except ValueError:
            return ()
        dated = [(day_of(issue.papers[0]), issue) for issue in issues]
        named = [issue for day, issue in dated if day is not None and day <= limit]
    return (named[-1], issues[-1]) if named and named[-1] is not issues[-1] else ()


def day_of(paper: Paper) -> date | None:
    """The day a paper speaks for."""
    return None if paper.date is None else paper.date.last_day or paper.date.start


def _by_date(issue: Register) -> tuple[date, str]:
    return day_of(issue.papers[0]) or date.max, issue.papers[0].source.name
