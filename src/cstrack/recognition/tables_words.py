"""The words of a table's heads and titles: what a column holds, in which unit and scale, and which sign an overspend has."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.document.text import plain
from cstrack.sources.span import Span
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cstrack.facts.table import Printed

#: Letters of a head that are looked at; a longer cell is no head.
LONGEST_HEAD = 120

_MONEY = pattern(
    "recognition.tables_words.money",
    r"""(?i)\(?[ ]?£(?:[ ]?'?(?P<scale>000'?s?|k|mn?|bn|millions?|thousands?|billions?)(?![a-z0-9])'?|(?![ ]?['a-z0-9]))[ ]?\)?
        |(?<![a-z])(?:in[ ])?(?P<spoken>thousands?|millions?)[ ]of[ ]pounds|(?<![a-z])pounds[ ](?P<last>thousands?|millions?)(?![a-z])""",
)
_SHARE = pattern("recognition.tables_words.share", r"(?i)%|(?<![a-z])per[ ]?cent(?:age)?(?![a-z])")
_NOTE = pattern("recognition.tables_words.note", r"(?i)\[?\(?note[ ]?[0-9]{1,2}\)?\]?|\[[0-9]{1,2}\]|[¹²³⁴⁵*†]")
_PUNCTUATION = pattern("recognition.tables_words.punctuation", r"[^a-z0-9%\#]++")
_SCALES = {"0": 1_000, "k": 1_000, "t": 1_000, "m": 1_000_000, "b": 1_000_000_000}

#: Words for more and for less than was budgeted, as heads write them.
_OVER = r"(?:adv(?:erse)?|over[ -]?spends?|over[ -]?spending|over(?:[ ]budget)?|deficit)"
_UNDER = r"(?:fav(?:ourable)?|under[ -]?spends?|under[ -]?spending|under(?:[ ]budget)?|surplus|savings?)"
_PAIR = pattern(
    "recognition.tables_words.pair",
    rf"""(?i)(?<![a-z])(?:
          (?P<over_plain>{_OVER})[ ]?/?[ ]?[(\[-][ ]?{_UNDER}[ ]?[)\]]?(?:spend(?:ing|s)?)?
        | [(\[-][ ]?{_UNDER}[ ]?[)\]]?[ ]?/?[ ]?(?P<over_behind>{_OVER})
        | (?P<under_plain>{_UNDER})[ ]?/?[ ]?[(\[-][ ]?{_OVER}[ ]?[)\]]?(?:spend(?:ing|s)?)?
        | [(\[-][ ]?{_OVER}[ ]?[)\]]?[ ]?/?[ ]?(?P<under_behind>{_UNDER})
        )(?![a-z])""",
)
_STATED = pattern(
    "recognition.tables_words.stated",
    rf"""(?i)(?:
          (?:\+(?:ve)?|positive(?:[ ](?:figures?|numbers?|variances?|values?))?)[ ]?
          (?:(?:=|is|are|means?|indicates?|denotes?|shows?|represents?)[ ]?)?(?:an?[ ])?(?P<plus>{_OVER}|{_UNDER})
        | (?:brackets?|negatives?|minus(?:es)?|\(\))[^.;]{{0,40}}?(?<![a-z])(?P<minus>{_OVER}|{_UNDER})
        | (?P<shown>{_OVER}|{_UNDER})s?[ ](?:are[ ]|is[ ]|shown[ ]){{0,3}}(?:as[ ](?:a[ ])?|in[ ])?(?P<how>positive|plus|\+|negative|minus|brackets?|\(brackets?\))
        )""",
)  # fmt: skip
_FIRST_UNDER = pattern("recognition.tables_words.first_under", r"(?i)fav|under|surplus|saving")

_BEFORE = frozenset({"of", "for", "from", "against", "to"})
_FILLERS = frozenset(
    {"the", "of", "for", "to", "at", "in", "and", "a", "an", "our", "on", "as", "by", "total", "full", "year", "end", "annual", "net", "per"}
)  # fmt: skip
#: What numbers rows; "number of children" is none.
_NUMBERING = frozenset({"ref", "code"})
#: "Projected over/(under)" is a variance, whatever the rest of the head says.
_OF_PAIRS: Mapping[str | None, str] = {
    None: "variance", "outturn": "variance", "actual": "variance", "budget": "variance", "actual_to_date": "variance_to_date",
    "previous_outturn": "previous_variance",
}  # fmt: skip
_LONGEST_PHRASE = 7


@final
@frozen(kw_only=True)
class HeadUnit:
    """What the numbers under some words are.

    Attributes:
        unit: canonical code.
        scale: what one is printed for.
        told: where it stands; None where it was looked up in words alone.
    """

    unit: str
    scale: Decimal = Decimal(1)
    told: Printed | None = None


@lru_cache(maxsize=8192)
def flat(words: str) -> str:
    """Words made plain: dashes, quotation marks and blanks folded."""
    return plain(words, (Span(0, len(words)),)).text


def unit_in(words: str) -> HeadUnit | None:
    """The unit that a head or title names: pounds with their scale, or per cent; None where it names none.

    >>> unit_in("Budget £'000").scale, unit_in("% of budget").unit
    (Decimal('1000'), 'percent')
    """
    return _unit_in(flat(words))


@lru_cache(maxsize=8192)
def _unit_in(words: str) -> HeadUnit | None:
    money = money_in(words)
    if money is not None:
        return money
    return HeadUnit(unit="percent") if _SHARE.search(words) else None


@lru_cache(maxsize=8192)
def money_in(words: str) -> HeadUnit | None:
    """The scale of money that some words name, and nothing else."""
    found = _MONEY.search(flat(words))
    if found is None:
        return None
    scale = (found["scale"] or found["spoken"] or found["last"] or "").lower()
    return HeadUnit(unit="GBP", scale=Decimal(_SCALES[scale[0]] if scale else 1))


def without_units(words: str) -> str:
    """A head without its scale of money and notes."""
    return _NOTE.sub(" ", _MONEY.sub(" ", flat(words)))


def without_signs(words: str) -> str:
    """A head without its scale of money, notes and signs of over and under."""
    return _PAIR.sub(" ", without_units(words))


@lru_cache(maxsize=8192)
def folded(words: str) -> str:
    """A head as the vocabulary writes it: small letters, digits, the signs % and #."""
    return _PUNCTUATION.sub(" ", flat(words).casefold()).strip()


def adverse_above(words: str) -> bool | None:
    """Whether the words say that a variance above nought is an overspend; None where they say nothing.

    >>> adverse_above("Variance (favourable)/adverse"), adverse_above("Variance Fav/(Adv)"), adverse_above("Variance")
    (True, False, None)
    """
    found = _PAIR.search(flat(words))
    if found is not None:
        return found["over_plain"] is not None or found["over_behind"] is not None
    stated = _STATED.search(flat(words))
    if stated is None:
        return None
    if stated["plus"]:
        return not _FIRST_UNDER.match(stated["plus"])
    if stated["minus"]:
        return _FIRST_UNDER.match(stated["minus"]) is not None
    above = stated["how"].lower() in {"positive", "plus", "+"}
    return above != bool(_FIRST_UNDER.match(stated["shown"]))


def role_in(words: str, vocabulary: Mapping[str, str]) -> str | None:
    """What stands under a head.

    Args:
        words: the head, its periods taken off.
        vocabulary: phrase -> role.

    Returns:
        The role of the whole head; else of the longest phrase in it, those before "of" and "for" first, then the last, where it makes up
        half of the head or more. None where the head is too long for one, or no phrase fits.
    """
    if not words or len(words) > LONGEST_HEAD:
        return None
    for form in (folded(words), folded(without_units(words))):
        if form in vocabulary:
            return vocabulary[form]
    bare = folded(without_signs(words))
    role = vocabulary.get(bare) or _phrase_in(tuple(bare.split()), vocabulary)
    return _OF_PAIRS.get(role, role) if "variance" in vocabulary and _PAIR.search(flat(words)) else role


def _phrase_in(words: tuple[str, ...], vocabulary: Mapping[str, str]) -> str | None:
    telling = [word for word in words if word not in _FILLERS]
    preposition = next((at for at, word in enumerate(words) if word in _BEFORE and at), len(words))
    for part in (words, words[:preposition]) if preposition == len(words) else (words[:preposition], words):
        found = _longest(part, vocabulary)
        if found is None:
            continue
        phrase, role = found
        covered = sum(word not in _FILLERS for word in phrase)
        if covered * 2 >= len(telling) and len(telling) - covered <= 3 and role not in _NUMBERING:
            return role
    return None


def _longest(words: tuple[str, ...], vocabulary: Mapping[str, str]) -> tuple[tuple[str, ...], str] | None:
    for length in range(min(len(words), _LONGEST_PHRASE), 0, -1):
        for start in range(len(words) - length, -1, -1):
            role = vocabulary.get(" ".join(words[start : start + length]))
            if role is not None:
                return words[start : start + length], role
    return None
