"""The cell of a table as an amount: a figure, or the reason why there is none.

A number is read as printed: brackets and a minus are below nought, whatever that means in its column; what a symbol stands for is kept.
A cell that holds words is no amount.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.errors import UnreadableFigure
from cstrack.recognition.tables_words import flat
from cstrack.values.figure import Figure, Qualifier
from cstrack.values.missing import NotStated, Reason, reason_of
from cstrack.values.patterns import pattern
from cstrack.values.spelling import parse

if TYPE_CHECKING:
    from cstrack.facts.table import CellAmount

_NUMBER = pattern(
    "recognition.tables_amounts.number",
    r"""(?!£[ ]?000(?![0-9.,]))(?P<sign>[-+(£ ]{0,4}+)(?P<digits>[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,10})?|[0-9]{1,15}(?:\.[0-9]{1,12})?|\.[0-9]{1,10})
        [ ]?(?P<scale>k|m|mn|bn)?(?P<mark>%|pp)?(?P<close>[ )]{0,2}+)(?P<minus>-?)""",
    2,
)
_BOUND_BEHIND = pattern(
    "recognition.tables_amounts.bound_behind",
    r"""(?P<number>.{1,24}?)[ ]?(?:or[ ](?P<word>less|lower|fewer|below|under|more|higher|above|over|better|greater)|(?P<plus>\+))\.?""",
    2,
)
_SPOKEN = pattern(
    "recognition.tables_amounts.spoken",
    r"(?P<word>no[ ]more|not[ ]more|no[ ]less|not[ ]less|no[ ]fewer|minimum|maximum)(?:[ ]than|[ ]of)?[ ]",
    2,
)
_AS = {
    "no mor": "at most",
    "not mo": "at most",
    "no les": "at least",
    "not le": "at least",
    "no few": "at least",
    "minimu": "at least",
    "maximu": "at most",
}
_EXPLAINED = pattern("recognition.tables_amounts.explained", r"n/?a[ ]?[-:(,;][ ]?[a-z]")
_LONGEST, _WORDS = 40, 3
_LEAST, _MOST = (
    frozenset({"more", "higher", "above", "over", "greater"}),
    frozenset({"less", "lower", "fewer", "below", "under"}),
)

#: Symbols that tables print beside those of official statistics.
_SYMBOLS = {
    "-": Reason.NOT_STATED, "--": Reason.NOT_STATED, "*": Reason.CONFIDENTIAL, "..": Reason.UNAVAILABLE, ".": Reason.UNAVAILABLE,
    "na": Reason.NOT_APPLICABLE, "not applicable": Reason.NOT_APPLICABLE, "not available": Reason.UNAVAILABLE,
    "tbc": Reason.NOT_STATED, "tba": Reason.NOT_STATED, "tbd": Reason.NOT_STATED, "to be confirmed": Reason.NOT_STATED,
    "to be agreed": Reason.NOT_STATED, "n/k": Reason.NOT_STATED, "not known": Reason.NOT_STATED, "not set": Reason.NOT_STATED,
    "no target": Reason.NOT_STATED, "none": Reason.NOT_STATED, "new": Reason.NOT_STATED, "no data": Reason.UNAVAILABLE,
    "not reported": Reason.UNAVAILABLE, "suppressed": Reason.CONFIDENTIAL,
}  # fmt: skip
_SCALES = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000}
_FOURTH = Decimal("0.0001")

#: Nothing where a number stands.
NIL = frozenset({"nil", "zero"})


def amount_of(text: str, unit: str, scale: Decimal = Decimal(1)) -> CellAmount | None:
    """The amount that a cell prints.

    Args:
        text: its words.
        unit: canonical code of its column; a sign in the cell goes before it.
        scale: what one is printed for in its column, if it is money.

    Returns:
        None where it holds words, a date or an error.

    >>> amount_of("(641)", "GBP", Decimal(1000)).value
    Decimal('-641000')
    """
    return _amount_of(text[: _LONGEST + 1].strip() if len(text) <= _LONGEST else text, unit, scale)


@lru_cache(maxsize=16_384)
def _amount_of(text: str, unit: str, scale: Decimal) -> CellAmount | None:
    words = flat(text)
    if len(words) > _LONGEST:
        return None
    found = _NUMBER.fullmatch(words)
    if found is not None:
        signs, close = found["sign"].replace(" ", ""), found["close"].strip()
        below = "-" in signs or "(" in signs or bool(found["minus"])
        if ("(" in signs) != (close == ")") or signs.count("-") + signs.count("(") > 1 or signs.count("£") > 1:
            return None
        mark, short = (found["mark"] or "").lower(), (found["scale"] or "").lower()
        unit = {"%": "percent", "pp": "percentage_point"}.get(mark, "GBP" if "£" in signs else unit)
        factor = Decimal(_SCALES[short]) if short else scale if unit == "GBP" else Decimal(1)
        return _figure(found["digits"], unit, factor, text, below=below)
    folded = words.casefold()
    if folded in NIL:
        return _figure("0", unit, Decimal(1), text, below=False)
    explained = _EXPLAINED.match(folded)
    reason = reason_of(words) or _SYMBOLS.get(folded) or (Reason.NOT_APPLICABLE if explained else None)
    if reason is not None:
        return NotStated(reason=reason, unit=unit, printed=text)
    return _bounded(words, unit, scale, text) if any(letter.isdigit() for letter in words) else None


def _figure(digits: str, unit: str, factor: Decimal, text: str, *, below: bool) -> Figure | None:
    places = len(digits.partition(".")[2])
    if places > 4:
        digits = format(Decimal(digits.replace(",", "")).quantize(_FOURTH, ROUND_HALF_EVEN), "f")
    if digits.startswith("."):
        digits = f"0{digits}"
    try:
        figure = Figure.of(digits, unit=unit, scale=factor, printed=text)
    except UnreadableFigure:
        return None
    return evolve(figure.within(-figure.interval), value=-figure.value) if below else figure


def _bounded(words: str, unit: str, scale: Decimal, text: str) -> Figure | None:
    """A number with words around it: "<5", "≤ 15%", "80-90%", "18% or less", "24.9 wks"."""
    behind = _BOUND_BEHIND.fullmatch(words)
    if behind is not None:
        plain = _amount_of(behind["number"].strip(), unit, scale)
        if isinstance(plain, Figure) and plain.value_high is None and plain.qualifier is Qualifier.EXACTLY:
            return _with_bound(plain, (behind["word"] or "more").lower(), text)
        return None
    begins = _SPOKEN.match(words)
    spoken = words if begins is None else f"{_AS[begins['word'].lower()[:6]]} {words[begins.end() :]}"
    try:
        figure = parse(spoken)
    except (UnreadableFigure, ValueError):
        return None
    if figure.noun is not None and figure.noun not in _UNITS:
        counted = unit == "count" and figure.unit == "count" and figure.noun.replace(" ", "").isalpha()
        return evolve(figure, printed=text) if counted and figure.noun.count(" ") < _WORDS else None
    known = _UNITS.get(figure.noun or "", figure.unit if figure.unit != "count" else unit)
    if known == "GBP" and scale != 1 and figure.unit != "GBP":
        return None
    return evolve(figure, unit=known, noun=None, printed=text)


#: What stands behind a number of a scorecard in place of its unit.
_UNITS = {
    "wks": "week", "wk": "week", "weeks": "week", "days": "day", "mths": "month", "mnths": "month", "months": "month", "yrs": "year", "hrs": "hour",
    "working days": "working_day", "wd": "working_day", "fte": "FTE",
}  # fmt: skip


def _with_bound(figure: Figure, word: str, text: str) -> Figure | None:
    if word == "better":
        return evolve(figure, printed=text)
    qualifier = Qualifier.AT_LEAST if word in _LEAST else Qualifier.AT_MOST
    low = figure.value if qualifier is Qualifier.AT_LEAST else Decimal(0) if figure.value >= 0 else None
    high = figure.value if qualifier is Qualifier.AT_MOST else None
    return evolve(figure, qualifier=qualifier, low=low, high=high, low_open=False, high_open=False, printed=text)


def is_number(text: str) -> bool:
    """Whether a cell holds a number and nothing else; a year counts as one."""
    return len(text) <= _LONGEST and _NUMBER.fullmatch(flat(text)) is not None
