"""Papers to a register: found, read, given to a loader each, joined. One bad file never stops the others."""

from __future__ import annotations

from os import PathLike, fspath
from typing import TYPE_CHECKING, Literal, TypeAlias

from cstrack.assembly.held import mark_held
from cstrack.comparison.subjects import with_subjects
from cstrack.errors import NothingRead, NotOffered
from cstrack.hooks.contracts import Limits
from cstrack.model.register import Register
from cstrack.problems import Problem, Severity
from cstrack.reading.inputs import find_inputs
from cstrack.workflow.trip import Told, prepare, travel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from cstrack.hooks.contracts import LoadResult
    from cstrack.hooks.plugins import Plugins
    from cstrack.reading.inputs import Input

    #: Is told before each file how many are done, how many there are, and its name; and once at the end.
    Watch: TypeAlias = Callable[[int, int, str], None]


def load(
    paths: str | PathLike[str] | Iterable[str | PathLike[str]],
    *,
    authority: str | None = None,
    loader: str | None = None,
    paper_date: date | str | None = None,
    no_plugins: bool = False,
    disabled: Iterable[str] = (),
    plugins: Plugins | None = None,
    isolation: Literal["none", "process"] = "none",
    jobs: int = 1,
    limits: Limits | None = None,
    project: str | PathLike[str] | Literal[False] | None = None,
    watch: Watch | None = None,
) -> Register:
    """Read papers into one register.

    Args:
        paths: a file, a folder, or several; folders are read with all that is below them.
        authority: whose papers these are, as a code or a name; else the settings, the papers and their addresses tell.
        loader: id of the loader to read every paper with; else each paper's own is found.
        paper_date: the date of papers that carry none.
        no_plugins: use nothing but the core's own rules.
        disabled: names of plugins to leave out, beside those that the settings leave out.
        plugins: what to use in place of the plugins that are installed.
        isolation: ``none`` reads in this process. ``process``, a child process a file, is not offered yet.
        jobs: how many files to read at a time; 1 without isolation.
        limits: how much is taken in of one file.
        project: a cstrack.toml; None looks for one in the folder of the first path and above, False uses none.
        watch: is called before each file with how many are done, how many there are, and its name; and once at the end.

    Returns:
        The records of every paper that could be read, in the order given, and a problem for everything that could not.

    Raises:
        NothingRead: no paper at all could be read.
        UnknownAuthority: no authority has this code or name.
        UnknownName: no loader has this id, or the settings switch off a plugin that is not there.
        InvalidProfile: the settings say something that cannot be meant.
        NotOffered: child processes were asked for.
    """
    if isolation != "none" or jobs != 1:
        raise NotOffered(f"load(isolation={isolation!r}, jobs={jobs})", "isolation='none' and jobs=1")
    asked = [fspath(paths)] if isinstance(paths, str | PathLike) else [fspath(path) for path in paths]
    told = prepare(
        asked[0] if asked else "",
        authority=authority,
        loader=loader,
        paper_date=paper_date,
        no_plugins=no_plugins,
        disabled=tuple(disabled),
        plugins=plugins,
        limits=limits or Limits(),
        project=project,
    )
    register = gather(asked, told, watch)
    if not register.papers:
        reasons = (problem.message for problem in register.problems if problem.severity is Severity.ERROR)
        raise NothingRead(tuple(asked), tuple(reasons))
    return register


def gather(asked: Sequence[str], told: Told, watch: Watch | None = None) -> Register:
    """The register of some paths, without papers where none could be read; the same promise in two papers has one subject.

    Args:
        asked: files and folders.
        told: what the load was told.
        watch: is told how far it is.
    """
    inputs = find_inputs(asked)
    results, problems = _all(inputs.value or (), told, watch)
    papers = tuple(result.paper for result in results)
    records = tuple(record for result in results for record in result.records)
    every = (*told.crew.problems, *inputs.problems, *problems)
    return with_subjects(Register(papers=papers, records=mark_held(records, papers), problems=every))


def _all(inputs: tuple[Input, ...], told: Told, watch: Watch | None) -> tuple[list[LoadResult], list[Problem]]:
    results: list[LoadResult] = []
    problems: list[Problem] = []
    first: dict[str, str] = {}
    for done, found in enumerate(inputs):
        if watch is not None:
            watch(done, len(inputs), found.name)
        outcome = travel(found, told)
        problems.extend(outcome.problems)
        if outcome.value is None:
            continue
        source = outcome.value.paper.source
        if source.sha256 in first:
            problems.append(_repeated(source.name, first[source.sha256]))
            continue
        first[source.sha256] = source.name
        results.append(outcome.value)
    if watch is not None:
        watch(len(inputs), len(inputs), "")
    return results, problems


def _repeated(name: str, first: str) -> Problem:
    return Problem(
        code="input.repeated",
        message=f"{name}: the same file as {first}, so it is counted once",
        severity=Severity.NOTE,
        document=name,
    )
