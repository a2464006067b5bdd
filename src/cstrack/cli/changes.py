"""``cstrack changes``: what moved since the last report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cstrack.cli import options
from cstrack.cli.console import give, say, tell, tell_problems
from cstrack.cli.outcome import exit_code
from cstrack.cli.stored import held, store_among
from cstrack.errors import InvalidProfile
from cstrack.workflow.changing import SUFFIXES, Moved, moved, told, written

if TYPE_CHECKING:
    from datetime import date

    from cstrack.comparison.settled import Settled
    from cstrack.model.change import Step
    from cstrack.model.finding import Finding
    from cstrack.model.history import History
    from cstrack.model.register import Register
    from cstrack.problems import Outcome


@click.command()
@options.paths
@options.reading
@click.option("--since", metavar="REPORT|DATE", help="Compare the last report with this one: a file name, or a day.")
@click.option("--as-of", type=options.Day(), metavar="DATE", help="The day to speak for. Default: today.")
@click.option(
    "--notes", metavar="FILE", help="Decisions on pairs, and comments. Default: beside the store or first file."
)
@click.option(
    "--chase-by", type=options.Day(), metavar="DATE", help="Chase what is due by then. Default: the next report."
)
@click.option("--to", multiple=True, metavar="FILE", help="Also write FILE; its suffix says how. May be given again.")
@click.option("--template", metavar="FILE", help="A Word document whose styles a .docx takes.")
@click.option("--force", is_flag=True, help="Replace files that are there.")
@click.option("--title", default="What changed since the last report", show_default=True, help="Title of the report.")
@click.option("--format", "form", type=click.Choice(["text", "jsonl", "csv"]), default="text", show_default=True)
@click.option("--all", "every", is_flag=True, help="Print every step from report to report, and not the last alone.")
def changes(
    paths: tuple[str, ...],
    *,
    since: str | None,
    as_of: date | None,
    notes: str | None,
    chase_by: date | None,
    to: tuple[str, ...],
    template: str | None,
    force: bool,
    title: str,
    form: str,
    every: bool,
    how: options.Reading,
) -> int:
    """Print what moved between reports: two files or more, or the reports of a store."""
    day = as_of or options.today()
    _refuse(to, force=force)
    settled = _settled(notes, paths[0])
    model = None if template is None else _read_bytes(template)
    register, history = _read(paths, day, how)
    steps = moved(register, settled, since=since, joined=history is None)
    if not steps:
        raise click.UsageError(
            "there is nothing to compare: give two reports of one authority, or a store that holds them"
        )
    outcome = _assessed(register, history, day, how)
    shown = steps if every else _last(steps)
    report = told(shown, register, outcome.value or (), settled, as_of=day, title=title, chase_by=chase_by)
    result = Moved(steps=steps, report=report)
    if form == "text":
        say(written(".txt", result).decode())
    else:
        give(written(f".{form}", result).decode())
    _write(to, result, model, force=force)
    return exit_code((*register.problems, *outcome.problems))


def _refuse(to: tuple[str, ...], *, force: bool) -> None:
    from cstrack.storage.files import refuse_existing

    for name in to:
        if Path(name).suffix.lower() not in SUFFIXES:
            raise click.UsageError(f"{name}: give a file that ends in {', '.join(SUFFIXES)}")
        refuse_existing(name, force=force)


def _read(paths: tuple[str, ...], day: date, how: options.Reading) -> tuple[Register, History | None]:
    store = store_among(paths)
    if store is not None:
        return held(store, day, None)
    return how.load(paths), None


def _assessed(
    register: Register, history: History | None, day: date, how: options.Reading
) -> Outcome[tuple[Finding, ...]]:
    from cstrack.workflow.assessing import assess_contained

    outcome = assess_contained(register, as_of=day, history=history, no_plugins=how.no_plugins, disabled=how.disable)
    tell_problems(outcome.problems, quiet=how.quiet)
    return outcome


def _last(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The last step of each report."""
    followed = {step.before for step in steps}
    return tuple(step for step in steps if step.after not in followed)


def _settled(notes: str | None, first: str) -> Settled:
    """What the notes say: those that were given, else those that lie beside the store or the first file."""
    from cstrack.comparison.settled import NOTHING_SETTLED, read_settled

    path = Path(notes) if notes is not None else Path(first).with_suffix(".notes.toml")
    if notes is None and not path.is_file():
        return NOTHING_SETTLED
    try:
        return read_settled(path.read_text(encoding="utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidProfile(str(path), None, f"the notes cannot be read ({error})") from error


def _read_bytes(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise click.UsageError(f"{path}: the template cannot be read ({error.strerror})") from error


def _write(to: tuple[str, ...], result: Moved, template: bytes | None, *, force: bool) -> None:
    from cstrack.storage.files import write_file

    for name in to:
        try:
            content = written(Path(name).suffix.lower(), result, template)
        except ValueError as error:
            raise click.UsageError(str(error)) from error
        tell(f"written: {write_file(name, content, force=force)}")
