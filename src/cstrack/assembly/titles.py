"""Labels: a few words of a clause that a person recognises, without names of persons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from cstrack.facts.profile import PaperProfile
    from cstrack.facts.vocabulary import Vocabulary

#: Characters of a label.
LONGEST = 120

_OPENING = pattern(
    "assembly.titles.opening",
    r"""\A(?:and|but|so(?![ ]far)|that|also|however|therefore|whilst|while|which|when|where|to[ ]date|in[ ]addition|in[ ]particular|as[ ]a[ ]result)[ ,]+""",
    2,
)
_WE_WILL = pattern(
    "assembly.titles.we_will",
    r"""\A(?:we|officers)[ ](?:will|would|shall|are|have|had|were)[ ](?:now[ ]|also[ ]|currently[ ]|be[ ]|been[ ]|about[ ]to[ ]|going[ ]to[ ]|then[ ]){0,3}""",
    2,
)
_CUT = pattern(
    "assembly.titles.cut",
    r"[;:]|,[ ](?:which|with|to|in(?![ -]house)|as|including|so|for|subject)\b|[ ]\(|[.](?:[ ]|\Z)|[ ](?:which|that|so[ ]that|in[ ]order[ ]to|as[ ]part[ ]of|as[ ]set[ ]out|as[ ]recommended|whose|because|until|when|where)[ ]",
    2,
)
_DANGLING = pattern(
    "assembly.titles.dangling", r"(?:(?<=[a-z0-9)'])[ ,]{1,3}(?:by|of|in|for|to|with|on|from|at|and|or)){1,2}\Z"
)
_TITLED = pattern(
    "assembly.titles.titled",
    r"\b(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Professor|Sir|Dame)\.?(?:[ ][A-Z][A-Za-z'-]{1,20}){1,3}",
)
_PERSON = pattern(
    "assembly.titles.person",
    r"(?<![A-Za-z'-])(?P<given>[A-Z][a-z]{1,14})[ ](?:[A-Z]\.?[ ])?(?:Mc|Mac|O')?[A-Z][a-z'-]{1,20}(?![A-Za-z])",
)
_OWNED = pattern(
    "assembly.titles.owned",
    r"(?<![A-Za-z'-])(?P<given>[A-Z][a-z]{1,14})[ ](?:Mc|Mac|O')?[A-Z][a-z-]{1,20}'s(?![A-Za-z])",
)
_BLANKS = pattern("assembly.titles.blanks", r"\s{1,200}")


def label_of(words: str, vocabulary: Vocabulary, profile: PaperProfile) -> str:
    """A label of at most :data:`LONGEST` characters.

    Args:
        words: a clause or title, plain.
        vocabulary: knows given names.
        profile: knows which role a name stands for.

    Returns:
        Its telling words; never empty where the clause is not.
    """
    text = without_persons(words, vocabulary, profile)
    for expression in (_OPENING, _WE_WILL, _OPENING):
        rest = expression.sub("", text)
        text = rest if len(rest) > 8 else text
    cut = _CUT.search(text, 24)
    text = shortened(text[: cut.start()] if cut else text)
    return text[:1].upper() + text[1:] if text else words[:LONGEST]


def shortened(text: str) -> str:
    """A text cut between two words where it is longer than a label may be; no joining word is left at its end."""
    text = _DANGLING.sub("", text.strip(" .,;:-"))
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:-") + " ..."


def without_persons(words: str, vocabulary: Vocabulary, profile: PaperProfile) -> str:
    """Words with the names of persons left out; a role that the profile knows stands for its holder's name."""
    for name, role in profile.roles.items():
        words = words.replace(name, role)
    given = vocabulary.words("given_name")
    words = _TITLED.sub("a councillor" if "ouncillor" in words or "Cllr" in words else "", words)
    words = _OWNED.sub(lambda found: "a person's" if found.group("given").casefold() in given else found.group(), words)
    words = _PERSON.sub(
        lambda found: "the post holder" if found.group("given").casefold() in given else found.group(), words
    )
    return _BLANKS.sub(" ", words).strip()
