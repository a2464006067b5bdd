"""How the words around a number bound it, and whether it is a difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.values.figure import Qualifier
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOVING_UP = pattern(
    "recognition.bounds.moving_up",
    r"(?i)(?:gone|went|goes|go|going|ris(?:e|es|en|ing)|rose|increas(?:e|es|ed|ing)|moved?|brought|bring|taken|takes|take|"
    r"gr(?:ow|own|ew|owing)|climb(?:s|ed|ing)?|back|risen|topped|made|scaled|speeded)\ up\ to\ \Z",
)
_LASTING = pattern(
    "recognition.bounds.lasting",
    r"(?i)(?:for|of|takes?|taking|took|waited|waiting|lasting|lasted|lasts|open|is|was|were|are|plans|been)\ (?:just\ |well\ )?\Z",
)
_BEFORE = pattern("recognition.bounds.before", r"[^\s(\[/,;:]{1,20}\Z")
_GLUED = pattern("recognition.bounds.glued", r"(?:(?<![A-Za-z])c\.?|[~<>≥≤]=?)\Z")

_CHANGE_BEFORE = pattern(
    "recognition.bounds.change_before",
    r"(?i)(?<![a-z])(?:(?:(?<!made\ )(?<!make\ )(?<!makes\ )(?<!making\ )(?<!set\ )(?<!sign\ )(?<!signed\ )(?<!take\ )(?<!opened\ )(?<!with\ )up|down|higher|lower|rose|risen|rises?|fell|fallen|falls?|grew|grown)\ (?:by\ )?|(?:increase|rise|reduction|decrease|fall|drop|growth|improvement|change|decline|movement|uplift|swing|deterioration)s?\ of\ "
    r"|\ by\ |extra\ |(?<![a-z])additional\ )\Z",
)
_BY = pattern(
    "recognition.bounds.by",
    r"(?i)(?:ed|ose|isen|rew|ell|en|all|ut|ise|ease|op|uce|ove|ine|alls|ises|eases|ing)\ by\ \Z",
)
_LEVEL = pattern("recognition.bounds.level", r"(?i)(?:to|at)\ \Z")
_CHANGE_AFTER = pattern(
    "recognition.bounds.change_after",
    r"(?i)\)?\ (?:(?:net\ |overall\ |annual\ |real[\ -]terms\ |average\ )?(?:increase|rise|reduction|decrease|improvement|drop|fall|growth|uplift|decline)(?![a-z])"
    r"|(?:higher|lower|fewer|less|worse|better)(?:\ than)?(?![a-z])|more\ than|(?:up|down)\ (?:on|from)(?![a-z]))",
)
_MOVING = pattern(
    "recognition.bounds.moving",
    r"(?i)(?<![a-z])(?:increas(?:e|ed|ing|es)|decreas(?:e|ed|ing|es)|reduc(?:e|ed|ing|tion|tions)|ris(?:e|en|ing)|rose|fell|fallen|falling|dropped|grew|growth|growing)(?![a-z])",
)
#: "No one should hold more than 22" is at most 22.
_DENIED = pattern(
    "recognition.bounds.denied",
    r"(?i)(?<![a-z])(?:not(?!\ (?:only|just))|nobody|no\ one|none|never|cannot|no\ [a-z]{3,14}|without|nowhere)(?:\ [a-z'-]{1,14}){0,5}\ \Z",
)
_OTHER_WAY = {Qualifier.OVER: Qualifier.AT_MOST, Qualifier.UNDER: Qualifier.AT_LEAST}
_TURNING = pattern(
    "recognition.bounds.turning", r"(?i)(?<![a-z])(?:turn|turns|turned|turning|look|looked|going|moved|moving)\ \Z"
)
#: "Over the 60% mark", "through the 90% barrier".
_PAST_THE = pattern(
    "recognition.bounds.past_the",
    r"(?i)(?<![a-z])(?:(?P<over>over|above|past|through|beyond|topped|broke|broken|crossed)|below|under|beneath)\ the\ \Z",
)
_MARK = pattern("recognition.bounds.mark", r"(?i)[-\ ](?:mark|barrier|point)(?![a-z])")
_STOP = pattern("recognition.bounds.stop", r"[.;]\ ")
#: How far before a share in brackets its sentence says that something moved, in characters.
_SAID_WITHIN = 110


def bound_before(
    text: str, start: int, words: Mapping[str, str], *, duration: bool = False
) -> tuple[Qualifier | None, int]:
    """The qualifier before a number.

    Args:
        text: the plain text of the block.
        start: offset of the number.
        words: printed qualifiers and what they stand for.
        duration: the number counts days, weeks, months or years, where "over" may only mean during.

    Returns:
        What it says, and where it begins; (None, start) where there is none.
    """
    glued = _GLUED.search(text, max(0, start - 3), start)
    if glued is not None and glued.group() in words:
        return Qualifier(words[glued.group()]), glued.start()
    at, tail = start, ""
    best: tuple[Qualifier | None, int] = (None, start)
    for _ in range(4):
        if at == 0 or text[at - 1] != " ":
            break
        word = _BEFORE.search(text, max(0, at - 21), at - 1)
        if word is None:
            break
        at = word.start()
        tail = f"{word.group().lower()} {tail}".rstrip()
        if tail in words and _holds(text, start, at, tail, duration=duration):
            best = (Qualifier(words[tail]), at)
    other = None if best[0] is None else _OTHER_WAY.get(best[0])
    if other is not None and _DENIED.search(text, max(0, best[1] - 48), best[1]) is not None:
        return other, best[1]
    return best


def _holds(text: str, start: int, at: int, words: str, *, duration: bool) -> bool:
    if words == "up to":
        return _MOVING_UP.search(text, max(0, start - 24), start) is None
    if words in {"over", "under", "about", "around"} and duration:
        return words in {"about", "around"} or _LASTING.search(text, max(0, at - 20), at) is not None
    if words == "around" and _TURNING.search(text, max(0, at - 10), at) is not None:
        return False
    if words in {"c", "ca", "min", "max"}:
        return at == 0 or not text[at - 1].isalpha()
    return True


def past_a_mark(text: str, start: int, end: int) -> tuple[Qualifier | None, int, int]:
    """The qualifier of a figure that is a mark something went past: "over the 60% mark".

    Args:
        text: the plain text of the block.
        start: offset of the number.
        end: offset after it and its unit.

    Returns:
        What it says, and where it begins and ends; None and both offsets where it is no such mark.
    """
    mark = _MARK.match(text, end)
    past = None if mark is None else _PAST_THE.search(text, max(0, start - 24), start)
    if mark is None or past is None:
        return None, start, end
    return Qualifier.OVER if past["over"] else Qualifier.UNDER, past.start(), mark.end()


def bound_after(text: str, end: int, words: Mapping[str, str]) -> tuple[Qualifier | None, int]:
    """The qualifier behind a number and its unit: "35+", "two years or more", "20-week limit".

    Returns:
        What it says, and where it ends; (None, end) where there is none.
    """
    if text[end : end + 1] == "+":
        return Qualifier.AT_LEAST, end + 1
    if text[end : end + 1] != " ":
        return None, end
    following = text[end + 1 : end + 24].lower().split(" ")
    for count in (3, 2, 1):
        phrase = " ".join(following[:count])
        bare = phrase.rstrip(".,;:)")
        if bare in words:
            return Qualifier(words[bare]), end + 1 + len(bare)
    return None, end


def is_change(text: str, start: int, end: int, *, share: bool) -> bool:
    """Whether a figure is a difference and no level.

    Args:
        text: the plain text of the block.
        start: offset of the figure, its qualifier included.
        end: offset after it.
        share: it is a percentage: then "extra 1%" and "increasing (30%)" are differences too.
    """
    before = _CHANGE_BEFORE.search(text, max(0, start - 32), start)
    if before is not None and _difference(text, start, before.group().lower(), share=share):
        return True
    after = _CHANGE_AFTER.match(text, end)
    if after is not None and (share or "fewer" in after.group().lower() or "than" in after.group().lower()):
        return True
    bracketed = share and text[max(0, start - 1) : start] == "(" and text[end : end + 1] == ")"
    moving = _MOVING.search(text, max(0, start - _SAID_WITHIN), start) if bracketed else None
    return moving is not None and _STOP.search(text, moving.end(), start) is None


def _difference(text: str, start: int, words: str, *, share: bool) -> bool:
    if text.startswith(("below", "above", "under", "over", "beneath"), start) and not words.endswith(("by ", "of ")):
        return False
    if words.startswith(("extra", "additional")):
        return share
    if words == " by ":
        return _BY.search(text, max(0, start - 12), start) is not None
    return True
