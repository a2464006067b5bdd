"""What a sum of money is, and on what ground it stands, told by the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.assembly import naming
from cstrack.assembly.carried import (
    ASSUMED,
    CONTINUES,
    ELSEWHERE,
    Meant,
    carried,
    from_above,
    from_before,
    left,
    part,
)
from cstrack.assembly.cues import beside, given, heads_only, moved, taken_from
from cstrack.assembly.terms import terms_in
from cstrack.model.budget import Measure
from cstrack.model.indicator import Basis
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.assembly.carried import Meanings
    from cstrack.assembly.cues import Cue
    from cstrack.assembly.places import Place, Surroundings
    from cstrack.assembly.terms import Term
    from cstrack.facts.vocabulary import Vocabulary

#: How much farther a word may stand than another and still be meant: the general words of money yield to the special ones.
_WEIGHT = {
    Measure.BUDGET: 14, Measure.SPEND: 10, Measure.COST: 10, Measure.INCOME: 8, Measure.GROWTH: 6, Measure.INVESTMENT: 6,
    Measure.RESERVE: 6, Measure.GRANT: 4, Measure.LOAN: 4,
}  # fmt: skip

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
#: Behind a sum: what was done with it.
_HAS_BEEN = pattern(
    "assembly.measures.has_been",
    r"(?i)(?:\ of\ (?:it|this|that|which))?\ (?:has|had|have)\ (?:now\ |already\ |since\ |so\ far\ )?been\ ",
)
_INVEST_TO_SAVE = pattern("assembly.measures.invest_to_save", r"(?i)invest[-\ ]to[-\ ]save")
_CHANGE = pattern(
    "assembly.measures.change",
    r"(?i)(?<![a-z])(?:increas|decreas|reduc|ris|rose|fall|fell|improv|worsen|deteriorat|(?<!made\ )(?<!makes\ )(?<!taken\ )up\ |down\ |movement)",
)

#: Words that say the measure first and the basis only where no other does.
_SAYS_THE_MEASURE = frozenset(("overspent", "underspent", "spent"))
_PROVISIONAL = pattern("assembly.measures.provisional", r"(?i)(?<![a-z])provisional(?![a-z])")

_ANY = frozenset(Basis)

#: Words of money that stand farther than this yield to the sum of the sentence before.
_FAR = 80
_OTHER_FIGURE = 25
_ANOTHER_WORD = 8
_COMMA = 4
_CLAUSE = 40
_BRACKET = 10
_AWAY = 30


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
    found = heads_only(place.text, terms_in(place.text, place.start, place.end, words))
    weak = vocabulary.words("weak_measure")
    options = [
        _meant(place, term, float(weak.get(term.printed.lower(), 0)) + _crossed(place, term, found)) for term in found
    ]
    options += [Meant(cue.measure, cue.printed, cue.cost) for cue in _cues(place, found, vocabulary)]
    if _INVEST_TO_SAVE.search(place.sentence):
        options.append(Meant(Measure.INVESTMENT, "invest to save", 1))
    goes_on = left(place, paper, known) or part(place, paper, known) or carried(place, found, known)
    if goes_on is not None:
        options.append(goes_on)
    if "/" in place.mention.figure.unit:
        options.append(Meant(Measure.COST, "", CONTINUES))
    best = min(options, key=lambda option: option.cost, default=None)
    before = None if best is not None and best.cost <= _FAR else from_before(place, paper, known)
    if best is not None and (before is None or before.measure is Measure.BUDGET):
        return best
    return before or from_above(place, paper, vocabulary) or Meant(Measure.BUDGET, "", ASSUMED, inferred=True)


def _cues(place: Place, found: Sequence[Term], vocabulary: Vocabulary) -> Iterator[Cue]:
    yield from given(place, vocabulary)
    told = (moved(place, found), beside(place), *(taken_from(place, term) for term in found))
    yield from (cue for cue in told if cue is not None)


def _crossed(place: Place, term: Term, found: Sequence[Term]) -> float:
    """What other words of money between a word and its sum cost it."""
    first, last = (
        (term.end, place.mention.start) if term.end <= place.mention.start else (place.mention.end, term.start)
    )
    return _ANOTHER_WORD * sum(1 for other in found if first <= other.start and other.end <= last)


def _meant(place: Place, term: Term, weak: float) -> Meant:
    measure = Measure(term.meaning)
    cost: float = _WEIGHT.get(measure, 0) + weak
    start, end = place.mention.start, place.mention.end
    if term.start >= end:
        between = _WITHOUT_BRACKET.sub("", place.text[end : term.start])
        end += len(place.text[end : term.start]) - len(between)
        cost += len(between) + 2 + (_AWAY if ELSEWHERE.search(between) or _of_the_next(place, term) else 0)
        if naming.OF_WHICH.search(place.before) and _MET_FROM.fullmatch(between):
            return Meant(measure, term.printed, 0)
        if _HAS_BEEN.fullmatch(between):
            return Meant(measure, term.printed, 3 if " of " not in between else 0)
    elif term.end <= start:
        between = place.text[term.end : start]
        cost = 0.4 * cost if _HEAD.fullmatch(between) else cost + 0.8 * len(between)
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


def _of_the_next(place: Place, term: Term) -> bool:
    """Whether a word of money behind a sum stands right before another: "£58.9m, an overspend of £2.3m"."""
    later = next((figure for figure in place.figures if figure.start >= term.end), None)
    if later is None or later.start - term.end > 2 * _BRACKET:
        return False
    between = place.text[term.end : later.start]
    return between == " " or _HEAD.fullmatch(between) is not None


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
