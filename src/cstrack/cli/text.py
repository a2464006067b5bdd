"""``cstrack text``: a paper's text, as every citation counts its characters."""

from __future__ import annotations

import click

from cstrack.cli import options
from cstrack.cli.console import give, tell_problems
from cstrack.cli.outcome import exit_code


@click.command()
@click.argument("file", type=click.Path())
@options.isolated
@options.reading
def text(file: str, *, how: options.Reading) -> int:
    """Print the text of FILE that all citations point into."""
    from cstrack.workflow.looking import look_at

    account, problems = look_at(file, how.told(file), wanted="text", isolation=how.isolation)
    tell_problems(problems, quiet=how.quiet)
    give(account.text)
    return exit_code(problems)
