"""``cstrack profile``: a first profile of a workbook, whether a profile can be meant, and what it reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from attrs import evolve

from cstrack.cli import options
from cstrack.cli.console import give, say, tell, tell_problems
from cstrack.cli.outcome import exit_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cstrack.facts.key import KeyEntry
    from cstrack.facts.table_profile import TableProfile


@click.group()
def profile() -> None:
    """Draft, check and try the profile of a tracker or budget workbook."""


@profile.command()
@click.argument("file", type=click.Path())
@options.isolated
@options.reading
@click.option("-o", "--output", metavar="PROFILE", help="Write PROFILE in place of standard output.")
@click.option("--force", is_flag=True, help="Replace the file of -o where it is there.")
def draft(file: str, *, output: str | None, force: bool, how: options.Reading) -> int:
    """Write a first profile of the workbook FILE, with comments on what to look at."""
    from cstrack.storage.files import refuse_existing, write_file
    from cstrack.workflow.looking import look_at

    if output is not None:
        refuse_existing(output, force=force)
    account, problems = look_at(file, how.told(file), wanted="draft", isolation=how.isolation)
    tell_problems(problems, quiet=how.quiet)
    if output is None:
        give(account.text)
    else:
        tell(f"written: {write_file(output, account.text.encode('utf-8'), force=force)}")
    return exit_code(problems)


@profile.command()
@click.argument("files", nargs=-1, required=True, type=click.Path())
def check(files: tuple[str, ...]) -> int:
    """Say whether each profile of FILES can be meant; where it cannot, the line and what was probably meant."""
    from cstrack.errors import InvalidProfile
    from cstrack.hooks.profile_toml import read_profiles
    from cstrack.hooks.table_profile_toml import is_paper_profile, read_table_profile
    from cstrack.reading.profiles import profile_bytes

    wrong = 0
    for file in files:
        try:
            content = profile_bytes(file)
            if is_paper_profile(content):
                say(f"{file}: {', '.join(one.id for one in read_profiles(content, file))}: a profile of papers")
            else:
                say("\n".join(_told(read_table_profile(content, file), file)))
        except InvalidProfile as error:
            tell(f"error: {error}")
            wrong += 1
    return 2 if wrong else 0


def _told(found: TableProfile, file: str) -> Iterator[str]:
    yield f"{file}: {found.id}, for {found.authority or 'any authority'}"
    for table in found.tables:
        sheets = ", ".join(table.sheets) or "every sheet"
        yield f"  {table.kind.value} on {sheets}: {', '.join(table.columns)}"
    if found.key:
        yield f"  key: {_key(found.key)}"


def _key(key: Iterable[KeyEntry]) -> str:
    """What each line of a key that is understood stands for."""
    return ", ".join(
        f"{one.printed or f'#{one.colour}'} is {one.standing.value}" for one in key if one.standing is not None
    )


@profile.command("try")
@click.argument("file", type=click.Path())
@options.isolated
@options.reading
@click.option("--rows", type=click.IntRange(min=1), default=5, show_default=True, help="Rows shown of each table.")
def attempt(file: str, *, rows: int, how: options.Reading) -> int:
    """Read the workbook FILE with its profile and print its columns, the first records of each table, and what is wrong."""
    from cstrack.export.table import table
    from cstrack.model.register import Register
    from cstrack.workflow.looking import arrival_at

    arrived = arrival_at(file, how.told(file), wanted="trial", isolation=how.isolation)
    assert arrived.account is not None, "arrival_at raises where there is none"
    problems = (*arrived.plugins, *arrived.problems)
    tell_problems(problems, quiet=how.quiet)
    say("\n".join((arrived.account.chosen, *arrived.account.head)))
    if arrived.result is None:
        return exit_code(problems)
    if arrived.result.paper.key:
        say(f"\nKey: {_key(arrived.result.paper.key)}")
    records = arrived.result.records
    kinds = tuple(dict.fromkeys(map(type, records)))
    shown = tuple(one for kind in kinds for one in [same for same in records if type(same) is kind][:rows])
    counts = ", ".join(f"{sum(type(one) is kind for one in records)} {kind.__name__}" for kind in kinds)
    say(f"\nRecords: {counts or 'none'}; the first {rows} of each:\n")
    say(table(evolve(Register(papers=(arrived.result.paper,)), records=shown), all_kinds=True))
    return exit_code(problems)
