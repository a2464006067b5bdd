"""A few words by which a person recognises a number: the service, the indicator, or what is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, final

from attrs import evolve, frozen

from cstrack.assembly.terms import terms_in
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from cstrack.assembly.places import Place
    from cstrack.assembly.terms import Term
    from cstrack.facts.mention import FigureMention
    from cstrack.facts.vocabulary import Vocabulary

_BEFORE_COLON = pattern("assembly.labels.before_colon", r"(?P<label>[A-Z][A-Za-z',()/& -]{2,60}?)(?::|\ -)\ ")
_SUBJECT_END = pattern(
    "assembly.labels.subject_end",
    r"(?i)\ (?:was|were|is|are|has|have|had|will|fell|rose|went|stood|remained?|increased|reduced|decreased|improved|met|of|to|from|at|by)\ ",
)
_COMPARED = pattern(
    "assembly.labels.compared", r"(?i)(?<![a-z])(?:national|england|neighbours?|region(?:al)?)(?![a-z])"
)
_DETERMINER = pattern(
    "assembly.labels.determiner", r"(?i)(?:the|a|an|our|its|their|all|overall|there|currently|also|only|just|some)\ "
)

_UNITS_OF_SHARES = frozenset(("percent", "percentage_point"))
_DISTANCE_TO_BEHIND = 10
_LONGEST = 60
_CROSSED = 40
_POINTING = frozenset(("this", "these", "that", "it", "them"))
_POINTS_BACK = pattern(
    "assembly.labels.points_back", r"(?i)(?:so\ far|to\ date|of\ (?:these|those|which)|this|these|currently)(?![a-z])"
)
#: What a stretch of time belongs to: "5 year plan".
_NAMED_BEHIND = pattern(
    "assembly.labels.named_behind",
    r"\ (?P<name>(?!(?:of|in|to|from|for|and|or|at|by|with|that|which|when|the|a|an|is|was|were|are|has|have|had|will|old|ago|on|as|after|before|than|per|it)\ )[a-z][a-z-]{2,20}(?:\ (?:plan|period|term|strategy|programme|limit))?)(?![a-z])",
)
#: What is added, behind a comma: "with a further 4, in house placements will be created".
_ADDED = pattern("assembly.labels.added", r",\ (?P<name>[a-z][a-z' -]{3,60}?)\ (?:will|were|was|are|have|has|is)\ ")
_SHORTEST = 2
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
    found = terms_in(place.text, place.start, place.end, vocabulary.words("service"))
    best = _nearest(place, found)
    return None if best is None else best.meaning


def _nearest(place: Place, found: tuple[Term, ...]) -> Term | None:
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


def money_label(place: Place, service: str | None, measure: str) -> str:
    """The label of a sum: its service, else the words that say what it is, else what the sentence speaks of."""
    row = _BEFORE_COLON.match(place.sentence) if place.mention.rule == "figure.cell" else None
    if row is not None:
        return _short(row["label"])
    bracketed = _BRACKETED.search(place.before[-60:])
    if bracketed is not None:
        name = _NAME_STARTS.split(bracketed["name"])[-1]
        return _short(name) if len(name) > _SHORTEST else _capital(measure)
    if service is not None:
        return service
    return _capital(measure) if measure else _short(_subject(place)) or "Money"


#: The labels of the numbers before, by block and offset; numbers are read in the order of the page.
Labels: TypeAlias = dict[tuple[int, int], Named]


def count_label(place: Place, vocabulary: Vocabulary, known: Labels) -> Named:
    """The label and indicator of a number counted or measured.

    Args:
        place: the number in its sentence.
        vocabulary: the words of the field.
        known: the labels of the numbers before it; this one is added.
    """
    named = _count_label(place, vocabulary, known)
    known[place.mention.block, place.mention.start] = named
    return named


def _count_label(place: Place, vocabulary: Vocabulary, known: Labels) -> Named:
    indicator = _indicator(place, vocabulary)
    if indicator is not None:
        return Named(_capital(vocabulary.words("indicator_name").get(indicator, indicator)), indicator)
    title = _BEFORE_COLON.match(place.sentence)
    if title is not None and title.end() <= place.mention.start - place.start:
        return Named(_short(title["label"]))
    if place.mention.rule == "figure.numerator":
        whole = next((figure for figure in place.figures if figure.start >= place.mention.end), None)
        counted = "" if whole is None else _counted(evolve(place, mention=whole))
        if counted:
            return Named(_short(counted))
    if place.mention.rule == "figure.duration":
        behind = _NAMED_BEHIND.match(place.after)
        if behind is not None:
            return Named(_short(behind["name"]))
    row = _BEFORE_COLON.match(place.sentence) if place.mention.rule == "figure.cell" else None
    counted = "" if row is not None else _counted(place)
    if counted.lower() in _POINTING:
        return Named(_short(place.text[place.mention.start : place.mention.end]))
    if len(counted) > 3:
        return Named(_short(counted))
    added = _ADDED.match(place.after)
    if added is not None:
        return Named(_short(added["name"]))
    earlier = place.earlier
    before = None if earlier is None else known.get((earlier.block, earlier.start))
    if earlier is not None and before is not None and _goes_on(earlier, place):
        return before
    return Named(_short(_opening(place) or _subject(place) or counted or place.sentence))


def _opening(place: Place) -> str:
    """The first sentence of the block where the figure's own only points back to it: "Developing capacity. So far 1 ..."."""
    if place.start == 0 or not _POINTS_BACK.match(place.sentence):
        return ""
    opening = place.text[: place.start].partition(". ")[0]
    return opening if len(opening) <= _LONGEST else ""


def _goes_on(earlier: FigureMention, place: Place) -> bool:
    """Whether a figure goes on with the subject of the one before it: in the same clause, or compared with it."""
    if earlier.rule == "figure.duration":
        return False
    between = place.text[earlier.end : place.mention.start]
    return ";" not in between or _COMPARED.search(between) is not None


def _indicator(place: Place, vocabulary: Vocabulary) -> str | None:
    units = vocabulary.words("indicator_unit")
    unit = place.mention.figure.unit
    fitting = tuple(
        term
        for term in terms_in(place.text, place.start, place.end, vocabulary.words("indicator"))
        if _fits(unit, units.get(term.meaning, ""))
    )
    best = _nearest(place, fitting)
    return None if best is None else best.meaning


def _fits(unit: str, indicator: str) -> bool:
    if unit in _UNITS_OF_SHARES:
        return indicator == "percent"
    if unit in {"count", "FTE"} or unit.startswith("count/"):
        return indicator in {"count", "FTE"}
    return unit == indicator


def _counted(place: Place) -> str:
    """The noun phrase behind the number, inside its span."""
    printed = place.text[place.mention.start : place.mention.end]
    words = printed.split(" ")
    last = max((at for at, word in enumerate(words) if any(letter.isdigit() for letter in word)), default=0)
    rest = " ".join(words[last + 1 :]) if len(words) > last + 1 else ""
    rest = "" if rest in {"per cent", "cent", "percent"} else rest
    for word in ("per cent", "cent", "percent", "or more", "or fewer", "of", "all", "the", "more"):
        rest = rest.removeprefix(word + " ")
    return rest.strip()


def _subject(place: Place) -> str:
    """The words the sentence speaks of, up to its verb."""
    before = place.before.rpartition(";")[2].strip()
    end = _SUBJECT_END.search(" " + before)
    subject = before if end is None else before[: max(0, end.start() - 1)]
    determiner = _DETERMINER.match(subject)
    return subject[determiner.end() :] if determiner is not None else subject


def _short(words: str) -> str:
    words = words.strip(" ,;:.-(")
    if len(words) > _LONGEST:
        words = words[: _LONGEST + 1].rpartition(" ")[0].rstrip(" ,;:.-(")
    return _capital(words)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
