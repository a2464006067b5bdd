"""The verbs of council papers: every form of each, and what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cstrack.facts.vocabulary import Vocabulary

_VOWELS = "aeiou"


def word_set(text: str) -> frozenset[str]:
    """The words of a text, each once: lists of words read better as text."""
    return frozenset(text.split())


@final
@frozen(kw_only=True)
class Lexicon:
    """Verbs by form.

    Attributes:
        classes: base form -> deed, event, outcome, state or speech; phrases of two or three words too ("take place").
        bases: base forms and third persons -> base form.
        participles: past forms and past participles -> base form.
        gerunds: forms in -ing -> base form.
        phrased: first words of phrases.
    """

    classes: Mapping[str, str]
    bases: Mapping[str, str]
    participles: Mapping[str, str]
    gerunds: Mapping[str, str]
    phrased: frozenset[str]

    def class_of(self, lemma: str, after: tuple[str, ...]) -> str:
        """What a verb does, with the words after it: a phrase goes before the single verb; an unknown verb is ``unknown``."""
        if lemma in self.phrased:
            for length in (3, 2):
                phrase = " ".join((lemma, *after[: length - 1]))
                if phrase in self.classes:
                    return self.classes[phrase]
        return self.classes.get(lemma, "unknown")

    def participle(self, word: str) -> str | None:
        """The base form of a past participle; an unknown word in -ed counts as one."""
        known = self.participles.get(word)
        if known is None and len(word) > 4 and word.endswith("ed") and not word.endswith("eed"):
            return word[:-2]
        return known

    def gerund(self, word: str) -> str | None:
        """The base form of a word in -ing; an unknown one counts too unless it is too short to be a verb."""
        known = self.gerunds.get(word)
        if known is None and len(word) > 5 and word.endswith("ing"):
            return word[:-3]
        return known


_KEPT: dict[int, tuple[Mapping[str, Mapping[str, str]], Lexicon]] = {}


def lexicon_of(vocabulary: Vocabulary) -> Lexicon:
    """The lexicon of a vocabulary; made once for each."""
    key = id(vocabulary.terms)
    if key not in _KEPT:
        if len(_KEPT) > 16:
            _KEPT.clear()
        _KEPT[key] = (vocabulary.terms, _made(vocabulary.words("verb"), vocabulary.words("participle")))
    return _KEPT[key][1]


def _made(classes: Mapping[str, str], irregular: Mapping[str, str]) -> Lexicon:
    bases: dict[str, str] = {}
    participles: dict[str, str] = {}
    gerunds: dict[str, str] = {}
    uneven = set(irregular.values())
    for lemma in classes:
        if " " in lemma:
            continue
        bases[lemma] = lemma
        bases[_third_person(lemma)] = lemma
        gerunds[_with_ending(lemma, "ing")] = lemma
        if lemma not in uneven:
            participles[_with_ending(lemma, "ed")] = lemma
    participles.update(irregular)
    for form, lemma in irregular.items():
        if len(form) > 4 and form.endswith("ed") and form[-3] == form[-4]:  # committed: committing
            gerunds[form[:-2] + "ing"] = lemma
    for lemma in ("begin", "cut", "set", "put", "run", "get", "let", "win", "sit", "stop", "bid", "hit"):
        gerunds[lemma + lemma[-1] + "ing"] = lemma
    participles.update({"become": "become", "come": "come"})
    phrased = frozenset(phrase.split()[0] for phrase in classes if " " in phrase)
    return Lexicon(classes=classes, bases=bases, participles=participles, gerunds=gerunds, phrased=phrased)


def _third_person(lemma: str) -> str:
    if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _with_ending(lemma: str, ending: str) -> str:
    if lemma.endswith("e") and (ending == "ed" or not lemma.endswith(("ee", "oe", "ye"))):
        return lemma[:-1] + ending
    if ending == "ed" and lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ied"
    return lemma + ending
