"""The names of sums of money: before the sum, in a list of names, or right behind it ("£5.7m on residential care")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.assembly.terms import terms_in
from cstrack.model.budget import Measure
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cstrack.assembly.places import Place
    from cstrack.assembly.terms import Term
    from cstrack.facts.vocabulary import Vocabulary

#: What a sum is called where only its measure is known.
CALLED: Mapping[Measure, str] = {
    Measure.SPEND: "Spending", Measure.SAVING: "Savings", Measure.GAP: "Budget gap", Measure.PRESSURE: "Pressures",
    Measure.RESERVE: "Reserves",
}  # fmt: skip

#: Between a sum and the name that it was spent on.
_ON = pattern(
    "assembly.naming.on",
    r"(?i)\ (?:(?:was|were|is|are|being|to\ be)\ )?(?:(?:spent|allocated|set\ aside)\ )?(?P<how>on|for)\ (?:the\ |its\ |our\ )?(?=[A-Za-z])",
)
_NAME = pattern(
    "assembly.naming.name",
    r"(?P<name>(?!(?:a|an|top|behalf|average|last|this|that|these|those|each|every|which|whom|what|time|track|target|budget|year|years|it|them|one-off)\ )"
    r"[A-Za-z][a-z'/-]{1,24}(?:\ (?!(?:and|or|in|by|to|which|that|from|will|was|were|is|are|has|have|had|at|with|as|over|during|since|for|on|against|than|the|of|due|because|this|last|next|both)(?![a-z]))"
    r"[A-Za-z][A-Za-z'/-]{1,24}){0,4})(?=[,;.)]|\Z|\ )",
)
#: The subject of a verb that says what the money did: "Family support cost £3.3m".
_SUBJECT = pattern(
    "assembly.naming.subject",
    r"(?:\A|[.;,]\ |\ and\ )(?P<name>[A-Z][A-Za-z'-]{1,24}(?:\ (?:and\ |for\ |of\ )?[a-z'-]{2,24}){0,4}?)\ (?:costs?|overspent|underspent|overspends|underspends)\ (?:by\ )?\Z",
)
OF_WHICH = pattern("assembly.naming.of_which", r"(?i)of\ which,?\ (?:(?:about|some|around)\ )?\Z")
_NOBODY = frozenset(
    (
        "the",
        "it",
        "this",
        "that",
        "we",
        "they",
        "there",
        "these",
        "which",
        "council",
        "service",
        "authority",
        "in",
        "on",
        "at",
    )
)
#: A name of money, told from the verbs and phrases that only say what a sum is: "above what was budgeted".
_MONEY_NOUN = pattern(
    "assembly.naming.money_noun",
    r"(?i)(?<![a-z])(?:budgets?|limit|gap|shortfall|deficit|hole|pressures?|savings?|efficienc(?:y|ies)|reductions?|reserves?|balances?|grants?|funding|funds?|contingenc(?:y|ies)|loans?|borrowing|debt|"
    r"investments?|income|contributions?|receipts?|fees|costs?|price|payments?|salar(?:y|ies)|spend|spending|expenditure|outturn|growth|increases?|overspends?|underspends?|uplifts?|allocations?|provision|programme|capital|"
    r"premium|schemes?|contract|value|variances?|position|facility|save|money|block|increase)\Z",
)
_JOINED = frozenset((", ", " and ", ", and ", " & ", "/"))


def behind(place: Place, vocabulary: Vocabulary) -> str | None:
    """The name that a sum was spent on, right behind it; None where none stands there.

    A service is called what the vocabulary calls it; after "on" other names are printed as they stand.
    """
    on = _ON.match(place.after)
    if on is None:
        return None
    at = place.mention.end + on.end()
    found = terms_in(place.text, at, place.end, vocabulary.words("service"))
    if found and found[0].start == at:
        return found[0].meaning
    name = _NAME.match(place.after, on.end())
    return None if name is None or on["how"].lower() != "on" else name["name"]


def subject(place: Place) -> str | None:
    """What the verb right before a sum is said of: "Family support cost £3.3m"."""
    found = _SUBJECT.search(place.before)
    if (
        found is None
        or found["name"].split(" ")[0].lower() in _NOBODY
        or found["name"].split(" ")[-1].lower() in _NOBODY
    ):
        return None
    return found["name"]


def listed(place: Place, last: Term, found: Sequence[Term]) -> str:
    """The names of a list that ends in the one nearest before a sum: "residential care, fostering and adoption - £3.6m".

    Args:
        place: the sum in its sentence.
        last: the nearest name.
        found: every name of the sentence, in order.

    Returns:
        The list as printed, or what the vocabulary calls the name where it stands alone.
    """
    first = last
    for term in reversed([term for term in found if term.end <= last.start]):
        if place.text[term.end : first.start] not in _JOINED:
            break
        first = term
    return last.meaning if first is last else place.text[first.start : last.end]


def called(measure: Measure, printed: str) -> str:
    """What a sum is called by its measure alone: the words that told it where they are a name, else the measure's own."""
    if printed and _MONEY_NOUN.search(printed) is None:
        return CALLED.get(measure, measure.value)
    words = printed.split()
    folded = "".join(words).replace("-", "").lower()
    if (len(words) > 1 or measure is Measure.BUDGET) and not folded.startswith(measure.value):
        return printed
    return CALLED.get(measure, measure.value) if folded else ""
