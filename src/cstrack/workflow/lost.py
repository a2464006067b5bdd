"""What is said of a file whose worker did not live to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.hooks.plugins import plugin_of
from cstrack.problems import Problem, Severity
from cstrack.workflow.arrival import Arrival

if TYPE_CHECKING:
    from cstrack.hooks.contracts import Limits
    from cstrack.reading.inputs import Input
    from cstrack.workflow.child import Child


def killed(found: Input, limits: Limits, at_work: str) -> Arrival:
    """It took too long.

    Args:
        found: the file.
        limits: what it was allowed.
        at_work: id of the reader or plugin whose code ran.
    """
    how = f"given up after {limits.seconds:,} seconds{_while(at_work)}: divide it, or raise the limit of seconds"
    return _lost("worker.killed", found, how, at_work)


def out_of_memory(found: Input, limits: Limits, at_work: str) -> Arrival:
    """It needed too much memory."""
    most = f"{limits.memory:,} bytes of memory"
    how = f"given up, since it needs more than {most}{_while(at_work)}: divide it, or raise the limit of memory"
    return _lost("worker.memory", found, how, at_work)


def died(found: Input, child: Child, at_work: str) -> Arrival:
    """What read it died of it."""
    words = f": {child.last_words}" if child.last_words else ""
    how = f"what read it died of it ({child.cause}{words}){_while(at_work)}: save it anew, or as text"
    return _lost("worker.died", found, how, at_work)


def _while(at_work: str) -> str:
    return f" while {at_work} was at work" if at_work else ""


def _lost(code: str, found: Input, how: str, at_work: str) -> Arrival:
    plugin = plugin_of(at_work) or None
    message = f"{found.name}: {how}"
    problem = Problem(code=code, message=message, severity=Severity.ERROR, document=found.name, plugin=plugin)
    return Arrival(problems=(problem,))
