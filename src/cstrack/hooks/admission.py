"""A plugin's object looked at before anything of it is used, and what its hooks bring, typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

import pluggy
from attrs import field, frozen

from cstrack.facts.vocabulary import Vocabulary
from cstrack.hooks.contracts import Check, Exporter, Loader, Reader
from cstrack.hooks.doors import HOOKS, PROJECT, Doors

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: What each hook brings.
KINDS: Mapping[str, type] = {
    "cstrack_readers": Reader,
    "cstrack_loaders": Loader,
    "cstrack_checks": Check,
    "cstrack_exporters": Exporter,
    "cstrack_vocabularies": Vocabulary,
    "cstrack_units": str,
}


class NotAdmittedError(Exception):
    """The plugin's hooks are not those of the doors."""


class BadReturnError(Exception):
    """A hook returned something of the wrong kind."""


@final
@frozen(kw_only=True)
class Brought:
    """What one plugin brings.

    Attributes:
        by_hook: hook -> what it returned, in order.
    """

    by_hook: Mapping[str, tuple[Any, ...]] = field(factory=dict)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its readers, loaders, checks and exporters, in order."""
        return tuple(one.id for hook in HOOKS for one in self.by_hook.get(hook, ()) if hasattr(one, "id"))


def admit(plugin: object, name: str) -> Mapping[str, Callable[[], Any]]:
    """The hooks of a plugin, checked by pluggy alone with it.

    A plugin manager that refuses a plugin may keep half of it, and a misspelt hook is silent until somebody asks; so each plugin is
    registered alone, and whatever is pending is refused.

    Args:
        plugin: an instance, or a module.
        name: the plugin's name.

    Returns:
        Hook -> the function that implements it.

    Raises:
        NotAdmittedError: a hook is misspelt, takes an argument it is not given, is not marked, or is a wrapper; or there is none.
    """
    trial = pluggy.PluginManager(PROJECT)
    trial.add_hookspecs(Doors)
    try:
        trial.register(plugin, name)
        trial.check_pending()
    except pluggy.PluginValidationError as error:
        raise NotAdmittedError(_explained(str(error))) from error
    unmarked = [hook for hook in dir(plugin) if hook.startswith(f"{PROJECT}_") and not _known(plugin, hook, trial)]
    if unmarked:
        raise NotAdmittedError(f"{unmarked[0]} is not marked: write @hookimpl above it, or name it differently")
    found = {hook: getattr(trial.hook, hook).get_hookimpls() for hook in HOOKS}
    if any(one.wrapper or one.hookwrapper for many in found.values() for one in many):
        raise NotAdmittedError("it wraps a hook, which would let it change what other plugins bring")
    if not any(found.values()):
        raise NotAdmittedError(f"it implements no hook: give it one of {', '.join(HOOKS)}, marked with @hookimpl")
    return {hook: many[0].function for hook, many in found.items() if many}


def _known(plugin: object, hook: str, trial: pluggy.PluginManager) -> bool:
    """Whether a function is registered, or is the empty one that a plugin inherits from the doors."""
    if getattr(getattr(plugin, hook), "__func__", None) is getattr(Doors, hook, ...):
        return True
    return any(one.plugin is plugin for one in getattr(trial.hook, hook).get_hookimpls()) if hook in HOOKS else False


def _explained(told: str) -> str:
    """The message of pluggy in one line, without the object's address."""
    lines = [line.strip() for line in told.splitlines() if line.strip()]
    reason = " ".join(lines[1:] or lines)
    return f"{reason} The hooks are {', '.join(HOOKS)}; none takes an argument"


def collect(hooks: Mapping[str, Callable[[], Any]], name: str, authorities: frozenset[str]) -> Brought:
    """Call a plugin's hooks and look at what they return.

    Args:
        hooks: hook -> function.
        name: the plugin's name, with which all ids begin.
        authorities: GSS codes that its metadata claims.

    Returns:
        What it brings. Generators are run to their end here, where a late error is still the plugin's.

    Raises:
        BadReturnError: something is of the wrong kind, or breaks what the contracts say.
    """
    brought = Brought(by_hook={hook: _drained(hook, function()) for hook, function in hooks.items()})
    ids: set[str] = set()
    for hook, many in brought.by_hook.items():
        for one in many:
            _look_at(hook, one, name, authorities)
            if hook not in {"cstrack_vocabularies", "cstrack_units"}:
                if f"{hook} {one.id}" in ids:
                    raise BadReturnError(f"{hook} returned two of the id {one.id}")
                ids.add(f"{hook} {one.id}")
    return brought


def _drained(hook: str, returned: Any) -> tuple[Any, ...]:
    if isinstance(returned, str) or not hasattr(returned, "__iter__"):
        raise BadReturnError(f"{hook} returned {_told(returned)}; it has to return several, such as a tuple")
    return tuple(returned)


def _look_at(hook: str, one: Any, name: str, authorities: frozenset[str]) -> None:
    kind = KINDS[hook]
    fits = isinstance(one, kind) and not isinstance(one, type)
    if not fits:
        raise BadReturnError(f"{hook} returned {_told(one)}, which is no {kind.__name__}{_lacking(one, kind)}")
    if kind is str and (not one.strip() or "\n" in one):
        raise BadReturnError(f"{hook} returned {one[:40]!r}; each definition of a unit is one line")
    if kind in {str, Vocabulary}:
        return
    if not isinstance(one.id, str) or not one.id.startswith(f"{name}.") or one.id == f"{name}.":
        raise BadReturnError(
            f"{hook} returned one with the id {one.id!r}; ids of this plugin begin with {name!r} and a stop"
        )
    if kind in {Loader, Exporter}:
        _look_at_authorities(hook, one, authorities)
    if kind is Exporter and not (isinstance(one.suffix, str) and one.suffix.startswith(".")):
        raise BadReturnError(f"{one.id} has the suffix {one.suffix!r}; a suffix begins with a stop")


def _look_at_authorities(hook: str, one: Loader | Exporter, authorities: frozenset[str]) -> None:
    if not isinstance(one.authorities, frozenset):
        raise BadReturnError(
            f"{one.id} has authorities of the type {type(one.authorities).__name__}; a frozenset of GSS codes is due"
        )
    strangers = sorted(one.authorities - authorities)
    if hook == "cstrack_loaders" and strangers:
        raise BadReturnError(
            f"{one.id} serves {', '.join(strangers)}, which its entry points do not say: "
            "add a line to the group cstrack.v1.authorities, or the plugin is not loaded for it"
        )


def _lacking(one: Any, kind: type) -> str:
    wanted = [name for name in ("id", "title", *_METHODS.get(kind.__name__, ())) if not hasattr(one, name)]
    return f": it has no {', '.join(wanted)}" if wanted and not isinstance(one, (str, int, dict, type(None))) else ""


_METHODS: Mapping[str, tuple[str, ...]] = {
    "Reader": ("media_types", "recognise", "read"),
    "Loader": ("authorities", "refines", "recognise", "load"),
    "Check": ("check",),
    "Exporter": ("suffix", "authorities", "export"),
}


def _told(one: Any) -> str:
    return f"the class {one.__name__}" if isinstance(one, type) else f"{type(one).__name__} {str(one)[:40]!r}"
