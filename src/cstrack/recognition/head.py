"""What a paper's head matter says of itself: title, body, date, authority, and whether it is exempt from publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.facts.facts import Head
from cstrack.facts.profile import CORE
from cstrack.recognition.head_authority import find_authority
from cstrack.recognition.head_dates import find_date
from cstrack.recognition.head_lines import HeadLine, head_lines, is_exempt
from cstrack.recognition.head_titles import find_body, find_title
from cstrack.values.period import day

if TYPE_CHECKING:
    from datetime import date

    from cstrack.document.document import Document
    from cstrack.facts.profile import PaperProfile
    from cstrack.sources.span import Span
    from cstrack.values.period import Period


def recognise_head(
    document: Document,
    profile: PaperProfile = CORE,
    *,
    authority: str | None = None,
    authority_basis: str | None = None,
    paper_date: date | None = None,
) -> Head:
    """What a paper says of itself.

    Args:
        document: the paper.
        profile: how this council writes: the names of its bodies.
        authority: GSS code where it was told; it counts more than anything on the page.
        authority_basis: how it was told: ``argument`` or ``project``.
        paper_date: the paper's date where it was told.

    Returns:
        What was found. A date that is not printed in the head is bounded by what the text speaks of as past and as to come, within
        the year of the file's name where that gives one, and its basis says so; the authority is None where nothing names it.
    """
    ends, lines = head_lines(document)
    evidence: list[tuple[str, Span]] = []
    title = find_title(document, lines, profile)
    body = find_body(lines, profile)
    found = _date(document, lines, paper_date)
    whose = (authority, authority_basis or "argument", None) if authority else find_authority(document, lines, found[0])
    for name, span in (
        ("title", title.span if title else None),
        ("body", body[1] if body else None),
        ("date", found[2]),
        ("authority", whose[2]),
    ):
        evidence.extend([(name, span)] if span else [])
    return Head(
        title=title.text if title else None,
        body=body[0] if body else None,
        date=found[0],
        date_basis=found[1],
        authority=whose[0],
        authority_basis=whose[1] if whose[0] else None,
        exempt=is_exempt(document, ends),
        block=title.block if title else None,
        ends=ends,
        evidence=tuple(evidence),
    )


def _date(
    document: Document, lines: tuple[HeadLine, ...], told: date | None
) -> tuple[Period | None, str | None, Span | None]:
    if told is not None:
        return day(told), "argument", None
    return find_date(document, lines)
