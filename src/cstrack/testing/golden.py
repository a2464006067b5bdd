"""Golden files: what is read from a document today, written beside it, and compared ever after.

``NAME.ext.golden.json`` stands beside ``NAME.ext``. Only ``--update-golden`` writes one; a missing one fails, and so does one
whose document is gone.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX = ".golden.json"

#: How many lines of a difference are shown.
SHOWN = 60


def golden_of(document: Path) -> Path:
    """The golden file of a document."""
    return document.with_name(document.name + SUFFIX)


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


def _difference(expected: Path, content: bytes) -> str:
    before, after = (text.decode("utf-8", "replace").splitlines() for text in (expected.read_bytes(), content))
    changed = list(difflib.unified_diff(before, after, expected.name, "today", lineterm="", n=2))
    more = [f"... and {len(changed) - SHOWN} lines more"] if len(changed) > SHOWN else []
    return "\n".join(changed[:SHOWN] + more)
