"""Finding the pieces of periods in a text: one scan for the words and digits that can begin one, then the rules for each.

The text is a block's plain text: dashes, quotes and blanks are plain.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve

from cstrack.values import notation_compared as compared
from cstrack.values import notation_days as days
from cstrack.values import notation_feasts as feasts
from cstrack.values import notation_halves as halves
from cstrack.values import notation_relative as relative
from cstrack.values import notation_years as years
from cstrack.values.patterns import pattern
from cstrack.values.pieces import Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cstrack.values.pieces import Piece

    Rule: TypeAlias = Callable[[str, int], Piece | None]

_DIGITS: tuple[Rule, ...] = (
    years.pair, days.iso, days.numeric, days.day_month, halves.quarters, years.quarter, years.short_year_of, years.calendar_year,
)  # fmt: skip
_NAMED = (years.kind_of_year, relative.year_end)
_AROUND = (relative.year_to_date, compared.previous_year, relative.relative, relative.window)
_QUARTERS = (halves.quarters, years.quarter, halves.half)
_BY_RULES: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    ("jan feb mar apr may jun jul aug sep oct nov dec", (days.month_first,)),
    ("q1 q2 q3 q4 q_ qt first_ second_ third_ fourth_ final_", _QUARTERS),
    ("quart", (*_QUARTERS, compared.earlier, compared.quarter_spoken_of)),
    ("h1 h2", (halves.half,)),
    ("christmas xmas easter new_year", (feasts.feast,)),
    ("within_", (compared.within,)),
    (
        "months' months_ago months_ear months_bef months_pre months_pri months_lat weeks' month_",
        (compared.in_so_long, compared.earlier),
    ),
    ("month_ period_ p1 p2 p3 p4 p5 p6 p7 p8 p9 m1 m2 m3 m4 m5 m6 m7 m8 m9", (years.monitoring_month,)),
    ("fy f.y financial_ fiscal_ municipal_ academic_ school_y", _NAMED),
    ("end_ start_ beginning_", (relative.year_end,)),
    ("spring summer autumn winter", (years.season,)),
    (
        "this_ current_ present_ previous_ preceding_ last_ next_ coming_ forthcoming_ past_ following_ subsequent_ so_far prior_",
        _AROUND,
    ),
    ("same_", (relative.same,)),
    ("year", (relative.year_to_date, relative.year_end, compared.earlier, compared.in_so_long)),
)


def _rules_by_cue() -> dict[str, tuple[Rule, ...]]:
    rules: dict[str, tuple[Rule, ...]] = {}
    for cues, those in _BY_RULES:
        for cue in (each.replace("_", " ") for each in cues.split()):
            rules[cue] = (*rules.get(cue, ()), *those)
    return rules


_RULES = _rules_by_cue()


def _either(cues: Iterable[str]) -> str:
    """An expression for any of some words in either case, each first letter tried once: the scan spends its time here."""
    by_letter: dict[str, list[str]] = {}
    for cue in sorted(cues):
        by_letter.setdefault(cue[0], []).append(cue[1:])
    letters = [f"{_cased(first)}(?:{'|'.join(map(_cased, rest))})" for first, rest in by_letter.items()]
    return "|".join(("[0-9]{1,4}", *letters))


def _cased(word: str) -> str:
    return "".join(f"[{letter}{letter.upper()}]" if letter.isalpha() else f"[{letter}]" for letter in word)


_CUES = _either(_RULES)
_FIRST_CUE = pattern("values.notation.first_cue", f"(?P<cue>{_CUES})")
_CUE = pattern("values.notation.cue", f"[^A-Za-z0-9£$€](?P<cue>{_CUES})")

_WEEKDAY = pattern(
    "values.notation.weekday",
    rf"\b{days.WEEKDAY}[ ](?:the[ ])?\Z",
    re.IGNORECASE,
)
_PART = pattern(
    "values.notation.part",
    r"""\b(?:(?P<half>first|second)[ ]half[ ]of|(?P<run>(?:first|last)[ ](?:three|six|nine|[369])[ ]months)[ ]of|(?P<edge>end|close|start|beginning|middle|(?:very[ ])?(?:last|first|final)[ ]day)[ ]of|(?P<bare>(?:year[ -])?end|early|mid|late)
        |(?P<later>very[ ]early|very[ ]late)|(?P<doubt>about|around|approximately|circa|roughly|possibly|perhaps|maybe))[ -](?:the[ ])?\Z""",
    re.IGNORECASE,
)
_PARTS = {
    "close": "end",
    "year end": "end",
    "year-end": "end",
    "beginning": "start",
    "middle": "mid",
    **dict.fromkeys(("last day", "final day", "very last day"), "end"),
    **dict.fromkeys(("first day", "very first day"), "start"),
    "very early": "early",
    "very late": "late",
    **dict.fromkeys(("about", "around", "approximately", "circa", "roughly"), "about"),
    **dict.fromkeys(("possibly", "perhaps", "maybe"), "possibly"),
}
_WITHOUT_PARTS = {Unit.WINDOW, Unit.TO_DATE, Unit.WITHIN, Unit.COMPARED, Unit.FEAST}


def pieces_in(text: str) -> tuple[Piece, ...]:
    """Every piece of a period in a text, in order, none overlapping another."""
    found: list[Piece] = []
    cue = _FIRST_CUE.match(text) or _CUE.search(text)
    while cue:
        done = found[-1].end if found else 0
        piece = _piece(text, cue.start("cue"), cue["cue"], done)
        if piece:
            found.append(_with_surroundings(text, piece, done))
            if last := years.short_end(text, found[-1]):
                found.append(last)
            piece = found[-1]
        read = cue.end() - cue["cue"].endswith(" ")  # the blank that ends "last " begins the next cue
        cue = _CUE.search(text, max(piece.end, read) if piece else read)
    return tuple(found)


def _piece(text: str, at: int, cue: str, done: int) -> Piece | None:
    if cue[0].isdigit():
        if _inside_a_number(text, at, done):
            return None
        rules = _DIGITS
    else:
        rules = _RULES.get(cue.casefold(), ())
    for rule in rules:
        if piece := rule(text, at):
            return piece
    return None


def _inside_a_number(text: str, at: int, done: int) -> bool:
    """Whether the digits continue something with digits, other than the piece just read: 2.2015, 12/2015, 1,200-2015."""
    if at == 0 or text[at - 1] not in ".,/-" or at - 1 == done:
        return False
    return at >= 2 and text[at - 2].isdigit()


def _with_surroundings(text: str, piece: Piece, done: int) -> Piece:
    """The piece with what stands close around it: a quarter after its year, this year after a month, end of before it."""
    if piece.unit is Unit.FINANCIAL_YEAR:
        later = halves.after_year(text, piece.end + 1) if text.startswith(" ", piece.end) else None
        piece = evolve(later, start=piece.start, year=piece.year) if later and later.year is None else piece
    if piece.unit in {Unit.MONTH, Unit.DAY, Unit.SEASON, Unit.TERM} and piece.year is None and piece.short is None:
        piece = relative.beside(text, piece)
    if piece.unit is Unit.DAY and (weekday := _WEEKDAY.search(text, max(done, piece.start - 16), piece.start)):
        piece = evolve(piece, start=weekday.start())
    part = _PART.search(text, max(done, piece.start - 24), piece.start)
    if part is None or piece.part or piece.unit in _WITHOUT_PARTS or (piece.unit is Unit.DAY and not part["doubt"]):
        return piece
    word = (
        (part["half"] and f"{part['half']} half")
        or part["run"]
        or part["edge"]
        or part["bare"]
        or part["later"]
        or part["doubt"]
    )
    told = _PARTS.get(word.casefold(), word.casefold())
    return evolve(piece, start=part.start(), part=told)
