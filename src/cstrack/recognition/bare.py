"""Numbers alone: what a paper counts with no noun behind it, told from names, ages, votes, labels and rows of figures.

"Of the 466 we look after, 75 live in homes", "appeals doubled to 212", "nine of the 27 are complete", "the other four": prose leaves
the noun out where the reader knows it. In a sentence of prose a number in digits counts, unless something beside it shows that it
names, dates or numbers something; a number in words counts where the words around it say so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.recognition.figure_drafts import FigureDraft
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from cstrack.recognition.numerals import Numeral

_WORD = pattern("recognition.bare.word", r"[A-Za-z]{2,}+")
_SMALL_WORD = pattern("recognition.bare.small_word", r"(?<![A-Za-z'-])[a-z]{2,20}(?![A-Za-z])")
#: The word right before a number, and the character before that word.
_LAST_WORD = pattern(
    "recognition.bare.last_word", r"(?:(?P<before>[^\s])\ ?)?(?<![A-Za-z'-])(?P<word>[A-Za-z][A-Za-z'-]{0,24})\ \Z"
)
#: Marks before a number that number something.
_MARKED = pattern("recognition.bare.marked", r"(?:[/*#§=_@]|(?<![A-Za-z])(?:per|no\.?)\ )\Z")
#: Behind a number: a second part, a code, a name of a place or a street, another number of the same row.
_NAMES_BEHIND = pattern(
    "recognition.bare.names_behind",
    r"/|:[0-9]|-[A-Za-z]|\ (?:[A-Z][a-z]{1,20}(?![a-z'])|-?[0-9])|\ [A-Z]{1,2}[0-9]|[A-Za-z]",
)
_NUMBER_BEFORE = pattern(
    "recognition.bare.number_before", r"(?<![0-9])(?!(?:19|20)[0-9]{2}\ )[0-9](?:[0-9.,]{0,10}[0-9])?%?\ -?\Z"
)
_ORDER = pattern("recognition.bare.order", r"(?i)(?<![a-z])(?:top|bottom|nearest|number|channel|covid)\ \Z")
_VOTES_BEFORE = pattern("recognition.bare.votes_before", r"(?i)(?<![a-z])votes?\ to\ \Z|(?<![a-z])(?:voted|voting)\ \Z")
#: Words that say how many there are of what was spoken of, right before a number in words.
_THE_REST = pattern(
    "recognition.bare.the_rest",
    r"(?i)(?<![a-z])(?:the\ (?:other|remaining|rest,)|the\ further|a\ further|another|all|remaining|only|just|leaving|than|as\ many\ as|bar|except|but|save|of\ (?:whom|which|these|those|them),?)\ \Z",
)
_OF_WHOM = pattern(
    "recognition.bare.of_whom", r"(?i)(?<![a-z])of\ (?:whom|which|these|those|them),?\ (?:only\ |just\ )?\Z"
)
_OF_THE = pattern(
    "recognition.bare.of_the",
    r"(?i)\ of\ (?:the|these|those|our|its|their|them|whom|which|all|this|that)(?![a-z])(?!\ (?:most|same|time|way|key|main|day|year))",
)
#: What is so of them, where the verb is left out: "five on track and four late".
_STATE = pattern(
    "recognition.bare.state",
    r"(?i)\ (?:late|behind|ahead|open|pending|vacant|new|awaiting|waiting|overdue|under\ way|underway|still|in\ progress|on\ track|on\ hold|outstanding|to\ be|yet\ to|at\ risk|"
    r"under|good|better|complete|closed|filled|more|not\ started|by|in|at|with|from|have|has|had|are|were|was|is|remain|did|do|will|[a-z]{3,14}ed|gave|took|came|went|left|met|fell|rose)(?![a-z])",
)
_SENTENCE_START = pattern("recognition.bare.sentence_start", r"(?:\A|[.!?]\ ['\"(]?)\Z")
_BECAME = pattern(
    "recognition.bare.became",
    r"(?i)(?<![a-z])(?:doubled|trebled|tripled|quadrupled|halved|fell|risen|rose|fallen|grew|grown|reduced|increased|up|down|cut|dropped|climbed|came|gone|went)(?:\ [a-z]{2,12}){0,3}\ to\ \Z",
)
#: Words that may open a sentence right before a count.
_OPENERS = frozenset(
    (
        "the", "of", "all", "only", "just", "some", "a", "in", "our", "these", "those", "another", "further", "remaining", "other", "and", "but", "with", "from",
        "to", "now", "over", "about", "around", "nearly", "almost", "under", "at", "by", "for", "none", "between", "currently", "there", "today", "overall", "approximately",
        "against", "compared", "including", "up", "down", "since", "than", "fewer", "more", "less", "least",
    )
)  # fmt: skip
#: With whom an authority is compared: names in mid sentence before which a number still counts.
_COMPARATORS = frozenset(
    ("england", "wales", "london", "region", "midlands", "humber", "north", "south", "east", "west", "country")
)
_FEWEST_WORDS = 3


#: Whom or when a number is compared with, behind it and before it: such a number has the unit of what it is compared with.
_COMPARED_BEHIND = pattern(
    "recognition.bare.compared_behind",
    r"(?i)\ (?:(?:(?:for|in|across|of|from|by)\ )?(?:the\ |our\ |its\ )?(?:england|national|nationally|regional|regionally|region|statistical|similar|comparable|neighbours|neighbouring|north|south|east|west|midlands|london)"
    r"|elsewhere|locally|(?:a|the|one)\ (?:year|quarter|month)\ (?:ago|before|earlier|previously)|last\ (?:year|quarter|month|time)|previously|the\ previous)(?![a-z])",
)
_COMPARED_BEFORE = pattern(
    "recognition.bare.compared_before",
    r"(?i)(?<![a-z])(?:england|national(?:ly)?|neighbours?|region(?:al(?:ly)?)?|midlands|london|north|south|east|west|average|comparators?|peers|authorities|cities|counties|unitaries|boroughs|group|councils)(?:'s|')?"
    r"(?:\ (?:the\ )?(?:average|figure|rate|level|result|being|recorded|reported|managed|achieved|was|were|is|are|of|at|stood\ at|averaged|in|(?:19|20)[0-9]{2}(?:[-/][0-9]{2,4})?)){0,4}\ \(?\Z",
)
_PARALLEL = pattern(
    "recognition.bare.parallel",
    r"(?i)\ (?:in|at|by|for|last|this)\ [a-z0-9/' -]{2,30}(?:,|,?\ and|,?\ but|,\ then)\ (?:only\ |just\ )?\Z",
)
_WHEN = pattern("recognition.bare.when", r"(?i)\ (?:in|at|by|for|last|this|the\ (?:year|month|quarter))(?![a-z])")
#: The figure spoken of before: "38 a week. Five years ago it was 21".
_IT_WAS = pattern(
    "recognition.bare.it_was",
    r"(?i)(?<![a-z])(?:it|this|that|the\ (?:figure|rate|proportion|average))\ (?:was|is|had\ been|has\ been|stood\ at|stands\ at|averaged|fell\ to|rose\ to)\ \Z",
)
#: A number by the day, week or month: "the monthly average had been 870".
_EACH_BEFORE = pattern(
    "recognition.bare.each_before",
    r"(?i)(?<![a-z])(?P<each>daily|weekly|monthly|quarterly)\ (?:average|rate|number|total|figure|mean|volume)s?\ (?:was|is|had\ been|has\ been|of|stood\ at|stands\ at|fell\ to|rose\ to)\ \Z",
)
_EACH = {"daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter"}
#: How many times as large as the rate it is compared with a rate can be.
_MOST_OF_A_RATE = 5


def alone(
    text: str,
    number: Numeral,
    near: str,
    earlier: FigureDraft | None,
    previous: FigureDraft | None,
    *,
    sentence: bool,
    bounded: bool = False,
) -> FigureDraft | None:
    """A number alone as a figure: a count, or what it is compared with; None where it counts nothing.

    Args:
        text: the plain text of its block.
        number: the number.
        near: the words before it and its qualifier.
        earlier: the figure before it in the sentence.
        previous: the last figure of the sentence before.
        bounded: a qualifier stands right before it.
        sentence: it stands in a sentence of prose; elsewhere only what is compared is a figure.
    """
    if no_count(text, number, near) is not None:
        return None
    draft = FigureDraft(number=number, end=number.end, unit="count", rule="alone")
    if number.words and not counts_in_words(text, number, near, earlier, bounded=bounded):
        return None
    compared = _COMPARED_BEHIND.match(text, number.end) or _COMPARED_BEFORE.search(near)
    if not (sentence or compared):
        return None
    each = _EACH_BEFORE.search(near)
    if each is not None:
        return evolve(draft, unit=f"count/{_EACH[each['each'].lower()]}", rule="inherited")
    parallel = earlier is not None and _parallel(text, earlier, number)
    like = (earlier or previous) if compared else earlier if parallel or not number.integral else None
    if like is None or like.unit in {"count", "percentage_point"} or like.unit.startswith("GBP") or like.duration:
        return draft
    return evolve(draft, unit=like.unit, noun=like.noun, rule="inherited", inherits=(like.number.start, like.end))


def as_before(
    text: str, number: Numeral, near: str, earlier: FigureDraft | None, previous: FigureDraft | None
) -> FigureDraft | None:
    """A number that is the rate, share or level spoken of before, elsewhere or at another time: "the core cities averaged 91".

    Args:
        text: the plain text of its block.
        number: the number.
        near: the words before it and its qualifier.
        earlier: the figure before it in the sentence.
        previous: the last figure of the sentence before.
    """
    like = earlier or previous
    if like is None or number.words or like.unit in {"count", "percentage_point"} or like.unit.startswith("GBP"):
        return None
    if not (_COMPARED_BEFORE.search(near) or _IT_WAS.search(near)) or ENDS_LOOSELY.match(text, number.end) is None:
        return None
    share = like.unit in {"percent", "FTE"} or like.unit.startswith("per_")
    if (share and number.value > _MOST_OF_A_RATE * like.number.value + 1) or no_count(text, number, near) is not None:
        return None
    draft = FigureDraft(number=number, end=number.end, unit=like.unit, noun=like.noun, rule="inherited")
    return evolve(draft, inherits=(like.number.start, like.end))


def _parallel(text: str, earlier: FigureDraft, number: Numeral) -> bool:
    """Whether a number stands beside an earlier figure as its fellow at another time: "91% in June and 94 in July"."""
    at, end = earlier.end, number.start
    return (
        end - at <= REACH
        and _PARALLEL.fullmatch(text, at, end) is not None
        and _WHEN.match(text, number.end) is not None
    )


def is_prose(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a block reads as a sentence and not as a title, a label or a row of figures."""
    words = _WORD.findall(text, start, end)
    return len(words) >= _FEWEST_WORDS and len(_SMALL_WORD.findall(text, start, end)) * 2 >= len(words)


def no_count(text: str, number: Numeral, near: str) -> str | None:
    """Why a number without a unit counts nothing.

    Args:
        text: the plain text of its block.
        number: the number.
        near: the words before it.

    Returns:
        What it is, in a word or two; None where it may count.
    """
    if _VOTES_BEFORE.search(near):
        return "vote"
    if number.words:
        return None
    if _MARKED.search(near) or _ORDER.search(near):
        return "label"
    bracketed = near.endswith("(") and text.startswith(")", number.end) and _COMPARED_BEFORE.search(near) is None
    if bracketed or _NAMES_BEHIND.match(text, number.end) or _NUMBER_BEFORE.search(near):
        return "name"
    return "name" if _is_named(near) else None


def _is_named(near: str) -> bool:
    """Whether a name stands right before: "Area 7", "Ofsted 1"."""
    last = _LAST_WORD.search(near)
    if last is None or last["word"][0].islower():
        return False
    word = last["word"].lower().removesuffix("'s").removesuffix("'")
    opens = last["before"] is None or last["before"] in ".!?"
    return not (word in _OPENERS if opens else word in _COMPARATORS)


def counts_in_words(text: str, number: Numeral, near: str, earlier: FigureDraft | None, *, bounded: bool) -> bool:
    """Whether a number in words counts something that its sentence leaves out: "nine of the 27", "the other four are late"."""
    counted = earlier is not None and earlier.unit == "count"
    if number.value == 1:
        follows = _OF_WHOM.search(near) or (counted and _AND.search(near))
        return bool(follows) and _STATE.match(text, number.end) is not None
    if _OF_THE.match(text, number.end) or _BECAME.search(near):
        return True
    if _THE.search(near) and _THAT.match(text, number.end):
        return True
    if bounded and ENDS_LOOSELY.match(text, number.end):
        return True
    said = _STATE.match(text, number.end) is not None
    if said and (_THE_REST.search(near) or _SENTENCE_START.search(near)):
        return True
    return counted and (said or _ENDS.match(text, number.end) is not None) and _GOES_ON.search(near) is not None


_THE = pattern("recognition.bare.the", r"(?i)(?<![a-z])the\ \Z")
_THAT = pattern(
    "recognition.bare.that",
    r"(?i)\ (?:(?:that|which|who)\ (?:were|was|are|had|have)|wanted|needed|promised|planned|expected|required|intended|proposed|sought)(?![a-z])",
)
_AND = pattern("recognition.bare.and", r"(?i)(?:,|\ and)\ \Z")
_ENDS = pattern("recognition.bare.ends", r"\Z|[.,;)](?![0-9])")
ENDS_LOOSELY = pattern(
    "recognition.bare.ends_loosely",
    r"\Z|[.,;)](?![0-9])|\ (?:in|over|by|on|at|and|but|during|since|last|this|for)(?![a-z])",
)
REACH = 48
_GOES_ON = pattern(
    "recognition.bare.goes_on",
    r"(?i)(?:[,;(]\ ?|(?<![a-z])(?:and|but|with|to|against|than|leaving|plus|other|remaining|further)\ )\Z",
)
