"""The authorities that answer for children's services in England, and those they took over from since 2009.

The register is a small table of facts beside this module (authorities.csv), read on first use. 153 authorities exist today: 63
unitary (the Isles of Scilly among them), 36 metropolitan, 33 in London and 21 counties. History is many-to-many: Cumbria became
two authorities; Bournemouth, Poole and a part of Dorset became one. Numbers of a predecessor are not those of its successor.

Source:
    DfE, dfe-published-data-qa, las.csv (OGL v3); mySociety, uk_local_authority_names_and_codes (CC BY 4.0); Democracy Club,
    LGSF (MIT). docs/reference/authorities.md says what was taken from which.
"""

from __future__ import annotations

import csv
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, final

from attrs import evolve, frozen

from cstrack.errors import UnknownAuthority
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_NO_LETTER = pattern("values.authority.no_letter", r"[^a-z0-9]++")

#: What stands before and after the name of a place to make the name of a council, longest first.
_BEFORE = (
    "council of the ", "london borough of ", "royal borough of ", "metropolitan borough of ", "borough of ", "city of ",
    "county of ", "county ", "lb of ", "lb ", "the ",
)  # fmt: skip
_BEHIND = (
    " council", " london borough", " london boro", " county", " city", " metropolitan borough", " metropolitan district",
    " metropolitan", " borough", " district", " unitary authority", " unitary", " ua", " mbc", " mdc", " bc", " cc", " lbc", " city of", " county of",
    " local authority", " corporation",
)  # fmt: skip

#: Characters of a name that are looked at; the longest of the register has 45.
LONGEST = 120


class Tier(StrEnum):
    """What kind of authority it is."""

    UNITARY = "unitary"
    METROPOLITAN = "metropolitan"
    LONDON = "london"
    COUNTY = "county"


@final
@frozen(kw_only=True)
class Authority:
    """A local authority with responsibility for children's services.

    Attributes:
        code: GSS code: "E08000015". Where only the code changed (a boundary), the present one.
        dfe: DfE's three-digit code, as text: "344". None for the counties of 2009 that have none of their own.
        name: name of the place: "Wirral".
        official: name of the council: "Wirral Borough Council".
        tier: unitary, metropolitan, London or county.
        region: one of the nine regions.
        start: its first day; None where it was there before 1 April 2009.
        end: the day after its last day; None while it exists.
        former: GSS codes it had before.
        predecessors: codes of the authorities whose area it took over, whole or in part.
        successors: codes of the authorities that took over its area, whole or in part.
        aliases: other names that stand by themselves.
        short: names that mean it only before "Council": "Kingston".
        domains: domain names of its own web pages and committee papers.
    """

    code: str
    dfe: str | None
    name: str
    official: str
    tier: Tier
    region: str
    start: date | None = None
    end: date | None = None
    former: tuple[str, ...] = ()
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()

    @property
    def current(self) -> bool:
        """Whether it has no end, as far as the register knows."""
        return self.end is None

    def on(self, day: date) -> bool:
        """Whether it exists on a day."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def __str__(self) -> str:
        """Name and code, with its years where it is no more."""
        years = "" if self.end is None else f", to {self.end.year}"
        return f"{self.official} ({self.code}{years})"


def fold(name: str) -> str:
    """A name without case, punctuation and "&", for comparing.

    >>> fold("Telford & Wrekin")
    'telford and wrekin'
    """
    return _NO_LETTER.sub(" ", name.casefold().replace("&", " and ").replace("'", "").replace("’", "")).strip()


def _place(folded: str, before: tuple[str, ...] = _BEFORE) -> str:
    """A folded name without what makes it the name of a council: behind it, and before it."""
    bare = folded
    while True:
        head = next((word for word in before if bare.startswith(word)), "")
        tail = next((word for word in _BEHIND if bare.endswith(word)), "")
        if not (head or tail):
            return bare
        bare = bare.removeprefix(head).removesuffix(tail)


def _split(text: str, mark: str = "|") -> tuple[str, ...]:
    return tuple(text.split(mark)) if text else ()


def _row(row: Mapping[str, str]) -> Authority:
    return Authority(
        code=row["code"],
        dfe=row["dfe"] or None,
        name=row["name"],
        official=row["official"],
        tier=Tier(row["tier"]),
        region=row["region"],
        start=date.fromisoformat(row["start"]) if row["start"] else None,
        end=date.fromisoformat(row["end"]) if row["end"] else None,
        former=_split(row["former"], " "),
        successors=_split(row["successors"], " "),
        aliases=_split(row["aliases"]),
        short=_split(row["short"]),
        domains=_split(row["domains"], " "),
    )


@cache
def authorities() -> Mapping[str, Authority]:
    """Every authority of the register by its present GSS code, in order of codes."""
    text = files("cstrack.values").joinpath("authorities.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    read = [_row(row) for row in rows]
    before = {one.code: tuple(old.code for old in read if one.code in old.successors) for one in read}
    return MappingProxyType({one.code: evolve(one, predecessors=before[one.code]) for one in read})


def _by(keys: Iterable[tuple[str, Authority]]) -> dict[str, tuple[Authority, ...]]:
    found: dict[str, dict[str, Authority]] = {}
    for key, one in keys:
        found.setdefault(key, {})[one.code] = one
    return {key: tuple(same.values()) for key, same in found.items()}


@cache
def _by_code() -> dict[str, tuple[Authority, ...]]:
    every = authorities().values()
    return _by((code, one) for one in every for code in (one.code, *one.former, one.dfe) if code)


@cache
def by_name() -> dict[str, tuple[Authority, ...]]:
    """Authorities by each folded name that means them: of the place, of the council, and the others."""
    every = authorities().values()
    return _by((fold(name), one) for one in every for name in (one.name, one.official, *one.aliases, *one.short))


@cache
def _by_place() -> dict[str, tuple[Authority, ...]]:
    """The same without the words of a council; not where those words are part of the place: "City of London"."""
    names = by_name()
    pairs = [(_place(name), one) for name, same in names.items() for one in same]
    return _by((place, one) for place, one in pairs if place in names or _place(fold(one.name)) == fold(one.name))


@cache
def _by_domain() -> dict[str, tuple[Authority, ...]]:
    return _by((domain, one) for one in authorities().values() for domain in one.domains)


def chosen(same: tuple[Authority, ...], on: date | None = None) -> Authority:
    """The one meant among authorities of one name: the one of that day; without a day, the one that still exists."""
    there = [one for one in same if on is not None and one.on(on)] or [one for one in same if one.current]
    return there[0] if there else max(same, key=lambda one: one.end or date.max)


def authority(text: str, on: date | None = None) -> Authority:
    """The authority that a code or a name means.

    Args:
        text: a GSS code (former ones too), DfE's three-digit code, or a name as councils write it: "Wirral", "Metropolitan
            Borough of Wirral", "Wirral MBC".
        on: the day it should exist on, where two had the same name or code ("Somerset" before and after 1 April 2023);
            without it, the one that exists still.

    Raises:
        UnknownAuthority: no authority has this code or name; the error suggests similar names.

    >>> authority("London Borough of Hammersmith & Fulham").code
    'E09000013'
    """
    asked = text.strip()[:LONGEST]
    same = _by_code().get(asked.upper())
    if same is None:
        folded = fold(asked)
        names, places = by_name(), _by_place()
        same = names.get(folded) or names.get(_place(folded, before=())) or places.get(_place(folded))
    if same is None:
        known = sorted({one.name for one in authorities().values()})
        raise UnknownAuthority(text, tuple(get_close_matches(asked.title(), known, n=3, cutoff=0.7)))
    return chosen(same, on)


def by_domain(host: str, on: date | None = None) -> Authority | None:
    """The authority whose own domain a host belongs to; None where it is nobody's.

    Args:
        host: a host, a web address or an e-mail address: "democracy.wirral.gov.uk".
        on: a day, where two authorities had the domain one after the other.

    >>> by_domain("https://democracy.wirral.gov.uk/ieListDocuments.aspx").name
    'Wirral'
    """
    bare = host.strip().casefold().rpartition("//")[2].partition("/")[0].rpartition("@")[2].partition(":")[0]
    labels = bare.rstrip(".").split(".")
    for start in range(len(labels) - 1):
        same = _by_domain().get(".".join(labels[start:]))
        if same is not None:
            return chosen(same, on)
    return None
