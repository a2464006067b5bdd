"""From a printed piece to the days it means, with the paper's date for what the piece leaves out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.errors import UnreadableDate
from cstrack.values import period as periods
from cstrack.values.calendar import before, easter, shifted
from cstrack.values.period import Period, PeriodKind
from cstrack.values.pieces import Lean, Unit, number_of
from cstrack.values.resolution_relative import compared, relative, to_date, window, within

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cstrack.values.pieces import Piece
    from cstrack.values.setting import Setting


def resolve(piece: Piece, setting: Setting) -> tuple[Period, tuple[str, ...]] | None:
    """The days a piece means.

    Returns:
        The period, and the names of what was inferred (``year``: it was not printed; ``period``: it is told from the paper's
        date); None where the piece leaves out what the setting does not give.
    """
    try:
        whole = _RESOLVERS[piece.unit](piece, setting)
    except (UnreadableDate, ValueError, OverflowError):
        return None
    if whole is None:
        return None
    inferred = _inferred(piece, whole)
    return (whole if piece.part is None else part_of(whole, piece.part)), inferred


def _inferred(piece: Piece, whole: Period) -> tuple[str, ...]:
    if piece.unit in _TOLD:
        return ("period",)
    printed = piece.year is not None or (piece.short is not None and whole.kind is PeriodKind.MONTH)
    return () if printed and not piece.guessed and not piece.given else ("year",)


def part_of(whole: Period, part: str) -> Period:
    """Early, mid, late, the end or a half of a period; the period itself where it has no such part."""
    first, last = whole.start, whole.last_day
    if first is None or last is None:
        return whole
    if part in {"end", "start"}:
        return periods.day(last if part == "end" else first)
    if part in {"about", "possibly"}:
        plain = not set(whole.edtf) & set("/[~?")
        return Period.from_edtf(whole.edtf + ("~" if part == "about" else "?")) if plain else whole
    if "X" in whole.edtf or "~" in whole.edtf or (len(whole.edtf) == len("2014-22") and whole.edtf[5] == "2"):
        return Period.from_edtf(whole.edtf.rstrip("~") + "~")
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if part.endswith("half"):
        return (
            _months(first, 0, months // 2, "") if part.startswith("first") else _months(first, months // 2, months, "")
        )
    if part.endswith("months"):
        count = number_of(part.split()[1])
        return _months(first, 0, count, "") if part.startswith("first") else _months(first, months - count, months, "")
    third = ("early", "mid", "late").index(part)
    if months >= 3:
        return _months(first, third * months // 3, (third + 1) * months // 3, "~")
    days = ((1, 10), (11, 20), (21, last.day))[third]
    return Period.from_edtf(f"{first.replace(day=days[0])}~/{first.replace(day=days[1])}~")


def _months(first: date, start: int, end: int, mark: str) -> Period:
    opening, closing = shifted(first, start), before(shifted(first, end))
    if not mark and opening.day == 1:
        return Period.from_edtf(f"{opening}/{closing}")
    months = dict.fromkeys((f"{opening:%Y-%m}{mark}", f"{closing:%Y-%m}{mark}"))
    return Period.from_edtf("/".join(months))


def _yearly(setting: Setting, piece: Piece, of: Callable[[int], Period]) -> Period | None:
    """The year's occurrence that is meant: the printed one, or by tense and nearness to the paper's date."""
    if piece.year is not None:
        return of(piece.year)
    if setting.dated is None:
        return None
    first, last = setting.dated
    if piece.step is not None:
        return of(first.year + piece.step) if first.year == last.year else None
    found = _occurrences(range(first.year - 2, last.year + 3), of)
    lean = piece.lean or setting.lean
    if piece.part == "end" and lean is Lean.PAST:  # what has gone by has ended
        found = tuple(period for period in found if period.last_day is not None and period.last_day <= last)
    return _meant(found, first, last, lean)


def _occurrences(years: Iterable[int], of: Callable[[int], Period]) -> tuple[Period, ...]:
    found = []
    for year in years:
        try:
            found.append(of(year))
        except (ValueError, UnreadableDate):  # 29 February has no occurrence in most years
            continue
    return tuple(found)


def _meant(found: tuple[Period, ...], first: date, last: date, lean: Lean) -> Period | None:
    bounded = [(period.start, period.last_day, period) for period in found if period.start and period.last_day]
    if lean is Lean.FUTURE:
        return min((period for _, end, period in bounded if end >= first), default=None)
    if lean is Lean.PAST:
        return max((period for start, _, period in bounded if start <= last), default=None)
    return min(bounded, key=lambda each: max(each[0] - last, first - each[1], timedelta(0)))[2] if bounded else None


def _day(piece: Piece, setting: Setting) -> Period | None:
    month, day = piece.number or 0, piece.day or 0

    def of(year: int) -> Period:
        first = date(year, month, day)
        if piece.last is None:
            return periods.day(first)
        last = first.replace(day=piece.last)
        return Period.from_edtf(f"[{first},{last}]" if piece.joined == "or" else f"{first}/{last}")

    return _yearly(setting, piece, of)


def _month(piece: Piece, setting: Setting) -> Period | None:
    month = piece.number or 0
    if piece.short is None:
        return _yearly(setting, piece, lambda year: periods.month(year, month))
    year = 2000 + piece.short
    if setting.dated is None or abs(year - setting.dated[0].year) <= 6 or piece.short > 31:
        return periods.month(year, month)
    return _yearly(setting, piece, lambda year: periods.day(date(year, month, piece.short or 0)))


def _quarter(piece: Piece, setting: Setting) -> Period | None:
    number = piece.number or 0
    if piece.last is not None:
        return _quarters(piece, setting)
    if piece.year is not None and not piece.guessed:
        return periods.financial_quarter(piece.year, number)
    if piece.year is not None:
        either = (piece.year - 1, piece.year) if number == 4 and setting.dated else (piece.year,)
        found = [periods.financial_quarter(year, number) for year in either]
        begun = [each for each in found if setting.dated and each.start and each.start <= setting.dated[1]]
        return max(begun) if begun else found[0]
    spoken = setting.quarter
    if spoken and spoken.start and (spoken.start.month - 4) % 12 // 3 + 1 == number:
        return spoken
    return _reported(setting, lambda year: periods.financial_quarter(year, number))


def _quarters(piece: Piece, setting: Setting) -> Period | None:
    """Quarters told together: "the third and fourth quarters of 2022/23"."""

    def of(year: int) -> Period:
        first, last = (
            periods.financial_quarter(year, piece.number or 0),
            periods.financial_quarter(year, piece.last or 0),
        )
        return Period.from_edtf(f"{first.start}/{last.last_day}")

    return of(piece.year) if piece.year is not None else _reported(setting, of)


def _half(piece: Piece, setting: Setting) -> Period | None:
    return _quarters(evolve(piece, number=2 * (piece.number or 1) - 1, last=2 * (piece.number or 1)), setting)


def _feast(piece: Piece, setting: Setting) -> Period | None:
    """Christmas Day, Easter Sunday, and of the New Year its first day or, where it stands for weeks, its first month."""

    def of(year: int) -> Period:
        if piece.of == "easter":
            return periods.day(easter(year))
        if piece.of == "christmas":
            return periods.day(date(year, 12, 25))
        return periods.day(date(year, 1, 1)) if piece.part == "start" else periods.month(year, 1)

    return _yearly(setting, piece, of)


def _monitoring_month(piece: Piece, setting: Setting) -> Period | None:
    number = piece.number or 0
    if piece.year is not None:
        return periods.monitoring_month(piece.year, number)
    return _reported(setting, lambda year: periods.monitoring_month(year, number))


def _reported(setting: Setting, of: Callable[[int], Period]) -> Period | None:
    """A paper reports on what has begun, unless its sentence looks ahead."""
    if setting.dated is None:
        return None
    first, last = setting.dated
    lean = Lean.FUTURE if setting.lean is Lean.FUTURE else Lean.PAST
    return _meant(_occurrences(range(first.year - 2, last.year + 2), of), first, last, lean)


def _season(piece: Piece, setting: Setting) -> Period | None:
    return _yearly(setting, piece, lambda year: Period.from_edtf(f"{year}-{piece.number}"))


def _term(piece: Piece, setting: Setting) -> Period | None:
    first, last = {21: (1, 3), 22: (4, 7), 23: (9, 12), 24: (1, 3)}[piece.number or 0]
    return _yearly(setting, piece, lambda year: Period.from_edtf(f"{year}-{first:02}/{year}-{last:02}"))


def _calendar_quarter(piece: Piece, _: Setting) -> Period | None:
    last = 3 * (piece.number or 0)
    return Period.from_edtf(f"{piece.year}-{last - 2:02}/{piece.year}-{last:02}")


#: What is told from the paper's date or from another period, and not printed.
_TOLD = frozenset({Unit.RELATIVE, Unit.WINDOW, Unit.TO_DATE, Unit.COMPARED, Unit.WITHIN})

_RESOLVERS: dict[Unit, Callable[[Piece, Setting], Period | None]] = {
    Unit.DAY: _day,
    Unit.MONTH: _month,
    Unit.QUARTER: _quarter,
    Unit.CALENDAR_QUARTER: _calendar_quarter,
    Unit.MONITORING_MONTH: _monitoring_month,
    Unit.FINANCIAL_YEAR: lambda piece, _: periods.financial_year(piece.year or 0),
    Unit.ACADEMIC_YEAR: lambda piece, _: periods.academic_year(piece.year or 0),
    Unit.YEAR: lambda piece, _: periods.calendar_year(piece.year or 0),
    Unit.PROGRAMME: lambda piece, _: Period.from_edtf(f"{piece.year}/{piece.last}"),
    Unit.SEASON: _season,
    Unit.TERM: _term,
    Unit.RELATIVE: relative,
    Unit.WINDOW: window,
    Unit.TO_DATE: to_date,
    Unit.HALF: _half,
    Unit.FEAST: _feast,
    Unit.COMPARED: compared,
    Unit.WITHIN: within,
}
