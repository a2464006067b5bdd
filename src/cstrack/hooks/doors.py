"""The doors: the hooks a plugin may implement, and the markers it does so with.

pluggy only registers. What comes in through a door is a typed thing of :mod:`cstrack.hooks.contracts`, and the core calls its
methods itself, one plugin at a time, so that one that fails takes nobody's results with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cstrack.facts.vocabulary import Vocabulary
    from cstrack.hooks.contracts import Check, Exporter, Loader, Reader

#: The project's name for pluggy.
PROJECT = "cstrack"

#: The version of the doors that this cstrack speaks. It stands in the name of the entry-point group, so that a plugin made for
#: another version is refused before any of its code runs.
API_VERSION = 1

#: Entry-point group of plugins: name = plugin, value = ``package:plugin``.
GROUP = f"{PROJECT}.v{API_VERSION}"

#: Entry-point group that says whom a plugin serves: name = GSS code, value = that of the plugin.
GROUP_AUTHORITIES = f"{GROUP}.authorities"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


class Doors:
    """Every hook. All take no argument, all collect: each plugin's results stand beside those of the others."""

    @hookspec
    def cstrack_readers(self) -> Iterable[Reader]:
        """Readers: the bytes of one kind of file -> a document."""
        return ()

    @hookspec
    def cstrack_loaders(self) -> Iterable[Loader]:
        """Loaders: a document -> records."""
        return ()

    @hookspec
    def cstrack_checks(self) -> Iterable[Check]:
        """Checks: a register -> points to check."""
        return ()

    @hookspec
    def cstrack_exporters(self) -> Iterable[Exporter]:
        """Exporters: a register and its findings -> the bytes of a file."""
        return ()

    @hookspec
    def cstrack_vocabularies(self) -> Iterable[Vocabulary]:
        """Further words of the field; a word that the core knows keeps its meaning."""
        return ()

    @hookspec
    def cstrack_units(self) -> Iterable[str]:
        """Lines of unit definitions, as pint reads them: ``place = [placement]``."""
        return ()


#: The names of the hooks.
HOOKS: tuple[str, ...] = tuple(name for name in vars(Doors) if name.startswith("cstrack_"))
