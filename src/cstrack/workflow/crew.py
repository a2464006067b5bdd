"""The plugins of a run, loaded for each authority when its first paper comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import evolve, field, frozen

from cstrack.values.authority import authority as authority_of

if TYPE_CHECKING:
    from collections.abc import Iterable

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
        asked: what of it this crew was asked for, in order.
    """

    given: Plugins | None = None
    no_plugins: bool = False
    disabled: tuple[str, ...] = ()
    loaded: dict[tuple[str, ...] | None, Plugins] = field(factory=dict)
    asked: dict[tuple[str, ...] | None, Plugins] = field(factory=dict)

    def again(self) -> Crew:
        """The same crew with what it has loaded, asked for nothing yet."""
        return evolve(self, asked={})

    def of(self, code: str | None) -> Plugins:
        """The plugins for a paper of one authority; every plugin for a paper of nobody known."""
        return self._loaded(None if code is None else (code,))

    @property
    def general(self) -> Plugins:
        """The plugins that serve any authority: what may read a file before anybody knows whose it is."""
        return self._loaded(())

    def _loaded(self, codes: tuple[str, ...] | None) -> Plugins:
        from cstrack.hooks.registry import load_plugins

        if codes not in self.asked:
            if self.given is not None:
                self.loaded[codes] = self.given
            elif codes not in self.loaded:
                self.loaded[codes] = load_plugins(codes, no_plugins=self.no_plugins, disabled=self.disabled)
            self.asked[codes] = self.loaded[codes]
        return self.asked[codes]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is to be said about plugins that failed, each once; the gravest saying of each."""
        return gravest(problem for plugins in self.asked.values() for problem in plugins.problems)


def gravest(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Of what is said about each plugin the gravest, in the order in which plugins were first spoken of."""
    told: dict[str | None, Problem] = {}
    for problem in problems:
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
    from cstrack.hooks.registry import load_plugins

    codes = None if authority is None else (authority_of(authority).code,)
    return load_plugins(codes, no_plugins=no_plugins, disabled=disabled)
