r"""Which authorities a stretch of plain text names, and where.

The names of the register are laid into one tree, so that a text is read once whatever the number of names. The longest name
wins: "Cheshire West and Chester" is no Chester, "Nottinghamshire" no Nottingham. Places that only contain a name are told apart
by their neighbours ("North Devon", "Derbyshire Dales", "Durham University", "Kent Road"), and people by theirs ("Councillor
Bolton"). A place is no council: :attr:`Naming.as_council` says whether the words name one.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.values.authority import authorities, by_name, chosen, fold
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from datetime import date

    from cstrack.values.authority import Authority

_GAP = r"[.,]?[ \t\n\u00a0-]{1,4}"
_BLANK = r"[ \t\n\u00a0]{1,4}"
_FRONT = rf"(?:council{_BLANK}of{_BLANK}the|(?:(?:london|royal|metropolitan){_BLANK})?borough{_BLANK}of|city{_BLANK}of){_BLANK}"
_BEHIND = (
    rf"{_BLANK}(?:(?:metropolitan|borough|city|county|district|unitary){_BLANK}){{0,3}}"
    rf"(?:council|corporation|local{_BLANK}authority|mbc|mdc|lbc|cc|bc|ua)(?!\w)"
)

#: Before a name: another place that contains it, or a body of that place.
_OTHER_BEFORE = pattern(
    "values.naming.other_before",
    r"""(?:(?<!\w)(?:north|south|east|west|mid|greater|upper|lower|inner|outer|new|northern|southern|eastern|western)[ -]
        |(?<!\w)(?:university|bishop|archbishop|diocese|archdiocese|duke|earl|port|bank|battle|castle)[ ]of[ ])\Z""",
    re.IGNORECASE,
)
#: Behind a name: a street, a building, or another place that begins with it.
_OTHER_BEHIND = pattern(
    "values.naming.other_behind",
    r"""[ ](?:road|street|lane|avenue|drive|close|terrace|square|gardens|house|hall|court|castle|station|university|college
        |school|hospital|infirmary|prison|rovers|wanderers|united|dales|moorlands|coastal|heath|coldfield|hills|downs
        |st\.?[ ]edmunds|west[ ]and[ ]taunton|room|city[ ]region|combined[ ]authority)(?!\w)""",
    re.IGNORECASE,
)
#: Before a name: the title of one person, or of several in a list; or an initial.
_PERSON_BEFORE = pattern(
    "values.naming.person_before",
    r"""(?:(?<!\w)(?i:councillor|cllr|mr|mrs|ms|miss|dr|prof|professor|sir|dame|lord|lady|mayor|alderman|judge|rev)\.?[ ]
          (?:[A-Z][A-Za-z.'’-]{0,30}[ ]){0,3}
        |(?<!\w)(?i:councillors|cllrs|messrs)[ ]
          (?:(?:[A-Z][A-Za-z.'’-]{0,30}|and|&),?[ ]){0,20}
        |(?<![\w.])[A-Z]\.[ ]?)\Z""",
)
#: Where a sentence or a line begins: a capital says nothing there.
_BEGINNING = pattern("values.naming.beginning", r"(?:\A|[.!?:;][ ]|\n[ \t]{0,20}(?:[-•*][ ])?)\Z")
#: Names that are words as well.
WORDS = frozenset({"reading", "bury"})
#: How far to either side the neighbours of a name are looked at.
REACH = 160


@final
@frozen(kw_only=True)
class Naming:
    """An authority, where a text names it.

    Attributes:
        authority: which.
        start: offset of the first character of its name, with the words around it that make it a council.
        end: offset behind the last one.
        as_council: the words name the council ("Wirral Council", "London Borough of Brent"), not only the place.
    """

    authority: Authority
    start: int
    end: int
    as_council: bool


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """The folded names of places, by what must hold before one is taken: a council behind it, capitals, or nothing."""
    every = authorities().values()
    short = {fold(name) for one in every for name in one.short}
    capitals = {fold(name) for one in every for name in one.aliases if name.isupper()}
    others = {fold(name) for one in every for name in (one.name, *one.aliases)} - capitals
    return {"short": tuple(sorted(short)), "capitals": tuple(sorted(capitals)), "others": tuple(sorted(others))}


def _tree(words: list[str]) -> str:
    """An expression that matches the longest of some folded names and reads each character once."""
    branches = [
        (_GAP if head == " " else head) + _tree([word[1:] for word in words if word[:1] == head])
        for head in sorted({word[0] for word in words if word})
    ]
    if not branches:
        return ""
    inner = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{inner})?" if "" in words else inner


@cache
def _pattern() -> re.Pattern[str]:
    names = {name for same in _names().values() for name in same}
    tree = _tree(sorted(names | {name.replace(" and ", mark) for name in names for mark in (" & ", "&")}))
    return pattern(
        "values.naming.named",
        rf"(?<![\w@/-])(?P<front>{_FRONT})?(?P<name>{tree})(?P<behind>{_BEHIND})?(?!\w|-[a-z]{{1,6}}-|\.gov|@)",
        re.IGNORECASE,
    )


def _is_other(text: str, start: int, end: int) -> bool:
    """Whether the neighbours of a name make it another place: "North Devon", "Kent Road"."""
    before = _OTHER_BEFORE.search(text[max(0, start - REACH) : start])
    return before is not None or _OTHER_BEHIND.match(text[end : end + REACH]) is not None


def _is_bare_name(text: str, found: re.Match[str]) -> bool:
    """Whether a name that no council follows can be taken for the place."""
    name, folded = found["name"], fold(found["name"])
    before = text[max(0, found.start() - REACH) : found.start()]
    if folded in _names()["short"] or (folded in _names()["capitals"] and not name.isupper()):
        return False
    if folded in WORDS and not name.isupper() and _BEGINNING.search(before):
        return False
    return _PERSON_BEFORE.search(before) is None


@cache
def _officials() -> frozenset[str]:
    return frozenset(fold(one.official) for one in authorities().values())


def _is_council(found: re.Match[str]) -> bool:
    """Whether the words name a council: "Council" behind the place, a borough before it, or the whole its official name."""
    front = (found["front"] or "").casefold()
    return found["behind"] is not None or "borough" in front or "council" in front or fold(found[0]) in _officials()


def _authority(found: re.Match[str], on: date | None) -> Authority:
    """The authority of a name; without a day, the whole name may tell which: "Somerset County Council"."""
    whole = by_name().get(fold(found[0])) if on is None else None
    return chosen(whole or by_name()[fold(found["name"])], on)


def named_in(text: str, on: date | None = None) -> tuple[Naming, ...]:
    """The authorities that a text names, in reading order.

    Args:
        text: plain text; a name broken over a line end is one name.
        on: the day the text speaks of, where two authorities had the same name one after the other.

    Returns:
        One naming for each time a name stands there; a name in lower case is none.

    >>> [(one.authority.code, one.as_council) for one in named_in("Wirral Council met Cheshire West & Chester")]
    [('E08000015', True), ('E06000050', False)]
    """
    namings = []
    for found in _pattern().finditer(text):
        as_council = _is_council(found)
        if not found["name"][0].isupper() or _is_other(text, found.start(), found.end()):
            continue
        if as_council or _is_bare_name(text, found):
            namings.append(
                Naming(authority=_authority(found, on), start=found.start(), end=found.end(), as_council=as_council)
            )
    return tuple(namings)
