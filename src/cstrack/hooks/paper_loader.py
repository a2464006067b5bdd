"""The loader of prose papers: recognition and assembly joined for one document, by one council's profile or none."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import evolve, field, frozen

from cstrack.assembly.paper import assemble_paper
from cstrack.document.block import BlockKind
from cstrack.facts.profile import CORE, PaperProfile
from cstrack.hooks.contracts import LoadResult, Match, Strength
from cstrack.hooks.paper_account import account
from cstrack.hooks.table_account import account_tables
from cstrack.model.paper import Paper
from cstrack.problems import Problem, Severity
from cstrack.recognition.head import recognise_head
from cstrack.recognition.paper import recognise_paper

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cstrack.document.document import Document
    from cstrack.facts.facts import Facts, Head
    from cstrack.facts.vocabulary import Vocabulary
    from cstrack.hooks.contracts import LoadContext

#: Blocks that are prose; a document of cells alone is a table, which a profile has to map.
PROSE = frozenset({BlockKind.CLAUSE, BlockKind.BULLET, BlockKind.PARAGRAPH})

#: Blocks at the start of a paper that count as its head where its title is not found.
HEAD_BLOCKS = 12


@final
@frozen(kw_only=True)
class PaperLoader:
    """Reads prose papers as one council writes them; without authorities, as anybody does.

    Attributes:
        id: ``<plugin>.<kind>``.
        title: what it reads, for a person.
        authorities: GSS codes it serves; empty means any.
        profile: how the council writes.
        refines: id of the loader that it beats; None for the core's own.
        adjust: changes the facts of a paper before they are judged, where a habit cannot be told as data.
    """

    id: str
    title: str
    authorities: frozenset[str] = frozenset()
    profile: PaperProfile = field(default=CORE)
    refines: str | None = "core.paper"
    adjust: Callable[[Facts, Document], Facts] | None = None

    def recognise(self, document: Document, authority: str | None = None) -> Match | None:
        """Whether it reads this paper.

        Args:
            document: the paper.
            authority: GSS code of the paper's authority where it was told; it counts more than what the page says.

        Returns:
            None for a document without prose, for another authority's paper, and for one whose head lacks one of the profile's
            literals. AUTHORITY where the paper, or the caller, names an authority that it serves; LAYOUT where only the
            literals were found; GENERIC for a loader without authorities.
        """
        if not any(block.kind in PROSE for block in document.blocks):
            return None
        head = recognise_head(
            document, self.profile, authority=authority, authority_basis="argument" if authority else None
        )
        found = self._literals(document, head)
        if found is None:
            return None
        if not self.authorities:
            return Match(strength=Strength.LAYOUT if found else Strength.GENERIC, evidence=found or ("it holds prose",))
        if head.authority in self.authorities:
            return Match(strength=Strength.AUTHORITY, evidence=(*found, f"{head.authority} named by {_basis(head)}"))
        return Match(strength=Strength.LAYOUT, evidence=found) if found and head.authority is None else None

    def load(self, document: Document, context: LoadContext) -> LoadResult:
        """The records of a paper.

        Args:
            document: the paper.
            context: what the load was told.

        Returns:
            Records, sentences by use, and what could not be read or trusted.
        """
        vocabulary = _with_own_words(context.vocabulary, self.profile)
        facts = self.facts(document, context)
        if facts.head.exempt:
            document = evolve(document, source=evolve(document.source, published=False))
        outcome = assemble_paper(document, facts, vocabulary, self.profile)
        records = outcome.value or ()
        used, skipped = account(document, facts, records, self.profile)
        rows, empty = account_tables(facts.tables, records)
        match = self.recognise(document, context.authority)
        return LoadResult(
            paper=self._paper(document, facts, match),
            records=records,
            rows_read=len(facts.sentences) + rows + sum(empty.values()),
            rows_used=used + rows,
            rows_skipped={**skipped, **empty},
            problems=(*self._problems(document, facts.head, context), *outcome.problems),
            empty_because=None if records else "no sentence of it counts, commits, decides, aims or judges",
        )

    def facts(self, document: Document, context: LoadContext) -> Facts:
        """What the page says, before anybody judges what it means."""
        facts = recognise_paper(
            document,
            _with_own_words(context.vocabulary, self.profile),
            self.profile,
            authority=context.authority,
            authority_basis=context.authority_basis,
            paper_date=context.paper_date,
        )
        return self.adjust(facts, document) if self.adjust else facts

    def _paper(self, document: Document, facts: Facts, match: Match | None) -> Paper:
        head = facts.head
        return Paper(
            source=document.source,
            authority=head.authority,
            authority_basis=head.authority_basis,
            title=head.title,
            body=head.body,
            date=head.date,
            date_basis=head.date_basis,
            loader=self.id,
            evidence=match.evidence if match else ("chosen by its id",),
            exempt=head.exempt,
            sentences=len(facts.sentences),
        )

    def _literals(self, document: Document, head: Head) -> tuple[str, ...] | None:
        """The literals as evidence; None where one is missing."""
        if not self.profile.literals:
            return ()
        upto = max(head.ends, HEAD_BLOCKS)
        printed = " ".join(document.plain(block).text for block in document.blocks[:upto]).casefold()
        if not all(folded(literal) in printed for literal in self.profile.literals):
            return None
        return tuple(f"its head prints {literal!r}" for literal in self.profile.literals)

    def _problems(self, document: Document, head: Head, context: LoadContext) -> Iterator[Problem]:
        name = document.source.name
        if head.authority is None:
            told = "the paper does not say whose it is: give --authority CODE, or name the authority in the file's name"
            yield Problem(code="paper.authority_unknown", message=told, document=name)
        elif context.authority is not None:
            printed = recognise_head(document, self.profile)
            if printed.authority_basis == "head" and printed.authority not in (None, context.authority):
                told = f"the paper names {printed.authority} and was loaded as {context.authority}: check --authority"
                yield Problem(code="paper.authority_differs", message=told, document=name)
        if head.date is None:
            told = "the paper carries no date: what is due by it cannot be told; give the date in the file's name (2015-03-31)"
            yield Problem(code="paper.date_unknown", message=told, document=name)
        if head.exempt:
            told = "the paper is marked as not for publication: it is treated as unpublished; keep what is made of it among those who may read it"
            yield Problem(code="paper.exempt", message=told, severity=Severity.ERROR, document=name)


def paper_loaders(
    profiles: tuple[PaperProfile, ...], adjust: Callable[[Facts, Document], Facts] | None = None
) -> tuple[PaperLoader, ...]:
    """Loaders of a council's profiles.

    Args:
        profiles: the council's own first, then its layouts, as :func:`~cstrack.hooks.profile_toml.read_profiles` gives them.
        adjust: changes the facts of a paper before they are judged.

    Returns:
        One loader a profile: the first refines ``core.paper``, each of the others the first.
    """
    first, *layouts = profiles
    refines = [(first, "core.paper"), *((layout, first.id) for layout in layouts)]
    return tuple(
        PaperLoader(
            id=profile.id,
            title=profile.title,
            authorities=frozenset({profile.authority} if profile.authority else ()),
            profile=profile,
            refines=general,
            adjust=adjust,
        )
        for profile, general in refines
    )


def folded(words: str) -> str:
    """Words as they are compared: case, runs of blanks, dashes and quotes folded."""
    from cstrack.document.text import plain
    from cstrack.sources.span import Span

    return plain(words, (Span(0, len(words)),)).text.casefold()


def _basis(head: Head) -> str:
    told = {
        "argument": "the caller",
        "project": "cstrack.toml",
        "head": "its head",
        "domain": "its e-mail or web address",
        "name": "the file's name",
    }
    return told.get(head.authority_basis or "", head.authority_basis or "the paper")


def _with_own_words(vocabulary: Vocabulary, profile: PaperProfile) -> Vocabulary:
    for name, terms in profile.vocabulary.items():
        vocabulary = vocabulary.extended(name, terms)
    return vocabulary
