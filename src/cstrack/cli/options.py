"""Arguments and options that several commands take."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import wraps
from typing import TYPE_CHECKING, Any, final

import click
from attrs import fields, frozen

from cstrack.cli.console import progress, tell_problems
from cstrack.errors import BadLimit, NothingRead, UnreadableDate

if TYPE_CHECKING:
    from collections.abc import Callable

    from cstrack.model.register import Register
    from cstrack.workflow.isolation import Isolation
    from cstrack.workflow.told import Told


#: Digits of a number that no limit needs.
_LONG = 16


class Day(click.ParamType[date]):
    """A day as ISO text: 2015-03-31."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or the one line that says what a day looks like."""
        del param, ctx
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise UnreadableDate(value) from error


class Limit(click.ParamType[tuple[str, int]]):
    """A limit of one file: ``seconds=60``."""

    name = "name=number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, int]:
        """The limit's name and its number, or the one line that says what a limit looks like."""
        del param, ctx
        if isinstance(value, tuple):
            return value
        name, _, number = value.partition("=")
        if not (number.isascii() and number.isdigit() and len(number) < _LONG):
            raise BadLimit(name.strip(), repr(number) if number else "nothing: write for example seconds=60")
        return name.strip(), int(number)


def today() -> date:
    """The day of the run: the default of ``--as-of``; with :func:`now` the one place where a clock is read."""
    return datetime.now().astimezone().date()


def now() -> str:
    """The time of the run, ISO text in UTC to the second: when a paper was loaded."""
    return datetime.now(UTC).isoformat(timespec="seconds")


@final
@frozen(kw_only=True)
class Reading:
    """How the papers of a run are read: the options that every reading command takes.

    Attributes:
        authority: whose papers these are, as a code or a name.
        loader: id of the loader to read every paper with.
        paper_date: the date of papers that carry none.
        published: whether everybody may read the papers; None where nothing was said.
        profile: the profile to read workbooks with; empty where none was given.
        no_plugins: use nothing but cstrack's own rules.
        disable: names of plugins to leave out.
        limit: how much of one file is taken in, where it is not as usual: names and numbers.
        quiet: say errors alone.
        isolation: where files are read: in processes of their own, or in this one.
        jobs: how many files to read at a time; None as many as there are processors.
    """

    authority: str | None
    loader: str | None
    paper_date: date | None
    published: bool | None
    profile: str
    no_plugins: bool
    disable: tuple[str, ...]
    limit: tuple[tuple[str, int], ...]
    quiet: bool
    isolation: Isolation = "none"
    jobs: int | None = None

    def load(self, paths: tuple[str, ...]) -> Register:
        """The register of some papers; what could not be read or trusted is told, a line each.

        Raises:
            NothingRead: no paper could be read.
        """
        from cstrack.workflow.loading import gather

        watch = None if self.quiet else progress()
        register = gather(paths, self.told(paths[0]), watch, isolation=self.isolation, jobs=self.jobs)
        tell_problems(register.problems, quiet=self.quiet)
        if not register.papers:
            reasons = ("see the lines above",) if register.problems else ()
            raise NothingRead(paths, reasons)
        return register

    def told(self, first: str) -> Told:
        """What the options and the settings around the first path say."""
        from cstrack.workflow.told import prepare

        return prepare(
            first,
            authority=self.authority,
            loader=self.loader,
            paper_date=self.paper_date,
            published=self.published,
            profile=self.profile,
            no_plugins=self.no_plugins,
            disabled=self.disable,
            plugins=None,
            limits=dict(self.limit),
            project=None,
        )


def paths(command: Callable[..., int]) -> Callable[..., int]:
    """The files and folders to read."""
    return click.argument("paths", nargs=-1, required=True, type=click.Path())(command)


def reading(command: Callable[..., int]) -> Callable[..., int]:
    """The options of :class:`Reading`, handed to the command as one argument ``how``."""

    @wraps(command)
    def gathered(**arguments: Any) -> int:
        how = Reading(**{field.name: arguments.pop(field.name) for field in fields(Reading) if field.name in arguments})
        return command(how=how, **arguments)

    for option in (
        click.option("-q", "--quiet", is_flag=True, help="Say errors alone, no warnings and no progress."),
        click.option(
            "--limit", multiple=True, type=Limit(), help="How much is taken in of one file. May be given again."
        ),
        click.option("--disable", multiple=True, metavar="NAME", help="Leave this plugin out. May be given again."),
        click.option("--no-plugins", is_flag=True, help="Use nothing but cstrack's own rules."),
        click.option("--loader", metavar="ID", help="Read every paper with this loader."),
        click.option("--paper-date", type=Day(), metavar="DATE", help="The date of papers that carry none."),
        click.option("--profile", default="", metavar="FILE", help="Read workbooks with this profile."),
        click.option(
            "--published/--unpublished",
            default=None,
            help="Whether everybody may read the papers. Unless told, workbooks and CSV are unpublished, and their small counts masked.",
        ),
        click.option("--authority", metavar="CODE", help="Whose papers these are: a GSS code, a DfE code or a name."),
    ):
        gathered = option(gathered)
    return gathered


def isolated(command: Callable[..., int]) -> Callable[..., int]:
    """Where files are read; stands above :func:`reading`."""
    return click.option(
        "--isolation",
        type=click.Choice(["process", "none"]),
        default="process",
        show_default=True,
        help="Read each file in a process that can be ended, or all in this one.",
    )(command)


def apart(command: Callable[..., int]) -> Callable[..., int]:
    """Where files are read and how many at a time; stands above :func:`reading`."""
    jobs = click.option(
        "--jobs", type=click.IntRange(min=1), metavar="N", help="Files at a time. Default: as many as processors."
    )
    return isolated(jobs(command))
