"""``cstrack store``: what a store holds, whether it is whole, and a paper taken out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cstrack.cli import options
from cstrack.cli.console import say
from cstrack.errors import StoreError

if TYPE_CHECKING:
    from cstrack.storage.opening import Entry


@click.group()
def store() -> None:
    """Look after a store of reports."""


@store.command("list")
@click.argument("path", metavar="STORE", type=click.Path())
def listed(path: str) -> int:
    """Print the papers of a store with their numbers."""
    from tabulate import tabulate

    from cstrack.storage.opening import entries

    rows = [
        (
            entry.number,
            entry.report_date.isoformat(),
            entry.loaded,
            entry.name or "-",
            len(entry.register.records),
            _state(entry),
        )
        for entry in entries(path)
    ]
    say(tabulate(rows, headers=("paper", "report date", "loaded", "file", "records", ""), disable_numparse=True))
    return 0


@store.command()
@click.argument("path", metavar="STORE", type=click.Path())
def verify(path: str) -> int:
    """Say whether every paper of a store is what was recorded."""
    from cstrack.storage.verifying import head, verify_store

    wrong = tuple(verify_store(path))
    if wrong:
        raise StoreError(path, f"{'; '.join(wrong)}; nothing of it is used: go back to a copy")
    papers, last = head(path)
    say(f"{path}: {papers} papers, each as it was recorded. Hash of the last: {last or '-'}")
    return 0


@store.command()
@click.argument("path", metavar="STORE", type=click.Path())
@click.option("--paper", type=int, required=True, metavar="NUMBER", help="Its number: see cstrack store list.")
@click.option("--reason", required=True, help="Why; it stays in the store, so repeat nothing of the paper in it.")
def purge(path: str, *, paper: int, reason: str) -> int:
    """Take out a paper that should never have been loaded; a tombstone stays."""
    from cstrack.storage.purging import purge_paper

    purge_paper(path, paper, options.now(), reason)
    say(f"{path}: paper {paper} was taken out; that it was there, and why it went, stays")
    return 0


def _state(entry: Entry) -> str:
    if entry.purged is not None:
        return f"taken out {entry.purged}: {entry.reason}"
    return f"superseded by paper {entry.superseded_by}" if entry.superseded_by is not None else ""
