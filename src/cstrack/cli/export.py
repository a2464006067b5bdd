"""``cstrack export``: everything that a store holds, as files that need no cstrack."""

from __future__ import annotations

from pathlib import Path

import click

from cstrack.cli.console import say
from cstrack.errors import NotWritten


@click.command()
@click.argument("path", metavar="STORE", type=click.Path())
@click.option("--to", "folder", required=True, metavar="DIR", help="The folder; it is made where it is not there.")
@click.option("--force", is_flag=True, help="Replace files that are there.")
def export(path: str, *, folder: str, force: bool) -> int:
    """Empty a store into files: a list of its papers, and for each paper everything as JSON and its records as CSV."""
    from cstrack.storage.files import refuse_existing, write_file
    from cstrack.workflow.emptying import files_of

    written = files_of(path)
    target = Path(folder)
    if target.is_dir():
        for name, _ in written:
            refuse_existing(target / name, force=force)
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotWritten(folder, f"the folder cannot be made ({error.strerror})") from error
    for name, content in written:
        write_file(target / name, content, force=force)
    say(f"{folder}: {len(written)} files")
    return 0
