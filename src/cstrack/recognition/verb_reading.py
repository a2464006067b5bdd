"""The words of a verb group while it is read: what the auxiliary said, and where the next word is."""

from __future__ import annotations

from itertools import islice
from typing import final

from attrs import evolve, frozen

from cstrack.recognition.lexicon import word_set
from cstrack.values.patterns import pattern

_RUN = pattern("recognition.verb_reading.run", r"(?:[ ]?,?[ ]?[A-Za-z][A-Za-z'-]{0,40}+){1,9}+")
_WORD = pattern("recognition.verb_reading.word", r"[A-Za-z][A-Za-z'-]{0,40}")

_ADVERBS = word_set(
    """also now then already currently soon only still all both either again further formally just often always never ever therefore however thus yet
    together shortly each themselves itself indeed instead rather almost nearly actively jointly longer not routinely since fully finally formally so far"""
)
#: Phrases within a verb group that say nothing of the verb: "would in any case be reviewed".
_ASIDES = (
    ("in", "any", "case"),
    ("in", "any", "event"),
    ("in", "due", "course"),
    ("in", "future"),
    ("in", "turn"),
    ("if", "agreed"),
    ("if", "approved"),
)
_NO_ADVERBS = word_set("supply apply reply rely comply")


@final
@frozen(kw_only=True)
class Reading:
    """A group while it is read.

    Attributes:
        start: offset of the auxiliary.
        end: offset after it.
        auxiliary: the auxiliary, lower case.
        words: the words after it.
        at: index of the next word.
        negated: a word before it denies.
        adverbs: adverbs passed.
        hedge: the word that tells how the verb is meant.
    """

    start: int
    end: int
    auxiliary: str
    words: tuple[str, ...]
    at: int = 0
    negated: bool = False
    adverbs: tuple[str, ...] = ()
    hedge: str = ""

    def word(self, ahead: int = 0) -> str:
        """The next word, or one further ahead; empty where there is none."""
        place = self.at + ahead
        return self.words[place] if place < len(self.words) else ""

    def after(self, steps: int) -> tuple[str, ...]:
        """The three words after the next ``steps``."""
        return self.words[self.at + steps : self.at + steps + 3]

    def past_adverbs(self) -> Reading:
        """The reading at the first word that is no adverb."""
        at, negated, adverbs = self.at, self.negated, list(self.adverbs)
        while at < len(self.words):
            word = self.words[at]
            aside = next((phrase for phrase in _ASIDES if self.words[at : at + len(phrase)] == phrase), None)
            if aside:
                at += len(aside)
                continue
            if word in ("not", "never", "no"):
                negated = True
            elif word not in _ADVERBS and not (word.endswith("ly") and word not in _NO_ADVERBS):
                break
            adverbs.append(word)
            at += 1
        if at == self.at:
            return self
        return Reading(
            start=self.start,
            end=self.end,
            auxiliary=self.auxiliary,
            words=self.words,
            at=at,
            negated=negated,
            adverbs=tuple(adverbs),
            hedge=self.hedge,
        )

    def skip(self, steps: int, hedge: str = "") -> Reading:
        """The reading some words further on, past adverbs."""
        return evolve(self, at=self.at + steps, hedge=hedge or self.hedge).past_adverbs()


def words_after(text: str, at: int) -> tuple[str, ...]:
    """The words after an offset, in lower case, up to a stop or bracket."""
    run = _RUN.match(text, at)
    return tuple(run.group().casefold().replace(",", " ").split()) if run else ()


def end_of_word(text: str, at: int, count: int) -> int:
    """The offset after the so-manieth word behind an offset."""
    for word in islice(_WORD.finditer(text, at), count):
        at = word.end()
    return at
