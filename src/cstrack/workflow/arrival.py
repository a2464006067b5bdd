"""What came of one file, as a value and as it travels between processes.

Between processes goes JSON and nothing else: what a plugin made never decides what the parent runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

from attrs import fields, frozen

from cstrack import errors
from cstrack.codec.plain import from_plain, to_plain
from cstrack.errors import CstrackError
from cstrack.hooks.contracts import LoadResult
from cstrack.model.paper import Paper
from cstrack.model.record import Record
from cstrack.problems import Problem
from cstrack.workflow.account import account_from_plain, account_to_plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cstrack.workflow.account import Account


@final
@frozen(kw_only=True)
class Arrival:
    """What came of one file.

    Attributes:
        result: its paper and records; None where it could not be read, or something else of it was wanted.
        account: what was seen in it, or its text alone, where that was wanted.
        problems: what could not be read or trusted.
        plugins: what is to be said of plugins that it might have needed.
    """

    result: LoadResult | None = None
    account: Account | None = None
    problems: tuple[Problem, ...] = ()
    plugins: tuple[Problem, ...] = ()


def arrival_to_plain(arrival: Arrival) -> dict[str, Any]:
    """An arrival as dicts, lists and text.

    Raises:
        Exception: a plugin's record is of a kind of its own, which only its own process knows.
    """
    result = arrival.result
    return {
        "result": None
        if result is None
        else {
            "paper": to_plain(result.paper),
            "records": [to_plain(record) for record in result.records],
            "problems": [to_plain(problem) for problem in result.problems],
            "rows_read": result.rows_read,
            "rows_used": result.rows_used,
            "rows_skipped": dict(result.rows_skipped),
            "empty_because": result.empty_because,
        },
        "account": None if arrival.account is None else account_to_plain(arrival.account),
        "problems": [to_plain(problem) for problem in arrival.problems],
        "plugins": [to_plain(problem) for problem in arrival.plugins],
    }


def arrival_from_plain(plain: Mapping[str, Any]) -> Arrival:
    """The arrival that :func:`arrival_to_plain` made plain.

    Raises:
        UnreadableNoun: it holds something that it cannot.
        KeyError: it lacks something.
    """
    result = plain["result"]
    return Arrival(
        result=None
        if result is None
        else LoadResult(
            paper=from_plain(Paper, result["paper"]),
            records=tuple(from_plain(Record, record) for record in result["records"]),
            problems=_problems(result["problems"]),
            rows_read=result["rows_read"],
            rows_used=result["rows_used"],
            rows_skipped=result["rows_skipped"],
            empty_because=result["empty_because"],
        ),
        account=None if plain["account"] is None else account_from_plain(plain["account"]),
        problems=_problems(plain["problems"]),
        plugins=_problems(plain["plugins"]),
    )


def _problems(plain: list[Any]) -> tuple[Problem, ...]:
    return tuple(from_plain(Problem, problem) for problem in plain)


def error_to_plain(error: CstrackError) -> dict[str, Any]:
    """An error of the caller, by its name and its fields."""
    kind: Any = type(error)
    return {"name": kind.__name__, "fields": {field.name: getattr(error, field.name) for field in fields(kind)}}


def error_from_plain(plain: Mapping[str, Any]) -> CstrackError:
    """The error that :func:`error_to_plain` made plain.

    Raises:
        AttributeError: there is no such error.
        TypeError: it has other fields, or is no error of ours.
    """
    kind: type[CstrackError] = getattr(errors, plain["name"])
    if not issubclass(kind, CstrackError):
        raise TypeError(plain["name"])
    texts = {name: tuple(value) if isinstance(value, list) else value for name, value in plain["fields"].items()}
    return kind(**texts)
