"""Verb groups: what a clause says is done, by its modality, voice and tense.

A group is found at its auxiliary ("will", "has", "is", "to be") and read on from there word by word, so that the length of
the text does not matter. What a group means for a council (a commitment, a prediction, history) is told elsewhere.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, final

from attrs import evolve, frozen

from cstrack.recognition.lexicon import word_set
from cstrack.recognition.states import STATE_PAIRS, STATES
from cstrack.recognition.verb_reading import Reading, end_of_word, words_after
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstrack.recognition.lexicon import Lexicon


class Tense(StrEnum):
    """How a verb group stands in time."""

    FUTURE = "future"
    INTENDED = "intended"
    PROGRESSIVE = "progressive"
    PERFECT = "perfect"
    PAST = "past"
    PRESENT = "present"
    STATE = "state"


@final
@frozen(kw_only=True)
class VerbGroup:
    """One verb with its auxiliaries.

    Attributes:
        start: offset of the auxiliary in the plain text.
        end: offset after the verb.
        tense: how it stands in time.
        lemma: base form of the verb; of a state its words ("under way", "due").
        act: what the verb does: deed, event, outcome, state, speech, unknown.
        passive: it is done to the subject.
        auxiliary: the first word, lower case: ``will``, ``would``, ``has``, ``is``, ``was`` ...
        hedge: words between auxiliary and verb that tell how it is meant: ``about``, ``due``, ``expected``, ``plan`` ...
        negated: it says what is not so.
        adverbs: adverbs inside the group.
        words: number of words after the auxiliary.
    """

    start: int
    end: int
    tense: Tense
    lemma: str
    act: str
    passive: bool = False
    auxiliary: str = ""
    hedge: str = ""
    negated: bool = False
    adverbs: tuple[str, ...] = ()
    words: int = 0


_AUXILIARY = pattern(
    "recognition.modality.auxiliary",
    r"""(?<![A-Za-z'-]) (?: will | would | shall | must | won't | wouldn't | is | are | was | were | isn't | aren't | wasn't | weren't
    | has | have | had | hasn't | haven't | hadn't | (?:to|not)[ ]be | be | plans? | planned | intends? | intended | proposes?
    | proposed | hopes? | aims? | expects? | continues? | continued | began | begun | agreed[ ]to | committed[ ]to | undertook[ ]to | promised[ ]to | offered[ ]to ) (?![A-Za-z'-])""",
    2,
)
_CONTRACTED = pattern("recognition.modality.contracted", r"(?<=[A-Za-z])'(?:ll|re|ve)(?![A-Za-z])")


_HEDGES = word_set("""about due set expected scheduled planned proposed intended looking ready hoping hoped anticipated likely keen committed
    continuing beginning starting working able going planning seeking required needed asked invited recommended requested
    encouraged supposed obliged""")


def verb_groups(text: str, lexicon: Lexicon, start: int = 0, end: int | None = None) -> Iterator[VerbGroup]:
    """The verb groups of a plain text, in order.

    Args:
        text: plain text of a block.
        lexicon: the verbs.
        start: where to begin in it.
        end: where to stop; None means at its end.

    Yields:
        One group for each auxiliary that a verb follows; the auxiliaries of one group give one.
    """
    done = 0
    for begins, behind, auxiliary in _auxiliaries(text, start, len(text) if end is None else end):
        if begins < done:
            continue
        found = _read(text, begins, behind, auxiliary, lexicon)
        if found is not None:
            done = end_of_word(text, behind, found.words)
            yield evolve(found, end=done)


def _auxiliaries(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    found = [(match.start(), match.end(), match.group().casefold()) for match in _AUXILIARY.finditer(text, start, end)]
    if text.find("'", start, end) >= 0:
        full = {"'ll": "will", "'re": "are", "'ve": "have"}
        found += [(match.start(), match.end(), full[match.group()]) for match in _CONTRACTED.finditer(text, start, end)]
        found.sort()
    return found


def _read(text: str, start: int, end: int, auxiliary: str, lexicon: Lexicon) -> VerbGroup | None:
    group = Reading(start=start, end=end, auxiliary=auxiliary, words=words_after(text, end)).past_adverbs()
    if auxiliary.endswith("n't"):
        group = evolve(group, auxiliary=auxiliary[:-3], negated=True)
    if not group.word():
        return None
    first = group.auxiliary
    if first in ("will", "would", "shall", "wo", "wouldn"):
        return _bare(group, lexicon, Tense.FUTURE)
    if first == "must":
        return _bare(evolve(group, hedge="must"), lexicon, Tense.INTENDED)
    if first in ("is", "are", "was", "were"):
        return _being(group, lexicon)
    if first in ("has", "have", "had"):
        return _having(group, lexicon)
    if first in ("to be", "not be", "be"):
        return _passive(group, lexicon, Tense.INTENDED) or _going_on(group, lexicon, Tense.INTENDED)
    if first in ("plan", "plans", "aims", "hopes", "plan to", "proposes") and _is_noun(text, start):
        return None
    return _planning(group, lexicon)


def _is_noun(text: str, start: int) -> bool:
    """Whether "plan" or "plans" is a thing here: "the plan to", "the Council's plans to"."""
    words = text[max(0, start - 30) : start].casefold().split()
    before = words[-1] if words else "the"
    return (
        before in _NOUN_BEFORE
        or before.endswith(("'s", "s'"))
        or (
            text[start : start + 5].casefold() == "plan "
            and not before.endswith(("we", "they", "s", "who", "to", "also"))
        )
    )


_NOUN_BEFORE = word_set(
    "the a an our its their any no new this that these future current with of for are is were was there year action improvement own ambitious clear existing delivery"
)


def _made(group: Reading, tense: Tense, lemma: str, act: str, *, passive: bool = False, words: int = 1) -> VerbGroup:
    return VerbGroup(
        start=group.start,
        end=group.end,
        words=min(group.at + words, len(group.words)),
        tense=tense,
        lemma=lemma,
        act=act,
        passive=passive,
        auxiliary=group.auxiliary,
        hedge=group.hedge,
        negated=group.negated,
        adverbs=group.adverbs,
    )


def _bare(group: Reading, lexicon: Lexicon, tense: Tense) -> VerbGroup | None:
    """A base form, or be with what follows: "will review", "will be reviewed", "will be reviewing"."""
    if group.word() == "be":
        return _complement(group.skip(1), lexicon, tense)
    if group.word() == "have":
        inner = group.skip(1)
        if inner.word() == "been":
            return _passive(inner.skip(1), lexicon, tense)
        lemma = lexicon.participles.get(inner.word())
        if lemma:
            return _made(inner, tense, lemma, lexicon.class_of(lemma, inner.after(1)))
    word = group.word()
    lemma = lexicon.bases.get(word, word)
    return _made(group, tense, lemma, lexicon.class_of(lemma, group.after(1)))


def _complement(group: Reading, lexicon: Lexicon, tense: Tense) -> VerbGroup | None:
    if not group.word():
        return None
    if group.word() in _HEDGES and group.word(1) == "to":
        return _bare(group.skip(2, group.word()), lexicon, tense)
    found = _state(group, tense) or _passive(group, lexicon, tense) or _going_on(group, lexicon, tense)
    return found or _made(group, tense, "be", "state")


def _being(group: Reading, lexicon: Lexicon) -> VerbGroup | None:
    past = group.auxiliary in ("was", "were")
    word = group.word()
    if word == "being":
        return _passive(group.skip(1), lexicon, Tense.PROGRESSIVE)
    if word in _HEDGES and group.word(1) == "to":
        inner = group.skip(2, word)
        return _bare(inner, lexicon, Tense.INTENDED) if inner.word() else None
    if word == "to":
        inner = group.skip(1)
        return _bare(inner, lexicon, Tense.INTENDED) if inner.word() else None
    tense = Tense.PAST if past else Tense.PRESENT
    return (
        _state(group, Tense.STATE)
        or _going_on(group, lexicon, Tense.PROGRESSIVE)
        or _passive(group, lexicon, tense)
        or _made(group, Tense.PRESENT, "be", "state")
    )


def _having(group: Reading, lexicon: Lexicon) -> VerbGroup | None:
    if group.word() == "been":
        inner = group.skip(1)
        if not inner.word():
            return None
        return (
            _state(inner, Tense.STATE)
            or _passive(inner, lexicon, Tense.PERFECT)
            or _going_on(inner, lexicon, Tense.PROGRESSIVE)
            or _made(inner, Tense.PRESENT, "be", "state")
        )
    if group.word() == "to":
        yet = "yet" in group.adverbs
        inner = group.skip(1, "" if yet else "must")
        found = _bare(inner, lexicon, Tense.PERFECT if yet else Tense.INTENDED) if inner.word() else None
        return evolve(found, negated=True) if found and yet else found
    lemma = lexicon.participle(group.word())
    if lemma is None:
        return None
    return _made(group, Tense.PERFECT, lemma, lexicon.class_of(lemma, group.after(1)))


def _planning(group: Reading, lexicon: Lexicon) -> VerbGroup | None:
    """A verb of intending or going on with another verb: "plans to review", "continues working"."""
    stem = group.auxiliary.split()[0]
    goes_on = stem.startswith(("continu", "beg"))
    tense = Tense.PROGRESSIVE if goes_on else Tense.INTENDED
    opened = " " in group.auxiliary
    if group.word() == "to" or opened:
        inner = group.skip(0 if opened else 1, stem)
        return _bare(inner, lexicon, tense) if inner.word() else None
    if goes_on and group.word() in lexicon.gerunds:
        return _going_on(group, lexicon, tense)
    return None


def _state(group: Reading, tense: Tense) -> VerbGroup | None:
    well = group.word() == "well"
    inner = group.skip(1) if well else group
    pair = STATE_PAIRS.get((inner.word(), inner.word(1)))
    if pair:
        return _made(inner, tense, pair, "state", words=2)
    single = STATES.get(inner.word())
    return _made(inner, tense, single, "state") if single and (single != "outstanding") else None


def _passive(group: Reading, lexicon: Lexicon, tense: Tense) -> VerbGroup | None:
    lemma = lexicon.participle(group.word())
    if lemma is None:
        return None
    return _made(group, tense, lemma, lexicon.class_of(lemma, group.after(1)), passive=True)


def _going_on(group: Reading, lexicon: Lexicon, tense: Tense) -> VerbGroup | None:
    lemma = lexicon.gerund(group.word())
    if lemma is None:
        return None
    if lemma == "go" and group.word(1) == "to":
        return _bare(group.skip(2, "going"), lexicon, Tense.INTENDED)
    return _made(group, tense, lemma, lexicon.class_of(lemma, group.after(1)))
