"""A store emptied into files that every program reads: nothing is locked in."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from cstrack.storage.opening import Entry

COLUMNS = (
    *("paper", "load", "report_date", "loaded", "version", "file", "source", "records"),
    *("supersedes", "superseded_by", "taken_out", "reason"),
)


def files_of(path: str | PathLike[str]) -> tuple[tuple[str, bytes], ...]:
    """The files of a store.

    Args:
        path: the store's file.

    Returns:
        Name and bytes of each: ``papers.csv``, then for every paper that was not taken out ``NUMBER-DATE.json`` with everything and
        ``NUMBER-DATE.csv`` with the columns of ``cstrack records``.

    Raises:
        StoreError: the file is not there, is no store, or holds something else than was recorded.
    """
    from cstrack.codec.plain import to_plain
    from cstrack.export.csv import rows
    from cstrack.storage.opening import entries

    held = entries(str(path))
    files = [("papers.csv", _listed(held))]
    for entry in held:
        if entry.purged is None:
            stem = f"{entry.number:04}-{entry.report_date.isoformat()}"
            whole = json.dumps(to_plain(entry.register), ensure_ascii=False, indent=1) + "\n"
            files.append((f"{stem}.json", whole.encode("utf-8", errors="backslashreplace")))
            files.append(
                (f"{stem}.csv", rows(entry.register.records, all_kinds=True).encode("utf-8", errors="replace"))
            )
    return tuple(files)


def _listed(held: tuple[Entry, ...]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for entry in held:
        source = entry.register.papers[0].source.sha256 if entry.register.papers else ""
        told = (
            entry.number,
            entry.load,
            entry.report_date.isoformat(),
            entry.loaded,
            entry.version,
            entry.name,
            source,
        )
        after = (entry.supersedes, entry.superseded_by, entry.purged, entry.reason)
        writer.writerow(["" if cell is None else cell for cell in (*told, len(entry.register.records), *after)])
    return out.getvalue().encode("utf-8", errors="replace")
