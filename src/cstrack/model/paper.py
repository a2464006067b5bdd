"""A paper as read, and the papers it relies on."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.model.record import Record

if TYPE_CHECKING:
    from cstrack.facts.key import KeyEntry
    from cstrack.sources.source import Source
    from cstrack.values.period import Period


@final
@frozen(kw_only=True)
class Paper:
    """One paper of a load.

    Attributes:
        source: the file.
        authority: GSS code; None where the paper does not say.
        authority_basis: how the authority was told: argument, project, head, domain, name; None where it was not.
        title: as printed.
        body: the body it was written for.
        date: the paper's own date.
        date_basis: how the date was told: head, body, name; the last two are inferred.
        loader: id of the loader that read it.
        evidence: why that loader.
        exempt: marked as not for publication.
        sentences: number of sentences read.
        key: what the authority's letters, words and colours mean, where the paper says so.
    """

    source: Source
    authority: str | None = None
    authority_basis: str | None = None
    title: str | None = None
    body: str | None = None
    date: Period | None = None
    date_basis: str | None = None
    loader: str = ""
    evidence: tuple[str, ...] = ()
    exempt: bool = False
    sentences: int = 0
    key: tuple[KeyEntry, ...] = ()


@final
@frozen(kw_only=True)
class PaperRelied(Record):
    """A paper that this one relies on: an appendix, a Cabinet report, minutes.

    Attributes:
        title: as printed.
        held: whether it is among the papers of this load.
    """

    title: str
    held: bool = False
