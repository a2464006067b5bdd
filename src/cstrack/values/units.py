"""Canonical units, and the pint register behind them.

A unit is a code: ``GBP``, ``count``, ``FTE``, ``percent``, ``percentage_point``, ``per_10000``, ``day``, ``working_day`` ..., or a
compound: ``count/month``, ``GBP/week``. units.txt beside this module defines them. What is counted is a unit too: a quantity of
children has a dimension of its own, so pint refuses to add pounds, or families, to children.

pint is imported when a quantity is first asked for, and the register is built then, behind a lock; all threads share it. Only
:func:`with_definitions`, and the first meeting of a new noun, add to it, behind the same lock.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from importlib.resources import files
from threading import RLock
from typing import TYPE_CHECKING, Any

from cstrack.errors import InvalidProfile, UnknownName
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

_LOCK = RLock()

_DEFINITION = pattern(
    "values.units.definition",
    r"""[ ]{0,8}+(?P<name>[A-Za-z][A-Za-z0-9_]{0,60}+)[ ]{0,8}+=[ ]{0,8}+
        (?: \[ [a-z_]{1,60}+ \]
          | (?: [0-9]{1,12} (?: \.[0-9]{1,12} )?+ [ ]{0,8}+\*[ ]{0,8}+ )?+ (?P<units>[A-Za-z][A-Za-z0-9_]{0,60}+ (?: [ ]?[*/][ ]?[A-Za-z][A-Za-z0-9_]{0,60}+ ){0,4} ) )
        (?P<aliases> (?: [ ]{0,8}+=[ ]{0,8}+[A-Za-z][A-Za-z0-9_]{0,60}+ ){0,4} )[ ]{0,8}+""",
)
_NAME = pattern("values.units.name", r"[A-Za-z][A-Za-z0-9_]*+")
_NOT_IN_A_NAME = pattern("values.units.not_in_a_name", r"\W++")

#: Units as papers print them, folded, and their codes. The code itself and its plural need no entry.
PRINTED = {
    "£": "GBP", "gbp": "GBP", "pound": "GBP", "pounds": "GBP", "": "count", "number": "count", "numberstring": "count",
    "fte": "FTE", "wte": "FTE", "full time equivalent": "FTE", "whole time equivalent": "FTE",
    "%": "percent", "per cent": "percent", "pp": "percentage_point", "% point": "percentage_point", "percentage point": "percentage_point",
    "per 1,000": "per_1000", "per 10,000": "per_10000", "per 100,000": "per_100000", "per 1000": "per_1000",
    "per 10000": "per_10000", "per 100000": "per_100000", "working day": "working_day", "fold": "times", "score": "point",
    "annum": "year",
}  # fmt: skip


#: What lies between the parts of a compound.
_PER = pattern("values.units.per", r"[ ]?/[ ]?|[ ]per[ ]|[ ](?:a|an|each)[ ]")
#: Definitions that were added to those of units.txt, by the name they define.
_ADDED: dict[str, str] = {}


def _definitions() -> list[str]:
    text = files("cstrack.values").joinpath("units.txt").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def codes() -> frozenset[str]:
    """Every code and alias that units.txt defines."""
    return frozenset(name for line in _definitions() for name in _names_of(line))


def _names_of(line: str) -> tuple[str, ...]:
    """The names that a definition gives: the unit and its aliases."""
    found = _DEFINITION.fullmatch(line)
    return (found["name"], *_NAME.findall(found["aliases"])) if found else ()


@cache
def _build() -> Any:
    from pint import UnitRegistry

    made: Any = UnitRegistry(None, non_int_type=Decimal)
    made.load_definitions([*_definitions(), *dict.fromkeys(_ADDED.values())])
    return made


def registry() -> Any:
    """The one pint register of cstrack, built when it is first asked for."""
    with _LOCK:
        return _build()


def _unknown(line: str) -> str:
    """What is wrong with a definition; empty when nothing is."""
    found = _DEFINITION.fullmatch(line)
    if found is None:
        return f"cannot read {line[:80]!r} as the definition of a unit: write 'bed_night = [bed_nights]' or 'fortnight = 14 * day'"
    known = codes() | _ADDED.keys()
    taken = [name for name in _names_of(line) if name in known]
    if taken:
        return f"the unit {taken[0]!r} is defined already: choose another name"
    strange = [name for name in _NAME.findall(found["units"] or "") if name not in known]
    return f"{line[:80]!r} builds on {strange[0]!r}, which no definition names" if strange else ""


def with_definitions(lines: Iterable[str]) -> None:
    """Add units to the register: those that plugins bring.

    Args:
        lines: definitions as pint reads them: ``bed_night = [bed_nights]``, ``fortnight = 14 * day``. A line that was added before is
            no fault.

    Raises:
        InvalidProfile: a line cannot be read, builds on a unit that is not there, or defines one that is; the lines before it stay.
    """
    with _LOCK:
        for number, line in enumerate(lines, 1):
            if line.strip() in _ADDED.values():
                continue
            wrong = _unknown(line)
            if wrong:
                raise InvalidProfile("units of a plugin", number, wrong)
            if _build.cache_info().currsize:
                registry().define(line.strip())
            _ADDED.update(dict.fromkeys(_names_of(line), line.strip()))


def _noun_unit(noun: str) -> str:
    """The name of the unit that counts a noun, defined when the noun is first met."""
    name = _NOT_IN_A_NAME.sub("_", noun.casefold()).strip("_") or "thing"
    own = f"{name} = [{name}]"
    if not name[0].isalpha() or name in codes() or _ADDED.get(name, own) != own:
        name = f"counted_{name}"
    with _LOCK:
        if name not in _ADDED:
            registry().define(f"{name} = [{name}]")
            _ADDED[name] = f"{name} = [{name}]"
    return name


def quantity(value: Decimal, code: str, noun: str | None = None) -> Any:
    """A pint Quantity.

    Args:
        value: the number.
        code: canonical code of its unit.
        noun: what is counted; a count of it is a quantity of that noun and adds to nothing else.

    Raises:
        UnknownName: no unit has this code.

    >>> str(quantity(Decimal(5), "count/month", "child"))
    '5 child / month'
    """
    known = codes() | _ADDED.keys()
    parts = code.split("/")
    if not all(part in known for part in parts):
        raise UnknownName("unit", code, tuple(sorted(codes())))
    if noun and parts[0] == "count":
        parts[0] = _noun_unit(noun)
    return registry().Quantity(value, "/".join(parts))


def canonical(text: str) -> str:
    """The code of a unit as a paper prints it.

    Raises:
        UnknownName: the words are no unit.

    >>> canonical("Working Days"), canonical("% points"), canonical("£ per week")
    ('working_day', 'percentage_point', 'GBP/week')
    """
    folded = " ".join(text.casefold().replace("-", " ").replace("_", " ").split())
    code = _code(folded)
    if code is None:
        head, *rest = _PER.split(folded)
        found = [_code(part) for part in (head, *rest)]
        if not rest or None in found:
            raise UnknownName("unit", text, tuple(sorted(codes())))
        code = "/".join(part for part in found if part)
    return code


def _code(folded: str) -> str | None:
    by_words = {name.casefold().replace("_", " "): name for name in (*_ADDED, *sorted(codes()))}
    for words in (folded, folded.removesuffix("s"), folded.removesuffix(" children")):
        code = PRINTED.get(words) or by_words.get(words)
        if code is not None:
            return code
    return None
