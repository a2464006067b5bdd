"""``cstrack report``: load, assess, print the tables, write the files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import evolve

from cstrack.cli import options
from cstrack.cli.console import give, say, tell, tell_problems
from cstrack.cli.outcome import PRIORITIES, exit_code
from cstrack.cli.stored import held, store_among
from cstrack.errors import CstrackError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from cstrack.hooks.contracts import Exporter
    from cstrack.model.finding import Finding
    from cstrack.model.history import History
    from cstrack.model.register import Register
    from cstrack.problems import Problem

#: Standard output as the name of a file.
STDOUT = "-"


@click.command()
@options.paths
@options.apart
@options.reading
@click.option("--as-of", type=options.Day(), metavar="DATE", help="The day the report speaks for. Default: today.")
@click.option(
    "--known-on", type=options.Day(), metavar="DATE", help="Of a store: leave out what was loaded after this day."
)
@click.option(
    "--to", "to", multiple=True, metavar="FILE", help="Also write FILE; its suffix says how. May be given again."
)
@click.option("--exporter", metavar="ID", help="Write the file of -o with this exporter: see cstrack plugins.")
@click.option("-o", "--output", metavar="FILE", help="The file that --exporter writes; - is standard output.")
@click.option("--force", is_flag=True, help="Replace files that are there.")
@click.option("--title", default="What the papers say", show_default=True, help="Title of the report.")
@click.option("--format", "form", type=click.Choice(["text", "findings-jsonl"]), default="text", show_default=True)
@click.option(
    "--fail-on",
    type=click.Choice([priority.value for priority in PRIORITIES]),
    help="End with 1 where a point to check has this priority or a higher one.",
)
def report(
    paths: tuple[str, ...],
    *,
    as_of: date | None,
    known_on: date | None,
    to: tuple[str, ...],
    exporter: str | None,
    output: str | None,
    force: bool,
    title: str,
    form: str,
    fail_on: str | None,
    how: options.Reading,
) -> int:
    """Print what the papers of PATHS, or of a store, promise, decide, spend and count, and what a person should check."""
    from cstrack.workflow.assessing import assess_contained

    day = as_of or options.today()
    targets = _targets(to, exporter, output, how, force=force)
    register, history = _read(paths, day, known_on, how)
    assessed = assess_contained(register, as_of=day, history=history, no_plugins=how.no_plugins, disabled=how.disable)
    tell_problems(assessed.problems, quiet=how.quiet)
    register = evolve(register, problems=(*register.problems, *assessed.problems))
    findings = assessed.value or ()
    if output != STDOUT:
        _print(register, findings, day, title, form)
    failed = tuple(_write(targets, register, findings, day, title, force=force))
    return exit_code((*register.problems, *failed), findings, fail_on)


def _read(
    paths: tuple[str, ...], day: date, known_on: date | None, how: options.Reading
) -> tuple[Register, History | None]:
    store = store_among(paths)
    if store is not None:
        return held(store, day, known_on)
    if known_on is not None:
        raise click.UsageError("--known-on asks what a store held, and no store was given")
    return how.load(paths), None


def _targets(
    to: tuple[str, ...], exporter: str | None, output: str | None, how: options.Reading, *, force: bool
) -> tuple[tuple[str, Exporter], ...]:
    """Every file with what writes it, found before anything is read: a slip of the pen should cost no time."""
    from cstrack.storage.files import refuse_existing
    from cstrack.workflow.crew import plugins_for
    from cstrack.workflow.exporting import exporter_for

    if (exporter is None) != (output is None):
        raise click.UsageError("--exporter ID and -o FILE go together")
    wanted = [(name, None) for name in to] + ([(output, exporter)] if output is not None else [])
    if not wanted:
        return ()
    for name, _ in wanted:
        if name != STDOUT:
            refuse_existing(name, force=force)
    plugins = plugins_for(how.authority, no_plugins=how.no_plugins, disabled=how.disable)
    return tuple((name, exporter_for(Path(name), asked, plugins)) for name, asked in wanted)


def _print(register: Register, findings: tuple[Finding, ...], day: date, title: str, form: str) -> None:
    from cstrack.export.persons import findings_without_names, register_without_names

    register, findings = register_without_names(register), findings_without_names(findings)
    if form == "findings-jsonl":
        from cstrack.export.findings import finding_lines

        give(finding_lines(findings))
        return
    from cstrack.export.compose import compose
    from cstrack.export.text import render
    from cstrack.hooks.contracts import ExportContext
    from cstrack.version import VERSION

    say(render(compose(register, findings, ExportContext(as_of=day, title=title, version=VERSION))))


def _write(
    targets: tuple[tuple[str, Exporter], ...],
    register: Register,
    findings: tuple[Finding, ...],
    day: date,
    title: str,
    *,
    force: bool,
) -> Iterator[Problem]:
    """Write every file; one that fails or is refused stops no other, and the first refusal ends the run."""
    from cstrack.storage.files import write_file
    from cstrack.workflow.exporting import render

    refused: list[CstrackError] = []
    for name, exporter in targets:
        try:
            outcome = render(register, findings, exporter, as_of=day, title=title)
        except CstrackError as error:
            refused.append(error)
            continue
        tell_problems(outcome.problems)
        yield from outcome.problems
        if outcome.value is None:
            continue
        if name == STDOUT:
            give(outcome.value.decode("utf-8", errors="replace"))
        else:
            tell(f"written: {write_file(name, outcome.value, force=force)}")
    if refused:
        raise refused[0]
