"""Everything that came in through the doors, as one frozen value that the rest takes as an argument."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar, final

from attrs import field, frozen

from cstrack.errors import UnknownName
from cstrack.facts.vocabulary import Vocabulary

if TYPE_CHECKING:
    from cstrack.hooks.contracts import Check, Exporter, Loader, Reader
    from cstrack.hooks.failure import Failure
    from cstrack.problems import Problem

N = TypeVar("N", bound="Reader | Loader | Check | Exporter")


class State(StrEnum):
    """Where a plugin stands in a run."""

    FOUND = "found"  # installed; this run had no need of it, so nothing of it was imported
    LOADED = "loaded"
    DISABLED = "disabled"
    FAILED = "FAILED"


@final
@frozen(kw_only=True)
class PluginRow:
    """One line of ``cstrack plugins``.

    Attributes:
        name: the plugin.
        distribution: what brings it.
        version: version of the distribution.
        state: where it stands.
        authorities: GSS codes it serves, in order; empty means any.
        detail: what it offers, or why it failed.
    """

    name: str
    distribution: str
    version: str
    state: State
    authorities: tuple[str, ...] = ()
    detail: str = ""


@final
@frozen(kw_only=True)
class Plugins:
    """What the plugins of a run offer.

    Attributes:
        readers: the core's first, then by name of the plugin.
        loaders: likewise.
        checks: likewise.
        exporters: likewise.
        vocabulary: the words of the field with those that plugins add.
        units: lines of unit definitions that plugins add.
        failures: plugins that could not be used.
        rows: every plugin that is installed, by name.
    """

    readers: tuple[Reader, ...] = ()
    loaders: tuple[Loader, ...] = ()
    checks: tuple[Check, ...] = ()
    exporters: tuple[Exporter, ...] = ()
    vocabulary: Vocabulary = field(factory=lambda: Vocabulary(terms={}))
    units: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    rows: tuple[PluginRow, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the run says about plugins that failed."""
        return tuple(failure.problem for failure in self.failures)

    def loader(self, asked: str) -> Loader:
        """The loader of an id.

        Raises:
            UnknownName: there is none.
        """
        return _named("loader", asked, self.loaders)

    def exporter(self, asked: str) -> Exporter:
        """The exporter of an id.

        Raises:
            UnknownName: there is none.
        """
        return _named("exporter", asked, self.exporters)

    def distribution_of(self, asked: str) -> str:
        """What brings the plugin whose id, or whose loader's or exporter's id, this is."""
        name = plugin_of(asked)
        return next((row.distribution for row in self.rows if row.name == name), name)

    def failed_for(self, authority: str | None) -> tuple[Failure, ...]:
        """The failed plugins that claim to serve an authority."""
        return tuple(failure for failure in self.failures if authority in failure.authorities)


def plugin_of(asked: str) -> str:
    """The plugin that an id belongs to.

    >>> plugin_of("wirral.portfolio-summary")
    'wirral'
    """
    return asked.partition(".")[0]


def _named(kind: str, asked: str, offered: tuple[N, ...]) -> N:
    found = next((one for one in offered if one.id == asked), None)
    if found is None:
        raise UnknownName(kind, asked, tuple(sorted(one.id for one in offered)))
    return found
