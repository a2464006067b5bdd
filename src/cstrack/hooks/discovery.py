"""Which plugins are installed, told from metadata alone: nothing of a plugin is imported here."""

from __future__ import annotations

from importlib.metadata import EntryPoint, EntryPoints, distributions, entry_points
from typing import TYPE_CHECKING, Any, final

from attrs import evolve, frozen

from cstrack.hooks.contained import Caught, attempt
from cstrack.hooks.doors import API_VERSION, GROUP, GROUP_AUTHORITIES, PROJECT
from cstrack.hooks.failure import Phase
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

_GROUPS = pattern("hooks.discovery.group", rf"{PROJECT}\.v([0-9]{{1,4}})")
_NAME = pattern("hooks.discovery.name", r"[a-z][a-z0-9_-]{0,60}")
_GSS = pattern("hooks.discovery.gss", r"E[0-9]{8}")

#: The name of our own plugin, which no other may take.
CORE = "core"


@final
@frozen(kw_only=True)
class Offer:
    """A plugin that is installed.

    Attributes:
        name: its name, the first part of all its ids.
        distribution: what brings it; several names where several claim the name.
        version: version of the distribution.
        entry: how to import it.
        authorities: GSS codes it serves; empty means that it is for every run.
        refused: why it cannot be imported; None where it can.
        phase: at which step it was refused.
    """

    name: str
    distribution: str
    version: str
    entry: EntryPoint
    authorities: frozenset[str] = frozenset()
    refused: str | None = None
    phase: Phase = Phase.NAME


def discover() -> tuple[Offer, ...]:
    """The plugins that are installed, by name.

    Returns:
        One offer a name. Two distributions that claim one name make one offer, refused, that names both.
    """
    entries = _entries()
    plugins = [entry for entry in entries if _GROUPS.fullmatch(entry.group)]
    spoken = {(_distribution(entry), entry.name) for entry in plugins if entry.group == GROUP}
    offers = [
        _offer(entry, [other for other in entries if _distribution(other) == _distribution(entry)])
        for entry in plugins
        if entry.group == GROUP or (_distribution(entry), entry.name) not in spoken
    ]
    return tuple(_settled(offers))


def _entries() -> tuple[EntryPoint, ...]:
    """Every entry point of our groups.

    The metadata of one broken distribution must not hide all others: where reading them together fails, each is read alone.
    """
    together = attempt(entry_points)
    if not isinstance(together, Caught):
        return tuple(
            entry for group in sorted(together.groups) if _ours(group) for entry in together.select(group=group)
        )
    alone = (attempt(lambda one=one: one.entry_points) for one in distributions())  # type: ignore[misc]
    return tuple(entry for found in alone if isinstance(found, EntryPoints) for entry in found if _ours(entry.group))


def _ours(group: str) -> bool:
    return _GROUPS.fullmatch(group.removesuffix(".authorities")) is not None


def _distribution(entry: EntryPoint) -> str:
    return entry.dist.name if entry.dist else "unknown distribution"


def _offer(entry: EntryPoint, siblings: Iterable[EntryPoint]) -> Offer:
    claims = [one for one in siblings if one.group == f"{entry.group}.authorities"]
    plugins = {one.value for one in siblings if one.group == entry.group}
    offer = Offer(
        name=entry.name,
        distribution=_distribution(entry),
        version=entry.dist.version if entry.dist else "",
        entry=entry,
        authorities=frozenset(one.name for one in claims if one.value == entry.value or one.value not in plugins),
    )
    stray = [one.value for one in claims if one.value not in plugins]
    return evolve(offer, **_refusal(offer, stray))


def _refusal(offer: Offer, stray: list[str]) -> dict[str, Any]:
    """Why a plugin cannot be imported, told before it is."""
    if offer.entry.group != GROUP:
        spoken = offer.entry.group.removeprefix(f"{PROJECT}.")
        told = f"it speaks {spoken} of the doors and this cstrack speaks v{API_VERSION}: install a matching version"
        return {"refused": told, "phase": Phase.API}
    odd = sorted(code for code in offer.authorities if not _GSS.fullmatch(code))
    if odd:
        return {"refused": f"{GROUP_AUTHORITIES} names {', '.join(odd)}, which is no GSS code (such as E08000015)"}
    if stray:
        return {"refused": f"{GROUP_AUTHORITIES} points to {stray[0]}, and no plugin of {GROUP} has that value"}
    if not _NAME.fullmatch(offer.name):
        return {"refused": "a plugin's name has small letters, digits and dashes, and begins with a letter"}
    if offer.name == CORE:
        return {"refused": f"{CORE} is the name of cstrack's own plugin: choose another in {GROUP}"}
    return {}


def _settled(offers: Iterable[Offer]) -> Iterable[Offer]:
    """One offer a name: where two distributions claim it neither is loaded, since which one wins would be chance."""
    by_name: dict[str, list[Offer]] = {}
    for offer in offers:
        by_name.setdefault(offer.name, []).append(offer)
    for name in sorted(by_name):
        first, *others = sorted(by_name[name], key=lambda offer: (offer.distribution, offer.version))
        if not others:
            yield first
            continue
        claimants = " and ".join(f"{offer.distribution} {offer.version}".strip() for offer in (first, *others))
        yield evolve(
            first,
            distribution=" and ".join(offer.distribution for offer in (first, *others)),
            version="",
            authorities=first.authorities.union(*(offer.authorities for offer in others)),
            refused=f"{claimants} both claim the name {name}: uninstall one; neither is loaded",
            phase=Phase.NAME,
        )
