"""Whether a sentence looks ahead or back, by the verbs around a place."""

from __future__ import annotations

import re

from cstrack.values.notation_relative import sentence_around
from cstrack.values.patterns import pattern
from cstrack.values.pieces import Lean

#: What a participle looks like.
DONE = r"(?:[a-z]{1,20}ed|held|made|met|set|taken|given|done|put|brought|sent|built|run|seen|begun|shown|written|drawn)"
_VERB = pattern(
    "recognition.tense.verb",
    rf"""\b(?:(?P<vowed>(?<!is[ ])(?<!are[ ])(?<!be[ ])(?<!been[ ])(?:agreed|asked|requested|required|committed|instructed|invited|resolved|decided)[ ]to(?![a-z]))
        |(?P<future>(?:will|shall|should|must|would|to)[ ](?:not[ ]|also[ ]|then[ ]|now[ ])?be(?:[ ]{DONE})?(?![a-z])|(?:will|shall|would)(?![a-z])
            |(?:is|are)[ ](?:to|due|planned|expected|scheduled|being|proposed)(?:[ ]be)?(?:[ ]{DONE})?(?![a-z])
            |(?:due|planned|expected|scheduled|proposed)[ ](?:to|for|in|on|by)(?![a-z])|(?<!been[ ])be[ ]{DONE}(?![a-z])
            |(?:agreed|asked|requested|required|committed|instructed|invited|resolved|decided|plans?|intends?|aims?|needs?|hopes?)[ ]to(?![a-z])|going[ ]to|taking[ ]place|takes[ ]place|forthcoming|upcoming)
        |(?P<open>(?<=,[ ])(?!having|being|during|including|following|excluding)[a-z]{{3,14}}ing(?=[ ]))
        |(?P<past>(?:was|were|had|has|have|did|took|held|met|began|went|came|made|gave|saw|left|won|set[ ]up|rose|fell|grew|stood|spent|ran|became|found|lost|heard|told|said|sent|paid|brought|drew|wrote|kept|led|bought|chose|joined)(?![a-z])
            |(?!need|hundred|indeed|speed|seed)(?-i:[a-z]{{1,20}}ed)(?![a-z])))""",
    re.IGNORECASE,
)


def lean_at(text: str, at: int) -> Lean:
    """Which way a date at this place lies: by the nearest verb before it in its sentence, else the first after it.

    A vow looks ahead to a date behind it and back on one before it: "on October 30th the Council resolved to". A participle of its
    own ("..., saving £1m from April") tells neither.
    """
    _, start, end = sentence_around(text, at)
    lean = Lean.NEAREST
    for verb in _VERB.finditer(text, start, end):
        later = verb.start() >= at
        if later and lean is not Lean.NEAREST:
            break
        if verb["open"]:
            lean = lean if later else Lean.NEAREST
        elif verb["vowed"]:
            lean = Lean.PAST if later else Lean.FUTURE
        else:
            lean = Lean.FUTURE if verb["future"] else Lean.PAST
        if later and not verb["open"]:
            break
    return lean
