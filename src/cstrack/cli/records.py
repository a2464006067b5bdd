"""``cstrack records``: every record found, with the words it was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cstrack.cli import options
from cstrack.cli.console import give, say, tell
from cstrack.cli.outcome import exit_code

if TYPE_CHECKING:
    from cstrack.model.register import Register


@click.command()
@options.paths
@options.apart
@options.reading
@click.option("--format", "form", type=click.Choice(["table", "jsonl", "csv"]), default="table", show_default=True)
@click.option(
    "--all-kinds", is_flag=True, help="Also plans, recommendations, visits, movements, figures without a number."
)
@click.option(
    "--excel", is_flag=True, help="With --format csv: a byte-order mark and the line ends that Excel expects."
)
@click.option("--raw", is_flag=True, help="With --format csv: text as it stands, for programs and no spreadsheet.")
@click.option("-o", "--output", metavar="FILE", help="Write FILE, whole or not at all, in place of standard output.")
@click.option("--force", is_flag=True, help="Replace the file of -o where it is there.")
def records(
    paths: tuple[str, ...],
    *,
    form: str,
    all_kinds: bool,
    excel: bool,
    raw: bool,
    output: str | None,
    force: bool,
    how: options.Reading,
) -> int:
    """Print every record found in PATHS, with the words it was read from."""
    from cstrack.storage.files import refuse_existing, write_file

    if output is not None:
        refuse_existing(output, force=force)
    register = how.load(paths)
    text = _printed(register, form, all_kinds=all_kinds, excel=excel, raw=raw)
    if output is not None:
        tell(f"written: {write_file(output, text.encode('utf-8'), force=force)}")
    elif form == "table":
        say(text)
    else:
        give(text)
    return exit_code(register.problems)


def _printed(register: Register, form: str, *, all_kinds: bool, excel: bool, raw: bool) -> str:
    if form == "jsonl":
        from cstrack.export.json import json_lines

        return json_lines(register.records, all_kinds=all_kinds)
    if form == "csv":
        from cstrack.export.csv import rows

        return rows(register.records, all_kinds=all_kinds, excel=excel, raw=raw)
    from cstrack.export.table import table

    return table(register, all_kinds=all_kinds) + "\n"
