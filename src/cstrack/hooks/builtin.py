"""What is our own comes in through the same doors as what is a stranger's."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.facts.profile import CORE
from cstrack.hooks.doors import hookimpl

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cstrack.facts.vocabulary import Vocabulary
    from cstrack.hooks.contracts import Check, Exporter, Loader, Reader


@final
@frozen
class Core:
    """The core's own readers, loaders, checks, exporters and words.

    Each is imported when its hook is called: listing plugins needs none of them.
    """

    @hookimpl
    def cstrack_readers(self) -> Iterable[Reader]:
        """Text and Markdown papers."""
        from cstrack.hooks.builtin_readers import READERS

        return READERS

    @hookimpl
    def cstrack_loaders(self) -> Iterable[Loader]:
        """Any prose paper, whoever's it is, and tables whose heads are known."""
        from cstrack.hooks.paper_loader import PaperLoader
        from cstrack.hooks.table_loader import TableLoader

        return (PaperLoader(id=CORE.id, title=CORE.title, profile=CORE, refines=None), TableLoader())

    @hookimpl
    def cstrack_checks(self) -> Iterable[Check]:
        """The checks of the assessment room."""
        from cstrack.assessment.checks import CHECKS

        return CHECKS

    @hookimpl
    def cstrack_exporters(self) -> Iterable[Exporter]:
        """The formats of the export room."""
        from cstrack.export.exporters import EXPORTERS

        return EXPORTERS

    @hookimpl
    def cstrack_vocabularies(self) -> Iterable[Vocabulary]:
        """The words of the field."""
        from cstrack.facts.vocabulary import default_vocabulary

        return (default_vocabulary(),)


plugin = Core()
