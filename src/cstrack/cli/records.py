"""``cstrack records``: every record found, with the words it was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cstrack.cli import options
from cstrack.cli.console import give, say
from cstrack.cli.outcome import exit_code

if TYPE_CHECKING:
    from cstrack.codec.lines import Plain
    from cstrack.model.register import Register


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
        say(_table(register, all_kinds=all_kinds))
    return exit_code(register.problems)


def _table(register: Register, *, all_kinds: bool) -> str:
    from cstrack.codec.lines import lines
    from cstrack.export.text import grid

    rows = [
        [
            str(line["kind"]),
            str(line["label"] or ""),
            _figure(line),
            str(line["period"] or line["due"] or line["on"] or line["due_event"] or ""),
            f"{line['document']}, {line['cell'] or line['section'] or line['start']}",
            str(line["sentence"] or line["quote"] or ""),
        ]
        for line in lines(register.records, all_kinds=all_kinds)
    ]
    headings = ("Kind", "What", "Figure or status", "When", "Document, section", "Words")
    return grid(headings, rows, shares=(1, 3, 2, 2, 2, 5))


def _figure(line: dict[str, Plain]) -> str:
    if line["value"] is None:
        return str(line["status"] or line["outcome"] or line["grade"] or "")
    qualifier = None if line["qualifier"] == "exactly" else line["qualifier"]
    return " ".join(str(part) for part in (line["measure"], qualifier, line["value"], line["unit"]) if part)
