"""Records, points to check and changes as dicts, and as frames of pandas, polars and Arrow where those are installed."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from cstrack.codec.lines import lines
from cstrack.errors import MissingExtra
from cstrack.export.findings import finding_line
from cstrack.model.change import Change
from cstrack.model.finding import Finding
from cstrack.model.register import Register

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd
    import polars as pl

    from cstrack.model.record import Record

#: Columns of plain decimal text, which a frame holds as floating-point numbers: it is for computing, not for citing.
NUMBERS = ("value", "value_high", "low", "high", "numerator", "denominator", "baseline")


def to_dicts(things: Register | Iterable[Finding] | Iterable[Record] | Iterable[Change]) -> list[dict[str, Any]]:
    """Flat dicts, one a record, point to check or change.

    Args:
        things: what a load, an assessment or a comparison returned.

    Returns:
        Of records the keys of ``cstrack records``; numbers are plain decimal text, dates and periods EDTF.
    """
    held = things.records if isinstance(things, Register) else things
    return [_flat(thing) for thing in held]


def to_pandas(things: Register | Iterable[Finding] | Iterable[Record] | Iterable[Change]) -> pd.DataFrame:
    """The same as a frame of pandas; columns of numbers are floats, everything else is text.

    Raises:
        MissingExtra: pandas is not installed.
    """
    frame: pd.DataFrame = _imported("pandas").DataFrame(_computable(to_dicts(things)))
    return frame


def to_polars(things: Register | Iterable[Finding] | Iterable[Record] | Iterable[Change]) -> pl.DataFrame:
    """The same as a frame of polars; columns of numbers are floats.

    Raises:
        MissingExtra: polars is not installed.
    """
    rows = _computable(to_dicts(things))
    frame: pl.DataFrame = _imported("polars").DataFrame(rows, infer_schema_length=None)
    return frame


def to_arrow(things: Register | Iterable[Finding] | Iterable[Record] | Iterable[Change]) -> Any:
    """The same as a table of pyarrow.

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    return _imported("pyarrow").Table.from_pylist(_computable(to_dicts(things)))


def _flat(thing: Finding | Record | Change) -> dict[str, Any]:
    if isinstance(thing, Finding):
        return finding_line(thing)
    if isinstance(thing, Change):
        return _change(thing)
    return dict(next(lines((thing,), all_kinds=True)))


def _change(change: Change) -> dict[str, Any]:
    before, after = change.before, change.after
    return {
        "change": change.kind.value,
        "kind": change.record_kind,
        "subject": change.subject,
        "from": change.from_value,
        "to": change.to_value,
        "days": change.days,
        "doubtful": change.doubtful,
        "evidence": change.evidence,
        "from_document": before.source.name if before else None,
        "to_document": after.source.name if after else None,
        "from_quote": before.quote if before else None,
        "to_quote": after.quote if after else None,
    }


def _computable(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {key: float(value) if key in NUMBERS and value is not None else value for key, value in row.items()}
        for row in rows
    ]


def _imported(package: str) -> Any:
    try:
        return import_module(package)
    except ImportError as error:
        raise MissingExtra("data", f"a frame of {package}") from error
