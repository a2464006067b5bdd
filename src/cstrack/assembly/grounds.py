"""What every record made of a statement shares: id, citations, label, whom it is about, how firmly it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

from attrs import field, frozen

from cstrack.assembly.titles import label_of
from cstrack.assembly.whom import about_of
from cstrack.document.block import BlockKind
from cstrack.model.identity import record_id
from cstrack.model.record import Actor, Firmness

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cstrack.document.document import Document
    from cstrack.facts.facts import Facts
    from cstrack.facts.profile import PaperProfile
    from cstrack.facts.statement import Sentence, Statement
    from cstrack.facts.vocabulary import Vocabulary
    from cstrack.sources.citation import Citation
    from cstrack.sources.span import Span


@final
@frozen(kw_only=True, eq=False)
class Grounds:
    """A paper while its statements become records.

    Attributes:
        document: the paper.
        facts: what was recognised in it.
        vocabulary: the words of the field.
        profile: how this council writes.
        texts: plain text of each block that a statement stands in.
        sentences: sentences by block.
    """

    document: Document
    facts: Facts
    vocabulary: Vocabulary
    profile: PaperProfile
    texts: Mapping[int, str]
    sentences: Mapping[int, tuple[Sentence, ...]]
    _used: dict[tuple[str, int], int] = field(factory=dict)

    def words(self, statement: Statement) -> str:
        """The statement's words, plain."""
        return self.texts[statement.block][statement.start : statement.end]

    def sentence(self, statement: Statement) -> str:
        """The sentence, or sentences, around a statement, plain; of a statement in a cell the words of its row."""
        if self.document.blocks[statement.block].kind is BlockKind.CELL:
            row = self._row(statement.span)
            if row:
                return row
        around = [
            one
            for one in self.sentences.get(statement.block, ())
            if one.start < statement.end and statement.start < one.end
        ]
        text = self.texts[statement.block]
        return text[around[0].start : around[-1].end] if around else self.words(statement)

    def _row(self, span: Span) -> str | None:
        for grid in self.document.grids:
            for cells in grid.rows:
                if any(cell.span is not None and cell.span.overlaps(span) for cell in cells):
                    return " | ".join(filter(None, (" ".join(cell.text.split()) for cell in cells)))
        return None

    def cite(self, statement: Statement) -> tuple[Citation, ...]:
        """The statement's own words first, then its lead-in and where its dates were read."""
        blocks = self.document.blocks
        own = self.document.cite(statement.span, blocks[statement.block], self.sentence(statement))
        others: list[Citation] = []
        if statement.lead is not None and statement.lead != statement.block:
            others.append(self.document.cite(blocks[statement.lead].span, blocks[statement.lead]))
        others += [self._cited(span) for span in statement.marks if not statement.span.contains(span)]
        return (own, *others)

    def _cited(self, span: Span) -> Citation:
        block = next(one for one in self.document.blocks if one.span.contains(span))
        return self.document.cite(span, block)

    def shared(
        self, kind: str, statement: Statement, *, label: str | None = None, firmness: Firmness | None = None
    ) -> dict[str, Any]:
        """The fields that every record has."""
        key = (kind, statement.span.start)
        ordinal = self._used.get(key, 0)
        self._used[key] = ordinal + 1
        words = self.words(statement)
        return {
            "id": record_id(kind, self.document.source.sha256, str(statement.span.start), ordinal),
            "authority": self.facts.head.authority,
            "citations": self.cite(statement),
            "label": label or label_of(words, self.vocabulary, self.profile),
            "about": about_of(words, self.facts.head.authority, actor_of(statement), self.profile),
            "firmness": firmness or Firmness(statement.word("firmness") or "reported"),
            "rule": statement.rule,
            "inferred": tuple(dict.fromkeys(name.split(".")[0] for name in statement.inferred)),
        }


def actor_of(statement: Statement) -> Actor | None:
    """Who acts in a statement, where its words say."""
    word = statement.word("actor")
    return Actor(word) if word else None
