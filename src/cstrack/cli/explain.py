"""``cstrack explain``: which loader reads a paper and why, and what was seen on each line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cstrack.cli import options
from cstrack.cli.console import say, tell_problems
from cstrack.cli.outcome import exit_code

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.workflow.account import Account
    from cstrack.workflow.sightings import Sighting


@click.command()
@click.argument("file", type=click.Path())
@options.isolated
@options.reading
@click.option("--line", type=click.IntRange(min=1), metavar="N", help="What was seen on this line of the text alone.")
@click.option("--words", metavar="TEXT", help="What was seen on lines that print these words.")
def explain(file: str, *, line: int | None, words: str | None, how: options.Reading) -> int:
    """Say which loader reads FILE and why, what its head tells, and what was seen on each line."""
    from cstrack.workflow.looking import look_at

    account, problems = look_at(file, how.told(file), isolation=how.isolation)
    tell_problems(problems, quiet=how.quiet)
    narrow = line is not None or words is not None
    if not narrow:
        say("\n".join(_overview(account)))
    lines = account.text.split("\n")
    wanted = _wanted(lines, line, words)
    seen = [one for one in account.seen if not narrow or one.line in wanted]
    say(_table(seen) if seen else _nothing(lines, wanted, narrow=narrow))
    return exit_code(problems)


def _overview(account: Account) -> Iterator[str]:
    yield account.read
    yield f"Loader: {account.chosen}"
    yield from ("", _candidates(account.candidates), "")
    yield from account.head
    if account.rows:
        yield f"Read: {account.rows}"
    yield ""


def _candidates(rows: Sequence[Sequence[str]]) -> str:
    from cstrack.export.text import grid

    heads = ("Candidate", "Strength", "Evidence", "Beaten by")
    return grid(heads, rows, shares=(2, 1, 4, 2)) if rows else "No candidate."


def _wanted(lines: Sequence[str], line: int | None, words: str | None) -> frozenset[int]:
    printing = (
        number for number, text in enumerate(lines, 1) if words is not None and words.casefold() in text.casefold()
    )
    return frozenset([*printing, *([line] if line is not None else [])])


def _table(seen: Sequence[Sighting]) -> str:
    from cstrack.export.text import grid

    rows = [[str(one.line), one.kind, one.words, one.told] for one in seen]
    return grid(("Line", "Seen", "Words", "As what, by which rule"), rows, shares=(1, 1, 4, 4))


def _nothing(lines: Sequence[str], wanted: frozenset[int], *, narrow: bool) -> str:
    if not narrow:
        return "Nothing was seen in this paper."
    if not wanted:
        return "No line prints these words."
    shown = [f"line {number}: {lines[number - 1].strip()[:100]}" for number in sorted(wanted) if number <= len(lines)]
    return "\n".join(["Nothing was seen on", *(shown or ["a line that the text does not have"])])
