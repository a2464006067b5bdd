"""``cstrack explain``: which loader reads a paper and why, and what was seen on each line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cstrack.cli import options
from cstrack.cli.console import say, tell_problems
from cstrack.cli.outcome import exit_code
from cstrack.cli.sightings import Sighting, sightings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstrack.hooks.resolver import Choice
    from cstrack.workflow.looking import Sight


@click.command()
@click.argument("file", type=click.Path())
@options.reading
@click.option("--line", type=click.IntRange(min=1), metavar="N", help="What was seen on this line of the text alone.")
@click.option("--words", metavar="TEXT", help="What was seen on lines that print these words.")
def explain(file: str, *, line: int | None, words: str | None, how: options.Reading) -> int:
    """Say which loader reads FILE and why, what its head tells, and what was seen on each line."""
    from cstrack.workflow.looking import look

    sight = look(file, how.told(file))
    tell_problems(sight.problems, quiet=how.quiet)
    narrow = line is not None or words is not None
    if not narrow:
        say("\n".join(_overview(sight)))
    wanted = _wanted(sight, line, words)
    seen = [one for one in sightings(sight) if not narrow or one.line in wanted]
    say(_table(seen) if seen else _nothing(sight, wanted, narrow=narrow))
    return exit_code(sight.problems)


def _overview(sight: Sight) -> Iterator[str]:
    source, choice = sight.document.source, sight.choice
    read = ", ".join(part for part in (source.media_type, source.encoding, source.reader) if part)
    yield f"{source.name}: {read}"
    chosen = f"{choice.loader.id} ({choice.loader.title})" if choice.loader else "none"
    yield f"Loader: {chosen}, because {choice.step.value}"
    yield from ("", _candidates(choice), "")
    yield from _head(sight)
    if sight.result is not None:
        skipped = ", ".join(f"{number} {reason}" for reason, number in sight.result.rows_skipped.items())
        yield f"Read: {sight.result.rows_read} sentences or rows, {sight.result.rows_used} used" + (
            f"; left out: {skipped}" if skipped else ""
        )
    yield ""


def _candidates(choice: Choice) -> str:
    from cstrack.export.text import grid

    rows = [
        [one.loader.id, one.strength.name.lower(), "; ".join(one.evidence), one.refined_by or ""]
        for one in choice.candidates
    ]
    return (
        grid(("Candidate", "Strength", "Evidence", "Beaten by"), rows, shares=(2, 1, 4, 2)) if rows else "No candidate."
    )


def _head(sight: Sight) -> Iterator[str]:
    from cstrack.export.words import authority_name, basis, when

    if sight.facts is None:
        return
    head = sight.facts.head
    yield f"Title: {head.title or 'not found'}"
    yield f"Body: {head.body or 'not found'}"
    yield f"Date: {when(head.date, 'not found')}" + (f", {basis(head.date_basis)}" if head.date_basis else "")
    told = f", {basis(head.authority_basis)}" if head.authority_basis else ""
    code = f" ({head.authority})" if head.authority else ""
    yield f"Authority: {authority_name(head.authority)}{code}{told}"
    if head.exempt:
        yield "Marked as not for publication"


def _wanted(sight: Sight, line: int | None, words: str | None) -> frozenset[int]:
    lines = sight.document.text.split("\n")
    printing = (
        number for number, text in enumerate(lines, 1) if words is not None and words.casefold() in text.casefold()
    )
    return frozenset([*printing, *([line] if line is not None else [])])


def _table(seen: list[Sighting]) -> str:
    from cstrack.export.text import grid

    rows = [[str(one.line), one.kind, one.words, one.told] for one in seen]
    return grid(("Line", "Seen", "Words", "As what, by which rule"), rows, shares=(1, 1, 4, 4))


def _nothing(sight: Sight, wanted: frozenset[int], *, narrow: bool) -> str:
    if not narrow:
        return "Nothing was seen in this paper."
    if not wanted:
        return "No line prints these words."
    lines = sight.document.text.split("\n")
    shown = [f"line {number}: {lines[number - 1].strip()[:100]}" for number in sorted(wanted) if number <= len(lines)]
    return "\n".join(["Nothing was seen on", *(shown or ["a line that the text does not have"])])
