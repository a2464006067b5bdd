"""What a sentence says of a number that names nothing: the words behind it, or the subject before its verb; never a whole sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from cstrack.assembly.places import Place

_STARTS = pattern(
    "assembly.sayings.starts",
    r"(?i)(?:\A(?:of\ )?(?:(?:the|our)\ )?|[.,;:(-]\ |(?<![a-z])(?:and|but|while|with|that|which|only|just|then|of\ (?:whom|which|these|those|them),?|in\ all)\ )"
    r"(?:(?:the\ )?(?:other|remaining)\ |a\ further\ |another\ |all\ |some\ |about\ |around\ |over\ )?\Z",
)
#: Behind a number: the whole that it is a part of, then verbs that say nothing.
_OF_THEM = pattern(
    "assembly.sayings.of_them",
    r"(?i)\ (?:of|out\ of)\ (?:the|these|those|our|its|their|them|whom|which|all|every|each)(?:\ (?:[0-9][0-9,]{0,8}|[a-z]{3,8}(?=\ (?:was|were|are|have|had|has|is)\ )))?",
)
_EMPTY_VERBS = pattern(
    "assembly.sayings.empty_verbs",
    r"(?i)(?:\ (?:already|now|still|also|not\ yet|since|had|has|have|were|was|are|is|been|being|be|to|a|the|we|it|they|you)(?=\ )){1,5}",
)
_SAYING = pattern(
    "assembly.sayings.saying",
    r"\ (?P<words>[A-Za-z][A-Za-z'/-]{1,24}(?:\ (?!(?:and|but|while|which|who|up|down|against|compared|because|as|so|since|when|than|with)(?![a-z]))[A-Za-z0-9'/-]{1,24}){0,6})",
)
_NO_SAYING = pattern(
    "assembly.sayings.no_saying",
    r"(?i)(?:of|in|at|by|to|for|from|per|last|this|that|on|more|fewer|less|higher|lower|above|below|over|under|against|compared|a|the|it|year|month|before|after|during|between|since|now|up|down|times|and|or|or\ more)(?![a-z])",
)
#: What stands before the subject of a clause: when it was, who said it.
_ADJUNCT = pattern(
    "assembly.sayings.adjunct",
    r"(?i)(?:(?:by|in|at|as\ at|on|during|since|from|until|over|to\ date|last|this|overall|however|currently|of|for)(?![a-z])[^,]{0,40},\ |(?:by|in|at|on|during|since)\ (?:the\ end\ of\ )?(?:[0-9]{1,2}(?:st|nd|rd|th)?\ )?[A-Z][a-z]{2,9}(?:\ (?:19|20)[0-9]{2})?\ )",
)
_CLAUSE = pattern(
    "assembly.sayings.clause",
    r"(?i)[;:]\ |\.\ |,\ (?:and|but|while|whereas)\ |(?<![a-z])(?:that|because|while|although)\ ",
)
_VERB = pattern(
    "assembly.sayings.verb",
    r"(?i)\ (?:was|were|is|are|has|have|had|will|would|should|could|may|can|fell|rose|went|stood|stands?|remain(?:s|ed)?|increased|reduced|decreased|improved|doubled|trebled|halved|"
    r"runs?|ran|numbered|numbers|came|comes|climbed|grew|dropped|dipped|received|recei(?:ve|ves)|averaged|averages?|made|makes|took|takes|met|asks?|needs?|commits|reached|reaches|totall?ed|exceeded|topped|"
    r"lived?|to|from|at|by|up|down)\ ",
)
_DETERMINER = pattern(
    "assembly.sayings.determiner",
    r"(?i)(?:(?:the|a|an|our|its|their|all|some|only|just|both|average|total|overall)\ ){0,2}(?:(?:number|proportion|percentage|rate|share)s?\ of\ (?:the\ |our\ |all\ )?)?",
)
_LOOSE_END = pattern(
    "assembly.sayings.loose_end",
    r"(?i)(?:\ (?:of|for|about|around|over|under|to|the|an?|only|just|nearly|some|in|on|with|and)(?![a-z])){1,4}\Z",
)
#: A verb that makes words a sentence and no name.
_SENTENCE_VERB = pattern(
    "assembly.sayings.sentence_verb",
    r"(?i)\ (?:is|are|was|were|has|have|had|will|would|should|can|could|must|shows?|remains?)(?![a-z'-])",
)
_NOBODY = frozenset(
    (
        "it", "they", "this", "that", "these", "those", "we", "he", "she", "which", "who", "there", "one", "what", "members", "officers", "proportion", "number",
        "figure", "total", "rate", "percentage", "and", "but", "with", "in", "at", "of", "by", "on", "as", "for", "to", "when", "if",
    )
)  # fmt: skip
_MOST_WORDS = 9


def said_behind(place: Place) -> str:
    """What is said of so many, right behind the number: "75 live in residential homes"; empty where nothing is.

    Args:
        place: a number that begins its clause.
    """
    if _STARTS.search(place.before[-32:]) is None:
        return ""
    after = place.after
    whole = _OF_THEM.match(after)
    after = after[whole.end() :] if whole is not None else after
    verbs = _EMPTY_VERBS.match(after)
    after = after[verbs.end() :] if verbs is not None else after
    saying = _SAYING.match(after)
    if saying is None or _NO_SAYING.match(saying["words"]):
        return ""
    return saying["words"]


def subject_before(place: Place) -> str:
    """The subject of the clause that a number stands in, without when and who said it; empty where a pronoun is."""
    before = " " + _CLAUSE.split(place.before)[-1].strip()
    adjunct = _ADJUNCT.match(before, 1)
    words = before[adjunct.end() :] if adjunct is not None else before[1:]
    verb = _VERB.search(words + " ")
    words = words[: verb.start()] if verb is not None else words
    return name_in(words)


def name_in(words: str) -> str:
    """Words as a name: without articles before them and loose ends behind; empty where they name nothing.

    Args:
        words: the subject of a clause, or what stands before a colon.
    """
    verb = _SENTENCE_VERB.search(words)
    words = words[: verb.start()] if verb is not None else words
    determiner = _DETERMINER.match(words)
    words = _LOOSE_END.sub("", (words[determiner.end() :] if determiner is not None else words).strip(" ,(-"))
    parts = words.split(" ")
    names = bool(words) and parts[0].lower() not in _NOBODY and words[0].isalpha() and len(parts) <= _MOST_WORDS
    return words if names else ""
