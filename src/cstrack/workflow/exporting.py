"""Registers and findings to files, by suffix or by the exporter's id."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cstrack.errors import PluginFailure, UnknownName
from cstrack.export.persons import findings_without_names, register_without_names
from cstrack.hooks.calls import export_with
from cstrack.hooks.contracts import ExportContext
from cstrack.storage.files import refuse_existing, write_file
from cstrack.version import VERSION
from cstrack.workflow.crew import plugins_for
from cstrack.workflow.days import as_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from os import PathLike

    from cstrack.hooks.contracts import Exporter
    from cstrack.hooks.plugins import Plugins
    from cstrack.model.finding import Finding
    from cstrack.model.register import Register
    from cstrack.problems import Outcome

TITLE = "What the papers say"


def export(
    register: Register,
    findings: Sequence[Finding],
    path: str | PathLike[str],
    *,
    exporter: str | None = None,
    as_of: date | str | None = None,
    title: str = TITLE,
    force: bool = False,
    plugins: Plugins | None = None,
) -> Path:
    """Write a register and its findings to a file.

    Args:
        register: what was read.
        findings: what :func:`~cstrack.workflow.assessing.assess` returned.
        path: the file; without ``exporter`` its suffix says how it is written.
        exporter: id of an exporter: ``core.html``, ``wirral.portfolio-summary``.
        as_of: the day the findings speak for, to be printed.
        title: title of the report.
        force: replace a file that is there.
        plugins: whose exporters to use.

    Returns:
        The path of the file, which is whole or not there.

    Raises:
        UnknownName: no exporter has this id, or none writes files of this suffix.
        OtherAuthority: the exporter serves an authority that is not the register's.
        MissingExtra: an optional dependency of this format is not installed.
        OutputExists: the file is there and ``force`` is off.
        NotWritten: the file cannot be written.
        PluginFailure: the exporter failed.
    """
    target = Path(path)
    refuse_existing(target, force=force)
    chosen = exporter_for(target, exporter, plugins or plugins_for())
    outcome = render(register, findings, chosen, as_of=as_of, title=title)
    if outcome.value is None:
        raise PluginFailure(chosen.id, "export", "; ".join(problem.message for problem in outcome.problems))
    return write_file(target, outcome.value, force=force)


def render(
    register: Register,
    findings: Sequence[Finding],
    exporter: Exporter,
    *,
    as_of: date | str | None = None,
    title: str = TITLE,
) -> Outcome[bytes]:
    """The bytes of a file, or why there are none; names of persons are masked before any exporter sees a word."""
    day = None if as_of is None else as_day(as_of)
    context = ExportContext(as_of=day, title=title, version=VERSION)
    return export_with(exporter, register_without_names(register), findings_without_names(findings), context)


def exporter_for(path: Path, asked: str | None, plugins: Plugins) -> Exporter:
    """The exporter that was asked for, or the one whose suffix the file has.

    Only exporters that serve any authority are picked by suffix; the first wins.

    Raises:
        UnknownName: there is none.
    """
    if asked is not None:
        return plugins.exporter(asked)
    general = {one.suffix: one for one in reversed(plugins.exporters) if not one.authorities}
    if path.suffix.lower() not in general:
        raise UnknownName("suffix of a file to write", path.suffix or path.name, tuple(sorted(general)))
    return general[path.suffix.lower()]
