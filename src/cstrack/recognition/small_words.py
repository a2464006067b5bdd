"""Small counts of people in running words, and the shares and counts beside them that would give them away.

Source:
    docs/explanation/fair-reading.md, "People and secrets".
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SPELT = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,6}|one|two|three|four|five|six|seven|eight|nine|ten)"
_BEFORE = r"(?<![a-z0-9.,£/+'’-])(?<![.,£/-][ ])"
_AFTER = r"(?![0-9a-z%£/:'’]|[.,][0-9]|-[a-z0-9])"
#: People, and what each stands for one of them, in the plural; the singular counts behind "one" alone.
_MANY = r"""children|child(?=[ ](?:was|is|has|had|who|remain|waiting|awaiting|without|with|on|in|subject|went|aged|missing|placed|left|did|does|not|out|from|returned|moved|still))
    |young[ ](?:people|persons|adults)|youngsters|teenagers|adolescents|babies|infants|toddlers|boys|girls|males|females|pupils|students|learners
    |care[ ]leavers|leavers|siblings|parents|mothers|fathers|carers|grandparents|families|households|adopters|residents|adults|people|persons|individuals|cases|referrals
    |re-referrals|assessments|placements|admissions|re-admissions|adoptions|exclusions|suspensions|allegations|deaths|fatalities|victims|offences|offenders|incidents|episodes|breakdowns|disruptions
    |cyp|yps|lac|cla|cic|uasc|ehcps|social[ ]workers|workers|practitioners|managers|officers|employees|staff|teachers|nurses|vacancies|starters|conferences|contacts|orders"""
_ONE = r"""child|young[ ](?:person|adult)|youngster|teenager|baby|infant|toddler|boy|girl|male|female|pupil|student|learner|care[ ]leaver|leaver|sibling|parent|mother|father|carer|family
    |household|adopter|resident|adult|person|individual|case|referral|assessment|placement|admission|adoption|exclusion|suspension|allegation|death|fatality|victim|offence|incident|episode|breakdown|disruption
    |social[ ]worker|worker|practitioner|manager|officer|employee|teacher|nurse|vacancy"""
_UNITS = r"(?:years?|months?|weeks?|days?|hours?|minutes?|per|of|and|in|on|for|to|the|or|by|at|with|from|is|are|was|were|that|which|home|homes)"
_COUNT = pattern(
    "recognition.small_words.count",
    rf"""{_BEFORE}(?P<number>{_NUMBER}){_AFTER}\s{{1,3}}(?:(?!{_UNITS}\b)[a-z][a-z’'-]{{0,20}}\s{{1,3}}){{0,3}}?
        (?:(?P<many>{_MANY})|(?P<one>{_ONE}))(?![a-z0-9])(?!['’]|s['’]|[ ](?:hubs?|cent(?:re|er)s?|homes?|conferences?|plans?|panels?|boards?)\b)""",
    2,
)
_BEHIND = pattern(
    "recognition.small_words.behind",
    rf"""(?<![a-z])(?:(?:numbers?|total|count|cohort|n)|{_MANY})(?![a-z])(?P<between>[^.;:=\n]{{0,60}}?)(?:[ ]?[:=][ ]?|[ ](?:was|were|is|are|to|at|now|by|of|totalled|numbered|stands[ ]at)[ ])
        (?P<number>{_NUMBER}){_AFTER}(?![ ]?(?:%|per[ ]?cent|years?|months?|weeks?|days?|hours?|working|pp|k|m|th|st|nd|rd)\b)""",
    2,
)
_OUT_OF = pattern(
    "recognition.small_words.out_of",
    rf"""{_BEFORE}(?P<number>{_NUMBER})\s{{1,2}}(?:out\s{{1,2}})?of\s{{1,2}}(?:the\s{{1,2}}|these\s{{1,2}}|a[ ]total[ ]of[ ]|our[ ])?(?P<whole>{_NUMBER}){_AFTER}(?P<noun>(?:\s{{1,2}}[a-z-]{{1,20}}){{0,2}})""",
    2,
)
_SHARE = pattern(
    "recognition.small_words.share", r"(?<![0-9.,£])(?P<number>[0-9]{1,3}(?:\.[0-9]{1,4})?)[ ]?(?:%|per[ ]?cent\b)", 2
)
_BRACKETED = pattern(
    "recognition.small_words.bracketed",
    r"""(?<![0-9.,£])[0-9]{1,3}(?:\.[0-9]{1,4})?[ ]?(?:%|per[ ]?cent)[ ]?[(\[][ ]?(?:n[ ]?=[ ]?)?(?P<behind>[0-9]{1,6})[ ]?[)\]]
        |(?<![0-9.,£/(-])(?P<before>[0-9]{1,6})[ ]?[(\[][ ]?[0-9]{1,3}(?:\.[0-9]{1,4})?[ ]?(?:%|per[ ]?cent)""",
    2,
)
_PLAIN = pattern("recognition.small_words.plain", r"(?<![a-z0-9.,£/-])[0-9]{1,6}(?![0-9a-z%/]|[.,][0-9]|-[0-9])", 2)
_SENTENCE = pattern("recognition.small_words.sentence", r"[.;!?](?=\s)|\n{2}")
_NAMING = pattern(
    "recognition.small_words.naming",
    r"(?:key[ ]stage|stage|ks|phase|years?|aged?|ages|band|tier|level|section|priorit(?:y|ies)|objective|theme|actions?|recommendations?|ref|quarter|week|part|step|version|page|item|paragraph|appendix|strand|milestone|tranche|wave)[ ]\Z",
    2,
)
_OTHER_NOUNS = pattern(
    "recognition.small_words.other_nouns",
    r"\s{1,2}(?:[a-z-]{1,20}\s)?(?:audits?|actions?|recommendations?|priorities|milestones|sessions|posts|meetings|objectives|measures|indicators|kpis|targets|themes|projects|hubs?|homes|schools|teams|services|councils|authorities|quarters|months|weeks|days|years|workshops|modules|standards|areas|strands|steps|stages|policies|contracts|providers|visits)\b",
    2,
)
_LETTER = pattern("recognition.small_words.letter", r"[0-9]|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b", 2)
_YEARS = range(1990, 2100)


def small_in_words(text: str, most: int) -> tuple[tuple[int, int], ...]:
    """The stretches of a text that tell how few people something is about.

    Args:
        text: a cell or a paragraph.
        most: counts from 1 to this are small.

    Returns:
        Small counts, shares in their sentence, and counts that together with others would give them; in order.

    >>> small_in_words("Of 24 children 3 children waited, 12.5%.", 5)
    ((15, 16), (34, 39))
    """
    if _LETTER.search(text) is None:
        return ()
    found: set[tuple[int, int]] = set()
    for start, end in _sentences(text):
        sentence = text[start:end]
        counts = set(_counts(sentence, most))
        if counts or _SHARE.search(sentence):
            counts |= set(_shares(sentence, most, counts))
            counts |= set(_complements(sentence, counts))
        found |= {(start + first, start + last) for first, last in counts}
    return tuple(sorted(found))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _SENTENCE.finditer(text):
        yield start, found.end()
        start = found.end()
    yield start, len(text)


def number_of(text: str) -> int:
    """A number in digits or as a word up to ten."""
    folded = text.casefold()
    return _SPELT[folded] if folded in _SPELT else int(folded.replace(",", ""))


def _counts(text: str, most: int) -> Iterator[tuple[int, int]]:
    small = range(1, most + 1)
    for found in _COUNT.finditer(text):
        number = number_of(found["number"])
        if number in small and (found["many"] or number == 1) and not _NAMING.search(text[: found.start("number")]):
            yield found.span("number")
    for found in _BEHIND.finditer(text):
        if number_of(found["number"]) in small and not _NAMING.search(text[: found.start("number")]):
            yield found.span("number")
    for found in _BRACKETED.finditer(text):
        group = "behind" if found["behind"] else "before"
        if int(found[group]) in small:
            yield found.span(group)
    yield from _out_of(text, small)


def _out_of(text: str, small: range) -> Iterator[tuple[int, int]]:
    """Of "3 of the 24" and "22 out of 24" the part, where it or what is left is small, and the whole where that is small itself."""
    for found in _OUT_OF.finditer(text):
        part, whole = number_of(found["number"]), number_of(found["whole"])
        if whole in _YEARS or part > whole or _OTHER_NOUNS.match(found["noun"]):
            continue
        if _NAMING.search(text[: found.start()]):
            continue
        if part in small or whole - part in small:
            yield found.span("number")
            if whole in small:
                yield found.span("whole")


def _shares(text: str, most: int, counts: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Shares beside a small count, and shares of a printed number that come to one."""
    wholes = [int(found.group()) for found in _PLAIN.finditer(text) if found.span() not in counts]
    for found in _SHARE.finditer(text):
        share = Decimal(found["number"])
        if counts or any(comes_to_few(share, whole, most) for whole in wholes if whole not in _YEARS):
            yield found.span()


def comes_to_few(share: Decimal, whole: int, most: int) -> bool:
    """Whether a share, as it is rounded, of a whole number of people is a few of them, or leaves a few.

    >>> comes_to_few(Decimal("12.5"), 24, 5), comes_to_few(Decimal("50"), 24, 5), comes_to_few(Decimal("92"), 24, 5)
    (True, False, True)
    """
    exponent = share.as_tuple().exponent
    half = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) / 2
    part = round(share * whole / 100)
    near = abs(share * whole / 100 - part) <= half * whole / 100
    return near and (1 <= part <= most or 1 <= whole - part <= most)


def _complements(text: str, counts: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """A count that a total of the same sentence leaves a small one from: "24 children: 21 boys and 3 girls"."""
    if not counts:
        return
    hidden = [number_of(text[start:end]) for start, end in counts if text[start:end].isalnum()]
    shown = [(int(one.group()), one.span()) for one in _PLAIN.finditer(text) if one.span() not in counts]
    yield from _parts(shown, sum(hidden), hidden)


def _parts(shown: Sequence[tuple[int, tuple[int, int]]], few: int, hidden: Sequence[int]) -> Iterator[tuple[int, int]]:
    for whole, place in shown:
        others = [one for one in shown if one[1] != place and 0 < one[0] < whole]
        if others and sum(one[0] for one in others) + few == whole:
            yield min(others)[1]
        for number, span in others:
            if any(number + one == whole for one in hidden):
                yield span
