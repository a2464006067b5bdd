"""What a loader made of a document, as plain values and as text that is the same on every system."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from cstrack.codec.lines import lines

if TYPE_CHECKING:
    from cstrack.hooks.contracts import LoadResult


def told(result: LoadResult) -> dict[str, Any]:
    """What a loader made of a document, as a golden file holds it.

    What is empty is left out, and so are ids, which follow from the file's hash and the place.
    """
    paper = result.paper
    return {
        "loader": paper.loader,
        "paper": _said(
            authority=paper.authority,
            authority_basis=paper.authority_basis,
            title=paper.title,
            body=paper.body,
            date=paper.date.edtf if paper.date else None,
            date_basis=paper.date_basis,
            exempt=paper.exempt or None,
        ),
        "rows": {"read": result.rows_read, "used": result.rows_used, "skipped": dict(result.rows_skipped)},
        "problems": [
            {"code": problem.code, "severity": problem.severity.value, "message": problem.message}
            for problem in result.problems
        ],
        "records": [_line(line) for line in lines(result.records, all_kinds=True)],
        **_said(empty_because=result.empty_because),
    }


def canonical(value: Any) -> str:
    r"""JSON that is the same on every system: keys sorted, two blanks, UTF-8, line feeds, numbers of papers as text.

    >>> canonical({"b": Decimal("1.50"), "a": date(2015, 3, 31)})
    '{\n  "a": "2015-03-31",\n  "b": "1.50"\n}\n'
    """
    return json.dumps(value, sort_keys=True, indent=2, ensure_ascii=False, default=_plain) + "\n"


def _line(line: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in line.items() if value not in (None, [], False) and key not in {"id", "source"}}


def _said(**fields: Any) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value is not None}


def _plain(value: Any) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"a golden file holds no {type(value).__name__}")
