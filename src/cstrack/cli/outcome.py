"""What a run's exit code is made of: the gravest thing that happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.model.finding import Priority
from cstrack.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cstrack.model.finding import Finding
    from cstrack.problems import Problem

#: From the most urgent to the least.
PRIORITIES = tuple(Priority)


def exit_code(problems: Iterable[Problem], findings: Iterable[Finding] = (), fail_on: str | None = None) -> int:
    """0 where all is done, 1 where something needs a person.

    Args:
        problems: a problem of severity error needs a person; warnings do not.
        findings: points to check.
        fail_on: a priority; a point to check of this priority or a higher one needs a person. None: findings change nothing.
    """
    if any(problem.severity is Severity.ERROR for problem in problems):
        return 1
    if fail_on is None:
        return 0
    counted = PRIORITIES[: PRIORITIES.index(Priority(fail_on)) + 1]
    return int(any(finding.priority in counted for finding in findings))
