"""What was seen in one paper, in words: an account that needs neither the paper nor the plugins that read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias, final

from attrs import asdict, frozen

from cstrack.workflow.sightings import Sighting, sightings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cstrack.hooks.contracts import LoadResult
    from cstrack.hooks.resolver import Choice
    from cstrack.workflow.sightings import Sight

#: What of a file is wanted: its records, an account of what was seen in it, its text, a draft of its profile, or a trial of that.
Wanted: TypeAlias = Literal["records", "account", "text", "draft", "trial"]


@final
@frozen(kw_only=True)
class Account:
    """What was seen in one paper.

    Attributes:
        text: its text, which all citations point into.
        read: as what it was read: kind, encoding, reader.
        chosen: the loader that reads it, and why.
        candidates: of each loader that could read it id, strength, evidence, and what beats it.
        head: what its head tells, a line each.
        rows: how many sentences or rows were read and used.
        seen: everything that was seen, in reading order.
    """

    text: str
    read: str = ""
    chosen: str = ""
    candidates: tuple[tuple[str, ...], ...] = ()
    head: tuple[str, ...] = ()
    rows: str = ""
    seen: tuple[Sighting, ...] = ()


def account_of(sight: Sight) -> Account:
    """The account of a paper that was looked at."""
    source, choice = sight.document.source, sight.choice
    read = ", ".join(part for part in (source.media_type, source.encoding, source.reader) if part)
    loader = f"{choice.loader.id} ({choice.loader.title})" if choice.loader else "none"
    return Account(
        text=sight.document.text,
        read=f"{source.name}: {read}",
        chosen=f"{loader}, because {choice.step.value}",
        candidates=_candidates(choice),
        head=tuple(_head(sight)),
        rows="" if sight.result is None else _rows(sight.result),
        seen=sightings(sight),
    )


def account_to_plain(account: Account) -> dict[str, Any]:
    """An account as dicts, lists and text."""
    return asdict(account)


def account_from_plain(plain: Mapping[str, Any]) -> Account:
    """The account that :func:`account_to_plain` made plain.

    Raises:
        TypeError: it is none.
    """
    told = {
        "candidates": tuple(tuple(row) for row in plain["candidates"]),
        "head": tuple(plain["head"]),
        "seen": tuple(Sighting(**one) for one in plain["seen"]),
    }
    return Account(**{**plain, **told})


def _candidates(choice: Choice) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (one.loader.id, one.strength.name.lower(), "; ".join(one.evidence), one.refined_by or "")
        for one in choice.candidates
    )


def _rows(result: LoadResult) -> str:
    skipped = ", ".join(f"{number} {reason}" for reason, number in result.rows_skipped.items())
    told = f"{result.rows_read} sentences or rows, {result.rows_used} used"
    return f"{told}; left out: {skipped}" if skipped else told


def _head(sight: Sight) -> Iterator[str]:
    from cstrack.export.words import authority_name, basis, when

    if sight.facts is None:
        return
    head = sight.facts.head
    yield f"Title: {head.title or 'not found'}"
    yield f"Body: {head.body or 'not found'}"
    yield f"Date: {when(head.date, 'not found')}" + (f", {basis(head.date_basis)}" if head.date_basis else "")
    told = f", {basis(head.authority_basis)}" if head.authority_basis else ""
    code = f" ({head.authority})" if head.authority else ""
    yield f"Authority: {authority_name(head.authority)}{code}{told}"
    if head.exempt:
        yield "Marked as not for publication"
