"""Changes as lines for programs: the stable contract of ``cstrack changes``, as JSON lines and as CSV."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from cstrack.codec.change_lines import CHANGE_KEYS, change_line
from cstrack.codec.plain import to_plain
from cstrack.export.clean import cell, writable
from cstrack.export.json import json_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.codec.lines import Plain
    from cstrack.model.change import Step

_NUMBERS = frozenset({"days_from_last", "days_from_original", "moves"})


def change_lines(steps: Sequence[Step]) -> str:
    """One JSON object a change; of something added or gone both documents are named too."""
    return "".join(json_line(line) for line in _lines(steps))


def change_rows(steps: Sequence[Step]) -> str:
    """The same as CSV, safe to open in a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(CHANGE_KEYS)
    for line in _lines(steps):
        writer.writerow([_cell(key, line[key]) for key in CHANGE_KEYS])
    return out.getvalue()


def change_whole(steps: Sequence[Step]) -> str:
    """One JSON list of all steps, with every field of every change."""
    return json.dumps(to_plain(tuple(steps)), ensure_ascii=False, indent=1) + "\n"


def _lines(steps: Sequence[Step]) -> Iterator[dict[str, Plain]]:
    for step in steps:
        for change in step.changes:
            yield change_line(change) | {"from_document": step.before, "to_document": step.after}


def _cell(key: str, value: Plain) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = "; ".join(value) if isinstance(value, list) else str(value)
    return text if key in _NUMBERS else cell(writable(text))
