"""The loader of workbooks that a TOML profile maps."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, final

from attrs import evolve, frozen

from cstrack.facts.facts import Facts
from cstrack.facts.vocabulary import default_vocabulary
from cstrack.hooks.contracts import Match, Strength
from cstrack.hooks.table_loader import TABLE, table_result
from cstrack.recognition.head import recognise_head
from cstrack.recognition.tables_keys import key_entries
from cstrack.recognition.tables_mapped import mapped_tables, names

if TYPE_CHECKING:
    from cstrack.document.document import Document
    from cstrack.facts.table import Table
    from cstrack.facts.table_profile import TableProfile
    from cstrack.hooks.contracts import LoadContext, LoadResult

#: Tables that the evidence names.
_NAMED = 5


@final
@frozen(kw_only=True)
class ProfileLoader:
    """Reads the workbooks that a profile maps; no code of anybody runs for it.

    Attributes:
        profile: the profile.
    """

    profile: TableProfile

    @property
    def id(self) -> str:
        """The profile's id."""
        return self.profile.id

    @property
    def title(self) -> str:
        """The profile's title."""
        return self.profile.title

    @property
    def authorities(self) -> frozenset[str]:
        """The profile's authority; empty for anybody's."""
        return frozenset() if self.profile.authority is None else frozenset({self.profile.authority})

    @property
    def refines(self) -> str | None:
        """What the heads of tables alone tell is beaten."""
        return TABLE

    def recognise(self, document: Document) -> Match | None:
        """Whether the workbook is of the profile's layout: its name, its sheets, its words, and the heads of a table.

        Returns:
            AUTHORITY where the workbook names the profile's authority or holds the words that the profile asks for, LAYOUT where its
            heads are there; None for every other.
        """
        profile, name = self.profile, document.source.name.rpartition("!")[2].rpartition("/")[2]
        if not document.grids or not _is_among(name, profile.filenames):
            return None
        missing = [one for one in profile.sheets if not any(names(grid.name, (one,)) for grid in document.grids)]
        words = document.text.casefold()
        if missing or any(one.casefold() not in words for one in profile.must_contain):
            return None
        tables = self.tables(document)
        if not tables:
            return None
        sheets = dict.fromkeys(document.grids[table.grid].name for table in tables)
        evidence = tuple(f"{sheet} has the heads of the profile" for sheet in list(sheets)[:_NAMED])
        own = profile.authority is not None and recognise_head(document).authority == profile.authority
        strength = Strength.AUTHORITY if own or profile.must_contain else Strength.LAYOUT
        return Match(strength=strength, evidence=evidence)

    def load(self, document: Document, context: LoadContext) -> LoadResult:
        """The records of the tables that the profile maps.

        Args:
            document: the workbook.
            context: what the load was told.

        Returns:
            Records, rows by use, and what could not be read or trusted.
        """
        profile = self.profile
        authority = context.authority or profile.authority
        basis = context.authority_basis or ("profile" if profile.authority else None)
        head = recognise_head(document, authority=authority, authority_basis=basis, paper_date=context.paper_date)
        vocabulary = context.vocabulary
        status = {**vocabulary.words("status"), **profile.status}
        vocabulary = evolve(vocabulary, terms={**vocabulary.terms, "status": status})
        tables, problems = mapped_tables(document, head, vocabulary, profile)
        evidence = (f"the profile {profile.path or profile.id}",)
        facts = Facts(head=head, tables=tables, key=(*key_entries(document), *profile.key))
        return table_result(document, facts, vocabulary, self.id, evidence, problems)

    def tables(self, document: Document) -> tuple[Table, ...]:
        """The tables of a workbook that the profile maps."""
        return mapped_tables(document, recognise_head(document), default_vocabulary(), self.profile)[0]


def _is_among(name: str, wanted: tuple[str, ...]) -> bool:
    return not wanted or any(fnmatchcase(name.casefold(), one.casefold()) for one in wanted)
