"""The plugins of a run, loaded for each authority when its first paper comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import field, frozen

from cstrack.hooks.registry import load_plugins
from cstrack.values.authority import authority as authority_of

if TYPE_CHECKING:
    from cstrack.hooks.plugins import Plugins
    from cstrack.problems import Problem


@final
@frozen(kw_only=True)
class Crew:
    """Plugins by authority: of a council's plugin nothing is imported until a paper of that council is read.

    Attributes:
        given: plugins that the caller handed over; nothing else is then used.
        no_plugins: nothing but the core's own.
        disabled: names of plugins that the project switches off.
        loaded: what was loaded so far, by the GSS codes it was loaded for.
    """

    given: Plugins | None = None
    no_plugins: bool = False
    disabled: tuple[str, ...] = ()
    loaded: dict[tuple[str, ...] | None, Plugins] = field(factory=dict, init=False)

    def of(self, code: str | None) -> Plugins:
        """The plugins for a paper of one authority; every plugin for a paper of nobody known."""
        return self._loaded(None if code is None else (code,))

    @property
    def general(self) -> Plugins:
        """The plugins that serve any authority: what may read a file before anybody knows whose it is."""
        return self._loaded(())

    def _loaded(self, codes: tuple[str, ...] | None) -> Plugins:
        if self.given is not None:
            return self.given
        if codes not in self.loaded:
            self.loaded[codes] = load_plugins(codes, no_plugins=self.no_plugins, disabled=self.disabled)
        return self.loaded[codes]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the run says about plugins that failed, each once; the gravest saying of each."""
        told: dict[str | None, Problem] = {}
        loaded = (self.given,) if self.given is not None else self.loaded.values()
        for plugins in loaded:
            for problem in plugins.problems:
                known = told.get(problem.plugin)
                if known is None or _gravity(problem) > _gravity(known):
                    told[problem.plugin] = problem
        return tuple(told.values())


def _gravity(problem: Problem) -> int:
    return tuple(type(problem.severity)).index(problem.severity)


def plugins_for(authority: str | None = None, *, no_plugins: bool = False, disabled: tuple[str, ...] = ()) -> Plugins:
    """The plugins that a run for one authority may use; every plugin where no authority is named.

    Raises:
        UnknownAuthority: no authority has this code or name.
    """
    codes = None if authority is None else (authority_of(authority).code,)
    return load_plugins(codes, no_plugins=no_plugins, disabled=disabled)
