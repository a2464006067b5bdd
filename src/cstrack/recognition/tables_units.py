"""In which unit a row of a scorecard is measured: told in a column, by a sign in its cells, or by its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.errors import UnknownName
from cstrack.recognition.tables_words import flat
from cstrack.values.patterns import pattern
from cstrack.values.units import canonical

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from cstrack.facts.table import Column, Printed

_SHARE = pattern(
    "recognition.tables_units.share",
    r"(?<![a-z])(?:%|per[ ]?cent(?:age)?)(?![a-z])|%|(?:vacancy|turnover|agency|absence)[ ]rate",
    2,
)
_RATE = pattern("recognition.tables_units.rate", r"per[ ](?P<base>1,?000|10,?000|100,?000|10k)(?![0-9])", 2)
_COUNT = pattern("recognition.tables_units.count", r"\A(?:total[ ])?(?:number|no\.?)[ ]of\b|\(number\)|\(no\.?\)", 2)
_TIME = pattern(
    "recognition.tables_units.time",
    r"(?:average|mean|median)[ ](?:number[ ]of[ ])?(?:time|(?P<early>working[ ]days|days|weeks|months))|\((?:in[ ])?(?P<unit>working[ ]days|days|weeks|months)\)",
    2,
)
_SIGN = pattern("recognition.tables_units.sign", r"[0-9][ ]?(?P<sign>%|wks?|weeks?|days?|months?)(?![a-z])", 2)
_PEOPLE = pattern(
    "recognition.tables_units.people",
    r"(?<![a-z])(?:children|people|families|workers|staff|carers|households|leavers|adopters|posts|vacancies)(?![a-z])",
    2,
)
#: Words of a row that names people and nothing about them.
_FEW = 2
_RATES = {"1000": "per_1000", "10000": "per_10000", "10k": "per_10000", "100000": "per_100000"}
#: Roles whose cells hold a row's values.
_MEASURED = frozenset(
    {"baseline", "target", "actual", "ytd", "rolling", "previous", "previous_year", "forecast", "percent", "england", "neighbours", "region",
     "best", "tolerance", "period"}
)  # fmt: skip
_TIMES = {"working days": "working_day", "days": "day", "weeks": "week", "months": "month", "wks": "week", "wk": "week"}


def unit_of_row(
    cells: Mapping[int, Printed], label: int | None, columns: Sequence[Column], catalogue: Mapping[str, str]
) -> str | None:
    """The unit that the numbers of a row are in, where a cell of it prints none itself.

    Args:
        cells: the row's cells by column.
        label: the column that names the rows.
        columns: the columns that were understood.
        catalogue: wording of an indicator -> its unit.

    Returns:
        None where nothing tells it: then the head of the column counts, and a bare number is a count.
    """
    told = next((cells[one.at].text for one in columns if one.role == "unit" and one.at in cells), None)
    unit = None if told is None else _named(told)
    if unit is not None:
        return unit
    words = "" if label is None or label not in cells else flat(cells[label].text)
    if _SHARE.search(words):
        return "percent"
    rate = _RATE.search(words)
    if rate is not None:
        return _RATES[rate["base"].replace(",", "").lower()]
    if _COUNT.search(words):
        return "count"
    measured = {one.at for one in columns if one.role in _MEASURED}
    return _by_time(words) or _by_sign(cells, measured) or _by_catalogue(words, cells, measured, catalogue)


def _named(words: str) -> str | None:
    folded = flat(words).strip(" ()").casefold()
    if folded in {"%", "percent", "percentage", "percentages", "%age"}:
        return "percent"
    rate = _RATE.search(folded)
    if rate is not None:
        return _RATES[rate["base"].replace(",", "").lower()]
    try:
        return canonical(folded)
    except UnknownName:
        return None


def _by_time(words: str) -> str | None:
    told = (found["unit"] or found["early"] for found in _TIME.finditer(words))
    return next((_TIMES.get(unit.lower()) for unit in told if unit), None)


def _by_catalogue(
    words: str, cells: Mapping[int, Printed], measured: Collection[int], catalogue: Mapping[str, str]
) -> str | None:
    """The unit of the indicator that a row names. "Children adopted" and "Agency workers" may be counts: those are shares with a decimal only."""
    unit = catalogue.get(words.casefold())
    if unit != "percent" or _PEOPLE.search(words) is None or words.count(" ") >= _FEW:
        return unit
    return unit if any("." in cell.text for at, cell in cells.items() if at in measured) else None


def _by_sign(cells: Mapping[int, Printed], measured: Collection[int]) -> str | None:
    """The sign that one of the row's values prints; the others leave it out. What a comment speaks of is none of them."""
    for column, cell in cells.items():
        if column not in measured or len(cell.text) > 40:
            continue
        found = _SIGN.search(flat(cell.text))
        if found is not None:
            sign = found["sign"].lower()
            return "percent" if sign == "%" else _TIMES.get(sign if sign.endswith("s") else f"{sign}s")
    return None
