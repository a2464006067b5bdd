"""What tells the measure of a sum besides the nearest word of money: who gives it, where it comes from, what moved by it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.assembly.terms import terms_in
from cstrack.model.budget import Measure
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.assembly.places import Place
    from cstrack.assembly.terms import Term
    from cstrack.facts.vocabulary import Vocabulary

#: Right behind a sum: what it is taken from; a name of several words may stand before the word of money.
_FROM = pattern(
    "assembly.cues.from",
    r"(?i)\ (?:is\ |was\ |will\ be\ |to\ be\ |be\ )?(?:taken\ |drawn\ |released\ |found\ |transferred\ )?(?:from|out\ of)\ (?:the\ |its\ |our\ |their\ |a\ )?(?-i:(?:[A-Z][A-Za-z'-]{1,20}\ ){0,5})(?:[a-z]{4,14}\ )?\Z",
)
#: Right behind a sum that is put away: "transfer £2m to reserves".
_INTO = pattern(
    "assembly.cues.into",
    r"(?i)\ (?:be\ |was\ |is\ |to\ be\ )?(?:transferred\ |returned\ |added\ |put\ |credited\ |carried\ |moved\ )?(?:to|into)\ (?:the\ |its\ |our\ |a\ |an\ )?(?-i:(?:[A-Z][A-Za-z'-]{1,20}\ ){0,5})(?:general\ |earmarked\ )?\Z",
)
_TAKEN_FROM = frozenset((Measure.RESERVE, Measure.CONTINGENCY, Measure.GRANT, Measure.LOAN, Measure.INCOME))
_PUT_AWAY = frozenset((Measure.RESERVE, Measure.CONTINGENCY))
#: Between a giver and its verb, and between the verb and the sum.
_NO_CLAUSE = pattern("assembly.cues.no_clause", r"[;:]|,\ (?:and|but|which|while|whilst|although)\ ")
_GIVEN_BY = pattern("assembly.cues.given_by", r"(?i)(?:\ [a-z]{2,14}){0,3}\ (?:from|by)\ (?:the\ |central\ )?\Z")
#: Right before a sum: something rose, or fell, by it.
_MOVED = pattern(
    "assembly.cues.moved",
    r"(?i)(?<![a-z])(?:(?P<up>increas(?:ed|es|e|ing)|ris(?:es|en|ing)|rose|grew|grown|grows|up|climbed|worsen(?:ed|s)|deteriorated|raised|uplifted|swollen)"
    r"|(?P<down>reduc(?:ed|es|ing)|decreas(?:ed|es|ing)|fall(?:s|en|ing)?|fell|down|cut|improv(?:ed|es|ing)|dropp?(?:ed|s)|shr[au]nk|come\ down|gone\ down))(?:\ (?:further|again|slightly|also))?"
    r"\ by\ (?:a\ further\ |another\ |some\ |about\ |around\ |over\ |almost\ |nearly\ )?\Z",
)
#: What a variance is spoken of as, and the verbs that only a variance has.
_POSITION = pattern(
    "assembly.cues.position",
    r"(?i)(?<![a-z])(?:position|forecast|variance|outturn|worsen(?:ed|s)|deteriorated|improv(?:ed|es|ing))(?![a-z])",
)
_OVER = pattern(
    "assembly.cues.over",
    r"(?i)\ (?:(?P<over>over|adverse|overspent|to\ the\ bad)|(?P<under>under|favourable|underspent|to\ the\ good))(?=[.,;:)]|\ and\ |\Z)",
)
_PAST = pattern(
    "assembly.cues.past",
    r"(?i)(?<![a-z])(?:(?P<past>exceed(?:s|ed|ing)?|overshoots?|overr[ua]n|outstrip(?:s|ped)?)|(?:falls?|fell|fallen|falling)\ short\ of)\ (?:[^.;]|\.(?=[0-9])){1,90}\ by\ (?:some\ |about\ |over\ |around\ )?\Z",
)
_TAKES = pattern(
    "assembly.cues.takes",
    r"(?i)(?<![a-z])(?:take|takes|taking|took|taken|strip|strips|stripping|stripped|cut|cuts|cutting)\ \Z",
)
_OUT_OF = pattern("assembly.cues.out_of", r"(?i)(?:\ (?:a|per)\ (?:year|annum))?\ out\ of\ ")
_WOULD = pattern(
    "assembly.cues.would", r"(?i)\ would\ (?:allow|enable|fund|pay\ for|buy|employ|secure|meet\ the)(?![a-z])"
)
#: What stays itself when it moves; a budget that rises is growth, and spending that falls a saving.
_MOVES = frozenset(
    (Measure.OVERSPEND, Measure.UNDERSPEND, Measure.GAP, Measure.PRESSURE, Measure.RESERVE, Measure.GRANT, Measure.INCOME, Measure.SAVING, Measure.LOAN)
)  # fmt: skip
#: Right before a sum: what the words before it were brought to.
_BROUGHT = pattern(
    "assembly.cues.brought",
    r"(?i)(?<![a-z])(?:(?:br(?:ought|ings?|inging)|cuts?|cutting|reduc(?:es?|ed|ing)|tak(?:es?|ing|en)|took|leav(?:es|ing)|left|lower(?:s|ed|ing)|trim(?:s|med|ming)?|push(?:es|ed|ing))\ "
    r"(?:that|this|it|the\ (?:figure|total|forecast|position|variance))\ (?:back\ )?(?:down\ |up\ )?(?:to|at)|(?:down|up)\ (?:to|from))\ (?:some\ |about\ |around\ |just\ |only\ )?\Z",
)
_GENERIC = frozenset((Measure.BUDGET, Measure.SPEND, Measure.COST))
_WITHIN = 60


@final
@frozen
class Cue:
    """A measure that the words around a sum tell, with how surely.

    Attributes:
        measure: what the sum is.
        printed: the words that told it.
        cost: how far they stand, as the nearest word of money is told; less is surer.
    """

    measure: Measure
    printed: str
    cost: float


def heads_only(text: str, found: Sequence[Term]) -> tuple[Term, ...]:
    """Words of money without those that only begin the name of another: "cost saving", "Budget Management Reserve"."""
    begun = {
        first
        for first, second in pairwise(found)
        if Measure(first.meaning) in _GENERIC and first.meaning != second.meaning and _joined(text, first, second)
    }
    return tuple(term for term in found if term not in begun)


def _joined(text: str, first: Term, second: Term) -> bool:
    between = text[first.end : second.start]
    if between == " ":
        return True
    return first.printed[0].isupper() and second.printed[0].isupper() and _NAME.fullmatch(between) is not None


_NAME = pattern("assembly.cues.name", r"\ (?:(?:[A-Z][A-Za-z'-]{1,20}|and|&)\ ){1,4}")


def taken_from(place: Place, term: Term) -> Cue | None:
    """What a sum is by where it comes from or goes, right behind it: "£2.5m from reserves", "£10m from the Schools Reserve"."""
    if term.start < place.mention.end or term.start - place.mention.end > 2 * _WITHIN:
        return None
    measure, between = Measure(term.meaning), place.text[place.mention.end : term.start]
    if measure in _TAKEN_FROM and _FROM.fullmatch(between):
        return Cue(measure, term.printed, 2)
    if measure in _PUT_AWAY and _INTO.fullmatch(between):
        return Cue(measure, term.printed, 6)
    return None


def given(place: Place, vocabulary: Vocabulary) -> Iterator[Cue]:
    """Grants and contributions told by who gives them: "the Department agreed to pay £95m", "£3m from the Home Office"."""
    funders = terms_in(place.text, place.start, place.end, vocabulary.words("funder"))
    if not funders:
        return
    start, end = place.mention.start, place.mention.end
    for verb in terms_in(place.text, place.start, start, vocabulary.words("giving")):
        giver = next((term for term in reversed(funders) if term.end <= verb.start), None)
        if giver is None or verb.start - giver.end > _WITHIN or start - verb.end > _WITHIN:
            continue
        if _NO_CLAUSE.search(place.text, giver.end, start) is None:
            yield Cue(Measure(giver.meaning), f"{giver.printed} {verb.printed}", 1 + 0.2 * (start - verb.end))
    behind = next((term for term in funders if term.start >= end), None)
    if behind is not None and behind.start - end <= _WITHIN and _GIVEN_BY.fullmatch(place.text, end, behind.start):
        yield Cue(Measure(behind.meaning), behind.printed, 5)


def moved(place: Place, found: Sequence[Term]) -> Cue | None:
    """What a sum is that something rose or fell by: the thing itself, growth of a budget, or a saving."""
    verb = _MOVED.search(place.text, max(place.start, place.mention.start - _WITHIN), place.mention.start)
    if verb is None:
        return _past(place)
    subject = next((term for term in reversed(found) if term.end <= verb.start()), None)
    if subject is not None and _NO_CLAUSE.search(place.text, subject.end, verb.start()) is None:
        measure = Measure(subject.meaning)
        if measure in _MOVES:
            return Cue(measure, subject.printed, 2)
        return Cue(Measure.GROWTH if verb["up"] else Measure.SAVING, verb.group().strip(), 2)
    if _POSITION.search(place.text, max(place.start, verb.start() - _WITHIN), verb.end()):
        return Cue(Measure.OVERSPEND, verb.group().strip(), 2)
    return None


def _past(place: Place) -> Cue | None:
    """What a sum is by which something went past, or stayed short of, another: "to exceed its allocation of £33.4m by £2.6m"."""
    past = _PAST.search(place.text, max(place.start, place.mention.start - 2 * _WITHIN), place.mention.start)
    if past is None:
        return None
    return Cue(Measure.OVERSPEND if past["past"] else Measure.GAP, past.group(0).split(" ")[0], 1)


def beside(place: Place) -> Cue | None:
    """What the words right behind a sum say of it: "£1.9m over", "takes £2m out of the base", "£45,000 would allow a post"."""
    if _OUT_OF.match(place.after) and _TAKES.search(place.before):
        return Cue(Measure.SAVING, "takes out", 1)
    if _WOULD.match(place.after):
        return Cue(Measure.COST, "", 3)
    found = _OVER.match(place.text, place.mention.end)
    if found is None:
        return None
    return Cue(Measure.OVERSPEND if found["over"] else Measure.UNDERSPEND, found.group().strip(), 1)


def is_what_was_left(place: Place) -> bool:
    """Whether a sum is what an earlier one was brought to: "worth £5.7m and brought that down to £9.6m"."""
    at = place.mention.start
    return _BROUGHT.search(place.text, max(place.start, at - _WITHIN), at) is not None
