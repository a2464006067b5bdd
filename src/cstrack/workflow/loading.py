"""Papers to a register: found, read, given to a loader each, joined. One bad file never stops the others."""

from __future__ import annotations

from contextlib import closing
from os import PathLike, fspath
from typing import TYPE_CHECKING

from cstrack.errors import NothingRead, NotOffered
from cstrack.problems import Problem, Severity
from cstrack.workflow.crew import gravest
from cstrack.workflow.isolation import reading
from cstrack.workflow.jobs import jobs_for
from cstrack.workflow.told import bounds_of, prepare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date
    from typing import Literal, TypeAlias

    from cstrack.hooks.contracts import Limits
    from cstrack.hooks.plugins import Plugins
    from cstrack.model.register import Register
    from cstrack.workflow.arrival import Arrival
    from cstrack.workflow.isolation import Isolation
    from cstrack.workflow.told import Told

    #: Is told before each file how many are done, how many there are, and its name; and once at the end.
    Watch: TypeAlias = Callable[[int, int, str], None]


def load(
    paths: str | PathLike[str] | Iterable[str | PathLike[str]],
    *,
    authority: str | None = None,
    loader: str | None = None,
    paper_date: date | str | None = None,
    published: bool | None = None,
    profile: str | PathLike[str] = "",
    no_plugins: bool = False,
    disabled: Iterable[str] = (),
    plugins: Plugins | None = None,
    isolation: Isolation | None = None,
    jobs: int | None = None,
    limits: Limits | Mapping[str, int] | None = None,
    project: str | PathLike[str] | Literal[False] | None = None,
    watch: Watch | None = None,
) -> Register:
    """Read papers into one register.

    Args:
        paths: a file, a folder, or several; folders and ZIPs of papers are read with all that is below them.
        authority: whose papers these are, as a code or a name; else the settings, the papers and their addresses tell.
        loader: id of the loader to read every paper with; else each paper's own is found.
        paper_date: the date of papers that carry none.
        published: whether everybody may read the files. Where it is None the settings tell, else the kind of each file: workbooks and CSV
            count as unpublished, other papers as published. Small counts of people are masked in what is not published, and a
            paper that is marked as exempt never is.
        profile: a TOML profile to read every workbook with; else the one beside it, those of the settings, and those installed.
        no_plugins: use nothing but the core's own rules.
        disabled: names of plugins to leave out, beside those that the settings leave out.
        plugins: what to use in place of the plugins that are installed.
        isolation: ``process`` reads each file in a process of its own, which is ended where the file exceeds the limits: no
            file can stop the others or this program. ``none`` reads in this process, without limits of time and memory. None is
            ``process``, but ``none`` where ``plugins`` are handed over, since they live in this process alone.
        jobs: how many files to read at a time; None as many as there are processors. ``isolation="none"`` reads one at a time.
        limits: how much is taken in of one file: all limits, or a few by name, such as ``{"seconds": 60}``, the others as the
            settings say.
        project: a cstrack.toml; None looks for one in the folder of the first path and above, False uses none.
        watch: is called before each file with how many are done, how many there are, and its name; and once at the end.

    Returns:
        The records of every paper that could be read, in the order given, and a problem for everything that could not.

    Raises:
        NothingRead: no paper at all could be read.
        UnknownAuthority: no authority has this code or name.
        UnknownName: no loader or limit has this name, or the settings switch off a plugin that is not there.
        InvalidProfile: the settings say something that cannot be meant.
        BadLimit: a limit is no whole number from 1 on, or ``jobs`` is none.
        NotOffered: ``plugins`` were handed over and ``isolation="process"`` was asked for.
        NoWorker: no process can be started here.
    """
    if plugins is not None and isolation == "process":
        raise NotOffered("load(plugins=..., isolation='process')", "isolation='none', or install the plugins")
    asked = [fspath(paths)] if isinstance(paths, str | PathLike) else [fspath(path) for path in paths]
    told = prepare(
        asked[0] if asked else "",
        authority=authority,
        loader=loader,
        paper_date=paper_date,
        published=published,
        profile=profile,
        no_plugins=no_plugins,
        disabled=tuple(disabled),
        plugins=plugins,
        limits=limits,
        project=project,
    )
    register = gather(asked, told, watch, isolation=isolation or ("process" if plugins is None else "none"), jobs=jobs)
    if not register.papers:
        reasons = (problem.message for problem in register.problems if problem.severity is Severity.ERROR)
        raise NothingRead(tuple(asked), tuple(reasons))
    return register


def gather(
    asked: Sequence[str],
    told: Told,
    watch: Watch | None = None,
    *,
    isolation: Isolation = "process",
    jobs: int | None = None,
) -> Register:
    """The register of some paths, without papers where none could be read; the same promise in two papers has one subject.

    Args:
        asked: files and folders.
        told: what the load was told.
        watch: is told how far it is.
        isolation: where files are read.
        jobs: how many at a time.

    Raises:
        BadLimit: ``jobs`` is no whole number from 1 on.
        NoWorker: no process can be started here.
    """
    with reading(told, isolation, jobs_for(jobs)) as reads:
        from cstrack.reading.inputs import find_inputs

        inputs = find_inputs(asked, bounds=bounds_of(told.limits))
        found = inputs.value or ()
        with closing(reads(found, _beginning(watch, len(found)))) as arriving:
            arrived = tuple(arriving)
    if watch is not None:
        watch(len(found), len(found), "")
    return _joined(inputs.problems, arrived)


def _beginning(watch: Watch | None, total: int) -> Callable[[int, str], None]:
    def begun(done: int, name: str) -> None:
        if watch is not None:
            watch(done, total, name)

    return begun


def _joined(problems: tuple[Problem, ...], arrived: tuple[Arrival, ...]) -> Register:
    """One register of all that arrived; a file that came twice counts once."""
    from cstrack.assembly.held import mark_held
    from cstrack.comparison.subjects import with_subjects
    from cstrack.model.register import Register

    first: dict[str, str] = {}
    results = []
    every = [*gravest(problem for arrival in arrived for problem in arrival.plugins), *problems]
    for arrival in arrived:
        every.extend(arrival.problems)
        if arrival.result is None:
            continue
        source = arrival.result.paper.source
        if source.sha256 in first:
            every.append(_repeated(source.name, first[source.sha256]))
            continue
        first[source.sha256] = source.name
        results.append(arrival.result)
    papers = tuple(result.paper for result in results)
    records = tuple(record for result in results for record in result.records)
    return with_subjects(Register(papers=papers, records=mark_held(records, papers), problems=tuple(every)))


def _repeated(name: str, first: str) -> Problem:
    return Problem(
        code="input.repeated",
        message=f"{name}: the same file as {first}, so it is counted once",
        severity=Severity.NOTE,
        document=name,
    )
