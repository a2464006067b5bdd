"""A project of somebody else's: it watches a folder of papers and keeps one page of what they promise.

Only what cstrack documents is used here. The tests run it against installed wheels and check its types.
"""

from __future__ import annotations

import sys
from pathlib import Path

import cstrack


def watch(folder: Path, page: Path, as_of: str) -> int:
    """Read the papers of a folder, write the page and say what was found.

    Args:
        folder: holds the papers.
        page: where the page goes.
        as_of: the day, as ISO text.

    Returns:
        How many findings there were.
    """
    register = cstrack.load(folder)
    findings = cstrack.assess(register, as_of=as_of)
    cstrack.export(register, findings, page)
    for action in register.actions:
        quoted: str = action.citations[0].quote
        print(f"{action.title}: {quoted}")
    print(cstrack.table(findings))
    return len(findings)


if __name__ == "__main__":
    print(watch(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]), "findings")
