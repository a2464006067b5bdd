"""Golden files: what is read from a document today, written beside it, and compared ever after.

``NAME.ext.golden.json`` stands beside ``NAME.ext``. Only ``--update-golden`` writes one; a missing one fails, and so does one
whose document is gone.
"""

from __future__ import annotations

import difflib
import json
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any

from cstrack.codec.lines import lines

if TYPE_CHECKING:
    from pathlib import Path

    from cstrack.hooks.contracts import LoadResult

SUFFIX = ".golden.json"

#: How much of a difference is shown.
SHOWN = 60


def golden_of(document: Path) -> Path:
    """The golden file of a document."""
    return document.with_name(document.name + SUFFIX)


def canonical(value: Any) -> str:
    r"""JSON that is the same on every system: keys sorted, two blanks, UTF-8, line feeds, numbers of papers as text.

    >>> canonical({"b": Decimal("1.50"), "a": date(2015, 3, 31)})
    '{\n  "a": "2015-03-31",\n  "b": "1.50"\n}\n'
    """
    return json.dumps(value, sort_keys=True, indent=2, ensure_ascii=False, default=_plain) + "\n"


def told(result: LoadResult) -> dict[str, Any]:
    """What a loader made of a document, as its golden file holds it.

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


def compare(expected: Path, produced: str | bytes, *, update: bool) -> None:
    """Hold what was produced against a golden file.

    Args:
        expected: the golden file.
        produced: what there is today.
        update: write it instead.

    Raises:
        AssertionError: the file is missing, or says something else; the difference is shown.
    """
    content = produced.encode("utf-8") if isinstance(produced, str) else produced
    if update:
        expected.write_bytes(content)
        return
    if not expected.is_file():
        raise AssertionError(
            f"{expected.name} is missing: look at what is read (cstrack records FILE), then run pytest with --update-golden"
        )
    if expected.read_bytes() != content:
        raise AssertionError(
            f"{expected.name} says something else; if today is right, --update-golden\n{_difference(expected, content)}"
        )


def stale(folder: Path) -> tuple[str, ...]:
    """The golden files of a folder whose document is gone."""
    found = sorted(folder.rglob(f"*{SUFFIX}"))
    return tuple(path.name for path in found if not path.with_name(path.name.removesuffix(SUFFIX)).is_file())


def _line(line: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in line.items() if value not in (None, [], False) and key not in {"id", "source"}}


def _said(**fields: Any) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value is not None}


def _difference(expected: Path, content: bytes) -> str:
    before, after = (text.decode("utf-8", "replace").splitlines() for text in (expected.read_bytes(), content))
    changed = list(difflib.unified_diff(before, after, expected.name, "today", lineterm="", n=2))
    more = [f"... and {len(changed) - SHOWN} lines more"] if len(changed) > SHOWN else []
    return "\n".join(changed[:SHOWN] + more)


def _plain(value: Any) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return str(value.value)
    raise TypeError(f"a golden file holds no {type(value).__name__}")
