"""``cstrack load``: read papers into a store."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

import click

from cstrack.cli import options
from cstrack.cli.console import say, tell, tell_problems
from cstrack.cli.outcome import exit_code

if TYPE_CHECKING:
    from datetime import date

    from cstrack.storage.sqlite import Recorded


@click.command()
@options.paths
@options.reading
@click.option("--into", required=True, metavar="STORE", help="The store; it is made where it is not there.")
@click.option(
    "--report-date", type=options.Day(), metavar="DATE", help="The day the papers speak for. Default: each paper's own."
)
@click.option(
    "--supersedes", metavar="NAME", help="File name of the paper that this one corrects, where the names differ."
)
def load(
    paths: tuple[str, ...], *, into: str, report_date: date | None, supersedes: str | None, how: options.Reading
) -> int:
    """Read the papers of PATHS and add them to a store, all of them or none."""
    from cstrack.workflow.keeping import keep

    _warn_of_shared_folder(into, quiet=how.quiet)
    register = how.load(paths)
    outcome = keep(register, into=into, report_date=report_date, loaded=options.now(), supersedes=supersedes)
    tell_problems(outcome.problems, quiet=how.quiet)
    for paper in outcome.value or ():
        say(_line(paper))
    return exit_code((*register.problems, *outcome.problems))


def _line(paper: Recorded) -> str:
    day = paper.report_date.isoformat()
    if not paper.added:
        return f"{paper.name}, {day}: in the store already, as paper {paper.number}"
    replaced = f", in place of paper {paper.supersedes}" if paper.supersedes is not None else ""
    records = "1 record" if paper.records == 1 else f"{paper.records} records"
    return f"{paper.name}, {day}: added as paper {paper.number}{replaced}, {records}"


def _warn_of_shared_folder(into: str, *, quiet: bool) -> None:
    """Two people who write to one synchronised file get two files: it is better said before than found out after."""
    parts = PureWindowsPath(str(Path(into).absolute())).parts
    if not quiet and (into.startswith("\\\\") or any(part.casefold().startswith("onedrive") for part in parts)):
        tell(f"note: {into} lies in a folder that is shared or synchronised: let one person at a time write to it")
