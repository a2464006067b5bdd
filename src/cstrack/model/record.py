"""What every record carries: whose it is, whom it is about, how firmly it is said, and the words it was read from."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from cstrack.values.figure import Figure
from cstrack.values.missing import NotStated

if TYPE_CHECKING:
    from cstrack.sources.citation import Citation

#: A figure, or the reason and direction of one that is not printed.
Amount: TypeAlias = Figure | NotStated


class About(StrEnum):
    """Whom a record is about.

    Source:
        docs/explanation/fair-reading.md, "Whose fact".
    """

    OWN = "own"
    COUNCIL = "council"
    PARTNER = "partner"
    OTHER_COUNCIL = "other council"
    ENGLAND = "England"


class Actor(StrEnum):
    """Who acts."""

    OWN = "own"
    PARTNER = "partner"
    GOVERNMENT = "government"
    INSPECTORATE = "inspectorate"
    OTHER_COUNCIL = "other council"


class Firmness(StrEnum):
    """How firmly a thing is said, from a resolution down to a member's concern; a counted fact is ``reported``."""

    RESOLVED = "resolved"
    COMMITTED = "committed"
    TRACKED = "tracked"
    AIMED = "aimed"
    EXPECTED = "expected"
    HYPOTHETICAL = "hypothetical"
    OPINION = "opinion"
    CONCERN = "concern"
    REPORTED = "reported"


@frozen(kw_only=True)
class Record:
    """Base of all records; the only class of the model that others inherit from (docs/decisions/0002).

    Attributes:
        id: kind and 16 hexadecimal digits of a SHA-256 over source hash, kind, place and ordinal there.
        authority: GSS code; None where the paper does not say whose it is.
        citations: the words it was read from, the main citation first; never empty.
        subject: the same promise across the papers of a load, named after its first record; empty before they were matched.
        label: a few words a person recognises: "Transport", "social worker vacancy rate".
        about: whom it is about.
        firmness: how firmly it is said.
        rule: the rule that made it.
        inferred: names of the fields that were inferred.
    """

    id: str
    authority: str | None
    citations: tuple[Citation, ...]
    subject: str = ""
    label: str = ""
    about: About = About.OWN
    firmness: Firmness = Firmness.REPORTED
    rule: str = ""
    inferred: tuple[str, ...] = ()

    @property
    def citation(self) -> Citation:
        """The main citation."""
        return self.citations[0]
