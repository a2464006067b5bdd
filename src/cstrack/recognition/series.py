"""Numbers that print no unit and inherit it: "from 651 to 600", "12 met target, one just off", "5 and 6 young people"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.recognition.figure_drafts import FigureDraft
from cstrack.recognition.nouns import is_plural
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cstrack.recognition.numerals import Numeral

_JOINS = pattern(
    "recognition.series.joins",
    r"(?i)(?:,|,?\ (?:and|or|to|&)|\ ?/|\ -|-)\ ?(?:(?:around|about|over|a\ further|up\ to|at\ least|nearly)\ )?\Z",
)
_ENDS = pattern(
    "recognition.series.ends",
    r"(?i)\Z|[,;:)\]?!](?![0-9])|\.(?![0-9])|\ (?:in|at|by|last|this|for|from|to|since|during|as|on|compared|and|but|or|against|with|per|over|"
    r"between|which|previously|now|currently|when|while|year|month|overall|respectively|the|a|an|following|after|before|up|down|more|fewer|"
    r"nationally|locally|across|within|versus|vs|so|target|-)(?![a-z])|\ [(\[-]",
)
_LEVEL_BEFORE = pattern(
    "recognition.series.level_before",
    r"(?i)(?<![a-z])(?:was|were|is|are|now|at|stood\ at|stands?\ at|standing\ at|remain(?:s|ed|ing)?\ at|totall(?:ed|ing)|totals?|reach(?:ed|es|ing)?|"
    r"number(?:ed|s)|averag(?:ed|es|ing)|score[ds]?|currently|still|had|has|have|recruit(?:ed)?|employs?|employed)\ \Z",
)
_AT_ALONE = pattern(
    "recognition.series.at_alone",
    r"(?i)(?<!stood)(?<!stands)(?<!stand)(?<!ing)(?<!ed)(?<!static)(?<!steady)(?<!level)(?<!stable)(?<!currently)(?<!now)(?<!is)(?<!was)(?<!were)(?<!are)\ at\ \Z",
)
_OF_BEFORE = pattern("recognition.series.of_before", r"(?i)(?<![a-z])(?P<noun>[a-z]{3,20})\ of\ (?:only\ |just\ )?\Z")
_TO_BEFORE = pattern(
    "recognition.series.to_before",
    r"(?i)(?<![a-z])(?:from|up|down|rise[sn]?|rising|rose|fell|fallen|falling|falls|fall|reduc[a-z]{1,6}|increas[a-z]{1,4}|decreas[a-z]{1,4}|drop[a-z]{0,4}|"
    r"gr[eo]wn?|growing|gone|went|improv[a-z]{1,6}|declin[a-z]{1,4}|mov(?:ed|ing)|climb[a-z]{0,3}|cut|target|compared|equates?|amount(?:s|ed)|close)"
    r"(?:\ (?:[^.;]|\.(?=[0-9])){1,40})?\ to\ \Z",
)
_FROM_BEFORE = pattern("recognition.series.from_before", r"(?i)(?<![a-z])from\ \Z")
_TO_FOLLOWS = pattern(
    "recognition.series.to_follows", r"(?i)\ (?:(?:[^.;]|\.(?=[0-9])){1,40}?\ )?to\ [^.;]{0,24}?[0-9]"
)
_AGAINST_BEFORE = pattern(
    "recognition.series.against_before",
    r"(?i)(?:against|than|compared\ (?:to|with)|versus|vs\.?|down\ from|up\ from|from)\ (?:the\ |an?\ )?(?:(?:[a-z]{3,14}\ ){1,2}(?:of|for)\ )?\Z",
)
_COMPARED_WITH = pattern("recognition.series.compared_with", r"(?i)(?:against|compared\ (?:to|with)|versus)\ \Z")
_BY_BEFORE = pattern(
    "recognition.series.by_before",
    r"(?i)(?:ed|ose|isen|rew|rown|ell|en|cut|ise|ease|op|uce|all|alls|ises|eases|ing|up|down)\ by\ \Z",
)
_CLAUSE_START = pattern(
    "recognition.series.clause_start",
    r"(?i)(?:\A|[,;:(]\ ?|(?<![a-z])(?:and|of\ these|of\ those|of\ whom|of\ which|that|said|noted|reported|with|these|panel|but|while|only|just|so\ far)\ |[.]\ )(?:a\ further\ )?\Z",
)
_SAID_OF = pattern(
    "recognition.series.said_of",
    r"(?i)\ (?:met|were|was|are|is|had|have|has|need(?:s|ed)?|remain(?:s|ed)?|did|do|could|on\ target|off|just|in\ progress|rated|"
    r"green|amber|red|blue|not|(?:more|others?|further)\ (?:were|are|had|have|will)|completed?|on\ track|overdue|below|above|missed|failed|exceed(?:ed)?|improved|declined|worsened|"
    r"started|left|joined|became|came|went|received|moved|closed|achieved|attended|returned|opened|outstanding|good|inadequate|adequate|RI|requir(?:e|es|ing)\ improvement|with\ a|[a-z]{2,14}ed|led|fell|rose|took)(?![a-z])",
)
#: A count whose share stands in brackets behind it: "of whom 16 (11.6%) had a second one".
_SHARE_BEHIND = pattern("recognition.series.share_behind", r"\ \([0-9]{1,3}(?:\.[0-9]{1,3})?\ ?(?:%|per\ cent)\)")
#: A share whose count stands in brackets behind it: "13.9% of them (480)".
_IN_BRACKETS = pattern(
    "recognition.series.in_brackets",
    r"(?i)(?:%|per\ cent|quarters?|thirds?|fifths?|tenths?|sixths?|eighths?|half)(?:\ of\ (?:these|those|them|which|whom|all))?\ \(\Z",
)
_COLON = pattern("recognition.series.colon", r"(?P<word>[A-Za-z0-9)%'-]{1,24}):\ \Z")
_COLON_ENDS = pattern(
    "recognition.series.colon_ends",
    r"(?i)\Z|[,;](?![0-9])|\.(?![0-9])|\ (?:against|compared|in|at|out|of|up|down|last|this|\()(?![a-z])|\ \(",
)
_BRACKET = pattern("recognition.series.bracket", r"(?P<word>[A-Za-z'-]{2,24})\ \(\Z")
_BRACKET_ENDS = pattern(
    "recognition.series.bracket_ends", r"(?i)\)|\ (?:in|last|this|at|previously|up|down|compared|against)\ "
)
_OF_THESE = pattern("recognition.series.of_these", r"(?i)\ of\ (?:these|those|them|whom|which)(?![a-z])")
#: What is said of so many more of the same: "37 came into care with 21 placed in fostering, 9 in homes and 7 leaving".
_MORE_OF = pattern(
    "recognition.series.more_of",
    r"(?i)\ (?:in|for|from|on|at|with|placed|living|[a-z]{3,12}ing|[a-z]{3,12}ed|who|whose)(?![a-z])",
)
_AT = pattern("recognition.series.at", r"(?i)\ at\ \Z")
_MORE_THAN = pattern(
    "recognition.series.more_than", r"(?i)\ (?:more|fewer|less|higher|lower|up|down)\ (?:than|on)(?![a-z])"
)
_UP_OR_DOWN = pattern("recognition.series.up_or_down", r"(?i)(?<![a-z])(?:up|down)\ \Z")
#: Before a share that tells how far a count moved: "fell 19% to 56", "rose by about a tenth to 1,204".
_BY = pattern(
    "recognition.series.by",
    r"(?i)(?:by|up|down|fell|fallen|falling|falls|rose|risen|rising|rises|grew|grown|dropped|climbed|increased|decreased|reduced|jumped|slipped|declined)\ (?:[a-z]{2,10}\ ){0,2}\Z",
)
#: Behind a count, its rate or share: "655, or 115.4 per 10,000".
_OWN_RATE = pattern(
    "recognition.series.own_rate",
    r"(?i),?\ (?:or|\(|a\ rate\ of|giving|equivalent\ to|that\ is|which\ is|representing)\ ?(?:a\ rate\ of\ )?[0-9]{1,4}(?:\.[0-9]{1,2})?\ ?(?:%|per\ )",
)
#: A count right behind what it counts: "CP plans 318, down 21 on last month".
_BEHIND_NOUN = pattern("recognition.series.behind_noun", r"(?:\A|[,;:.-]\ |\ )(?P<word>[A-Za-z'-]{2,24})\ \Z")
_SMALLEST_BEHIND = 10
_FURTHER = pattern("recognition.series.further", r"(?i)(?:a\ further|another|so\ far|to\ date)\ \Z")

#: Words before "of" that make no sum: "part of 3".
_NO_SUM = frozenset(
    (
        "one",
        "part",
        "most",
        "some",
        "all",
        "end",
        "because",
        "each",
        "many",
        "any",
        "none",
        "out",
        "both",
        "half",
        "instead",
        "date",
        "time",
    )
)


def coordinated(text: str, number: Numeral, later: FigureDraft | None) -> FigureDraft | None:
    """A number that shares the unit and noun of the next one: "5 and 6 young people", "45 and 48%"."""
    if later is None or number.pound or later.unit.startswith("GBP") or later.duration:
        return None
    between = text[number.end : later.number.start]
    if (
        len(between) > 20
        or _JOINS.fullmatch(between) is None
        or (number.integral and _OWN_RATE.match(text, number.end))
        or (number.words and not later.number.words and number.value == 1)
    ):
        return None
    return FigureDraft(
        number=number,
        end=number.end,
        unit=later.unit,
        noun=later.noun,
        rule="coordinated",
        inherits=(later.number.start, later.end),
    )


def inherited(
    text: str,
    number: Numeral,
    *,
    start: int,
    earlier: FigureDraft | None,
    labels: Mapping[str, str],
    nouns: Mapping[str, str],
) -> FigureDraft | None:
    """A number with no unit of its own that its place in the sentence makes a figure.

    Args:
        text: the plain text of the block.
        number: the number.
        start: offset of the figure's first word, its qualifier included.
        earlier: the figure before it in the same sentence.
        labels: nouns that number what they name.
        nouns: printed nouns and their canonical ones.

    Returns:
        The figure, its unit inherited or a count; None where the number counts nothing.
    """
    near = text[max(0, start - 64) : start]
    own = FigureDraft(number=number, end=number.end, unit="count", rule="bare")
    if number.integral and _OWN_RATE.match(text, number.end):
        earlier = None if earlier is None or earlier.unit != "count" else earlier
    if earlier is not None and _goes_on(text, number, near, earlier):
        return _like(own, earlier)
    if number.integral and _OF_THESE.match(text, number.end) and (not number.words or number.value > 1):
        return evolve(own, rule="series")
    if _said_of(text, number, near, earlier) or _beside_its_share(text, number, near):
        return evolve(own, rule="series")
    if (
        number.integral
        and _MORE_THAN.match(text, number.end)
        and _CLAUSE_START.search(near)
        and (not number.words or number.value > 1)
    ):
        return _like(own, earlier) if earlier is not None and earlier.unit == "count" else evolve(own, rule="series")
    if not (_ENDS.match(text, number.end) or (not number.words and _COMPARED_WITH.search(near))):
        return None
    if earlier is not None and (_AGAINST_BEFORE.search(near) or _TO_BEFORE.search(near) or _UP_OR_DOWN.search(near)):
        at = earlier.number.start
        return _like(own, earlier, by=_BY.search(text, max(0, at - 24), at) is not None)
    if number.words and number.value == 1:
        return evolve(own, rule="series") if _FURTHER.search(near) else None
    if _FURTHER.search(near):
        return _like(own, earlier) if earlier is not None else own
    if _TO_BEFORE.search(near) or (_FROM_BEFORE.search(near) and _TO_FOLLOWS.match(text, number.end)):
        return own
    return _stated(text, number, near, own, labels, nouns)


def _goes_on(text: str, number: Numeral, near: str, earlier: FigureDraft) -> bool:
    """Whether a number goes on counting what the figure before it counts."""
    if earlier.unit in {"percent", "FTE"} or earlier.unit.startswith("per_"):
        return not number.words and bool((not number.integral and _CLAUSE_START.search(near)) or _AT.search(near))
    if earlier.unit != "count" or not number.integral or (number.words and number.value == 1):
        return False
    return bool(_CLAUSE_START.search(near) and _MORE_OF.match(text, number.end))


def _said_of(text: str, number: Numeral, near: str, earlier: FigureDraft | None) -> bool:
    """Whether something is said of so many: "12 met target", "two need work"."""
    end = number.end + text.startswith("+ ", number.end)
    if not number.integral or not _CLAUSE_START.search(near) or not _SAID_OF.match(text, end):
        return False
    return not number.words or (earlier is not None and earlier.unit == "count")


def _beside_its_share(text: str, number: Numeral, near: str) -> bool:
    """Whether a whole number and its percentage explain each other in brackets."""
    if not number.integral or number.words:
        return False
    counted = _CLAUSE_START.search(near) is not None and _SHARE_BEHIND.match(text, number.end) is not None
    return counted or (_IN_BRACKETS.search(near) is not None and text.startswith(")", number.end))


def _stated(
    text: str, number: Numeral, near: str, own: FigureDraft, labels: Mapping[str, str], nouns: Mapping[str, str]
) -> FigureDraft | None:
    of = _OF_BEFORE.search(near)
    if of is not None and of["noun"].lower() not in _NO_SUM and of["noun"].lower() not in labels:
        counted = nouns.get(of["noun"].lower())
        return evolve(own, rule="sum", noun=None if counted == "measure" else counted)
    if number.words:
        return None
    if _BY_BEFORE.search(near) or (_LEVEL_BEFORE.search(near) and not _AT_ALONE.search(near)):
        return own
    colon = _COLON.search(near)
    if colon is not None and colon["word"].lower() not in labels and len(number.digits) <= 7:
        return own if _COLON_ENDS.match(text, number.end) else None
    behind = _BEHIND_NOUN.search(near)
    if behind is not None and number.integral and number.value >= _SMALLEST_BEHIND and is_plural(behind["word"], nouns):
        return evolve(own, noun=nouns.get(behind["word"].lower()))
    bracket = _BRACKET.search(near)
    if bracket is not None and bracket["word"].lower() in nouns and _BRACKET_ENDS.match(text, number.end):
        return evolve(own, noun=nouns[bracket["word"].lower()])
    return None


def _like(own: FigureDraft, earlier: FigureDraft, *, by: bool = False) -> FigureDraft:
    """The same number in the unit of an earlier figure; a sum of money has its own sign, a stretch of time its own word.

    A percentage by which a count changed is no unit of the count: "rose by 11% to 6,204".
    """
    if earlier.unit.startswith("GBP") or earlier.duration:
        return own
    share = earlier.unit in {"percent", "percentage_point"}
    if share and ("," in own.number.digits or own.number.value > 100 or (by and earlier.unit == "percent")):
        return own
    unit = "percent" if earlier.unit == "percentage_point" else earlier.unit
    return evolve(own, unit=unit, noun=earlier.noun, rule="inherited", inherits=(earlier.number.start, earlier.end))
