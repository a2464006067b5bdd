"""What is printed behind a number to say in what it counts: percent, equivalents, days and weeks, rates."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.recognition.nouns import noun_phrase
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cstrack.recognition.nouns import NounPhrase
    from cstrack.recognition.numerals import Numeral

_POINTS = pattern(
    "recognition.units.points",
    r"(?i)\ ?(?:(?:%|per\ ?cent(?:age)?)[\ -]?(?:points?|pts?)|percentage[\ -]points?|ppts?|pp|p\.p\.)(?![a-z])",
)
_SHARE = pattern("recognition.units.share", r"(?i)(?:\ ?%|\ ?per\ ?cent(?![a-z])|\ ?pc(?![a-z]))")
_FTE = pattern(
    "recognition.units.fte",
    r"(?i)\ ?\(?(?:[fw]\.?t\.?e\.?s?(?![a-z])|(?:full|whole)[-\ ]time[-\ ]equivalents?)\)?",
)
_SPAN = pattern(
    "recognition.units.span",
    r"(?i)[-\ ](?:(?P<working>workings?|school|calendar|financial|academic|consecutive|full)[-\ ])?(?P<each>hour|day|week|month|year|wk|mth|yr|hr)(?P<many>s?'?)(?![a-z]|\ [0-9]{1,2}\ [a-z])",
)
_EACH = pattern(
    "recognition.units.each",
    r"(?i)\ ?(?:(?:per|a|an|each|every)\ (?:calendar\ )?|/\ ?|p/?)(?P<each>day|week|month|quarter|year|annum|w|m|a)(?![a-z])",
)
_AGO = pattern("recognition.units.ago", r"(?i)\ (?:ago|later|earlier|before|after|on)(?![a-z])")
_PER_HEADS = pattern(
    "recognition.units.per_heads",
    r"(?i)\ (?:(?:children|young\ people|people|pupils)\ )?(?:per|in\ every)\ (?P<heads>100,?000|10,?000|1,?000)(?:\ (?:children|population|young\ people|people|pupils|head\ of\ population))?",
)
_TIMES = pattern("recognition.units.times", r"(?i)[-\ ]times(?![a-z])")
_SEATS = pattern("recognition.units.seats", r"(?i)-(?:bed|bedroom|bedded|place|placement)s?(?![a-z])")
_POUNDS = pattern("recognition.units.pounds", r"(?i)\ pounds?(?![a-z])")
_OF = pattern("recognition.units.of", r"(?i)\ (?:of|for)\ (?:the\ |all\ |our\ |its\ |their\ |those\ )?(?=[a-z])")

_TIME = {
    "hr": "hour",
    "wk": "week",
    "mth": "month",
    "yr": "year",
    "annum": "year",
    "w": "week",
    "m": "month",
    "a": "year",
}
#: A year of money is the plain sum: budgets are annual. Money by the week or day is a rate.
_RATES_OF_MONEY = frozenset(("day", "week", "month"))
#: Longest noun kept behind a percentage.
_NOUN_LIMIT = 40


@final
@frozen(kw_only=True)
class UnitRead:
    """A unit as read behind a number.

    Attributes:
        unit: canonical code.
        end: offset after the unit and its noun.
        noun: what is counted, canonical where known.
        known: the noun is in the vocabulary.
        duration: the number is a stretch of time.
        rule: the rule that read it.
    """

    unit: str
    end: int
    noun: str | None = None
    known: bool = True
    duration: bool = False
    rule: str


def unit_behind(text: str, number: Numeral, nouns: Mapping[str, str]) -> UnitRead | None:
    """The unit behind a number; None where nothing tells it.

    Args:
        text: the plain text of the block.
        number: the number.
        nouns: printed nouns and their canonical ones.
    """
    end = number.end
    if number.pound:
        return _money(text, end)
    points = _POINTS.match(text, end)
    if points is not None:
        return UnitRead(unit="percentage_point", end=points.end(), rule="points")
    percent = _SHARE.match(text, end)
    if percent is not None:
        return _percent(text, percent.end(), nouns)
    fte = _FTE.match(text, end)
    if fte is not None:
        last = fte.end() - (1 if fte.group().endswith(")") and "(" not in fte.group() else 0)
        phrase = noun_phrase(text, last, nouns)
        return UnitRead(unit="FTE", end=last if phrase is None else phrase.end, noun=_noun(phrase), rule="fte")
    pounds = _POUNDS.match(text, end)
    if pounds is not None:
        return UnitRead(unit="GBP", end=pounds.end(), rule="money")
    plus = 1 if text[end : end + 1] == "+" else 0
    heads = _PER_HEADS.match(text, end + plus)
    if heads is not None:
        return UnitRead(unit=f"per_{heads['heads'].replace(',', '')}", end=heads.end(), rule="rate")
    span = _SPAN.match(text, end + plus) or _SPAN.match(text, _or_more(text, end))
    if span is not None:
        return _duration(
            text,
            span.end(),
            span["each"].lower(),
            working=(span["working"] or "").lower().startswith(("working", "school")),
        )
    return _counted(text, number, end + plus, nouns)


def _money(text: str, end: int) -> UnitRead:
    each = _EACH.match(text, end)
    if each is not None:
        time = _TIME.get(each["each"].lower(), each["each"].lower())
        if time in _RATES_OF_MONEY:
            return UnitRead(unit=f"GBP/{time}", end=each.end(), rule="money rate")
    return UnitRead(unit="GBP", end=end, rule="money")


def _percent(text: str, end: int, nouns: Mapping[str, str]) -> UnitRead:
    of = _OF.match(text, end)
    phrase = noun_phrase(text, end if of is None else of.end() - 1, nouns)
    if phrase is None or phrase.end - end > _NOUN_LIMIT:
        return UnitRead(unit="percent", end=end, rule="percent")
    return UnitRead(unit="percent", end=phrase.end, noun=phrase.noun, known=phrase.known, rule="percent")


def _duration(text: str, end: int, each: str, *, working: bool) -> UnitRead | None:
    each = _TIME.get(each, each)
    unit = "working_day" if working and each == "day" else each
    rate = _EACH.match(text, end)
    if rate is not None and each == "day" and text[rate.start() + 1 : rate.start() + 4].lower() == "per":
        unit = f"day/{_TIME.get(rate['each'].lower(), rate['each'].lower())}"
        end = rate.end()
    return UnitRead(unit=unit, end=end, duration=True, rule="duration")


def _counted(text: str, number: Numeral, end: int, nouns: Mapping[str, str]) -> UnitRead | None:
    single = number.value == 1 and not number.scaled
    times = _TIMES.match(text, end)
    if times is not None:
        return UnitRead(unit="times", end=times.end(), rule="times")
    seats = _SEATS.match(text, end)
    if seats is not None:
        return UnitRead(unit="count", end=seats.end(), noun="placement", rule="count")
    bound = _or_more(text, end)
    phrase = noun_phrase(text, bound, nouns, single=single)
    last = end if phrase is None else phrase.end
    each = _EACH.match(text, last)
    if each is not None and len(each["each"]) > 1 and _AGO.match(text, each.end()) is None:
        time = _TIME.get(each["each"].lower(), each["each"].lower())
        return UnitRead(unit=f"count/{time}", end=each.end(), noun=_noun(phrase), rule="count rate")
    heads = _PER_HEADS.match(text, last)
    if heads is not None:
        return UnitRead(unit=f"per_{heads['heads'].replace(',', '')}", end=heads.end(), noun=_noun(phrase), rule="rate")
    if phrase is None:
        return None
    return UnitRead(unit="count", end=phrase.end, noun=phrase.noun, known=phrase.known, rule="count")


def _or_more(text: str, end: int) -> int:
    """Behind "or more" and "or fewer", which may stand between a number and its noun."""
    for words in (" or more", " or fewer", " or less", " or over"):
        if text.startswith(words, end):
            return end + len(words)
    return end


def _noun(phrase: NounPhrase | None) -> str | None:
    return None if phrase is None else phrase.noun
