"""A few words by which a person recognises a number counted or measured: the indicator, or what is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve

from cstrack.assembly import counting
from cstrack.assembly.labels import BEFORE_COLON, LONGEST, SHORTEST, Named, capital, nearest, short, spoken_subject
from cstrack.assembly.sayings import name_in, said_behind, subject_before
from cstrack.assembly.terms import terms_in
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from cstrack.assembly.places import Place, Surroundings
    from cstrack.facts.mention import FigureMention
    from cstrack.facts.vocabulary import Vocabulary

_COMPARED = pattern(
    "assembly.labels.compared", r"(?i)(?<![a-z])(?:national|england|neighbours?|region(?:al)?)(?![a-z])"
)
_UNITS_OF_SHARES = frozenset(("percent", "percentage_point"))
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
_FURTHER_ADDED = pattern(
    "assembly.labels.further_added",
    r"(?i)\ with\ (?:a\ further|another|an\ additional)\ [a-z0-9]{1,12},?\ (?P<name>[a-z][a-z' -]{3,60}?)\ (?:will|were|was|are|have|has|is|to\ be|planned|due)(?![a-z])",
)
#: "10% of Children's Services total budget".
_BUDGET_SHARE = pattern(
    "assembly.labels.budget_share",
    r"(?i)[0-9.]{1,7}\ ?(?:%|per\ cent)\ of\ (?:(?:the|its|our|that|this)\ )?(?P<name>(?:[a-z'&-]{2,24}\ ){0,6}?budget)(?![a-z])",
)
#: What points back to the measure spoken of before, for a share; for a count only an aim does.
_POINTS = pattern(
    "assembly.labels.points",
    r"(?i)(?<![a-z])(?:this|it|the\ (?:figure|rate|proportion|percentage)|targets?|aim|ambition|goal)(?![a-z])",
)
_AIMS = pattern("assembly.labels.aims", r"(?i)(?<![a-z])(?:target|aim|ambition|goal)(?![a-z])")
_POINTS_WITHIN = 60
#: How far back in a block a number's name can be found, in characters.
_BACK = 1500
_BRACKET_WITHIN = len(" of these children's plans (")


#: The labels of the numbers before, by block and offset; numbers are read in the order of the page.
Labels: TypeAlias = dict[tuple[int, int], Named]


def count_label(place: Place, surroundings: Surroundings, vocabulary: Vocabulary, known: Labels) -> Named:
    """The label and indicator of a number counted or measured.

    Args:
        place: the number in its sentence.
        surroundings: the paper around it.
        vocabulary: the words of the field.
        known: the labels of the numbers before it; this one is added.
    """
    named = _count_label(place, surroundings, vocabulary, known)
    known[place.mention.block, place.mention.start] = named
    return named


def _count_label(place: Place, surroundings: Surroundings, vocabulary: Vocabulary, known: Labels) -> Named:
    shared = _of_the_bracket(place, vocabulary)
    if shared is not None:
        return shared
    found = _indicator(place, vocabulary)
    if found is not None:
        return _of_indicator(found, vocabulary)
    pointed = _spoken_of(place, surroundings, vocabulary, known)
    if pointed is not None:
        return pointed
    title = BEFORE_COLON.match(place.sentence)
    name = "" if title is None or title.end() > place.mention.start - place.start else name_in(title["label"])
    if name:
        return Named(short(name))
    return _by_noun(place, vocabulary) or _by_neighbour(place, surroundings, known)


def _of_indicator(indicator: str, vocabulary: Vocabulary) -> Named:
    return Named(capital(vocabulary.words("indicator_name").get(indicator, indicator)), indicator)


def _of_the_bracket(place: Place, vocabulary: Vocabulary) -> Named | None:
    """The name that a count shares with its percentage in brackets: "16 (11.6%) had a second plan", "13.9% of them (480)"."""
    if place.mention.figure.unit != "count":
        return None
    for other in place.figures:
        first, second = sorted((place.mention, other), key=lambda figure: figure.start)
        between = place.text[first.end : second.start]
        if (
            other.figure.unit != "percent"
            or not between.endswith(" (")
            or len(between) > _BRACKET_WITHIN
            or "." in between
        ):
            continue
        indicator = _indicator(evolve(place, mention=other), vocabulary)
        if indicator is not None:
            return Named(_of_indicator(indicator, vocabulary).label)
    return None


def _by_noun(place: Place, vocabulary: Vocabulary) -> Named | None:
    """A number called by what it counts, as the words in and behind it say."""
    if place.mention.rule == "figure.numerator":
        whole = next((figure for figure in place.figures if figure.start >= place.mention.end), None)
        counted = "" if whole is None else _counted(evolve(place, mention=whole))
        if counted:
            return Named(short(counted))
    share = _BUDGET_SHARE.match(place.text, place.mention.start) if place.mention.figure.unit == "percent" else None
    if share is not None:
        return Named(short(f"Share of {share['name']}"))
    if place.mention.rule == "figure.duration":
        behind = _NAMED_BEHIND.match(place.after)
        if behind is not None:
            return Named(short(behind["name"]))
    if place.mention.rule == "figure.cell" and BEFORE_COLON.match(place.sentence):
        return None
    counted = counting.without_rate(_counted(place))
    if counted.lower() in _POINTING:
        return None
    if counting.is_vague(counted, vocabulary):
        return Named(short(counting.told_fully(place, counted, vocabulary)))
    return Named(short(counted)) if len(counted) > SHORTEST + 1 else None


def _by_neighbour(place: Place, surroundings: Surroundings, known: Labels) -> Named:
    """A number without a noun of its own: by what is added to it, by the number it goes on with, by what the sentence speaks of."""
    added = _ADDED.match(place.after) or _FURTHER_ADDED.match(place.after)
    if added is not None:
        return Named(short(added["name"]))
    earlier = place.earlier
    before = None if earlier is None else known.get((earlier.block, earlier.start))
    if earlier is not None and before is not None and _goes_on(earlier, place):
        return before
    if _counted(place).lower() in _POINTING:
        return Named(short(place.text[place.mention.start : place.mention.end]))
    return Named(short(_said(place) or _counted(place) or _before(place, surroundings, known) or "Number"))


def _said(place: Place) -> str:
    """What the sentence says of the number or speaks of: never the whole of it."""
    there = spoken_subject(place) if place.before.lower().startswith("there ") else ""
    return _opening(place) or there or said_behind(place) or subject_before(place)


def _before(place: Place, surroundings: Surroundings, known: Labels) -> str:
    """What the last number of the block is called."""
    index, start = place.mention.block, place.mention.start
    earlier = surroundings.figures_between(index, max(0, start - _BACK), start)
    named = (known.get((index, figure.start)) for figure in reversed(earlier))
    return next((before.label for before in named if before is not None), "")


def _spoken_of(place: Place, surroundings: Surroundings, vocabulary: Vocabulary, known: Labels) -> Named | None:
    """What "this", "the target" or "them" points back to: the indicator, else the number, that the block spoke of last."""
    index, unit = place.mention.block, place.mention.figure.unit
    points = _POINTS if unit in _UNITS_OF_SHARES else _AIMS
    if "/" not in unit and not points.search(place.before.rpartition(";")[2][-_POINTS_WITHIN:]):
        return None
    for figure in reversed(surroundings.figures_between(index, 0, place.mention.start)):
        before = known.get((index, figure.start))
        if before is not None and before.indicator is not None and figure.figure.unit == unit:
            return before
    start, _ = surroundings.sentence_at(index, max(0, place.start - 2)) if place.start else (0, 0)
    terms = terms_in(place.text, start, place.start, vocabulary.words("indicator"))
    units = vocabulary.words("indicator_unit")
    fitting = [term for term in terms if _fits(unit, units.get(term.meaning, ""))]
    return _of_indicator(fitting[-1].meaning, vocabulary) if fitting else None


def _opening(place: Place) -> str:
    """The first sentence of the block where the figure's own only points back to it: "Developing capacity. So far 1 ..."."""
    if place.start == 0 or not _POINTS_BACK.match(place.sentence):
        return ""
    opening = place.text[: place.start].partition(". ")[0]
    return opening if len(opening) <= LONGEST else ""


def _goes_on(earlier: FigureMention, place: Place) -> bool:
    """Whether a figure goes on with the subject of the one before it: in the same clause, or compared with it."""
    if earlier.rule == "figure.duration":
        return False
    between = place.text[earlier.end : place.mention.start]
    return ";" not in between or _COMPARED.search(between) is not None


#: A figure that opens a clause with a verb of its own: "... and 97% of children were allocated".
_OPENS_BEFORE = pattern("assembly.count_labels.opens_before", r"(?i)(?:;|,|\ and|\ while|\ but)\ \Z")
_OPENS_BEHIND = pattern(
    "assembly.count_labels.opens_behind",
    r"(?i)(?:\ of\ (?:[a-z'-]{2,16}\ ){0,3}[a-z'-]{2,16})?\ (?:were|was|are|is|had|have|has|went|said|got|received)\ ",
)


def _indicator(place: Place, vocabulary: Vocabulary) -> str | None:
    units = vocabulary.words("indicator_unit")
    unit = place.mention.figure.unit
    fitting = tuple(
        term
        for term in terms_in(place.text, place.start, place.end, vocabulary.words("indicator"))
        if _fits(unit, units.get(term.meaning, ""))
    )
    if _OPENS_BEFORE.search(place.before) and _OPENS_BEHIND.match(place.after):
        fitting = tuple(term for term in fitting if term.start >= place.mention.start)
    best = nearest(place, fitting)
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
