"""``cstrack text``: a paper's text, as every citation counts its characters."""

from __future__ import annotations

import click

from cstrack.cli import options
from cstrack.cli.console import give, tell_problems
from cstrack.cli.outcome import exit_code


@click.command()
@click.argument("file", type=click.Path())
@options.reading
def text(file: str, *, how: options.Reading) -> int:
    """Print the text of FILE that all citations point into."""
    from cstrack.workflow.looking import read_paper

    outcome = read_paper(file, how.told(file))
    tell_problems(outcome.problems, quiet=how.quiet)
    give(outcome.value.text if outcome.value is not None else "")
    return exit_code(outcome.problems)
