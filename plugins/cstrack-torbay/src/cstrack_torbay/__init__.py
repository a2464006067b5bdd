"""How Torbay Council writes, and its dashboard for a monitoring group."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.plugin import hookimpl, packaged_profiles, paper_loaders

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cstrack.plugin import Exporter, Loader


@final
@frozen
class Torbay:
    """What Torbay Council brings."""

    @hookimpl
    def cstrack_loaders(self) -> Iterable[Loader]:
        """Its prose papers, by the profile beside this file."""
        return paper_loaders(packaged_profiles(__name__, "torbay.toml"))

    @hookimpl
    def cstrack_exporters(self) -> Iterable[Exporter]:
        """Its own report."""
        from cstrack_torbay.dashboard import Dashboard

        return (Dashboard(),)


plugin = Torbay()
