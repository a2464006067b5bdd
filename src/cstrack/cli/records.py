"""``cstrack records``: every record found, with the words it was read from."""

from __future__ import annotations

import click

from cstrack.cli import options
from cstrack.cli.console import give, say
from cstrack.cli.outcome import exit_code


@click.command()
@options.paths
@options.reading
@click.option("--format", "form", type=click.Choice(["table", "jsonl", "csv"]), default="table", show_default=True)
@click.option(
    "--all-kinds", is_flag=True, help="Also plans, recommendations, visits, movements, figures without a number."
)
@click.option(
    "--excel", is_flag=True, help="With --format csv: a byte-order mark and the line ends that Excel expects."
)
@click.option("--raw", is_flag=True, help="With --format csv: text as it stands, for programs and no spreadsheet.")
def records(paths: tuple[str, ...], *, form: str, all_kinds: bool, excel: bool, raw: bool, how: options.Reading) -> int:
    """Print every record found in PATHS, with the words it was read from."""
    register = how.load(paths)
    if form == "jsonl":
        from cstrack.export.json import json_lines

        give(json_lines(register.records, all_kinds=all_kinds))
    elif form == "csv":
        from cstrack.export.csv import rows

        give(rows(register.records, all_kinds=all_kinds, excel=excel, raw=raw))
    else:
        from cstrack.export.table import table

        say(table(register, all_kinds=all_kinds))
    return exit_code(register.problems)
