"""Which pieces of periods hang together: ``April to December 2018``, ``2017/18, 2018/19 and 2019/20``, ``April or May``."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve

from cstrack.values.patterns import pattern
from cstrack.values.pieces import Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.values.pieces import Piece

    Group: TypeAlias = tuple[list[Piece], list[str]]

_LINK = pattern(
    "values.groups.link",
    r"""(?P<to>[ ]?(?:to|-|until|through(?:[ ]to)?)[ ]?(?:the[ ])?)
        |(?P<and>,?[ ](?:and|&)[ ](?:the[ ])?|,[ ])
        |(?P<or>,?[ ]or[ ](?:in[ ])?|[ ]?/[ ]?)""",
    re.IGNORECASE,
)
_TO_FIGURE = pattern(
    "values.groups.to_figure",
    r"[ ](?:to|and)[ ][^.;:]{1,30}[ ](?:in|on|at|by)[ ](?:the[ ])?",
    re.IGNORECASE,
)
#: A noun that a year describes.
_NOUN = pattern("values.groups.noun", r"[ ][a-z]{3,16}(?![a-z])(?<!respectively)(?<!and)")
_BESIDE = pattern("values.groups.beside", r"[ ]?[(,:-][ ]?")
_WORDS = pattern(
    "values.groups.words", r"[ ]?[(,:-]?[ ]?(?:(?!(?:and|or|to|in|than|from|by|at)[ ])[A-Za-z]{1,16}[ ]){0,3}"
)
_FARTHEST = 20

#: What can be printed without its year.
YEARLESS = frozenset({Unit.DAY, Unit.MONTH, Unit.QUARTER, Unit.SEASON, Unit.MONITORING_MONTH})
_REPORTED = frozenset({Unit.QUARTER, Unit.MONITORING_MONTH})
_UNJOINED = frozenset({Unit.WINDOW, Unit.TO_DATE, Unit.WITHIN, Unit.COMPARED})


def groups_in(text: str, pieces: Sequence[Piece]) -> tuple[Group, ...]:
    """The pieces of a text in groups, with the links inside each: ``to``, ``and`` or ``or``.

    Pieces without a year take that of the one they lead to; how a group is read is not decided here.
    """
    groups: list[Group] = []
    for piece in pieces:
        link = _link(text, groups[-1][0][-1], piece) if groups else None
        if link is None:
            groups.append(([piece], []))
        else:
            groups[-1][0].append(piece)
            groups[-1][1].append(link)
    groups = [(_with_years(group, links), links) for group, links in groups]
    for (left, _), (right, _) in pairwise(groups):
        left[-1] = _across(text, left[-1], right[0])
        if _is_open(right[0]) and right[0].unit in _REPORTED:
            right[0] = _beside(text, left[-1], right[0])
    return tuple((_with_years(group, links), links) for group, links in groups)


def _link(text: str, left: Piece, right: Piece) -> str | None:
    if right.start - left.end > _FARTHEST or {left.unit, right.unit} & _UNJOINED:
        return None
    found = _LINK.fullmatch(text, left.end, right.start)
    alike = left.unit is right.unit or {left.unit, right.unit} == {Unit.DAY, Unit.MONTH}
    if not found or not alike or (found["and"] and _begins_anew(text, left, right)):
        return None
    return "and" if found["or"] and right.unit is Unit.QUARTER and "/" in found.group() else found.lastgroup


def _begins_anew(text: str, left: Piece, right: Piece) -> bool:
    """Whether the second of two years is told of something else: "in 2009/10, and the 2010/11 budget proposes"."""
    return (
        text.endswith(" the ", 0, right.start)
        and _NOUN.match(text, right.end) is not None
        and text[max(0, left.start - 4) : left.start].casefold() != "the "
    )


def _is_open(piece: Piece) -> bool:
    """Whether it can take a year from another."""
    return piece.unit in YEARLESS and piece.year is None and piece.short is None and piece.step is None


def _with_years(group: list[Piece], links: list[str]) -> list[Piece]:
    """``April to December 2018``, ``Q1 and Q2 2018/19``; a month later than the one it leads to is of the year before."""
    given = list(group)
    for at in range(len(given) - 2, -1, -1):
        left, right = given[at], given[at + 1]
        if not _is_open(left) or right.year is None:
            continue
        turns = links[at] == "to" and left.unit is not Unit.QUARTER and (left.number or 0) > (right.number or 0)
        given[at] = evolve(left, year=right.year - turns, guessed=right.guessed)
    return given


def _across(text: str, left: Piece, right: Piece) -> Piece:
    """A first date that takes its year from the next: ``from 12% in April to 15% in July 2018``, ``Q2 (July to September 2022)``."""
    if not _is_open(left) or right.year is None:
        return left
    if left.unit in _REPORTED:
        spelt = right.unit in {Unit.DAY, Unit.MONTH} and _BESIDE.fullmatch(text, left.end, right.start)
        return evolve(left, year=right.year - ((right.number or 0) < 4)) if spelt else left
    if left.unit is not right.unit or not _TO_FIGURE.fullmatch(text, left.end, right.start):
        return left
    return evolve(left, year=right.year - ((left.number or 0) > (right.number or 0)))


def _beside(text: str, left: Piece, right: Piece) -> Piece:
    """A quarter that takes its year from the one before: ``2019/20 (Quarter 3)``, ``in Q1 2018/19 40, in Q2 44``."""
    if left.unit is Unit.FINANCIAL_YEAR and _WORDS.fullmatch(text, left.end, right.start):
        return evolve(right, year=left.year)
    if left.unit is right.unit and left.year is not None and not left.guessed:
        return evolve(right, year=left.year, given=True)
    return right
