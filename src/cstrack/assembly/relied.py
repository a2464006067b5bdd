"""Papers relied on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.facts.statement import StatementKind
from cstrack.model.paper import PaperRelied

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.assembly.grounds import Grounds
    from cstrack.facts.statement import Statement


def assemble_relied(grounds: Grounds, statements: Sequence[Statement]) -> tuple[PaperRelied, ...]:
    """The papers that this one relies on, each once, in reading order; whether they are held is told later."""
    return tuple(
        PaperRelied(
            **grounds.shared("relied", one, label=one.word("title")), title=one.word("title") or grounds.words(one)
        )
        for one in statements
        if one.kind is StatementKind.PAPER_RELIED
    )
