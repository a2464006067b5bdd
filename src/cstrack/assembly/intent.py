"""Whether a number is one that somebody means to reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.assembly.aims import tells_why
from cstrack.assembly.demands import is_demanded
from cstrack.document.block import BlockKind
from cstrack.values.figure import Qualifier
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    import re

    from cstrack.assembly.places import Place
    from cstrack.facts.vocabulary import Vocabulary

_TIMES = frozenset(("day", "working_day", "week", "month", "year"))

#: Right before the figure: "target of at least", "aim 100%", "aims to reach".
_AIMED = pattern(
    "assembly.intent.aimed",
    r"(?i)(?<![a-z])(?:target|targets|targeted|targeting|goal|ambition|aim|aims|aiming|aimed|objective|trajectory|milestone|benchmark)"
    r"(?:\ (?:is|was|are|were|of|at|for|to|being|set|remains?|figure|rate|level|the|a|an|by|this|year|(?:19|20)[0-9]{2}(?:[/-][0-9]{2,4})?)|:|\ -|\ \(){0,4}"
    r"(?:\ (?:[a-z-]{2,14}\ ){0,3})?\ ?\(?\Z",
)
_NOT_AIMED = pattern(
    "assembly.intent.not_aimed",
    r"(?i)(?<![a-z])(?:met|meeting|on|off|achieved|hit|hitting|missed|near|within|exceed(?:ed|ing)?|reached)\ (?:the\ |its\ |their\ |this\ |our\ )?target",
)
#: Before the figure, in its clause: somebody means or is expected to reach it.
_MEANT = pattern(
    "assembly.intent.meant",
    r"(?i)(?<![a-z])(?:intention\ (?:is\ )?to|intends?\ to|intending\ to|plans?\ to|planning\ to|aims?\ to|aiming\ to|is\ to|are\ to|(?:is|are)\ being\ asked\ to|"
    r"seeks?\ to|seeking\ to|expected\ to|expects?\ to|required\ to|needs?\ to|committed\ to|pledged?\ to|wants?\ to|wishes\ to|hopes?\ to|looking\ to|"
    r"(?:the|its|our|their|staffing)\ ask\ is|ambition\ to|ambition\ is\ to|proposes?\ to|proposed\ to|agreed\ to|due\ to|going\ to|working\ towards|"
    r"with\ a\ view\ to|commitment\ to|we\ will|the\ aim\ (?:is|was)\ to|striving\ (?:to|for)|in\ order\ to)(?![a-z])",
)
_WILL = pattern(
    "assembly.intent.will",
    r"(?i)(?<![a-z])(?:will|shall|would|is\ to\ be|are\ to\ be|(?<!cease\ )(?<!ceased\ )(?<!ceasing\ )(?<!started\ )(?<!returned\ )(?<!began\ )(?<!continue\ )(?<!continued\ )(?<!\ on\ )(?<!\ out\ )(?<!found\ )(?<!known\ )(?<!likely\ )(?<!thought\ )(?<!believed\ )(?<!said\ )(?<!judged\ )(?<!considered\ )(?<!assessed\ )(?<!reported\ )(?<!deemed\ )(?<!proved\ )(?<!appear\ )(?<!appears\ )(?<!appeared\ )(?<!seems\ )(?<!seemed\ )to\ be|due\ to\ be|about\ to\ be|soon\ to\ be|expected\ to\ be|should(?=\ (?:reach|achieve|deliver|meet|exceed|provide)))\ (?:also\ |then\ |only\ )?(?:be\ )?(?P<verb>[a-z-]{2,20})",
)
#: What will be so without anybody reaching for it.
_STATES = frozenset(
    (
        "remain", "remains", "continue", "mean", "had", "not", "need", "see", "inform", "consider", "note", "receive", "report",
        "reported", "presented", "considered", "discussed", "circulated", "held", "published", "cost", "face", "affect", "impact", "come", "the", "a", "an",
        "go", "carry", "run", "start", "stay", "end", "leave", "become", "take", "taken", "include", "included", "missed", "passed", "depend", "monitored", "reviewed", "still", "lost", "fall", "lose", "close", "closed",
    )
)  # fmt: skip
_DONE = pattern(
    "assembly.intent.done",
    r"(?i)(?<![a-z])(?:(?:was|were)(?!\ (?:soon|due|about|to|going)\ )|had|has|have|been|did|achieved|completed|received|recruited|took|takes?|require[ds]?|needed|found|considered|adopted|improved|fell|rose|increased|reduced|went|"
    r"shown|allocated|there\ (?:is|are|were|was)|currently|so\ far|to\ date|last\ (?:year|quarter|month))(?![a-z])",
)
_BEHIND = pattern(
    "assembly.intent.behind",
    r"(?i)(?:\ (?!(?:on|off|met|meet|of|above|below|against|to|for|at|by|near|in|the|within|hit|over|under|exceeds?|not|is|was|were|are)\ )[a-z-]{2,14}){0,2}?"
    r"\ (?:limit|cap|ceiling|bar|target|targets|goal|ambition|threshold|standard|milestone|trajectory|timescale|deadline)(?![a-z])",
)
_EXPECTED_BEHIND = pattern(
    "assembly.intent.expected_behind",
    r"(?i)(?:\ [a-z-]{2,14}){0,3}?\ (?:is|was|are|were)\ (?:expected|anticipated|targeted|required|planned|proposed|aimed\ for)(?![a-z])",
)
_BASE = pattern(
    "assembly.intent.base",
    r"(?i)(?<![a-z])(?:base|baseline|from|currently|current|existing|starting|up\ on|last\ year's)(?:\ (?:of|a|an|the|figure|level|position|workforce|only|around|about|over)){0,3}\ \Z",
)
_AGAINST = pattern(
    "assembly.intent.against",
    r"(?i)(?:against|compared\ (?:to|with)|versus|vs)\ (?:the\ |a\ |our\ |its\ )?(?:[a-z]{2,12}\ )?\Z",
)
_PAST_BEHIND = pattern(
    "assembly.intent.past_behind",
    r"(?i)\ ?\(?(?:last|previous|in|at|when|before|of\ (?:all|other|those|their|the)|the|a\ year|nationally|for|across|as|england|(?:19|20)[0-9]{2})(?![a-z])",
)
#: What is so today stands beside a target and is none: "(now 14%)", "compared with 52% today".
_NOW_BEFORE = pattern(
    "assembly.intent.now_before",
    r"(?i)(?:\(|,\ |\ )(?:now|currently|at\ present|presently|up\ from|down\ from)\ (?:at\ |only\ )?\Z",
)
_TODAY = pattern(
    "assembly.intent.today", r"(?i)\ ?\(?(?:today|now|currently|at\ present|this\ (?:time|month|quarter)|last)(?![a-z])"
)
_OTHERS = pattern("assembly.intent.others", r"(?i)\ of\ (?:all|other|the\ (?:rest|general|whole))(?![a-z])")
_ELSEWHERE = pattern(
    "assembly.intent.elsewhere",
    r"(?i)(?<![a-z])(?:national(?:ly)?|england|average|neighbours?|regional|last|previous|baseline|base)(?![a-z])",
)
_GOES_TO = pattern(
    "assembly.intent.goes_to",
    r"(?i)(?<![a-z])(?:falling|rising|increasing|reducing|decreasing|growing|reduces?|falls?|rises?|moving)\ to\ \Z|,\ then\ \Z|\ and\ \Z|,\ \Z",
)
_PURPOSE = pattern(
    "assembly.intent.purpose",
    r"(?i)\ to\ (?:create|recruit|deliver|open|build|provide|increase|reduce|expand|establish|convert|train|purchase|acquire|develop|achieve|reach|save|support)"
    r"\ (?:[a-z']{2,14}\ ){0,4}\Z",
)
_ABLE = pattern(
    "assembly.intent.able", r"(?i)(?:able|managed|helped|used|failed|unable|continued|went\ on|contributed)\ \Z"
)
_IMPERATIVE = pattern("assembly.intent.imperative", r"(?i)(?:to\ )?(?P<verb>[a-z-]{3,16})\ ")
_TO_DO = pattern("assembly.intent.to_do", r"(?i)(?:that\ )?to\ (?P<verb>[a-z-]{3,16})\ ")
#: Characters in which a clause goes on.
_NEAR = 40
_ON_TARGET = pattern("assembly.intent.on_target", r"(?i)(?<![a-z])target\.?\ ?(?:\(|-\ )?\Z")
_BOUNDARY = pattern(
    "assembly.intent.boundary",
    r"[;:]|\.\ |(?i:,\ (?:and|but|while|whilst|which|although|since|because|where)\ |\ (?:but|while|whilst|which|although|because|where)\ "
    r"|\ and\ (?=(?:the|it|they|this|these|we|there|is|are|was|were|has|have|had|will)\ ))",
)

_RECORD_VERBS = frozenset(
    [
        "note",
        "noted",
        "notes",
        "consider",
        "receive",
        "endorse",
        "thank",
        "welcome",
        "the",
        "that",
        "this",
        "there",
        "and",
        "for",
        "with",
        "all",
        "some",
    ]
)


_IN_CASES = pattern("assembly.intent.in_cases", r"(?i)(?<![a-z])in\ \Z")
_CASES = pattern(
    "assembly.intent.cases", r"(?i)\ (?:of\ (?:these|those|them)\ )?(?:cases|instances|areas|schools|families)(?![a-z])"
)
#: Words before "to be" that tell how things are taken to stand.
_SAID_OF = tuple(
    f"{word} "
    for word in [
        "known",
        "believed",
        "thought",
        "found",
        "said",
        "reported",
        "considered",
        "understood",
        "likely",
        "seen",
        "shown",
    ]
)


def is_target(place: Place, vocabulary: Vocabulary, *, earlier: bool) -> bool:
    """Whether a number is a target and no observation.

    Args:
        place: the number in its sentence.
        vocabulary: the words of the field.
        earlier: whether the figure before it in the sentence is a target.
    """
    before, after = place.before, place.after
    figure = place.mention.figure
    if (
        _BEHIND.match(after)
        or _BEHIND.search(_printed(place))
        or (place.mention.figure.qualifier is Qualifier.AT_MOST and "limit" in _printed(place))
    ):
        return True
    if _AIMED.search(before) and not _NOT_AIMED.search(before[-60:]):
        return True
    if _EXPECTED_BEHIND.match(after):
        return True
    if _BASE.search(before[-48:]):
        return False
    if _NOW_BEFORE.search(before) or (_AGAINST.search(before) and _TODAY.match(after)):
        return False
    if _AGAINST.search(before) and _measured_share(place) and not _PAST_BEHIND.match(after):
        return not (_ELSEWHERE.search(before[-40:]) or _OTHERS.search(_printed(place)))
    if (
        earlier
        and ";" not in before[-_NEAR:]
        and _GOES_TO.search(before)
        and not _DONE.search(before.rpartition(",")[2])
    ):
        return True
    if "/" in figure.unit and _rate_on_target(place):
        return True
    if _IN_CASES.search(before[-8:]) and _CASES.match(after):
        return False
    if is_demanded(place, earlier=earlier):
        return True
    if figure.unit in _TIMES:
        return False
    return _for_a_purpose(place) or _will_be(place) or _to_be_done(place, vocabulary)


def _printed(place: Place) -> str:
    return place.text[place.mention.start : place.mention.end]


def _measured_share(place: Place) -> bool:
    earlier = place.earlier
    return (
        earlier is not None
        and earlier.figure.unit == place.mention.figure.unit
        and earlier.figure.unit in {"percent", "per_10000"}
    )


def _rate_on_target(place: Place) -> bool:
    """A rate in brackets behind "on target": the target that is meant."""
    return bool(_ON_TARGET.search(place.text, max(0, place.mention.start - 16), place.mention.start))


def _clause_before(place: Place) -> str:
    """The words of the sentence before the figure, from the last boundary."""
    parts = _BOUNDARY.split(place.before)
    return parts[-1]


def _clause_after(place: Place) -> str:
    return _BOUNDARY.split(place.after, maxsplit=1)[0]


def _last(words: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for one in words.finditer(text):
        found = one
    return found


def _will_be(place: Place) -> bool:
    clause = _clause_before(place)
    meant = _last(_MEANT, place.before)
    if meant is not None and not _past(meant, place):
        return True
    will = _last(_WILL, place.before)
    if will is not None and _BOUNDARY.search(place.before, will.end()) and _DONE.search(_clause_after(place)[:40]):
        return False
    if will is not None and not _past(will, place):
        return will["verb"].lower() not in _STATES and not place.sentence.startswith("If ")
    ahead = _WILL.search(_clause_after(place))
    if ahead is not None and _clause_after(place)[: ahead.start()].endswith(_SAID_OF):
        return False
    if ahead is None or (_DONE.search(clause) and "further" not in clause):
        return False
    return ahead["verb"].lower() not in _STATES and not _done_before(_clause_after(place), ahead.start())


def _past(word: re.Match[str], place: Place) -> bool:
    """Whether a word of intent is over before the figure: something done, another clause or a clause of its own stands between."""
    between = place.before[word.end() :]
    if ";" in between or _DONE.search(between):
        return True
    if word.group().lower() == "with a view to" and "," in between:
        return True
    return (
        _BOUNDARY.search(between) is not None
        and _DONE.match(place.after.partition(",")[0][:_NEAR].lstrip()) is not None
    )


def _for_a_purpose(place: Place) -> bool:
    """Whether the number is what work is for: "to create two new homes"."""
    purpose = _PURPOSE.search(place.before)
    return purpose is not None and not _ABLE.search(place.before, 0, purpose.start() + 1)


def _done_before(clause: str, end: int) -> bool:
    done = _DONE.search(clause)
    return done is not None and done.start() < end


def _to_be_done(place: Place, vocabulary: Vocabulary) -> bool:
    """Whether the sentence tells somebody to do something: "Convert property into two homes"."""
    command = _IMPERATIVE.match(place.sentence)
    if command is None:
        return False
    verb = command["verb"].lower()
    classes = vocabulary.words("verb")
    if verb in _RECORD_VERBS or classes.get(verb) not in {"deed", "outcome"}:
        return False
    to = _TO_DO.match(place.sentence) is not None and not tells_why(place)
    return to or (
        place.block.kind in {BlockKind.CLAUSE, BlockKind.BULLET} and place.start == 0 and place.sentence[:1].isupper()
    )
