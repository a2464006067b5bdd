"""A few words by which a person recognises a sum of money: its service, what it was spent on, or what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.assembly import naming
from cstrack.assembly.terms import terms_in
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from cstrack.assembly.carried import Meant
    from cstrack.assembly.places import Place
    from cstrack.assembly.terms import Term
    from cstrack.facts.vocabulary import Vocabulary

BEFORE_COLON = pattern("assembly.labels.before_colon", r"(?P<label>[A-Z][A-Za-z',()/& -]{2,60}?)(?::|\ -)\ ")
_SUBJECT_END = pattern(
    "assembly.labels.subject_end",
    r"(?i)\ (?:was|were|is|are|has|have|had|will|fell|rose|went|stood|remained?|increased|reduced|decreased|improved|met|of|to|from|at|by)\ ",
)
_THERE = pattern(
    "assembly.labels.there",
    r"(?i)there\ (?:is|are|was|were|has\ been|have\ been|had\ been)\ (?:also\ |now\ |still\ |currently\ )?(?:(?:an?|the)\ )?(?:(?:increasing|growing|rising|falling|large|small|high|low)\ )?(?:numbers?\ of\ |proportion\ of\ )?(?=[A-Za-z])",
)
_IN_BRACKETS = pattern("assembly.labels.in_brackets", r"\ \([^()]{1,30}\)")
_VERB = pattern(
    "assembly.labels.verb", r"(?i)\ (?:will|would|has|have|had|is|was|are|were|shows?|reports?|reported|achieved?)\ "
)
_DETERMINER = pattern(
    "assembly.labels.determiner", r"(?i)(?:the|a|an|our|its|their|all|overall|there|currently|also|only|just|some)\ "
)

_DISTANCE_TO_BEHIND = 10
LONGEST = 60
_CROSSED = 40
SHORTEST = 2
#: A name right before a figure in brackets: "youth (£650,000)".
_BRACKETED = pattern("assembly.labels.bracketed", r"(?P<name>[A-Za-z](?:[A-Za-z'&/-]|\ (?!\()){1,50}+)\ \(\Z")
_NAME_STARTS = pattern(
    "assembly.labels.name_starts", r"(?i)\ (?:and|were|was|are|is|the|of|for|including|on|in|to|by|as)\ "
)


@final
@frozen
class Named:
    """What a number is called.

    Attributes:
        label: a few words.
        indicator: id of the catalogue's indicator; None where none fits.
    """

    label: str
    indicator: str | None = None


def service_of(place: Place, vocabulary: Vocabulary) -> str | None:
    """The service that a sum belongs to, by the nearest name of one in its clause; None where none stands there."""
    on = naming.behind(place, vocabulary)
    if on is not None:
        return short(on)
    found = terms_in(place.text, place.start, place.end, vocabulary.words("service"))
    best = nearest(place, found) or _of_the_whole(place, found) or _of_the_subject(place, found)
    if best is None:
        return None
    return short(naming.listed(place, best, found)) if best.end <= place.mention.start else best.meaning


def _of_the_whole(place: Place, found: tuple[Term, ...]) -> Term | None:
    """The service of the sum that this one is a part of: "£7m on children looked after, of which £0.7m was met from income"."""
    ahead = [term for term in found if term.end <= place.mention.start]
    return ahead[-1] if ahead and naming.OF_WHICH.search(place.before) else None


def _of_the_subject(place: Place, found: tuple[Term, ...]) -> Term | None:
    """The one service that the sentence speaks of, where it is the subject of the verb that tells of several sums."""
    first = min((other.start for other in place.figures), default=place.mention.start)
    ahead = [term for term in found if term.end <= first]
    if not ahead or len({term.meaning for term in found}) > 1 or ";" in place.text[ahead[-1].end : place.mention.start]:
        return None
    verb = _VERB.search(place.text, ahead[-1].end, first)
    return None if verb is None else ahead[-1]


def nearest(place: Place, found: tuple[Term, ...]) -> Term | None:
    """The name that stands nearest to a figure and may be its own; None where each belongs to another."""
    costs = [(_distance(place, term), term) for term in found]
    costs = [(cost, term) for cost, term in costs if cost is not None]
    return min(costs, key=lambda pair: (pair[0] or 0, pair[1].start))[1] if costs else None


def _distance(place: Place, term: Term) -> float | None:
    """How far a name stands from the figure; None beyond a semicolon, a full stop or another figure of the same kind."""
    mention = place.mention
    if term.end <= mention.start:
        between, extra = place.text[term.end : mention.start], 0
        first, last = term.end, mention.start
    elif term.start >= mention.end:
        between, extra = place.text[mention.end : term.start], _DISTANCE_TO_BEHIND
        first, last = mention.end, term.start
    else:
        return 0
    same = mention.figure.unit
    crossed = [other for other in place.figures if other is not mention and first <= other.start < last]
    if ";" in between or any(other.figure.unit == same or term.end <= mention.start for other in crossed):
        return None
    return len(between) + extra + _CROSSED * len(crossed)


def money_label(place: Place, service: str | None, meant: Meant) -> str:
    """The label of a sum: its service, else what its verb is said of, else the words that say what it is.

    Args:
        place: the sum in its sentence.
        service: the service it belongs to; None where none is named.
        meant: what the sum is.
    """
    row = BEFORE_COLON.match(place.sentence) if place.mention.rule == "figure.cell" else None
    if row is not None:
        return short(row["label"])
    bracketed = _BRACKETED.search(place.before[-60:])
    if bracketed is not None:
        name = _NAME_STARTS.split(bracketed["name"])[-1]
        return short(name) if len(name) > SHORTEST else capital(naming.called(meant.measure, meant.printed))
    if service is not None:
        return service
    said_of = naming.subject(place)
    if said_of is not None:
        return short(said_of)
    return capital(naming.called(meant.measure, meant.printed)) or short(spoken_subject(place)) or "Money"


def spoken_subject(place: Place) -> str:
    """The words the sentence speaks of, up to its verb."""
    before = place.before.rpartition(";")[2].strip()
    existential = _THERE.match(before)
    if existential is not None:
        return _IN_BRACKETS.sub("", before[existential.end() :]).strip(" (")
    end = _SUBJECT_END.search(" " + before)
    subject = before if end is None else before[: max(0, end.start() - 1)]
    determiner = _DETERMINER.match(subject)
    return subject[determiner.end() :] if determiner is not None else subject


def short(words: str) -> str:
    """Words cut to the length of a label at a blank, with a capital."""
    words = words.strip(" ,;:.-(")
    if len(words) > LONGEST:
        words = words[: LONGEST + 1].rpartition(" ")[0].rstrip(" ,;:.-(")
    return capital(words)


def capital(words: str) -> str:
    """Words with a capital first letter."""
    return words[:1].upper() + words[1:]
