"""What a number counts, said so that a person knows it again: "Families worked with", "Staff on this programme"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from cstrack.assembly.places import Place
    from cstrack.facts.vocabulary import Vocabulary

#: Nouns that say too little alone: of whom are there so many?
_VAGUE = frozenset(
    ("child", "young person", "family", "person", "parent", "carer", "staff", "case", "social worker", "placement")
)
_RATE = pattern(
    "assembly.counting.rate",
    r"(?i)\ ?(?:(?:per|a|an|each|every)\ |/\ ?)(?:calendar\ )?(?:day|week|month|quarter|year|annum)\Z",
)
_DONE_TO = pattern(
    "assembly.counting.done_to",
    r"(?i)\ (?:(?:have|has|had)\ (?:now\ |already\ |since\ |also\ )?been|were|was|are\ being|will\ be|are\ to\ be)\ (?P<done>[a-z]{3,14}(?:ed|en|ept|ught)|found|met|sent|seen)(?![a-z])",
)
_PLACED = pattern(
    "assembly.counting.placed",
    r"(?i)\ (?P<where>(?:on|in|at|across|under|with|without|waiting\ for|known\ to|subject\ to|living\ in|placed\ in|aged)\ (?:[A-Za-z0-9'-]{1,20}\ ?){1,4}?)"
    r"(?=[,;.(]|\Z|\ (?:and|who|that|which|were|was|are|is|had|has|have|will|in|at|by|for|to|against|compared|so\ far|since)(?![a-z]))",
)
_A_TIME = pattern(
    "assembly.counting.a_time",
    r"(?i)(?:on|in|at|across|under|with)\ (?:the\ |a\ )?(?:(?:last|first|same|whole|current|next|previous|end|year|month|quarter|week|financial|average|total|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|q[1-4])(?![a-z])|[0-9])",
)
_LAST_WORDS = pattern("assembly.counting.last_words", r"(?i)(?P<two>[a-z-]{2,16}\ (?P<one>[a-z-]{2,16}))\ \Z")
_FILLING = pattern(
    "assembly.counting.filling",
    r"(?i)(?:(?:a|an|the|further|another|additional|estimated|total|of|up\ to|over|around|about|some|only|at|least|all|more)\ ){1,4}\Z",
)


def without_rate(counted: str) -> str:
    """A noun without the time it is counted by: "child per month" is child."""
    return _RATE.sub("", counted)


def is_vague(counted: str, vocabulary: Vocabulary) -> bool:
    """Whether a noun alone tells too little."""
    return vocabulary.words("noun").get(counted.lower()) in _VAGUE


def told_fully(place: Place, counted: str, vocabulary: Vocabulary) -> str:
    """A vague noun with what is done to those counted, or where they are; as it is where the sentence tells neither."""
    plural = _plural(counted, place)
    done = _done_before(place, vocabulary)
    if done is not None:
        return f"{plural} {done}"
    behind = _DONE_TO.match(place.after)
    if behind is not None:
        return f"{plural} {behind['done'].lower()}"
    placed = _PLACED.match(place.after)
    if placed is not None and _A_TIME.match(placed["where"]) is None:
        return f"{plural} {placed['where'].strip()}"
    return plural


def _plural(counted: str, place: Place) -> str:
    rate = "/" in place.mention.figure.unit
    return "children" if counted.lower() == "child" and (rate or place.mention.figure.value != 1) else counted


def _done_before(place: Place, vocabulary: Vocabulary) -> str | None:
    """What is done to those counted, by the verb right before the number."""
    before = _FILLING.sub("", place.before)
    last = _LAST_WORDS.search(before[-40:])
    if last is None:
        return None
    by = vocabulary.words("counted_by")
    return by.get(last["two"].lower()) or by.get(last["one"].lower())
