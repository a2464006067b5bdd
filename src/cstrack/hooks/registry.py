"""From what is installed to what a run may use: found, wanted, admitted, collected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

from attrs import field, frozen

from cstrack.errors import UnknownName
from cstrack.hooks.admission import BadReturnError, Brought, admit, collect
from cstrack.hooks.contained import Caught, attempt
from cstrack.hooks.discovery import CORE, Offer, discover
from cstrack.hooks.failure import Failure, Phase
from cstrack.hooks.plugins import PluginRow, Plugins, State
from cstrack.values.units import with_definitions
from cstrack.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from cstrack.facts.vocabulary import Vocabulary


@final
@frozen(kw_only=True)
class _Admitted:
    """One plugin after its turn: what it brings, or why it brings nothing."""

    row: PluginRow
    brought: Brought = field(factory=Brought)
    failure: Failure | None = None


def list_plugins(disabled: Collection[str] = ()) -> tuple[PluginRow, ...]:
    """The plugins that are installed; nothing of them is imported.

    Args:
        disabled: names that the project's settings switch off.

    Returns:
        One row a plugin, the core's own first.
    """
    rows = [_row(offer, State.DISABLED if offer.name in disabled else _state(offer)) for offer in discover()]
    return (_core_row(), *rows)


def load_plugins(
    authorities: Collection[str] | None = None,
    *,
    no_plugins: bool = False,
    disabled: Collection[str] = (),
    only: Collection[str] | None = None,
    strict: bool = False,
) -> Plugins:
    """What the plugins of a run offer, our own among them.

    Args:
        authorities: GSS codes of the run; only plugins that serve one of them, or any, are imported. None imports all.
        no_plugins: nothing but the core's own.
        disabled: names of plugins to leave out.
        only: names of the only plugins to use, whomever they serve.
        strict: the first failure is raised.

    Returns:
        What they offer, and who failed.

    Raises:
        UnknownName: ``disabled`` or ``only`` names a plugin that is not installed.
        PluginFailure: a plugin failed while ``strict`` is on.
    """
    offers = () if no_plugins else discover()
    known = tuple(offer.name for offer in offers)
    for asked in (*disabled, *(only or ())):
        if asked not in known and not no_plugins:
            raise UnknownName("plugin", asked, known)

    def wanted(offer: Offer) -> bool:
        if only is not None:
            return offer.name in only
        return authorities is None or not offer.authorities or not offer.authorities.isdisjoint(authorities)

    turns = [_core()]
    for offer in offers:
        if offer.name in disabled:
            turns.append(_Admitted(row=_row(offer, State.DISABLED)))
        elif not wanted(offer):
            turns.append(_Admitted(row=_row(offer, _state(offer))))
        else:
            turns.append(_turn(offer, needed=only is not None or not offer.authorities.isdisjoint(authorities or ())))
        failure = turns[-1].failure
        if strict and failure is not None:
            raise failure.error
    return _joined(turns)


def _core() -> _Admitted:
    """Our own come in through the same doors; a failure of them is no plugin's and is raised."""
    from cstrack.hooks.builtin import plugin

    brought = collect(admit(plugin, CORE), CORE, frozenset())
    return _Admitted(row=_core_row(", ".join(brought.ids)), brought=brought)


def _core_row(detail: str = "cstrack's own") -> PluginRow:
    return PluginRow(name=CORE, distribution="cstrack", version=VERSION, state=State.LOADED, detail=detail)


def _state(offer: Offer) -> State:
    return State.FAILED if offer.refused else State.FOUND


def _row(offer: Offer, state: State, detail: str = "") -> PluginRow:
    return PluginRow(
        name=offer.name,
        distribution=offer.distribution,
        version=offer.version,
        state=state,
        authorities=tuple(sorted(offer.authorities)),
        detail=detail or (offer.refused or "" if state is State.FAILED else ""),
    )


def _turn(offer: Offer, *, needed: bool) -> _Admitted:
    """Import a plugin, look at its hooks, call them; each step may end it."""

    def failed(phase: Phase, message: str, traceback: str = "", code: str = "plugin.failed") -> _Admitted:
        failure = Failure(
            plugin=offer.name,
            distribution=offer.distribution,
            version=offer.version,
            phase=phase,
            message=message,
            authorities=offer.authorities,
            needed=needed,
            code=code,
            traceback=traceback,
        )
        return _Admitted(row=_row(offer, State.FAILED, f"{phase}: {message}"), failure=failure)

    if offer.refused:
        return failed(offer.phase, offer.refused)
    plugin = attempt(offer.entry.load, offer.name)
    if isinstance(plugin, Caught):
        return failed(Phase.IMPORT, plugin.message, plugin.traceback)
    hooks = attempt(lambda: admit(plugin, offer.name), offer.name)
    if isinstance(hooks, Caught):
        return failed(Phase.VALIDATE, hooks.message.removeprefix("NotAdmittedError: "), hooks.traceback)
    brought = attempt(lambda: _bring(hooks, offer), offer.name)
    if isinstance(brought, Caught):
        bad = brought.message.startswith(BadReturnError.__name__)
        told = brought.message.removeprefix(f"{BadReturnError.__name__}: ")
        return failed(Phase.CALL, told, brought.traceback, "plugin.bad_return" if bad else "plugin.failed")
    return _Admitted(row=_row(offer, State.LOADED, ", ".join(brought.ids)), brought=brought)


def _bring(hooks: Mapping[str, Callable[[], Any]], offer: Offer) -> Brought:
    """What a plugin brings; its units are laid into the one register that figures use."""
    brought = collect(hooks, offer.name, offer.authorities)
    with_definitions(brought.by_hook.get("cstrack_units", ()))
    return brought


def _joined(turns: list[_Admitted]) -> Plugins:
    def all_of(hook: str) -> tuple[Any, ...]:
        return tuple(one for turn in turns for one in turn.brought.by_hook.get(hook, ()))

    return Plugins(
        readers=all_of("cstrack_readers"),
        loaders=all_of("cstrack_loaders"),
        checks=all_of("cstrack_checks"),
        exporters=all_of("cstrack_exporters"),
        vocabulary=_merged(all_of("cstrack_vocabularies")),
        units=all_of("cstrack_units"),
        failures=tuple(turn.failure for turn in turns if turn.failure is not None),
        rows=tuple(turn.row for turn in turns),
    )


def _merged(vocabularies: tuple[Vocabulary, ...]) -> Vocabulary:
    """The core's words first: a word that is there keeps its meaning."""
    first, *others = vocabularies
    for other in others:
        for name, terms in other.terms.items():
            first = first.extended(name, terms)
    return first
