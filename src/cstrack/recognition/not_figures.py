"""What has digits and counts nothing: clause and page numbers, telephones, clock times, ages, Acts, codes, years in names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cstrack.recognition.numerals import Numeral

_ADDRESS = pattern(
    "recognition.not_figures.address",
    r"(?<![^\s(\[<])(?:https?://|www\.|mailto:)[^\s)\]]{1,300}+|(?<![\w.+-])[\w.+-]{1,64}+@[\w.-]{1,100}+",
)
_CODE_BEFORE = pattern(
    "recognition.not_figures.code_before", r"(?:[A-Za-z]-|[A-Z]/|[A-Za-z0-9]_|[0-9][.:]|\#|[0-9]\))\Z"
)
_LETTERS = pattern("recognition.not_figures.letters", r"[A-Za-z]{1,12}")
_SIZE = pattern("recognition.not_figures.size", r"\ ?(?:[KMG]B|kb|mb)(?![A-Za-z])")
_CLOCK = pattern(
    "recognition.not_figures.clock",
    r"(?:[:.][0-5][0-9])?\ ?(?:[ap]\.?m(?![a-z])|noon|hrs(?![a-z])|o'clock)|:[0-9]{1,2}(?![0-9])",
)
#: When a meeting opened, or somebody left it: "closed at 8.45".
_TIME_OF_DAY = pattern(
    "recognition.not_figures.time_of_day", r"(?:[01]?[0-9]|2[0-3])\.[0-5][0-9](?![0-9]|\ ?%|\ ?per\ )"
)
_AT_THE_MEETING = pattern(
    "recognition.not_figures.at_the_meeting",
    r"(?i)(?<![a-z])(?:meeting|closed|opened|left|joined|adjourned|reconvened|resumed|commenced|started|began|ended|arrived|concluded|returned|rose|finished)(?![a-z])[^.;]{0,30}\ (?:at|from|until|by|to)\ \Z",
)
#: A vote: "7 for, 42 against, 2 abstaining".
_VOTE = pattern(
    "recognition.not_figures.vote",
    r"(?i)\ (?:in\ favour|for(?=[,;:)]|\ and\ (?:[0-9]|[a-z]{3,9}\ against))|(?:voted\ |voting\ )?against(?=[,;:.)]|\ and|\Z)|abst(?:ained|aining)|voting\ (?:for|against))(?![a-z])",
)
_FROM_AGE = pattern(
    "recognition.not_figures.from_age",
    r"(?i)\+\ (?:team|service|provision|accommodation|pathway|panel|forum|board|group|hub|programme|offer|strategy|transport)s?(?![a-z])",
)
_DOTTED = pattern("recognition.not_figures.dotted", r"(?:\.[0-9]|[.]?\([0-9a-z]{1,4}\))")
_ORDINAL = pattern("recognition.not_figures.ordinal", r"(?:st|nd|rd|th)(?![a-z])")
_TALK = pattern("recognition.not_figures.talk", r"[-\ ](?:minutes?|mins?|seconds?)(?![a-z])")
_FOLD = pattern("recognition.not_figures.fold", r"(?i)[-\ ]?fold(?![a-z])")
_MILES = pattern(
    "recognition.not_figures.miles",
    r"(?i)[-\ ]?(?:miles?|km|kilomet(?:re|er)s?|met(?:re|er)s|sq\ ?m|hectares?|acres?)(?![a-z])",
)
_PAGES = pattern("recognition.not_figures.pages", r"(?i)[-\ ](?:pages?|sides?\ of\ a4|slides?|paragraphs?)(?![a-z])")
_OVER_AGE = pattern(
    "recognition.not_figures.over_age",
    r"(?i)(?<![a-z])(?:were|was|are|is|those|child|children|people|leavers|adults|students|learners)\ (?:aged\ )?(?:over|under|up\ to|until)\ (?:the\ age\ of\ )?\Z",
)
_NOTHING_BEHIND = pattern(
    "recognition.not_figures.nothing_behind",
    r"(?i)[.,;)]|\Z|\ (?:and|or|who|in|at|were|are|with|may|can|will|should|must|to|during|on|for|from|by|as)(?![a-z])",
)
_OLD = pattern(
    "recognition.not_figures.old",
    r"(?:\ ?(?:-|to|and|or|/|&)\ ?[0-9]{1,2})?[-\ +]{0,2}(?:years?|yrs?|months?|weeks?)[-\ ](?:of\ age|olds?)(?![a-z])|s(?![a-z])",
)
_AGE_BEFORE = pattern(
    "recognition.not_figures.age_before",
    r"(?i)(?<![a-z])(?:aged?|ages|turn|turns|turned|turning|age\ of|ages\ of|age\ group|age\ (?:of\ [a-z\ ]{3,30}\ )?(?:is|was))"
    r"(?:\ (?:between|from|over|under|up\ to|the|above|below|of)){0,2}\ ?\Z",
)
_AGE_RANGE = pattern("recognition.not_figures.age_range", r"0\ ?(?:-|to)\ ?(?:5|11|16|17|18|19|25)(?![0-9])")
_WORD_BEFORE = pattern(
    "recognition.not_figures.word_before",
    r"(?:(?P<first>[A-Za-z'-]{1,24})\ )?(?<![A-Za-z0-9])(?P<word>[A-Za-z'.-]{1,24}):?\ ?\Z",
)
_NUMBER_WORD = pattern("recognition.not_figures.number_word", r"(?i)\ (?:numbers?|nos?\.?):?\ \Z")
_CHAIN = pattern("recognition.not_figures.chain", r"(?:,|\ ?-|\ ?&|,?\ and|,?\ or|\ to|/)?\ ?\Z")
_ENTRY = pattern("recognition.not_figures.entry", r"\ (?:[A-Z][a-z]|[A-Z]{2,})")
#: Minutes are numbered through a municipal year: "6/20 Scorecard", "112/2019-20 Budget".
_MINUTE = pattern(
    "recognition.not_figures.minute", r"[0-9]{1,4}/(?:[0-9]{2}|(?:19|20)[0-9]{2}(?:[-/][0-9]{2})?)\.?\ {0,3}(?=[A-Z])"
)
#: Counts of the same things before "one": "three have slipped and one has not been started".
_COUNTED_BEFORE = pattern(
    "recognition.not_figures.counted_before",
    r"(?i)(?<![a-z0-9])(?:[0-9]{1,4}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\ (?:were|are|had|have|has|was|is|on|remain|did|off|in|at|late|[a-z]{3,12}ed)(?![a-z])[^.;]{0,40}(?:,|\ and|,\ and)\ \Z",
)
_SINGLE_VERB = pattern("recognition.not_figures.single_verb", r"(?i)\ (?:has|is|was|had|did|remains|still)(?![a-z])")
_ONE_AFTER = pattern(
    "recognition.not_figures.one_after",
    r"(?i)(?:[-/]|\ (?:another|or|on|to|way|off|hand|side|such|that|which|who|thing|day|size|stop|point|time|again|is|was|has|will|can|should|for|in(?!\ (?:every\ )?(?:[0-9]|two|three|four|five|six|seven|eight|nine|ten|twenty)))(?![a-z]))",
)
#: Not "in one area" but "one in five", "one of every six", "one child in ten".
_ONE_IN = pattern(
    "recognition.not_figures.one_in",
    r"(?i)(?:\ [a-z]{3,14}){0,2}\ (?:in|of|out\ of)\ (?:every\ |each\ )?(?:[0-9]{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)(?![a-z0-9-]|\ (?:days?|weeks?|months?|years?|working)(?![a-z]))",
)
_ONE_BEFORE = pattern(
    "recognition.not_figures.one_before",
    r"(?i)(?:-|(?<![a-z])(?:no|any|every|each|the|this|that|another|which|(?<!there\ )is|(?<!there\ )was|be|as|are|been|not|a|right|wrong|good|new|permanent|previous)\ )\Z",
)

#: Ages at which things begin and end.
_AGES = frozenset((11, 14, 16, 17, 18, 19, 21, 25))
_AGE_NEAR = pattern(
    "recognition.not_figures.age_near",
    r"(?i)(?<![a-z])(?:until|till|post|pre|past|beyond|turn(?:s|ed|ing)?|reach(?:es|ed|ing)?|"
    r"(?:care|home|school|education|leave|leaves|leaving|leavers|left|people|person|children|those|adult|adulthood|adults|support|help|advice|provision|services?|entitled|available|ends?|ended|stops?|stopped|ceases?|ceased|moved?|transfers?|transition)"
    r"\ (?:at|until|up\ to|to|beyond|past))\ (?:the\ )?\Z",
)
_OR_AGE = pattern("recognition.not_figures.or_age", r"(?i)(?<![0-9])(?:16|17|18|19|21)\ (?:or|and|to)\ \Z")
_PLURAL_BEHIND = pattern(
    "recognition.not_figures.plural_behind",
    r"(?i)%|\ ?per\ ?cent|\ (?:[a-z-]{2,20}\ ){0,2}(?:[a-z-]{2,20}s|children|people|staff)(?![a-z])",
)
#: Oldest age that a bare "over 14" or "under 25" means in children's services.
_OLDEST = 25
#: Words of time that number nothing after "this", "last" or "per": "last week 12 children".
_TIME = frozenset(("week", "month", "quarter", "year", "years", "term", "day", "period", "cohort"))
_POINTING = frozenset(
    ("this", "last", "each", "every", "per", "next", "previous", "that", "past", "current", "financial", "academic")
)


def addresses(text: str) -> tuple[tuple[int, int], ...]:
    """Where mail and web addresses stand in a text."""
    if "@" not in text and "://" not in text and "www." not in text:
        return ()
    return tuple(found.span() for found in _ADDRESS.finditer(text))


def no_figure(
    text: str, number: Numeral, labels: Mapping[str, str], before: tuple[int, str] | None, *, heading: bool
) -> str | None:
    """Why a number counts nothing.

    Args:
        text: the plain text of its block.
        number: the number.
        labels: nouns that number what they name, and what that is.
        before: offset after the last number of the block that counted nothing, and why; the next of a list shares it.
        heading: the block is a heading.

    Returns:
        What it is, in a word or two; None where it may be a figure.
    """
    if number.pound:
        return None
    near = text[max(0, number.start - 48) : number.start]
    if before is not None and _continues(text, number, before):
        return before[1]
    if number.integral and _VOTE.match(text, number.end):
        return "vote"
    if number.words:
        return _word_reason(text, number, near, labels)
    return (
        _by_its_letters(text, number, near)
        or _age(text, number, near)
        or _label(text, number, near, labels)
        or _year(text, number, near)
        or _entry(text, number, heading=heading)
    )


def _continues(text: str, number: Numeral, before: tuple[int, str]) -> bool:
    """Whether a number goes on with a list or telephone number that counted nothing."""
    end, reason = before
    between = text[end : number.start]
    if reason in {"year", "clock time", "minutes", "frequency", "pronoun", "rank", "list label"} or len(between) > 6:
        return False
    if reason == "telephone":
        return between in {" ", "-", ") ", "/", ""}
    if number.words or _units_follow(text, number.end):
        return False
    return bool(between.strip() or reason in {"code", "clause number"}) and _CHAIN.fullmatch(between) is not None


def _units_follow(text: str, end: int) -> bool:
    return text[end : end + 1] == "%" or text[end : end + 5].startswith((" per ", " %"))


def _by_its_letters(text: str, number: Numeral, near: str) -> str | None:
    """What the characters around it tell."""
    if near[-1:].isalpha() and not (near[-1] == "c" and not near[-2:-1].isalpha()):
        return "code"
    if _CODE_BEFORE.search(near, max(0, len(near) - 3)):
        return "clause number" if near.endswith(".") else "clock time" if near.endswith(":") else "code"
    if _SIZE.match(text, number.end):
        return "file size"
    if _CLOCK.match(text, number.end):
        return "clock time"
    if _DOTTED.match(text, number.end):
        return "clause number"
    if _TIME_OF_DAY.fullmatch(number.digits) and _AT_THE_MEETING.search(near):
        return "clock time"
    if _ORDINAL.match(text, number.end):
        return "rank"
    if _TALK.match(text, number.end):
        return "minutes"
    if _FOLD.match(text, number.end):
        return "frequency"
    if _MILES.match(text, number.end):
        return "distance"
    if _PAGES.match(text, number.end):
        return "page"
    if len(number.digits) > 1 and number.digits[0] == "0" and number.integral:
        return "telephone" if len(number.digits) > 2 else "code"
    if number.integral and "," not in number.digits and len(number.digits) > 7:
        return "reference"
    if number.digits == "24" and text.startswith("/7", number.end):
        return "idiom"
    return None


def _age(text: str, number: Numeral, near: str) -> str | None:
    if not number.integral or number.value > 120:
        return None
    if _OLD.match(text, number.end) or _AGE_BEFORE.search(near) or _AGE_RANGE.match(text, number.start):
        return "age"
    if number.value <= _OLDEST and _OVER_AGE.search(near) and _NOTHING_BEHIND.match(text, number.end):
        return "age"
    if number.value in _AGES and _FROM_AGE.match(text, number.end):
        return "age"
    if (
        number.value in _AGES
        and (_AGE_NEAR.search(near) or _OR_AGE.search(near))
        and not _PLURAL_BEHIND.match(text, number.end)
    ):
        return "age"
    return "code" if _LETTERS.match(text, number.end) and not number.scaled else None


def _label(text: str, number: Numeral, near: str, labels: Mapping[str, str]) -> str | None:
    if number.scaled or _units_follow(text, number.end):
        return None
    named = _NUMBER_WORD.search(near)
    word = _WORD_BEFORE.search(near if named is None else near[: named.start()] + " ")
    if word is None:
        return None if named is None else "reference"
    first, last = (word["first"] or "").lower(), word["word"].lower()
    listed = (
        near.endswith(": ")
        and last.endswith("s")
        and last not in {"pages", "paragraphs", "clauses", "sections", "items"}
    )
    the = first == "the" and word["word"].islower() and last in _TIME - {"year", "years"}
    if listed or the or (last in _TIME and first in _POINTING):
        return None
    reason = (
        labels.get(f"{first} {last}")
        or labels.get(last)
        or labels.get(last.rstrip("."))
        or labels.get(last.removesuffix("s"))
    )
    if reason is None and named is not None:
        return "reference"
    return reason


def _year(text: str, number: Numeral, near: str) -> str | None:
    plain = number.integral and not number.scaled and "," not in number.digits and len(number.digits) == 4
    if not plain or not 1900 <= number.value <= 2099 or _units_follow(text, number.end):
        return None
    bounded = (
        near.lower()
        .rstrip()
        .endswith((" over", " than", " around", " about", "approximately", " some", " least", "nearly"))
    )
    return None if bounded else "year"


def _entry(text: str, number: Numeral, *, heading: bool) -> str | None:
    """A number at the start of a block that is no sentence numbers the entry of an agenda or of a table (``2.2 Care leavers``)."""
    if number.start == 0 and _MINUTE.match(text):
        return "minute number"
    if number.start > 0 or number.scaled or _ENTRY.match(text, number.end) is None:
        return None
    return "item number" if heading or not text.rstrip().endswith((".", "!", "?", ";")) else None


def _word_reason(text: str, number: Numeral, near: str, labels: Mapping[str, str]) -> str | None:
    if _TALK.match(text, number.end):
        return "minutes"
    if _FOLD.match(text, number.end):
        return "frequency"
    if _OLD.match(text, number.end) or _AGE_BEFORE.search(near):
        return "age"
    if number.value <= _OLDEST and _OVER_AGE.search(near) and _NOTHING_BEHIND.match(text, number.end):
        return "age"
    single = number.value == 1 and not number.scaled and not _ONE_IN.match(text, number.end)
    if single and _COUNTED_BEFORE.search(near) and _SINGLE_VERB.match(text, number.end):
        return None
    if single and (_ONE_AFTER.match(text, number.end) or _ONE_BEFORE.search(near)):
        return "pronoun"
    word = _WORD_BEFORE.search(near)
    if word is not None and labels.get(word["word"].lower()) and text[number.start].islower():
        pointing = word["word"].lower() in _TIME and (word["first"] or "").lower() in _POINTING
        if not pointing:
            return labels[word["word"].lower()]
    return None
