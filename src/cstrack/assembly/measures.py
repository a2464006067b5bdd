"""What a sum of money is, and on what ground it stands, told by the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, final

from attrs import frozen

from cstrack.assembly import naming
from cstrack.assembly.terms import terms_in
from cstrack.model.budget import Measure
from cstrack.model.indicator import Basis
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.assembly.places import Place, Surroundings
    from cstrack.assembly.terms import Term
    from cstrack.facts.vocabulary import Vocabulary

#: How much farther a word may stand than another and still be meant: the general words of money yield to the special ones.
_WEIGHT = {
    Measure.BUDGET: 14, Measure.SPEND: 10, Measure.COST: 10, Measure.INCOME: 8, Measure.GROWTH: 6, Measure.INVESTMENT: 6,
    Measure.RESERVE: 6, Measure.GRANT: 4, Measure.LOAN: 4,
}  # fmt: skip

#: Between a sum and the word behind it: where the money goes to or comes from, not what it is.
_ELSEWHERE = pattern(
    "assembly.measures.elsewhere",
    r"(?i)(?<![a-z])(?:from|to|towards?|into|against|for|before|by|on|in|with|at|through|within|under)(?![a-z-])",
)
#: Before the sum: "against a budget of £5m" is a budget, "budget, £5m of it ..." is another clause.
_OTHER_CLAUSE = pattern(
    "assembly.measures.other_clause", r"[;]|(?i:(?<![a-z])(?:while|whilst|although|but|which|so\ that)(?![a-z]))"
)
#: A figure in brackets right behind a sum explains it: "£3.4m (3.1%) more than budget".
_WITHOUT_BRACKET = pattern("assembly.measures.bracket", r"\A\ ?\([^()]{1,40}\)")
_HEAD = pattern(
    "assembly.measures.head",
    r"(?i)\ ?(?:of|totall?ing|amounting\ to|worth|was|is|at|:|-|stands\ at|by|around|to)\ (?:some\ |only\ )?\Z",
)
#: Behind a part of a sum: what paid for it.
_MET_FROM = pattern(
    "assembly.measures.met_from",
    r"(?i)\ (?:(?:was|is|were|are|being|will\ be|has\ been|have\ been)\ )?(?:met|funded|financed|covered)\ (?:from|by|through)\ (?:the\ |its\ |other\ )?",
)
_INVEST_TO_SAVE = pattern("assembly.measures.invest_to_save", r"(?i)invest[-\ ]to[-\ ]save")
_CHANGE = pattern(
    "assembly.measures.change",
    r"(?i)(?<![a-z])(?:increas|decreas|reduc|ris|rose|fall|fell|improv|worsen|deteriorat|up\ |down\ |movement)",
)

#: Words that say the measure first and the basis only where no other does.
_SAYS_THE_MEASURE = frozenset(("overspent", "underspent", "spent"))
_PROVISIONAL = pattern("assembly.measures.provisional", r"(?i)(?<![a-z])provisional(?![a-z])")

_ANY = frozenset(Basis)

#: The cost of what nothing tells.
_ASSUMED = 1000
#: How many characters back in a block a sum can be gone on with.
_EARLIER = 1500
_OTHER_FIGURE = 25
_COMMA = 4
_CLAUSE = 40
_BRACKET = 10
_AWAY = 30
_CONTINUES = 14


@final
@frozen
class Meant:
    """What a sum is.

    Attributes:
        measure: what it is.
        printed: the words that told it; empty where a figure before it did.
        cost: how far the words stand; less is surer.
        inferred: it was taken from a figure before it or from a heading.
    """

    measure: Measure
    printed: str
    cost: float
    inferred: bool = False


#: What each sum is, by block and offset; sums are read in the order of the page.
Meanings: TypeAlias = dict[tuple[int, int], Meant]


def measure_of(place: Place, paper: Surroundings, vocabulary: Vocabulary, known: Meanings) -> Meant:
    """What a sum of money is: by the nearest word of money, by the sum it continues, by the heading, else a budget.

    Args:
        place: the sum in its sentence.
        paper: the paper around it.
        vocabulary: the words of the field.
        known: what the sums before it are; this one is added.
    """
    key = (place.mention.block, place.mention.start)
    if key not in known:
        known[key] = _measure_of(place, paper, vocabulary, known)
    return known[key]


def _measure_of(place: Place, paper: Surroundings, vocabulary: Vocabulary, known: Meanings) -> Meant:
    words = vocabulary.words("measure")
    found = terms_in(place.text, place.start, place.end, words)
    options = [_meant(place, term) for term in found]
    if _INVEST_TO_SAVE.search(place.sentence):
        options.append(Meant(Measure.INVESTMENT, "invest to save", 1))
    carried = _carried(place, found, known)
    if carried is not None:
        options.append(carried)
    if "/" in place.mention.figure.unit:
        options.append(Meant(Measure.COST, "", _CONTINUES))
    best = min(options, key=lambda option: option.cost, default=None)
    if best is not None:
        return best
    return (
        _from_before(place, paper, known)
        or _from_above(place, paper, vocabulary)
        or Meant(Measure.BUDGET, "", _ASSUMED, inferred=True)
    )


def _meant(place: Place, term: Term) -> Meant:
    measure = Measure(term.meaning)
    cost: float = _WEIGHT.get(measure, 0)
    start, end = place.mention.start, place.mention.end
    if term.start >= end:
        between = _WITHOUT_BRACKET.sub("", place.text[end : term.start])
        end += len(place.text[end : term.start]) - len(between)
        cost += len(between) + 2 + (_AWAY if _ELSEWHERE.search(between) else 0)
        if naming.OF_WHICH.search(place.before) and _MET_FROM.fullmatch(between):
            return Meant(measure, term.printed, 0)
    elif term.end <= start:
        between = place.text[term.end : start]
        cost += 0 if _HEAD.fullmatch(between) else 0.8 * len(between)
    else:
        return Meant(measure, term.printed, cost)
    others = sum(
        1
        for figure in place.figures
        if figure is not place.mention and min(end, term.end) <= figure.start < max(start, term.start)
    )
    cost += others * _OTHER_FIGURE + between.count(",") * _COMMA + _CLAUSE * len(_OTHER_CLAUSE.findall(between))
    cost += _BRACKET * (between.count("(") + between.count(")"))
    return Meant(measure, term.printed, cost)


def _carried(place: Place, found: Sequence[Term], known: Meanings) -> Meant | None:
    """The measure of the sum before this one, where nothing between the two names another."""
    sums = [
        figure
        for figure in place.figures
        if figure.start < place.mention.start and figure.figure.unit.startswith("GBP")
    ]
    if not sums:
        return None
    earlier = sums[-1]
    named = [
        term
        for term in found
        if earlier.end <= term.start and term.end <= place.mention.start and term.meaning != Measure.GROWTH.value
    ]
    between = place.text[earlier.end : place.mention.start]
    if named and not all(_directly_behind(place, earlier.end, term) for term in named):
        return None
    before = known.get((earlier.block, earlier.start))
    if before is None:
        return None
    return Meant(before.measure, before.printed, _CONTINUES + 0.1 * len(between), inferred=True)


def _directly_behind(place: Place, end: int, term: Term) -> bool:
    """Whether a word of money belongs to the sum before it: "£13m of savings; £6.8m more"."""
    between = place.text[end : term.start]
    return len(between) <= len(" of recurrent ") and ";" not in between and not _ELSEWHERE.search(between)


def _from_before(place: Place, paper: Surroundings, known: Meanings) -> Meant | None:
    """The measure of the last sum of an earlier sentence of the block: "The savings target is £3.8m. £2.6m has been delivered"."""
    sums = [
        figure
        for figure in paper.figures_between(place.mention.block, place.start - _EARLIER, place.start)
        if figure.figure.unit.startswith("GBP")
    ]
    if not sums:
        return None
    meant = [known[at] for found in reversed(sums) if (at := (found.block, found.start)) in known]
    sure = [found for found in meant if found.cost < _ASSUMED]
    before = next((found for found in sure if found.measure is not Measure.BUDGET), sure[0] if sure else None)
    return None if before is None else Meant(before.measure, before.printed, 400, inferred=True)


def _from_above(place: Place, paper: Surroundings, vocabulary: Vocabulary) -> Meant | None:
    lead = () if place.block.lead is None else (place.block.lead,)
    for index in (*lead, *paper.above(place.mention.block)):
        text = paper.texts[index]
        found = [
            term
            for term in terms_in(text, 0, len(text), vocabulary.words("measure"))
            if term.meaning != Measure.BUDGET.value
        ]
        if found:
            return Meant(Measure(found[0].meaning), found[0].printed, 500, inferred=True)
    return None


def basis_of(place: Place, vocabulary: Vocabulary, among: frozenset[Basis] = _ANY) -> Basis | None:
    """On what ground a number stands, by the nearest word of its sentence; None where nothing there says.

    Args:
        place: the number in its sentence.
        vocabulary: the words of the field.
        among: the grounds that such a number can stand on; words of others are passed over.
    """
    found = [
        term
        for term in terms_in(place.text, place.start, place.end, vocabulary.words("basis"))
        if Basis(term.meaning) in among
    ]
    start, end = place.mention.start, place.mention.end

    def distance(term: Term) -> float:
        between = place.text[term.end : start] if term.end <= start else place.text[end : term.start]
        others = sum(
            1
            for figure in place.figures
            if min(end, term.end) <= figure.start < max(start, term.start) and figure is not place.mention
        )
        weak = _AWAY if term.printed.lower() in _SAYS_THE_MEASURE else 0
        return weak + len(between) + _CLAUSE * len(_OTHER_CLAUSE.findall(between)) + others * _COMMA

    if not found:
        return None
    basis = Basis(min(found, key=distance).meaning)
    return Basis.PROVISIONAL if basis is Basis.ACTUAL and _PROVISIONAL.search(place.sentence) else basis


def basis_above(
    place: Place, paper: Surroundings, vocabulary: Vocabulary, among: frozenset[Basis] = _ANY
) -> Basis | None:
    """On what ground a number stands whose sentence does not say: by its lead-in, else by the headings above."""
    for index in (() if place.block.lead is None else (place.block.lead,)) + paper.above(place.mention.block):
        text = paper.texts[index]
        for term in terms_in(text, 0, len(text), vocabulary.words("basis")):
            if Basis(term.meaning) in among:
                return Basis(term.meaning)
    return None


def is_movement(place: Place, measure: Measure) -> bool:
    """Whether a sum is a difference of a variance and no variance: "increase of £233,000 since October"."""
    near = place.text[max(place.start, place.mention.start - 24) : place.mention.start]
    return place.mention.change or (measure in {Measure.OVERSPEND, Measure.UNDERSPEND} and bool(_CHANGE.search(near)))
