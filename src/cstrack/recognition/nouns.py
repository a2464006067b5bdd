"""What a number counts: the noun phrase behind it and its head."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

#: One blank and one word; a hyphen and an apostrophe belong to it.
_NEXT = pattern("recognition.nouns.next", r"\ (?P<word>[0-9]{0,3}-?[A-Za-z][A-Za-z'&/-]{0,40}+)")

#: Adjectives of several words whose parts would end a phrase.
_COMPOUND = pattern(
    "recognition.nouns.compound",
    r"(?i)\ (?:looked\ after|in[\ -]house|out\ of\ (?:area|borough|county|city|authority|hours|school)|at\ risk|hard\ to\ place|one\ to\ one|"
    r"not\ yet|as\ yet|so[\ -]called|up\ and\ coming|black\ and\ minority\ ethnic|special\ educational\ needs\ and\ disabilit(?:y|ies)|parent\ and\ child)(?=\ )",
)
#: The one noun of the field that has a comma in it.
_LISTED = pattern(
    "recognition.nouns.listed",
    r"(?i)education,\ health\ (?:and|&)\ care\ (?:plans?|needs\ assessments?|assessments?)(?![a-z])",
)
#: "64 stage 1 complaints": the stage names the complaints.
_STAGE = pattern("recognition.nouns.stage", r"\ [0-9]{1,2}(?=\ )")
_STAGES = frozenset(("stage", "tier", "level", "phase", "year", "band", "grade", "category"))

#: Words that end a noun phrase before its head is met.
_STOP = frozenset((
    "of", "in", "on", "at", "to", "for", "from", "by", "with", "within", "without", "over", "under", "above", "below",
    "per", "a", "an", "the", "and", "or", "but", "nor", "as", "than", "that", "which", "who", "whose", "whereas", "ours", "theirs", "whom", "is",
    "are", "was", "were", "be", "been", "being", "am", "has", "have", "having", "had", "do", "does", "did", "will",
    "would", "shall", "should", "can", "could", "may", "might", "must", "this", "these", "those", "there", "here",
    "it", "its", "they", "their", "them", "he", "she", "his", "her", "we", "our", "us", "you", "your", "i", "not",
    "no", "so", "if", "when", "while", "where", "because", "since", "until", "before", "after", "during", "between",
    "against", "about", "into", "onto", "through", "across", "also", "only", "just", "still", "now", "then", "each",
    "every", "both", "all", "any", "via", "including", "following", "compared", "versus", "vs", "however",
    "again", "once", "already", "yet", "later", "earlier", "ago", "off", "up", "down", "out", "remain", "became", "become", "remains",
    "remained", "include", "includes", "included", "mean", "means", "meant", "show", "shows", "showed", "need",
    "needs", "needed", "go", "goes", "went", "give", "gives", "take", "takes", "took", "make", "makes", "made", "say",
    "says", "said", "come", "came", "get", "got", "set", "met", "lead", "led", "find", "found", "left",
))  # fmt: skip

#: Words in -s that are no plural.
_NOT_PLURAL = frozenset((
    "has", "was", "is", "as", "this", "its", "his", "previous", "various", "serious", "continuous", "process",
    "progress", "access", "success", "business", "stress", "address", "less", "across", "plus", "thus", "status",
    "focus", "bus", "campus", "virus", "crisis", "basis", "analysis", "news", "always", "perhaps", "besides",
    "towards", "whereas", "yes", "us", "rises", "falls", "exceeds", "equals", "represents", "requires", "receives",
    "reaches", "provides", "becomes", "relates", "reflects", "works", "runs", "leaves", "seems", "appears",
    "suggests", "indicates", "brings", "keeps", "lives", "starts", "ends", "continues", "remains",
))  # fmt: skip

#: Plurals and mass nouns that do not end in -s.
_PLURALS = frozenset((
    "children", "people", "staff", "men", "women", "lac", "cla", "cic", "cyp", "uasc", "youth", "personnel", "alumni",
    "criteria", "media", "data", "households", "sibs",
))  # fmt: skip

#: What may stand between a number and the plural.
_REACH = 6


@final
@frozen(kw_only=True)
class NounPhrase:
    """A noun phrase that a number counts.

    Attributes:
        end: offset after its head.
        head: the head as printed.
        words: all its words, in lower case.
        noun: the canonical noun; the head in lower case where the vocabulary knows none.
        known: the vocabulary knows it.
    """

    end: int
    head: str
    words: tuple[str, ...]
    noun: str
    known: bool


def noun_phrase(text: str, at: int, nouns: Mapping[str, str], *, single: bool = False) -> NounPhrase | None:
    """The noun phrase that begins behind a number.

    Args:
        text: the plain text of a block.
        at: offset after the number.
        nouns: printed nouns and their canonical ones.
        single: the number is one, so that its noun is singular.

    Returns:
        The phrase up to its head; None where no word in reach is a noun that can be counted.
    """
    words: list[str] = []
    found: NounPhrase | None = None
    while len(words) < _REACH and (step := _NEXT.match(text, at)) is not None:
        compound = _COMPOUND.match(text, at)
        if compound is not None:
            at = compound.end()
            words.extend(compound.group().lower().split())
            continue
        word = step["word"].rstrip("-/'")
        listed = _LISTED.match(text, at + 1)
        word = word if listed is None else listed.group()
        folded = word.lower()
        if folded in _STOP:
            break
        at = step.start("word") + len(word)
        stage = _STAGE.match(text, at) if folded in _STAGES else None
        at = at if stage is None else stage.end()
        words.append(folded)
        if _counts(folded, nouns, single=single):
            canonical = _canonical(words, nouns)
            found = NounPhrase(
                end=at, head=word, words=tuple(words), noun=canonical or _singular(folded), known=canonical is not None
            )
        elif found is not None:
            break
    return found


def is_plural(word: str, nouns: Mapping[str, str]) -> bool:
    """Whether a word is a plural noun of the field."""
    folded = word.lower()
    return folded in nouns and (folded in _PLURALS or folded.endswith("s"))


def _counts(word: str, nouns: Mapping[str, str], *, single: bool) -> bool:
    if single:
        return word in nouns
    if "," in word:
        return word.endswith("s")
    if word in _PLURALS:
        return True
    if word.endswith("s"):
        return word in nouns or (
            len(word) > 3 and word not in _NOT_PLURAL and not word.endswith(("ss", "us", "is", "'s", "ous"))
        )
    return False


def _canonical(words: list[str], nouns: Mapping[str, str]) -> str | None:
    """The canonical noun of the longest ending of a phrase that the vocabulary knows."""
    for start in range(max(0, len(words) - 3), len(words)):
        known = nouns.get(" ".join(words[start:]))
        if known is not None:
            return known
    return None


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word.removesuffix("s") if word.endswith("s") and not word.endswith("ss") else word
